"""What a sender has written before, fading: a prior for the next message, never a veto."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

DECAY = 0.5
"""Weight that older messages keep with every new one: after two messages in a new language the new one leads."""
_LEAST = 0.02
_NONE: Mapping[str, float] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Decayed weight of each language among a sender's messages; every weight is in 0..2."""

    weights: Mapping[str, float] = field(default_factory=lambda: _NONE)

    def updated(self, lang: str, confidence: float) -> "History":
        """History after one more message; `und` (no language) leaves it as it is."""
        if lang == "und":
            return self
        kept = {known: weight * DECAY for known, weight in self.weights.items() if weight * DECAY >= _LEAST}
        kept[lang] = kept.get(lang, 0.0) + min(max(confidence, 0.0), 1.0)
        return History(weights=MappingProxyType(kept))

    def to_json(self) -> str:
        """One line of JSON."""
        return json.dumps({lang: round(weight, 4) for lang, weight in sorted(self.weights.items())})

    @classmethod
    def from_json(cls, text: str) -> "History":
        """Read what `to_json` wrote. Raises ValueError on anything else."""
        data = json.loads(text)
        if not isinstance(data, dict) or not all(isinstance(w, int | float) and 0 <= w <= 100 for w in data.values()):
            raise ValueError("a history is a JSON object of language to weight")
        return cls(weights=MappingProxyType({str(lang): float(weight) for lang, weight in data.items()}))
