"""Who got what was said to many is kept for a while; then the sums stay and the rows go, a few thousand at a time.

A spread is summed first, in one transaction that also says so; only then its rows are deleted. What still waits, and
what a follow-up or an open safety check may ask for, stays whole.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

import sqlalchemy as sa

from domain.delivery_report import Outcomes
from storage.delivery_report import arrived_by, outcomes_of
from storage.engine import Tx
from storage.tables import outbox
from storage.tables_broadcasts import broadcasts
from storage.tables_retention import spread_pace, spread_sums
from storage.tables_safety import safety_checks
from storage.tables_spreading import spread_tally, spreads


async def next_to_sum(tx: Tx, ended_before: datetime) -> int | None:
    """The oldest spread that got its last row before that instant, waits for nothing and is not summed yet."""
    ended = sa.select(sa.func.coalesce(sa.func.sum(spread_tally.c.rows), 0)).where(
        spread_tally.c.spread_id == spreads.c.id
    )
    query = sa.select(spreads.c.id).where(
        spreads.c.forgotten_at.is_(None),
        spreads.c.summed_at.is_(None),
        spreads.c.ended_at < ended_before,
        spreads.c.people > 0,  # posts to public places are nobody's
        spreads.c.halt_done,
        spreads.c.rows <= ended.correlate(spreads).scalar_subquery(),
        sa.not_(_asked_for()),
    )
    found = await tx.scalar(query.order_by(spreads.c.ended_at, spreads.c.id).limit(1))
    return None if found is None else int(found)


def _asked_for() -> sa.ColumnElement[bool]:
    """Whether something that is not over refers to the spread's broadcast: a follow-up, or answers to its question."""
    mine, other = broadcasts.alias("mine"), broadcasts.alias("other")
    first = sa.func.coalesce(mine.c.refers_to, mine.c.id)
    follows = sa.exists().where(other.c.refers_to == first, other.c.ended_at.is_(None))
    asks = sa.exists().where(safety_checks.c.id == first, safety_checks.c.closed_at.is_(None))
    return (
        sa.exists()
        .where(mine.c.id == spreads.c.broadcast_id, sa.or_(follows.correlate(mine), asks.correlate(mine)))
        .correlate(spreads)
    )


async def sums(tx: Tx, spread_id: int) -> tuple[tuple[Outcomes, ...], dict[int, datetime]]:
    """Its outcomes, and by when how many percent had been reached. Reads every row: for a view beside the work."""
    it = sa.select(spreads.c.id).where(spreads.c.id == spread_id, spreads.c.edits.is_(None))
    found = await outcomes_of(tx, it)
    return found, await arrived_by(tx, it, found)


async def keep_sums(
    tx: Tx, spread_id: int, outcomes: Sequence[Outcomes], pace: Mapping[int, datetime], now: datetime
) -> bool:
    """Write the sums down, and that the rows may go. False where somebody else was first."""
    first = await tx.execute(
        spreads.update().where(spreads.c.id == spread_id, spreads.c.summed_at.is_(None)).values(summed_at=now)
    )
    if first.rowcount != 1:
        return False
    columns = ("language", "area", "channel", "state", "reason", "people")
    if outcomes:
        rows = [{"spread_id": spread_id, **{name: getattr(one, name) for name in columns}} for one in outcomes]
        await tx.execute(spread_sums.insert(), rows)
    if pace:
        await tx.execute(
            spread_pace.insert(), [{"spread_id": spread_id, "percent": one, "at": at} for one, at in pace.items()]
        )
    return True


async def forget_recipients(tx: Tx, limit: int, now: datetime) -> bool:
    """Delete up to `limit` rows of the oldest spread that is summed. False: there is none."""
    oldest = sa.select(spreads.c.id).where(spreads.c.forgotten_at.is_(None), spreads.c.summed_at.is_not(None))
    spread_id = await tx.scalar(oldest.order_by(spreads.c.ended_at, spreads.c.id).limit(1))
    if spread_id is None:
        return False
    some = sa.select(outbox.c.id).where(outbox.c.spread_id.is_not(None), outbox.c.spread_id == spread_id).limit(limit)
    gone = await tx.execute(outbox.delete().where(outbox.c.id.in_(some)))
    if gone.rowcount < limit:
        await tx.execute(spreads.update().where(spreads.c.id == spread_id).values(forgotten_at=now))
    return True


async def forget_notices(tx: Tx, ended_before: datetime, after: int, span: int) -> tuple[int, int]:
    """Delete what was said to single people and belongs to no case: reminders, invitations, greetings.

    Looks at `span` ids after `after`. Returns how many went and the id to go on after; 0 at the end of the table.
    """
    last = await tx.scalar(sa.select(sa.func.max(outbox.c.id))) or 0
    gone = await tx.execute(
        outbox.delete().where(
            outbox.c.id > after,
            outbox.c.id <= after + span,
            outbox.c.ended_at < ended_before,
            outbox.c.spread_id.is_(None),
            outbox.c.case_id.is_(None),
            outbox.c.anchor.is_(None),
        )
    )
    return int(gone.rowcount), after + span if after + span < last else 0
