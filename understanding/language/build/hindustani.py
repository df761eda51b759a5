"""Devanagari to Latin letters as people type Hindi and Urdu, by rules written for this project.

Spoken Hindi and Urdu are one language in everyday words, and typed in Latin letters they cannot be told apart: one
profile serves both. Devanagari writes its vowels, so it gives better spellings than Urdu's script would.
"""

from collections.abc import Iterator

_LETTERS = "कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह"
_SOUNDS = "k kh g gh n ch chh j jh n t th d dh n t th d dh n p ph b bh m y r l v sh sh s h"
_CONSONANTS = dict(zip(_LETTERS, _SOUNDS.split(" "), strict=True))
_NUKTA = {"क": "q", "ख": "kh", "ग": "gh", "ज": "z", "ड": "r", "ढ": "rh", "फ": "f", "य": "y"}
_VOWELS = ("a", "aa", "i", "ee", "u", "oo", "e", "ai", "o", "au", "o", "ri")
_INDEPENDENT = dict(zip("अआइईउऊएऐओऔऑऋ", _VOWELS, strict=True))
_SIGNS = dict(zip("ािीुूेैोौॉृ", ["aa", "i", "ee", "u", "oo", "e", "ai", "o", "au", "o", "ri"], strict=True))
_NASAL, _VIRAMA, _NUKTA_SIGN, _VISARGA = "ंँ", "्", "़", "ः"
_CHANGES: tuple[tuple[tuple[str, str], ...], ...] = (
    (),
    (("aa", "a"), ("ee", "i"), ("oo", "u")),
    (("aa", "a"), ("ee", "i"), ("oo", "u"), ("v", "w"), ("chh", "ch"), ("ph", "f")),
    (("aa", "a"), ("oo", "u"), ("ai", "e"), ("v", "w"), ("chh", "ch")),
    (("aa", "a"), ("ee", "i"), ("oo", "o"), ("z", "j"), ("au", "o")),
)


def spellings(word: str) -> Iterator[str]:
    """Latin spellings of one word in Devanagari; none when it holds other characters."""
    units = _units(word)
    if units is None:
        return
    spelled = _join(units)
    seen = {_changed(spelled, changes) for changes in _CHANGES}
    yield from sorted(spelling for spelling in seen if len(spelling) > 1)


def _changed(spelled: str, changes: tuple[tuple[str, str], ...]) -> str:
    for old, new in changes:
        spelled = spelled.replace(old, new)
    return spelled


def _units(word: str) -> list[tuple[str, str | None]] | None:
    """(consonant, vowel) pairs; the vowel is None where the inherent "a" may be dropped, "" where none is spoken."""
    units: list[tuple[str, str | None]] = []
    for character in word:
        if character in _CONSONANTS:
            units.append((_CONSONANTS[character], None))
        elif character in _INDEPENDENT:
            units.append(("", _INDEPENDENT[character]))
        elif character in _NASAL:
            units.append(("n", ""))
        elif character in _SIGNS and units:
            units[-1] = (units[-1][0], _SIGNS[character])
        elif character == _VIRAMA and units:
            units[-1] = (units[-1][0], "")
        elif character == _NUKTA_SIGN and units:
            units[-1] = (_with_nukta(units[-1][0]), units[-1][1])
        elif character != _VISARGA:
            return None
    return units


def _with_nukta(spelled: str) -> str:
    for letter, marked in _NUKTA.items():
        if _CONSONANTS[letter] == spelled:
            return marked
    return spelled


def _join(units: list[tuple[str, str | None]]) -> str:
    """Spell the units; the inherent vowel falls at the end, and inside before a consonant with a vowel of its own."""
    spelled = []
    for place, (consonant, vowel) in enumerate(units):
        last = place == len(units) - 1
        if vowel is None:
            follows = not last and units[place + 1][1] not in (None, "") and units[place + 1][0] != ""
            before = place > 0 and units[place - 1][1] not in ("",)
            vowel = "" if (last and place > 0) or (follows and before and place > 0) else "a"
        spelled.append(consonant + vowel)
    return "".join(spelled)
