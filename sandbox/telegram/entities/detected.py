"""What the server recognises in plain text: commands, mentions, hashtags, cashtags, addresses, phone numbers."""

import re

from sandbox.telegram.entities.utf16 import offsets
from sandbox.telegram.identity import Json

_WORTH_A_LOOK = re.compile(r"[/@#$.:]|\+\d")
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("url", re.compile(r"(?<![\w@])(?:https?://|ftp://|tg://)[^\s<>\"'`]*[^\s<>\"'`.,:;!?)\]}…]", re.IGNORECASE)),
    ("email", re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[a-z0-9-]+\.)+[a-z]{2,}(?![\w@])", re.IGNORECASE)),
    ("bot_command", re.compile(r"(?<![\w/<>@#])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>@])")),
    ("mention", re.compile(r"(?<![\w@/])@(?:[A-Za-z0-9_]{4,32}|gif|vid|pic)(?!\w)", re.IGNORECASE)),
    ("hashtag", re.compile(r"(?<![\w#@/])#(?=[\w·]*[^\W\d_])[\w·]{1,256}(?:@[A-Za-z0-9_]{3,32})?(?![\w#])")),
    ("cashtag", re.compile(r"(?<![\w$])\$(?:[A-Z]{1,8}|1INCH)(?:@[A-Za-z0-9_]{3,32})?(?![\w$])")),
    (
        "url",
        re.compile(
            r"(?<![\w@./-])(?:[a-z0-9-]+\.)+(?:com|org|net|info|eu|io|me|gov|edu|pl|de|fr|uk|ph|us|ua|ru|example)"
            r"(?![\w@])(?::\d{1,5})?(?:[/?#][^\s<>\"'`]*[^\s<>\"'`.,:;!?)\]}…])?",
            re.IGNORECASE,
        ),
    ),
    ("phone_number", re.compile(r"(?<![\w+])\+\d(?:[ ()-]{0,2}\d){7,14}(?!\w)")),
)


def detect(text: str, *, commands: bool = True) -> list[Json]:
    """Entities found in plain text, none overlapping another, in order. Offsets in UTF-16 units."""
    if not _WORTH_A_LOOK.search(text):
        return []
    found: list[tuple[int, int, str]] = []
    for kind, pattern in _PATTERNS:
        if kind == "bot_command" and not commands:
            continue
        for match in pattern.finditer(text):
            begin, end = match.span()
            if all(end <= taken_begin or begin >= taken_end for taken_begin, taken_end, _ in found):
                found.append((begin, end, kind))
    at = offsets(text)
    return [{"type": kind, "offset": at(begin), "length": at(end) - at(begin)} for begin, end, kind in sorted(found)]
