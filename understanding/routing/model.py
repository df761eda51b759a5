"""What the router has learned, and how it reads a message: the configured words first, the learned weights on top."""

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from random import Random

from understanding.routing.concepts import Interests, Matters, thesaurus
from understanding.routing.confidence import Candour, Gate, Temperature
from understanding.routing.evidence import SLOTS, Seen, Weighed, Worth, slot
from understanding.routing.keywords import Hit, Lexicon
from understanding.routing.linear import Linear, softmax
from understanding.routing.neighbours import Memory, Neighbour, Past
from understanding.routing.newcomers import Newcomers
from understanding.routing.profile import DepartmentProfile, Features, RouterSettings
from understanding.routing.runners_up import reordered

_CLAIM = 2.0  # what the square root of a department's keyword score is worth before any label
_CONCEPT = 1.0  # the same for its concepts
_MATTERS, _HITS, _CLAIMS, _INTERESTS = 0.7, 0.5, 0.5, 0.25  # weights as features, beside a text's 1: learned here,
_ALWAYS = 0.3  # they hold in all languages. Every message has the last one: how often a department is meant at all
_REHEARSED = 900  # features that one label may touch while past cases are rehearsed: bounds the time
_SCEPTICISM = 0.6  # a label that the model finds hard to believe moves it less: one in ten is wrong
_LEAST_TRUST = 0.02
_FIRST_PACE, _LAST_PACE = 0.3, 0.5  # how far a label moves the weights: at the first one, and from 1,000 on
_KEPT = 25  # labels between two marks; guesses are judged by the weights at the last mark
_NOTHING = 1e-9
_NEAR = 0.6  # likeness from which a past case counts by itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything that one message says: what was found in it and what follows.

    `plain` is the department that its configured words ask for without any doubt, or None.
    """

    seen: Seen
    hits: list[Hit]
    matters: Matters
    plain: int | None
    weighed: Weighed
    base: list[float]
    learned: list[float]
    neighbours: list[Neighbour]
    chances: list[float]


class Model:
    """All learned numbers. Departments are numbers here, in the order of their ids."""

    def __init__(self, profiles: Sequence[DepartmentProfile], settings: RouterSettings) -> None:
        self.profiles = sorted(profiles, key=lambda profile: profile.id)
        self.ids = [profile.id for profile in self.profiles]
        self.places: Mapping[str, int] = {department: number for number, department in enumerate(self.ids)}
        self.settings = settings
        self.labels = 0
        self.lexicon = Lexicon(self.profiles)
        self.interests = Interests(self.profiles)
        self.worth = Worth(len(self.ids))
        self.linear = Linear(SLOTS, len(self.ids))
        self.memory = Memory(settings.remembered)
        self.newcomers = Newcomers(len(self.ids))
        self.temperature = Temperature()
        self.candour = Candour()
        self.gate = Gate(settings)
        self.floors: dict[int, tuple[int, float]] = {}
        for profile in self.profiles:
            for text in _phrases(profile):
                self.worth.note_phrase(Seen(Features(text=text)))

    def read(self, features: Features) -> Reading:
        """Look at a message from all sides. Changes nothing."""
        seen = Seen(features)
        return self._judged(features, seen, self.lexicon.hits(seen.words), thesaurus(features.lang).matters(seen.words))

    def _judged(self, features: Features, seen: Seen, hits: list[Hit], matters: Matters) -> Reading:
        claims = [sqrt(score) for score in self.lexicon.scores(hits, features.lang)]
        interests = self.interests.scores(matters)
        weighed = self.worth.weigh(seen)
        self._add_configured(weighed, hits, claims, interests)
        _add_matters(weighed, matters)
        base = [_CLAIM * claim + _CONCEPT * interest for claim, interest in zip(claims, interests, strict=True)]
        learned = self.linear.scores(weighed)
        neighbours = self.memory.like(weighed)
        return Reading(
            seen=seen,
            hits=hits,
            matters=matters,
            plain=self.lexicon.plain(hits, features.lang),
            weighed=weighed,
            base=base,
            learned=learned,
            neighbours=neighbours,
            chances=self._floored(features, self._ordered(self._chances(base, learned, neighbours), weighed)),
        )

    def _chances(self, base: list[float], learned: list[float], neighbours: list[Neighbour]) -> list[float]:
        known = self.temperature.scores(base, learned)
        parts = zip(known, self._votes(neighbours), self.newcomers.lifts(learned), strict=True)
        return self._corrected(softmax([sum(part) for part in parts]))

    def _ordered(self, chances: list[float], weighed: Weighed) -> list[float]:
        """Counting knows nothing of a department that has just joined: until it has grown, the order stays."""
        if self.newcomers.young():
            return chances
        return reordered(chances, self.worth, weighed, self.newcomers.labels)

    def _corrected(self, chances: list[float]) -> list[float]:
        """Give the first department its true chance; it stays the first, and the others share the rest as before."""
        ordered = sorted(range(len(chances)), key=lambda number: -chances[number])[:2]
        top = chances[ordered[0]]
        rest = 1.0 - top
        if len(ordered) < 2 or rest < _NOTHING:
            return chances
        second = chances[ordered[1]]
        true = max(self.candour.corrected(top), second / (rest + second) + _NOTHING)
        return [true if n == ordered[0] else c * (1.0 - true) / rest for n, c in enumerate(chances)]

    def _add_configured(
        self, weighed: Weighed, hits: Sequence[Hit], claims: Sequence[float], interests: Sequence[float]
    ) -> None:
        """Let the learner see each keyword and each department's keyword and matter scores: their worth is learned."""
        length = sqrt(sum(hit.strength**2 for hit in hits))
        found = [(self._name_of(hit), _HITS * hit.strength / length) for hit in hits]
        for department, claim, interest in zip(self.ids, claims, interests, strict=True):
            found += [(f"claim:{department}", _CLAIMS * claim), (f"interest:{department}", _INTERESTS * interest)]
        found.append(("always", _ALWAYS))
        for name, weight in found:
            if weight:
                weighed[0].append(slot(name))
                weighed[1].append(weight)

    def _name_of(self, hit: Hit) -> str:
        keyword = self.lexicon.keywords[hit.keyword]
        return f"hit:{self.ids[keyword.department]}:{keyword.source}:{' '.join(keyword.parts)}"

    def _votes(self, neighbours: Sequence[Neighbour]) -> list[float]:
        """Only near repetitions of a past case count by themselves; for the rest the weights know more."""
        votes = [0.0] * len(self.ids)
        for neighbour in neighbours:
            place = self.places[neighbour.past.department]
            votes[place] = max(votes[place], 2.0 * (neighbour.likeness - _NEAR))
        return votes

    def _floored(self, features: Features, chances: list[float]) -> list[float]:
        floor = self.floors.get(fingerprint(features)) if self.floors else None
        if floor and chances[floor[0]] < floor[1]:
            rest = (1 - floor[1]) / (1 - chances[floor[0]])
            chances = [floor[1] if n == floor[0] else c * rest for n, c in enumerate(chances)]
        return chances

    def learn(self, features: Features, right: int, reference: str | None, weight: float) -> None:
        """Learn one label: judge the own guess first, then count, step, rehearse."""
        before = self.read(features)
        self._judge(features.lang, before, right)
        self.newcomers.learn(before.learned, right)
        self.floors.pop(fingerprint(features), None)
        self.labels += 1
        self.worth.note(before.seen)
        self.worth.label(before.seen, right)
        newest = Past(
            department=self.ids[right],
            reference=reference,
            weighed=before.weighed,
            base=tuple(before.base),
            weight=weight,
        )
        self.memory.add(newest)
        self._rehearse(newest)
        after = self._judged(features, before.seen, before.hits, before.matters)
        if after.chances[right] < before.chances[right]:
            self.floors[fingerprint(features)] = (right, before.chances[right])

    def _judge(self, lang: str | None, before: Reading, right: int) -> None:
        """Score a guess that owes nothing to the last few labels.

        Matters come in bursts: ten neighbours report one broken pipe. What was learned from the first nine makes the
        tenth easy, and would make the router sure of itself where it has no reason to be.
        """
        if self.labels % _KEPT == 0:
            self.linear.mark()
        learned = self.linear.scores(before.weighed, earlier=True)
        chances = softmax(self.temperature.scores(before.base, learned))
        top = max(chances)
        self.gate.record(lang, self.candour.corrected(top), chances[right] == top)
        self.candour.learn(top, chances[right] == top)
        if before.plain is not None:
            self.gate.record_plain(lang, before.plain == right)
        self.temperature.learn((before.base, learned), chances, right)

    def _rehearse(self, newest: Past) -> None:
        """Learn the newest case and some earlier ones again: a few passes over the past at a bounded cost."""
        rate = _FIRST_PACE + (_LAST_PACE - _FIRST_PACE) * min(1.0, self.labels / 1000)
        self._study(newest, rate)
        budget = _REHEARSED - len(newest.weighed[0])
        choice = Random(self.labels)  # noqa: S311 - a repeatable choice, not a secret
        for past in self._chosen(choice):
            budget -= len(past.weighed[0])
            if budget < 0:
                break
            self._study(past, rate)

    def _chosen(self, choice: Random) -> Iterator[Past]:
        """First a case of each young department, so that its few do not drown; then any."""
        young = [self.ids[number] for number in self.newcomers.young()]
        wanted: list[str | None] = [*young, *young, *[None] * self.settings.rehearsal]
        for department in wanted:
            past = self.memory.pick(choice, department)
            if past is not None:
                yield past

    def _study(self, past: Past, rate: float) -> None:
        right = self.places[past.department]
        doubt = 0.0 if right in self.newcomers.young() else _SCEPTICISM * min(1.0, self.labels / 400)
        self.linear.study(
            past.weighed, past.base, right, lambda chance: past.weight * max(_LEAST_TRUST, chance) ** doubt, rate
        )


def _phrases(profile: DepartmentProfile) -> list[str]:
    listed = [phrase for _, phrases in sorted(profile.keywords.items()) for phrase in phrases]
    return listed + [text for texts in (profile.name, profile.description) for _, text in sorted(texts.items())]


def _add_matters(weighed: Weighed, matters: Matters) -> None:
    """Concepts are features too: what is learned of them in one language holds in all."""
    length = sqrt(sum(matters.values()))
    for concept, weight in sorted(matters.items()):
        weighed[0].append(slot(f"concept:{concept}"))
        weighed[1].append(_MATTERS * sqrt(weight) / length)


def fingerprint(features: Features) -> int:
    """A number for exactly these features; it keeps a promise about one text without keeping the text."""
    parts = [features.text, features.lang, features.area, sorted(set(features.attachments))]
    return zlib.crc32(json.dumps(parts).encode())
