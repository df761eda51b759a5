"""Opening hours as a clerk writes them: "mon-fri 8:00-16:00, sat 9:00-12:00"."""

import itertools
import re
from datetime import time

from domain.community import Hours

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ALWAYS = "always"
_SPAN = re.compile(r"([a-z]+)(?:\s*-\s*([a-z]+))?\s+(\d{1,2})[:.](\d{2})\s*[-\u2013]\s*(\d{1,2})[:.](\d{2})")


def parse_hours(text: str) -> tuple[Hours, ...]:
    """The opening hours; empty for "always" (round the clock). Raises ValueError with a sentence."""
    if text.strip().lower() == ALWAYS:
        return ()
    hours = [span for part in re.split(r"[,;]", text) if part.strip() for span in _spans(part.strip().lower())]
    if not hours:
        raise ValueError('must say when, for example "mon-fri 8:00-16:00", or "always".')
    hours.sort(key=lambda span: (span.weekday, span.opens))
    for before, after in itertools.pairwise(hours):
        if before.weekday == after.weekday and after.opens < before.closes:
            raise ValueError(f"says {DAYS[after.weekday]} twice for the same time.")
    return tuple(hours)


def _spans(part: str) -> list[Hours]:
    match = _SPAN.fullmatch(part)
    if not match:
        raise ValueError(f'"{part}" is not understood; write it like "mon-fri 8:00-16:00".')
    first, last = _day(match[1]), _day(match[2] or match[1])
    opens, closes = _time(match[3], match[4]), _time(match[5], match[6])
    if closes <= opens:
        raise ValueError(f'"{part}" ends before it begins.')
    count = (last - first) % 7 + 1
    return [Hours(weekday=(first + i) % 7, opens=opens, closes=closes) for i in range(count)]


def _day(word: str) -> int:
    if word[:3] not in DAYS:
        raise ValueError(f'"{word}" is not a day; the days are {", ".join(DAYS)}.')
    return DAYS.index(word[:3])


def _time(hour: str, minute: str) -> time:
    if (int(hour), int(minute)) == (24, 0):
        return time.max
    if int(hour) > 23 or int(minute) > 59:
        raise ValueError(f'"{hour}:{minute}" is not a time of day.')
    return time(int(hour), int(minute))
