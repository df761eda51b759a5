"""Fold a message before any score: what is left is lower-case words, so capitals and links change nothing.

Rules (issue 6): NFC, lower case, links, addresses, user names and numbers out, at most 300 characters.
"""

import re
import unicodedata
from functools import lru_cache

MAX_CHARACTERS = 300
"""Later text adds time, not certainty."""

_NOT_LANGUAGE = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\S+|@\w+|(?<!\w)/\w+|&\w{2,6};")
_LATIN = r"0-9a-z\u00df-\u024f\u0300-\u036f\u1e00-\u1eff'"
_MARKS = r"\u0900-\u0903\u093a-\u094f\u0962\u0963\u0981-\u0983\u09bc-\u09cd\u0e31\u0e34-\u0e4e"
_TOKEN = re.compile(rf"[{_LATIN}]+|(?:[^\W\d_a-z\u00df-\u024f\u1e00-\u1eff]|[{_MARKS}]|(?<=\w)')+")
_STRETCHED = re.compile(r"(.)\1{2,}")
_HARAKAT = dict.fromkeys([*range(0x64B, 0x653), 0x670, 0x640])
_CLEANED = {ord(c): "'" for c in "’ʼ`‘´"} | {0x307: None, 0x200C: " ", 0x200D: None} | _HARAKAT
"""One apostrophe; the dot that lower-casing leaves of a Turkish İ, Arabic vowel signs and stretching (tatweel) out."""
_STROKES = str.maketrans("łıđøßæœ", "lidosao")
_ARABIZI_DIGITS = frozenset("2356789")


def fold(text: str) -> str:
    """The message's words in lower case (NFC), separated by single spaces; "" when it has no letters.

    Letters that chat stretches ("nooooo") come back doubled at most.
    """
    cut = _NOT_LANGUAGE.sub(" ", text[: 4 * MAX_CHARACTERS])
    lowered = unicodedata.normalize("NFC", unicodedata.normalize("NFC", cut).lower().translate(_CLEANED))
    squeezed = _STRETCHED.sub(r"\1\1", lowered)
    found = (match.group().strip("'") for match in _TOKEN.finditer(squeezed))
    return " ".join(word for word in found if _is_word(word))[:MAX_CHARACTERS].strip()


def _is_word(word: str) -> bool:
    """Letters, or letters with the few digits that Arabizi writes for sounds (2 3 5 6 7 8 9)."""
    letters = sum(map(str.isalpha, word))
    digits = sum(map(str.isdigit, word))
    return letters > 0 and (digits == 0 or (letters >= 2 * digits and _ARABIZI_DIGITS.issuperset(_digits(word))))


def _digits(word: str) -> list[str]:
    return [character for character in word if character.isdigit()]


@lru_cache(maxsize=4096)
def plain(word: str) -> str:
    """The word as typed on a keyboard without accents: "łódź" -> "lodz", "được" -> "duoc"."""
    if word.isascii():
        return word
    apart = unicodedata.normalize("NFD", word)
    return "".join(c for c in apart if not 0x300 <= ord(c) <= 0x36F).translate(_STROKES)
