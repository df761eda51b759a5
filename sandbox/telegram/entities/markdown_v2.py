"""The MarkdownV2 parse mode: nested entities, blockquotes, spoilers, and eighteen reserved characters to escape."""

from dataclasses import dataclass

from sandbox.telegram.entities.kinds import date_time, order
from sandbox.telegram.entities.links import checked_link, linked_emoji, linked_time, linked_user
from sandbox.telegram.entities.markup_error import MarkupError
from sandbox.telegram.entities.utf16 import byte_offset, utf16_length
from sandbox.telegram.identity import Json

_RESERVED = frozenset("_*[]()~`>#+-=|{}.!\n")
_PLAIN_MARKS = {"*": "bold", "~": "strikethrough"}
_CLOSING = {
    "bold": "*",
    "italic": "_",
    "underline": "__",
    "strikethrough": "~",
    "spoiler": "||",
    "code": "`",
    "pre": "```",
    "text_link": "]",
    "custom_emoji": "]",
}
_NAMES = {
    "bold": "Bold",
    "italic": "Italic",
    "underline": "Underline",
    "strikethrough": "Strikethrough",
    "spoiler": "Spoiler",
    "code": "Code",
    "pre": "Pre",
    "text_link": "TextUrl",
    "custom_emoji": "CustomEmoji",
    "blockquote": "BlockQuote",
}


@dataclass(slots=True)
class _Open:
    kind: str
    offset: int
    source_index: int
    text_index: int
    language: str = ""


