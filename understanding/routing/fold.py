"""Text to comparable words: one spelling for what people write in many ways."""

import re
import unicodedata
from functools import lru_cache

LONGEST = 600  # characters read; residents put the matter first, and time per message stays bounded
_MASKED = re.compile(r"<[a-z_]{2,12}>|https?://\S+|www\.\S+|\S+@\S+\.\S+|[@#](?=\w)")


def _marks() -> str:
    """Every combining mark as a character class: `\\w` leaves out the vowels of Thai and Hindi."""
    return "".join(chr(c) for c in range(0x300, 0xFE30) if unicodedata.category(chr(c)) in ("Mn", "Mc"))


_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_marks()}]|['’ʼ](?=[^\W_]))*")
_DIGITS = re.compile(r"\d{4,}")
# Letters that Unicode does not decompose but people type without the stroke or dot.
_PLAIN = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ı": "i", "ħ": "h", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th",
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ـ": None,
        "ک": "ك", "ی": "ي", "’": "'", "ʼ": "'", "ё": "е",
        "\u200b": None, "\u200c": None, "\u200d": None, "\u200e": None, "\u200f": None, "\u00ad": None,
    }
)  # fmt: skip
# Scripts written without spaces between words: Thai, Lao, Myanmar, Khmer, kana, Han.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


def _is_loose_mark(char: str) -> bool:
    """Accents that may be left out; marks of Thai or Indic scripts are vowels and stay."""
    return "\u0300" <= char <= "\u036f" or "\u064b" <= char <= "\u065f" or char == "\u0670"


def fold(text: str) -> str:
    """Lower case, no accents, one form of each Arabic letter, no links: the form in which texts are compared."""
    text = _MASKED.sub(" ", unicodedata.normalize("NFKC", text[: 2 * LONGEST]).casefold()).translate(_PLAIN)
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFD", text) if not _is_loose_mark(c))
        text = unicodedata.normalize("NFC", text)
    return _DIGITS.sub("0000", text[:LONGEST])


def words(folded: str) -> list[str]:
    """The words of a folded text in order; a run of an unspaced script counts as one word."""
    return _WORD.findall(folded)


@lru_cache(maxsize=4096)
def is_unspaced(word: str) -> bool:
    """Whether the word belongs to a script without spaces, where grams stand in for words."""
    return _UNSPACED.search(word) is not None
