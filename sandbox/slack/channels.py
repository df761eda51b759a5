"""What can be done to conversations, by members and by the app alike. Each deed tells its event and its message."""

import re
from typing import Any

from sandbox.slack.errors import SlackError
from sandbox.slack.events import publish
from sandbox.slack.messages import post
from sandbox.slack.state import Channel, Message, Workspace

Json = dict[str, Any]
_NAME = re.compile(r"[\w\-]{1,80}")


def checked_name(workspace: Workspace, name: str) -> str:
    """A name that a channel may take. Raises SlackError invalid_name_*, name_taken."""
    if not name:
        raise SlackError("invalid_name_required")
    if len(name) > 80:
        raise SlackError("invalid_name_maxlength")
    if not _NAME.fullmatch(name) or name != name.lower():
        raise SlackError("invalid_name_specials")
    if any(channel.name == name for channel in workspace.channels.values()):
        raise SlackError("name_taken")
    return name


def create(workspace: Workspace, name: str, creator: str, *, is_private: bool = False) -> Channel:
    """A new channel whose only member is its creator."""
    channel = Channel(
        id=workspace.ids.mint("C"),
        name=checked_name(workspace, name),
        creator=creator,
        created=int(workspace.clock.now()),
        is_private=is_private,
        members={creator: None},
    )
    workspace.channels[channel.id] = channel
    if not is_private:
        about = {"id": channel.id, "name": name, "created": channel.created, "creator": creator, "is_channel": True}
        publish(workspace, {"type": "channel_created", "channel": about})
    workspace.changes.note("channel", channel=channel.id)
    return channel


def join(workspace: Workspace, channel: Channel, user: str, *, inviter: str = "") -> None:
    """Make somebody a member (nothing happens when they are one already)."""
    if channel.archived:
        raise SlackError("is_archived")
    if user in channel.members:
        return
    channel.members[user] = None
    details = {"inviter": inviter} if inviter else {}
    _say(workspace, channel, user, "channel_join", f"<@{user}> has joined the channel", details)
    event = {
        "type": "member_joined_channel",
        "user": user,
        "channel": channel.id,
        "channel_type": "G" if channel.is_private else "C",
        "team": workspace.team_id,
        **details,
    }
    publish(workspace, event, channel)
    workspace.changes.note("channel", channel=channel.id, user=user)


def leave(workspace: Workspace, channel: Channel, user: str) -> None:
    """End a membership. The bot no longer hears of the channel once it is out itself."""
    event = {
        "type": "member_left_channel",
        "user": user,
        "channel": channel.id,
        "channel_type": "G" if channel.is_private else "C",
        "team": workspace.team_id,
    }
    publish(workspace, event, channel)
    channel.members.pop(user, None)
    _say(workspace, channel, user, "channel_leave", f"<@{user}> has left the channel", {})
    workspace.changes.note("channel", channel=channel.id, user=user)


def rename(workspace: Workspace, channel: Channel, name: str, user: str) -> None:
    """Give a channel another name."""
    old, channel.name = channel.name, checked_name(workspace, name)
    channel.previous_names.insert(0, old)
    kind = "group" if channel.is_private else "channel"
    text = f'has renamed the channel from "{old}" to "{name}"'
    _say(workspace, channel, user, f"{kind}_name", text, {"old_name": old, "name": name})
    about = {
        "id": channel.id,
        "name": name,
        "name_normalized": name,
        "created": channel.created,
        "is_channel": not channel.is_private,
        "is_mpim": False,
    }
    publish(workspace, {"type": f"{kind}_rename", "channel": about}, channel)
    workspace.changes.note("channel", channel=channel.id)


def set_archived(workspace: Workspace, channel: Channel, user: str, *, archived: bool) -> None:
    """Archive a channel, or open it again."""
    verb = "archive" if archived else "unarchive"
    kind = "group" if channel.is_private else "channel"
    if archived:
        _say(workspace, channel, user, f"{kind}_archive", "archived the channel", {"members": list(channel.members)})
    channel.archived = archived
    publish(workspace, {"type": f"{kind}_{verb}", "channel": channel.id, "user": user}, channel)
    workspace.changes.note("channel", channel=channel.id)


def describe(workspace: Workspace, channel: Channel, user: str, what: str, value: str) -> None:
    """Set `what` ("topic" or "purpose") to a value of up to 250 characters."""
    if len(value) > 250:
        raise SlackError("too_long")
    setattr(channel, what, {"value": value, "creator": user, "last_set": int(workspace.clock.now())})
    kind = "group" if channel.is_private else "channel"
    _say(workspace, channel, user, f"{kind}_{what}", f"set the channel {what}: {value}", {what: value})
    workspace.changes.note("channel", channel=channel.id)


def _say(workspace: Workspace, channel: Channel, user: str, subtype: str, text: str, details: Json) -> None:
    ts = workspace.clock.timestamp()
    message = Message(ts=ts, channel=channel.id, author=user, text=text, subtype=subtype, details=details)
    post(workspace, message)
