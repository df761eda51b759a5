"""The list of commands that clients show: per scope and language_code.

Bot API: at most 100 commands; a command is 1-32 of a-z, 0-9 and _, its description 1-256 characters.
"""

import re
from typing import Any

from sandbox.telegram.access import Access, chat_behind
from sandbox.telegram.arguments import whole_number
from sandbox.telegram.bots import Bot
from sandbox.telegram.calls import Call, method
from sandbox.telegram.entities import utf16_length
from sandbox.telegram.errors import bad_request
from sandbox.telegram.identity import Json

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"([a-z]{2})?")
_MAX_COMMANDS = 100
_PLAIN_SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")


def read_language(call: Call) -> str:
    """A two-letter language_code or "". Raises 400 for anything else."""
    language = call.arguments.text("language_code")
    if not _LANGUAGE.fullmatch(language):
        raise bad_request("invalid language code specified")
    return language


def _scope(call: Call) -> str:
    scope: Any = call.arguments.decoded("scope", "BotCommandScope")
    if scope is None:
        return "default"
    if not isinstance(scope, dict):
        raise bad_request("Can't parse BotCommandScope: BotCommandScope must be an Object")
    kind = scope.get("type")
    if kind in _PLAIN_SCOPES:
        return str(kind)
    if kind not in ("chat", "chat_administrators", "chat_member"):
        raise bad_request("Can't parse BotCommandScope: Unsupported type specified")
    if scope.get("chat_id") in (None, "", 0):
        raise bad_request("Can't parse BotCommandScope: Empty chat_id specified")
    chat = chat_behind(call, scope["chat_id"], Access.READ)
    if kind == "chat_member":
        user_id = whole_number(scope.get("user_id"))
        if user_id <= 0:
            raise bad_request("Can't parse BotCommandScope: Invalid user_id specified")
        return f"chat_member:{chat.id}:{user_id}"
    return f"{kind}:{chat.id}"


def _command(item: Any) -> Json:
    if not isinstance(item, dict):
        raise bad_request("Can't parse BotCommand: expected an Object")
    for name in ("command", "description"):
        if not isinstance(item.get(name), str):
            raise bad_request(f"Can't parse BotCommand: Can't find field \"{name}\"")
    command, description = item["command"].removeprefix("/"), item["description"].strip()
    if not command:
        raise bad_request("command must be non-empty")
    if len(command) > 32:
        raise bad_request("command length must not exceed 32")
    if not _COMMAND.fullmatch(command):
        raise bad_request("BOT_COMMAND_INVALID")
    if not description:
        raise bad_request("command description must be non-empty")
    if utf16_length(description) > 256:
        raise bad_request("command description length must not exceed 256")
    return {"command": command, "description": description}


@method("setMyCommands")
def set_my_commands(call: Call) -> bool:
    """Replace the list of one scope and language; an empty list deletes it."""
    listed = call.arguments.decoded("commands", "commands")
    if listed is None:
        listed = []
    if not isinstance(listed, list):
        raise bad_request("Expected an Array of BotCommand")
    commands = [_command(item) for item in listed]
    if len(commands) > _MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    key = (_scope(call), read_language(call))
    if commands:
        call.bot.commands[key] = commands
    else:
        call.bot.commands.pop(key, None)
    call.network.changes.note("commands", call.bot.id, None)
    return True


@method("getMyCommands")
def get_my_commands(call: Call) -> list[Json]:
    """The list of exactly this scope and language, empty when none was set."""
    return call.bot.commands.get((_scope(call), read_language(call)), [])


@method("deleteMyCommands")
def delete_my_commands(call: Call) -> bool:
    """Forget the list of one scope and language."""
    call.bot.commands.pop((_scope(call), read_language(call)), None)
    call.network.changes.note("commands", call.bot.id, None)
    return True


def commands_for(bot: Bot, *, private: bool, chat_id: int, language_code: str | None, user_id: int = 0) -> list[Json]:
    """The list that a client shows to a person there: the narrowest scope, first in the person's language."""
    language = (language_code or "")[:2].lower()
    group = ("all_group_chats",) if not private else ("all_private_chats",)
    scopes = (f"chat_member:{chat_id}:{user_id}", f"chat:{chat_id}", *group, "default")
    for scope in scopes:
        for key in ((scope, language), (scope, "")):
            if key in bot.commands:
                return bot.commands[key]
    return []
