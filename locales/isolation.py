"""Keep a value from disturbing the sentence that it stands in.

A resident's name or a department's name goes into sentences of another writing direction. Unicode's answer (UAX #9)
is the isolate: FSI before, PDI after, one pair a paragraph, because every isolate ends where its paragraph ends.
"""

import re
import unicodedata

FSI, LRI, RLI, PDI = "\u2068", "\u2066", "\u2067", "\u2069"
_OPENERS = frozenset((FSI, LRI, RLI))
_EMBEDDINGS = frozenset("\u202a\u202b\u202c\u202d\u202e")  # LRE RLE PDF LRO RLO: they reach past their own text
_PARAGRAPH = re.compile(r"\r\n|[\r\n\u000b\u000c\u0085\u2028\u2029]")
_RTL = frozenset(("R", "AL", "AN", "RLE", "RLO", "RLI"))


def has_rtl(text: str) -> bool:
    """Whether any character of `text` runs from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(char) in _RTL for char in text)


def clean(text: str) -> str:
    """`text` without what could break out of its place: control characters, embeddings, overrides, unmatched isolates.

    Line ends become ``\\n``; tabs stay. Isolates that are closed in their own line stay, so that an already composed
    sentence can be a value of another one.
    """
    if text.isascii() and text.isprintable():
        return text
    return "\n".join(_balanced("".join(filter(_harmless, line))) for line in _PARAGRAPH.split(text))


def isolate(text: str) -> str:
    """`text` (clean) with every line that says something between FSI and PDI."""
    return "\n".join(f"{FSI}{line}{PDI}" if line.strip() else line for line in text.split("\n"))


def _harmless(char: str) -> bool:
    return char == "\t" or (char not in _EMBEDDINGS and unicodedata.category(char) not in ("Cc", "Cs"))


def _balanced(line: str) -> str:
    """Drop every opener without its PDI and every PDI without its opener."""
    open_at: list[int] = []
    drop: set[int] = set()
    for position, char in enumerate(line):
        if char in _OPENERS:
            open_at.append(position)
        elif char == PDI and open_at:
            open_at.pop()
        elif char == PDI:
            drop.add(position)
    drop.update(open_at)
    return "".join(char for position, char in enumerate(line) if position not in drop) if drop else line
