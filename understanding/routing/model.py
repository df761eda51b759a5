"""What the router has learned, and how it reads a message: four voices, one blend."""

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from random import Random

from understanding.routing.bayes import Bayes
from understanding.routing.blend import Blend
from understanding.routing.concepts import Interests, Matters, thesaurus
from understanding.routing.confidence import Gate
from understanding.routing.evidence import SLOTS, Rarity, Seen, Weighed, slot
from understanding.routing.keywords import Hit, Lexicon
from understanding.routing.linear import Linear, softmax
from understanding.routing.neighbours import Memory, Neighbour, Past
from understanding.routing.profile import DepartmentProfile, Features, RouterSettings

_BASE = 3.0  # what a keyword is worth to the learner before any label
_MATTERS = 0.7  # the weight of the concepts beside that of the words
_REHEARSED = 1500  # features that one label may touch while past cases are rehearsed: bounds the time


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything that one message says, each voice apart."""

    seen: Seen
    hits: list[Hit]
    weighed: Weighed
    base: list[float]
    voices: tuple[list[float], ...]
    neighbours: list[Neighbour]
    chances: list[float]


class Model:
    """All learned numbers. Departments are numbers here, in the order of their ids."""

    def __init__(self, profiles: Sequence[DepartmentProfile], settings: RouterSettings) -> None:
        self.profiles = sorted(profiles, key=lambda profile: profile.id)
        self.ids = [profile.id for profile in self.profiles]
        self.places: Mapping[str, int] = {department: number for number, department in enumerate(self.ids)}
        self.settings = settings
        self.lexicon = Lexicon(self.profiles)
        self.interests = Interests(self.profiles)
        self.rarity = Rarity()
        self.bayes = Bayes(SLOTS, len(self.ids))
        self.linear = Linear(SLOTS, len(self.ids))
        self.memory = Memory(settings.remembered)
        self.blend = Blend()
        self.gate = Gate(settings)
        self.floors: dict[int, tuple[int, float]] = {}
        self._study_profiles()

    def _study_profiles(self) -> None:
        """Let the counts know the configured words as if each phrase were a short message."""
        phrases = []
        for number, profile in enumerate(self.profiles):
            said = [phrase for _, listed in sorted(profile.keywords.items()) for phrase in listed]
            said += [text for _, text in sorted(profile.name.items())]
            said += [text for _, text in sorted(profile.description.items())]
            phrases += [(number, Seen(Features(text=text))) for text in said]
        for _, seen in phrases:
            self.rarity.note(seen)
        for number, seen in phrases:
            self.bayes.add(self.rarity.weigh(seen), number)

    def read(self, features: Features) -> Reading:
        """Hear every voice on a message and blend them. Changes nothing."""
        seen = Seen(features)
        hits = self.lexicon.hits(seen.words)
        weighed = self.rarity.weigh(seen)
        claims = [sqrt(score) for score in self.lexicon.scores(hits, features.lang)]
        matters = thesaurus(features.lang).matters(seen.words)
        self._add_claims(weighed, claims)
        _add_matters(weighed, matters)
        base = [_BASE * claim for claim in claims]
        silent = [0.0] * len(self.ids)
        neighbours = self.memory.like(weighed)
        learned = [b + w for b, w in zip(base, self.linear.scores(weighed), strict=True)]
        voices = (
            claims,
            self.interests.scores(matters),
            self.bayes.scores(weighed),
            learned if self.memory.cases else silent,
            self._votes(neighbours),
        )
        chances = self._floored(features, softmax(self.blend.scores(voices)))
        return Reading(
            seen=seen, hits=hits, weighed=weighed, base=base, voices=voices, neighbours=neighbours, chances=chances
        )

    def _add_claims(self, weighed: Weighed, claims: Sequence[float]) -> None:
        """Let the learner see each department's keyword score: what it learns of it holds in every language."""
        for number, claim in enumerate(claims):
            if claim:
                weighed[0].append(slot(f"claim:{self.ids[number]}"))
                weighed[1].append(0.5 * claim)

    def _votes(self, neighbours: Sequence[Neighbour]) -> list[float]:
        votes = [0.0] * len(self.ids)
        for neighbour in neighbours:
            votes[self.places[neighbour.past.department]] += neighbour.likeness**3
        whole = sum(votes) + 0.5
        return [vote / whole for vote in votes]

    def _floored(self, features: Features, chances: list[float]) -> list[float]:
        floor = self.floors.get(fingerprint(features)) if self.floors else None
        if floor and chances[floor[0]] < floor[1]:
            rest = (1 - floor[1]) / (1 - chances[floor[0]])
            chances = [floor[1] if n == floor[0] else c * rest for n, c in enumerate(chances)]
        return chances

    def learn(self, features: Features, right: int, reference: str | None, weight: float) -> None:
        """Learn one label: judge the own guess first, then count, step, rehearse."""
        before = self.read(features)
        top = max(before.chances)
        self.gate.record(features.lang, top, before.chances[right] == top)
        self.blend.learn(before.voices, before.chances, right)
        self.floors.pop(fingerprint(features), None)
        self.rarity.note(before.seen)
        self.bayes.add(before.weighed, right, weight)
        newest = Past(
            department=self.ids[right],
            reference=reference,
            weighed=before.weighed,
            base=tuple(before.base),
            weight=weight,
        )
        self.memory.add(newest)
        self._rehearse(newest)
        if self.read(features).chances[right] < before.chances[right]:
            self.floors[fingerprint(features)] = (right, before.chances[right])

    def _rehearse(self, newest: Past) -> None:
        """Learn the newest case and some earlier ones again: a few passes over the past at a bounded cost."""
        rate = 0.15 + 0.45 * min(1.0, self.blend.labels / 1000)
        self._study(newest, rate)
        budget = _REHEARSED - len(newest.weighed[0])
        choice = Random(self.blend.labels)  # noqa: S311 - a repeatable choice, not a secret
        for _ in range(min(self.settings.rehearsal, len(self.memory.cases) - 1)):
            past = self.memory.pick(choice)
            budget -= len(past.weighed[0])
            if budget < 0:
                break
            self._study(past, rate)

    def _study(self, past: Past, rate: float) -> None:
        slopes = softmax([b + w for b, w in zip(past.base, self.linear.scores(past.weighed), strict=True)])
        slopes[self.places[past.department]] -= 1.0
        self.linear.step(past.weighed, [slope * past.weight for slope in slopes], rate)


def _add_matters(weighed: Weighed, matters: Matters) -> None:
    """Concepts are features too: what is learned of them in one language holds in all."""
    length = sum(weight for weight in matters.values()) ** 0.5
    for concept, weight in sorted(matters.items()):
        weighed[0].append(slot(f"concept:{concept}"))
        weighed[1].append(_MATTERS * weight**0.5 / length)


def fingerprint(features: Features) -> int:
    """A number for exactly these features; it keeps a promise about one text without keeping the text."""
    parts = [features.text, features.lang, features.area, sorted(set(features.attachments))]
    return zlib.crc32(json.dumps(parts).encode())
