"""Tables of safety checks: who was asked is in the ledger, what they said and the sums of it are here."""

import sqlalchemy as sa

from storage.tables import Id, Instant, metadata

safety_checks = sa.Table(
    "safety_checks",
    metadata,
    sa.Column("id", Id, sa.ForeignKey("broadcasts.id"), primary_key=True, autoincrement=False),
    sa.Column("opened_at", Instant, nullable=False),
    sa.Column("closed_at", Instant),
    sa.Column("chases", sa.Integer, nullable=False, server_default="0"),
    sa.Column("chase_at", Instant),
    sa.Column("changed_at", Instant, nullable=False),
    sa.Column("drawn_at", Instant),
    sa.Column("reached", sa.JSON, nullable=False),  # area -> people
    sa.Column("reached_at", Instant),
)
_OPEN = safety_checks.c.closed_at.is_(None)
sa.Index("safety_checks_open", safety_checks.c.id, sqlite_where=_OPEN, postgresql_where=_OPEN)

safety_answers = sa.Table(
    "safety_answers",
    metadata,
    sa.Column("check_id", Id, sa.ForeignKey("safety_checks.id"), primary_key=True),
    sa.Column("resident_id", Id, sa.ForeignKey("residents.id"), primary_key=True),
    sa.Column("answer", sa.Text, nullable=False),
    sa.Column("area", sa.Text, nullable=False, server_default=""),
    sa.Column("at", Instant, nullable=False),
    sa.Column("case_id", Id, sa.ForeignKey("cases.id")),  # opened because they need help
)
sa.Index("safety_answers_of_resident", safety_answers.c.resident_id)

safety_tally = sa.Table(  # the board must not count a million answers
    "safety_tally",
    metadata,
    sa.Column("check_id", Id, sa.ForeignKey("safety_checks.id"), primary_key=True),
    sa.Column("area", sa.Text, primary_key=True),
    sa.Column("answer", sa.Text, primary_key=True),
    sa.Column("people", Id, nullable=False),
)
