"""timed broadcasts"""

import sqlalchemy as sa
from alembic import op

revision = '0014'
down_revision = '0013'
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table(
        'broadcast_schedules',
        sa.Column('broadcast_id', _ID, autoincrement=False, nullable=False),
        sa.Column('number', sa.Integer(), nullable=False),
        sa.Column('next_at', sa.BigInteger(), nullable=False),
        sa.Column('missed', sa.Integer(), server_default='0', nullable=False),
        sa.ForeignKeyConstraint(['broadcast_id'], ['broadcasts.id']),
        sa.PrimaryKeyConstraint('broadcast_id'),
    )
    op.create_index('broadcast_schedules_due', 'broadcast_schedules', ['next_at'])
