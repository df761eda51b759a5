"""What retention has done: which closed cases hold no words any more, and the sums of deliveries that are gone."""

import sqlalchemy as sa

from storage.tables import Id, Instant, metadata

emptied_cases = sa.Table(
    "emptied_cases",
    metadata,
    sa.Column("case_id", Id, sa.ForeignKey("cases.id"), primary_key=True, autoincrement=False),
    sa.Column("at", Instant, nullable=False),
)

spread_sums = sa.Table(  # people by outcome, of spreads whose single recipients are kept no longer
    "spread_sums",
    metadata,
    sa.Column("spread_id", Id, primary_key=True, autoincrement=False),
    sa.Column("language", sa.Text, primary_key=True),
    sa.Column("area", sa.Text, primary_key=True),
    sa.Column("channel", sa.Text, primary_key=True),
    sa.Column("state", sa.Text, primary_key=True),
    sa.Column("reason", sa.Text, primary_key=True),
    sa.Column("people", Id, nullable=False),
)

spread_pace = sa.Table(  # when so many percent of those who were reached had been
    "spread_pace",
    metadata,
    sa.Column("spread_id", Id, primary_key=True, autoincrement=False),
    sa.Column("percent", sa.SmallInteger, primary_key=True, autoincrement=False),
    sa.Column("at", Instant, nullable=False),
)
