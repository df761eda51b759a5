"""Wall time to instants and back, strict where a coordinator enters it and kind where a calendar computes it.

A time that the clock skips or shows twice is refused when it is entered: only its author knows what was meant. Of a
repeated event RFC 5545 (3.3.5) decides: what falls into a gap moves on by the gap, of two the first is meant.
"""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from domain.event import EventRefused

DAY_MINUTES = 24 * 60


def zone_named(name: str) -> ZoneInfo:
    """The time zone of that IANA name. Raises EventRefused (``zone``)."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise EventRefused("zone", zone=name[:60]) from None


def local(text: str) -> datetime:
    """The naive wall time that a plan's text means. Raises EventRefused (``time``)."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise EventRefused("time", text=text[:40]) from None
    return found.replace(tzinfo=None, microsecond=0)


def entered(text: str, zone: ZoneInfo) -> datetime:
    """The instant (UTC) of a wall time that somebody entered. Raises EventRefused (``time``, ``gap``, ``fold``)."""
    wall = local(text)
    first, second = (wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    if second < first:
        raise EventRefused("gap", time=f"{wall:%H:%M}", day=wall.date())
    if first < second:
        raise EventRefused("fold", time=f"{wall:%H:%M}", day=wall.date())
    return first


def computed(wall: datetime, zone: ZoneInfo) -> datetime:
    """The instant (UTC) of a wall time that a rule yields, as RFC 5545 has it."""
    return wall.replace(tzinfo=zone, fold=0).astimezone(UTC)


def before(start: datetime, minutes: int, zone: ZoneInfo) -> datetime:
    """`minutes` before `start`, in UTC: whole days by the calendar of `zone`, the rest by the clock.

    A day before Sunday 10:00 is Saturday 10:00, also when the night between is an hour longer or shorter.
    """
    days, rest = divmod(minutes, DAY_MINUTES)
    wall = start.astimezone(zone).replace(tzinfo=None) - timedelta(days=days)
    fold = start.astimezone(zone).fold if days == 0 else 0
    return wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) - timedelta(minutes=rest)
