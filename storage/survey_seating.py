"""Seats for many at once: everybody in an audience, in one statement."""

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from domain.audience import Audience, Wish
from storage.audience import matches, wanted
from storage.engine import Tx
from storage.tables import residents
from storage.tables_surveys import survey_seats


async def seat_audience(tx: Tx, survey_id: int, audience: Audience, wish: Wish) -> int:
    """Give everybody in the audience who may be written to a seat; returns how many got one. Nobody gets two."""
    chosen = (
        sa.select(sa.literal(survey_id, survey_seats.c.survey_id.type), residents.c.id)
        .where(matches(audience), wanted(wish))
        .order_by(residents.c.id)
    )
    insert = (sqlite if tx.dialect == "sqlite" else postgresql).insert(survey_seats)
    result = await tx.execute(insert.from_select(["survey_id", "resident_id"], chosen).on_conflict_do_nothing())
    return int(max(result.rowcount, 0))
