"""Complement naive Bayes: counts only, so it is right from the first label and never has to be trained again.

Rennie et al., "Tackling the Poor Assumptions of Naive Bayes Text Classifiers", 2003: a department is described by
what all others say, which holds up when some departments have far fewer cases.
"""

from array import array
from math import log

from understanding.routing.evidence import Weighed

_SMOOTH = 0.3


class Bayes:
    """Weighted counts of every slot in every department."""

    def __init__(self, slots: int, departments: int) -> None:
        self.width = departments
        self.counts = array("f", bytes(4 * slots * departments))
        self.totals = array("d", bytes(8 * departments))
        self.known = 0  # slots ever counted

    def add(self, weighed: Weighed, department: int, weight: float = 1.0) -> None:
        """Count a message (or a configured phrase) for a department."""
        width, counts = self.width, self.counts
        for slot, value in zip(*weighed, strict=True):
            at = slot * width
            if not any(counts[at : at + width]):
                self.known += 1
            counts[at + department] += value * weight
        self.totals[department] += sum(weighed[1]) * weight

    def scores(self, weighed: Weighed) -> list[float]:
        """Log-likelihood against every department's complement, mean zero; only slots seen before tell anything."""
        width, counts = self.width, self.counts
        everything = sum(self.totals)
        norms = [log(everything - total + _SMOOTH * self.known + 1e-9) for total in self.totals]
        total, told = [0.0] * width, 0.0
        for slot, value in zip(*weighed, strict=True):
            at = slot * width
            row = counts[at : at + width]
            whole = sum(row)
            if whole > 0.0:
                told += value
                whole += _SMOOTH
                total = [t - value * log(whole - c) for t, c in zip(total, row, strict=True)]
        total = [t + told * n for t, n in zip(total, norms, strict=True)]
        mean = sum(total) / width
        return [t - mean for t in total]
