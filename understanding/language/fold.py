"""Fold a message before any score: what is left is lower-case words, so capitals and links change nothing.

Rules (issue 6): NFC, lower case, links, addresses, user names and numbers out, at most 300 characters.
"""

import re
import unicodedata
from functools import lru_cache

MAX_CHARACTERS = 300
"""Later text adds time, not certainty: after 300 characters the answer no longer changes on the development set."""

_NOT_LANGUAGE = re.compile(
    r"https?://\S+|www\.\S+|\S+@\S+\.\S+|[@#][\w.]+|/\w+|&\w+;",
    re.UNICODE,
)
_TOKEN = re.compile(r"[^\W_](?:[^\W_]|'|[\u0300-\u036f\u064b-\u0670\u0900-\u097f])*")
_STRETCHED = re.compile(r"(.)\1{2,}")
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "`": "'", "‘": "'", "\u0307": None, "\u200c": " ", "\u0640": None})
_STROKES = str.maketrans("łıđøßæœ", "lidosao")


def fold(text: str) -> str:
    """The message's words in lower case (NFC), separated by single spaces; "" when it has no letters.

    Letters that chat stretches ("nooooo") come back doubled at most.
    """
    cut = _NOT_LANGUAGE.sub(" ", text[: 4 * MAX_CHARACTERS])
    lowered = unicodedata.normalize("NFC", cut).lower().translate(_APOSTROPHES)
    squeezed = _STRETCHED.sub(r"\1\1", lowered)
    return " ".join(_words(squeezed))[:MAX_CHARACTERS].strip()


def _words(text: str) -> list[str]:
    found = (match.group().strip("'") for match in _TOKEN.finditer(text))
    return [word for word in found if _is_word(word)]


def _is_word(word: str) -> bool:
    """Letters, or letters with the few digits that Arabizi writes for sounds (2 3 5 6 7 8 9)."""
    letters = sum(map(str.isalpha, word))
    digits = sum(map(str.isdigit, word))
    return letters > 0 and (digits == 0 or (letters >= 2 * digits and not set(word) & set("014")))


@lru_cache(maxsize=8192)
def plain(word: str) -> str:
    """The word as typed on a keyboard without accents: "łódź" -> "lodz", "được" -> "duoc"."""
    if word.isascii():
        return word
    apart = unicodedata.normalize("NFD", word)
    return "".join(c for c in apart if not 0x300 <= ord(c) <= 0x36F).translate(_STROKES)
