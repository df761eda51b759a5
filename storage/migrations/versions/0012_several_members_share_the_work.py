"""several members share the work"""

import sqlalchemy as sa
from alembic import op

revision = '0012'
down_revision = '0011'
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table('members',
    sa.Column('owner', sa.Text(), nullable=False),
    sa.Column('role', sa.Text(), nullable=False),
    sa.Column('place', sa.Text(), nullable=False),
    sa.Column('pid', sa.Integer(), nullable=False),
    sa.Column('born', _ID, nullable=False),
    sa.Column('lease_until', _ID, nullable=False),
    sa.PrimaryKeyConstraint('owner')
    )
    op.create_table('budgets',
    sa.Column('channel', sa.Text(), nullable=False),
    sa.Column('owner', sa.Text(), nullable=False),
    sa.Column('share', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['owner'], ['members.owner'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('channel', 'owner')
    )
    op.create_table('duties',
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('owner', sa.Text(), nullable=False),
    sa.Column('lease_until', _ID, nullable=False),
    sa.PrimaryKeyConstraint('name')
    )
    sending = sa.text("state = 'sending'")
    new = sa.text("state = 'new'")
    op.create_index('outbox_at_address', 'outbox', ['channel', 'address'], sqlite_where=sending, postgresql_where=sending)
    op.create_index('inbox_conversation', 'inbox', ['conversation', 'id'], sqlite_where=new, postgresql_where=new)
    if op.get_bind().dialect.name == 'postgresql':
        # Rows change state a few times and then rest: the queue's indexes stay small only if they are swept often.
        for table in ('outbox', 'inbox'):
            op.execute(f'ALTER TABLE {table} SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02)')
