"""Cutting a text that is longer than the platform takes, without breaking a word, an emoji or a direction.

Pure. Lengths are UTF-16 units where the channel counts so (Bot API: a message has 1-4096 characters after entity
parsing, entities count UTF-16 units; the stricter count is used), else characters.
"""

import re
import unicodedata

_FSI, _PDI = "\u2068", "\u2069"
_OPENERS = {"\u2066", "\u2067", "\u2068"}  # LRI, RLI, FSI: closed by PDI
_EMBEDDERS = {"\u202a", "\u202b", "\u202d", "\u202e"}  # LRE, RLE, LRO, RLO: closed by PDF
_PDF = "\u202c"
_ZWJ = "\u200d"
_NUMBER_ROOM = 16  # "⁨(999/999)⁩\n" and a few closing marks
_PARAGRAPH = re.compile(r"\n\s*\n\s*")
_LINE = re.compile(r"\n")
_SENTENCE = re.compile(r"[.!?…؟。！？۔][\"'»”’)\]]*\s+")
_WORD = re.compile(r"\s+")
_STEPS = (_PARAGRAPH, _LINE, _SENTENCE, _WORD)
_DEEPEST = 16  # direction marks nested deeper are an attack; such a text is cut as it stands
_LEAST = 0.5  # a cut at a nicer place may waste at most this share of a part, save for the last resorts


def length(text: str, utf16: bool) -> int:
    """Units of `text` as the channel counts them."""
    return len(text) + sum(1 for char in text if ord(char) > 0xFFFF) if utf16 else len(text)


def split(text: str, limit: int, *, utf16: bool) -> list[str]:
    """Cut `text` into parts of at most `limit` units each; joined they are `text` again.

    Cuts after a paragraph, else a line, a sentence, a word, else between two characters that belong apart.
    Raises ValueError for a limit under 2.
    """
    if limit < 2:
        raise ValueError("a part needs room for one character outside the BMP: 2 units")
    parts = []
    while length(text, utf16) > limit:
        cut = _cut(text, _reach(text, limit, utf16))
        parts.append(text[:cut])
        text = text[cut:]
    return [*parts, text] if text or not parts else parts


def numbered(text: str, limit: int, *, utf16: bool) -> list[str]:
    """`text` as one message, or as several that each say which they are: "(1/3)" on a line above.

    The number is isolated so that it reads the same above a right-to-left text, and direction marks that a cut left
    open are closed at its end and opened again in the next part.
    """
    if length(text, utf16) <= limit:
        return [text]
    depth = _deepest(text)
    marks = 2 * depth if depth <= _DEEPEST else 0
    parts = split(text, limit - _NUMBER_ROOM - marks, utf16=utf16)
    count = len(parts)
    shown = _balance(parts) if marks else parts
    return [f"{_FSI}({at}/{count}){_PDI}\n{part}" for at, part in enumerate(shown, start=1)]


def _reach(text: str, limit: int, utf16: bool) -> int:
    """How many characters of `text` fit into `limit` units."""
    if not utf16:
        return limit
    used = 0
    for at, char in enumerate(text):
        used += 2 if ord(char) > 0xFFFF else 1
        if used > limit:
            return at
    return len(text)


def _cut(text: str, reach: int) -> int:
    for step in _STEPS:
        ends = [found.end() for found in step.finditer(text, int(reach * _LEAST), reach) if found.end() <= reach]
        if ends:
            return ends[-1]
    ends = [found.end() for found in _WORD.finditer(text, 0, reach)]
    return ends[-1] if ends else _between(text, reach)


def _between(text: str, reach: int) -> int:
    """The last place at or before `reach` where no character clings to the one before; `reach` if there is none."""
    for at in range(reach, max(reach - 64, 0), -1):
        if not _clings(text, at):
            return at
    return reach


def _clings(text: str, at: int) -> bool:
    """Whether the character at `at` belongs to the one before it."""
    before, after = text[at - 1], text[at]
    if before == _ZWJ or after == _ZWJ or unicodedata.combining(after):
        return True
    if unicodedata.category(after) in {"Mn", "Me", "Mc"} or 0x1F3FB <= ord(after) <= 0x1F3FF:
        return True  # vowel signs, variation selectors, skin tones
    return _flag(after) and _flags_before(text, at) % 2 == 1  # a flag is two letters


def _flags_before(text: str, at: int) -> int:
    start = at
    while start and _flag(text[start - 1]):
        start -= 1
    return at - start


def _flag(char: str) -> bool:
    return 0x1F1E6 <= ord(char) <= 0x1F1FF


def _deepest(text: str) -> int:
    depth = deepest = 0
    for char in text:
        if char in _OPENERS or char in _EMBEDDERS:
            depth += 1
            deepest = max(deepest, depth)
        elif char in (_PDI, _PDF) and depth:
            depth -= 1
    return deepest


def _balance(parts: list[str]) -> list[str]:
    balanced, open_marks = [], list[str]()
    for part in parts:
        before = "".join(open_marks)
        open_marks = _still_open(open_marks, part)
        after = "".join(_PDI if mark in _OPENERS else _PDF for mark in reversed(open_marks))
        balanced.append(before + part + after)
    return balanced


def _still_open(open_marks: list[str], part: str) -> list[str]:
    stack = list(open_marks)
    for char in part:
        if char in _OPENERS or char in _EMBEDDERS:
            stack.append(char)
        elif char in (_PDI, _PDF) and stack:
            stack.pop()
    return stack
