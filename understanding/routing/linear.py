"""Online softmax regression over hashed features (AdaGrad steps): the part that learns from every label."""

from array import array
from collections.abc import Callable, Sequence
from itertools import repeat
from math import exp, sqrt
from operator import add, mul, sub
from typing import TypeAlias

from understanding.routing.evidence import Weighed

Trust: TypeAlias = Callable[[float], float]


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
        rows = self._rows(weighed[0])
        if earlier:
            width, before = self.width, self._before
            for at, slot in enumerate(weighed[0]):
                if slot in before:
                    rows[at * width : at * width + width] = before[slot]
        return self._summed(rows, weighed[1])

    def _rows(self, slots: Sequence[int]) -> "array[float]":
        """The weights of these slots, one row after the other."""
        width, weights = self.width, self.weights
        rows = array("f")
        for slot in slots:
            at = slot * width
            rows += weights[at : at + width]
        return rows

    def _summed(self, rows: "array[float]", values: Sequence[float]) -> list[float]:
        # One department's column at a time: three times as fast as row by row, which is what lets a label rehearse.
        return [sum(map(mul, values, rows[number :: self.width]), 0.0) for number in range(self.width)]

    def study(self, weighed: Weighed, base: Sequence[float], right: int, trust: Trust, rate: float) -> None:
        """Take one step towards `right` on top of the configured scores `base`.

        `trust` says by the chance that the right department had (0-1) how much the label may move.
        """
        rows = self._rows(weighed[0])
        slopes = softmax(list(map(add, base, self._summed(rows, weighed[1]))))
        believed = trust(slopes[right])
        slopes[right] -= 1.0
        self._step(weighed, rows, [slope * believed for slope in slopes], rate)

    def _step(self, weighed: Weighed, rows: "array[float]", slopes: Sequence[float], rate: float) -> None:
        """Move against the slopes (probability minus truth), each slot at its own pace."""
        width, weights, before = self.width, self.weights, self._before
        for at, slot in [pair for pair in enumerate(weighed[0]) if pair[1] not in before]:
            before[slot] = rows[at * width : at * width + width]
        paces = self._paces(weighed, sum(map(mul, slopes, slopes)) + 1e-12, rate)
        for number, slope in enumerate(slopes):
            column = rows[number::width]
            rows[number::width] = array("f", map(sub, column, map(mul, paces, repeat(slope))))
        for at, slot in enumerate(weighed[0]):
            weights[slot * width : slot * width + width] = rows[at * width : at * width + width]

    def _paces(self, weighed: Weighed, power: float, rate: float) -> list[float]:
        slots, values = weighed
        used = [self.spent[slot] + value * value * power for slot, value in zip(slots, values, strict=True)]
        for slot, now in zip(slots, used, strict=True):
            self.spent[slot] = now
        return [rate * value / sqrt(now + 1e-8) for value, now in zip(values, used, strict=True)]
