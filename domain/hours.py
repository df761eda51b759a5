"""Working time: when may an answer be expected? Pure arithmetic in the community's own time zone."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.community import Hours

HORIZON_DAYS = 60  # a department that is never open in two months has no promise to make


def open_spans(
    start: datetime, hours: tuple[Hours, ...], zone: ZoneInfo, holidays: frozenset[str]
) -> Iterator[tuple[datetime, datetime]]:
    """Opening spans from `start` on, in UTC, oldest first; across daylight-saving changes the wall clock rules."""
    day = start.astimezone(zone).date()
    for offset in range(HORIZON_DAYS):
        date = day + timedelta(days=offset)
        if date.isoformat() in holidays:
            continue
        for span in sorted((h for h in hours if h.weekday == date.weekday()), key=lambda h: h.opens):
            opens = datetime.combine(date, span.opens, zone).astimezone(UTC)
            closes = datetime.combine(date, span.closes, zone).astimezone(UTC)
            if closes > start:
                yield max(opens, start.astimezone(UTC)), closes


def due_at(
    start: datetime, working_hours: float, hours: tuple[Hours, ...], zone: ZoneInfo, holidays: frozenset[str]
) -> datetime | None:
    """The instant at which `working_hours` of opening time have passed since `start`; None if that never comes.

    A department without opening hours works round the clock.
    """
    left = timedelta(hours=working_hours)
    if not hours:
        return start.astimezone(UTC) + left
    for opens, closes in open_spans(start, hours, zone, holidays):
        if closes - opens >= left:
            return opens + left
        left -= closes - opens
    return None


def is_open(at: datetime, hours: tuple[Hours, ...], zone: ZoneInfo, holidays: frozenset[str]) -> bool:
    """Whether somebody is at work at that instant."""
    if not hours:
        return True
    first = next(open_spans(at, hours, zone, holidays), None)
    return first is not None and first[0] <= at < first[1]
