"""What retention has done: which closed cases hold no words any more."""

import sqlalchemy as sa

from storage.tables import Id, Instant, metadata

emptied_cases = sa.Table(
    "emptied_cases",
    metadata,
    sa.Column("case_id", Id, sa.ForeignKey("cases.id"), primary_key=True, autoincrement=False),
    sa.Column("at", Instant, nullable=False),
)
