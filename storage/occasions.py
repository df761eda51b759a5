"""The times at which events take place, and their seats."""

import random
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.errors import NotFound
from domain.event import Event, EventState, Occasion
from domain.ids import new_reference
from storage.engine import Tx
from storage.events import columns, event_of
from storage.tables_events import events, occasions


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """When one occasion is: by the rule, from, to, and until when people can sign up. Instants in UTC."""

    original: datetime
    starts_at: datetime
    ends_at: datetime
    closes_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """An occasion with its event."""

    occasion: Occasion
    event: Event


def occasion_of(row: Any) -> Occasion:
    """The occasion that a row holds (columns of the table under their own names)."""
    values = {column.name: row._mapping[column.name] for column in occasions.c}
    return Occasion(**{**values, "state": EventState(values["state"])})


def joined() -> sa.Select[Any]:
    """Every occasion with its event, to be narrowed; rows are read by `coming_of`."""
    return sa.select(*occasions.c, *columns("planned_")).join(events, events.c.id == occasions.c.event_id)


def coming_of(row: Any) -> Coming:
    """One row of `joined`."""
    return Coming(occasion=occasion_of(row), event=event_of(row, "planned_"))


async def add(tx: Tx, event_id: int, times: Times, capacity: int | None, rng: random.Random) -> Occasion:
    """One more occasion of an event."""
    occasion_id = await tx.insert(
        occasions,
        event_id=event_id,
        original=times.original,
        starts_at=times.starts_at,
        ends_at=times.ends_at,
        closes_at=times.closes_at,
        capacity=capacity,
        door=new_reference(rng).replace("-", ""),
    )
    return await get(tx, occasion_id)


async def get(tx: Tx, occasion_id: int) -> Occasion:
    """The occasion of that id. Raises NotFound."""
    row = await tx.one(sa.select(occasions).where(occasions.c.id == occasion_id))
    if row is None:
        raise NotFound(f"occasion {occasion_id}")
    return occasion_of(row)


async def find(tx: Tx, occasion_id: int) -> Coming | None:
    """The occasion of that id with its event, or None."""
    row = await tx.one(joined().where(occasions.c.id == occasion_id))
    return None if row is None else coming_of(row)


async def lock(tx: Tx, occasion_id: int) -> Occasion:
    """The occasion, held until the commit: seats change hands by one transaction at a time. Raises NotFound."""
    row = await tx.one(sa.select(occasions).where(occasions.c.id == occasion_id).with_for_update())
    if row is None:
        raise NotFound(f"occasion {occasion_id}")
    return occasion_of(row)


async def of_event(tx: Tx, event_id: int, *, after: datetime | None = None) -> list[Occasion]:
    """Every occasion of an event that ends after `after` (all if None), cancelled ones included, oldest first."""
    query = sa.select(occasions).where(occasions.c.event_id == event_id)
    if after is not None:
        query = query.where(occasions.c.ends_at > after)
    return [occasion_of(row) for row in await tx.all(query.order_by(occasions.c.starts_at))]


async def by_door(tx: Tx, door: str) -> Coming | None:
    """The occasion whose entrance shows that code (any case, with or without a dash), or None."""
    row = await tx.one(joined().where(occasions.c.door == door.replace("-", "").upper()))
    return None if row is None else coming_of(row)


async def change(tx: Tx, occasion_id: int, **values: Any) -> Occasion:
    """Set columns of an occasion and return the row as it now is."""
    await tx.execute(occasions.update().where(occasions.c.id == occasion_id).values(**values))
    return await get(tx, occasion_id)


async def coming(
    tx: Tx,
    now: datetime,
    *,
    areas: Collection[str] = (),
    topic: str | None = None,
    until: datetime | None = None,
    departments: Collection[str] = (),
    limit: int = 50,
    offset: int = 0,
) -> list[Coming]:
    """Occasions that have not ended, the next one first.

    `areas`: only of these and of no area in particular; `topic`, `departments`: only of these; `until`: only those
    that begin before.
    """
    query = joined().where(occasions.c.state == EventState.OPEN.value, occasions.c.ends_at > now)
    if areas:
        query = query.where(sa.or_(events.c.area.is_(None), events.c.area.in_(sorted(areas))))
    if topic:
        query = query.where(events.c.topic == topic)
    if departments:
        query = query.where(events.c.department.in_(sorted(departments)))
    if until is not None:
        query = query.where(occasions.c.starts_at < until)
    query = query.order_by(occasions.c.starts_at, occasions.c.id).limit(limit).offset(offset)
    return [coming_of(row) for row in await tx.all(query)]


async def take(tx: Tx, occasion_id: int, seats: int) -> bool:
    """Take seats, all or none of them. False where not enough are left."""
    o = occasions.c
    fits = sa.or_(o.capacity.is_(None), o.taken + seats <= o.capacity)
    open_one = sa.and_(o.id == occasion_id, o.state == EventState.OPEN.value, fits)
    result = await tx.execute(occasions.update().where(open_one).values(taken=o.taken + seats))
    return result.rowcount == 1


async def give_back(tx: Tx, occasion_id: int, seats: int) -> None:
    """Free seats that were taken."""
    o = occasions.c
    await tx.execute(occasions.update().where(o.id == occasion_id).values(taken=o.taken - seats))


async def close(tx: Tx, ids: Sequence[int], state: EventState) -> list[int]:
    """End these open occasions as `state`; returns those that were open until now."""
    open_ones = sa.and_(occasions.c.id.in_(ids), occasions.c.state == EventState.OPEN.value)
    ended = occasions.update().where(open_ones).values(state=state.value).returning(occasions.c.id)
    return [row.id for row in await tx.all(ended)]


async def just_ended(tx: Tx, now: datetime, since: datetime, limit: int = 20) -> list[Coming]:
    """Occasions that took place and ended after `since`, the earliest first."""
    ended = occasions.c.state == EventState.OPEN.value, occasions.c.ends_at <= now, occasions.c.ends_at > since
    return [coming_of(row) for row in await tx.all(joined().where(*ended).order_by(occasions.c.ends_at).limit(limit))]
