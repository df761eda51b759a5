"""Who comes: one row a resident and occasion. Seats are `storage.occasions`'; who changes both locks the occasion."""

import random
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.event import Answer, EventState, Signup
from domain.ids import new_reference
from storage.engine import Tx
from storage.occasions import Coming, coming_of, joined
from storage.tables import residents
from storage.tables_events import occasions, signups


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """A sign-up with the resident's name."""

    signup: Signup
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """People of one occasion by answer, and how many of those who are going were let in."""

    going: int = 0
    maybe: int = 0
    waiting: int = 0
    offered: int = 0
    came: int = 0


def _signup(row: Any) -> Signup:
    values = {column.name: row._mapping[column.name] for column in signups.c}
    return Signup(**{**values, "answer": Answer(values["answer"])})


async def find(tx: Tx, occasion_id: int, resident_id: int) -> Signup | None:
    """The resident's answer, or None."""
    query = sa.select(signups).where(signups.c.occasion_id == occasion_id, signups.c.resident_id == resident_id)
    row = await tx.one(query)
    return None if row is None else _signup(row)


async def get(tx: Tx, signup_id: int) -> Signup | None:
    """The sign-up of that id, or None."""
    row = await tx.one(sa.select(signups).where(signups.c.id == signup_id))
    return None if row is None else _signup(row)


async def by_ticket(tx: Tx, occasion_id: int, ticket: str) -> Signup | None:
    """The sign-up with that ticket (any case, with or without a dash), or None."""
    code = ticket.replace("-", "").replace(" ", "").upper()
    row = await tx.one(sa.select(signups).where(signups.c.occasion_id == occasion_id, signups.c.ticket == code))
    return None if row is None else _signup(row)


async def write(
    tx: Tx,
    known: Signup | None,
    *,
    occasion_id: int,
    resident_id: int,
    answer: Answer,
    people: int,
    now: datetime,
    rng: random.Random,
) -> Signup:
    """Write the answer down. Whoever goes on waiting keeps their place in the queue."""
    since = (known.waits_since if known and known.waits_since else now) if answer is Answer.WAITING else None
    values: dict[str, Any] = {
        "answer": answer.value,
        "people": people,
        "answered_at": now,
        "waits_since": since,
        "offer_until": None,
    }
    if known is not None:
        await tx.execute(signups.update().where(signups.c.id == known.id).values(**values))
        signup_id = known.id
    else:
        ticket = new_reference(rng).replace("-", "") + new_reference(rng)[:2]
        signup_id = await tx.insert(signups, occasion_id=occasion_id, resident_id=resident_id, ticket=ticket, **values)
    found = await get(tx, signup_id)
    assert found is not None
    return found


async def of_resident(tx: Tx, resident_id: int, now: datetime) -> list[tuple[Signup, Coming]]:
    """What a resident has answered to occasions that have not ended, the next one first; a "no" is left out."""
    mine = [column.label(f"signup_{column.name}") for column in signups.c]
    query = (
        joined()
        .add_columns(*mine)
        .join(signups, signups.c.occasion_id == occasions.c.id)
        .where(
            signups.c.resident_id == resident_id,
            signups.c.answer != Answer.NO.value,
            occasions.c.ends_at > now,
            occasions.c.state == EventState.OPEN.value,
        )
        .order_by(occasions.c.starts_at)
    )
    return [(_labelled(row), coming_of(row)) for row in await tx.all(query)]


def _labelled(row: Any) -> Signup:
    values = {column.name: row._mapping[f"signup_{column.name}"] for column in signups.c}
    return Signup(**{**values, "answer": Answer(values["answer"])})


async def tally(tx: Tx, occasion_id: int) -> Tally:
    """How many people answered what."""
    query = (
        sa.select(signups.c.answer, sa.func.sum(signups.c.people))
        .where(signups.c.occasion_id == occasion_id, signups.c.answer != Answer.NO.value)
        .group_by(signups.c.answer)
    )
    counts = {row[0]: int(row[1]) for row in await tx.all(query)}
    came = sa.select(sa.func.sum(signups.c.people)).where(
        signups.c.occasion_id == occasion_id, signups.c.came_at.is_not(None)
    )
    return Tally(**counts, came=int(await tx.scalar(came) or 0))


async def next_waiting(tx: Tx, occasion_id: int, seats: int | None) -> Signup | None:
    """Who waits longest and would fit into `seats` (None: any number); None where nobody would."""
    waiting = signups.c.occasion_id == occasion_id, signups.c.answer == Answer.WAITING.value
    query = sa.select(signups).where(*waiting)
    if seats is not None:
        query = query.where(signups.c.people <= seats)
    row = await tx.one(query.order_by(signups.c.waits_since, signups.c.id).limit(1))
    return None if row is None else _signup(row)


