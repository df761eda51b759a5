"""One text with its entities, from whatever the caller sent: parse mode, listed entities, or plain words."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sandbox.telegram.entities.cleaning import clean
from sandbox.telegram.entities.detected import detect
from sandbox.telegram.entities.explicit import read_entities
from sandbox.telegram.entities.html import parse_html
from sandbox.telegram.entities.kinds import nest, order
from sandbox.telegram.entities.markdown import parse_markdown
from sandbox.telegram.entities.markdown_v2 import parse_markdown_v2
from sandbox.telegram.entities.markup_error import MarkupError
from sandbox.telegram.entities.utf16 import utf16_length
from sandbox.telegram.errors import bad_request
from sandbox.telegram.identity import Json

_MODES: dict[str, Callable[[str], tuple[str, list[Json]]]] = {
    "html": parse_html,
    "markdown": parse_markdown,
    "markdownv2": parse_markdown_v2,
}
_MAX_SOURCE_BYTES = 1 << 15
_UNMIXABLE = frozenset(("code", "pre", "text_link", "text_mention", "custom_emoji"))


@dataclass(frozen=True, slots=True)
class FormattedText:
    """Text as people read it and its MessageEntity objects. `length` counts UTF-16 units."""

    text: str
    entities: list[Json]
    length: int


def formatted(source: str, parse_mode: str, listed: Any, user_of: Callable[[int], Json | None]) -> FormattedText:
    """Read a text the way sendMessage does.

    `listed` is the caller's own list of entities (used when no parse mode is given); `user_of` gives the User object
    behind a mention by id, or None for somebody the bot does not know (the mention is dropped, as Telegram does).
    Raises 400 "can't parse entities: …", "Unsupported parse_mode", "Text is too long".
    """
    if len(source) > _MAX_SOURCE_BYTES // 4 and len(source.encode("utf-8", "surrogatepass")) > _MAX_SOURCE_BYTES:
        raise bad_request("Text is too long")
    text, entities = _parsed(source, parse_mode.lower(), listed)
    text, entities = clean(text, entities)
    entities = [entity for item in entities if (entity := _named(item, user_of)) is not None]
    if len(entities) > 1:
        entities = nest(entities)
    found = [entity for entity in detect(text) if not _crosses(entity, entities)]
    if found:
        entities = sorted(entities + found, key=order)
    return FormattedText(text, entities, utf16_length(text))


def _parsed(source: str, mode: str, listed: Any) -> tuple[str, list[Json]]:
    if not source or mode in ("", "none"):
        return source, read_entities(source, listed) if listed else []
    parse = _MODES.get(mode)
    if parse is None:
        raise bad_request("Unsupported parse_mode")
    try:
        return parse(source)
    except MarkupError as error:
        raise bad_request(f"Can't parse entities: {error}") from None


def _named(entity: Json, user_of: Callable[[int], Json | None]) -> Json | None:
    if "user_id" not in entity:
        return {"offset": entity["offset"], "length": entity["length"], **entity}
    user = user_of(entity["user_id"])
    if user is None:
        return None
    return {"offset": entity["offset"], "length": entity["length"], "type": "text_mention", "user": user}


def _crosses(found: Json, entities: list[Json]) -> bool:
    begin, end = found["offset"], found["offset"] + found["length"]
    for entity in entities:
        first, last = entity["offset"], entity["offset"] + entity["length"]
        apart = end <= first or begin >= last
        within = first <= begin and end <= last
        around = begin <= first and last <= end
        if not apart and (entity["type"] in _UNMIXABLE or not (within or around)):
            return True
    return False
