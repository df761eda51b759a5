"""What each voice says about a text: n-gram profiles, word lists, and lingua on short texts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from understanding.language import words
from understanding.language.inventory import profile_for
from understanding.language.profiles import NgramTable, read
from understanding.language.script import SCRIPTS, script_of, scripts_of_language
from understanding.language.second_voice import SecondVoice
from understanding.language.silence import spoken

_ARABIZI = "ar-latn"
_DIGIT_INSIDE = 4.0
"""Score of an unknown word with a digit for a sound inside ("ma3lesh"): nothing but Arabizi writes so."""
_WORDS_PER_NGRAMS, _BEHIND = 0.115, 0.5
"""Of the right language, the word score is 0.12 times the n-gram score (median of the development rows)."""
SHORT = 4
"""Up to this many words lingua is asked too; on longer texts it added nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Each voice's scores for the profiles of one script, in natural logarithms, centred on zero (shape: `names`)."""

    names: tuple[str, ...]
    word_count: int
    ngrams: tuple[float, ...]
    words: tuple[float, ...]
    second: tuple[float, ...]


class Candidates:
    """The profiles of the community's languages that are written in one script. Thread-safe after construction."""

    def __init__(self, documents: Mapping[str, str], folder: Path, second: SecondVoice) -> None:
        """`documents`: two profiles or more, name -> document in langdetect's format."""
        self._table = NgramTable(list(documents.values()))
        self.names = tuple(documents)
        self._lists = [words.read(folder / "words" / f"{name}.bin.gz") for name in self.names]
        self._second = second
        self._word_scores = lru_cache(maxsize=2048)(self._look_up)

    def evidence(self, folded: str) -> Evidence:
        """Scores of all voices for a folded text."""
        found = folded.split()
        ngrams = self._table.scores(found)
        known = [sum(column) for column in zip(*map(self._word_scores, found), strict=True)]
        second = self._second.scores(folded, self.names) if len(found) <= SHORT else (0.0,) * len(self.names)
        return Evidence(
            names=self.names,
            word_count=len(found),
            ngrams=_centred(ngrams),
            words=_centred(self._filled(known, ngrams)),
            second=second,
        )

    def _look_up(self, word: str) -> tuple[float, ...]:
        key = words.hash_of(word)
        found = [listed.score(key) if listed is not None else 0.0 for listed in self._lists]
        if _ARABIZI in self.names and not any(found) and any(map(str.isdigit, word)):
            found[self.names.index(_ARABIZI)] = _DIGIT_INSIDE
        return tuple(found)

    def _filled(self, known: list[float], ngrams: Sequence[float]) -> list[float]:
        """Languages without a word list are judged by their n-grams alone: how well they fit, and how far from best."""
        if None not in self._lists:
            return known
        best = max(ngrams)
        guesses = (max(0.0, _WORDS_PER_NGRAMS * n - _BEHIND * (best - n)) for n in ngrams)
        return [guess if listed is None else k for k, guess, listed in zip(known, guesses, self._lists, strict=True)]


def _centred(values: Sequence[float]) -> tuple[float, ...]:
    middle = sum(values) / len(values)
    return tuple(value - middle for value in values)


class Witnesses:
    """All scripts of a community's languages."""

    def __init__(self, languages: Sequence[str], folder: Path, outsiders: Sequence[str] = ()) -> None:
        """`languages`: canonical codes; `outsiders`: further ones to notice. Data files are read here, once."""
        self._second = SecondVoice([lang for lang in languages if _shares_script(lang, languages)])
        self._alone: dict[str, str] = {}
        self._several: dict[str, Candidates] = {}
        for script in SCRIPTS:
            self._admit(script, _names(languages, script), _names(outsiders, script), folder)

    def _admit(self, script: str, names: Sequence[str], outsiders: Sequence[str], folder: Path) -> None:
        if not names:
            return
        found = {name: read(folder / "profiles", name) for name in (*names, *outsiders)}
        known = {name: document for name, document in found.items() if document is not None}
        if len(known) > 1:
            self._several[script] = Candidates(known, folder, self._second)
        else:
            self._alone[script] = names[0]

    def evidence(self, folded: str) -> Evidence | None:
        """Scores for a folded text; None when no configured language is written in its script."""
        heard = spoken(folded)
        script = script_of(heard) or ""
        if script in self._several:
            return self._several[script].evidence(heard)
        if script in self._alone:
            one = (0.0,)
            count = len(heard.split())
            return Evidence(names=(self._alone[script],), word_count=count, ngrams=one, words=one, second=one)
        return None


def _names(languages: Sequence[str], script: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (profile_for(lang, script) for lang in languages))))


def _shares_script(lang: str, languages: Sequence[str]) -> bool:
    return any(
        other != lang and set(scripts_of_language(lang)) & set(scripts_of_language(other)) for other in languages
    )
