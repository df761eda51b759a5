"""Tables of what is said to many: the audience, one text a language, how far the rows have come, how they ended."""

import sqlalchemy as sa

from storage.tables import Id, Instant, metadata

spreads = sa.Table(
    "spreads",
    metadata,
    sa.Column("id", Id, primary_key=True, autoincrement=True),
    sa.Column("occasion", sa.Text, nullable=False),  # what caused it: ``broadcast:7``, ``reminder:event:3``
    sa.Column("broadcast_id", Id),
    sa.Column("audience", sa.Text, nullable=False),  # domain.audience as JSON
    sa.Column("topic", sa.Text, nullable=False),
    sa.Column("urgent", sa.Boolean, nullable=False),
    sa.Column("lane", sa.SmallInteger, nullable=False),
    sa.Column("edits", Id),  # a broadcast whose messages are changed in place; null: new messages
    sa.Column("not_before", Instant),
    sa.Column("not_after", Instant),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("reached", Id, nullable=False, server_default="0"),  # rows are written for residents up to this id
    sa.Column("people", Id, nullable=False, server_default="0"),
    sa.Column("rows", Id, nullable=False, server_default="0"),
    sa.Column("ended_at", Instant),  # every recipient has a row
    sa.Column("halt", sa.Text),  # paused | stopped: nothing of it may be claimed; null: it may
    sa.Column("halt_done", sa.Boolean, nullable=False, server_default=sa.true()),  # its rows say so too
    sa.Column("halt_reached", Id),  # they do up to this resident
    sa.Column("summed_at", Instant),  # its outcomes are in `spread_sums`; its rows go (storage.pruning)
    sa.Column("forgotten_at", Instant),  # its rows are gone
)
_OPEN = spreads.c.ended_at.is_(None)
sa.Index("spreads_open", spreads.c.lane, spreads.c.id, sqlite_where=_OPEN, postgresql_where=_OPEN)
_UNSETTLED = spreads.c.halt_done.is_(False)
sa.Index("spreads_unsettled", spreads.c.id, sqlite_where=_UNSETTLED, postgresql_where=_UNSETTLED)
_KEPT = spreads.c.forgotten_at.is_(None)
sa.Index("spreads_with_recipients", spreads.c.ended_at, spreads.c.id, sqlite_where=_KEPT, postgresql_where=_KEPT)
sa.Index("spreads_of_broadcast", spreads.c.broadcast_id)
sa.Index("spreads_by_occasion", spreads.c.occasion)

spread_bodies = sa.Table(  # language "*": of whoever has none of the others
    "spread_bodies",
    metadata,
    sa.Column("spread_id", Id, primary_key=True),
    sa.Column("language", sa.Text, primary_key=True),
    sa.Column("part", sa.SmallInteger, primary_key=True),
    sa.Column("body_id", Id, nullable=False),
)

spread_tally = sa.Table(  # rows by final state, counted as they end: a progress bar must not count a million
    "spread_tally",
    metadata,
    sa.Column("spread_id", Id, primary_key=True),
    sa.Column("state", sa.Text, primary_key=True),
    sa.Column("rows", Id, nullable=False),
)
