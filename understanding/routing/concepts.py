"""What a message is about, independent of its language: a small thesaurus of the matters that residents write about.

`concepts.json` is this project's own list. It finds a department that was configured in another language, knows words
that the clerk did not think of, and lets a label in one language help all others.
"""

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files

from understanding.routing.alike import Forms
from understanding.routing.fold import fold, is_unspaced, words
from understanding.routing.profile import DepartmentProfile

_ALIKE = 0.8  # stricter than for configured words: a wrong matter costs more than a missed form (measured 0.5-0.9)
_NAME, _DESCRIPTION = 0.7, 0.4  # their worth beside a keyword's 1
_SAME = {"tl": "fil", "nb": "no", "nn": "no"}  # language codes for one and the same word list

Matters = dict[int, float]  # concept number -> how clearly it is meant


class Thesaurus:
    """The words of one language and the concepts they stand for."""

    def __init__(self, entries: Iterable[tuple[int, str]]) -> None:
        self._by_part: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
        for concept, phrase in entries:
            parts = tuple(words(fold(phrase)))
            for part in dict.fromkeys(parts):
                self._by_part.setdefault(part, []).append((concept, parts))
        self._forms = Forms(self._by_part, _ALIKE)

    def matters(self, message: Sequence[str]) -> Matters:
        """The concepts of a message's folded words; each synonym that is there adds to its concept."""
        seen = self._forms.seen_in(message)
        strengths: dict[tuple[int, tuple[str, ...]], float] = {}
        for part in seen:
            for concept, parts in self._by_part[part]:
                strengths[concept, parts] = min(seen.get(p, (0.0, ""))[0] for p in parts)
        matters: Matters = {}
        for (concept, _), strength in sorted(strengths.items()):
            if strength:
                matters[concept] = matters.get(concept, 0.0) + strength**2
        return matters


@lru_cache(maxsize=64)
def thesaurus(lang: str | None) -> Thesaurus:
    """The thesaurus of a language; one without any word where the language is not in the list."""
    return Thesaurus(_entries(_SAME.get(lang or "", lang or "")))


def _entries(lang: str) -> list[tuple[int, str]]:
    """One language's column, read when it is needed: a town speaks four languages of the list, not all."""
    read = json.loads(files(__package__).joinpath("concepts.json").read_text(encoding="utf-8"))
    if lang not in read["languages"]:
        return []
    column = read["languages"].index(lang)
    return [(number, word) for number, row in enumerate(read["matters"]) for word in row[column].split(",") if word]


class Interests:
    """Which concepts each department's configuration speaks of."""

    def __init__(self, profiles: Sequence[DepartmentProfile]) -> None:
        self._of: list[Matters] = [_interest(profile) for profile in profiles]
        totals: Matters = {}
        for interest in self._of:
            for concept, weight in interest.items():
                totals[concept] = totals.get(concept, 0.0) + weight
        for interest in self._of:
            for concept, weight in interest.items():
                interest[concept] = weight * (weight / totals[concept]) ** 0.5

    def scores(self, matters: Matters) -> list[float]:
        """How much a message's concepts speak for each department."""
        return [
            sum(min(weight, 2.0) ** 0.5 * interest.get(concept, 0.0) for concept, weight in matters.items()) ** 0.5
            for interest in self._of
        ]


def _interest(profile: DepartmentProfile) -> Matters:
    interest: Matters = {}
    for lang in sorted({*profile.keywords, *profile.name, *profile.description}):
        spoken: Matters = {}
        for phrase in profile.keywords.get(lang, ()):
            _add(spoken, thesaurus(lang).matters(words(fold(phrase))), 1.0)
        _add(spoken, thesaurus(lang).matters(_longer(profile.name.get(lang, ""))), _NAME)
        _add(spoken, thesaurus(lang).matters(_longer(profile.description.get(lang, ""))), _DESCRIPTION)
        for concept, weight in spoken.items():
            interest[concept] = max(interest.get(concept, 0.0), weight**0.5)
    return interest


def _add(to: Matters, found: Matters, worth: float) -> None:
    for concept, weight in found.items():
        to[concept] = to.get(concept, 0.0) + worth * min(weight, 1.0)


def _longer(text: str) -> list[str]:
    return [word for word in words(fold(text)) if len(word) > 3 or is_unspaced(word)]
