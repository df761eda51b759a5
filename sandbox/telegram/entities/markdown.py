"""The old Markdown parse mode: *bold*, _italic_, `code`, ```pre```, [text](link). No nesting."""

from sandbox.telegram.entities.links import checked_link, linked_user
from sandbox.telegram.entities.markup_error import MarkupError
from sandbox.telegram.entities.utf16 import byte_offset, utf16_length
from sandbox.telegram.identity import Json

_KINDS = {"_": "italic", "*": "bold", "`": "code"}


def parse_markdown(source: str) -> tuple[str, list[Json]]:
    """Text and entities. Raises MarkupError when an entity is not closed."""
    return _Reader(source).read()


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.index = 0
        self.text: list[str] = []
        self.length = 0
        self.entities: list[Json] = []

    def read(self) -> tuple[str, list[Json]]:
        while self.index < len(self.source):
            character = self.source[self.index]
            if character == "\\" and self.source[self.index + 1 : self.index + 2] in ("_", "*", "`", "["):
                self._put(self.source[self.index + 1])
                self.index += 2
            elif character in "_*`[":
                self._entity(character)
            else:
                self._put(character)
                self.index += 1
        return "".join(self.text), self.entities

    def _put(self, piece: str) -> None:
        self.text.append(piece)
        self.length += utf16_length(piece)

    def _entity(self, mark: str) -> None:
        begin, offset = self.index, self.length
        closing = "```" if self.source.startswith("```", begin) else "]" if mark == "[" else mark
        self.index += len(closing)
        language = self._language() if closing == "```" else ""
        end = self.source.find(closing, self.index)
        if end < 0:
            raise MarkupError(f"Can't find end of the entity starting at byte offset {byte_offset(self.source, begin)}")
        inner = self.source[self.index : end]
        self._put(inner)
        self.index = end + len(closing)
        details: Json | None = {"type": "pre" if closing == "```" else _KINDS.get(mark, "text_link")}
        if mark == "[":
            details = _link(self._url(inner))
        elif language:
            details = {"type": "pre", "language": language}
        if details is not None and self.length > offset:
            self.entities.append({**details, "offset": offset, "length": self.length - offset})

    def _language(self) -> str:
        end = self.index
        while end < len(self.source) and not self.source[end].isspace() and self.source[end] != "`":
            end += 1
        language = ""
        if self.index != end < len(self.source) and self.source[end] != "`":
            language = self.source[self.index : end]
            self.index = end
        if self.source[self.index : self.index + 2] in ("\r\n", "\n\r"):
            self.index += 2
        elif self.source[self.index : self.index + 1] in ("\n", "\r"):
            self.index += 1
        return language

    def _url(self, inner: str) -> str:
        if self.source[self.index : self.index + 1] != "(":
            return inner
        end = self.source.find(")", self.index)
        url = self.source[self.index + 1 : end if end >= 0 else len(self.source)]
        self.index = end + 1 if end >= 0 else len(self.source)
        return url


def _link(url: str) -> Json | None:
    user = linked_user(url)
    if user is not None:
        return {"type": "text_mention", "user_id": user}
    link = checked_link(url)
    return None if link is None else {"type": "text_link", "url": link}
