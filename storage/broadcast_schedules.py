"""Which occurrence of a broadcast comes next, and when. Whoever moves the row on does what was due: nobody else."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from storage.engine import Tx
from storage.tables_broadcasts import broadcast_schedules


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """Occurrence `number` (from 0) of a broadcast, due at `next_at`. `missed`: how many were reported and not sent."""

    broadcast_id: int
    number: int
    next_at: datetime
    missed: int


async def begin(tx: Tx, broadcast_id: int, number: int, next_at: datetime) -> None:
    """Occurrence `number` comes at `next_at`."""
    await tx.execute(
        broadcast_schedules.insert().values(broadcast_id=broadcast_id, number=number, next_at=next_at, missed=0)
    )


async def get(tx: Tx, broadcast_id: int) -> Pending | None:
    """What comes next of that broadcast; None where nothing does."""
    query = sa.select(broadcast_schedules).where(broadcast_schedules.c.broadcast_id == broadcast_id)
    row = await tx.one(query)
    return None if row is None else Pending(**row._mapping)


async def due(tx: Tx, now: datetime, limit: int = 20) -> Sequence[Pending]:
    """Everything that is due, the oldest first."""
    query = sa.select(broadcast_schedules).where(broadcast_schedules.c.next_at <= now)
    rows = await tx.all(query.order_by(broadcast_schedules.c.next_at).limit(limit))
    return [Pending(**row._mapping) for row in rows]


async def move_on(tx: Tx, pending: Pending, number: int, next_at: datetime | None, missed: int) -> bool:
    """Occurrence `number` comes next, or none. False where somebody else moved it on: then nothing is to be done."""
    table = broadcast_schedules
    mine = sa.and_(table.c.broadcast_id == pending.broadcast_id, table.c.number == pending.number)
    if next_at is None:
        return (await tx.execute(table.delete().where(mine))).rowcount == 1
    values = {"number": number, "next_at": next_at, "missed": table.c.missed + missed}
    return (await tx.execute(table.update().where(mine).values(**values))).rowcount == 1


async def end(tx: Tx, broadcast_id: int) -> None:
    """Nothing more of it comes."""
    await tx.execute(broadcast_schedules.delete().where(broadcast_schedules.c.broadcast_id == broadcast_id))
