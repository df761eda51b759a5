"""Table of the official warnings that were read: once each, whatever they came through and whatever became of them."""

import sqlalchemy as sa

from storage.tables import Id, Instant, metadata

official_warnings = sa.Table(
    "official_warnings",
    metadata,
    sa.Column("id", Id, primary_key=True, autoincrement=True),
    sa.Column("sender", sa.Text, nullable=False),  # these three name a CAP message for good
    sa.Column("identifier", sa.Text, nullable=False),
    sa.Column("sent", Instant, nullable=False),
    sa.Column("origin", sa.Text, nullable=False),  # the file or feed that it was read from
    sa.Column("outcome", sa.Text, nullable=False),
    sa.Column("broadcast_id", Id),  # the draft that it became or changed
    sa.Column("read_at", Instant, nullable=False),
    sa.UniqueConstraint("sender", "identifier", "sent", name="official_warnings_once"),
)
