"""Word shares of every profile: frequency lists, own lists, transliterations, and the open rows."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from heapq import nlargest
from pathlib import Path

from understanding.language.build import arabizi, hindustani, own_words, sources
from understanding.language.build.chat_words import CHAT
from understanding.language.build.sources import Row, Shares, mixed
from understanding.language.fold import fold
from understanding.language.inventory import CORE_LANGUAGES, OTHER_LANGUAGES

KEPT = 80_000
"""Words kept for a core language: more gained nothing on the development set; fewer lost single words."""
KEPT_OTHER = 20_000
_CHAT_SHARE = 0.1
"""Weight of the own list of chat words beside the frequency lists."""
_TRANSLITERATED = 20_000
_ROW_SHARE = {"so": 0.35, "ht": 0.35, "ar-latn": 0.2, "ur": 0.2, "hi": 0.15, "tl": 0.15, "be": 0.9}
"""Weight of the development set's open rows, larger where little else is open; 0.1 elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Where the openly licensed material lies."""

    frequencywords: Path
    sib200: Path
    treebank: Path


def vocabulary(where: Sources) -> dict[str, Shares]:
    """Word shares for every profile, without the development set's rows."""
    found = {lang: sources.frequency_shares(lang, where.frequencywords) for lang in (*CORE_LANGUAGES, *OTHER_LANGUAGES)}
    ranks = sources.shares_of_ranks
    found["so"] = mixed((0.7, sources.flores_shares("so", where.sib200)), (0.3, ranks(own_words.SOMALI)))
    haitian = mixed((0.5, sources.flores_shares("ht", where.sib200)), (0.5, sources.treebank_shares(where.treebank)))
    found["ht"] = mixed((0.6, haitian), (0.4, ranks(own_words.HAITIAN)))
    found["tl"] = mixed((0.8, found["tl"]), (0.2, ranks(own_words.FILIPINO_CHAT)))
    for lang, chat in CHAT.items():
        found[lang] = mixed((1 - _CHAT_SHARE, found[lang]), (_CHAT_SHARE, ranks(chat)))
    found["ar-latn"] = mixed((0.6, ranks(own_words.ARABIZI)), (0.4, _spelled(found["ar"], arabizi.spellings)))
    found["hi-latn"] = mixed((0.6, ranks(own_words.HINDUSTANI)), (0.4, _spelled(found["hi"], hindustani.spellings)))
    return {name: _most_frequent(name, words) for name, words in found.items()}


def _most_frequent(name: str, words: Shares) -> Shares:
    kept = KEPT_OTHER if name in OTHER_LANGUAGES else KEPT
    return dict(nlargest(kept, words.items(), key=lambda pair: (pair[1], pair[0])))


def _spelled(words: Shares, spellings: Callable[[str], Iterator[str]]) -> Shares:
    counts: defaultdict[str, float] = defaultdict(float)
    for word, share in nlargest(_TRANSLITERATED, words.items(), key=lambda pair: (pair[1], pair[0])):
        pieces = [piece for spelling in spellings(word) for piece in fold(spelling).split()]
        for piece in pieces:
            counts[piece] += share / len(pieces)
    return sources.shares(counts)


def row_shares(rows: Iterable[Row], leave_out: int | None) -> dict[str, Shares]:
    """Word shares of the open rows for every profile, without the rows of one fold (for cross-validation)."""
    texts: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row.source in sources.OPEN_SOURCES and row.fold != leave_out and row.kind != "no-diacritics":
            texts[sources.profile_of(row)].append(row.text)
    return {name: sources.shares_of_texts(found) for name, found in texts.items()}


def with_rows(name: str, words: Shares, rows: Shares) -> Shares:
    """Put the open rows' share into a profile's words."""
    weight = row_weight(name) if rows else 0.0
    return mixed((1 - weight, words), (weight, rows))


def row_weight(name: str) -> float:
    """Weight of the open rows in a profile."""
    return _ROW_SHARE.get(name, 0.1)
