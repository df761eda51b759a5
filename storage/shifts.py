"""Shifts and their places. A place is taken by one statement that counts, so that the last one has one winner."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.errors import NotFound
from domain.people import Reach
from domain.volunteering import PlaceState, Trait
from storage.engine import Tx
from storage.tables import residents
from storage.tables_volunteers import shift_places, shifts, volunteers
from storage.upsert import upsert
from storage.volunteers import ACTIVE, has, open_to

HOLDS = (PlaceState.ACCEPTED.value, PlaceState.CAME.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """One row of the shifts table."""

    id: int
    occasion_id: int | None
    title: dict[str, str]  # language -> words
    place: str
    starts_at: datetime
    ends_at: datetime
    skill: str
    language: str
    area: str
    needed: int
    taken: int
    state: str
    created_by: str
    created_at: datetime
    widen_at: datetime | None
    remind_at: datetime | None
    check_in_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Somebody with a place, by name."""

    resident_id: int
    name: str
    state: PlaceState
    minutes: int | None


def _shift(row: Any) -> Shift:
    return Shift(**{column.name: row._mapping[column.name] for column in shifts.c})


async def add(tx: Tx, **values: Any) -> Shift:
    """Keep a new shift; columns by name."""
    return await get(tx, await tx.insert(shifts, **values))


async def get(tx: Tx, shift_id: int) -> Shift:
    """The shift of that id. Raises NotFound."""
    row = await tx.one(sa.select(shifts).where(shifts.c.id == shift_id))
    if row is None:
        raise NotFound(f"shift {shift_id}")
    return _shift(row)


async def coming(tx: Tx, now: datetime, limit: int = 20) -> list[Shift]:
    """Open shifts that are not over, the next first."""
    query = sa.select(shifts).where(shifts.c.state == "open", shifts.c.ends_at > now)
    return [_shift(row) for row in await tx.all(query.order_by(shifts.c.starts_at, shifts.c.id).limit(limit))]


async def of_resident(tx: Tx, resident_id: int, now: datetime) -> list[Shift]:
    """Shifts that are ahead of the resident, the next first."""
    query = (
        sa.select(shifts)
        .join(shift_places, shift_places.c.shift_id == shifts.c.id)
        .where(
            shift_places.c.resident_id == resident_id,
            shift_places.c.state.in_(HOLDS),
            shifts.c.state == "open",
            shifts.c.ends_at > now,
        )
    )
    return [_shift(row) for row in await tx.all(query.order_by(shifts.c.starts_at))]


# --- offers


async def offer_to_fitting(tx: Tx, shift: Shift, time: str, now: datetime) -> int:
    """Give every fitting volunteer an offer, in one statement; returns how many got one.

    A skill or language must be theirs; area and time fit too where they chose none.
    """
    fits = [open_to(Trait.TIME, time)]
    if shift.skill:
        fits.append(has(Trait.SKILL, shift.skill))
    if shift.language:
        fits.append(has(Trait.LANGUAGE, shift.language))
    if shift.area:
        fits.append(open_to(Trait.AREA, shift.area))
    return await _offer(tx, shift, sa.and_(*fits), 1, now)


async def offer_to_others(tx: Tx, shift: Shift, now: datetime) -> int:
    """Give everybody else an offer: those who have the skill first were asked before. Returns how many got one."""
    return await _offer(tx, shift, sa.true(), 2, now)


async def _offer(tx: Tx, shift: Shift, fits: sa.ColumnElement[bool], number: int, now: datetime) -> int:
    chosen = (
        sa.select(
            sa.literal(shift.id, shift_places.c.shift_id.type),
            volunteers.c.resident_id,
            sa.literal(number, sa.Integer),
            sa.literal(now, shift_places.c.changed_at.type),
        )
        .join(residents, residents.c.id == volunteers.c.resident_id)
        .where(volunteers.c.state == ACTIVE, residents.c.reach == Reach.ACTIVE.value, fits)
        .order_by(volunteers.c.resident_id)
    )
    insert = upsert(tx, shift_places)
    columns = ["shift_id", "resident_id", "round", "changed_at"]
    result = await tx.execute(insert.from_select(columns, chosen).on_conflict_do_nothing())
    return int(max(result.rowcount, 0))


# --- places


async def state_of(tx: Tx, shift_id: int, resident_id: int) -> PlaceState | None:
    """Where the person stands with the shift; None where it was never offered to them."""
    mine = sa.and_(shift_places.c.shift_id == shift_id, shift_places.c.resident_id == resident_id)
    found = await tx.scalar(sa.select(shift_places.c.state).where(mine))
    return None if found is None else PlaceState(found)


