"""Pause, resume and stop what is being said to many, at once and for a million rows.

`halt` writes one row. From that commit on the ledger claims nothing of the spread: a row that the engine comes across
is told on the spot. `settle` tells the others, a few thousand at a time; what is on the wire cannot be called back.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal

import sqlalchemy as sa

from domain.delivery import DeliveryState
from storage.engine import Tx
from storage.ledger import HALTS
from storage.spread_rows import FINAL_HALTS
from storage.spread_tally import count_ended
from storage.spreading import CHUNK, TOPIC
from storage.tables import outbox
from storage.tables_spreading import spreads

Halt = Literal["paused", "stopped", "expired"]
_FROM: dict[Halt | None, tuple[str, ...]] = {
    DeliveryState.STOPPED.value: ("queued", "paused"),
    DeliveryState.EXPIRED.value: ("queued", "paused"),
    DeliveryState.PAUSED.value: ("queued",),
    None: ("paused",),
}


async def halt(tx: Tx, spread_ids: Sequence[int], how: Halt | None) -> None:
    """From this commit on nothing of these leaves (``paused``, ``stopped``, ``expired``), or may leave again (None).

    What was stopped or has expired stays so.
    """
    if tx.dialect == "postgresql":  # commits that are claiming rows of these end first, later ones see the halt
        for spread_id in sorted(spread_ids):
            await tx.execute(sa.select(sa.func.pg_advisory_xact_lock(HALTS, spread_id)))
    await tx.execute(
        spreads.update()
        .where(spreads.c.id.in_(spread_ids), sa.or_(spreads.c.halt.is_(None), spreads.c.halt == "paused"))
        .values(halt=how, halt_done=False, halt_reached=None)
    )
    tx.wake(TOPIC)
    tx.wake("outbox")


async def is_halted(tx: Tx, spread_ids: Sequence[int], how: Halt) -> bool:
    """Whether all of these are halted like this."""
    other = sa.or_(spreads.c.halt.is_(None), spreads.c.halt != how)
    return await tx.scalar(sa.select(spreads.c.id).where(spreads.c.id.in_(spread_ids), other).limit(1)) is None


async def next_unsettled(tx: Tx) -> int | None:
    """A spread of which not every row has been told yet; None where all have."""
    number = await tx.scalar(_UNSETTLED)
    return None if number is None else int(number)


_UNSETTLED = sa.select(spreads.c.id).where(spreads.c.halt_done.is_(False)).order_by(spreads.c.id).limit(1)


async def settle(tx: Tx, spread_id: int, now: datetime, *, most: int = CHUNK) -> int:
    """Tell the next `most` recipients' rows of a halted (or resumed) spread. Returns how many rows changed."""
    spread = await tx.one(sa.select(spreads).where(spreads.c.id == spread_id))
    if spread is None or spread.halt_done:
        return 0
    last = await _end_of_slice(tx, spread_id, spread.halt_reached, most)
    rows = await _tell(tx, spread, last, now)
    await tx.execute(
        spreads.update().where(spreads.c.id == spread_id).values(halt_reached=last, halt_done=last is None)
    )
    if spread.halt is None and rows:
        tx.wake("outbox")
    return rows


async def _end_of_slice(tx: Tx, spread_id: int, after: int | None, most: int) -> int | None:
    o = outbox.c
    beyond = sa.select(o.resident_id).where(o.spread_id == spread_id, o.resident_id > (after or 0))
    last = await tx.scalar(beyond.order_by(o.resident_id).limit(1).offset(most - 1))
    return None if last is None else int(last)


async def _tell(tx: Tx, spread: Any, last: int | None, now: datetime) -> int:
    o, after = outbox.c, spread.halt_reached
    here = o.resident_id > (after or 0) if last is None else o.resident_id.between((after or 0) + 1, last)
    if after is None:  # posts to channels belong to no resident
        here = sa.or_(here, o.resident_id.is_(None))
    result = await tx.execute(
        outbox.update()
        .where(o.spread_id == spread.id, here, o.state.in_(_FROM[spread.halt]))
        .values(state=spread.halt or "queued", ended_at=now if spread.halt in FINAL_HALTS else None)
    )
    if spread.halt in FINAL_HALTS and result.rowcount > 0:
        await count_ended(tx, spread.id, spread.halt, result.rowcount)
    return max(result.rowcount, 0)
