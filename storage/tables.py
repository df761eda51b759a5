"""Every table, for SQLite and PostgreSQL alike. `storage` alone knows SQL.

Instants rest as whole microseconds since 1970 UTC in a BIGINT: exact, comparable on both engines.
JSON rests as text on SQLite and as JSON on PostgreSQL. The partial indexes are measured choices: with hundreds of
thousands of waiting rows only one index per state and lane keeps a claim under a millisecond.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_micros(instant: datetime) -> int:
    """Whole microseconds since 1970 UTC. Raises ValueError for a datetime without a time zone."""
    if instant.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    return (instant - EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    """The aware datetime (UTC) of `to_micros`."""
    return EPOCH + timedelta(microseconds=micros)


class Instant(TypeDecorator[datetime]):
    """An aware datetime as microseconds."""

    impl = sa.BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        return None if value is None else to_micros(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return None if value is None else from_micros(value)


# SQLite gives rowids only to INTEGER PRIMARY KEY; PostgreSQL should count in 64 bits.
Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

metadata = sa.MetaData()

inbox = sa.Table(
    "inbox",
    metadata,
    sa.Column("id", Id, primary_key=True, autoincrement=True),
    sa.Column("channel", sa.Text, nullable=False),
    sa.Column("dedupe", sa.Text, nullable=False),  # the platform's own id of the update
    sa.Column("conversation", sa.Text, nullable=False),  # events of one conversation keep their order
    sa.Column("payload", sa.Text, nullable=False),  # raw JSON, exactly as it came
    sa.Column("state", sa.Text, nullable=False, server_default="new"),  # new | done | dead
    sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
    sa.Column("received_at", Instant, nullable=False),
    sa.Column("next_at", Instant, nullable=False),
    sa.Column("ended_at", Instant),
    sa.Column("problem", sa.Text),
    sa.UniqueConstraint("channel", "dedupe", name="inbox_once"),
)
sa.Index("inbox_waiting", inbox.c.id, sqlite_where=inbox.c.state == "new", postgresql_where=inbox.c.state == "new")
sa.Index("inbox_dead", inbox.c.id, sqlite_where=inbox.c.state == "dead", postgresql_where=inbox.c.state == "dead")
sa.Index("inbox_ended", inbox.c.ended_at)
_NEW = inbox.c.state == "new"
sa.Index("inbox_conversation", inbox.c.conversation, inbox.c.id, sqlite_where=_NEW, postgresql_where=_NEW)

residents = sa.Table(
    "residents",
    metadata,
    sa.Column("id", Id, primary_key=True, autoincrement=True),
    sa.Column("channel", sa.Text, nullable=False),
    sa.Column("address", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False, server_default=""),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("language_chosen", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("client_language", sa.Text),
    sa.Column("area", sa.Text),
    sa.Column("time_zone", sa.Text),  # IANA name; null: the community's
    sa.Column("quiet_from", sa.Integer),  # quiet hours: minutes of the local day; null: none
    sa.Column("quiet_to", sa.Integer),
    sa.Column("reach", sa.Text, nullable=False, server_default="active"),
    sa.Column("in_group", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("greeted_at", Instant),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("history", sa.JSON, nullable=False),
    sa.Column("dialogue", sa.JSON, nullable=False),
    sa.UniqueConstraint("channel", "address", name="residents_once"),
)

cases = sa.Table(
    "cases",
    metadata,
    sa.Column("id", Id, primary_key=True, autoincrement=True),
    sa.Column("reference", sa.Text, nullable=False, unique=True),
    sa.Column("resident_id", Id, sa.ForeignKey("residents.id"), nullable=False),
    sa.Column("department", sa.Text),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("area", sa.Text),
    sa.Column("priority", sa.Text, nullable=False, server_default="normal"),
    sa.Column("sensitive", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("assignee", sa.Text),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("updated_at", Instant, nullable=False),
    sa.Column("due_at", Instant),
    sa.Column("resolved_at", Instant),
    sa.Column("closed_at", Instant),
    sa.Column("rating", sa.Integer),
    sa.Column("card", sa.Integer, nullable=False, server_default="0"),
    sa.Column("routing", sa.JSON, nullable=False),
)
sa.Index("cases_of_resident", cases.c.resident_id, cases.c.id)
sa.Index("cases_queue", cases.c.department, cases.c.state, cases.c.created_at)
sa.Index("cases_of_assignee", cases.c.assignee, cases.c.state)

entries = sa.Table(
    "entries",
    metadata,
    sa.Column("id", Id, primary_key=True, autoincrement=True),
    sa.Column("case_id", Id, sa.ForeignKey("cases.id"), nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("at", Instant, nullable=False),
    sa.Column("author", sa.Text, nullable=False, server_default=""),
    sa.Column("text", sa.Text, nullable=False, server_default=""),
    sa.Column("data", sa.JSON, nullable=False),
    sa.Column("message_id", sa.Text),
    sa.Column("edited_at", Instant),
)
sa.Index("entries_of_case", entries.c.case_id, entries.c.id)
sa.Index(
    "entries_by_message",
    entries.c.message_id,
    sqlite_where=entries.c.message_id.is_not(None),
    postgresql_where=entries.c.message_id.is_not(None),
)

questions = sa.Table(  # what the bot asked with buttons and still waits for
    "questions",
    metadata,
    sa.Column("id", Id, primary_key=True, autoincrement=True),
    sa.Column("resident_id", Id, sa.ForeignKey("residents.id"), nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("case_id", Id, sa.ForeignKey("cases.id")),
    sa.Column("data", sa.JSON, nullable=False),
    sa.Column("state", sa.Text, nullable=False, server_default="open"),  # open | answered | expired
    sa.Column("asked_at", Instant, nullable=False),
    sa.Column("expires_at", Instant),
    sa.Column("answer", sa.Text),
)
sa.Index(
    "questions_due",
    questions.c.expires_at,
    sqlite_where=questions.c.state == "open",
    postgresql_where=questions.c.state == "open",
)
sa.Index("questions_of_resident", questions.c.resident_id, questions.c.state)

outbox = sa.Table(
    "outbox",
    metadata,
    sa.Column("id", Id, primary_key=True, autoincrement=True),
    sa.Column("channel", sa.Text, nullable=False),
    sa.Column("address", sa.Text, nullable=False),
    sa.Column("lane", sa.SmallInteger, nullable=False),
    sa.Column("operation", sa.Text, nullable=False),
    sa.Column("content", sa.Text),  # encoded domain.content, or null where `body_id` names frozen text
    sa.Column("body_id", Id),
    sa.Column("anchor", sa.Text),
    sa.Column("target", sa.Text),
    sa.Column("thread", sa.Text),
    sa.Column("reply_to", sa.Text),
    sa.Column("person", sa.Text),
    sa.Column("replaces", sa.Text),
    sa.Column("case_id", Id),
    sa.Column("entry_id", Id),
    sa.Column("resident_id", Id),
    sa.Column("spread_id", Id),  # what was said to many at once (storage.spreading)
    sa.Column("report", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("state", sa.Text, nullable=False, server_default="queued"),
    sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("next_at", Instant, nullable=False),
    sa.Column("not_after", Instant),
    sa.Column("lease_until", Instant),
    sa.Column("leased_by", sa.Text),
    sa.Column("started_at", Instant),
    sa.Column("ended_at", Instant),
    sa.Column("platform_id", sa.Text),
    sa.Column("reason", sa.Text),
    sa.Column("doubts", sa.Integer, nullable=False, server_default="0"),  # sends of it that may have arrived unseen
)
_QUEUED = outbox.c.state == "queued"
_SENDING = outbox.c.state == "sending"
sa.Index(
    "outbox_claim",
    outbox.c.channel,
    outbox.c.lane,
    outbox.c.next_at,
    outbox.c.id,
    sqlite_where=_QUEUED,
    postgresql_where=_QUEUED,
)
sa.Index("outbox_sending", outbox.c.id, sqlite_where=_SENDING, postgresql_where=_SENDING)
sa.Index("outbox_at_address", outbox.c.channel, outbox.c.address, sqlite_where=_SENDING, postgresql_where=_SENDING)
sa.Index(
    "outbox_replaces",
    outbox.c.replaces,
    sqlite_where=sa.and_(_QUEUED, outbox.c.replaces.is_not(None)),
    postgresql_where=sa.and_(_QUEUED, outbox.c.replaces.is_not(None)),
)
_BEGUN = sa.and_(_QUEUED, outbox.c.leased_by.is_not(None))
sa.Index("outbox_begun", outbox.c.id, sqlite_where=_BEGUN, postgresql_where=_BEGUN)  # tried before, or put in its turn
# Reply, automatic, desk: a conversation keeps its order. "+ 0", or SQLite would search the range instead of the lane.
_IN_ORDER = sa.and_(_QUEUED, (outbox.c.lane + 0).between(1, 3))
sa.Index(
    "outbox_in_order",
    outbox.c.channel,
    outbox.c.address,
    outbox.c.lane,
    outbox.c.id,
    sqlite_where=_IN_ORDER,
    postgresql_where=_IN_ORDER,
)
_ANSWER = sa.and_(_QUEUED, outbox.c.entry_id.is_not(None))
sa.Index("outbox_answers", outbox.c.channel, outbox.c.created_at, sqlite_where=_ANSWER, postgresql_where=_ANSWER)
_SETS_ANCHOR = outbox.c.anchor.is_not(None)
sa.Index("outbox_by_anchor", outbox.c.anchor, sqlite_where=_SETS_ANCHOR, postgresql_where=_SETS_ANCHOR)
_DOUBTED = outbox.c.doubts > 0
sa.Index("outbox_doubts", outbox.c.id, sqlite_where=_DOUBTED, postgresql_where=_DOUBTED)
_OF_SPREAD = outbox.c.spread_id.is_not(None)
sa.Index(
    "outbox_of_spread",
    outbox.c.spread_id,
    outbox.c.resident_id,
    sqlite_where=_OF_SPREAD,
    postgresql_where=_OF_SPREAD,
)
_HAS_CASE = outbox.c.case_id.is_not(None)
sa.Index("outbox_of_case", outbox.c.case_id, sqlite_where=_HAS_CASE, postgresql_where=_HAS_CASE)
sa.Index(
    "outbox_by_message",
    outbox.c.address,
    outbox.c.platform_id,
    sqlite_where=sa.and_(_HAS_CASE, outbox.c.platform_id.is_not(None)),
    postgresql_where=sa.and_(_HAS_CASE, outbox.c.platform_id.is_not(None)),
)

anchors = sa.Table(  # where a message of ours lives at its platform
    "anchors",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("channel", sa.Text, nullable=False),
    sa.Column("address", sa.Text, nullable=False),
    sa.Column("platform_id", sa.Text, nullable=False),
)
sa.Index("anchors_by_message", anchors.c.address, anchors.c.platform_id)

bodies = sa.Table(  # text of a broadcast, frozen once per language
    "bodies",
    metadata,
    sa.Column("id", Id, primary_key=True, autoincrement=True),
    sa.Column("content", sa.Text, nullable=False),
)

waits = sa.Table(  # 429 and outages outlive a restart: no send to `scope` before `until`
    "waits",
    metadata,
    sa.Column("scope", sa.Text, primary_key=True),  # channel, or channel:address
    sa.Column("until", Instant, nullable=False),
)

staff = sa.Table(
    "staff",
    metadata,
    sa.Column("user", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("time_zone", sa.Text),
    sa.Column("bot", sa.Boolean, nullable=False, server_default=sa.false()),
)

memberships = sa.Table(
    "memberships",
    metadata,
    sa.Column("channel_id", sa.Text, primary_key=True),
    sa.Column("user", sa.Text, primary_key=True),
)

labels = sa.Table(  # what staff taught the router; its state can be rebuilt from these
    "labels",
    metadata,
    sa.Column("id", Id, primary_key=True, autoincrement=True),
    sa.Column("case_id", Id, sa.ForeignKey("cases.id"), nullable=False),
    sa.Column("department", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),  # reassigned | confirmed | chosen
    sa.Column("by", sa.Text, nullable=False, server_default=""),
    sa.Column("at", Instant, nullable=False),
)

documents = sa.Table(  # small named states: the router's memory, cursors
    "documents",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("version", sa.Integer, nullable=False, server_default="1"),
    sa.Column("body", sa.LargeBinary, nullable=False),
    sa.Column("at", Instant, nullable=False),
)

audit = sa.Table(  # who did what; never a message text
    "audit",
    metadata,
    sa.Column("id", Id, primary_key=True, autoincrement=True),
    sa.Column("at", Instant, nullable=False),
    sa.Column("actor", sa.Text, nullable=False),
    sa.Column("deed", sa.Text, nullable=False),
    sa.Column("about", sa.Text, nullable=False, server_default=""),
    sa.Column("data", sa.JSON, nullable=False),
)
