"""getMe, and what a bot tells about itself: name, descriptions, default rights, menu button."""

from typing import Any

from sandbox.telegram.access import Access, chat_of
from sandbox.telegram.calls import Call, Outcome, method
from sandbox.telegram.entities import utf16_length
from sandbox.telegram.errors import bad_request
from sandbox.telegram.identity import RIGHTS, Json
from sandbox.telegram.methods.commands import read_language

_MAX_NAME, _MAX_DESCRIPTION, _MAX_SHORT_DESCRIPTION = 64, 512, 120
_CHANNEL_RIGHTS = ("can_post_messages", "can_edit_messages")
_GROUP_RIGHTS = ("can_pin_messages", "can_manage_topics")


@method("getMe")
def get_me(call: Call) -> Json:
    """The bot as a User, with what only getMe shows."""
    return {
        **call.bot.user.shown(),
        "can_join_groups": True,
        "can_read_all_group_messages": call.bot.reads_all_group_messages,
        "supports_guest_queries": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
        "supports_join_request_queries": False,
    }


@method("logOut")
def log_out(call: Call) -> bool:
    """Leave this server: every later call is refused."""
    call.bot.logged_out = True
    return True


@method("close")
def close(_: Call) -> bool:
    """Close the bot before moving it to another server; a later call opens it again."""
    return True


def _set(call: Call, texts: dict[str, str], name: str, most: int) -> bool:
    text, language = call.arguments.text(name).strip(), read_language(call)
    if utf16_length(text) > most:
        raise bad_request(f"bot {name.replace('_', ' ')} is too long")
    if text:
        texts[language] = text
    else:
        texts.pop(language, None)
    return True


def _get(call: Call, texts: dict[str, str], name: str, default: str = "") -> Json:
    return {name: texts.get(read_language(call), texts.get("", default))}


@method("setMyName")
def set_my_name(call: Call) -> bool:
    """0-64 characters for one language; empty goes back to the default."""
    done = _set(call, call.bot.texts.name, "name", _MAX_NAME)
    call.bot.user.first_name = call.bot.texts.name.get("", call.bot.user.first_name)
    return done


@method("getMyName")
def get_my_name(call: Call) -> Json:
    """The name in one language, else the default one."""
    return _get(call, call.bot.texts.name, "name", call.bot.user.first_name)


@method("setMyDescription")
def set_my_description(call: Call) -> bool:
    """0-512 characters, shown in the empty chat."""
    return _set(call, call.bot.texts.description, "description", _MAX_DESCRIPTION)


@method("getMyDescription")
def get_my_description(call: Call) -> Json:
    """The description in one language, else the default one."""
    return _get(call, call.bot.texts.description, "description")


@method("setMyShortDescription")
def set_my_short_description(call: Call) -> bool:
    """0-120 characters, shown on the profile page."""
    return _set(call, call.bot.texts.short_description, "short_description", _MAX_SHORT_DESCRIPTION)


@method("getMyShortDescription")
def get_my_short_description(call: Call) -> Json:
    """The short description in one language, else the default one."""
    return _get(call, call.bot.texts.short_description, "short_description")


@method("setMyDefaultAdministratorRights")
def set_my_default_administrator_rights(call: Call) -> bool:
    """The rights asked for when the bot is made an administrator."""
    rights = call.arguments.decoded("rights", "ChatAdministratorRights")
    if rights is not None and not isinstance(rights, dict):
        raise bad_request("Can't parse ChatAdministratorRights: ChatAdministratorRights must be an Object")
    channels = call.arguments.flag("for_channels")
    call.bot.default_rights[channels] = _rights(rights or {}, channels)
    return True


@method("getMyDefaultAdministratorRights")
def get_my_default_administrator_rights(call: Call) -> Json:
    """The same, back."""
    channels = call.arguments.flag("for_channels")
    return call.bot.default_rights.get(channels) or _rights({}, channels)


def _rights(given: Json, channels: bool) -> Json:
    more = _CHANNEL_RIGHTS if channels else _GROUP_RIGHTS
    kept: Json = {name: given.get(name) is True for name in ("is_anonymous", *RIGHTS, *more)}
    if channels:
        kept["is_anonymous"] = False  # the server never keeps it for channels
    return kept


@method("setChatMenuButton")
def set_chat_menu_button(call: Call) -> Outcome:
    """The button beside the text field: commands, a web app, or the default."""
    button: Any = call.arguments.decoded("menu_button", "menu button")
    shown = _menu_button(button)
    if call.arguments.given("chat_id"):
        chat_of(call, Access.READ).menu_button = shown
    else:
        call.bot.menu_button = shown or {"type": "commands"}
    return Outcome(True)


def _menu_button(button: Any) -> Json | None:
    if button is None or (isinstance(button, dict) and button.get("type") == "default"):
        return None
    if not isinstance(button, dict):
        raise bad_request("Can't parse menu button: MenuButton must be an Object")
    if button.get("type") == "commands":
        return {"type": "commands"}
    if button.get("type") == "web_app":
        if not isinstance(button.get("text"), str) or not isinstance(button.get("web_app"), dict):
            raise bad_request("Can't parse menu button: Can't find field \"text\"")
        return {"type": "web_app", "text": button["text"], "web_app": button["web_app"]}
    raise bad_request("Can't parse menu button: MenuButton has unsupported type")


@method("getChatMenuButton")
def get_chat_menu_button(call: Call) -> Json:
    """The button of one private chat, else the bot's."""
    if call.arguments.given("chat_id"):
        chat = chat_of(call, Access.READ)
        return chat.menu_button or {"type": "default"}
    return call.bot.menu_button
