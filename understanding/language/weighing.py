"""Add the voices up: weights by message length, fitted on the open development rows (build/weights.py)."""

import json
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path

from understanding.language.evidence import Evidence

LENGTHS = (1, 2, 4, 7)
"""Upper bounds, in words, of the first four length classes; the fifth is everything longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """One weight a voice and length class; `bias` shifts single profiles and is 0.0 for those not named."""

    ngrams: tuple[float, ...]
    words: tuple[float, ...]
    second: tuple[float, ...]
    bias: dict[str, float]

    def logits(self, evidence: Evidence) -> list[float]:
        """Weighted sums in natural logarithms, one for each of the evidence's names."""
        place = length_class(evidence.word_count)
        a, b, c = self.ngrams[place], self.words[place], self.second[place]
        rows = zip(evidence.names, evidence.ngrams, evidence.words, evidence.second, strict=True)
        return [a * n + b * w + c * s + self.bias.get(name, 0.0) for name, n, w, s in rows]


def length_class(word_count: int) -> int:
    """Index of the message's length class, 0-4."""
    return bisect_left(LENGTHS, word_count)


def read(path: Path) -> Weights:
    """Read what build/weights.py wrote. Raises OSError, ValueError or KeyError on a missing or damaged file."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return Weights(
        ngrams=tuple(data["ngrams"]), words=tuple(data["words"]), second=tuple(data["second"]), bias=data["bias"]
    )


def probabilities(logits: Sequence[float]) -> list[float]:
    """Softmax."""
    best = max(logits)
    raised = [exp(value - best) for value in logits]
    total = sum(raised)
    return [value / total for value in raised]
