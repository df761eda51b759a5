"""Who comes second and third: where the learner's small chances say little, plain counting is asked as well.

The learner is made to find the first department; below it, its chances are what is left over. How often each feature's
labelled messages went to each department (naive Bayes) orders those better once there are some hundred labels, though
it is the worse judge of the first place, which it therefore never touches.
"""

from collections.abc import Sequence
from math import log

from understanding.routing.evidence import Weighed, Worth

_SAY = 0.6  # what the counting voice is worth beside the learner's 1, from 1,000 labels on
_FULL = 1000
_TINY = 1e-12


def reordered(chances: Sequence[float], worth: Worth, weighed: Weighed, labels: Sequence[int]) -> list[float]:
    """The same chances, handed out anew to all departments but the first; `labels` is how many each has had."""
    first = max(range(len(chances)), key=lambda number: chances[number])
    say = _SAY * min(1.0, sum(labels) / _FULL)
    if not say:
        return list(chances)
    known = _standard([log(max(chance, _TINY)) for chance in chances])
    counted = _standard(_counted(worth, weighed, labels))
    rest = [number for number in range(len(chances)) if number != first]
    rest.sort(key=lambda number: (-(known[number] + say * counted[number]), number))
    shares = sorted((chances[number] for number in rest), reverse=True)
    given = dict(zip(rest, shares, strict=True))
    return [given.get(number, chances[first]) for number in range(len(chances))]


def _counted(worth: Worth, weighed: Weighed, labels: Sequence[int]) -> list[float]:
    """How much more often than usual the features went to each department: a sum of weighted log ratios."""
    width, labelled, total = worth.departments, worth.labelled, worth.total
    every = sum(labels) + width
    usual = [(count + 1) / every for count in labels]
    scores = [-sum(value * log(total[slot] + 1.0) for slot, value in zip(*weighed, strict=True) if total[slot])] * width
    for slot, value in zip(*weighed, strict=True):
        if total[slot]:
            row = labelled[slot * width : slot * width + width]
            for number, count in enumerate(row):
                if count:
                    scores[number] += value * log(count / usual[number] + 1.0)
    return scores


def _standard(values: Sequence[float]) -> list[float]:
    mean = sum(values) / len(values)
    spread = (sum((value - mean) ** 2 for value in values) / len(values)) ** 0.5
    return [(value - mean) / (spread + _TINY) for value in values]
