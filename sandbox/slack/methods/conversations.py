"""conversations.*: channels and direct messages, their members and settings."""

from typing import Any

from sandbox.slack import channels
from sandbox.slack.errors import SlackError, missing_scope
from sandbox.slack.methods.pages import page
from sandbox.slack.methods.registry import Call, method
from sandbox.slack.shapes import channel_json
from sandbox.slack.state import Channel

Json = dict[str, Any]

_KINDS = {"public_channel": "channel", "private_channel": "group", "im": "im", "mpim": "mpim"}
_READ_SCOPE = {
    "public_channel": "channels:read",
    "private_channel": "groups:read",
    "im": "im:read",
    "mpim": "mpim:read",
}
_ANY_READ = ("channels:read", "groups:read", "im:read", "mpim:read")
_ANY_WRITE = ("channels:manage", "groups:write", "im:write", "mpim:write")


def visible(call: Call) -> list[Channel]:
    """The conversations of the wanted `types` that the app can see. Raises SlackError invalid_types, missing_scope."""
    types = call.listing("types") or ["public_channel"]
    for kind in types:
        if kind not in _KINDS:
            raise SlackError("invalid_types")
        if _READ_SCOPE[kind] not in call.workspace.manifest.scopes:
            raise missing_scope(_READ_SCOPE[kind], call.workspace.manifest.scopes)
    wanted = {_KINDS[kind] for kind in types}
    hide_archived = call.flag("exclude_archived")
    bot = call.workspace.bot_user.id
    return [
        channel
        for channel in call.workspace.channels.values()
        if channel.kind in wanted
        and (channel.kind == "channel" or bot in channel.members)
        and not (hide_archived and channel.archived)
    ]


@method("conversations.list", scopes=_ANY_READ, tier=2)
def list_conversations(call: Call) -> Json:
    entries, cursor = page(call, visible(call))
    shapes = [_listed(call, channel) for channel in entries]
    return {"channels": shapes, "response_metadata": {"next_cursor": cursor}}


def _listed(call: Call, channel: Channel) -> Json:
    shape = channel_json(call.workspace, channel)
    return shape if channel.im_user else {**shape, "num_members": len(channel.members)}


@method("conversations.info", scopes=_ANY_READ)
def info(call: Call) -> Json:
    channel = call.channel()
    call.need_for(channel, "read")
    shape = channel_json(call.workspace, channel)
    if call.workspace.bot_user.id in channel.members:
        shape["last_read"] = channel.last_read
    if call.flag("include_num_members"):
        shape["num_members"] = len(channel.members)
    return {"channel": shape}


@method("conversations.create", scopes=_ANY_WRITE, tier=2)
def create(call: Call) -> Json:
    is_private = call.flag("is_private")
    call.need("groups:write" if is_private else "channels:manage")
    channel = channels.create(
        call.workspace, call.text("name").removeprefix("#"), call.workspace.bot_user.id, is_private=is_private
    )
    return {"channel": channel_json(call.workspace, channel)}


@method("conversations.join", scopes=("channels:join",))
def join(call: Call) -> Json:
    channel = call.channel()
    if channel.kind != "channel":
        raise SlackError("method_not_supported_for_channel_type")
    bot = call.workspace.bot_user.id
    already = bot in channel.members
    channels.join(call.workspace, channel, bot)
    if already:
        call.warnings.append("already_in_channel")
    return {"channel": channel_json(call.workspace, channel)}


@method("conversations.invite", scopes=("channels:manage", "groups:write", "channels:write.invites"))
def invite(call: Call) -> Json:
    channel = call.member_channel()
    if channel.archived:
        raise SlackError("is_archived")
    users = call.listing("users")
    if not users:
        raise SlackError("no_user")
    errors = [
        {"user": user, "ok": False, "error": error} for user in users if (error := _invite_error(call, channel, user))
    ]
    if errors:
        raise SlackError(str(errors[0]["error"]), errors=errors)
    for user in users:
        channels.join(call.workspace, channel, user, inviter=call.workspace.bot_user.id)
    return {"channel": channel_json(call.workspace, channel)}


