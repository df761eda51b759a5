"""What came in, exactly as it came, before anybody is told that it was received."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from storage.engine import Tx
from storage.tables import inbox
from storage.upsert import upsert

TOPIC = "inbox"
SHARDS = 64  # as in `storage.fleet`
_CONVERSATIONS = 0x4C43  # the first number of advisory locks about conversations; the second is the hash


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """An update before it has a row. `payload` is the raw JSON text."""

    channel: str
    dedupe: str
    conversation: str
    payload: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """One row of the inbox."""

    id: int
    channel: str
    dedupe: str
    conversation: str
    payload: str
    attempts: int
    received_at: datetime
    next_at: datetime
    problem: str | None = None


_COLUMNS = tuple(
    inbox.c[name]
    for name in (
        "id",
        "channel",
        "dedupe",
        "conversation",
        "payload",
        "attempts",
        "received_at",
        "next_at",
        "problem",
    )
)


def _stored(row: Any) -> Stored:
    return Stored(**row._mapping)


async def store(tx: Tx, arrivals: Sequence[Arrival], now: datetime) -> int:
    """Keep every update that is not kept yet; returns how many were new. The second copy of an update is nothing."""
    if not arrivals:
        return 0
    insert = upsert(tx, inbox).on_conflict_do_nothing()
    rows = [
        {
            "channel": a.channel,
            "dedupe": _storable(a.dedupe),
            "conversation": _storable(a.conversation),
            "payload": _storable(a.payload),
            "received_at": now,
            "next_at": now,
        }
        for a in arrivals
    ]
    tx.wake(TOPIC)
    if tx.dialect == "sqlite":
        return int((await tx.execute(insert, rows)).rowcount)
    return len((await tx.execute(insert.returning(inbox.c.id), rows)).all())  # asyncpg does not count many rows


def _storable(text: str) -> str:
    """`text` without NULs, which PostgreSQL cannot hold. JSON writes them as an escape: only nonsense has any."""
    return text.replace("\x00", "\ufffd")


async def waiting(tx: Tx, *, after: int, limit: int, shards: Sequence[int] | None = None) -> list[Stored]:
    """Rows still to be handled with an id above `after`, oldest first, at most `limit`.

    `shards` (PostgreSQL): only those of conversations that fall into them (`storage.fleet`).
    """
    query = sa.select(*_COLUMNS).where(inbox.c.state == "new", inbox.c.id > after).order_by(inbox.c.id).limit(limit)
    if shards is not None:
        shard = sa.func.hashtext(inbox.c.conversation).op("&")(SHARDS - 1)
        query = query.where(shard == sa.any_(sa.literal(list(shards), sa.ARRAY(sa.Integer))))
    return [_stored(row) for row in await tx.all(query)]


async def my_turn(tx: Tx, row: Stored) -> bool:
    """Have the row's conversation alone until the transaction ends. False while an earlier row of it is to be handled.

    On SQLite one process handles rows, in order: it is always our turn.
    """
    if tx.dialect == "sqlite":
        return True
    await tx.execute(sa.select(sa.func.pg_advisory_xact_lock(_CONVERSATIONS, sa.func.hashtext(row.conversation))))
    earlier = sa.select(inbox.c.id).where(
        inbox.c.conversation == row.conversation, inbox.c.state == "new", inbox.c.id < row.id
    )
    return await tx.scalar(earlier.limit(1)) is None


async def done(tx: Tx, row_id: int, now: datetime) -> bool:
    """Mark a row handled, in the transaction that handled it. False if somebody else already had."""
    result = await tx.execute(
        inbox.update().where(inbox.c.id == row_id, inbox.c.state == "new").values(state="done", ended_at=now)
    )
    return result.rowcount == 1


async def defer(tx: Tx, row_id: int, problem: str, next_at: datetime) -> None:
    """Handling failed: try again at `next_at`."""
    await tx.execute(
        inbox.update()
        .where(inbox.c.id == row_id)
        .values(attempts=inbox.c.attempts + 1, problem=problem, next_at=next_at)
    )


async def set_aside(tx: Tx, row_id: int, problem: str, now: datetime) -> None:
    """Give up on a poison row: it is kept, shown to admins, and can be replayed."""
    await tx.execute(
        inbox.update()
        .where(inbox.c.id == row_id)
        .values(state="dead", attempts=inbox.c.attempts + 1, problem=problem, ended_at=now)
    )


async def dead(tx: Tx, limit: int = 100) -> list[Stored]:
    """Rows set aside, oldest first."""
    query = sa.select(*_COLUMNS).where(inbox.c.state == "dead").order_by(inbox.c.id).limit(limit)
    return [_stored(row) for row in await tx.all(query)]


async def replay(tx: Tx, row_id: int, now: datetime) -> bool:
    """Put a row that was set aside back in the queue. False if there is no such row."""
    result = await tx.execute(
        inbox.update()
        .where(inbox.c.id == row_id, inbox.c.state == "dead")
        .values(state="new", attempts=0, next_at=now, ended_at=None)
    )
    tx.wake(TOPIC)
    return result.rowcount == 1


async def counts(tx: Tx) -> dict[str, int]:
    """How many rows wait and how many were set aside."""
    new = await tx.scalar(sa.select(sa.func.count()).select_from(inbox).where(inbox.c.state == "new"))
    gone = await tx.scalar(sa.select(sa.func.count()).select_from(inbox).where(inbox.c.state == "dead"))
    return {"waiting": int(new), "dead": int(gone)}


async def forget_before(tx: Tx, instant: datetime, limit: int = 5000) -> int:
    """Delete handled rows older than `instant`; returns how many. Keep them longer than platforms repeat."""
    old = sa.select(inbox.c.id).where(inbox.c.state == "done", inbox.c.ended_at < instant).limit(limit)
    result = await tx.execute(inbox.delete().where(inbox.c.id.in_(old)))
    return int(result.rowcount)
