"""Turn word shares into a profile in langdetect's format: stock profile and own text half and half."""

from collections import defaultdict
from collections.abc import Mapping

from understanding.language import inventory, profiles
from understanding.language.build.sources import Shares
from understanding.language.fold import plain

_SCALE = 1_000_000
_LEAST = 10
"""n-grams rarer than 10 in a million are left out: they move a score by less than 0.2 and cost memory."""
_STOCK, _RUNNING, _KINDS, _BARE = 0.45, 0.30, 0.15, 0.10
"""Weights of the stock profile, of running words, of words whatever their frequency, and of words without accents."""

Grams = tuple[dict[str, float], dict[str, float], dict[str, float]]
"""Shares of n-grams of 1, 2 and 3 characters; each sums to one."""


Parts = list[tuple[float, Grams]]


def foundation(name: str, words: Shares) -> Parts:
    """Weighted parts of a profile before any row: running words, kinds of words, bare words, the stock profile."""
    parts = [(_RUNNING, counted(words)), (_KINDS, counted(words, power=0.5)), (_BARE, counted(words, bare=True))]
    stock = _stock(name)
    return [*parts, (_STOCK, stock)] if stock[0] else parts


def profile(name: str, base: Parts, rows: Shares, row_weight: float) -> str:
    """The profile document for one name; `rows` are word shares of running messages, weighing `row_weight`."""
    parts = base
    if rows:
        total = sum(weight for weight, _ in base)
        parts = [(weight / total * (1 - row_weight), grams) for weight, grams in base]
        parts += [(row_weight * 0.75, counted(rows)), (row_weight * 0.25, counted(rows, bare=True))]
    counts = {gram: round(share * _SCALE) for gram, share in _mean(parts).items()}
    return profiles.document(name, {gram: n for gram, n in counts.items() if n >= _LEAST}, [_SCALE] * 3)


def counted(words: Shares, *, power: float = 1.0, bare: bool = False) -> Grams:
    """Shares of the words' n-grams; `power` < 1 lifts rare words, `bare` strips accents first."""
    counts: Grams = (defaultdict(float), defaultdict(float), defaultdict(float))
    for word, share in words.items():
        weight = share**power
        for gram in profiles.ngrams_of(plain(word) if bare else word):
            counts[len(gram) - 1][gram] += weight
    return _normal(counts)


def _stock(name: str) -> Grams:
    counts: Grams = (defaultdict(float), defaultdict(float), defaultdict(float))
    for stock_name in inventory.stock_names(name):
        for gram, count in profiles.read_stock(stock_name).items():
            folded = gram.lower()
            if 1 <= len(folded) <= 3:
                counts[len(folded) - 1][folded] += count
    return _normal(counts)


def _normal(counts: Grams) -> Grams:
    first, second, third = (_shares(part) for part in counts)
    return first, second, third


def _shares(part: Mapping[str, float]) -> dict[str, float]:
    total = sum(part.values())
    return {gram: count / total for gram, count in part.items()} if total else {}


def _mean(parts: Parts) -> dict[str, float]:
    total = sum(weight for weight, _ in parts)
    mean: defaultdict[str, float] = defaultdict(float)
    for weight, grams in parts:
        for part in grams:
            for gram, share in part.items():
                mean[gram] += share * weight / total
    return mean
