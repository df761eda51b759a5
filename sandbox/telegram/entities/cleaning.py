"""What the server removes from a text before it counts, and how entities move with what is left."""

import re
from collections.abc import Callable

from sandbox.telegram.entities.utf16 import utf16_length
from sandbox.telegram.identity import Json

# Control characters become spaces; carriage returns, line and paragraph separators and bidi overrides disappear.
_UNWANTED = re.compile("[\x00-\x09\x0b-\x1f\u2028-\u202e]")
_REMOVED = frozenset("\r\u2028\u2029\u202a\u202b\u202c\u202d\u202e")


def clean(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """The text without control characters and outer white space, and the entities on what is left of it."""
    if not _UNWANTED.search(text) and (not text or not (text[0].isspace() or text[-1].isspace())):
        return text, entities
    kept: list[str] = []
    moved: list[int] = [0]
    for character in text:
        piece = "" if character in _REMOVED else " " if _UNWANTED.match(character) else character
        kept.append(piece)
        moved.extend([moved[-1] + utf16_length(piece)] * utf16_length(character))
    cleaned = "".join(kept)
    stripped = cleaned.strip()
    lead = utf16_length(cleaned[: len(cleaned) - len(cleaned.lstrip())]) if stripped else 0
    return stripped, _moved(entities, moved, lead, utf16_length(stripped))


def _moved(entities: list[Json], moved: list[int], lead: int, length: int) -> list[Json]:
    place: Callable[[int], int] = lambda offset: max(0, min(length, moved[min(offset, len(moved) - 1)] - lead))  # noqa: E731
    kept = []
    for entity in entities:
        begin, end = place(entity["offset"]), place(entity["offset"] + entity["length"])
        if end > begin:
            kept.append({**entity, "offset": begin, "length": end - begin})
    return kept
