"""events, who comes to them, and their reminders"""

import sqlalchemy as sa
from alembic import op


revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def _partial(name, table, columns, where):
    op.create_index(name, table, columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where))


def upgrade() -> None:
    op.create_table('events',
    sa.Column('id', _ID, autoincrement=True, nullable=False),
    sa.Column('code', sa.Text(), nullable=False),
    sa.Column('uid', sa.Text(), nullable=False),
    sa.Column('state', sa.Text(), server_default='open', nullable=False),
    sa.Column('sequence', sa.Integer(), server_default='0', nullable=False),
    sa.Column('topic', sa.Text(), nullable=False),
    sa.Column('area', sa.Text(), nullable=True),
    sa.Column('department', sa.Text(), nullable=False),
    sa.Column('created_by', sa.Text(), nullable=False),
    sa.Column('created_at', sa.BigInteger(), nullable=False),
    sa.Column('updated_at', sa.BigInteger(), nullable=False),
    sa.Column('plan', sa.JSON(), nullable=False),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('code'),
    sa.UniqueConstraint('uid')
    )
    op.create_table('occasions',
    sa.Column('id', _ID, autoincrement=True, nullable=False),
    sa.Column('event_id', _ID, nullable=False),
    sa.Column('original', sa.BigInteger(), nullable=False),
    sa.Column('starts_at', sa.BigInteger(), nullable=False),
    sa.Column('ends_at', sa.BigInteger(), nullable=False),
    sa.Column('closes_at', sa.BigInteger(), nullable=False),
    sa.Column('state', sa.Text(), server_default='open', nullable=False),
    sa.Column('capacity', sa.Integer(), nullable=True),
    sa.Column('taken', sa.Integer(), server_default='0', nullable=False),
    sa.Column('door', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['event_id'], ['events.id']),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('event_id', 'original', name='occasions_once'),
    sa.CheckConstraint('taken >= 0 AND (capacity IS NULL OR taken <= capacity)', name='occasions_seats')
    )
    _partial('occasions_coming', 'occasions', ['starts_at'], "state = 'open'")
    op.create_index('occasions_by_door', 'occasions', ['door'])
    op.create_table('signups',
    sa.Column('id', _ID, autoincrement=True, nullable=False),
    sa.Column('occasion_id', _ID, nullable=False),
    sa.Column('resident_id', _ID, nullable=False),
    sa.Column('answer', sa.Text(), nullable=False),
    sa.Column('people', sa.Integer(), server_default='1', nullable=False),
    sa.Column('ticket', sa.Text(), nullable=False),
    sa.Column('answered_at', sa.BigInteger(), nullable=False),
    sa.Column('waits_since', sa.BigInteger(), nullable=True),
    sa.Column('offer_until', sa.BigInteger(), nullable=True),
    sa.Column('came_at', sa.BigInteger(), nullable=True),
    sa.ForeignKeyConstraint(['occasion_id'], ['occasions.id']),
    sa.ForeignKeyConstraint(['resident_id'], ['residents.id']),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('ticket'),
    sa.UniqueConstraint('occasion_id', 'resident_id', name='signups_once'),
    sa.CheckConstraint('people > 0', name='signups_people')
    )
    op.create_index('signups_of_resident', 'signups', ['resident_id'])
    op.create_index('signups_by_answer', 'signups', ['occasion_id', 'answer', 'waits_since'])
    _partial('signups_offers', 'signups', ['offer_until'], "answer = 'offered'")
    op.create_table('reminders',
    sa.Column('id', _ID, autoincrement=True, nullable=False),
    sa.Column('occasion_id', _ID, nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=False),
    sa.Column('due_at', sa.BigInteger(), nullable=False),
    sa.Column('state', sa.Text(), server_default='due', nullable=False),
    sa.Column('ended_at', sa.BigInteger(), nullable=True),
    sa.ForeignKeyConstraint(['occasion_id'], ['occasions.id']),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('occasion_id', 'minutes', name='reminders_once')
    )
    _partial('reminders_due', 'reminders', ['due_at'], "state = 'due'")
    op.create_table('done_once',
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('at', sa.BigInteger(), nullable=False),
    sa.PrimaryKeyConstraint('name')
    )
