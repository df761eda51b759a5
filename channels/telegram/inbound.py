"""One stored Telegram update to one `domain.inbound` event. Pure: no network, no clock.

The library reads the update (`telegram.Update.de_json`); what it cannot read is salvaged down to who wrote what, so
that a malformed part never costs the message. Only where not even the chat can be told, `Unreadable` is raised.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from telegram import CallbackQuery, Chat, ChatMember, ChatMemberUpdated, Message, Update, User

from channels.checked import checked
from channels.plain import storable
from channels.raw import Unreadable
from channels.telegram.addressing import read_address
from channels.telegram.content import attachments_of, contact_of, place_of, unsupported_kind
from channels.telegram.message_fields import TAKEN, UNREADABLE
from channels.telegram.updates import CHANNEL
from domain.inbound import (
    ChatMoved,
    Ignored,
    Inbound,
    ReachabilityChanged,
    ResidentEdited,
    ResidentPressed,
    ResidentWrote,
    Sender,
)

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

_GROUPS = (Chat.GROUP, Chat.SUPERGROUP)
_ANONYMOUS_ADMIN = 1087968824  # @GroupAnonymousBot, in whose name anonymous administrators write
_BROKEN = (AttributeError, IndexError, KeyError, OverflowError, OSError, RecursionError, TypeError, ValueError)


@dataclass(frozen=True, slots=True, kw_only=True)
class BotIdentity:
    """Who the bot is: its user id and its user name without "@"."""

    id: int
    username: str


def parse(payload: Any, me: BotIdentity, *, received_at: datetime = EPOCH) -> Inbound:
    """What the update says. `received_at` stands in for a date that cannot be read.

    Raises `Unreadable`, and nothing else, for an update from which not even the chat can be told.
    """
    if not isinstance(payload, dict):
        raise Unreadable("not a JSON object")
    try:
        payload = storable(payload)
        try:
            return checked(_read(payload, me))
        except _BROKEN:
            return checked(_read(_salvage(payload, received_at), me))
    except Unreadable:
        raise
    except _BROKEN as error:
        raise Unreadable(f"not readable as an update: {type(error).__name__}") from None


def _read(payload: Mapping[str, Any], me: BotIdentity) -> Inbound:
    update = Update.de_json(dict(payload), None)
    if update.message is not None:
        return _message(update.message, payload["message"], me)
    if update.edited_message is not None:
        return _edited(update.edited_message, me)
    if update.callback_query is not None:
        return _pressed(update.callback_query)
    if update.my_chat_member is not None:
        return _membership(update.my_chat_member)
    kind = next((name for name in payload if name != "update_id"), "nothing")
    return Ignored(why=f"update of kind {kind}")


def _message(message: Message, raw: Mapping[str, Any], me: BotIdentity) -> Inbound:
    if message.migrate_to_chat_id is not None:
        return _moved(message.chat.id, message.migrate_to_chat_id)
    if message.migrate_from_chat_id is not None:
        return _moved(message.migrate_from_chat_id, message.chat.id)
    if (reason := _not_for_us(message, me)) is not None:
        return Ignored(why=reason)
    unsupported = unsupported_kind(raw)
    attachments, place, contact = attachments_of(message), place_of(message), contact_of(message)
    text = message.text or message.caption or ""
    if not (text or attachments or place or contact or unsupported):
        return Ignored(why="service message")
    said = read_address(message, me.id, me.username)
    return ResidentWrote(
        sender=_sender(message.chat, message.from_user, message.sender_chat),
        message_id=str(message.message_id),
        sent_at=message.date,
        text=said.text,
        attachments=attachments,
        place=place,
        contact=contact,
        reply_to=_reply_to(message),
        album=message.media_group_id,
        command=said.command,
        arguments=said.arguments,
        addressed=said.addressed,
        unsupported=None if attachments or place or contact else unsupported,
    )


def _not_for_us(message: Message, me: BotIdentity) -> str | None:
    if message.chat.type not in (Chat.PRIVATE, *_GROUPS):
        return f"message in a {message.chat.type}"
    if message.is_automatic_forward:
        return "forwarded by itself from a channel"
    sender = message.from_user
    if sender is not None and (sender.id == me.id or (sender.is_bot and sender.id != _ANONYMOUS_ADMIN)):
        return "written by a bot"
    return None


def _reply_to(message: Message) -> str | None:
    """The message replied to in this chat. Telegram marks a topic's first message so, which nobody replied to."""
    replied = message.reply_to_message
    if replied is None or (message.is_topic_message and replied.message_id == message.message_thread_id):
        return None
    return str(replied.message_id)


def _moved(old: int, new: int) -> ChatMoved:
    return ChatMoved(channel=CHANNEL, old_address=str(old), new_address=str(new))


