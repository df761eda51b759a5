"""What a sender has written before, fading: a prior for the next message, never a veto."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from understanding.language.verdict import NONE, Verdict

DECAY = 0.1
"""Part of the older belief that survives a new message beside the new one's own."""
_LEAST = 0.001
_NOTHING: Mapping[str, float] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Belief in each language after the sender's last message; shares that sum to at most one, empty at first."""

    weights: Mapping[str, float] = field(default_factory=lambda: _NOTHING)

    def updated(self, verdict: Verdict) -> "History":
        """History after one more message. "und" (no language) changes nothing.

        The verdict already holds this history as its prior, so its ranking replaces most of the old weights; the
        less the message looked like any of the community's languages, the more of them stays.
        """
        if verdict.lang == NONE:
            return self
        fresh = verdict.confidence / verdict.ranking[0][1] * (1.0 - DECAY if self.weights else 1.0)
        mixed = {lang: weight * (1.0 - fresh) for lang, weight in self.weights.items()}
        for lang, share in verdict.ranking:
            mixed[lang] = mixed.get(lang, 0.0) + fresh * share
        return History(weights=MappingProxyType({lang: w for lang, w in mixed.items() if w >= _LEAST}))

    def to_json(self) -> str:
        """One line of JSON."""
        return json.dumps({lang: round(weight, 4) for lang, weight in sorted(self.weights.items())})

    @classmethod
    def from_json(cls, text: str) -> "History":
        """Read what `to_json` wrote. Raises ValueError on anything else."""
        data = json.loads(text)
        if not isinstance(data, dict) or not all(_is_weight(weight) for weight in data.values()):
            raise ValueError("a history is a JSON object of language to weight")
        return cls(weights=MappingProxyType({str(lang): float(weight) for lang, weight in data.items()}))


def _is_weight(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1.001
