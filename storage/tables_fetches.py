"""Files that somebody handed us and that must be fetched before they can be read: handlers have no network."""

import sqlalchemy as sa

from storage.tables import Id, Instant, metadata

fetches = sa.Table(
    "fetches",
    metadata,
    sa.Column("id", Id, primary_key=True, autoincrement=True),
    sa.Column("purpose", sa.Text, nullable=False),  # who reads it: ``events``
    sa.Column("file", sa.JSON, nullable=False),  # encoded domain.content.FileRef
    sa.Column("user", sa.Text, nullable=False),  # who handed it over, and where
    sa.Column("channel_id", sa.Text, nullable=False),
    sa.Column("thread", sa.Text),
    sa.Column("state", sa.Text, nullable=False, server_default="due"),  # due | done | failed
    sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
    sa.Column("next_at", Instant, nullable=False),
)
_DUE = fetches.c.state == "due"
sa.Index("fetches_due", fetches.c.next_at, sqlite_where=_DUE, postgresql_where=_DUE)