async def lock_person(tx: Tx, resident_id: int) -> None:
    """Let nobody else change this volunteer's shifts until the transaction ends: two that overlap cannot meet."""
    await tx.execute(
        volunteers.update().where(volunteers.c.resident_id == resident_id).values(state=volunteers.c.state)
    )


async def overlapping(tx: Tx, shift: Shift, resident_id: int) -> Shift | None:
    """A shift that the person has and that shares a moment with `shift`."""
    query = (
        sa.select(shifts)
        .join(shift_places, shift_places.c.shift_id == shifts.c.id)
        .where(
            shift_places.c.resident_id == resident_id,
            shift_places.c.state.in_(HOLDS),
            shifts.c.id != shift.id,
            shifts.c.state == "open",
            shifts.c.starts_at < shift.ends_at,
            shifts.c.ends_at > shift.starts_at,
        )
    )
    row = await tx.one(query.limit(1))
    return None if row is None else _shift(row)


async def take(tx: Tx, shift_id: int) -> bool:
    """Take one place of an open shift. False where none is left: of two who want the last one, one gets it."""
    result = await tx.execute(
        shifts.update()
        .where(shifts.c.id == shift_id, shifts.c.state == "open", shifts.c.taken < shifts.c.needed)
        .values(taken=shifts.c.taken + 1)
    )
    return result.rowcount == 1


async def give_back(tx: Tx, shift_id: int) -> None:
    """One place is free again."""
    await tx.execute(
        shifts.update().where(shifts.c.id == shift_id, shifts.c.taken > 0).values(taken=shifts.c.taken - 1)
    )


async def stand(
    tx: Tx,
    shift_id: int,
    resident_id: int,
    before: Sequence[PlaceState],
    after: PlaceState,
    now: datetime,
    **values: Any,
) -> bool:
    """Move a place from one of the states `before` to `after`. False where it is in none of them."""
    result = await tx.execute(
        shift_places.update()
        .where(
            shift_places.c.shift_id == shift_id,
            shift_places.c.resident_id == resident_id,
            shift_places.c.state.in_([state.value for state in before]),
        )
        .values(state=after.value, changed_at=now, **values)
    )
    return result.rowcount == 1


async def holders(tx: Tx, shift_id: int) -> list[Holder]:
    """Everybody who has a place, came or stayed away, by name."""
    known = (*HOLDS, PlaceState.MISSED.value)
    query = (
        sa.select(shift_places.c.resident_id, residents.c.name, shift_places.c.state, shift_places.c.minutes)
        .join(residents, residents.c.id == shift_places.c.resident_id)
        .where(shift_places.c.shift_id == shift_id, shift_places.c.state.in_(known))
        .order_by(residents.c.name, residents.c.id)
    )
    return [
        Holder(resident_id=row.resident_id, name=row.name, state=PlaceState(row.state), minutes=row.minutes)
        for row in await tx.all(query)
    ]


async def places_by_state(tx: Tx, shift_id: int) -> dict[str, int]:
    """How many places are in which state: ``{"offered": 40, "accepted": 3}``."""
    query = sa.select(shift_places.c.state, sa.func.count()).where(shift_places.c.shift_id == shift_id)
    return {row[0]: int(row[1]) for row in await tx.all(query.group_by(shift_places.c.state))}


# --- what is due


async def due(tx: Tx, column: str, now: datetime) -> list[Shift]:
    """Open shifts whose `column` (``widen_at``, ``remind_at``, ``check_in_at``, ``ends_at``) has come."""
    query = sa.select(shifts).where(shifts.c.state == "open", shifts.c[column] <= now)
    return [_shift(row) for row in await tx.all(query.order_by(shifts.c[column]).limit(100))]


async def take_on(tx: Tx, shift: Shift, column: str) -> bool:
    """Take on what is due, so that it is done once. False where somebody else has."""
    mine = sa.and_(shifts.c.id == shift.id, shifts.c[column].is_not(None))
    return bool((await tx.execute(shifts.update().where(mine).values({column: None}))).rowcount == 1)


async def end(tx: Tx, shift_id: int, state: str) -> bool:
    """An open shift is ``over`` or ``cancelled``. False where it is not open (any more)."""
    mine = sa.and_(shifts.c.id == shift_id, shifts.c.state == "open")
    return bool((await tx.execute(shifts.update().where(mine).values(state=state))).rowcount == 1)
