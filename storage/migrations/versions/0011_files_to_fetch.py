"""files to fetch, and who waits for a seat"""

import sqlalchemy as sa
from alembic import op


revision = '0011'
down_revision = '0010'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('fetches',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('purpose', sa.Text(), nullable=False),
    sa.Column('file', sa.JSON(), nullable=False),
    sa.Column('user', sa.Text(), nullable=False),
    sa.Column('channel_id', sa.Text(), nullable=False),
    sa.Column('thread', sa.Text(), nullable=True),
    sa.Column('state', sa.Text(), server_default='due', nullable=False),
    sa.Column('attempts', sa.Integer(), server_default='0', nullable=False),
    sa.Column('next_at', sa.BigInteger(), nullable=False),
    sa.PrimaryKeyConstraint('id')
    )
    where = sa.text("state = 'due'")
    op.create_index('fetches_due', 'fetches', ['next_at'], sqlite_where=where, postgresql_where=where)
    where = sa.text("answer = 'waiting'")
    op.create_index('signups_waiting', 'signups', ['occasion_id'], sqlite_where=where, postgresql_where=where)
