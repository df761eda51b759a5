"""recipients kept no longer"""

import sqlalchemy as sa
from alembic import op

revision = '0015'
down_revision = '0014'
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table(
        'spread_sums',
        sa.Column('spread_id', _ID, autoincrement=False, nullable=False),
        sa.Column('language', sa.Text(), nullable=False),
        sa.Column('area', sa.Text(), nullable=False),
        sa.Column('channel', sa.Text(), nullable=False),
        sa.Column('state', sa.Text(), nullable=False),
        sa.Column('reason', sa.Text(), nullable=False),
        sa.Column('people', _ID, nullable=False),
        sa.PrimaryKeyConstraint('spread_id', 'language', 'area', 'channel', 'state', 'reason'),
    )
    op.create_table(
        'spread_pace',
        sa.Column('spread_id', _ID, autoincrement=False, nullable=False),
        sa.Column('percent', sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column('at', sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint('spread_id', 'percent'),
    )
    op.add_column('spreads', sa.Column('summed_at', sa.BigInteger(), nullable=True))
    op.add_column('spreads', sa.Column('forgotten_at', sa.BigInteger(), nullable=True))
    kept = sa.text('forgotten_at IS NULL')
    op.create_index('spreads_with_recipients', 'spreads', ['ended_at', 'id'], sqlite_where=kept, postgresql_where=kept)
