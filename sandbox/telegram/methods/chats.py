"""getChat and what a bot may set about a chat."""

from sandbox.telegram.access import Access, chat_of
from sandbox.telegram.calls import Call, method
from sandbox.telegram.chats import Chat
from sandbox.telegram.entities import utf16_length
from sandbox.telegram.errors import bad_request
from sandbox.telegram.identity import PERMISSIONS, Json, Membership
from sandbox.telegram.incoming import arrive, membership_update
from sandbox.telegram.methods.deleting import may

_NO_GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


@method("getChat")
def get_chat(call: Call) -> Json:
    """The chat as ChatFullInfo."""
    chat = chat_of(call, Access.READ)
    full: Json = {
        **chat.shown(),
        "accent_color_id": abs(chat.id) % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(_NO_GIFTS, False),
    }
    if chat.username:
        full["active_usernames"] = [chat.username]
    if chat.description:
        full["description"] = chat.description
    pinned = chat.messages.get(chat.pinned[-1]) if chat.pinned else None
    if pinned is not None:
        full["pinned_message"] = pinned.shown(with_reply=False)
    if chat.type in ("group", "supergroup"):
        granted = frozenset(PERMISSIONS) if chat.permissions is None else chat.permissions
        full["permissions"] = {name: name in granted for name in PERMISSIONS}
    return full


@method("leaveChat")
def leave_chat(call: Call) -> bool:
    """Leave a group or channel."""
    chat = chat_of(call, Access.READ)
    if chat.private:
        raise bad_request("chat member status can't be changed in private chats")
    old = chat.members.get(call.bot.id)
    new = Membership(user=call.bot.user, status="left")
    chat.members[call.bot.id] = new
    if old is not None and old.inside:
        membership_update(call.bot, chat, call.bot.user, old, new)
    return True


def _group(call: Call, right: str, refusal: str) -> Chat:
    chat = chat_of(call, Access.WRITE)
    if chat.private:
        raise bad_request(refusal)
    if not may(call, chat, right):
        raise bad_request(refusal)
    return chat


@method("setChatTitle")
def set_chat_title(call: Call) -> bool:
    """Rename a group or channel: 1-128 characters."""
    title = call.arguments.text("title").strip()
    chat = _group(call, "can_change_info", "not enough rights to change chat title")
    if not title:
        raise bad_request("title must be non-empty")
    if utf16_length(title) > 128:
        raise bad_request("chat title is too long")
    if title == chat.title:
        raise bad_request("chat title is not modified")
    chat.title = title
    chat.changed()
    sender = None if chat.type == "channel" else call.bot.user
    arrive(call.bot, chat, sender, {"new_chat_title": title})
    return True


@method("setChatDescription")
def set_chat_description(call: Call) -> bool:
    """Describe a group or channel: 0-255 characters."""
    description = call.arguments.text("description").strip()
    chat = _group(call, "can_change_info", "not enough rights to change chat description")
    if utf16_length(description) > 255:
        raise bad_request("chat description is too long")
    if description == (chat.description or ""):
        raise bad_request("chat description is not modified")
    chat.description = description or None
    call.network.changes.note("chat", call.bot.id, chat.id)
    return True


@method("setChatPermissions")
def set_chat_permissions(call: Call) -> bool:
    """Say what ordinary members may do."""
    permissions = call.arguments.decoded("permissions", "permissions")
    if not isinstance(permissions, dict):
        raise bad_request("Object expected as permissions")
    chat = _group(call, "can_restrict_members", "not enough rights to change chat permissions")
    chat.permissions = frozenset(name for name in PERMISSIONS if permissions.get(name) is True)
    return True
