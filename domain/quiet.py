"""Quiet hours: when may a resident be disturbed? Pure arithmetic in the resident's own time zone.

Quiet hours rule by the wall clock, so a night that daylight saving makes shorter or longer is a shorter or longer
silence. In a fold the hour that comes twice is quiet twice; what would end in a gap ends with the gap.
"""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

DAY_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """From `start` until before `end`, both minutes of the local day (0-1439); across midnight where `end` is less.

    Equal ones mean no quiet at all. Raises ValueError for minutes that no day has.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not (0 <= self.start < DAY_MINUTES and 0 <= self.end < DAY_MINUTES):
            raise ValueError(f"no minutes of a day: {self.start}, {self.end}")


def is_quiet(at: datetime, quiet: Quiet, zone: ZoneInfo) -> bool:
    """Whether the wall clock of `zone` shows quiet time at that instant."""
    local = at.astimezone(zone)
    minute = local.hour * 60 + local.minute
    if quiet.start <= quiet.end:
        return quiet.start <= minute < quiet.end
    return minute >= quiet.start or minute < quiet.end


def next_allowed(at: datetime, quiet: Quiet | None, zone: ZoneInfo) -> datetime:
    """The first instant from `at` on that is not quiet, in UTC."""
    at = at.astimezone(UTC)
    if quiet is None or not is_quiet(at, quiet, zone):
        return at
    return min(end for end in _ends(at, quiet, zone) if end > at and not is_quiet(end, quiet, zone))


def _ends(at: datetime, quiet: Quiet, zone: ZoneInfo) -> list[datetime]:
    """Instants around `at` at which quiet hours may end."""
    today = at.astimezone(zone).date()
    found: list[datetime] = []
    for days in range(3):
        date = today + timedelta(days=days)
        for minutes in (quiet.end, quiet.start):  # where a fold sets the clock back to before the start, it ends too
            wall = datetime(date.year, date.month, date.day, minutes // 60, minutes % 60)  # noqa: DTZ001
            found += _instants(wall, zone)
    return found


def _instants(wall: datetime, zone: ZoneInfo) -> list[datetime]:
    """The instants at which `zone` shows `wall`: one, two in a fold; in a gap the instant at which it ends."""
    first, second = (wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    if second < first:  # only in a gap does the later offset lead to an earlier instant
        return [_change(second, first, zone)]
    return [first] if first == second else [first, _change(first, second, zone), second]


def _change(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """The instant between the two, to the second, at which the offset of `zone` changes."""
    old = before.astimezone(zone).utcoffset()
    seconds = range(int((after - before).total_seconds()) + 1)
    changed = bisect_left(seconds, 1, key=lambda s: (before + timedelta(seconds=s)).astimezone(zone).utcoffset() != old)
    return before + timedelta(seconds=changed)
