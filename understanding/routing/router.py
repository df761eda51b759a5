"""The department router: starts from configuration, learns from every label, says how sure it is and why."""

import json
import zlib
from array import array
from collections.abc import Collection, Sequence

from understanding.routing.confidence import Gate
from understanding.routing.evidence import SLOTS, evidence, slot
from understanding.routing.keywords import Hit, Lexicon
from understanding.routing.linear import Linear, softmax
from understanding.routing.profile import (
    Action,
    Decision,
    DepartmentProfile,
    Features,
    LabelKind,
    Reason,
    RouterSettings,
)

VERSION = 1
_TRUST = {"keyword": 2.5, "name": 1.5, "description": 1.0}


class UnknownDepartment(ValueError):
    """A label that names no configured department."""


class Router:
    """One model for all languages. Not thread-safe: one owner at a time. Same input, same state, same answer."""

    def __init__(self, departments: Sequence[DepartmentProfile], settings: RouterSettings | None = None) -> None:
        """Raises ValueError when there is no department or an id is given twice. Their order does not matter."""
        self.settings = settings or RouterSettings()
        self.profiles = sorted(departments, key=lambda d: d.id)
        self.ids = [d.id for d in self.profiles]
        if not self.ids or len(set(self.ids)) != len(self.ids):
            raise ValueError("a router needs at least one department, each id once")
        self._lexicon = Lexicon(self.profiles)
        self._linear = Linear(SLOTS, len(self.ids), rate=0.5)
        self._gate = Gate(self.settings)
        self._floors: dict[int, tuple[int, float]] = {}

    def predict(self, features: Features, *, exclude: Collection[str] = ()) -> Decision:
        """Probabilities of all departments (those in `exclude` get 0), what to do and why. Changes nothing."""
        said, slots = evidence(features)
        hits = self._lexicon.hits(said)
        chances = self._chances(features, slots, hits)
        kept = [0.0 if d in exclude else c for d, c in zip(self.ids, chances, strict=True)]
        total = sum(kept)
        if total <= 0:
            kept, total = [1.0] * len(kept), float(len(kept))
        ranking = sorted(((d, c / total) for d, c in zip(self.ids, kept, strict=True)), key=lambda p: (-p[1], p[0]))
        return Decision(
            ranking=tuple(ranking),
            action=self._action(features.lang, ranking),
            reasons=self._reasons(ranking[0][0], hits),
        )

    def learn(
        self,
        features: Features,
        label: str,
        *,
        reference: str | None = None,
        weight: float = 1.0,
        kind: LabelKind = "reassigned",
    ) -> None:
        """Learn that this message belongs to `label`. `reference` is the case's, shown later as "similar to".

        Raises UnknownDepartment for a label that is not configured.
        """
        if label not in self.ids:
            raise UnknownDepartment(label)
        said, slots = evidence(features)
        hits = self._lexicon.hits(said)
        right = self.ids.index(label)
        before = self._chances(features, slots, hits)
        self._gate.record(features.lang, max(before), before[right] == max(before))
        self._floors.pop(self._fingerprint(features), None)
        pairs = self._pairs(slots, hits)
        slopes = [weight * (p - (n == right)) for n, p in enumerate(before)]
        self._linear.step(pairs, slopes)
        if self._chances(features, slots, hits)[right] < before[right]:
            self._floors[self._fingerprint(features)] = (right, before[right])

    def _pairs(self, slots: dict[int, float], hits: Sequence[Hit]) -> list[tuple[int, float]]:
        pairs = dict(slots)
        for hit in hits:
            keyword = self._lexicon.keywords[hit.keyword]
            number = slot(f"k:{keyword.source}:{self.ids[keyword.department]}:{' '.join(keyword.parts)}")
            pairs[number] = pairs.get(number, 0.0) + hit.strength
        return sorted(pairs.items())

    def _chances(self, features: Features, slots: dict[int, float], hits: Sequence[Hit]) -> list[float]:
        scores = self._linear.scores(self._pairs(slots, hits))
        for hit in hits:
            keyword = self._lexicon.keywords[hit.keyword]
            scores[keyword.department] += _TRUST[keyword.source] * hit.strength**2 * 0.5
        chances = softmax(scores)
        floor = self._floors.get(self._fingerprint(features))
        if floor and chances[floor[0]] < floor[1]:
            rest = (1 - floor[1]) / (1 - chances[floor[0]])
            chances = [floor[1] if n == floor[0] else c * rest for n, c in enumerate(chances)]
        return chances

    @staticmethod
    def _fingerprint(features: Features) -> int:
        parts = [features.text, features.lang, features.area, sorted(set(features.attachments))]
        return zlib.crc32(json.dumps(parts).encode())

    def _action(self, lang: str | None, ranking: Sequence[tuple[str, float]]) -> Action:
        if ranking[0][1] >= self._gate.threshold(lang):
            return "auto"
        return "ask" if sum(c for _, c in ranking[:3]) >= self.settings.ask_from else "front_desk"

    def _reasons(self, first: str, hits: Sequence[Hit]) -> tuple[Reason, ...]:
        matched = [
            (-hit.strength, self._lexicon.keywords[hit.keyword].text)
            for hit in hits
            if self.ids[self._lexicon.keywords[hit.keyword].department] == first
        ]
        return tuple(Reason(kind="keyword", text=text) for _, text in sorted(matched)[:3])

    def dump(self) -> bytes:
        """The learned state, versioned and compressed, for the store."""
        state = {
            "version": VERSION,
            "ids": self.ids,
            "weights": self._linear.weights.tobytes().hex(),
            "spent": self._linear.spent.tobytes().hex(),
            "gate": {lang: list(cases) for lang, cases in self._gate.cases.items()},
        }
        return zlib.compress(json.dumps(state).encode(), 1)

    @classmethod
    def load(
        cls, state: bytes, departments: Sequence[DepartmentProfile], settings: RouterSettings | None = None
    ) -> "Router":
        """A router with what was learned before. New departments start from their words, removed ones are forgotten.

        Raises ValueError for bytes that are no router's state or a newer version's.
        """
        router = cls(departments, settings)
        try:
            found = json.loads(zlib.decompress(state))
            if found["version"] != VERSION:
                raise ValueError("the router's state has another version: rebuild it from the labels")
            router._restore(found)
        except (zlib.error, KeyError, TypeError, UnicodeDecodeError) as fault:
            raise ValueError("not a router's state") from fault
        return router

    def _restore(self, found: dict[str, object]) -> None:
        old_ids = list(found["ids"])  # type: ignore[call-overload]
        old = array("f", bytes.fromhex(str(found["weights"])))
        self._linear.spent = array("f", bytes.fromhex(str(found["spent"])))
        for number, department in enumerate(self.ids):
            if department in old_ids:
                self._linear.weights[number :: len(self.ids)] = old[old_ids.index(department) :: len(old_ids)]
        for lang, cases in dict(found["gate"]).items():  # type: ignore[call-overload]
            for probability, right in cases:
                self._gate.cases.setdefault(lang, __import__("collections").deque(maxlen=300)).append(
                    (probability, right)
                )
