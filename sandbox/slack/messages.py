"""What can be done to messages, by members and by the app alike: post, edit, delete, react. Each tells its event."""

import copy
from typing import Any

from sandbox.slack.composing import compose
from sandbox.slack.errors import SlackError
from sandbox.slack.events import publish, publish_message
from sandbox.slack.journal import Ping, Post
from sandbox.slack.mrkdwn import pings_in_blocks, pings_of
from sandbox.slack.shapes import message_json
from sandbox.slack.state import Channel, Message, Scheduled, Workspace

Json = dict[str, Any]


def post(workspace: Workspace, message: Message, *, via: str = "") -> Message:
    """Keep a new message, send its events, and note it in the journal when the app wrote it (`via` its method)."""
    channel = workspace.channels[message.channel]
    channel.messages[message.ts] = message
    root = channel.messages.get(message.thread_ts) if message.thread_ts else None
    if message.thread_ts and message.thread_ts != message.ts:
        channel.threads.setdefault(message.thread_ts, []).append(message)
    if root is not None and not root.thread_ts:
        root.thread_ts = root.ts
    if message.by_app:
        _note(workspace, message, via)
    _announce(workspace, channel, message)
    workspace.changes.note("message", channel=channel.id, ts=message.ts, user=message.author)
    return message


def post_ephemeral(workspace: Workspace, message: Message, *, via: str) -> Message:
    """Show a message to one person only; nothing of it can be read back or updated by the app."""
    channel = workspace.channels[message.channel]
    channel.ephemerals.append(message)
    workspace.journal.ephemerals.append(_entry(workspace, message, via))
    _note_pings(workspace, message, via)
    workspace.changes.note("ephemeral", channel=channel.id, ts=message.ts, user=message.ephemeral_to)
    return message


def post_scheduled(workspace: Workspace, scheduled: Scheduled) -> Message:
    """Post what chat.scheduleMessage kept."""
    composed = compose(workspace, scheduled.content)
    message = Message(
        ts=workspace.clock.timestamp(),
        channel=scheduled.channel,
        author=workspace.bot_user.id,
        text=composed.text or "",
        by_app=True,
        blocks=composed.blocks or [],
        attachments=composed.attachments or [],
        thread_ts=str(scheduled.content.get("thread_ts") or ""),
    )
    return post(workspace, message, via="chat.scheduleMessage")


def edit(workspace: Workspace, message: Message, editor: str, *, via: str = "", **fields: Any) -> None:
    """Replace fields of a message (text, blocks, attachments, metadata, files), marking it as edited."""
    before = message_json(workspace, message)
    for name, value in fields.items():
        setattr(message, name, value)
    message.edited_ts, message.edited_by = workspace.clock.timestamp(), editor
    if message.by_app:
        workspace.journal.updates.append(_entry(workspace, message, via))
        _note_pings(workspace, message, via)
    _announce_change(workspace, message, before)


def delete(workspace: Workspace, message: Message, *, via: str = "") -> None:
    """Remove a message; a root with replies stays as a tombstone, as in Slack."""
    channel = workspace.channels[message.channel]
    before = message_json(workspace, message)
    if message.by_app:
        workspace.journal.deletions.append(_entry(workspace, message, via))
    if message.thread_ts == message.ts and workspace.replies(message):
        message.subtype, message.text = "tombstone", "This message was deleted."
        message.blocks, message.attachments, message.files, message.metadata = [], [], [], None
    else:
        del channel.messages[message.ts]
        if message in channel.threads.get(message.thread_ts, []):
            channel.threads[message.thread_ts].remove(message)
    channel.pins = [pin for pin in channel.pins if pin["ts"] != message.ts]
    ts = workspace.clock.timestamp()
    event = {
        "type": "message",
        "subtype": "message_deleted",
        "previous_message": before,
        "hidden": True,
        "deleted_ts": message.ts,
        "event_ts": ts,
        "ts": ts,
    }
    publish_message(workspace, event, channel)
    workspace.changes.note("deletion", channel=channel.id, ts=message.ts)


def react(workspace: Workspace, message: Message, user: str, name: str) -> None:
    """Add a reaction. Raises SlackError already_reacted, too_many_reactions."""
    users = message.reactions.get(name, [])
    if user in users:
        raise SlackError("already_reacted")
    if not users and len(message.reactions) >= 50:
        raise SlackError("too_many_emoji")
    message.reactions.setdefault(name, []).append(user)
    _announce_reaction(workspace, message, "reaction_added", user, name)


def unreact(workspace: Workspace, message: Message, user: str, name: str) -> None:
    """Take a reaction back. Raises SlackError no_reaction."""
    users = message.reactions.get(name, [])
    if user not in users:
        raise SlackError("no_reaction")
    users.remove(user)
    if not users:
        del message.reactions[name]
    _announce_reaction(workspace, message, "reaction_removed", user, name)


def announce_change(workspace: Workspace, message: Message, before: Json) -> None:
    """Send message_changed for a message that was changed in another way than edit()."""
    _announce_change(workspace, message, before)


def _announce(workspace: Workspace, channel: Channel, message: Message) -> None:
    event = {**copy.deepcopy(message_json(workspace, message)), "event_ts": message.ts}
    publish_message(workspace, event, channel)
    mentioned = ("user", workspace.bot_user.id) in set(pings_of(message.text))
    if mentioned and not message.by_app and not channel.im_user and message.subtype in {"", "file_share"}:
        mention = {key: value for key, value in event.items() if key not in {"subtype", "parent_user_id"}}
        publish(workspace, {**mention, "type": "app_mention", "channel": channel.id}, channel)


def _announce_change(workspace: Workspace, message: Message, before: Json) -> None:
    ts = workspace.clock.timestamp()
    event = {
        "type": "message",
        "subtype": "message_changed",
        "message": copy.deepcopy(message_json(workspace, message)),
        "previous_message": before,
        "hidden": True,
        "ts": ts,
        "event_ts": ts,
    }
    publish_message(workspace, event, workspace.channels[message.channel])
    workspace.changes.note("edit", channel=message.channel, ts=message.ts)


def _announce_reaction(workspace: Workspace, message: Message, kind: str, user: str, name: str) -> None:
    channel = workspace.channels[message.channel]
    event = {
        "type": kind,
        "user": user,
        "reaction": name,
        "item": {"type": "message", "channel": message.channel, "ts": message.ts},
        "item_user": message.author,
    }
    publish(workspace, event, channel)
    workspace.changes.note("reaction", channel=message.channel, ts=message.ts, user=user)


def _entry(workspace: Workspace, message: Message, via: str) -> Post:
    return Post(
        channel=message.channel,
        ts=message.ts,
        thread_ts=message.thread_ts,
        text=message.text,
        at=workspace.clock.monotonic(),
        via=via,
        user=message.ephemeral_to,
        unfurls=message.unfurls,
    )


def _note(workspace: Workspace, message: Message, via: str) -> None:
    workspace.journal.posts.append(_entry(workspace, message, via))
    _note_pings(workspace, message, via)


def _note_pings(workspace: Workspace, message: Message, via: str) -> None:
    found = [("text", ping) for ping in pings_of(message.text)]
    found += [("blocks", ping) for ping in pings_in_blocks(message.blocks)]
    found += [("attachments", ping) for ping in pings_in_blocks(message.attachments)]
    for where, (kind, target) in found:
        workspace.journal.pings.append(
            Ping(kind=kind, target=target, channel=message.channel, ts=message.ts, where=f"{via}:{where}")
        )
