"""A message as numbered, weighted features: words, word pairs, character grams and circumstances."""

from array import array
from collections.abc import Sequence
from itertools import pairwise
from math import log, sqrt
from typing import TypeAlias
from zlib import crc32

from understanding.routing.fold import fold, is_unspaced, words
from understanding.routing.profile import Features

SLOTS = 1 << 17  # feature numbers; two features that share one are rare enough to be harmless
MOST_GRAMS = 480  # keeps the time for a long message bounded; residents put the matter first
_CIRCUMSTANCE = 0.3  # the weight of the area or of a kind of attachment beside a text's 1
_SMOOTH = 0.25  # added to every count before a feature's purity is judged
_PURITY = 0.7  # how strongly purity counts; 0 would be plain tf-idf
_IMPURE = 0.02  # what a feature spread evenly over all departments is still worth
_GRAMS = 1.4  # the weight of all letter groups together, beside 1 for all words

Weighed: TypeAlias = "tuple[array[int], array[float]]"  # slots and their weights


def slot(name: str) -> int:
    """The number of a feature's name: the same in every process."""
    return crc32(name.encode("utf-8", "replace")) % SLOTS


def _grams(word: str) -> list[str]:
    if is_unspaced(word):
        return ["g:" + word[i : i + n] for n in (2, 3, 4) for i in range(len(word) - n + 1)]
    padded = f" {word} "
    return ["g:" + padded[i : i + n] for n in (3, 4, 5) for i in range(len(padded) - n + 1)]


def _counted(names: Sequence[str]) -> dict[int, int]:
    counts: dict[int, int] = {}
    for name in names:
        number = slot(name)
        counts[number] = counts.get(number, 0) + 1
    return counts


class Seen:
    """A message read once: its folded words and the counts of its features, before any weighing."""

    __slots__ = ("circumstances", "grams", "terms", "words")

    def __init__(self, features: Features) -> None:
        self.words = words(fold(features.text))
        spaced = [word for word in self.words if not is_unspaced(word)]
        pairs = [f"p:{a} {b}" for a, b in pairwise(self.words) if not is_unspaced(a)]
        self.terms = _counted([f"w:{word}" for word in spaced] + pairs)
        self.grams = _counted([gram for word in self.words for gram in _grams(word)][:MOST_GRAMS])
        self.circumstances = [slot(f"kind:{kind}") for kind in sorted(set(features.attachments))]
        if features.area:
            self.circumstances.append(slot(f"area:{features.area}"))


class Worth:
    """What each feature is worth: a rare one says more than a common one, one that keeps to few departments most.

    The purity of a feature is the chance that two of its labelled messages went to the same department, from the
    sums of counts and of squared counts, so that judging it costs the same for five departments and for fifty.
    """

    def __init__(self, departments: int) -> None:
        self.departments = departments
        self.messages = 0
        self.seen = array("I", bytes(4 * SLOTS))  # messages and configured phrases with the feature
        self.phrases = 0
        self.configured: dict[int, int] = {}  # the part of `seen` that comes from the configuration
        self.labelled = array("H", bytes(2 * SLOTS * departments))
        self.total = array("I", bytes(4 * SLOTS))
        self.squares = array("I", bytes(4 * SLOTS))

    def note(self, seen: Seen) -> None:
        """Count one message's features as seen."""
        self.messages += 1
        for group in (seen.terms, seen.grams):
            for number in group:
                self.seen[number] += 1

    def note_phrase(self, seen: Seen) -> None:
        """Count a configured phrase's features; kept apart, for it is counted anew when a state is loaded."""
        self.note(seen)
        self.phrases += 1
        for group in (seen.terms, seen.grams):
            for number in group:
                self.configured[number] = self.configured.get(number, 0) + 1

    def label(self, seen: Seen, department: int) -> None:
        """Count one message's features for its department."""
        for group in (seen.terms, seen.grams):
            for number in group:
                at = number * self.departments + department
                count = self.labelled[at]
                if count < 0x7FFF:
                    self.labelled[at] = count + 1
                    self.total[number] += 1
                    self.squares[number] += 2 * count + 1

    def weigh(self, seen: Seen) -> Weighed:
        """tf-idf by purity: words and grams each scaled to one length, so that long messages count as much as short."""
        slots, weights = array("I"), array("f")
        counts, total, squares = self.seen, self.total, self.squares
        top = log(1.0 + self.messages) + 1.0
        width, smooth = self.departments, _SMOOTH
        blank, blank_squares = width * smooth, width * smooth * smooth
        pure = 1.0 / max(1, width - 1)
        for group, share in ((seen.terms, 1.0), (seen.grams, _GRAMS)):
            raw = []
            for number, times in group.items():
                labelled = total[number]
                chance = (squares[number] + 2.0 * smooth * labelled + blank_squares) / (labelled + blank) ** 2
                weight = (top - log(1.0 + counts[number])) * (_IMPURE + (chance * width - 1.0) * pure) ** _PURITY
                raw.append(weight if times == 1 else weight * (1.0 + log(times)))
            length = (sqrt(sum([weight * weight for weight in raw])) or 1.0) / share
            slots.extend(group)
            weights.extend([weight / length for weight in raw])
        slots.extend(seen.circumstances)
        weights.extend([_CIRCUMSTANCE] * len(seen.circumstances))
        return slots, weights
