"""what residents wish"""

import sqlalchemy as sa
from alembic import op


revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.add_column('residents', sa.Column('time_zone', sa.Text(), nullable=True))
    op.add_column('residents', sa.Column('quiet_from', sa.Integer(), nullable=True))
    op.add_column('residents', sa.Column('quiet_to', sa.Integer(), nullable=True))
    op.create_table('resident_areas',
    sa.Column('resident_id', _ID, nullable=False),
    sa.Column('area', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['resident_id'], ['residents.id']),
    sa.PrimaryKeyConstraint('resident_id', 'area')
    )
    op.create_index('resident_areas_by_area', 'resident_areas', ['area', 'resident_id'])
    op.create_table('resident_topics',
    sa.Column('resident_id', _ID, nullable=False),
    sa.Column('topic', sa.Text(), nullable=False),
    sa.Column('wanted', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['resident_id'], ['residents.id']),
    sa.PrimaryKeyConstraint('resident_id', 'topic')
    )
    op.create_index('resident_topics_by_topic', 'resident_topics', ['topic', 'wanted', 'resident_id'])
    op.create_table('resident_roles',
    sa.Column('resident_id', _ID, nullable=False),
    sa.Column('role', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['resident_id'], ['residents.id']),
    sa.PrimaryKeyConstraint('resident_id', 'role')
    )
    op.create_index('resident_roles_by_role', 'resident_roles', ['role', 'resident_id'])
    # Who told us where they are wants to hear of that place.
    op.execute("INSERT INTO resident_areas (resident_id, area) SELECT id, area FROM residents WHERE area IS NOT NULL")