async def place_in_queue(tx: Tx, signup: Signup) -> int:
    """How many sign-ups wait before this one, and this one: 1 for who is next."""
    earlier = sa.or_(
        signups.c.waits_since < signup.waits_since,
        sa.and_(signups.c.waits_since == signup.waits_since, signups.c.id <= signup.id),
    )
    waiting = signups.c.occasion_id == signup.occasion_id, signups.c.answer == Answer.WAITING.value
    return int(await tx.scalar(sa.select(sa.func.count()).where(*waiting, earlier)))


async def offer(tx: Tx, signup: Signup, until: datetime) -> Signup:
    """Hold the freed seat for somebody who waits, until `until`."""
    values = {"answer": Answer.OFFERED.value, "offer_until": until}
    await tx.execute(signups.update().where(signups.c.id == signup.id).values(**values))
    found = await get(tx, signup.id)
    assert found is not None
    return found


async def expired_offers(tx: Tx, now: datetime, limit: int = 100) -> list[Signup]:
    """Offers whose time is over."""
    query = sa.select(signups).where(signups.c.answer == Answer.OFFERED.value, signups.c.offer_until <= now)
    return [_signup(row) for row in await tx.all(query.order_by(signups.c.offer_until).limit(limit))]


async def let_in(tx: Tx, signup_id: int, now: datetime) -> bool:
    """The people of this sign-up are here. False where they were let in before."""
    absent = sa.and_(signups.c.id == signup_id, signups.c.came_at.is_(None))
    result = await tx.execute(signups.update().where(absent).values(came_at=now))
    return result.rowcount == 1


async def guests(
    tx: Tx, occasion_id: int, answers: Collection[Answer], *, absent: bool = False, limit: int = 100
) -> list[Guest]:
    """Who answered so, by name; `absent`: only those not let in yet."""
    query = (
        sa.select(*signups.c, residents.c.name.label("resident_name"))
        .join(residents, residents.c.id == signups.c.resident_id)
        .where(signups.c.occasion_id == occasion_id, signups.c.answer.in_([answer.value for answer in answers]))
    )
    if absent:
        query = query.where(signups.c.came_at.is_(None))
    rows = await tx.all(query.order_by(residents.c.name, signups.c.id).limit(limit))
    return [Guest(signup=_signup(row), name=row.resident_name) for row in rows]


async def unused_seats(tx: Tx, resident_id: int) -> list[tuple[int, int]]:
    """(occasion id, people) of every seat that a resident holds and has not sat in."""
    held = signups.c.answer.in_([Answer.GOING.value, Answer.OFFERED.value])
    query = sa.select(signups.c.occasion_id, signups.c.people)
    mine = signups.c.resident_id == resident_id, held, signups.c.came_at.is_(None)
    return [(row.occasion_id, row.people) for row in await tx.all(query.where(*mine))]


async def everything_of(tx: Tx, resident_id: int) -> list[dict[str, Any]]:
    """All answers of a resident as plain values, for their own copy of their data."""
    query = (
        sa.select(signups, occasions.c.starts_at)
        .join(occasions, occasions.c.id == signups.c.occasion_id)
        .where(signups.c.resident_id == resident_id)
        .order_by(occasions.c.starts_at)
    )
    return [
        {name: value for name, value in row._mapping.items() if name != "resident_id"} for row in await tx.all(query)
    ]


async def forget(tx: Tx, resident_id: int) -> None:
    """Drop the answers of a resident who is erased, their seats given back before.

    Where they came, a nameless head stays: funders are told how many came.
    """
    await tx.execute(signups.delete().where(signups.c.resident_id == resident_id, signups.c.came_at.is_(None)))


async def with_free_seats(tx: Tx, now: datetime, limit: int = 20) -> list[Coming]:
    """Occasions at which somebody waits although there are seats for them."""
    waits = sa.exists().where(
        signups.c.occasion_id == occasions.c.id,
        signups.c.answer == Answer.WAITING.value,
        sa.or_(occasions.c.capacity.is_(None), occasions.c.taken + signups.c.people <= occasions.c.capacity),
    )
    still = occasions.c.state == EventState.OPEN.value, occasions.c.closes_at > now, occasions.c.starts_at > now
    return [coming_of(row) for row in await tx.all(joined().where(*still, waits).limit(limit))]
