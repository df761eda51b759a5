"""Surveys and their seats: what is asked, who is asked, where each of them stands (answers: `survey_answers`)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.codec import decode, encode
from domain.errors import NotFound
from domain.survey import Definition, Occasion, SurveyState
from storage.engine import Tx
from storage.tables import anchors
from storage.tables_surveys import survey_seats, surveys


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """One row of the survey table."""

    id: int
    definition: Definition
    state: SurveyState
    occasion: Occasion
    audience: Any
    department: str | None
    event_id: int | None
    author: str
    created_at: datetime
    opened_at: datetime | None
    closes_at: datetime | None
    remind_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A person's place in a survey. `position`: the id of the question that waits; `picked`: options ticked so far."""

    survey_id: int
    resident_id: int
    state: str
    position: str | None
    picked: tuple[str, ...]
    asks_apart: bool


def _survey(row: Any) -> Survey:
    values = dict(row._mapping)
    return Survey(
        **{
            **values,
            "definition": decode(Definition, values["definition"]),
            "state": SurveyState(values["state"]),
            "occasion": Occasion(values["occasion"]),
        }
    )


def _seat(row: Any) -> Seat:
    values = dict(row._mapping)
    return Seat(**{**values, "picked": tuple(filter(None, values["picked"].split("\n")))})


async def draft(tx: Tx, definition: Definition, author: str, now: datetime) -> Survey:
    """Keep a new survey as a draft."""
    survey_id = await tx.insert(surveys, definition=encode(definition), author=author, created_at=now)
    return await get(tx, survey_id)


async def get(tx: Tx, survey_id: int) -> Survey:
    """The survey of that id. Raises NotFound."""
    row = await tx.one(sa.select(surveys).where(surveys.c.id == survey_id))
    if row is None:
        raise NotFound(f"survey {survey_id}")
    return _survey(row)


async def newest(tx: Tx, limit: int = 10) -> list[Survey]:
    """The newest surveys, newest first."""
    return [_survey(row) for row in await tx.all(sa.select(surveys).order_by(surveys.c.id.desc()).limit(limit))]


async def redraft(tx: Tx, survey_id: int, definition: Definition) -> bool:
    """Change what a draft asks. False where it is no draft any more: what was opened does not change."""
    result = await tx.execute(
        surveys.update()
        .where(surveys.c.id == survey_id, surveys.c.state == SurveyState.DRAFT)
        .values(definition=encode(definition))
    )
    return result.rowcount == 1


async def drop(tx: Tx, survey_id: int) -> bool:
    """Throw a draft away. False where it is no draft (any more)."""
    result = await tx.execute(surveys.delete().where(surveys.c.id == survey_id, surveys.c.state == SurveyState.DRAFT))
    return result.rowcount == 1


async def open_(tx: Tx, survey_id: int, now: datetime, closes_at: datetime, **values: Any) -> bool:
    """Open a draft until `closes_at`. False where somebody opened it before. `values`: further columns."""
    result = await tx.execute(
        surveys.update()
        .where(surveys.c.id == survey_id, surveys.c.state == SurveyState.DRAFT)
        .values(state=SurveyState.OPEN, opened_at=now, closes_at=closes_at, **values)
    )
    return result.rowcount == 1


async def close(tx: Tx, survey_id: int) -> bool:
    """Close an open survey; nobody's position in it is kept. False where it was closed before."""
    result = await tx.execute(
        surveys.update()
        .where(surveys.c.id == survey_id, surveys.c.state == SurveyState.OPEN)
        .values(state=SurveyState.CLOSED, remind_at=None)
    )
    if result.rowcount == 1:
        await tx.execute(
            survey_seats.update().where(survey_seats.c.survey_id == survey_id).values(position=None, picked="")
        )
    return result.rowcount == 1


async def ended(tx: Tx, now: datetime) -> list[Survey]:
    """Open surveys whose time is over."""
    query = sa.select(surveys).where(surveys.c.state == SurveyState.OPEN, surveys.c.closes_at <= now)
    return [_survey(row) for row in await tx.all(query.order_by(surveys.c.id).limit(50))]


async def running(tx: Tx) -> list[Survey]:
    """Open surveys, oldest first."""
    query = sa.select(surveys).where(surveys.c.state == SurveyState.OPEN)
    return [_survey(row) for row in await tx.all(query.order_by(surveys.c.id))]


