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
from importlib import resources
from pathlib import Path

import langdetect
from langdetect.detector import Detector
from langdetect.detector_factory import DetectorFactory
from langdetect.utils.ngram import NGram

_STOCK = Path(langdetect.__file__).parent / "profiles"
_OWN = resources.files(__package__) / "data" / "profiles"
_FLOOR = Detector.ALPHA_DEFAULT / Detector.BASE_FREQ
"""langdetect's own smoothing: what a profile gives to an n-gram that it has never seen."""
_UNITS = 256
_LANE_BITS = 32


@lru_cache(maxsize=4096)
def _normalized(character: str) -> str:
    normal: str = NGram.normalize(character)
    return normal


def ngrams_of(word: str) -> list[str]:
    """langdetect's n-grams (1 to 3 characters, with the word's edges) of one folded word."""
    padded = " " + "".join(map(_normalized, NGram.normalize_vi(word))) + " "
    grams = [c for c in padded if c != " "]
    grams += [padded[i : i + 2] for i in range(len(padded) - 1)]
    grams += [padded[i : i + 3] for i in range(len(padded) - 2)]
    return [gram for gram in grams if gram.strip() and " " not in gram[1:-1]]


def available() -> frozenset[str]:
    """Names of all profiles: languages, and variants such as "ar-latn" (Arabizi) or "pl-plain" (no accents)."""
    own = {entry.name.removesuffix(".json.gz") for entry in _OWN.iterdir() if entry.name.endswith(".json.gz")}
    stock = {path.name for path in _STOCK.iterdir() if not path.name.startswith(".")}
    return frozenset(own | stock)


def read(name: str) -> str:
    """A profile in langdetect's JSON format: this project's own where there is one, else the stock one."""
    own = _OWN / f"{name}.json.gz"
    if own.is_file():
        return gzip.decompress(own.read_bytes()).decode()
    return read_stock(name)


def read_stock(name: str) -> str:
    """langdetect's stock profile; Chinese comes as "zh-cn" or "zh-tw". Raises FileNotFoundError."""
    return (_STOCK / name).read_text(encoding="utf-8")


class NgramTable:
    """Log-probabilities of n-grams under a fixed list of profiles; read-only after construction."""

    def __init__(self, documents: Sequence[str]) -> None:
        """Load profiles (langdetect JSON, at least two: its loader asks for that) through langdetect's loader."""
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
