"""Whom a Telegram message speaks to, and whether it is a command."""

import re
from dataclasses import dataclass

from telegram import Chat, Message, MessageEntity

_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]{1,64}))?(?:\s+(.*))?", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A message's text without what only addresses the bot; the command without slash and bot name."""

    text: str
    command: str | None = None
    arguments: str = ""
    addressed: bool = True


def read_address(message: Message, bot_id: int, username: str) -> Said:
    """In a private chat everything speaks to the bot; in a group only a mention, a reply to it, or a command."""
    text = message.text or message.caption or ""
    private = message.chat.type == Chat.PRIVATE
    command = _COMMAND.fullmatch(text) if message.text else None
    if command is not None:
        name = command[2]
        if name is None or name.casefold() == username.casefold():
            return Said(text=text, command=command[1].lower(), arguments=(command[3] or "").strip())
        return Said(text=text, addressed=private)
    if private:
        return Said(text=text)
    spoken_to = _mentioned(message, bot_id, username) or _replies_to(message, bot_id)
    return Said(text=_without_mention(text, username), addressed=spoken_to)


def _replies_to(message: Message, bot_id: int) -> bool:
    replied = message.reply_to_message
    return replied is not None and replied.from_user is not None and replied.from_user.id == bot_id


def _mentioned(message: Message, bot_id: int, username: str) -> bool:
    kinds: list[str | None] = [MessageEntity.MENTION, MessageEntity.TEXT_MENTION]
    entities = message.parse_entities(kinds) if message.text else message.parse_caption_entities(kinds)
    return any(
        (entity.user is not None and entity.user.id == bot_id) or name.casefold() == f"@{username}".casefold()
        for entity, name in entities.items()
    )


def _without_mention(text: str, username: str) -> str:
    """A mention at the very beginning is an address, not part of what is said."""
    return (
        re.sub(rf"^\s*@{re.escape(username)}\b[\s,:;-]*", "", text, count=1, flags=re.IGNORECASE) if username else text
    )
