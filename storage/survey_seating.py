"""Who may take a seat, and seats for the guests of an event in one statement."""

import sqlalchemy as sa

from domain.audience import Audience
from domain.event import Answer
from domain.people import Reach
from storage.audience import matches
from storage.engine import Tx
from storage.tables import residents
from storage.tables_events import signups
from storage.tables_spreading import spreads
from storage.tables_surveys import survey_seats
from storage.upsert import upsert


async def belongs(tx: Tx, audience: Audience, resident_id: int) -> bool:
    """Whether this one resident is in the audience."""
    found = sa.select(residents.c.id).where(residents.c.id == resident_id, matches(audience))
    return await tx.scalar(found) is not None


async def asked(tx: Tx, survey_id: int) -> int:
    """How many people an audience's invitation was written to."""
    told = sa.select(sa.func.coalesce(sa.func.sum(spreads.c.people), 0))
    return int(await tx.scalar(told.where(spreads.c.occasion == f"survey:{survey_id}:invite")))


async def seat_guests(tx: Tx, survey_id: int, occasion_id: int) -> int:
    """Give everybody who was at an occasion a seat; returns how many got one.

    Where nobody was checked in at the door, everybody who said that they would come is meant.
    """
    here = signups.c.occasion_id == occasion_id
    checked = sa.select(signups.c.id).where(here, signups.c.came_at.is_not(None)).limit(1)
    meant = signups.c.came_at.is_not(None) if await tx.scalar(checked) else signups.c.answer == Answer.GOING.value
    chosen = (
        sa.select(sa.literal(survey_id, survey_seats.c.survey_id.type), residents.c.id)
        .join(signups, signups.c.resident_id == residents.c.id)
        .where(here, meant, residents.c.reach == Reach.ACTIVE.value)
        .order_by(residents.c.id)
    )
    insert = upsert(tx, survey_seats)
    result = await tx.execute(insert.from_select(["survey_id", "resident_id"], chosen).on_conflict_do_nothing())
    return int(max(result.rowcount, 0))
