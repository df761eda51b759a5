"""Tables of events: the plan, each time that it takes place, who comes, and the reminders, one row an occasion."""

import sqlalchemy as sa

from storage.tables import Id, Instant, metadata

events = sa.Table(
    "events",
    metadata,
    sa.Column("id", Id, primary_key=True, autoincrement=True),
    sa.Column("code", sa.Text, nullable=False, unique=True),  # in deep links and on posters
    sa.Column("uid", sa.Text, nullable=False, unique=True),  # in calendars
    sa.Column("state", sa.Text, nullable=False, server_default="open"),  # open | cancelled
    sa.Column("sequence", sa.Integer, nullable=False, server_default="0"),
    sa.Column("topic", sa.Text, nullable=False),
    sa.Column("area", sa.Text),
    sa.Column("department", sa.Text, nullable=False),
    sa.Column("created_by", sa.Text, nullable=False),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("updated_at", Instant, nullable=False),
    sa.Column("plan", sa.JSON, nullable=False),  # encoded domain.event.Plan
)

occasions = sa.Table(  # one time that an event takes place
    "occasions",
    metadata,
    sa.Column("id", Id, primary_key=True, autoincrement=True),
    sa.Column("event_id", Id, sa.ForeignKey("events.id"), nullable=False),
    sa.Column("original", Instant, nullable=False),  # the start by the rule
    sa.Column("starts_at", Instant, nullable=False),
    sa.Column("ends_at", Instant, nullable=False),
    sa.Column("closes_at", Instant, nullable=False),  # sign-up ends
    sa.Column("state", sa.Text, nullable=False, server_default="open"),  # open | cancelled
    sa.Column("capacity", sa.Integer),
    sa.Column("taken", sa.Integer, nullable=False, server_default="0"),
    sa.Column("door", sa.Text, nullable=False),
    sa.UniqueConstraint("event_id", "original", name="occasions_once"),
    sa.CheckConstraint("taken >= 0 AND (capacity IS NULL OR taken <= capacity)", name="occasions_seats"),
)
_COMING = occasions.c.state == "open"
sa.Index("occasions_coming", occasions.c.starts_at, sqlite_where=_COMING, postgresql_where=_COMING)
sa.Index("occasions_by_door", occasions.c.door)

signups = sa.Table(
    "signups",
    metadata,
    sa.Column("id", Id, primary_key=True, autoincrement=True),
    sa.Column("occasion_id", Id, sa.ForeignKey("occasions.id"), nullable=False),
    sa.Column("resident_id", Id, sa.ForeignKey("residents.id"), nullable=False),
    sa.Column("answer", sa.Text, nullable=False),  # going | maybe | no | waiting | offered
    sa.Column("people", sa.Integer, nullable=False, server_default="1"),
    sa.Column("ticket", sa.Text, nullable=False, unique=True),
    sa.Column("answered_at", Instant, nullable=False),
    sa.Column("waits_since", Instant),
    sa.Column("offer_until", Instant),
    sa.Column("came_at", Instant),
    sa.UniqueConstraint("occasion_id", "resident_id", name="signups_once"),
    sa.CheckConstraint("people > 0", name="signups_people"),
)
sa.Index("signups_of_resident", signups.c.resident_id)
sa.Index("signups_by_answer", signups.c.occasion_id, signups.c.answer, signups.c.waits_since)
_WAITING = signups.c.answer == "waiting"
sa.Index("signups_waiting", signups.c.occasion_id, sqlite_where=_WAITING, postgresql_where=_WAITING)
_OFFERED = signups.c.answer == "offered"
sa.Index("signups_offers", signups.c.offer_until, sqlite_where=_OFFERED, postgresql_where=_OFFERED)

reminders = sa.Table(  # one row an occasion and lead, however many come
    "reminders",
    metadata,
    sa.Column("id", Id, primary_key=True, autoincrement=True),
    sa.Column("occasion_id", Id, sa.ForeignKey("occasions.id"), nullable=False),
    sa.Column("minutes", sa.Integer, nullable=False),  # before the start
    sa.Column("due_at", Instant, nullable=False),
    sa.Column("state", sa.Text, nullable=False, server_default="due"),  # due | sent | merged | late | dropped
    sa.Column("ended_at", Instant),
    sa.UniqueConstraint("occasion_id", "minutes", name="reminders_once"),
)
_DUE = reminders.c.state == "due"
sa.Index("reminders_due", reminders.c.due_at, sqlite_where=_DUE, postgresql_where=_DUE)

done_once = sa.Table(  # what the clock does once a day or week: whoever writes the row does it
    "done_once",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("at", Instant, nullable=False),
)
