"""Volunteers: who they are, what they chose about themselves, and the welcome that they are still to get."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from domain.volunteering import Trait
from storage import preferences
from storage.engine import Tx
from storage.tables import residents
from storage.tables_volunteers import shift_places, shifts, volunteer_traits, volunteers, welcome_steps
from storage.upsert import upsert

ROLE = "volunteer"
ACTIVE, LEFT = "active", "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Volunteer:
    """A volunteer with everything that they chose, by trait."""

    resident_id: int
    name: str
    language: str
    state: str
    consented_at: datetime
    traits: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class WelcomeStep:
    """A step of the welcome that is due for one person."""

    resident_id: int
    step: int


async def find(tx: Tx, resident_id: int) -> Volunteer | None:
    """The volunteer, also one who has left; None where the resident never was one."""
    query = (
        sa.select(volunteers, residents.c.name, residents.c.language)
        .join(residents, residents.c.id == volunteers.c.resident_id)
        .where(volunteers.c.resident_id == resident_id)
    )
    row = await tx.one(query)
    return None if row is None else (await _with_traits(tx, [row]))[0]


async def _with_traits(tx: Tx, rows: Sequence[Any]) -> list[Volunteer]:
    ids = [row.resident_id for row in rows]
    traits: dict[int, dict[str, set[str]]] = {number: {} for number in ids}
    query = sa.select(volunteer_traits).where(volunteer_traits.c.resident_id.in_(ids))
    for trait in await tx.all(query):
        traits[trait.resident_id].setdefault(trait.trait, set()).add(trait.value)
    return [
        Volunteer(
            resident_id=row.resident_id,
            name=row.name,
            language=row.language,
            state=row.state,
            consented_at=row.consented_at,
            traits={name: frozenset(values) for name, values in traits[row.resident_id].items()},
        )
        for row in rows
    ]


async def join(tx: Tx, resident_id: int, now: datetime, welcome_after: Sequence[float]) -> None:
    """Become a volunteer, or one again; `welcome_after`: days until each step of the welcome, for a new one."""
    insert = upsert(tx, volunteers)
    await tx.execute(
        insert.values(resident_id=resident_id, consented_at=now).on_conflict_do_update(
            index_elements=["resident_id"], set_={"state": ACTIVE, "consented_at": now, "left_at": None}
        )
    )
    await preferences.give_role(tx, resident_id, ROLE)
    steps = upsert(tx, welcome_steps)
    for step, days in enumerate(welcome_after):
        due = now + timedelta(days=days)
        await tx.execute(steps.values(resident_id=resident_id, step=step, due_at=due).on_conflict_do_nothing())


async def leave(tx: Tx, resident_id: int, now: datetime) -> bool:
    """Be a volunteer no more: nothing is offered, the welcome ends, hours stay counted. False where they are none."""
    result = await tx.execute(
        volunteers.update()
        .where(volunteers.c.resident_id == resident_id, volunteers.c.state == ACTIVE)
        .values(state=LEFT, left_at=now)
    )
    await preferences.take_role(tx, resident_id, ROLE)
    await tx.execute(volunteer_traits.delete().where(volunteer_traits.c.resident_id == resident_id))
    await tx.execute(welcome_steps.delete().where(welcome_steps.c.resident_id == resident_id))
    return result.rowcount == 1


async def toggle(tx: Tx, resident_id: int, trait: Trait, value: str) -> None:
    """Choose a value of a trait, or choose it no more."""
    mine = sa.and_(
        volunteer_traits.c.resident_id == resident_id,
        volunteer_traits.c.trait == trait.value,
        volunteer_traits.c.value == value,
    )
    if (await tx.execute(volunteer_traits.delete().where(mine))).rowcount == 0:
        await tx.execute(volunteer_traits.insert().values(resident_id=resident_id, trait=trait.value, value=value))


async def matching(tx: Tx, wanted: Mapping[Trait, str], limit: int) -> tuple[list[Volunteer], int]:
    """Active volunteers who have every wanted value, by name, at most `limit`; and how many there are in all."""
    chosen = sa.and_(volunteers.c.state == ACTIVE, *(has(trait, value) for trait, value in wanted.items() if value))
    count = int(await tx.scalar(sa.select(sa.func.count()).select_from(volunteers).where(chosen)))
    query = (
        sa.select(volunteers, residents.c.name, residents.c.language)
        .join(residents, residents.c.id == volunteers.c.resident_id)
        .where(chosen)
        .order_by(residents.c.name, residents.c.id)
        .limit(limit)
    )
    return await _with_traits(tx, await tx.all(query)), count


def has(trait: Trait, value: str) -> sa.ColumnElement[bool]:
    """The condition on `volunteers` that they chose that value."""
    t = volunteer_traits.c
    found = sa.exists().where(t.resident_id == volunteers.c.resident_id, t.trait == trait.value, t.value == value)
    return found.correlate(volunteers)


def open_to(trait: Trait, value: str) -> sa.ColumnElement[bool]:
    """The condition on `volunteers` that they chose that value, or none of that trait: then any is welcome."""
    t = volunteer_traits.c
    said = sa.exists().where(t.resident_id == volunteers.c.resident_id, t.trait == trait.value).correlate(volunteers)
    return sa.or_(has(trait, value), sa.not_(said))


async def welcomes_due(tx: Tx, now: datetime, limit: int = 200) -> list[WelcomeStep]:
    """Steps of the welcome that are due, the oldest first."""
    query = sa.select(welcome_steps).where(welcome_steps.c.state == "due", welcome_steps.c.due_at <= now)
    rows = await tx.all(query.order_by(welcome_steps.c.due_at).limit(limit))
    return [WelcomeStep(resident_id=row.resident_id, step=row.step) for row in rows]


async def welcomed(tx: Tx, step: WelcomeStep) -> bool:
    """Take a step on oneself. False where somebody else has it."""
    mine = sa.and_(welcome_steps.c.resident_id == step.resident_id, welcome_steps.c.step == step.step)
    result = await tx.execute(welcome_steps.update().where(mine, welcome_steps.c.state == "due").values(state="done"))
    return result.rowcount == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """One shift that somebody worked."""

    title: dict[str, str]  # language -> words
    starts_at: datetime
    minutes: int


async def worked(tx: Tx, resident_id: int) -> list[Worked]:
    """Every shift with counted minutes, oldest first."""
    query = (
        sa.select(shifts.c.title, shifts.c.starts_at, shift_places.c.minutes)
        .join(shift_places, shift_places.c.shift_id == shifts.c.id)
        .where(shift_places.c.resident_id == resident_id, shift_places.c.minutes > 0)
        .order_by(shifts.c.starts_at, shifts.c.id)
    )
    return [Worked(title=row.title, starts_at=row.starts_at, minutes=row.minutes) for row in await tx.all(query)]