def parse_markdown_v2(source: str) -> tuple[str, list[Json]]:
    """Text and entities. Raises MarkupError for an unescaped reserved character or an entity left open."""
    return _Reader(source).read()


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.index = 0
        self.text: list[str] = []
        self.length = 0
        self.open: list[_Open] = []
        self.quoting = False
        self.expandable = False
        self.entities: list[Json] = []

    def read(self) -> tuple[str, list[Json]]:
        while self.index < len(self.source):
            self._step(self.source[self.index])
        self._finish()
        self.entities.sort(key=order)
        return "".join(self.text), self.entities

    def _step(self, character: str) -> None:
        following = self.source[self.index + 1 : self.index + 2]
        if character == "\\" and following and 0 < ord(following) <= 126:
            self._put(following)
            self.index += 2
        elif character not in self._special():
            self._put(character)
            self.index += 1
        elif self._ends_here(character):
            self._close(character)
        else:
            self._begin(character)

    def _special(self) -> frozenset[str]:
        if self.open and self.open[-1].kind in ("code", "pre"):
            return frozenset("`")
        return _RESERVED

    def _put(self, piece: str) -> None:
        self.text.append(piece)
        self.length += utf16_length(piece)

    def _ends_here(self, character: str) -> bool:
        if not self.open:
            return False
        if self.quoting and character == "\n" and self.source[self.index + 1 : self.index + 2] != ">":
            return True
        innermost = self.open[-1].kind
        if innermost == "blockquote":
            return False
        if innermost == "italic":
            return character == "_" and not self.source.startswith("__", self.index)
        return self.source.startswith(_CLOSING[innermost], self.index)

    def _refuse(self, character: str) -> MarkupError:
        shown = "\n" if character == "\n" else character
        return MarkupError(f"Character '{shown}' is reserved and must be escaped with the preceding '\\'")

    def _begin(self, character: str) -> None:
        start = self.index
        if character == "\n":
            self._new_line()
            return
        kind, width = self._opening(character)
        self.index += width
        language = self._language() if kind == "pre" else ""
        self.open.append(_Open(kind, self.length, start, len(self.text), language))

    def _opening(self, character: str) -> tuple[str, int]:
        at = self.index
        if character in _PLAIN_MARKS:
            return _PLAIN_MARKS[character], 1
        if character == "_":
            return ("underline", 2) if self.source.startswith("__", at) else ("italic", 1)
        if character == "`":
            return ("pre", 3) if self.source.startswith("```", at) else ("code", 1)
        if character == "[":
            return "text_link", 1
        if self.source.startswith("![", at):
            return "custom_emoji", 2
        if character == ">" and not self.quoting and self._at_line_start():
            self.quoting = True
            return "blockquote", 1
        if self.source.startswith("||", at):
            if self._marks_expandable():
                self.expandable = True
                return "spoiler", 2
            return "spoiler", 2
        raise self._refuse(character)

    def _at_line_start(self) -> bool:
        written = "".join(self.text[-3:]).rstrip("\r")
        return written.endswith("\n") or not "".join(self.text).strip("\r")

    def _marks_expandable(self) -> bool:
        # "||" that closes the last line of a quotation makes it expandable instead of opening a spoiler.
        after = self.source[self.index + 2 :].lstrip("\r")
        return self.quoting and (after == "" or (after[0] == "\n" and after[1:2] != ">"))

    def _new_line(self) -> None:
        self._put("\n")
        self.index += 1
        if self.source.startswith(">", self.index):
            self.index += 1
            if not self.quoting:
                self.quoting = True
                self.open.append(_Open("blockquote", self.length, self.index - 1, len(self.text)))

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

    def _close(self, character: str) -> None:
        if character == "\n":
            self._drop_expandable_mark()
            if self.open[-1].kind != "blockquote":
                raise self._unclosed(self.open[-1])
            self._put("\n")
            self.index += 1
            self._end_quote()
            return
        entity = self.open.pop()
        self.index += len(_CLOSING[entity.kind])
        details = self._details(entity)
        if details is not None and self.length > entity.offset:
            self.entities.append({**details, "offset": entity.offset, "length": self.length - entity.offset})

    def _details(self, entity: _Open) -> Json | None:
        if entity.kind == "pre" and entity.language:
            return {"type": "pre", "language": entity.language}
        if entity.kind == "text_link":
            return self._link("".join(self.text[entity.text_index :]))
        if entity.kind == "custom_emoji":
            return self._emoji()
        return {"type": entity.kind}

    def _link(self, inner: str) -> Json | None:
        url = inner if self.source[self.index : self.index + 1] != "(" else self._url()
        user = linked_user(url)
        if user is not None:
            return {"type": "text_mention", "user_id": user}
        link = checked_link(url)
        return None if link is None else {"type": "text_link", "url": link}

    def _emoji(self) -> Json:
        if self.source[self.index : self.index + 1] != "(":
            raise MarkupError("The entity must contain a tg://emoji or tg://time URL")
        url = self._url()
        emoji = linked_emoji(url)
        if emoji is not None:
            return {"type": "custom_emoji", "custom_emoji_id": emoji}
        return self._time(url)

    def _time(self, url: str) -> Json:
        try:
            moment = linked_time(url)
        except ValueError as error:
            raise MarkupError(str(error)) from None
        if moment is None:
            raise MarkupError("Invalid tg://emoji or tg://time URL specified")
        return date_time(*moment)

    def _url(self) -> str:
        self.index += 1
        begin = self.index
        url: list[str] = []
        while self.index < len(self.source) and self.source[self.index] != ")":
            following = self.source[self.index + 1 : self.index + 2]
            if self.source[self.index] == "\\" and following and 0 < ord(following) <= 126:
                self.index += 1
            url.append(self.source[self.index])
            self.index += 1
        if self.index >= len(self.source):
            raise MarkupError(f"Can't find end of a URL at byte offset {byte_offset(self.source, begin)}")
        self.index += 1
        return "".join(url)

    def _drop_expandable_mark(self) -> None:
        innermost = self.open[-1] if self.expandable and self.open else None
        if innermost is None or innermost.kind != "spoiler":
            return
        if not "".join(self.text[innermost.text_index :]).strip("\r"):
            self.open.pop()

    def _end_quote(self) -> None:
        quote = self.open.pop()
        kind = "expandable_blockquote" if self.expandable else "blockquote"
        self.quoting = self.expandable = False
        if self.length > quote.offset:
            self.entities.append({"type": kind, "offset": quote.offset, "length": self.length - quote.offset})

    def _unclosed(self, entity: _Open) -> MarkupError:
        name = "PreCode" if entity.language else _NAMES[entity.kind]
        return MarkupError(
            f"Can't find end of {name} entity at byte offset {byte_offset(self.source, entity.source_index)}"
        )

    def _finish(self) -> None:
        self._drop_expandable_mark()
        if self.quoting and self.open and self.open[-1].kind == "blockquote":
            self._end_quote()
        if self.open:
            raise self._unclosed(self.open[-1])
