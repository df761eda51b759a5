"""Broadcasts: rows whose every change names the version or state that it expects, so that of two deeds one wins."""

import hashlib
import random
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import orjson
import sqlalchemy as sa

from domain.broadcast import STARTED, UNDER_WAY, WAITING, Broadcast, Plan, State, Step, after
from domain.codec import decode, encode
from domain.errors import NotFound
from domain.ids import new_reference
from storage.engine import Tx
from storage.spreading import PUBLIC
from storage.tables_broadcasts import broadcasts
from storage.tables_spreading import spreads

PREFIX = "B-"  # of a reference: nobody takes it for a case


async def add(tx: Tx, plan: Plan, author: str, now: datetime, rng: random.Random) -> Broadcast:
    """A new draft, with a reference of its own."""
    reference = PREFIX + new_reference(rng)
    while await tx.scalar(sa.select(broadcasts.c.id).where(broadcasts.c.reference == reference)) is not None:
        reference = PREFIX + new_reference(rng)
    number = await tx.insert(
        broadcasts, reference=reference, state=State.DRAFT, version=1, author=author, created_at=now, updated_at=now,
        **_of_plan(plan),
    )  # fmt: skip
    return await get(tx, number)


async def get(tx: Tx, number: int) -> Broadcast:
    """The broadcast of that id. Raises NotFound."""
    row = await tx.one(sa.select(broadcasts).where(broadcasts.c.id == number))
    if row is None:
        raise NotFound(f"broadcast {number}")
    return _broadcast(row)


async def by_reference(tx: Tx, reference: str) -> Broadcast | None:
    """The broadcast of that reference, or None."""
    row = await tx.one(sa.select(broadcasts).where(broadcasts.c.reference == reference))
    return None if row is None else _broadcast(row)


async def replan(tx: Tx, broadcast: Broadcast, plan: Plan, now: datetime) -> Broadcast | None:
    """Change the plan: it is a draft again, whoever had approved it. None if somebody else was first."""
    values = {**_of_plan(plan), "version": broadcast.version + 1, "frozen": None, "seal": None}
    values |= {"submitted_by": None, "submitted_at": None, "approved_by": None, "approved_at": None}
    return await move(tx, broadcast, Step.EDIT, now, **values)


async def move(tx: Tx, broadcast: Broadcast, step: Step, now: datetime, **values: Any) -> Broadcast | None:
    """Take a step of the table; None if the row is not what `broadcast` says any more, and nothing changed.

    Raises ForbiddenTransition where the table has no such step.
    """
    state = after(broadcast.state, step)
    ended = now if state not in WAITING | UNDER_WAY else None
    result = await tx.execute(
        broadcasts.update()
        .where(
            broadcasts.c.id == broadcast.id,
            broadcasts.c.state == broadcast.state,
            broadcasts.c.version == broadcast.version,
        )
        .values(**{"state": state, "updated_at": now, "ended_at": ended, **values})
    )
    return await get(tx, broadcast.id) if result.rowcount == 1 else None


async def freeze(tx: Tx, broadcast_id: int, frozen: Any) -> str:
    """Keep exactly what was submitted; returns its seal."""
    text = orjson.dumps(frozen, option=orjson.OPT_SORT_KEYS).decode()
    seal = _seal(text)
    await tx.execute(broadcasts.update().where(broadcasts.c.id == broadcast_id).values(frozen=text, seal=seal))
    return seal


async def frozen(tx: Tx, broadcast_id: int) -> Any | None:
    """What was frozen, byte for byte; None where nothing is or where it is not what the seal says."""
    row = await tx.one(sa.select(broadcasts.c.frozen, broadcasts.c.seal).where(broadcasts.c.id == broadcast_id))
    if row is None or row.frozen is None or _seal(row.frozen) != row.seal:
        return None
    return orjson.loads(row.frozen)


async def open_ones(tx: Tx, limit: int = 50) -> list[Broadcast]:
    """What is drafted, waits or runs, newest first."""
    query = sa.select(broadcasts).where(broadcasts.c.ended_at.is_(None)).order_by(broadcasts.c.id.desc())
    return [_broadcast(row) for row in await tx.all(query.limit(limit))]


async def under_way(tx: Tx) -> list[Broadcast]:
    """What runs or is paused, oldest first."""
    states = [state.value for state in UNDER_WAY]
    query = sa.select(broadcasts).where(broadcasts.c.ended_at.is_(None), broadcasts.c.state.in_(states))
    return [_broadcast(row) for row in await tx.all(query.order_by(broadcasts.c.id))]


async def stopped_since(tx: Tx, instant: datetime) -> list[Broadcast]:
    """What was stopped after `instant`, oldest first."""
    query = sa.select(broadcasts).where(broadcasts.c.state == State.STOPPED.value, broadcasts.c.ended_at > instant)
    return [_broadcast(row) for row in await tx.all(query.order_by(broadcasts.c.id))]


async def overdue(tx: Tx, now: datetime) -> list[Broadcast]:
    """What has expired before it was sent to the end."""
    query = sa.select(broadcasts).where(broadcasts.c.ended_at.is_(None), broadcasts.c.expires_at <= now)
    return [_broadcast(row) for row in await tx.all(query.order_by(broadcasts.c.id))]


async def recent(tx: Tx, limit: int = 20) -> list[Broadcast]:
    """The latest ones in whatever state, newest first."""
    query = sa.select(broadcasts).order_by(broadcasts.c.id.desc()).limit(limit)
    return [_broadcast(row) for row in await tx.all(query)]


async def family(tx: Tx, first: int) -> list[Broadcast]:
    """A broadcast and all that refers to it, as far as somebody may have read it, oldest first."""
    query = sa.select(broadcasts).where(sa.or_(broadcasts.c.id == first, broadcasts.c.refers_to == first))
    found = [_broadcast(row) for row in await tx.all(query.order_by(broadcasts.c.id))]
    return [one for one in found if one.state in STARTED]


async def spreads_of(tx: Tx, broadcast_id: int, *, public: bool | None = None) -> Sequence[int]:
    """Numbers of everything that was spread for it; only posts to public places, or only what went to people."""
    query = sa.select(spreads.c.id).where(spreads.c.broadcast_id == broadcast_id)
    if public is not None:
        posts = spreads.c.occasion.endswith(PUBLIC)
        query = query.where(posts if public else sa.not_(posts))
    return [row.id for row in await tx.all(query.order_by(spreads.c.id))]


async def drawn(tx: Tx, broadcast_id: int) -> tuple[datetime | None, int]:
    """When its card was last drawn, and how many rows had ended by then."""
    row = await tx.one(
        sa.select(broadcasts.c.drawn_at, broadcasts.c.drawn_ended).where(broadcasts.c.id == broadcast_id)
    )
    return (None, 0) if row is None else (row.drawn_at, row.drawn_ended)


async def draw(tx: Tx, broadcast_id: int, now: datetime, ended: int) -> None:
    """Its card was drawn."""
    change = broadcasts.update().where(broadcasts.c.id == broadcast_id)
    await tx.execute(change.values(drawn_at=now, drawn_ended=ended))


def _of_plan(plan: Plan) -> dict[str, Any]:
    return {
        "plan": orjson.dumps(encode(plan)).decode(),
        "kind": plan.kind.value,
        "refers_to": plan.refers_to,
        "expires_at": plan.expires,
    }


def _broadcast(row: Any) -> Broadcast:
    values = {name: getattr(row, name) for name in Broadcast.__dataclass_fields__}
    return Broadcast(**{**values, "state": State(row.state), "plan": decode(Plan, orjson.loads(row.plan))})


def _seal(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
