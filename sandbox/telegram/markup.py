"""Keyboards: read, checked and put into the form in which the Bot API shows them.

Bot API: callback_data 1-64 bytes. The server refuses a markup that is too long as a whole.
"""

from collections.abc import Callable
from typing import Any

import orjson

from sandbox.telegram.arguments import Arguments
from sandbox.telegram.entities.links import checked_link, linked_user
from sandbox.telegram.errors import ApiError, bad_request
from sandbox.telegram.identity import Json

_MAX_MARKUP_BYTES = 10_240
_MAX_CALLBACK_BYTES = 64
_MAX_COPY_TEXT = 256
_STYLES = frozenset(("primary", "danger", "success"))
_REQUESTS = (
    "request_contact",
    "request_location",
    "request_poll",
    "request_users",
    "request_chat",
    "request_managed_bot",
    "web_app",
)


def inline_markup(arguments: Arguments) -> Json | None:
    """The inline keyboard of an edit, None when there is none. Other markups are refused."""
    inline, other = read_markup(arguments)
    if other is not None:
        raise bad_request("inline keyboard expected")
    return inline


def read_markup(arguments: Arguments) -> tuple[Json | None, Json | None]:
    """(inline keyboard, other markup) of a call; each None when absent or empty."""
    value = arguments.decoded("reply_markup", "reply keyboard markup")
    if value is None:
        return None, None
    if not isinstance(value, dict):
        raise bad_request("Object expected as reply markup")
    if len(orjson.dumps(value)) > _MAX_MARKUP_BYTES:
        raise bad_request("reply markup is too long")
    if "inline_keyboard" in value:
        rows = _rows(value["inline_keyboard"], "inline_keyboard", _inline_button)
        return ({"inline_keyboard": rows} if rows else None), None
    if "keyboard" in value:
        rows = _rows(value["keyboard"], "keyboard", _keyboard_button)
        return None, ({**_options(value), "keyboard": rows} if rows else None)
    if value.get("remove_keyboard") or value.get("hide_keyboard"):
        return None, {"remove_keyboard": True, **_options(value)}
    if value.get("force_reply"):
        return None, {"force_reply": True, **_options(value)}
    if not value:
        return None, None
    raise bad_request("Object expected as reply markup")


def _options(value: Json) -> Json:
    names = ("is_persistent", "resize_keyboard", "one_time_keyboard", "input_field_placeholder", "selective")
    options = {name: value[name] for name in names if value.get(name)}
    if len(str(options.get("input_field_placeholder", ""))) > 64:
        raise bad_request("input_field_placeholder is too long")
    return options


def _rows(rows: Any, name: str, read: Callable[[Any], Json]) -> list[list[Json]]:
    owner = " of the InlineKeyboardMarkup" if name == "inline_keyboard" else ""
    if rows is None:
        return []
    if not isinstance(rows, list):
        raise bad_request(f'Field "{name}" must be of type Array')
    kept = []
    for row in rows:
        if not isinstance(row, list):
            raise bad_request(f'Field "{name}"{owner} must be an Array of Arrays')
        buttons = [_read(button, read, "inline keyboard" if owner else "keyboard") for button in row]
        if buttons:
            kept.append(buttons)
    return kept


def _read(button: Any, read: Callable[[Any], Json], kind: str) -> Json:
    try:
        return read(button)
    except _ButtonError as error:
        raise bad_request(f"Can't parse {kind} button: {error}") from None


class _ButtonError(ValueError):
    pass


def _text(button: Json) -> str:
    if "text" not in button:
        raise _ButtonError('Can\'t find field "text"')
    if not isinstance(button["text"], str | int | float):
        raise _ButtonError('Field "text" must be of type String')
    text = str(button["text"])
    if not text.strip():
        raise bad_request("BUTTON_TEXT_INVALID") if text else bad_request("inline keyboard button text is empty")
    return text


def _decoration(button: Json) -> Json:
    decoration: Json = {}
    if button.get("icon_custom_emoji_id"):
        decoration["icon_custom_emoji_id"] = str(button["icon_custom_emoji_id"])
    style = str(button.get("style") or "").lower()
    if style and style != "default":
        if style not in _STYLES:
            raise _ButtonError("invalid button style specified")
        decoration["style"] = style
    return decoration


def _keyboard_button(button: Any) -> Json:
    if isinstance(button, str):
        return {"text": button}
    if not isinstance(button, dict):
        raise _ButtonError("KeyboardButton must be a String or an Object")
    kept = {"text": _text(button), **_decoration(button)}
    for name in _REQUESTS:
        if button.get(name) or (name == "request_poll" and isinstance(button.get(name), dict)):
            return {**kept, name: button[name]}
    return kept


def _inline_button(button: Any) -> Json:
    if not isinstance(button, dict):
        raise _ButtonError("InlineKeyboardButton must be an Object")
    kept = {"text": _text(button), **_decoration(button)}
    if button.get("url"):
        return {**kept, "url": _button_url(str(button["url"]))}
    if button.get("callback_data"):
        if len(str(button["callback_data"]).encode("utf-8", "surrogatepass")) > _MAX_CALLBACK_BYTES:
            raise ApiError(400, "Bad Request: BUTTON_DATA_INVALID")
        return {**kept, "callback_data": str(button["callback_data"])}
    for name in ("switch_inline_query", "switch_inline_query_current_chat"):
        if name in button:
            return {**kept, name: str(button[name])}
    for name in ("callback_game", "switch_inline_query_chosen_chat", "login_url", "web_app", "copy_text"):
        if isinstance(button.get(name), dict):
            return {**kept, name: _nested(name, button[name])}
    if button.get("pay"):
        raise bad_request("BUTTON_TYPE_INVALID")
    raise _ButtonError("Text buttons are unallowed in the inline keyboard")


def _nested(name: str, value: Json) -> Json:
    if name in ("login_url", "web_app"):
        if not isinstance(value.get("url"), str):
            raise _ButtonError('Can\'t find field "url"')
        if not value["url"].startswith("https://"):
            raise bad_request("BUTTON_URL_INVALID")
    if name == "copy_text" and not 1 <= len(str(value.get("text") or "")) <= _MAX_COPY_TEXT:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    return value


def _button_url(url: str) -> str:
    if linked_user(url) is not None:
        return url
    link = checked_link(url)
    if link is None:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    return link