def _edited(message: Message, me: BotIdentity) -> Inbound:
    if message.chat.type not in (Chat.PRIVATE, *_GROUPS):
        return Ignored(why=f"edit in a {message.chat.type}")
    if message.location is not None:
        return Ignored(why="live location moved")
    if message.from_user is not None and message.from_user.is_bot and message.from_user.id != _ANONYMOUS_ADMIN:
        return Ignored(why="edited by a bot")
    said = read_address(message, me.id, me.username)
    return ResidentEdited(
        sender=_sender(message.chat, message.from_user, message.sender_chat),
        message_id=str(message.message_id),
        edited_at=message.edit_date or message.date,
        text=said.text,
        command=said.command,
        arguments=said.arguments,
        addressed=said.addressed,
    )


def _pressed(query: CallbackQuery) -> Inbound:
    if not isinstance(query.data, str):
        return Ignored(why="button press without data")
    chat = query.message.chat if query.message is not None else None
    return ResidentPressed(
        sender=_sender(chat, query.from_user, None),
        data=query.data,
        press_id=str(query.id),
        message_id=str(query.message.message_id) if query.message is not None else None,
    )


def _membership(change: ChatMemberUpdated) -> Inbound:
    if change.chat.type not in (Chat.PRIVATE, *_GROUPS):
        return Ignored(why=f"membership of a {change.chat.type}")
    away = change.new_chat_member.status in (ChatMember.BANNED, ChatMember.LEFT)
    in_group = change.chat.type in _GROUPS
    sender = _sender(change.chat, None if in_group else change.from_user, change.chat if in_group else None)
    return ReachabilityChanged(sender=sender, reachable=not away)


def _sender(chat: Chat | None, user: User | None, sender_chat: Chat | None) -> Sender:
    """Who wrote, and where an answer goes. Anonymous administrators and channels write as a chat."""
    if sender_chat is not None:
        number, name = sender_chat.id, sender_chat.title or sender_chat.username or ""
    elif user is not None:
        number, name = user.id, _name(user)
    elif chat is not None:
        number, name = chat.id, chat.title or ""
    else:
        raise Unreadable("no sender")
    return Sender(
        channel=CHANNEL,
        address=str(_number(chat.id if chat is not None else number)),
        user=str(_number(number)),
        name=name if isinstance(name, str) else "",
        client_language=_tag(user),
        in_group=chat is not None and chat.type in _GROUPS,
    )


def _name(user: User) -> str:
    return " ".join(part for part in (user.first_name, user.last_name) if isinstance(part, str) and part)


def _tag(user: User | None) -> str | None:
    language = user.language_code if user is not None else None
    return language if isinstance(language, str) and language else None


def _number(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise Unreadable("an id is no number")
    return value


def _salvage(payload: Mapping[str, Any], received_at: datetime) -> dict[str, Any]:
    """The update cut down to who wrote what. Raises `Unreadable` where not even that is there."""
    for kind in ("message", "edited_message"):
        if isinstance(raw := payload.get(kind), dict):
            return {"update_id": 0, kind: _salvage_message(raw, received_at)}
    if isinstance(raw := payload.get("callback_query"), dict) and isinstance(user := raw.get("from"), dict):
        query = {name: raw[name] for name in ("id", "data") if isinstance(raw.get(name), str)}
        return {"update_id": 0, "callback_query": {"id": "", "chat_instance": "", **query, "from": _salvage_user(user)}}
    raise Unreadable("nothing in it can be read")


def _salvage_message(raw: Mapping[str, Any], received_at: datetime) -> dict[str, Any]:
    chat, user = raw.get("chat"), raw.get("from")
    if not isinstance(chat, dict):
        raise Unreadable("a message without a chat")
    number = _number(chat.get("id"))
    text = next((value for name in ("text", "caption") if isinstance(value := raw.get(name), str) and value), None)
    lost = text is None or any(name in raw for name in TAKEN - {"text", "caption"})
    content = {**({"text": text} if text else {}), **({UNREADABLE: True} if lost else {})}
    message_id, date = raw.get("message_id"), raw.get("date")
    return {
        "message_id": message_id if isinstance(message_id, int) else 0,
        "date": date if _is_date(date) else int(received_at.timestamp()),
        "chat": {"id": number, "type": Chat.PRIVATE if number > 0 else Chat.SUPERGROUP},
        **({"from": _salvage_user(user)} if isinstance(user, dict) else {}),
        **content,
    }


def _is_date(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value < 253_402_300_000  # the year 9999


def _salvage_user(raw: Mapping[str, Any]) -> dict[str, Any]:
    names = {name: raw[name] for name in ("first_name", "last_name") if isinstance(raw.get(name), str)}
    language = raw.get("language_code")
    return {
        "id": _number(raw.get("id")),
        "is_bot": raw.get("is_bot") is True,
        "first_name": "",
        **names,
        **({"language_code": language} if isinstance(language, str) else {}),
    }
