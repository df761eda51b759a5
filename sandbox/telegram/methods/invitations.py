"""Invite links of groups and channels: made, changed and revoked; nobody joins by them yet."""

from sandbox.telegram.access import Access, chat_of
from sandbox.telegram.calls import Call, method
from sandbox.telegram.chats import Chat
from sandbox.telegram.errors import bad_request
from sandbox.telegram.identity import Json
from sandbox.telegram.methods.deleting import may

_REFUSAL = "not enough rights to manage chat invite link"


def _chat(call: Call) -> Chat:
    chat = chat_of(call, Access.WRITE)
    if chat.private or not may(call, chat, "can_invite_users"):
        raise bad_request(_REFUSAL)
    return chat


def _fresh(call: Call) -> str:
    return f"https://t.me/+{call.bot.next_query_id()}"


def _settings(call: Call) -> Json:
    arguments = call.arguments
    settings: Json = {"creates_join_request": arguments.flag("creates_join_request")}
    limit = arguments.integer("member_limit", 0, 0, 99_999)
    if limit and settings["creates_join_request"]:
        raise bad_request("member limit can't be specified for links requiring administrator approval")
    if len(arguments.text("name")) > 32:
        raise bad_request("INVITE_LINK_NAME_INVALID")
    for name, value in (("name", arguments.text("name")), ("expire_date", arguments.integer("expire_date", 0, 0))):
        if value:
            settings[name] = value
    return {**settings, "member_limit": limit} if limit else settings


def _known(call: Call, chat: Chat) -> Json:
    link = chat.invite_links.get(call.arguments.text("invite_link"))
    if link is None:
        raise bad_request("INVITE_HASH_EXPIRED")
    return link


@method("exportChatInviteLink")
def export_chat_invite_link(call: Call) -> str:
    """A fresh primary link; the old one no longer works."""
    chat = _chat(call)
    for link in chat.invite_links.values():
        if link["is_primary"]:
            link["is_revoked"] = True
    return str(_add(call, chat, {"creates_join_request": False}, primary=True)["invite_link"])


@method("createChatInviteLink")
def create_chat_invite_link(call: Call) -> Json:
    """A further link with its own name, end and limit."""
    settings = _settings(call)
    return _add(call, _chat(call), settings, primary=False)


def _add(call: Call, chat: Chat, settings: Json, *, primary: bool) -> Json:
    owner = {"creator": call.bot.user.shown(), "is_primary": primary, "is_revoked": False}
    link: Json = {"invite_link": _fresh(call), **owner, **settings}
    chat.invite_links[link["invite_link"]] = link
    return link


@method("editChatInviteLink")
def edit_chat_invite_link(call: Call) -> Json:
    """Change a link that is not the primary one."""
    settings = _settings(call)
    link = _known(call, _chat(call))
    for name in ("name", "expire_date", "member_limit"):
        link.pop(name, None)
    link.update(settings)
    return link


@method("revokeChatInviteLink")
def revoke_chat_invite_link(call: Call) -> Json:
    """End a link."""
    link = _known(call, _chat(call))
    link["is_revoked"] = True
    return link
