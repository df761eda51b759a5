"""deleteMessage(s), pins and reactions: what happens to messages that are already there."""

from sandbox.telegram.access import Access, chat_of, find_message, message_of
from sandbox.telegram.calls import Call, method
from sandbox.telegram.chats import Chat, Message
from sandbox.telegram.errors import bad_request
from sandbox.telegram.identity import Json
from sandbox.telegram.incoming import arrive
from sandbox.telegram.methods.copying import message_ids

_DELETABLE_SECONDS = 48 * 3600
_MAX_REACTIONS = 1


@method("deleteMessage")
def delete_message(call: Call) -> bool:
    """Delete a message within 48 hours of its sending; in groups only the bot's own, unless it may delete others'."""
    if not call.arguments.given("chat_id"):
        raise bad_request("Chat identifier is not specified")
    message = message_of(call, "message to delete", Access.WRITE)
    if not _deletable(call, message):
        raise bad_request("message can't be deleted for everyone")
    remove(call, message)
    return True


@method("deleteMessages")
def delete_messages(call: Call) -> bool:
    """Delete up to 100 messages; those that are not there are skipped."""
    numbers = message_ids(call)
    chat = chat_of(call, Access.WRITE)
    for message in [message for number in numbers if (message := chat.messages.get(number)) is not None]:
        if _deletable(call, message):
            remove(call, message)
    return True


def _deletable(call: Call, message: Message) -> bool:
    chat = message.chat
    may_all = not chat.private and may(call, chat, "can_delete_messages")
    if may_all and chat.own_numbering:
        return True
    if call.network.now() - message.date >= _DELETABLE_SECONDS:
        return False
    own = message.sender is call.bot.user or message.sender is None
    return chat.private or own or may_all


def remove(call: Call, message: Message) -> None:
    """Take a message out of its chat."""
    message.deleted = True
    message.chat.messages.pop(message.id, None)
    if message.id in message.chat.pinned:
        message.chat.pinned.remove(message.id)
    call.network.changes.note("deleted", call.bot.id, message.chat.id, message.id)


def may(call: Call, chat: Chat, right: str) -> bool:
    """Whether the bot has this right in a group or channel."""
    membership = chat.members.get(call.bot.id)
    if membership is None:
        return False
    return membership.status == "creator" or (membership.status == "administrator" and right in membership.rights)


def _check_pinning(call: Call, chat: Chat) -> None:
    right = "can_edit_messages" if chat.type == "channel" else "can_pin_messages"
    open_group = chat.type == "group" and chat.permissions is None
    if not (chat.private or open_group or may(call, chat, right)):
        raise bad_request("not enough rights to manage pinned messages in the chat")


@method("pinChatMessage")
def pin_chat_message(call: Call) -> bool:
    """Pin a message; the chat and the bot get a service message about it."""
    message = message_of(call, "message to pin", Access.WRITE)
    chat = message.chat
    _check_pinning(call, chat)
    if message.id in chat.pinned:
        chat.pinned.remove(message.id)
    chat.pinned.append(message.id)
    sender = None if chat.type == "channel" else call.bot.user
    arrive(call.bot, chat, sender, {"pinned_message": message.shown(with_reply=False)})
    call.network.changes.note("pinned", call.bot.id, chat.id, message.id)
    return True


@method("unpinChatMessage")
def unpin_chat_message(call: Call) -> bool:
    """Unpin one message, or the latest when none is named."""
    chat = chat_of(call, Access.WRITE)
    _check_pinning(call, chat)
    number = call.arguments.integer("message_id")
    if number:
        find_message(chat, number, "message to unpin")
    elif not chat.pinned:
        raise bad_request("message to unpin not found")
    unpinned = number or chat.pinned[-1]
    if unpinned in chat.pinned:
        chat.pinned.remove(unpinned)
    call.network.changes.note("pinned", call.bot.id, chat.id, unpinned)
    return True


@method("unpinAllChatMessages")
def unpin_all_chat_messages(call: Call) -> bool:
    """Unpin everything."""
    chat = chat_of(call, Access.WRITE)
    _check_pinning(call, chat)
    chat.pinned.clear()
    call.network.changes.note("pinned", call.bot.id, chat.id)
    return True


@method("setMessageReaction")
def set_message_reaction(call: Call) -> bool:
    """Set or clear the bot's one reaction to a message."""
    reactions = call.arguments.decoded("reaction", "reaction types") or []
    if not isinstance(reactions, list):
        raise bad_request("Expected an Array of ReactionType")
    kept = [_reaction(item) for item in reactions]
    message = message_of(call, "message to react", Access.READ)
    if len(kept) > _MAX_REACTIONS:
        raise bad_request("REACTIONS_TOO_MANY")
    if kept:
        message.reactions[call.bot.id] = kept
    else:
        message.reactions.pop(call.bot.id, None)
    call.network.changes.note("reaction", call.bot.id, message.chat.id, message.id)
    return True


def _reaction(item: object) -> Json:
    if not isinstance(item, dict):
        raise bad_request("Can't parse ReactionType: expected an Object")
    if item.get("type") == "emoji" and item.get("emoji"):
        if str(item["emoji"]).isascii():
            raise bad_request("REACTION_INVALID")
        return {"type": "emoji", "emoji": str(item["emoji"])}
    if item.get("type") == "custom_emoji" and item.get("custom_emoji_id"):
        return {"type": "custom_emoji", "custom_emoji_id": str(item["custom_emoji_id"])}
    raise bad_request("Can't parse ReactionType: invalid reaction type specified")
