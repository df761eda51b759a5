"""Long texts in several messages: cut at a sentence where there is one, nothing lost, order kept."""

import re
from collections.abc import Callable

from channels.plain import is_extending

Measure = Callable[[str], int]

# From the best place to cut to the worst: paragraph, line, sentence (Latin, Arabic, CJK full stops), any space.
_PLACES = (re.compile(r"\n\s*\n"), re.compile(r"\n"), re.compile(r"[.!?؟۔。…]+\s+"), re.compile(r"\s+"))


def split(text: str, limit: int, measure: Measure = len, first: int | None = None) -> list[str]:
    """`text` in parts of at most `limit` (the first of at most `first`) in units of `measure`.

    The parts joined are `text` again. An empty text is one empty part.
    """
    parts: list[str] = []
    room = limit if first is None else first
    while measure(text) > room:
        end = _cut_place(text, _longest(text, room, measure))
        parts.append(text[:end])
        text, room = text[end:], limit
    return [*parts, text]


def _longest(text: str, room: int, measure: Measure) -> int:
    """How many characters of `text` fit into `room`; at least one, so that splitting always ends."""
    low, high = 1, min(len(text), max(room, 1))
    while low < high:
        middle = (low + high + 1) // 2
        if measure(text[:middle]) <= room:
            low = middle
        else:
            high = middle - 1
    return low


def _cut_place(text: str, end: int) -> int:
    """The best place to cut at or before `end`, in the second half of what fits; else the last whole character."""
    for place in _PLACES:
        ends = [match.end() for match in place.finditer(text, 0, end)]
        if ends and ends[-1] > end // 2:
            return ends[-1]
    whole = end
    while whole > end // 2 and whole < len(text) and (is_extending(text[whole]) or text[whole - 1] == "\u200d"):
        whole -= 1
    return whole if whole > 0 else end
