"""surveys and ideas"""

import sqlalchemy as sa
from alembic import op


revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table('surveys',
    sa.Column('id', _ID, autoincrement=True, nullable=False),
    sa.Column('definition', sa.JSON(), nullable=False),
    sa.Column('state', sa.Text(), server_default='draft', nullable=False),
    sa.Column('occasion', sa.Text(), server_default='audience', nullable=False),
    sa.Column('audience', sa.JSON(), nullable=True),
    sa.Column('department', sa.Text(), nullable=True),
    sa.Column('event_id', _ID, nullable=True),
    sa.Column('author', sa.Text(), nullable=False),
    sa.Column('created_at', sa.BigInteger(), nullable=False),
    sa.Column('opened_at', sa.BigInteger(), nullable=True),
    sa.Column('closes_at', sa.BigInteger(), nullable=True),
    sa.Column('remind_at', sa.BigInteger(), nullable=True),
    sa.PrimaryKeyConstraint('id')
    )
    _open = sa.text("state = 'open'")
    op.create_index('surveys_open', 'surveys', ['closes_at'], sqlite_where=_open, postgresql_where=_open)
    op.create_table('survey_seats',
    sa.Column('survey_id', _ID, nullable=False),
    sa.Column('resident_id', _ID, nullable=False),
    sa.Column('state', sa.Text(), server_default='invited', nullable=False),
    sa.Column('position', sa.Text(), nullable=True),
    sa.Column('picked', sa.Text(), server_default='', nullable=False),
    sa.Column('asks_apart', sa.Boolean(), server_default=sa.true(), nullable=False),
    sa.ForeignKeyConstraint(['survey_id'], ['surveys.id']),
    sa.ForeignKeyConstraint(['resident_id'], ['residents.id']),
    sa.PrimaryKeyConstraint('survey_id', 'resident_id'),
    sqlite_with_rowid=False,
    )
    op.create_index('survey_seats_of_resident', 'survey_seats', ['resident_id', 'state'])
    op.create_table('survey_answers',
    sa.Column('id', _ID, autoincrement=True, nullable=False),
    sa.Column('survey_id', _ID, nullable=False),
    sa.Column('resident_id', _ID, nullable=False),
    sa.Column('question', sa.Text(), nullable=False),
    sa.Column('value', sa.Text(), nullable=False),
    sa.Column('language', sa.Text(), nullable=False),
    sa.Column('area', sa.Text(), server_default='', nullable=False),
    sa.Column('at', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['survey_id'], ['surveys.id']),
    sa.ForeignKeyConstraint(['resident_id'], ['residents.id']),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('survey_id', 'resident_id', 'question', 'value', name='survey_answers_once')
    )
    op.create_table('survey_tallies',
    sa.Column('survey_id', _ID, nullable=False),
    sa.Column('question', sa.Text(), nullable=False),
    sa.Column('breakdown', sa.Text(), nullable=False),
    sa.Column('part', sa.Text(), nullable=False),
    sa.Column('value', sa.Text(), nullable=False),
    sa.Column('count', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['survey_id'], ['surveys.id']),
    sa.PrimaryKeyConstraint('survey_id', 'question', 'breakdown', 'part', 'value'),
    sqlite_with_rowid=False,
    )
    op.create_table('survey_texts',
    sa.Column('key', sa.Text(), nullable=False),
    sa.Column('survey_id', _ID, nullable=False),
    sa.Column('question', sa.Text(), nullable=False),
    sa.Column('language', sa.Text(), server_default='', nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['survey_id'], ['surveys.id']),
    sa.PrimaryKeyConstraint('key'),
    sqlite_with_rowid=False,
    )
    op.create_index('survey_texts_of_survey', 'survey_texts', ['survey_id', 'question'])
    op.create_table('ideas',
    sa.Column('id', _ID, autoincrement=True, nullable=False),
    sa.Column('resident_id', _ID, nullable=True),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('language', sa.Text(), nullable=False),
    sa.Column('area', sa.Text(), server_default='', nullable=False),
    sa.Column('state', sa.Text(), server_default='new', nullable=False),
    sa.Column('answer', sa.JSON(), nullable=False),
    sa.Column('answered_by', sa.Text(), nullable=True),
    sa.Column('created_at', sa.BigInteger(), nullable=False),
    sa.Column('changed_at', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['resident_id'], ['residents.id']),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index('ideas_by_area', 'ideas', ['area', 'state', 'id'])
    op.create_table('idea_backers',
    sa.Column('idea_id', _ID, nullable=False),
    sa.Column('resident_id', _ID, nullable=False),
    sa.ForeignKeyConstraint(['idea_id'], ['ideas.id']),
    sa.ForeignKeyConstraint(['resident_id'], ['residents.id']),
    sa.PrimaryKeyConstraint('idea_id', 'resident_id')
    )
    op.create_index('idea_backers_of_resident', 'idea_backers', ['resident_id'])
