"""chat.*: the app's messages."""

from typing import Any

from sandbox.slack import messages
from sandbox.slack.composing import MAX_UPDATE_TEXT, Composed, compose
from sandbox.slack.errors import SlackError, missing_scope
from sandbox.slack.methods.registry import Call, method
from sandbox.slack.shapes import message_json
from sandbox.slack.state import Channel, Message, Scheduled

Json = dict[str, Any]
_SCHEDULE_AHEAD = 120 * 24 * 3600


@method("chat.postMessage", scopes=("chat:write",))
def post_message(call: Call) -> Json:
    channel = _writable(call)
    message = _message(call, channel)
    thread_ts = _thread(call, channel)
    message.thread_ts = thread_ts
    message.broadcast = bool(thread_ts) and call.flag("reply_broadcast")
    if message.broadcast:
        message.subtype = "thread_broadcast"
    messages.post(call.workspace, message, via=call.method)
    shape = message_json(call.workspace, message, with_metadata=True)
    return {"channel": channel.id, "ts": message.ts, "message": shape}


@method("chat.postEphemeral", scopes=("chat:write",), tier=4)
def post_ephemeral(call: Call) -> Json:
    channel = call.member_channel(by_name=True)
    user = call.workspace.user(call.required("user"))
    if user.id not in channel.members:
        raise SlackError("user_not_in_channel")
    message = _message(call, channel)
    message.ephemeral_to = user.id
    message.thread_ts = _thread(call, channel)
    messages.post_ephemeral(call.workspace, message, via=call.method)
    return {"message_ts": message.ts}


@method("chat.update", scopes=("chat:write",))
def update(call: Call) -> Json:
    channel = call.channel()
    message = call.workspace.message(channel.id, call.required("ts"))
    if not message.by_app or message.subtype == "tombstone":
        raise SlackError("cant_update_message")
    if channel.archived:
        raise SlackError("is_archived")
    composed = _composed(call, maximum=MAX_UPDATE_TEXT)
    if composed.text is None and composed.blocks is None and composed.attachments is None:
        raise SlackError("no_text")
    given: Json = {"text": composed.text, "blocks": composed.blocks, "attachments": composed.attachments}
    fields = {name: value for name, value in given.items() if value is not None}
    if composed.metadata is not None:
        fields["metadata"] = composed.metadata
    if not any(fields.get(name, getattr(message, name)) for name in ("text", "blocks", "attachments", "files")):
        raise SlackError("no_text")
    messages.edit(call.workspace, message, call.workspace.bot_user.id, via=call.method, **fields)
    shape = message_json(call.workspace, message, with_metadata=True)
    return {"channel": channel.id, "ts": message.ts, "text": message.text, "message": shape}


@method("chat.delete", scopes=("chat:write",))
def delete(call: Call) -> Json:
    channel = call.channel()
    message = call.workspace.message(channel.id, call.required("ts"))
    if not message.by_app or message.subtype == "tombstone":
        raise SlackError("cant_delete_message")
    messages.delete(call.workspace, message, via=call.method)
    return {"channel": channel.id, "ts": message.ts}


@method("chat.getPermalink", tier=4)
def get_permalink(call: Call) -> Json:
    channel = call.channel()
    message = call.workspace.message(channel.id, call.required("message_ts"))
    link = f"https://{call.workspace.domain}.slack.com/archives/{channel.id}/p{message.ts.replace('.', '')}"
    if message.thread_ts and message.thread_ts != message.ts:
        link += f"?thread_ts={message.thread_ts}&cid={channel.id}"
    return {"channel": channel.id, "permalink": link}


@method("chat.scheduleMessage", scopes=("chat:write",))
def schedule_message(call: Call) -> Json:
    channel = _writable(call)
    now = int(call.workspace.clock.now())
    post_at = call.number("post_at", 0)
    if post_at <= now:
        raise SlackError("time_in_past")
    if post_at > now + _SCHEDULE_AHEAD:
        raise SlackError("time_too_far")
    draft = _message(call, channel)
    scheduled = Scheduled(
        id=call.workspace.ids.mint("Q"),
        channel=channel.id,
        post_at=post_at,
        content=dict(call.arguments),
        created=now,
    )
    call.workspace.scheduled[scheduled.id] = scheduled
    shape: Json = {"text": draft.text, "type": "delayed_message", "subtype": "bot_message", "bot_id": _bot_id(call)}
    if draft.metadata is not None:
        shape["metadata"] = draft.metadata
    return {"channel": channel.id, "scheduled_message_id": scheduled.id, "post_at": post_at, "message": shape}


@method("chat.scheduledMessages.list")
def scheduled_messages(call: Call) -> Json:
    wanted = call.text("channel")
    found = [
        {
            "id": one.id,
            "channel_id": one.channel,
            "post_at": one.post_at,
            "date_created": one.created,
            "text": str(one.content.get("text", "")),
        }
        for one in call.workspace.scheduled.values()
        if not wanted or one.channel == wanted
    ]
    return {"scheduled_messages": found, "response_metadata": {"next_cursor": ""}}


@method("chat.deleteScheduledMessage", scopes=("chat:write",))
def delete_scheduled(call: Call) -> Json:
    if call.workspace.scheduled.pop(call.required("scheduled_message_id"), None) is None:
        raise SlackError("invalid_scheduled_message_id")
    return {}


def _bot_id(call: Call) -> str:
    return call.workspace.bot_user.bot_id


def _writable(call: Call) -> Channel:
    """Where the app may post: a channel by id or name, or a member's id for a direct message."""
    workspace = call.workspace
    wanted = call.required("channel")
    if wanted in workspace.users:
        if wanted == workspace.bot_user.id or workspace.users[wanted].bot_id:
            raise SlackError("cannot_dm_bot")
        return workspace.conversation_with(wanted)
    channel = call.channel(by_name=True)
    if channel.archived:
        raise SlackError("is_archived")
    outside = workspace.bot_user.id not in channel.members
    if outside and "chat:write.public" not in workspace.manifest.scopes:
        raise SlackError("not_in_channel")
    return channel


def _composed(call: Call, maximum: int | None = None) -> Composed:
    composed = compose(call.workspace, call.arguments, maximum=maximum)
    call.warnings += composed.warnings
    return composed


def _message(call: Call, channel: Channel) -> Message:
    composed = _composed(call)
    if composed.empty:
        raise SlackError("no_text")
    message = Message(
        ts=call.workspace.clock.timestamp(),
        channel=channel.id,
        author=call.workspace.bot_user.id,
        text=composed.text or "",
        by_app=True,
        blocks=composed.blocks or [],
        attachments=composed.attachments or [],
        metadata=composed.metadata,
        unfurls=call.flag("unfurl_links") or call.flag("unfurl_media", default=True),
    )
    if any(call.text(name) for name in ("username", "icon_url", "icon_emoji")):
        if "chat:write.customize" not in call.workspace.manifest.scopes:
            raise missing_scope("chat:write.customize", call.workspace.manifest.scopes)
        message.username = call.text("username") or call.workspace.bot_user.name
        message.icons = {"emoji": call.text("icon_emoji")} if call.text("icon_emoji") else {}
    return message


def _thread(call: Call, channel: Channel) -> str:
    """The root that a reply belongs to. Raises SlackError thread_not_found, cannot_reply_to_message."""
    thread_ts = call.text("thread_ts")
    if not thread_ts:
        return ""
    root = channel.messages.get(thread_ts)
    if root is None:
        raise SlackError("thread_not_found")
    if root.thread_ts not in {"", root.ts}:
        raise SlackError("cannot_reply_to_message")
    return thread_ts
