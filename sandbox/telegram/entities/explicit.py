"""Entities that the caller lists itself instead of a parse mode."""

from collections.abc import Callable
from typing import Any

from sandbox.telegram.arguments import whole_number
from sandbox.telegram.entities.links import checked_link
from sandbox.telegram.entities.utf16 import index_at, utf16_length
from sandbox.telegram.errors import bad_request
from sandbox.telegram.identity import Json

_PLAIN = frozenset(
    ("bold", "italic", "underline", "strikethrough", "spoiler", "blockquote", "expandable_blockquote", "code")
)
_DETECTED = frozenset(
    ("mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bank_card_number")
)


def read_entities(text: str, listed: Any) -> list[Json]:
    """Validated entities of `text`; those the server finds by itself are skipped. Raises 400 on a malformed one."""
    if not isinstance(listed, list):
        return []
    entities = [entity for item in listed if (entity := _read(item)) is not None]
    length = utf16_length(text)
    kept = []
    for entity in entities:
        begin, end = entity["offset"], min(entity["offset"] + entity["length"], length)
        if begin < 0 or begin >= length or end <= begin:
            continue
        if index_at(text, begin) is None or index_at(text, end) is None:
            raise bad_request("Entity begins or ends in the middle of a UTF-16 symbol at byte offset 0")
        kept.append({**entity, "length": end - begin})
    return sorted(kept, key=lambda entity: (entity["offset"], -entity["length"]))


def _read(item: Any) -> Json | None:
    if not isinstance(item, dict):
        raise bad_request("Can't parse MessageEntity: expected an Object")
    kind = item.get("type")
    if not isinstance(kind, str):
        raise bad_request("Can't parse MessageEntity: Type is not specified")
    for name in ("offset", "length"):
        if not isinstance(item.get(name), int | str):
            raise bad_request(f"Can't parse MessageEntity: Can't find field \"{name}\"")
    place = {"offset": whole_number(item["offset"]), "length": whole_number(item["length"])}
    if kind in _DETECTED:
        return None
    if kind in _PLAIN:
        return {"type": kind, **place}
    detailed = _DETAILED.get(kind)
    if detailed is None:
        raise bad_request("Can't parse MessageEntity: Unsupported type specified")
    details = detailed(item)
    return None if details is None else {"type": kind, **details, **place}


def _pre(item: Json) -> Json:
    return {"language": item["language"]} if item.get("language") else {}


def _text_link(item: Json) -> Json | None:
    if not isinstance(item.get("url"), str):
        raise bad_request("Can't parse MessageEntity: Can't find field \"url\"")
    link = checked_link(item["url"])
    return None if link is None else {"url": link}


def _text_mention(item: Json) -> Json:
    user = item.get("user")
    if not isinstance(user, dict) or "id" not in user:
        raise bad_request("Can't parse MessageEntity: Can't find field \"user\"")
    return {"user_id": whole_number(user["id"])}


def _custom_emoji(item: Json) -> Json:
    if not item.get("custom_emoji_id"):
        raise bad_request("Can't parse MessageEntity: Can't find field \"custom_emoji_id\"")
    return {"custom_emoji_id": str(item["custom_emoji_id"])}


def _date_time(item: Json) -> Json:
    details: Json = {"unix_time": whole_number(item.get("unix_time"))}
    if item.get("date_time_format"):
        details["date_time_format"] = item["date_time_format"]
    return details


_DETAILED: dict[str, Callable[[Json], Json | None]] = {
    "pre": _pre,
    "text_link": _text_link,
    "text_mention": _text_mention,
    "custom_emoji": _custom_emoji,
    "date_time": _date_time,
}
