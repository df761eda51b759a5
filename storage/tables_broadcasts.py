"""Tables of broadcasts: what was composed, frozen and approved, by whom, and how far the card has been drawn."""

import sqlalchemy as sa

from storage.tables import Id, Instant, metadata

broadcasts = sa.Table(
    "broadcasts",
    metadata,
    sa.Column("id", Id, primary_key=True, autoincrement=True),
    sa.Column("reference", sa.Text, nullable=False, unique=True),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("plan", sa.Text, nullable=False),  # domain.broadcast.Plan as JSON
    sa.Column("kind", sa.Text, nullable=False),  # of the plan, for lists
    sa.Column("refers_to", Id),
    sa.Column("expires_at", Instant),
    sa.Column("author", sa.Text, nullable=False),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("updated_at", Instant, nullable=False),
    sa.Column("frozen", sa.Text),  # the very texts and audience that were submitted, as JSON
    sa.Column("seal", sa.Text),  # SHA-256 of `frozen`
    sa.Column("submitted_by", sa.Text),
    sa.Column("submitted_at", Instant),
    sa.Column("approved_by", sa.Text),
    sa.Column("approved_at", Instant),
    sa.Column("override_reason", sa.Text),
    sa.Column("started_at", Instant),
    sa.Column("ended_at", Instant),
    sa.Column("stopped_by", sa.Text),
    sa.Column("drawn_at", Instant),  # when its card was last drawn, and how many rows had ended then
    sa.Column("drawn_ended", Id, nullable=False, server_default="0"),
)
_OPEN = broadcasts.c.ended_at.is_(None)
sa.Index("broadcasts_open", broadcasts.c.state, broadcasts.c.id, sqlite_where=_OPEN, postgresql_where=_OPEN)
sa.Index("broadcasts_of_family", broadcasts.c.refers_to)

audiences = sa.Table(  # audiences with a name
    "audiences",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("expression", sa.Text, nullable=False),
    sa.Column("by", sa.Text, nullable=False),
    sa.Column("at", Instant, nullable=False),
)

staff_links = sa.Table(  # a coordinator's own Telegram chat, and the code that links it
    "staff_links",
    metadata,
    sa.Column("code", sa.Text, primary_key=True),  # its hash
    sa.Column("user", sa.Text, nullable=False),
    sa.Column("made_at", Instant, nullable=False),
    sa.Column("resident_id", Id),  # null: not used yet
    sa.Column("used_at", Instant),
)
sa.Index("staff_links_of_resident", staff_links.c.resident_id)

broadcast_schedules = sa.Table(  # what of a timed or repeated broadcast comes next; no row: nothing does
    "broadcast_schedules",
    metadata,
    sa.Column("broadcast_id", Id, sa.ForeignKey("broadcasts.id"), primary_key=True, autoincrement=False),
    sa.Column("number", sa.Integer, nullable=False),  # of the occurrence, from 0
    sa.Column("next_at", Instant, nullable=False),
    sa.Column("missed", sa.Integer, nullable=False, server_default="0"),
)
sa.Index("broadcast_schedules_due", broadcast_schedules.c.next_at)
