"""Events: a plan under a code. A change is a compare-and-set on its sequence, so that of two who change it one wins."""

import random
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.codec import decode, encode
from domain.errors import NotFound
from domain.event import Event, EventState, Plan
from domain.ids import new_reference
from storage.engine import Tx
from storage.tables_events import events

CODE_TRIES = 50
UID_HOST = "liaison"


def event_of(row: Any, prefix: str = "") -> Event:
    """The event that a row holds; `prefix` where its columns are labelled."""
    value = {column.name: row._mapping[prefix + column.name] for column in events.c}
    own = {name: value[name] for name in ("id", "code", "uid", "sequence", "created_by", "created_at", "updated_at")}
    return Event(**own, state=EventState(value["state"]), plan=decode(Plan, value["plan"]))


def columns(prefix: str) -> list[sa.Label[Any]]:
    """The columns of the table, labelled for a query that joins it."""
    return [column.label(prefix + column.name) for column in events.c]


async def create(
    tx: Tx, plan: Plan, *, created_by: str, now: datetime, rng: random.Random, uid: str | None = None
) -> Event:
    """Write a plan down under a fresh code. `uid`: its name in the calendar it comes from."""
    code = await _free_code(tx, rng)
    event_id = await tx.insert(
        events,
        code=code,
        uid=uid or f"{code.lower()}@{UID_HOST}",
        created_by=created_by,
        created_at=now,
        updated_at=now,
        **_planned(plan),
    )
    return await get(tx, event_id)


async def _free_code(tx: Tx, rng: random.Random) -> str:
    for _ in range(CODE_TRIES):
        code = new_reference(rng).replace("-", "")
        if await tx.scalar(sa.select(events.c.id).where(events.c.code == code)) is None:
            return code
    raise RuntimeError("no free event code was found")


def _planned(plan: Plan) -> dict[str, Any]:
    return {"plan": encode(plan), "topic": plan.topic, "area": plan.area, "department": plan.department}


async def get(tx: Tx, event_id: int) -> Event:
    """The event of that id. Raises NotFound."""
    row = await tx.one(sa.select(events).where(events.c.id == event_id))
    if row is None:
        raise NotFound(f"event {event_id}")
    return event_of(row)


async def by_code(tx: Tx, code: str) -> Event | None:
    """The event of that code (any case, with or without a dash), or None."""
    row = await tx.one(sa.select(events).where(events.c.code == code.replace("-", "").upper()))
    return None if row is None else event_of(row)


async def by_uid(tx: Tx, uid: str) -> Event | None:
    """The event that calendars call `uid`, or None."""
    row = await tx.one(sa.select(events).where(events.c.uid == uid))
    return None if row is None else event_of(row)


async def revise(tx: Tx, event: Event, plan: Plan, now: datetime) -> Event | None:
    """Replace the plan. None if somebody else has changed or cancelled the event meanwhile."""
    changes = {"sequence": event.sequence + 1, "updated_at": now, **_planned(plan)}
    return await _change(tx, event, changes)


async def cancel(tx: Tx, event: Event, now: datetime) -> Event | None:
    """Cancel the event. None if it was changed or cancelled meanwhile."""
    changes = {"sequence": event.sequence + 1, "updated_at": now, "state": EventState.CANCELLED.value}
    return await _change(tx, event, changes)


async def _change(tx: Tx, event: Event, changes: dict[str, Any]) -> Event | None:
    unmoved = sa.and_(
        events.c.id == event.id, events.c.sequence == event.sequence, events.c.state == EventState.OPEN.value
    )
    result = await tx.execute(events.update().where(unmoved).values(**changes))
    return await get(tx, event.id) if result.rowcount == 1 else None
