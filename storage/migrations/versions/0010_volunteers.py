"""volunteers, shifts, partners, funds"""

import sqlalchemy as sa
from alembic import op


revision = '0010'
down_revision = '0009'
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def _partial(name, table, columns, where):
    op.create_index(name, table, columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where))


def upgrade() -> None:
    op.create_table('volunteers',
    sa.Column('resident_id', _ID, autoincrement=False, nullable=False),
    sa.Column('state', sa.Text(), server_default='active', nullable=False),
    sa.Column('consented_at', sa.BigInteger(), nullable=False),
    sa.Column('left_at', sa.BigInteger(), nullable=True),
    sa.ForeignKeyConstraint(['resident_id'], ['residents.id']),
    sa.PrimaryKeyConstraint('resident_id')
    )
    op.create_table('volunteer_traits',
    sa.Column('resident_id', _ID, nullable=False),
    sa.Column('trait', sa.Text(), nullable=False),
    sa.Column('value', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['resident_id'], ['residents.id']),
    sa.PrimaryKeyConstraint('resident_id', 'trait', 'value')
    )
    op.create_index('volunteer_traits_by_value', 'volunteer_traits', ['trait', 'value'])
    op.create_table('welcome_steps',
    sa.Column('resident_id', _ID, nullable=False),
    sa.Column('step', sa.Integer(), nullable=False),
    sa.Column('due_at', sa.BigInteger(), nullable=False),
    sa.Column('state', sa.Text(), server_default='due', nullable=False),
    sa.ForeignKeyConstraint(['resident_id'], ['residents.id']),
    sa.PrimaryKeyConstraint('resident_id', 'step')
    )
    _partial('welcome_steps_due', 'welcome_steps', ['due_at'], "state = 'due'")
    op.create_table('shifts',
    sa.Column('id', _ID, autoincrement=True, nullable=False),
    sa.Column('occasion_id', _ID, nullable=True),
    sa.Column('title', sa.JSON(), nullable=False),
    sa.Column('place', sa.Text(), server_default='', nullable=False),
    sa.Column('starts_at', sa.BigInteger(), nullable=False),
    sa.Column('ends_at', sa.BigInteger(), nullable=False),
    sa.Column('skill', sa.Text(), server_default='', nullable=False),
    sa.Column('language', sa.Text(), server_default='', nullable=False),
    sa.Column('area', sa.Text(), server_default='', nullable=False),
    sa.Column('needed', sa.Integer(), nullable=False),
    sa.Column('taken', sa.Integer(), server_default='0', nullable=False),
    sa.Column('state', sa.Text(), server_default='open', nullable=False),
    sa.Column('created_by', sa.Text(), nullable=False),
    sa.Column('created_at', sa.BigInteger(), nullable=False),
    sa.Column('widen_at', sa.BigInteger(), nullable=True),
    sa.Column('remind_at', sa.BigInteger(), nullable=True),
    sa.Column('check_in_at', sa.BigInteger(), nullable=True),
    sa.PrimaryKeyConstraint('id'),
    sa.CheckConstraint('taken >= 0 AND taken <= needed', name='shifts_places')
    )
    _partial('shifts_open', 'shifts', ['starts_at'], "state = 'open'")
    op.create_table('shift_places',
    sa.Column('shift_id', _ID, nullable=False),
    sa.Column('resident_id', _ID, nullable=False),
    sa.Column('state', sa.Text(), server_default='offered', nullable=False),
    sa.Column('round', sa.Integer(), server_default='1', nullable=False),
    sa.Column('changed_at', sa.BigInteger(), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['shift_id'], ['shifts.id']),
    sa.ForeignKeyConstraint(['resident_id'], ['residents.id']),
    sa.PrimaryKeyConstraint('shift_id', 'resident_id')
    )
    op.create_index('shift_places_of_resident', 'shift_places', ['resident_id', 'state'])
    op.create_table('partners',
    sa.Column('id', _ID, autoincrement=True, nullable=False),
    sa.Column('organisation', sa.Text(), nullable=False),
    sa.Column('person', sa.Text(), server_default='', nullable=False),
    sa.Column('role', sa.Text(), server_default='', nullable=False),
    sa.Column('areas', sa.JSON(), nullable=False),
    sa.Column('languages', sa.JSON(), nullable=False),
    sa.Column('note', sa.Text(), server_default='', nullable=False),
    sa.Column('code', sa.Text(), nullable=False),
    sa.Column('resident_id', _ID, nullable=True),
    sa.Column('created_by', sa.Text(), nullable=False),
    sa.Column('created_at', sa.BigInteger(), nullable=False),
    sa.Column('linked_at', sa.BigInteger(), nullable=True),
    sa.ForeignKeyConstraint(['resident_id'], ['residents.id']),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('code')
    )
    op.create_index('partners_of_resident', 'partners', ['resident_id'])
    op.create_table('fund_goals',
    sa.Column('event_id', _ID, autoincrement=False, nullable=False),
    sa.Column('cents', sa.BigInteger(), nullable=False),
    sa.Column('currency', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['event_id'], ['events.id']),
    sa.PrimaryKeyConstraint('event_id')
    )
    op.create_table('pledges',
    sa.Column('id', _ID, autoincrement=True, nullable=False),
    sa.Column('event_id', _ID, nullable=False),
    sa.Column('giver', sa.Text(), nullable=False),
    sa.Column('pledged', sa.BigInteger(), nullable=False),
    sa.Column('received', sa.BigInteger(), server_default='0', nullable=False),
    sa.Column('noted_by', sa.Text(), nullable=False),
    sa.Column('noted_at', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['event_id'], ['events.id']),
    sa.PrimaryKeyConstraint('id'),
    sa.CheckConstraint('pledged >= 0 AND received >= 0', name='pledges_sums')
    )
    op.create_index('pledges_of_event', 'pledges', ['event_id'])
    op.create_table('programme_costs',
    sa.Column('event_id', _ID, autoincrement=False, nullable=False),
    sa.Column('cents', sa.BigInteger(), nullable=False),
    sa.Column('currency', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['event_id'], ['events.id']),
    sa.PrimaryKeyConstraint('event_id')
    )
