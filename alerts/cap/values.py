"""The simple types of the CAP schema: times, numbers, language tags, code lists, points.

Each reader takes the text of an element and returns its value, or raises ValueError when the schema or a rule of the
specification's section 3 forbids the text.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Final

from alerts.cap.message import Circle, Point, Reference

_TIME = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d):(\d\d)([+-])(\d\d):(\d\d)", re.ASCII)
_DECIMAL = re.compile(r"[+-]?(\d{1,400}(\.\d{0,400})?|\.\d{1,400})", re.ASCII)
_INTEGER = re.compile(r"[+-]?\d{1,18}", re.ASCII)
_LANGUAGE = re.compile(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*", re.ASCII)
MAX_OFFSET_HOURS: Final = 14  # xs:dateTime
WIDEST: Final = 360.0  # some publishers count longitudes east of 180 on: accepted and folded where they are used


def read_time(text: str) -> datetime:
    """A time like 2026-03-01T18:00:00+01:00. ``24:00:00`` is the next day's midnight, as xs:dateTime has it."""
    match = _TIME.fullmatch(text.strip())
    if match is None:
        raise ValueError(text)
    day, hour, minute, second, sign, off_hours, off_minutes = match.groups()
    offset = timedelta(hours=int(off_hours), minutes=int(off_minutes))
    if offset > timedelta(hours=MAX_OFFSET_HOURS) or int(off_minutes) > 59:
        raise ValueError(text)
    zone = timezone(-offset if sign == "-" else offset) if offset else UTC
    if (hour, minute, second) == ("24", "00", "00"):
        return datetime.fromisoformat(f"{day}T00:00:00").replace(tzinfo=zone) + timedelta(days=1)
    return datetime.fromisoformat(f"{day}T{hour}:{minute}:{second}").replace(tzinfo=zone)


def write_time(moment: datetime) -> str:
    """`moment` (aware) in whole seconds; UTC is ``-00:00``, as the specification asks."""
    text = moment.replace(microsecond=0).isoformat()
    return f"{text.removesuffix('+00:00')}-00:00" if text.endswith("+00:00") else text


def read_decimal(text: str) -> Decimal:
    """A decimal without exponent."""
    if not _DECIMAL.fullmatch(text.strip()):
        raise ValueError(text)
    return Decimal(text.strip())


def write_decimal(number: Decimal | float) -> str:
    """`number` without exponent; a float gives the shortest text that reads back as the same float."""
    return format(number if isinstance(number, Decimal) else Decimal(repr(number)), "f")


def read_integer(text: str) -> int:
    """A whole number."""
    if not _INTEGER.fullmatch(text.strip()):
        raise ValueError(text)
    return int(text)


def read_language(text: str) -> str:
    """A language tag (RFC 3066, the form that xs:language checks)."""
    if not _LANGUAGE.fullmatch(text.strip()):
        raise ValueError(text)
    return text.strip()


def read_point(text: str) -> Point:
    """``latitude,longitude``."""
    latitude, comma, longitude = text.partition(",")
    if not comma:
        raise ValueError(text)
    point = Point(latitude=float(read_decimal(latitude)), longitude=float(read_decimal(longitude)))
    if abs(point.latitude) > 90 or abs(point.longitude) > WIDEST:
        raise ValueError(text)
    return point


def write_point(point: Point) -> str:
    """``latitude,longitude``."""
    return f"{write_decimal(point.latitude)},{write_decimal(point.longitude)}"


def read_circle(text: str) -> Circle:
    """``latitude,longitude radius``; the radius is kilometres and not negative. A point has radius 0."""
    centre, radius = text.split()
    number = float(read_decimal(radius))
    if not 0 <= number < 1e5:
        raise ValueError(text)
    return Circle(centre=read_point(centre), radius_km=number)


def write_circle(circle: Circle) -> str:
    """``latitude,longitude radius``."""
    return f"{write_point(circle.centre)} {write_decimal(circle.radius_km)}"


def read_references(text: str) -> tuple[tuple[Reference, ...], tuple[str, ...]]:
    """The references of `text`, and the parts of it that are none. A name may hold spaces, though it should not."""
    found: list[Reference] = []
    unread: list[str] = []
    pending: list[str] = []
    commas = 0
    for token in text.split():
        pending.append(token)
        commas += token.count(",")
        if commas < 2:
            continue
        reference = _reference(" ".join(pending))
        if reference is None:
            unread.append(" ".join(pending))
        else:
            found.append(reference)
        pending, commas = [], 0
    return tuple(found), (*unread, *([" ".join(pending)] if pending else []))


def _reference(text: str) -> Reference | None:
    parts = text.split(",")
    if len(parts) != 3 or not all(parts):
        return None
    try:
        sent = read_time(re.sub("Z$", "+00:00", parts[2]))
    except (ValueError, OverflowError):
        return None
    return Reference(sender=parts[0].strip(), identifier=parts[1].strip(), sent=sent)


def write_references(references: tuple[Reference, ...]) -> Iterator[str]:
    """``sender,identifier,sent``, one each."""
    return (f"{r.sender},{r.identifier},{write_time(r.sent)}" for r in references)
