"""Online softmax regression over hashed features (AdaGrad steps): the part that learns from every label."""

from array import array
from collections.abc import Sequence
from math import exp, sqrt
from operator import mul

Pairs = Sequence[tuple[int, float]]


def softmax(scores: Sequence[float]) -> list[float]:
    """Scores to probabilities that sum to one."""
    top = max(scores)
    grown = [exp(score - top) for score in scores]
    total = sum(grown)
    return [part / total for part in grown]


class Linear:
    """One weight a (slot, department), flat; one step size a slot, shrinking with what the slot has already learned."""

    def __init__(self, slots: int, departments: int, rate: float) -> None:
        self.width = departments
        self.rate = rate
        self.weights = array("f", bytes(4 * slots * departments))
        self.spent = array("f", bytes(4 * slots))

    def scores(self, pairs: Pairs) -> list[float]:
        """The sum of the weights of the given slots, a number for each department."""
        width, weights = self.width, self.weights
        total = [0.0] * width
        for slot, value in pairs:
            row = weights[slot * width : slot * width + width]
            if any(row):
                total = [t + value * w for t, w in zip(total, row, strict=True)]
        return total

    def step(self, pairs: Pairs, slopes: Sequence[float]) -> None:
        """Move against the slopes (probability minus truth), each slot at its own pace."""
        width, weights, spent = self.width, self.weights, self.spent
        power = sum(map(mul, slopes, slopes))
        for slot, value in pairs:
            spent[slot] += value * value * power
            pace = self.rate * value / sqrt(spent[slot] + 1e-8)
            at = slot * width
            row = weights[at : at + width]
            weights[at : at + width] = array("f", [w - pace * s for w, s in zip(row, slopes, strict=True)])
