"""What became of a broadcast, counted in the ledger: every recipient once, however many parts their text had."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from domain.delivery import DeliveryState
from domain.delivery_report import MILESTONES, Outcomes, Report, rank
from storage.engine import Tx
from storage.tables import outbox, residents
from storage.tables_safety import safety_answers
from storage.tables_spreading import spread_bodies, spreads


async def report(tx: Tx, broadcast_id: int, started: datetime) -> Report:
    """The report of a broadcast. Reads every recipient: for a view that does not hold up writers."""
    o, r = outbox.c, residents.c
    area = sa.func.coalesce(r.area, "")
    reason = sa.func.coalesce(o.reason, "")
    query = (
        sa.select(r.language, area, o.channel, o.state, reason, sa.func.count())
        .select_from(outbox.join(residents, r.id == o.resident_id))
        .where(*_first_parts(broadcast_id))
        .group_by(r.language, area, o.channel, o.state, reason)
    )
    outcomes = tuple(
        Outcomes(
            language=row[0], area=row[1], channel=row[2], state=DeliveryState(_named(row[3])),
            reason="" if row[3] == "sent" else row[4], people=int(row[5]),
        )
        for row in await tx.all(query)
    )  # fmt: skip
    reached = sum(one.people for one in outcomes if one.state is DeliveryState.SENT)
    return Report(outcomes=outcomes, reached_after=await _milestones(tx, broadcast_id, started, reached))


async def _milestones(tx: Tx, broadcast_id: int, started: datetime, reached: int) -> dict[int, timedelta]:
    if not reached:
        return {}
    arrivals = sa.select(outbox.c.ended_at).where(*_first_parts(broadcast_id), outbox.c.state == "sent")
    found = {}
    for percent in MILESTONES:
        at = await tx.scalar(arrivals.order_by(outbox.c.ended_at).offset(rank(percent, reached)).limit(1))
        found[percent] = max(timedelta(0), at - started)
    return found


async def arrivals(tx: Tx, broadcast_id: int, started: datetime, slices: int) -> list[tuple[timedelta, int]]:
    """How many had been reached by when: `slices` points from the start to the last arrival."""
    sent = (*_first_parts(broadcast_id), outbox.c.state == "sent")
    last = await tx.scalar(sa.select(sa.func.max(outbox.c.ended_at)).where(*sent))
    if last is None:
        return []
    span = max(last - started, timedelta(seconds=1))
    points = []
    for number in range(1, slices + 1):
        until = started + span * number / slices
        by_then = sa.select(sa.func.count()).where(*sent, outbox.c.ended_at <= until)
        points.append((until - started, int(await tx.scalar(by_then))))
    return points


async def recipients(tx: Tx, broadcast_id: int, check_id: int, after: int, limit: int) -> Sequence[Any]:
    """Every delivery beyond `after`, by its id: to whom, where, how it ended, and what they answered to the check.

    A repeated broadcast has several of one person: pages that went by persons would lose some of them.
    """
    o, r, s = outbox.c, residents.c, safety_answers.c
    answered = sa.and_(s.check_id == check_id, s.resident_id == r.id)
    query = (
        sa.select(
            o.id.label("delivery"), r.id, r.name, r.channel, r.language, r.area, o.state, o.reason, o.ended_at, s.answer
        )
        .select_from(outbox.join(residents, r.id == o.resident_id).outerjoin(safety_answers, answered))
        .where(*_first_parts(broadcast_id), o.id > after)
    )
    return await tx.all(query.order_by(o.id).limit(limit))


def _first_parts(broadcast_id: int) -> tuple[sa.ColumnElement[bool], ...]:
    of_it = sa.select(spreads.c.id).where(spreads.c.broadcast_id == broadcast_id, spreads.c.edits.is_(None))
    later = sa.select(spread_bodies.c.body_id).where(
        spread_bodies.c.spread_id.in_(of_it.scalar_subquery()), spread_bodies.c.part > 0
    )
    return (
        outbox.c.spread_id.is_not(None),
        outbox.c.spread_id.in_(of_it.scalar_subquery()),
        outbox.c.resident_id.is_not(None),
        outbox.c.body_id.not_in(later.scalar_subquery()),
    )


def _named(state: str) -> str:
    """A paused row is one that still waits."""
    return DeliveryState.QUEUED.value if state == "paused" else state
