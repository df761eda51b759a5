"""A message as a short list of numbered features: words, word pairs, character grams, area, attachments."""

from itertools import pairwise
from zlib import crc32

from understanding.routing.fold import fold, is_unspaced, words
from understanding.routing.profile import Features

SLOTS = 1 << 16  # feature numbers; two features in one slot is rare and harmless
MOST_GRAMS = 400


def slot(name: str) -> int:
    """The number of a feature's name: the same in every process."""
    return crc32(name.encode("utf-8", "replace")) % SLOTS


def _grams(word: str) -> list[str]:
    if is_unspaced(word):
        return [word[i : i + n] for n in (2, 3, 4, 5) for i in range(len(word) - n + 1)]
    padded = f" {word} "
    return [padded[i : i + n] for n in (3, 4, 5) for i in range(len(padded) - n + 1)]


def evidence(features: Features) -> tuple[list[str], dict[int, float]]:
    """The folded words, and slot -> weight with the squares of each group summing to a fixed share."""
    said = words(fold(features.text))
    grams = [gram for word in said for gram in _grams(word)][:MOST_GRAMS]
    pairs = [f"{a}_{b}" for a, b in pairwise(said)]
    circumstances = [f"kind:{kind}" for kind in sorted(set(features.attachments))]
    if features.area:
        circumstances.append(f"area:{features.area}")
    groups = (("w:", said, 0.8), ("p:", pairs, 0.3), ("g:", grams, 0.8), ("c:", circumstances, 0.4))
    slots: dict[int, float] = {}
    for prefix, names, share in groups:
        unique = {slot(prefix + name) for name in names}
        for number in unique:
            slots[number] = slots.get(number, 0.0) + share / len(unique) ** 0.5
    return said, slots
