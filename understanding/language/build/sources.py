"""Read the openly licensed statistics and rows that profiles are built from. Nothing of them is kept but counts.

* wordfreq 3.1.1 (PyPI): word frequencies; data CC BY-SA 4.0, by Robyn Speer and the sources named in its README.
* hermitdave/FrequencyWords (GitHub), content/2018: counts from OpenSubtitles 2018; content CC BY-SA 4.0.
* dadelani/sib-200 (GitHub): sentences of FLORES-200, CC BY-SA 4.0; only for Somali and Haitian Creole.
* UniversalDependencies/UD_Haitian_Creole-Autogramm (GitHub): CC BY-SA 4.0.
* rows of the development set whose licence is open (its README, column "open" = yes).
* langdetect 1.0.9 (PyPI): stock profiles, Apache-2.0.
* own_words.py beside this file.
"""

import csv
import hashlib
import importlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from understanding.language.fold import fold, plain

OPEN_SOURCES = frozenset(
    ["lingua", "tatoeba", "disaster-sms", "ua-gec", "narabizi-ud", "bot-nlu-barf", "bot-nlu-ru", "stripped"]
)
"""Sources of the development set that carry an open licence (its README.md)."""

_SUBTITLES = {"zh": ("zh_cn",), "pt": ("pt", "pt_br")}
_WORDFREQ = {"tl": "fil"}
_FLORES = {"so": "som_Latn", "ht": "hat_Latn"}

Shares = dict[str, float]
"""Folded words and their share of all running words; the shares sum to one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One message of the development set; `fold` (0-4) depends on its letters alone, so that twins fall together."""

    text: str
    lang: str
    also: str
    kind: str
    source: str
    fold: int


def read_rows(path: Path) -> list[Row]:
    """All rows of a dev.csv. Raises OSError or KeyError when it is not one."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [_row(record) for record in csv.DictReader(lines)]


def _row(record: Mapping[str, str]) -> Row:
    letters = " ".join(plain(word) for word in fold(record["text"]).split())
    number = int(hashlib.sha256(letters.encode()).hexdigest()[:8], 16) % 5
    return Row(
        text=record["text"],
        lang=record["lang"],
        also=record["also"],
        kind=record["kind"],
        source=record["source"],
        fold=number,
    )


def profile_of(row: Row) -> str:
    """The profile that a row belongs to: romanised rows have their own."""
    if row.kind != "romanized":
        return row.lang
    return "ar-latn" if row.lang == "ar" else "hi-latn"


def shares(counts: Mapping[str, float]) -> Shares:
    """Divide by the sum."""
    total = sum(counts.values())
    return {word: count / total for word, count in counts.items()} if total else {}


def shares_of_texts(texts: Iterable[str]) -> Shares:
    """Word shares of running text."""
    return shares(Counter(word for text in texts for word in fold(text).split()))


def shares_of_ranks(words: Iterable[str]) -> Shares:
    """Shares for a list that runs from frequent to rare (Zipf's law, flattened at the head)."""
    counts: defaultdict[str, float] = defaultdict(float)
    for rank, word in enumerate(words):
        counts[fold(word)] += 1 / (rank + 15)
    counts.pop("", None)
    return shares(counts)


def mixed(*parts: tuple[float, Shares]) -> Shares:
    """A weighted mean of shares; empty parts do not count."""
    total = sum(weight for weight, part in parts if part)
    mean: defaultdict[str, float] = defaultdict(float)
    for weight, part in parts:
        for word, share in part.items():
            mean[word] += share * weight / total
    return dict(mean)


def frequency_shares(lang: str, frequencywords: Path) -> Shares:
    """wordfreq and subtitles in equal parts; {} where neither knows the language."""
    parts = [_wordfreq(_WORDFREQ.get(lang, lang))]
    parts += [_subtitles(frequencywords, code) for code in _SUBTITLES.get(lang, (lang,))]
    return mixed(*((1.0, _folded(part)) for part in parts))


def _wordfreq(code: str) -> Shares:
    module = importlib.import_module("wordfreq")
    known = module.available_languages("best")
    frequencies: Shares = module.get_frequency_dict(code, wordlist="best") if code in known else {}
    return frequencies


def _subtitles(folder: Path, code: str) -> Shares:
    for name in (f"{code}_50k.txt", f"{code}_full.txt"):
        path = folder / "content" / "2018" / code / name
        if path.is_file():
            pairs = (line.rpartition(" ") for line in path.read_text(encoding="utf-8").splitlines())
            return shares({word: int(count) for word, _, count in pairs if count.isdigit()})
    return {}


def _folded(part: Shares) -> Shares:
    counts: defaultdict[str, float] = defaultdict(float)
    for word, share in part.items():
        for piece in fold(word).split():
            counts[piece] += share
    return shares(counts)


def flores_shares(lang: str, sib200: Path) -> Shares:
    """Word shares of SIB-200's sentences for the languages without frequency lists."""
    folder = sib200 / "data" / "annotated" / _FLORES.get(lang, "-")
    texts: list[str] = []
    for path in sorted(folder.glob("*.tsv")):
        texts += [
            line.split("\t")[2] for line in path.read_text(encoding="utf-8").splitlines()[1:] if line.count("\t") >= 2
        ]
    return shares_of_texts(texts)


def treebank_shares(conllu: Path) -> Shares:
    """Word shares of a CoNLL-U treebank's sentences."""
    lines = conllu.read_text(encoding="utf-8").splitlines()
    return shares_of_texts(line.removeprefix("# text = ") for line in lines if line.startswith("# text = "))
