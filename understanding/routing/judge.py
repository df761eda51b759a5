"""What kind of message it is, how urgent, and whether few people should see it: by cue words, each with its reason."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from understanding.routing.fold import fold, is_unspaced, words

KINDS = ("question", "complaint", "suggestion", "thanks", "report")
_WEIGHTS = {"question": 0.9, "complaint": 1.3, "suggestion": 1.3, "thanks": 1.2, "report": 1.0}
Cue = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A judgement with its confidence (0-1) and the words of the message that led to it ("" when none did)."""

    kind: str
    confidence: float
    reason: str = ""


@lru_cache(maxsize=1)
def _cues() -> Mapping[str, Mapping[str, Mapping[str, Sequence[Cue]]]]:
    raw = json.loads(files(__package__).joinpath("cues.json").read_text(encoding="utf-8"))
    return {
        matter: {
            kind: {lang: [_cue(phrase) for phrase in phrases] for lang, phrases in by_lang.items()}
            for kind, by_lang in kinds.items()
        }
        for matter, kinds in raw.items()
    }


def _cue(phrase: str) -> Cue:
    parts = phrase.split()
    return tuple(part for raw in parts for part in _cue_words(raw))


def _cue_words(raw: str) -> list[str]:
    stem, star = raw.rstrip("*"), "*" if raw.endswith("*") else ""
    found = words(fold(stem))
    return [*found[:-1], found[-1] + star] if found else [stem]


class _Said:
    """A message's words, ready for cues: in place of a phrase search in raw text, which would find "art" in "party"."""

    def __init__(self, text: str) -> None:
        self.folded = fold(text)
        self.words = words(self.folded)
        self.runs = "\n".join(word for word in self.words if is_unspaced(word))
        self.known = set(self.words)

    def find(self, cue: Cue) -> str | None:
        """The words that match, as folded; None where they are not there."""
        first = cue[0].rstrip("*")
        if len(cue) == 1 and (is_unspaced(first) or not first[:1].isalnum()):
            return first if first in (self.runs if is_unspaced(first) else self.folded) else None
        if not cue[0].endswith("*") and first not in self.known and not _is_arabic(first):
            return None
        for at in range(len(self.words) - len(cue) + 1):
            if all(_matches(self.words[at + n], part) for n, part in enumerate(cue)):
                return " ".join(self.words[at : at + len(cue)])
        return None


def _is_arabic(word: str) -> bool:
    return "\u0600" <= word[:1] <= "\u06ff"


def _matches(word: str, part: str) -> bool:
    stem = part.rstrip("*")
    if word == stem or (part.endswith("*") and word.startswith(stem)):
        return True
    return _is_arabic(stem) and any(
        word.startswith(clitic) and _matches(word[len(clitic) :], part)
        for clitic in ("وال", "بال", "ال", "و", "ف", "ب", "لل")
    )


def _found(matter: str, kind: str, said: _Said, lang: str | None) -> list[str]:
    """Cues of the message's language and the general ones; of every language where it is not known."""
    by_lang = _cues()[matter][kind]
    chosen: Iterable[str] = ("*", lang) if lang is not None and lang in by_lang else tuple(by_lang)
    matched = (said.find(cue) for key in chosen for cue in by_lang[key])
    return list(dict.fromkeys(match for match in matched if match))


def judge_kind(text: str, lang: str | None) -> Judgement:
    """One of KINDS. A message without any cue is a report of low confidence: someone has to look at it."""
    said = _Said(text)
    found = {kind: _found("kind", kind, said, lang) for kind in KINDS}
    scores = {kind: _WEIGHTS[kind] * len(found[kind]) ** 0.5 for kind in KINDS}
    if any(mark in said.folded for mark in "?؟？"):
        scores["question"] += 1.0
    if len(said.words) <= 6 and found["thanks"] and not found["report"] and not found["complaint"]:
        scores["thanks"] += 1.5
    best = max(KINDS, key=lambda kind: scores[kind])
    if not scores[best]:
        return Judgement(kind="report", confidence=0.3)
    rest = sum(scores.values()) - scores[best]
    reason = ", ".join(found[best][:3]) or "?"
    return Judgement(kind=best, confidence=round(scores[best] / (scores[best] + rest + 0.4), 3), reason=reason)


def judge_urgency(text: str, lang: str | None, emergency_words: Mapping[str, Sequence[str]]) -> Judgement:
    """ "emergency", "urgent" or "normal".

    `emergency_words` are the configuration's, by language; all languages count, since a cry for help is often mixed.
    """
    said = _Said(text)
    for phrases in emergency_words.values():
        for phrase in phrases:
            cue = _cue(phrase)
            match = said.find(cue) if cue else None
            if match:
                return Judgement(kind="emergency", confidence=0.95, reason=match)
    for kind, confidence in (("emergency", 0.85), ("urgent", 0.7)):
        found = _found("urgency", kind, said, lang) or _found("urgency", kind, said, None)
        if found:
            return Judgement(kind=kind, confidence=confidence, reason=", ".join(found[:3]))
    return Judgement(kind="normal", confidence=0.8)


def judge_sensitive(text: str, lang: str | None) -> Judgement:
    """ "self_harm", "violence", "minors", "abuse", "health" or "none"; the gravest one found."""
    said = _Said(text)
    for kind in ("self_harm", "violence", "minors", "abuse", "health"):
        found = _found("sensitive", kind, said, lang) or _found("sensitive", kind, said, None)
        if found:
            return Judgement(kind=kind, confidence=min(0.95, 0.7 + 0.1 * len(found)), reason=", ".join(found[:3]))
    return Judgement(kind="none", confidence=0.9)
