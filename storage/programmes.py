"""Figures of a programme for its evaluation, and the sums that were entered for it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from domain.event import Answer
from domain.money import Money
from storage.engine import Tx
from storage.tables_events import occasions, signups
from storage.tables_spreading import spreads
from storage.tables_volunteers import fund_goals, pledges, programme_costs, shift_places, shifts
from storage.upsert import upsert


@dataclass(frozen=True, slots=True, kw_only=True)
class Turnout:
    """How many people were told, signed up and came, in how many occasions."""

    invited: int
    signed_up: int
    came: int
    occasions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """How many volunteers worked how long."""

    people: int
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fund:
    """How far a fundraiser has come; all three in one currency."""

    goal: Money
    pledged: Money
    received: Money


async def turnout(tx: Tx, event_id: int) -> Turnout:
    """Figures of all occasions of an event, in three queries whatever the number of guests."""
    s, of_event = signups.c, occasions.c.event_id == event_id
    joined = signups.join(occasions, occasions.c.id == s.occasion_id)
    going = sa.case((s.answer == Answer.GOING.value, s.people), else_=0)
    came = sa.case((s.came_at.is_not(None), s.people), else_=0)
    row = await tx.one(
        sa.select(
            sa.func.count(s.resident_id.distinct()),
            sa.func.coalesce(sa.func.sum(going), 0),
            sa.func.coalesce(sa.func.sum(came), 0),
        )
        .select_from(joined)
        .where(of_event)
    )
    told = sa.select(sa.func.coalesce(sa.func.sum(spreads.c.people), 0))
    invited = int(
        await tx.scalar(
            told.where(
                sa.or_(spreads.c.occasion == f"event:{event_id}", spreads.c.occasion.like(f"event:{event_id}:invite%"))
            )
        )
    )
    number = int(await tx.scalar(sa.select(sa.func.count()).select_from(occasions).where(of_event)))
    answered, signed_up, there = (int(value) for value in row) if row else (0, 0, 0)
    return Turnout(invited=max(invited, answered), signed_up=signed_up, came=there, occasions=number)


async def help_given(tx: Tx, event_id: int) -> Help:
    """The volunteers who worked on the event's shifts."""
    row = await tx.one(
        sa.select(
            sa.func.count(shift_places.c.resident_id.distinct()),
            sa.func.coalesce(sa.func.sum(shift_places.c.minutes), 0),
        )
        .select_from(
            shift_places.join(shifts, shifts.c.id == shift_places.c.shift_id).join(
                occasions, occasions.c.id == shifts.c.occasion_id
            )
        )
        .where(occasions.c.event_id == event_id, shift_places.c.minutes > 0)
    )
    return Help(people=int(row[0]), minutes=int(row[1])) if row else Help(people=0, minutes=0)


async def set_cost(tx: Tx, event_id: int, cost: Money) -> None:
    """Enter what the programme cost; an earlier entry gives way."""
    await _set(tx, programme_costs, event_id, cost)


async def cost_of(tx: Tx, event_id: int) -> Money | None:
    """What was entered, or None."""
    return await _get(tx, programme_costs, event_id)


async def set_goal(tx: Tx, event_id: int, goal: Money) -> None:
    """Make the event a fundraiser with that goal, or change the goal."""
    await _set(tx, fund_goals, event_id, goal)


async def goal_of(tx: Tx, event_id: int) -> Money | None:
    """The goal, or None: then it is no fundraiser."""
    return await _get(tx, fund_goals, event_id)


async def _set(tx: Tx, table: sa.Table, event_id: int, money: Money) -> None:
    insert = upsert(tx, table)
    values = {"cents": money.cents, "currency": money.currency}
    await tx.execute(
        insert.values(event_id=event_id, **values).on_conflict_do_update(index_elements=["event_id"], set_=values)
    )


async def _get(tx: Tx, table: sa.Table, event_id: int) -> Money | None:
    row = await tx.one(sa.select(table.c.cents, table.c.currency).where(table.c.event_id == event_id))
    return None if row is None else Money(cents=row.cents, currency=row.currency)


async def pledge(tx: Tx, event_id: int, giver: str, cents: int, by: str, now: datetime) -> None:
    """Write down what somebody promises to give; a second promise adds to the first."""
    if await _add(tx, event_id, giver, pledges.c.pledged, cents) == 0:
        await tx.insert(pledges, event_id=event_id, giver=giver, pledged=cents, noted_by=by, noted_at=now)


async def receive(tx: Tx, event_id: int, giver: str, cents: int, by: str, now: datetime) -> None:
    """Write down what somebody gave, promised before or not."""
    if await _add(tx, event_id, giver, pledges.c.received, cents) == 0:
        await tx.insert(pledges, event_id=event_id, giver=giver, pledged=0, received=cents, noted_by=by, noted_at=now)


async def _add(tx: Tx, event_id: int, giver: str, column: sa.ColumnElement[int], cents: int) -> int:
    mine = sa.and_(pledges.c.event_id == event_id, sa.func.lower(pledges.c.giver) == giver.lower())
    result = await tx.execute(pledges.update().where(mine).values({column: column + cents}))
    return int(result.rowcount)


async def sums(tx: Tx, event_id: int) -> tuple[int, int]:
    """(pledged, received) in cents. What came without a promise counts as promised too."""
    row = await tx.one(sa.select(*_SUMS).where(pledges.c.event_id == event_id))
    return (int(row[0]), int(row[1])) if row else (0, 0)


async def funds(tx: Tx, event_ids: Collection[int]) -> dict[int, Fund]:
    """How far each fundraiser among these events has come, by its id, in one query."""
    query = (
        sa.select(fund_goals.c.event_id, fund_goals.c.cents, fund_goals.c.currency, *_SUMS)
        .select_from(fund_goals.outerjoin(pledges, pledges.c.event_id == fund_goals.c.event_id))
        .where(fund_goals.c.event_id.in_(event_ids))
        .group_by(fund_goals.c.event_id, fund_goals.c.cents, fund_goals.c.currency)
    )
    return {
        row[0]: Fund(
            goal=Money(cents=row[1], currency=row[2]),
            pledged=Money(cents=int(row[3]), currency=row[2]),
            received=Money(cents=int(row[4]), currency=row[2]),
        )
        for row in await tx.all(query)
    }


_SUMS = (
    sa.func.coalesce(
        sa.func.sum(sa.case((pledges.c.received > pledges.c.pledged, pledges.c.received), else_=pledges.c.pledged)), 0
    ),
    sa.func.coalesce(sa.func.sum(pledges.c.received), 0),
)
