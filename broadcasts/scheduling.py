"""From a plan to its occasions: laid out when it is new, moved, added and dropped when it changes."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from broadcasts.recurrence import times_of
from domain.event import Event, EventRefused, EventState, Occasion, Plan
from domain.event_time import before
from storage import occasions, reminders
from storage.engine import Tx
from storage.occasions import Times


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """What a change did to the occasions still to come. `kept`: those at the same time as before."""

    kept: tuple[Occasion, ...] = ()
    moved: tuple[Occasion, ...] = ()
    dropped: tuple[Occasion, ...] = ()


def times_ahead(plan: Plan, now: datetime) -> list[Times]:
    """When the plan takes place from now on. Raises EventRefused, with ``past`` where that is never."""
    times = times_of(plan)
    ahead = [one for one in times if one.ends_at > now]
    if not ahead:
        raise EventRefused("past")
    if plan.deadline_minutes and ahead[-1].closes_at <= now:
        raise EventRefused("deadline")
    return ahead


async def lay_out(tx: Tx, event: Event, times: Sequence[Times], now: datetime, rng: random.Random) -> list[Occasion]:
    """The occasions of a new event, each with its reminders."""
    made = [await occasions.add(tx, event.id, one, event.plan.capacity, rng) for one in times]
    for occasion in made:
        await remind(tx, occasion, event.plan, now)
    return made


async def remind(tx: Tx, occasion: Occasion, plan: Plan, now: datetime) -> None:
    """Plan the reminders of an occasion anew."""
    zone = ZoneInfo(plan.zone)
    leads = {minutes: before(occasion.starts_at, minutes, zone) for minutes in plan.remind}
    await reminders.plan(tx, occasion.id, leads, now)


async def rearrange(tx: Tx, event: Event, times: Sequence[Times], now: datetime, rng: random.Random) -> Moved:
    """Fit the occasions still to come to the event's new plan, whose seats `check_seats` has found to suffice.

    An occasion keeps its guests when it moves: it is matched with the new time of the same day, else, where as many
    are left over on both sides, in their order. One that has no new time is dropped.
    """
    known = [one for one in await occasions.of_event(tx, event.id, after=now) if one.state is not EventState.CANCELLED]
    pairs, dropped, new = _matched(known, times, ZoneInfo(event.plan.zone))
    kept: list[Occasion] = []
    moved: list[Occasion] = []
    for old, time in pairs:
        fresh = await occasions.change(
            tx,
            old.id,
            original=time.original,
            starts_at=time.starts_at,
            ends_at=time.ends_at,
            closes_at=time.closes_at,
            capacity=event.plan.capacity,
            state=EventState.OPEN.value,
        )
        same = (old.starts_at, old.ends_at) == (fresh.starts_at, fresh.ends_at)
        (kept if same else moved).append(fresh)
        await remind(tx, fresh, event.plan, now)
    gone = await occasions.close(tx, [one.id for one in dropped], EventState.DROPPED)
    await reminders.drop(tx, gone, now)
    await lay_out(tx, event, new, now, rng)
    return Moved(kept=tuple(kept), moved=tuple(moved), dropped=tuple(one for one in dropped if one.id in gone))


async def check_seats(tx: Tx, event_id: int, capacity: int | None, now: datetime) -> None:
    """Raise EventRefused (``capacity``) where more people come than there would be seats. Nothing is changed.

    The occasions stay locked until the commit, so that it stays true.
    """
    if capacity is None:
        return
    for occasion in await occasions.of_event(tx, event_id, after=now):
        taken = (await occasions.lock(tx, occasion.id)).taken
        if taken > capacity:
            raise EventRefused("capacity", count=taken, capacity=capacity)


def _matched(
    known: Sequence[Occasion], times: Sequence[Times], zone: ZoneInfo
) -> tuple[list[tuple[Occasion, Times]], list[Occasion], list[Times]]:
    """(pairs, old ones left over, new times left over)."""
    by_day = {one.starts_at.astimezone(zone).date(): one for one in reversed(times)}
    pairs = []
    for old in known:
        time = by_day.pop(old.original.astimezone(zone).date(), None)
        if time is not None:
            pairs.append((old, time))
    paired_old, paired_new = {old.id for old, _ in pairs}, {id(time) for _, time in pairs}
    left = [old for old in known if old.id not in paired_old]
    new = [time for time in times if id(time) not in paired_new]
    if len([old for old in left if old.state is EventState.OPEN]) == len(new) == len(left):
        return [*pairs, *zip(left, new, strict=True)], [], []
    return pairs, left, new