async def to_remind(tx: Tx, now: datetime) -> list[Survey]:
    """Open surveys whose silent ones are to be reminded now."""
    query = sa.select(surveys).where(surveys.c.state == SurveyState.OPEN, surveys.c.remind_at <= now)
    return [_survey(row) for row in await tx.all(query.order_by(surveys.c.id).limit(50))]


async def reminded(tx: Tx, survey_id: int) -> bool:
    """Take the reminder on oneself. False where somebody else has it."""
    result = await tx.execute(
        surveys.update()
        .where(surveys.c.id == survey_id, surveys.c.state == SurveyState.OPEN, surveys.c.remind_at.is_not(None))
        .values(remind_at=None)
    )
    return result.rowcount == 1


async def standing(tx: Tx, occasion: Occasion) -> list[Survey]:
    """Open surveys of an occasion, oldest first."""
    query = sa.select(surveys).where(surveys.c.state == SurveyState.OPEN, surveys.c.occasion == occasion)
    return [_survey(row) for row in await tx.all(query.order_by(surveys.c.id))]


async def of_event(tx: Tx, event_id: int) -> Survey | None:
    """The newest opened survey about an event, or None."""
    query = sa.select(surveys).where(surveys.c.event_id == event_id, surveys.c.state != SurveyState.DRAFT)
    row = await tx.one(query.order_by(surveys.c.id.desc()).limit(1))
    return None if row is None else _survey(row)


# --- seats


async def seat_one(tx: Tx, survey_id: int, resident_id: int) -> bool:
    """Give one person a seat. False where they have one: nobody is asked twice."""
    if await seat_of(tx, survey_id, resident_id) is not None:
        return False
    await tx.execute(survey_seats.insert().values(survey_id=survey_id, resident_id=resident_id))
    return True


async def seat_of(tx: Tx, survey_id: int, resident_id: int) -> Seat | None:
    """The person's seat in that survey, or None: they were not asked."""
    row = await tx.one(
        sa.select(survey_seats).where(survey_seats.c.survey_id == survey_id, survey_seats.c.resident_id == resident_id)
    )
    return None if row is None else _seat(row)


async def move_seat(tx: Tx, seat: Seat, **values: Any) -> None:
    """Set columns of a seat; `picked` as a tuple."""
    if "picked" in values:
        values["picked"] = "\n".join(values["picked"])
    await tx.execute(
        survey_seats.update()
        .where(survey_seats.c.survey_id == seat.survey_id, survey_seats.c.resident_id == seat.resident_id)
        .values(**values)
    )


async def answering(tx: Tx, resident_id: int) -> list[Seat]:
    """Seats of open surveys in which a question waits for this person, newest survey first."""
    query = (
        sa.select(survey_seats)
        .join(surveys, surveys.c.id == survey_seats.c.survey_id)
        .where(
            survey_seats.c.resident_id == resident_id,
            survey_seats.c.state == "begun",
            surveys.c.state == SurveyState.OPEN,
        )
        .order_by(survey_seats.c.survey_id.desc())
    )
    return [_seat(row) for row in await tx.all(query)]


async def took_part(tx: Tx, resident_id: int, since: datetime) -> bool:
    """Whether the person has begun a survey that is open, or that closed after `since`."""
    query = (
        sa.select(survey_seats.c.survey_id)
        .join(surveys, surveys.c.id == survey_seats.c.survey_id)
        .where(
            survey_seats.c.resident_id == resident_id,
            survey_seats.c.state != "invited",
            surveys.c.closes_at > since,
        )
    )
    return await tx.scalar(query.limit(1)) is not None


async def seats_by_state(tx: Tx, survey_id: int) -> dict[str, int]:
    """How many were asked and where they stand: ``{"invited": 40, "done": 12}``."""
    query = (
        sa.select(survey_seats.c.state, sa.func.count())
        .where(survey_seats.c.survey_id == survey_id)
        .group_by(survey_seats.c.state)
    )
    return {row[0]: int(row[1]) for row in await tx.all(query)}


async def message_of(tx: Tx, anchor: str) -> str | None:
    """The platform's id of the message with that anchor, if it was sent."""
    found = await tx.scalar(sa.select(anchors.c.platform_id).where(anchors.c.name == anchor))
    return None if found is None else str(found)
