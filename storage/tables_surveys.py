"""Tables of surveys and ideas.

What an anonymous survey keeps holds no person, no time and no order: tallies and texts have keys of their own and no
hidden row number (WITHOUT ROWID), and seats say who was asked and who is done, never what was said (docs/adr/0010).
"""

import sqlalchemy as sa

from storage.tables import Id, Instant, metadata

surveys = sa.Table(
    "surveys",
    metadata,
    sa.Column("id", Id, primary_key=True, autoincrement=True),
    sa.Column("definition", sa.JSON, nullable=False),  # encoded domain.survey.Definition; frozen once it is open
    sa.Column("state", sa.Text, nullable=False, server_default="draft"),  # draft | open | closed
    sa.Column("occasion", sa.Text, nullable=False, server_default="audience"),  # audience | case | event
    sa.Column("audience", sa.JSON),  # of occasion `audience`
    sa.Column("department", sa.Text),  # of occasion `case`: whose cases; null: everybody's
    sa.Column("event_id", Id),  # of occasion `event`
    sa.Column("author", sa.Text, nullable=False),  # staff user id, or cli:NAME
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("opened_at", Instant),
    sa.Column("closes_at", Instant),
    sa.Column("remind_at", Instant),  # null: nobody is reminded (any more)
)
_OPEN = surveys.c.state == "open"
sa.Index("surveys_open", surveys.c.closes_at, sqlite_where=_OPEN, postgresql_where=_OPEN)

survey_seats = sa.Table(  # who is asked; `position` and `picked` are empty except while they answer
    "survey_seats",
    metadata,
    sa.Column("survey_id", Id, sa.ForeignKey("surveys.id"), primary_key=True),
    sa.Column("resident_id", Id, sa.ForeignKey("residents.id"), primary_key=True),
    sa.Column("state", sa.Text, nullable=False, server_default="invited"),  # invited | begun | done | left
    sa.Column("position", sa.Text),  # id of the question that waits for an answer
    sa.Column("picked", sa.Text, nullable=False, server_default=""),  # options ticked so far, one a line
    sa.Column("asks_apart", sa.Boolean, nullable=False, server_default=sa.true()),  # ask what plain words are meant for
    sqlite_with_rowid=False,
)
sa.Index("survey_seats_of_resident", survey_seats.c.resident_id, survey_seats.c.state)

survey_answers = sa.Table(  # of surveys that are not anonymous: one row an answer picked
    "survey_answers",
    metadata,
    sa.Column("id", Id, primary_key=True, autoincrement=True),
    sa.Column("survey_id", Id, sa.ForeignKey("surveys.id"), nullable=False),
    sa.Column("resident_id", Id, sa.ForeignKey("residents.id"), nullable=False),
    sa.Column("question", sa.Text, nullable=False),
    sa.Column("value", sa.Text, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("area", sa.Text, nullable=False, server_default=""),
    sa.Column("at", Instant, nullable=False),
    sa.UniqueConstraint("survey_id", "resident_id", "question", "value", name="survey_answers_once"),
)

survey_tallies = sa.Table(  # of anonymous surveys: so many gave this answer, and nothing of who
    "survey_tallies",
    metadata,
    sa.Column("survey_id", Id, sa.ForeignKey("surveys.id"), primary_key=True),
    sa.Column("question", sa.Text, primary_key=True),
    sa.Column("breakdown", sa.Text, primary_key=True),  # '' | language | area
    sa.Column("part", sa.Text, primary_key=True),  # which language or area; '' where five were not asked there
    sa.Column("value", sa.Text, primary_key=True),  # the answer; * counts people
    sa.Column("count", sa.Integer, nullable=False),
    sqlite_with_rowid=False,
)

survey_texts = sa.Table(  # of anonymous surveys: free texts under a drawn key
    "survey_texts",
    metadata,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("survey_id", Id, sa.ForeignKey("surveys.id"), nullable=False),
    sa.Column("question", sa.Text, nullable=False),
    sa.Column("language", sa.Text, nullable=False, server_default=""),
    sa.Column("text", sa.Text, nullable=False),
    sqlite_with_rowid=False,
)
sa.Index("survey_texts_of_survey", survey_texts.c.survey_id, survey_texts.c.question)

ideas = sa.Table(
    "ideas",
    metadata,
    sa.Column("id", Id, primary_key=True, autoincrement=True),
    sa.Column("resident_id", Id, sa.ForeignKey("residents.id")),  # null once they are erased
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("area", sa.Text, nullable=False, server_default=""),  # '': the whole community
    sa.Column("state", sa.Text, nullable=False, server_default="new"),  # new | public | declined | done
    sa.Column("answer", sa.JSON, nullable=False),  # language -> words of the staff
    sa.Column("answered_by", sa.Text),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("changed_at", Instant, nullable=False),
)
sa.Index("ideas_by_area", ideas.c.area, ideas.c.state, ideas.c.id)

idea_backers = sa.Table(
    "idea_backers",
    metadata,
    sa.Column("idea_id", Id, sa.ForeignKey("ideas.id"), primary_key=True),
    sa.Column("resident_id", Id, sa.ForeignKey("residents.id"), primary_key=True),
)
sa.Index("idea_backers_of_resident", idea_backers.c.resident_id)
