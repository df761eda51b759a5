"""Lengths and offsets in UTF-16 code units, the unit of every Bot API limit and entity."""

from collections.abc import Callable


def utf16_length(text: str) -> int:
    """Length in UTF-16 code units: characters above U+FFFF count twice."""
    if text.isascii():
        return len(text)
    return len(text) + sum(character > "\uffff" for character in text)


def byte_offset(text: str, index: int) -> int:
    """Offset in UTF-8 bytes of the character at `index` (errors of the parsers speak in bytes)."""
    return len(text[:index].encode("utf-8", "surrogatepass"))


def offsets(text: str) -> Callable[[int], int]:
    """A function from an index into `text` to its UTF-16 offset, cheap for many look-ups."""
    if text.isascii():
        return lambda index: index
    table = [0]
    for character in text:
        table.append(table[-1] + (2 if character > "\uffff" else 1))
    return table.__getitem__


def index_at(text: str, offset: int) -> int | None:
    """The index of the character that starts at this UTF-16 offset; None inside a pair or beyond the end."""
    if text.isascii():
        return offset if 0 <= offset <= len(text) else None
    position = 0
    for index, character in enumerate(text):
        if position >= offset:
            return index if position == offset else None
        position += 2 if character > "\uffff" else 1
    return len(text) if position == offset else None


def utf16_slice(text: str, offset: int, length: int) -> str:
    """The part of a text that an entity marks."""
    if text.isascii():
        return text[offset : offset + length]
    return text.encode("utf-16-le")[offset * 2 : (offset + length) * 2].decode("utf-16-le", "replace")
