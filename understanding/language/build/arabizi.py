"""Arabic script to Arabizi (Arabic as typed in Latin letters with digits), by rules written for this project.

Arabic leaves short vowels out and writers of Arabizi put some in, each in their own way; so every word yields several
spellings. Which one is chosen depends on a checksum of the word, never on chance: the profile builds the same twice.
"""

import zlib
from collections.abc import Iterator

VARIANTS = 6

_CONSONANTS: dict[str, tuple[str, ...]] = {
    "ب": ("b",), "ت": ("t",), "ث": ("th", "t", "s"), "ج": ("j", "g", "dj"), "ح": ("7", "h"), "خ": ("kh", "5", "7'"),
    "د": ("d",), "ذ": ("z", "d", "th"), "ر": ("r",), "ز": ("z",), "س": ("s",), "ش": ("sh", "ch", "sh"),
    "ص": ("s", "9"), "ض": ("d", "dh"), "ط": ("t", "6"), "ظ": ("z", "dh"), "ع": ("3", "3", "a"), "غ": ("gh", "8", "g"),
    "ف": ("f",), "ق": ("2", "q", "9", "k", "g"), "ك": ("k",), "ل": ("l",), "م": ("m",), "ن": ("n",), "ه": ("h",),
    "ء": ("2", ""), "ؤ": ("2", "o"), "ئ": ("2", "y"), "گ": ("g",), "پ": ("p",), "چ": ("ch",), "ڤ": ("v",),
}  # fmt: skip
_VOWELS: dict[str, tuple[str, ...]] = {
    "ا": ("a", "a", "aa", "e"), "أ": ("a", "2a", "e"), "إ": ("e", "i"), "آ": ("a", "2a"), "ى": ("a", "e"),
    "ة": ("a", "e", "eh", "ah"), "و": ("o", "ou", "w", "oo", "u"), "ي": ("i", "y", "ee", "ei"),
}  # fmt: skip
_SHORT = ("a", "e", "i", "", "o", "a", "e", "")
_ARTICLE = ("el", "al", "el ", "l")


def spellings(word: str) -> Iterator[str]:
    """Latin spellings of one word in Arabic script; none when it holds other letters."""
    if not all(letter in _CONSONANTS or letter in _VOWELS for letter in word):
        return
    seen = {_spell(word, variant) for variant in range(VARIANTS)}
    yield from sorted(spelling for spelling in seen if len(spelling) > 1)


def _spell(word: str, variant: int) -> str:
    prefix = ""
    if word.startswith("ال") and len(word) > 4:
        prefix, word = _ARTICLE[variant % len(_ARTICLE)], word[2:]
    spelled: list[str] = []
    for place, letter in enumerate(word):
        turn = zlib.crc32(f"{word}{place}{variant}".encode())
        if letter in _VOWELS:
            spelled.append(_vowel(word, place, turn))
        else:
            spelled.append(_CONSONANTS[letter][turn % len(_CONSONANTS[letter])])
            if _takes_vowel(word, place):
                spelled.append(_SHORT[(turn >> 8) % len(_SHORT)])
    return prefix + "".join(spelled)


def _vowel(word: str, place: int, turn: int) -> str:
    letter = word[place]
    first = place == 0 or (place + 1 < len(word) and word[place + 1] in "اآىة")
    if first and letter == "و":
        return "w"
    if first and letter == "ي":
        return "y"
    return _VOWELS[letter][turn % len(_VOWELS[letter])]


def _takes_vowel(word: str, place: int) -> bool:
    return place + 1 < len(word) and word[place + 1] in _CONSONANTS
