"""Words that are forms of one another: found by shared beginnings and shared three-letter pieces, no grammar needed."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from understanding.routing.fold import is_unspaced

_REMEMBERED_WORDS = 5_000
_SIGNS, _LETTERS = 2, 6


@lru_cache(maxsize=2_000)
def trigrams(word: str) -> frozenset[str]:
    """The three-letter pieces of a word with its edges marked."""
    padded = f"_{word}_"
    return frozenset(padded[i : i + 3] for i in range(len(padded) - 2))


def likeness(one: str, other: str, shared: int) -> float:
    """How alike two words with `shared` common trigrams are, 0-1: by beginning or by trigrams (Dice)."""
    if one == other:
        return 1.0
    shorter, longer = sorted((len(one), len(other)))
    if shorter < 3:
        return 0.0
    start = 0
    while start < shorter and one[start] == other[start]:
        start += 1
    begins = 2 * start / (shorter + longer)
    if start < 4 and start != shorter:
        begins = 0.8 * begins if start == 3 else 0.0
    return min(0.95, max(begins, 2 * shared / (shorter + longer)))


_CLITICS = ("وال", "بال", "كال", "فال", "لل", "ال")  # "and the", "with the", …: written onto Arabic words


@lru_cache(maxsize=4_000)
def bare(word: str) -> str:
    """An Arabic word without the article and what is written onto it; any other word as it is."""
    for clitic in _CLITICS:
        if word.startswith(clitic) and len(word) >= len(clitic) + 3:
            return word[len(clitic) :]
    return word


def certainty(part: str) -> float:
    """How sure a word found inside a run without spaces is meant, 0-1: a short one is often a piece of another word.

    Two signs are enough where signs stand for words; elsewhere six letters (measured on Thai, 4-10).
    """
    return min(1.0, len(part) / (_SIGNS if part[0] >= "\u3040" else _LETTERS))


class Forms:
    """A fixed set of words in which the forms of a message's words are looked up; remembers what it found."""

    def __init__(self, known: Iterable[str], least: float) -> None:
        """`least` is the likeness (0-1) below which two words are strangers."""
        self._least = least
        self._by_trigram: dict[str, list[str]] = {}
        parts = sorted(set(known))
        for part in parts:
            for piece in trigrams(bare(part)):
                self._by_trigram.setdefault(piece, []).append(part)
        self._unspaced = [part for part in parts if is_unspaced(part)]
        self._found: dict[str, list[tuple[str, float]]] = {}

    def seen_in(self, message: Sequence[str]) -> dict[str, tuple[float, str]]:
        """Known word -> (likeness, the message's word that shows it best)."""
        seen: dict[str, tuple[float, str]] = {}
        for word in message:
            for part, strength in self._alike(word):
                if strength > seen.get(part, (0.0, ""))[0]:
                    seen[part] = (strength, part if is_unspaced(word) else word)
        return seen

    def _alike(self, word: str) -> list[tuple[str, float]]:
        found = self._found.get(word)
        if found is None:
            if len(self._found) > _REMEMBERED_WORDS:
                self._found.clear()
            found = self._found[word] = self._look(word)
        return found

    def _look(self, word: str) -> list[tuple[str, float]]:
        if is_unspaced(word):
            return [(part, certainty(part)) for part in self._unspaced if part in word]
        shared: dict[str, int] = {}
        stem = bare(word)
        for piece in trigrams(stem):
            for part in self._by_trigram.get(piece, ()):
                shared[part] = shared.get(part, 0) + 1
        scored = (
            (part, likeness(stem, bare(part), count))
            for part, count in sorted(shared.items())
            if 2 * (count + 1) >= self._least * (len(stem) + len(bare(part)))  # fewer shared pieces cannot be enough
        )
        return [(part, score) for part, score in scored if score >= self._least]
