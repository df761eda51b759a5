"""what is said to many"""

import sqlalchemy as sa
from alembic import op


revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.execute("ALTER TABLE outbox RENAME COLUMN broadcast_id TO spread_id")
    _of_spread = sa.text("spread_id IS NOT NULL")
    op.create_index('outbox_of_spread', 'outbox', ['spread_id', 'resident_id'],
                    sqlite_where=_of_spread, postgresql_where=_of_spread)
    op.create_table('spreads',
    sa.Column('id', _ID, autoincrement=True, nullable=False),
    sa.Column('occasion', sa.Text(), nullable=False),
    sa.Column('broadcast_id', _ID, nullable=True),
    sa.Column('audience', sa.Text(), nullable=False),
    sa.Column('topic', sa.Text(), nullable=False),
    sa.Column('urgent', sa.Boolean(), nullable=False),
    sa.Column('lane', sa.SmallInteger(), nullable=False),
    sa.Column('edits', _ID, nullable=True),
    sa.Column('not_before', sa.BigInteger(), nullable=True),
    sa.Column('not_after', sa.BigInteger(), nullable=True),
    sa.Column('created_at', sa.BigInteger(), nullable=False),
    sa.Column('reached', _ID, server_default='0', nullable=False),
    sa.Column('people', _ID, server_default='0', nullable=False),
    sa.Column('rows', _ID, server_default='0', nullable=False),
    sa.Column('ended_at', sa.BigInteger(), nullable=True),
    sa.Column('halt', sa.Text(), nullable=True),
    sa.Column('halt_done', sa.Boolean(), server_default=sa.true(), nullable=False),
    sa.Column('halt_reached', _ID, nullable=True),
    sa.PrimaryKeyConstraint('id')
    )
    _open = sa.text("ended_at IS NULL")
    op.create_index('spreads_open', 'spreads', ['lane', 'id'], sqlite_where=_open, postgresql_where=_open)
    op.create_index('spreads_unsettled', 'spreads', ['id'],
                    sqlite_where=sa.text("halt_done IS 0"), postgresql_where=sa.text("halt_done IS false"))
    op.create_index('spreads_of_broadcast', 'spreads', ['broadcast_id'])
    op.create_index('spreads_by_occasion', 'spreads', ['occasion'])
    op.create_table('spread_bodies',
    sa.Column('spread_id', _ID, nullable=False),
    sa.Column('language', sa.Text(), nullable=False),
    sa.Column('part', sa.SmallInteger(), nullable=False),
    sa.Column('body_id', _ID, nullable=False),
    sa.PrimaryKeyConstraint('spread_id', 'language', 'part')
    )
    op.create_table('spread_tally',
    sa.Column('spread_id', _ID, nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('rows', _ID, nullable=False),
    sa.PrimaryKeyConstraint('spread_id', 'state')
    )
