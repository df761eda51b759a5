"""The engine: langdetect's profiles, normalisation and loader behind an exact sum. The one file that imports it.

langdetect multiplies the probabilities of n-grams drawn at random until it is sure. The product over all n-grams
needs no luck: here every n-gram's log-probabilities for all profiles are packed in one integer, 32 bits a profile,
so that adding two integers adds all profiles at once, and the sum is exact, repeatable and quick.
"""

import gzip
import json
import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

import langdetect
from langdetect.detector import Detector
from langdetect.detector_factory import DetectorFactory
from langdetect.utils.ngram import NGram

_STOCK = Path(langdetect.__file__).parent / "profiles"
_FLOOR = Detector.ALPHA_DEFAULT / Detector.BASE_FREQ
"""langdetect's own smoothing: what a profile gives to an n-gram that it has never seen."""
_UNITS = 256
_LANE_BITS = 32


_SOUNDS = str.maketrans("2356789", "ʔʕʁʈʜɣɢ")
"""Digits stand for sounds in Arabizi; langdetect would blank them out, letters of the phonetic alphabet it keeps."""


@lru_cache(maxsize=4096)
def _normalized(character: str) -> str:
    normal: str = NGram.normalize(character)
    return normal


def ngrams_of(word: str) -> list[str]:
    """langdetect's n-grams (1 to 3 characters, with the word's edges) of one folded word."""
    padded = " " + "".join(map(_normalized, NGram.normalize_vi(word.translate(_SOUNDS)))) + " "
    grams = [c for c in padded if c != " "]
    grams += [padded[i : i + 2] for i in range(len(padded) - 1)]
    grams += [padded[i : i + 3] for i in range(len(padded) - 2)]
    return [gram for gram in grams if gram.strip() and " " not in gram[1:-1]]


def read(folder: Path, name: str) -> str | None:
    """A profile in langdetect's JSON format: this project's own in `folder`, else the stock one, else None."""
    own = folder / f"{name}.json.gz"
    if own.is_file():
        return gzip.decompress(own.read_bytes()).decode()
    stock = _STOCK / name
    return stock.read_text(encoding="utf-8") if stock.is_file() else None


def read_stock(name: str) -> dict[str, int]:
    """langdetect's stock counts of n-grams under its name ("zh-cn"); {} where it has none."""
    path = _STOCK / name
    counts: dict[str, int] = json.loads(path.read_text(encoding="utf-8"))["freq"] if path.is_file() else {}
    return counts


class NgramTable:
    """Log-probabilities of n-grams under a fixed list of profiles; read-only after construction."""

    def __init__(self, documents: Sequence[str]) -> None:
        """Load profiles (langdetect JSON) through langdetect's loader. Raises LangDetectException for less than two."""
        factory = DetectorFactory()
        factory.load_json_profile(list(documents))
        self.names: tuple[str, ...] = tuple(factory.get_lang_list())
        self._bytes = len(self.names) * _LANE_BITS // 8
        self._packed = {gram: _pack(row) for gram, row in factory.word_lang_prob_map.items() if 0 < len(gram) <= 3}
        self._of_word = lru_cache(maxsize=2048)(self._sum_of_word)

    def scores(self, words: Iterable[str]) -> list[float]:
        """Sum over all n-grams of all words of log(p + floor) - log(floor), one figure for each of `names`."""
        total = sum(map(self._of_word, words))
        lanes = memoryview(total.to_bytes(self._bytes, "little")).cast("I")
        return [lane / _UNITS for lane in lanes]

    def _sum_of_word(self, word: str) -> int:
        packed = self._packed
        return sum(packed[gram] for gram in ngrams_of(word) if gram in packed)


def _pack(row: Sequence[float]) -> int:
    packed = 0
    for place, probability in enumerate(row):
        if probability:
            packed |= round(math.log1p(probability / _FLOOR) * _UNITS) << (place * _LANE_BITS)
    return packed


def document(name: str, freq: dict[str, int], n_words: Sequence[int]) -> str:
    """Write a profile in langdetect's format."""
    return json.dumps({"freq": freq, "n_words": list(n_words), "name": name}, ensure_ascii=False, sort_keys=True)
