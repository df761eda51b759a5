"""When a broadcast is sent, once or again and again. Days and weeks go by the wall clock, hours by the instant.

"Monday 18:00" stays 18:00 through both changes of the clock. A time that a spring night leaves out is taken an hour
later, one that an autumn night has twice is its first.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

LATE = timedelta(hours=1)  # what comes later than this is stale: the hour was chosen for a reason
MOST_TIMES = 366


class Repeat(StrEnum):
    """How often."""

    NEVER = "never"
    HOURLY = "hourly"
    DAILY = "daily"
    WEEKLY = "weekly"


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """From `first` on, `repeat`; at most `times` in all (0: until it is stopped, expires or an all-clear ends it)."""

    first: datetime
    repeat: Repeat = Repeat.NEVER
    times: int = 0


def occurrence(schedule: Schedule, number: int, zone: ZoneInfo) -> datetime | None:
    """The instant (UTC) of occurrence `number`, counted from 0; None beyond the last one."""
    most = 1 if schedule.repeat is Repeat.NEVER else schedule.times or MOST_TIMES
    if not 0 <= number < most:
        return None
    if schedule.repeat is Repeat.HOURLY:
        return schedule.first.astimezone(UTC) + timedelta(hours=number)
    days = number * (7 if schedule.repeat is Repeat.WEEKLY else 1)
    local = schedule.first.astimezone(zone)
    wall = local.replace(tzinfo=None, fold=0) + timedelta(days=days)
    return wall.replace(tzinfo=zone).astimezone(UTC) if days else schedule.first.astimezone(UTC)


def late_most(schedule: Schedule) -> timedelta:
    """How late an occurrence may still be sent: half of the way to the next one, an hour at the most."""
    return LATE / 2 if schedule.repeat is Repeat.HOURLY else LATE


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """What is to be done now. `send`: one occurrence, or none. `missed`: those that are reported and not sent.

    `next_number` comes at `next_at`; None when nothing comes any more.
    """

    send: int | None
    missed: tuple[int, ...]
    next_number: int
    next_at: datetime | None


def due(schedule: Schedule, number: int, now: datetime, zone: ZoneInfo) -> Due:
    """What of the occurrences from `number` on is due at `now`: of several only the newest can be sent, and that only
    while it is not stale."""
    passed: list[int] = []
    at = occurrence(schedule, number, zone)
    while at is not None and at <= now:
        passed.append(number)
        number += 1
        at = occurrence(schedule, number, zone)
    if not passed:
        return Due(send=None, missed=(), next_number=number, next_at=at)
    newest = occurrence(schedule, passed[-1], zone)
    assert newest is not None  # it has passed
    if now - newest <= late_most(schedule):
        return Due(send=passed[-1], missed=tuple(passed[:-1]), next_number=number, next_at=at)
    return Due(send=None, missed=tuple(passed), next_number=number, next_at=at)
