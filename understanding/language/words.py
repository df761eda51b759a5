"""Word lists as hashes: how much more often a word is used in a language than a word that the list does not hold.

A file holds (crc32 of the UTF-8 word, 16 x log1p(frequency / 1e-7)) pairs, sorted by hash, the hashes as differences,
compressed: the statistic can be looked up but no list of words can be read out of it, and 40,000 words take 200 kB
of memory. A hash met by chance (1 in 100,000 look-ups) moves a score by one rare word.
"""

import gzip
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Mapping
from itertools import accumulate
from math import log1p
from pathlib import Path

from understanding.language.fold import plain

_UNITS = 16
UNSEEN = 1e-7
"""Frequency below which a word counts as unknown: once in ten million words."""
_STRIPPED = 0.5
"""A word typed without its accents is taken for half as likely as with them."""


class WordList:
    """One language's words; read-only after construction."""

    def __init__(self, packed: bytes) -> None:
        """Read what `pack` wrote. Raises ValueError on a damaged file."""
        raw = gzip.decompress(packed)
        if len(raw) % 5:
            raise ValueError("a word list holds five bytes a word")
        count = len(raw) // 5
        steps = array("I", raw[: 4 * count])
        self._hashes = array("I", accumulate(steps))
        self._values = raw[4 * count :]

    def __len__(self) -> int:
        return len(self._hashes)

    def score(self, key: int) -> float:
        """log1p(frequency / UNSEEN) of the word with this hash; 0.0 for an unknown one."""
        place = bisect_left(self._hashes, key)
        if place < len(self._hashes) and self._hashes[place] == key:
            return self._values[place] / _UNITS
        return 0.0


def read(path: Path) -> WordList | None:
    """The list in a file, or None when there is none."""
    return WordList(path.read_bytes()) if path.is_file() else None


def hash_of(word: str) -> int:
    """The key of a folded word."""
    return zlib.crc32(word.encode())


def pack(frequencies: Mapping[str, float]) -> bytes:
    """Write a list from folded words and their shares of all running words (sum at most 1)."""
    shares: dict[int, float] = {}
    for word, share in frequencies.items():
        bare = plain(word)
        shares[hash_of(word)] = shares.get(hash_of(word), 0.0) + share
        if bare != word:
            shares[hash_of(bare)] = shares.get(hash_of(bare), 0.0) + share * _STRIPPED
    hashes = sorted(shares)
    steps = array("I", [key - before for before, key in zip([0, *hashes], hashes, strict=False)])
    values = bytes(min(255, round(_UNITS * log1p(shares[key] / UNSEEN))) for key in hashes)
    return gzip.compress(steps.tobytes() + values, mtime=0)
