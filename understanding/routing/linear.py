"""Online softmax regression over hashed features (AdaGrad steps): the part that learns from every label."""

from array import array
from collections.abc import Sequence
from math import exp, sqrt
from operator import mul

from understanding.routing.evidence import Weighed


def softmax(scores: Sequence[float]) -> list[float]:
    """Scores to probabilities that sum to one."""
    top = max(scores)
    grown = [exp(score - top) for score in scores]
    total = sum(grown)
    return [part / total for part in grown]


class Linear:
    """One weight a (slot, department), flat; each slot slows down with what it has already learned."""

    def __init__(self, slots: int, departments: int) -> None:
        self.width = departments
        self.weights = array("f", bytes(4 * slots * departments))
        self.spent = array("f", bytes(4 * slots))
        self._before: dict[int, array[float]] = {}

    def mark(self) -> None:
        """From now on remember the weights as they are, for judging without what comes next."""
        self._before.clear()

    def scores(self, weighed: Weighed, *, earlier: bool = False) -> list[float]:
        """The sum of the slots' weights, a number for each department; `earlier` asks them as they were at the mark."""
        width, weights, spent = self.width, self.weights, self.spent
        before = self._before if earlier else {}
        total = [0.0] * width
        for slot, value in zip(*weighed, strict=True):
            if spent[slot]:
                at = slot * width
                row = before.get(slot) or weights[at : at + width]
                total = [t + value * w for t, w in zip(total, row, strict=True)]
        return total

    def step(self, weighed: Weighed, slopes: Sequence[float], rate: float) -> None:
        """Move against the slopes (probability minus truth), each slot at its own pace."""
        width, weights, spent = self.width, self.weights, self.spent
        before = self._before
        power = sum(map(mul, slopes, slopes)) + 1e-12
        for slot, value in zip(*weighed, strict=True):
            spent[slot] += value * value * power
            pace = rate * value / sqrt(spent[slot] + 1e-8)
            at = slot * width
            row = weights[at : at + width]
            if slot not in before:
                before[slot] = row
            weights[at : at + width] = array("f", [w - pace * s for w, s in zip(row, slopes, strict=True)])
