"""Configured words found in a message, inflection and prefixes forgiven."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from understanding.routing.fold import fold, is_unspaced, words
from understanding.routing.profile import DepartmentProfile

_ALIKE = 0.35  # below this two words are strangers; lower finds more and errs more (measured 0.3-0.7)
_TRUST = {"keyword": 1.0, "name": 0.6, "description": 0.4}
_FOREIGN = 0.5  # the worth of a word configured for another language than the message's
_REMEMBERED_WORDS = 20_000


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
    """A keyword (by its number) seen in a message; `place` is the word that shows it, `strength` 0-1 how clearly."""

    keyword: int
    place: str
    strength: float


def keywords_of(number: int, profile: DepartmentProfile) -> Iterable[Keyword]:
    """Every phrase, and every longer word of name and description, of a department, each once."""
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


@lru_cache(maxsize=_REMEMBERED_WORDS)
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


class Lexicon:
    """All keywords of all departments, ready to be looked for in messages."""

    def __init__(self, profiles: Sequence[DepartmentProfile]) -> None:
        self.departments = len(profiles)
        self.keywords: list[Keyword] = [k for n, p in enumerate(profiles) for k in keywords_of(n, p)]
        self._by_part: dict[str, list[int]] = {}
        for number, keyword in enumerate(self.keywords):
            for part in dict.fromkeys(keyword.parts):
                self._by_part.setdefault(part, []).append(number)
        self._by_trigram: dict[str, list[str]] = {}
        for part in sorted(self._by_part):
            for piece in trigrams(part):
                self._by_trigram.setdefault(piece, []).append(part)
        self._unspaced = [part for part in sorted(self._by_part) if is_unspaced(part)]
        self._known: dict[str, list[tuple[str, float]]] = {}

    def hits(self, message: Sequence[str]) -> list[Hit]:
        """The keywords in a message's folded words, the clearest form of each, in keyword order."""
        found: dict[str, tuple[float, str]] = {}
        for word in message:
            for part, strength in self._alike(word):
                if strength > found.get(part, (0.0, ""))[0]:
                    found[part] = (strength, part if is_unspaced(word) else word)
        hits = []
        for number in sorted({number for part in found for number in self._by_part[part]}):
            shown = [found.get(part, (0.0, "")) for part in self.keywords[number].parts]
            if min(shown)[0] > 0.0:
                hits.append(Hit(keyword=number, place=max(shown)[1], strength=min(shown)[0]))
        return hits

    def scores(self, hits: Sequence[Hit], lang: str | None) -> list[float]:
        """How much the found keywords speak for each department; a word that several claim counts less for each."""
        places: dict[str, list[float]] = {}
        for hit in hits:
            keyword = self.keywords[hit.keyword]
            worth = _TRUST[keyword.source] * hit.strength**2 * (1.3 if len(keyword.parts) > 1 else 1.0)
            if lang is not None and keyword.lang != lang:
                worth *= _FOREIGN
            places.setdefault(hit.place, [0.0] * self.departments)[keyword.department] += worth
        scores = [0.0] * self.departments
        for claims in places.values():
            total = sum(claims)
            for department, claim in enumerate(claims):
                if claim:
                    scores[department] += claim * (claim / total) ** 0.5
        return scores

    def _alike(self, word: str) -> list[tuple[str, float]]:
        known = self._known.get(word)
        if known is None:
            if len(self._known) > _REMEMBERED_WORDS:
                self._known.clear()
            known = self._known[word] = self._look(word)
        return known

    def _look(self, word: str) -> list[tuple[str, float]]:
        if is_unspaced(word):
            return [(part, 1.0) for part in self._unspaced if part in word]
        shared: dict[str, int] = {}
        for piece in trigrams(word):
            for part in self._by_trigram.get(piece, ()):
                shared[part] = shared.get(part, 0) + 1
        scored = ((part, likeness(word, part, count)) for part, count in sorted(shared.items()))
        return [(part, score) for part, score in scored if score >= _ALIKE]
