"""safety checks"""

import sqlalchemy as sa
from alembic import op

revision = '0013'
down_revision = '0012'
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table(
        'safety_checks',
        sa.Column('id', _ID, autoincrement=False, nullable=False),
        sa.Column('opened_at', sa.BigInteger(), nullable=False),
        sa.Column('closed_at', sa.BigInteger(), nullable=True),
        sa.Column('chases', sa.Integer(), server_default='0', nullable=False),
        sa.Column('chase_at', sa.BigInteger(), nullable=True),
        sa.Column('changed_at', sa.BigInteger(), nullable=False),
        sa.Column('drawn_at', sa.BigInteger(), nullable=True),
        sa.Column('reached', sa.JSON(), nullable=False),
        sa.Column('reached_at', sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(['id'], ['broadcasts.id']),
        sa.PrimaryKeyConstraint('id'),
    )
    _open = sa.text('closed_at IS NULL')
    op.create_index('safety_checks_open', 'safety_checks', ['id'], sqlite_where=_open, postgresql_where=_open)
    op.create_table(
        'safety_answers',
        sa.Column('check_id', _ID, nullable=False),
        sa.Column('resident_id', _ID, nullable=False),
        sa.Column('answer', sa.Text(), nullable=False),
        sa.Column('area', sa.Text(), server_default='', nullable=False),
        sa.Column('at', sa.BigInteger(), nullable=False),
        sa.Column('case_id', _ID, nullable=True),
        sa.ForeignKeyConstraint(['check_id'], ['safety_checks.id']),
        sa.ForeignKeyConstraint(['resident_id'], ['residents.id']),
        sa.ForeignKeyConstraint(['case_id'], ['cases.id']),
        sa.PrimaryKeyConstraint('check_id', 'resident_id'),
    )
    op.create_index('safety_answers_of_resident', 'safety_answers', ['resident_id'])
    op.create_table(
        'safety_tally',
        sa.Column('check_id', _ID, nullable=False),
        sa.Column('area', sa.Text(), nullable=False),
        sa.Column('answer', sa.Text(), nullable=False),
        sa.Column('people', _ID, nullable=False),
        sa.ForeignKeyConstraint(['check_id'], ['safety_checks.id']),
        sa.PrimaryKeyConstraint('check_id', 'area', 'answer'),
    )
