"""The HTML parse mode: the tags of the Bot API documentation, nested, with the server's errors for all others."""

import re
from dataclasses import dataclass, field

from sandbox.telegram.entities.kinds import CODE, date_time, order
from sandbox.telegram.entities.links import checked_format, checked_link, linked_user
from sandbox.telegram.entities.markup_error import MarkupError
from sandbox.telegram.entities.utf16 import byte_offset, utf16_length
from sandbox.telegram.identity import Json

_KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,8})|(lt|gt|amp|quot));?")
_UNQUOTED = re.compile(r"[A-Za-z0-9.-]*")
_LONELY_SURROGATE = (
    "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units"
)
_SPACE = " \t\r\n\f\v"


@dataclass(slots=True)
class _Open:
    tag: str
    offset: int
    text_index: int
    attributes: dict[str, str] = field(default_factory=dict)


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Text and entities. Raises MarkupError for unknown, unclosed or unmatched tags."""
    return _Reader(source).read()


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.index = 0
        self.text: list[str] = []
        self.length = 0
        self.open: list[_Open] = []
        self.entities: list[Json] = []

    def read(self) -> tuple[str, list[Json]]:
        while self.index < len(self.source):
            character = self.source[self.index]
            if character == "&":
                self._reference()
            elif character != "<":
                self._plain()
            elif self.source.startswith("</", self.index):
                self._end_tag()
            else:
                self._start_tag()
        if self.open:
            raise MarkupError(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        self.entities.sort(key=order)
        return "".join(self.text), self.entities

    def _put(self, piece: str) -> None:
        self.text.append(piece)
        self.length += utf16_length(piece)

    def _plain(self) -> None:
        end = self.index
        while end < len(self.source) and self.source[end] not in "<&":
            end += 1
        self._put(self.source[self.index : end])
        self.index = end

    def _reference(self) -> None:
        found = _REFERENCE.match(self.source, self.index)
        decoded = _decode(found) if found else None
        if found is None or decoded is None:
            self._put("&")
            self.index += 1
        else:
            self._put(decoded)
            self.index = found.end()

    def _at(self, index: int) -> str:
        return f"at byte offset {byte_offset(self.source, index)}"

    def _skip_spaces(self) -> None:
        while self.index < len(self.source) and self.source[self.index] in _SPACE:
            self.index += 1

    def _until(self, stops: str) -> str:
        begin = self.index
        while self.index < len(self.source) and self.source[self.index] not in stops:
            self.index += 1
        return self.source[begin : self.index]

    def _start_tag(self) -> None:
        begin = self.index
        self.index += 1
        tag = self._until(_SPACE + ">").lower()
        if self.index >= len(self.source):
            raise MarkupError(f"Unclosed start tag {self._at(begin)}")
        if tag not in _KINDS:
            raise MarkupError(f'Unsupported start tag "{tag}" {self._at(begin)}')
        attributes = self._attributes(tag, begin)
        if tag == "span" and "tg-spoiler" not in attributes.get("class", "").split():
            raise MarkupError(f'Tag "span" must have class "tg-spoiler" {self._at(begin)}')
        if tag == "tg-emoji" and not attributes.get("emoji-id", "").isdigit():
            raise MarkupError("Invalid custom emoji identifier specified")
        self.open.append(_Open(tag, self.length, len(self.text), attributes))

    def _attributes(self, tag: str, begin: int) -> dict[str, str]:
        attributes: dict[str, str] = {}
        while True:
            self._skip_spaces()
            if self.index >= len(self.source):
                raise MarkupError(f'Unclosed start tag "{tag}" {self._at(begin)}')
            if self.source[self.index] == ">":
                self.index += 1
                return attributes
            name = self._until(_SPACE + "=>").lower()
            if not name:
                raise MarkupError(f'Empty attribute name in the tag "{tag}" {self._at(begin)}')
            self._skip_spaces()
            if self.source[self.index : self.index + 1] != "=":
                attributes.setdefault(name, "")
                continue
            self.index += 1
            self._skip_spaces()
            attributes.setdefault(name, self._value(tag, begin))

    def _value(self, tag: str, begin: int) -> str:
        quote = self.source[self.index : self.index + 1]
        if not quote:
            raise MarkupError(f'Unclosed start tag "{tag}" {self._at(begin)}')
        if quote not in "'\"":
            found = _UNQUOTED.match(self.source, self.index)
            value = found[0] if found else ""
            self.index += len(value)
            if self.source[self.index : self.index + 1] not in (">", *_SPACE):
                raise MarkupError(f"Unexpected end of name token {self._at(self.index - len(value))}")
            return value.lower()
        end = self.source.find(quote, self.index + 1)
        if end < 0:
            raise MarkupError(f"Unclosed start tag {self._at(begin)}")
        raw = self.source[self.index + 1 : end]
        self.index = end + 1
        return _REFERENCE.sub(lambda found: _decode(found) or found[0], raw)

    def _end_tag(self) -> None:
        begin = self.index
        if not self.open:
            raise MarkupError(f"Unexpected end tag {self._at(begin)}")
        self.index += 2
        tag = self._until(_SPACE + ">").lower()
        self._skip_spaces()
        if self.source[self.index : self.index + 1] != ">":
            raise MarkupError(f"Unclosed end tag {self._at(begin)}")
        self.index += 1
        opened = self.open.pop()
        if tag and tag != opened.tag:
            reason = f'expected "</{opened.tag}>", found "</{tag}>"'
            raise MarkupError(f"Unmatched end tag {self._at(begin)}, {reason}")
        if self.length > opened.offset:
            self._add(opened)

    def _add(self, opened: _Open) -> None:
        details = self._details(opened)
        if details is None:
            return
        entity = {**details, "offset": opened.offset, "length": self.length - opened.offset}
        if self.entities and _one_block(self.entities[-1], entity):
            entity = {**self.entities.pop(), **entity, "type": "pre"}
        self.entities.append(entity)
        if not any(_KINDS[outer.tag] in CODE for outer in self.open):
            self.entities = [_without_language(kept) for kept in self.entities]

    def _details(self, opened: _Open) -> Json | None:
        kind = _KINDS[opened.tag]
        if kind == "text_link":
            return self._link(opened)
        if kind == "custom_emoji":
            return {"type": kind, "custom_emoji_id": opened.attributes["emoji-id"]}
        if kind == "date_time":
            return _date_time(opened.attributes)
        if kind == "blockquote" and "expandable" in opened.attributes:
            return {"type": "expandable_blockquote"}
        language = opened.attributes.get("class", "")
        if kind == "code" and language.startswith("language-"):
            return {"type": kind, "language": language.removeprefix("language-")}
        return {"type": kind}

    def _link(self, opened: _Open) -> Json | None:
        url = opened.attributes.get("href") or "".join(self.text[opened.text_index :])
        user = linked_user(url)
        if user is not None:
            return {"type": "text_mention", "user_id": user}
        link = checked_link(url)
        return None if link is None else {"type": "text_link", "url": link}


def _one_block(inner: Json, outer: Json) -> bool:
    """Whether they are <pre><code class="language-x">, in either order: one entity with a language."""
    whole = (inner["offset"], inner["length"]) == (outer["offset"], outer["length"])
    return whole and {inner["type"], outer["type"]} == {"pre", "code"}


def _without_language(entity: Json) -> Json:
    if entity["type"] != "code" or "language" not in entity:
        return entity
    return {name: value for name, value in entity.items() if name != "language"}


def _date_time(attributes: dict[str, str]) -> Json:
    moment = attributes.get("unix", "")
    if not moment.isdigit():
        raise MarkupError("Invalid date specified")
    try:
        return date_time(int(moment), checked_format(attributes.get("format", "")))
    except ValueError as error:
        raise MarkupError(str(error)) from None


def _decode(found: re.Match[str]) -> str | None:
    hexadecimal, decimal, name = found.groups()
    if name:
        return _NAMED[name]
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    if 0xD800 <= code <= 0xDFFF:
        raise MarkupError(_LONELY_SURROGATE)
    if code == 0 or code >= 0x10FFFF:
        return None
    return chr(code)
