"""Which chat a call means, and whether the bot may do there what it wants (Client.cpp, check_chat_access)."""

from enum import IntEnum

from sandbox.telegram.arguments import whole_number
from sandbox.telegram.calls import Call
from sandbox.telegram.chats import Chat, Message
from sandbox.telegram.errors import ApiError, bad_request, forbidden

_KIND_NAMES = {"group": "group", "supergroup": "supergroup", "channel": "channel"}


class Access(IntEnum):
    """What the bot wants to do in the chat."""

    READ = 1
    EDIT = 2
    WRITE = 3


def chat_of(call: Call, access: Access, name: str = "chat_id") -> Chat:
    """The chat named by the argument. Raises 400 chat not found, 400 with migrate_to_chat_id, 403."""
    return chat_behind(call, call.arguments.values.get(name), access)


def chat_behind(call: Call, value: object, access: Access) -> Chat:
    """The chat behind an id or @username."""
    if value in (None, ""):
        raise bad_request("chat_id is empty")
    if isinstance(value, str) and value.startswith("@"):
        chat = call.bot.chat_named(value)
    else:
        chat_id = whole_number(value)
        chat = call.bot.chats.get(chat_id)
        if chat is None and chat_id > 0:
            return _private(call, chat_id, access)
    if chat is None:
        raise bad_request("chat not found")
    check(call, chat, access)
    return chat


def _private(call: Call, chat_id: int, access: Access) -> Chat:
    if call.network.options.auto_chats:
        return call.bot.automatic_chat(chat_id)
    user = call.network.users.get(chat_id)
    if user is None or user.is_bot:
        if user is not None and user is not call.bot.user and access > Access.READ:
            raise forbidden("bots can't send messages to bots")
        raise bad_request("chat not found")
    raise (
        bad_request("chat not found")
        if access is Access.READ
        else forbidden("bot can't initiate conversation with a user")
    )


def check(call: Call, chat: Chat, access: Access) -> None:
    """Raise what Telegram answers when the bot has no such access to the chat."""
    if chat.user is not None:
        _check_private(chat, access)
        return
    if chat.migrated_to is not None and access is Access.WRITE:
        reason = "group chat was upgraded to a supergroup chat"
        raise bad_request(reason, migrate_to_chat_id=chat.migrated_to)
    if chat.deleted and access is Access.WRITE:
        raise forbidden("the group chat was deleted")
    refusal = _membership_refusal(call, chat, access)
    if refusal is not None:
        raise refusal


def _check_private(chat: Chat, access: Access) -> None:
    assert chat.user is not None
    if access is Access.READ:
        return
    if chat.user.deactivated:
        raise forbidden("user is deactivated")
    if access is Access.WRITE:
        if chat.blocked:
            raise forbidden("bot was blocked by the user")
        if not chat.started:
            raise forbidden("bot can't initiate conversation with a user")


def _membership_refusal(call: Call, chat: Chat, access: Access) -> ApiError | None:
    membership = chat.members.get(call.bot.id)
    status = membership.status if membership is not None else "left"
    name = _KIND_NAMES[chat.type]
    needs_membership = access > Access.READ or (chat.type != "group" and chat.username is None)
    if status == "kicked" and (access > Access.READ or chat.type != "group"):
        return forbidden(f"bot was kicked from the {name} chat")
    if status == "left" and needs_membership and chat.migrated_to is None:
        return forbidden(f"bot is not a member of the {name} chat")
    if access is Access.WRITE and chat.type == "channel" and status not in ("administrator", "creator"):
        return bad_request("need administrator rights in the channel chat")
    muted = membership is not None and status == "restricted" and "can_send_messages" not in membership.permissions
    if access is Access.WRITE and muted:
        return bad_request("not enough rights to send text messages to the chat")
    return None


def message_of(call: Call, what: str, access: Access, name: str = "message_id") -> Message:
    """The message named by chat_id and message_id. Raises 400 "`what` not found", and what chat_of raises."""
    arguments = call.arguments
    if not arguments.given("chat_id"):
        if arguments.given("inline_message_id"):
            raise bad_request("MESSAGE_ID_INVALID")
        raise bad_request("chat_id is empty" if arguments.given(name) else "Message identifier is not specified")
    chat = chat_of(call, access)
    return find_message(chat, arguments.integer(name), what)


def find_message(chat: Chat, message_id: int, what: str) -> Message:
    """The message of this chat. Raises 400 "`what` not found"."""
    if message_id <= 0:
        raise (
            bad_request("Message identifier is not specified") if message_id == 0 else bad_request(f"{what} not found")
        )
    message = chat.messages.get(message_id)
    if message is None:
        raise bad_request(f"{what} not found")
    return message
