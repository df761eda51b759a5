"""What became of a broadcast, counted in the ledger: every recipient once, however many parts their text had."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from domain.delivery import DeliveryState
from domain.delivery_report import MILESTONES, Outcomes, Report, rank
from storage.engine import Tx
from storage.tables import outbox, residents
from storage.tables_retention import spread_pace, spread_sums
from storage.tables_safety import safety_answers
from storage.tables_spreading import spread_bodies, spreads


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """Of how many spreads of some broadcasts the single recipients are kept no longer, and since when."""

    spreads: int
    of: int
    at: datetime | None

    @property
    def everybody(self) -> bool:
        """Whether no single recipient is left to be named."""
        return self.spreads > 0 and self.spreads == self.of


async def report(tx: Tx, broadcast_id: int, started: datetime) -> Report:
    """The report of a broadcast. Reads every recipient: for a view that does not hold up writers.

    Where recipients are kept no longer their sums are counted in; how fast people were reached is then told only of a
    broadcast that was spread once.
    """
    there, gone = _spreads(broadcast_id, summed=False), _spreads(broadcast_id, summed=True)
    outcomes = _merged([*await outcomes_of(tx, there), *await _kept_outcomes(tx, gone)])
    lost = await forgotten(tx, [broadcast_id])
    if not lost.spreads:
        arrived = await arrived_by(tx, there, outcomes)
    elif lost.of == 1:
        kept = sa.select(spread_pace.c.percent, spread_pace.c.at).where(spread_pace.c.spread_id.in_(gone))
        arrived = {row.percent: row.at for row in await tx.all(kept.order_by(spread_pace.c.percent))}
    else:
        arrived = {}
    after = {percent: max(timedelta(0), at - started) for percent, at in arrived.items()}
    return Report(outcomes=outcomes, reached_after=after)


async def forgotten(tx: Tx, broadcast_ids: Sequence[int]) -> Forgotten:
    """What of these broadcasts is known as sums alone."""
    s = spreads.c
    query = sa.select(sa.func.count(s.summed_at), sa.func.count(), sa.func.max(s.summed_at))
    row = await tx.one(query.where(s.broadcast_id.in_(broadcast_ids), s.edits.is_(None), s.people > 0))
    assert row is not None
    return Forgotten(spreads=int(row[0]), of=int(row[1]), at=row[2])


async def outcomes_of(tx: Tx, of_it: sa.Select[Any]) -> tuple[Outcomes, ...]:
    """How the rows of these spreads ended, every recipient once."""
    o, r = outbox.c, residents.c
    area = sa.func.coalesce(r.area, "")
    reason = sa.func.coalesce(o.reason, "")
    query = (
        sa.select(r.language, area, o.channel, o.state, reason, sa.func.count())
        .select_from(outbox.join(residents, r.id == o.resident_id))
        .where(*_first_parts(of_it))
        .group_by(r.language, area, o.channel, o.state, reason)
    )
    found = [
        Outcomes(
            language=row[0], area=row[1], channel=row[2], state=DeliveryState(_named(row[3])),
            reason="" if row[3] == "sent" else row[4], people=int(row[5]),
        )
        for row in await tx.all(query)
    ]  # fmt: skip
    return _merged(found)  # a row that was sent at the second attempt keeps the reason of the first: one group, not two


async def _kept_outcomes(tx: Tx, of_it: sa.Select[Any]) -> list[Outcomes]:
    query = sa.select(spread_sums).where(spread_sums.c.spread_id.in_(of_it))
    return [
        Outcomes(
            language=row.language, area=row.area, channel=row.channel, state=DeliveryState(row.state),
            reason=row.reason, people=row.people,
        )
        for row in await tx.all(query)
    ]  # fmt: skip


def _merged(found: Sequence[Outcomes]) -> tuple[Outcomes, ...]:
    """Every group once."""
    people: Counter[Outcomes] = Counter()
    for one in found:
        people[replace(one, people=0)] += one.people
    return tuple(replace(one, people=count) for one, count in people.items())


async def arrived_by(tx: Tx, of_it: sa.Select[Any], outcomes: Sequence[Outcomes]) -> dict[int, datetime]:
    """Percent of those who were reached -> when that many had been."""
    reached = sum(one.people for one in outcomes if one.state is DeliveryState.SENT)
    if not reached:
        return {}
    arrivals = sa.select(outbox.c.ended_at).where(*_first_parts(of_it), outbox.c.state == "sent")
    found = {}
    for percent in MILESTONES:
        found[percent] = await tx.scalar(arrivals.order_by(outbox.c.ended_at).offset(rank(percent, reached)).limit(1))
    return found


async def arrivals(tx: Tx, broadcast_id: int, started: datetime, slices: int) -> list[tuple[timedelta, int]]:
    """How many had been reached by when: `slices` points from the start to the last arrival.

    None where some of them are known as sums alone.
    """
    if (await forgotten(tx, [broadcast_id])).spreads:
        return []
    sent = (*_first_parts(_spreads(broadcast_id)), outbox.c.state == "sent")
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
        .where(*_first_parts(_spreads(broadcast_id, summed=False)), o.id > after)
    )
    return await tx.all(query.order_by(o.id).limit(limit))


def _spreads(broadcast_id: int, *, summed: bool | None = None) -> sa.Select[Any]:
    found = sa.select(spreads.c.id).where(spreads.c.broadcast_id == broadcast_id, spreads.c.edits.is_(None))
    if summed is None:
        return found
    return found.where(spreads.c.summed_at.is_not(None) if summed else spreads.c.summed_at.is_(None))


def _first_parts(of_it: sa.Select[Any]) -> tuple[sa.ColumnElement[bool], ...]:
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
