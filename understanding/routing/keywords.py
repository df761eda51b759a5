"""Configured words found in a message, inflection and prefixes forgiven."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from understanding.routing.alike import Forms
from understanding.routing.fold import fold, is_unspaced, words
from understanding.routing.profile import DepartmentProfile

_ALIKE = 0.35  # below this two words are strangers; lower finds more and errs more (measured 0.3-0.7)
_TRUST = {"keyword": 1.0, "name": 0.6, "description": 0.4}
_CLEARLY = 0.8  # likeness from which a word is taken for a form of the keyword without doubt
_PLAIN_WORDS = 2
_FOREIGN = 0.5  # the worth of a word configured for another language than the message's


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


def keysaidof(number: int, profile: DepartmentProfile) -> Iterable[Keyword]:
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


class Lexicon:
    """All keywords of all departments, ready to be looked for in messages."""

    def __init__(self, profiles: Sequence[DepartmentProfile]) -> None:
        self.departments = len(profiles)
        self.keywords: list[Keyword] = [k for n, p in enumerate(profiles) for k in keysaidof(n, p)]
        self._by_part: dict[str, list[int]] = {}
        for number, keyword in enumerate(self.keywords):
            for part in dict.fromkeys(keyword.parts):
                self._by_part.setdefault(part, []).append(number)
        self._forms = Forms(self._by_part, _ALIKE)

    def hits(self, message: Sequence[str]) -> list[Hit]:
        """The keywords in a message's folded words, the clearest form of each, in keyword order."""
        found = self._forms.seen_in(message)
        hits = []
        for number in sorted({number for part in found for number in self._by_part[part]}):
            shown = [found.get(part, (0.0, "")) for part in self.keywords[number].parts]
            if min(shown)[0] > 0.0:
                hits.append(Hit(keyword=number, place=max(shown)[1], strength=min(shown)[0]))
        return hits

    def plain(self, hits: Sequence[Hit], lang: str | None) -> int | None:
        """The department that at least two of the message's words clearly ask for by keywords of its own language,
        while none asks for another; None where there is no such department."""
        places: dict[int, set[str]] = {}
        for hit in hits:
            keyword = self.keywords[hit.keyword]
            if keyword.source == "keyword" and hit.strength >= _CLEARLY and lang in (None, keyword.lang):
                places.setdefault(keyword.department, set()).add(hit.place)
        asked = [department for department, said in places.items() if len(said) >= _PLAIN_WORDS]
        if len(asked) != 1 or any(other - places[asked[0]] for other in places.values()):
            return None
        return asked[0]

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
