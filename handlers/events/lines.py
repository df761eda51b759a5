"""Small things that a coordinator types in one line: numbers, a place on the map, tasks with their marks. Pure."""

import re

from domain.event import EventRefused, Task

MOST_TASKS = 40
MOST_SEATS = 100_000
MOST_HOURS = 24 * 60
_PIN = re.compile(r"(-?\d{1,2}(?:\.\d+)?)\s*[,;/ ]\s*(-?\d{1,3}(?:\.\d+)?)")
_LINK = re.compile(
    r"mlat=(-?\d+(?:\.\d+)?)&mlon=(-?\d+(?:\.\d+)?)|@(-?\d+\.\d+),(-?\d+\.\d+)|#map=\d+/(-?\d+\.\d+)/(-?\d+\.\d+)"
)
_TASK = re.compile(r"^\s*(?:[-*•]\s*)?(?:(\[\s*[xX✓]?\s*\]|✅|⬜)\s*)?(.*?)(?:\s+(?:—|–|--|@)\s*(.+))?$")


def whole(text: str, code: str) -> int | None:
    """A whole number from 1; None for nothing. Raises EventRefused (`code`)."""
    text = text.strip()
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= MOST_SEATS):
        raise EventRefused(code, text=text[:20])
    return int(text)


def hours(text: str) -> int | None:
    """Hours ("24", "1.5", "1,5") as minutes; None for nothing. Raises EventRefused (``deadline-number``)."""
    text = text.strip().replace(",", ".")
    if not text:
        return None
    if not re.fullmatch(r"\d{1,4}(\.\d{1,2})?", text) or not 0 <= float(text) <= MOST_HOURS:
        raise EventRefused("deadline-number", text=text[:20])
    return round(float(text) * 60) or None


def hours_as_text(minutes: int | None) -> str:
    """Minutes as `hours` reads them: "24", "1.67"; to the hundredth of an hour, which is finer than a minute."""
    return _short(minutes / 60, 2) if minutes else ""


def pin(text: str) -> tuple[float | None, float | None]:
    """Latitude and longitude of "51.64, 18.93" or of a map's link; (None, None) for nothing.

    Raises EventRefused (``pin``) for anything else, and for degrees that the earth does not have.
    """
    text = text.strip()
    if not text:
        return None, None
    found = _LINK.search(text) or _PIN.fullmatch(text)
    if found is None:
        raise EventRefused("pin", text=text[:60])
    latitude, longitude = (float(group) for group in found.groups() if group is not None)
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise EventRefused("pin", text=text[:60])
    return latitude, longitude


def pin_as_text(latitude: float | None, longitude: float | None) -> str:
    """A point as `pin` reads it, to a ten-millionth of a degree (a centimetre); empty for none."""
    if latitude is None or longitude is None:
        return ""
    return f"{_short(latitude, 7)}, {_short(longitude, 7)}"


def _short(value: float, places: int) -> str:
    return f"{value:.{places}f}".rstrip("0").rstrip(".")


def tasks(text: str) -> tuple[Task, ...]:
    """One task a line: ``[x] Chairs for 40 - Anna``. Raises EventRefused (``tasks``) for too many."""
    found = [_task(line) for line in text.splitlines() if line.strip()]
    if len(found) > MOST_TASKS:
        raise EventRefused("tasks", count=MOST_TASKS)
    return tuple(found)


def _task(line: str) -> Task:
    match = _TASK.match(line)
    assert match is not None  # every part of the pattern may be empty
    done = any(mark in (match[1] or "") for mark in "xX✓✅")
    return Task(text=match[2].strip(), who=(match[3] or "").strip(), done=done)


def tasks_as_text(found: tuple[Task, ...]) -> str:
    """Tasks as `tasks` reads them."""
    return "\n".join(f"{'[x]' if t.done else '[ ]'} {t.text}{f' — {t.who}' if t.who else ''}" for t in found)
