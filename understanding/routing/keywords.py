"""Configured words found in a message, inflection and prefixes forgiven."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from understanding.routing.fold import fold, is_unspaced, words
from understanding.routing.profile import DepartmentProfile

_ALIKE = 0.5  # below this two words are strangers


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyword:
    """One configured phrase of one department. `text` is as the clerk wrote it, `parts` its folded words."""

    department: int
    lang: str
    text: str
    parts: tuple[str, ...]
    source: str  # "keyword", "name" or "description"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A keyword (by its number) seen in a message; strength from 0.5 (a distant form) to 1 (the very word)."""

    keyword: int
    strength: float


def keywords_of(number: int, profile: DepartmentProfile) -> Iterable[Keyword]:
    """Every phrase and every name or description word of a department, each once."""
    seen: set[tuple[str, ...]] = set()
    sources: list[tuple[str, str, Sequence[str]]] = [
        *(("keyword", lang, list(phrases)) for lang, phrases in sorted(profile.keywords.items())),
        *(("name", lang, words(fold(name))) for lang, name in sorted(profile.name.items())),
        *(("description", lang, words(fold(text))) for lang, text in sorted(profile.description.items())),
    ]
    for source, lang, phrases in sources:
        for phrase in phrases:
            parts = tuple(words(fold(phrase)))
            if parts and parts not in seen and (source == "keyword" or len(parts[0]) > 3 or is_unspaced(parts[0])):
                seen.add(parts)
                yield Keyword(department=number, lang=lang, text=phrase, parts=parts, source=source)


@lru_cache(maxsize=16384)
def trigrams(word: str) -> frozenset[str]:
    """The three-letter pieces of a word with its edges marked."""
    padded = f"_{word}_"
    return frozenset(padded[i : i + 3] for i in range(len(padded) - 2))


def likeness(one: str, other: str) -> float:
    """How alike two words are, 0-1: shared beginning or shared trigrams (Dice), whichever says more."""
    if one == other:
        return 1.0
    shorter, longer = sorted((len(one), len(other)))
    if shorter < 3:
        return 0.0
    start = 0
    while start < shorter and one[start] == other[start]:
        start += 1
    begins = start / (0.5 * (shorter + longer)) if start >= 4 or start == shorter else 0.0
    a, b = trigrams(one), trigrams(other)
    return min(0.95, max(begins, 2 * len(a & b) / (len(a) + len(b))))


class Lexicon:
    """All keywords of all departments, ready to be looked for in messages."""

    def __init__(self, profiles: Sequence[DepartmentProfile]) -> None:
        self.keywords: list[Keyword] = [k for n, p in enumerate(profiles) for k in keywords_of(n, p)]
        self._by_part: dict[str, list[int]] = {}
        self._by_trigram: dict[str, set[str]] = {}
        for number, keyword in enumerate(self.keywords):
            for part in keyword.parts:
                self._by_part.setdefault(part, []).append(number)
        for part in self._by_part:
            for piece in trigrams(part):
                self._by_trigram.setdefault(piece, set()).add(part)
        self._unspaced = [part for part in sorted(self._by_part) if is_unspaced(part)]
        self._known: dict[str, list[tuple[str, float]]] = {}

    def hits(self, message: Sequence[str]) -> list[Hit]:
        """The keywords in a message's folded words, strongest form each, in keyword order."""
        found: dict[str, float] = {}
        for word in message:
            for part, strength in self._alike(word):
                found[part] = max(strength, found.get(part, 0.0))
        candidates = {number for part in found for number in self._by_part[part]}
        hits = []
        for number in sorted(candidates):
            strength = min(found.get(part, 0.0) for part in self.keywords[number].parts)
            if strength:
                hits.append(Hit(keyword=number, strength=strength))
        return hits

    def _alike(self, word: str) -> list[tuple[str, float]]:
        known = self._known.get(word)
        if known is None:
            if len(self._known) > 5000:
                self._known.clear()
            known = self._known[word] = self._look(word)
        return known

    def _look(self, word: str) -> list[tuple[str, float]]:
        if is_unspaced(word):
            return [(part, 1.0) for part in self._unspaced if part in word]
        candidates = {part for piece in trigrams(word) for part in self._by_trigram.get(piece, ())}
        scored = ((part, likeness(word, part)) for part in sorted(candidates))
        return [(part, score) for part, score in scored if score >= _ALIKE]
