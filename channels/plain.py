"""Text that is safe to carry: no control characters, no broken surrogates, cut where a platform needs it."""

import re
import unicodedata
from typing import Any

ELLIPSIS = "…"
# C0 and C1 controls and DEL, but for tab and newline: they can hide text, break terminals and are refused by databases.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_NEWLINES = re.compile(r"\r\n?")
_JOINER = "\u200d"


def outgoing(text: str) -> str:
    """`text` as it may leave: CR becomes LF, control characters go, lone surrogates become U+FFFD."""
    return _SURROGATE.sub("\ufffd", _CONTROL.sub("", _NEWLINES.sub("\n", text)))


def incoming(text: str) -> str:
    """`text` as it may be kept: only what no database and no encoder can hold is replaced by U+FFFD."""
    return _SURROGATE.sub("\ufffd", text.replace("\x00", "\ufffd"))


def storable(value: Any) -> Any:
    """A JSON value in which every string (keys too) went through `incoming`."""
    if isinstance(value, str):
        return incoming(value)
    if isinstance(value, dict):
        return {incoming(str(key)): storable(item) for key, item in value.items()}
    if isinstance(value, list):
        return [storable(item) for item in value]
    return value


def utf16(text: str) -> int:
    """Length in UTF-16 units, as Telegram counts."""
    return len(text) + sum(1 for char in text if ord(char) > 0xFFFF)


def is_extending(char: str) -> bool:
    """Whether `char` belongs to the character before it (accents, joiners, variation selectors, skin tones)."""
    return (
        char == _JOINER
        or unicodedata.combining(char) > 0
        or unicodedata.category(char) in ("Mn", "Me")
        or ("\U0001f3fb" <= char <= "\U0001f3ff")
    )


def cut(text: str, limit: int) -> str:
    """`text` in at most `limit` characters, the last one an ellipsis where something had to go.

    An accent or a joined emoji is not torn from what it belongs to, unless a single one is longer than the limit.
    """
    if len(text) <= limit:
        return text
    end = limit - 1
    while end > limit // 2 and (is_extending(text[end]) or text[end - 1] == _JOINER):
        end -= 1
    return text[:end].rstrip() + ELLIPSIS