def _invite_error(call: Call, channel: Channel, user: str) -> str:
    if user == call.workspace.bot_user.id:
        return "cant_invite_self"
    if user not in call.workspace.users:
        return "user_not_found"
    return "already_in_channel" if user in channel.members else ""


@method("conversations.kick", scopes=("channels:manage", "groups:write"))
def kick(call: Call) -> Json:
    channel = call.member_channel()
    user = call.workspace.user(call.required("user"))
    if user.id == call.workspace.bot_user.id:
        raise SlackError("cant_kick_self")
    if channel.is_general:
        raise SlackError("cant_kick_from_general")
    if user.id not in channel.members:
        raise SlackError("not_in_channel")
    channels.leave(call.workspace, channel, user.id)
    return {"errors": {}}


@method("conversations.leave", scopes=_ANY_WRITE)
def leave(call: Call) -> Json:
    channel = call.channel()
    if channel.is_general:
        raise SlackError("cant_leave_general")
    if call.workspace.bot_user.id not in channel.members:
        return {"not_in_channel": True}
    channels.leave(call.workspace, channel, call.workspace.bot_user.id)
    return {}


@method("conversations.members", scopes=_ANY_READ, tier=4)
def members(call: Call) -> Json:
    channel = call.channel()
    call.need_for(channel, "read")
    entries, cursor = page(call, list(channel.members))
    return {"members": entries, "response_metadata": {"next_cursor": cursor}}


@method("conversations.open", scopes=("im:write", "mpim:write"))
def open_conversation(call: Call) -> Json:
    users = call.listing("users")
    if call.text("channel"):
        channel = call.channel()
    elif len(users) != 1:
        raise SlackError("users_list_not_supplied" if not users else "not_enough_users")
    else:
        user = call.workspace.user(users[0])
        if user.bot_id:
            raise SlackError("cannot_dm_bot")
        if user.deleted:
            raise SlackError("user_disabled")
        channel = call.workspace.conversation_with(user.id)
    shape = channel_json(call.workspace, channel) if call.flag("return_im") else {"id": channel.id}
    return {"no_op": True, "already_open": True, "channel": shape}


@method("conversations.rename", scopes=("channels:manage", "groups:write"), tier=2)
def rename(call: Call) -> Json:
    channel = call.member_channel()
    if channel.creator != call.workspace.bot_user.id:
        raise SlackError("not_authorized")
    channels.rename(call.workspace, channel, call.text("name").removeprefix("#"), call.workspace.bot_user.id)
    return {"channel": channel_json(call.workspace, channel)}


@method("conversations.archive", scopes=("channels:manage", "groups:write"), tier=2)
def archive(call: Call) -> Json:
    return _set_archived(call, archived=True)


@method("conversations.unarchive", scopes=("channels:manage", "groups:write"), tier=2)
def unarchive(call: Call) -> Json:
    return _set_archived(call, archived=False)


def _set_archived(call: Call, *, archived: bool) -> Json:
    channel = call.member_channel()
    if channel.is_general:
        raise SlackError("cant_archive_general")
    if channel.archived == archived:
        raise SlackError("already_archived" if archived else "not_archived")
    channels.set_archived(call.workspace, channel, call.workspace.bot_user.id, archived=archived)
    return {}


@method("conversations.setTopic", scopes=("channels:manage", "groups:write", "channels:write.topic"), tier=2)
def set_topic(call: Call) -> Json:
    return _describe(call, "topic")


@method("conversations.setPurpose", scopes=("channels:manage", "groups:write", "channels:write.topic"), tier=2)
def set_purpose(call: Call) -> Json:
    return _describe(call, "purpose")


def _describe(call: Call, what: str) -> Json:
    channel = call.member_channel()
    if channel.archived:
        raise SlackError("is_archived")
    channels.describe(call.workspace, channel, call.workspace.bot_user.id, what, call.text(what))
    return {"channel": channel_json(call.workspace, channel)}
