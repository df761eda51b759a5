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


class Rarity:
    """How many messages each feature was seen in: a rare word says more than a common one."""

    def __init__(self) -> None:
        self.messages = 0
        self.counts = array("I", bytes(4 * SLOTS))

    def note(self, seen: Seen) -> None:
        """Count one message's features."""
        self.messages += 1
        for group in (seen.terms, seen.grams):
            for number in group:
                self.counts[number] += 1

    def weigh(self, seen: Seen) -> Weighed:
        """tf-idf: words and grams each scaled to length one, so that a long message counts as much as a short one."""
        slots, weights = array("I"), array("f")
        top = log(1.0 + self.messages) + 1.0
        counts = self.counts
        for group in (seen.terms, seen.grams):
            raw = [
                (top - log(1.0 + counts[number])) * (1.0 if times == 1 else 1.0 + log(times))
                for number, times in group.items()
            ]
            length = sqrt(sum([weight * weight for weight in raw])) or 1.0
            slots.extend(group)
            weights.extend([weight / length for weight in raw])
        slots.extend(seen.circumstances)
        weights.extend([_CIRCUMSTANCE] * len(seen.circumstances))
        return slots, weights
