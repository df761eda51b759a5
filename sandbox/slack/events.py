"""Events API: wrap an event as Slack does and send it when the app subscribed to it, may see it, and is there."""

from typing import Any

from sandbox.slack.state import Channel, Workspace

Json = dict[str, Any]

_MESSAGE_SCOPE = {"channel": "channels:history", "group": "groups:history", "im": "im:history"}
_MESSAGE_SUBSCRIPTION = {"channel": "message.channels", "group": "message.groups", "im": "message.im"}
_SCOPES: dict[str, frozenset[str]] = {
    "app_mention": frozenset({"app_mentions:read"}),
    "member_joined_channel": frozenset({"channels:read", "groups:read"}),
    "member_left_channel": frozenset({"channels:read", "groups:read"}),
    "reaction_added": frozenset({"reactions:read"}),
    "reaction_removed": frozenset({"reactions:read"}),
    "pin_added": frozenset({"pins:read"}),
    "pin_removed": frozenset({"pins:read"}),
    "file_shared": frozenset({"files:read"}),
    "file_deleted": frozenset({"files:read"}),
    "team_join": frozenset({"users:read"}),
    "user_change": frozenset({"users:read"}),
    **{f"channel_{verb}": frozenset({"channels:read"}) for verb in ("archive", "created", "rename", "unarchive")},
    **{f"group_{verb}": frozenset({"groups:read"}) for verb in ("archive", "rename", "unarchive")},
    **{f"subteam_{verb}": frozenset({"usergroups:read"}) for verb in ("created", "updated", "members_changed")},
}


def publish(workspace: Workspace, event: Json, channel: Channel | None = None) -> None:
    """Send an event whose subscription is its type; one about a `channel` only while the bot is a member of it."""
    kind = event["type"]
    allowed = _SCOPES.get(kind)
    scoped = allowed is None or bool(allowed & workspace.manifest.scopes)
    if kind in workspace.manifest.events and scoped and _present(workspace, channel):
        _send(workspace, event)


def publish_message(workspace: Workspace, event: Json, channel: Channel) -> None:
    """Send a message event (a new message or any subtype) under message.channels, .groups or .im."""
    kind = channel.kind
    subscribed = _MESSAGE_SUBSCRIPTION[kind] in workspace.manifest.events
    if subscribed and _MESSAGE_SCOPE[kind] in workspace.manifest.scopes and _present(workspace, channel):
        _send(workspace, {**event, "channel": channel.id, "channel_type": kind})


def _present(workspace: Workspace, channel: Channel | None) -> bool:
    return channel is None or workspace.bot_user.id in channel.members


def _send(workspace: Workspace, event: Json) -> None:
    event.setdefault("event_ts", workspace.clock.timestamp())
    authorization = {
        "enterprise_id": None,
        "team_id": workspace.team_id,
        "user_id": workspace.bot_user.id,
        "is_bot": True,
        "is_enterprise_install": False,
    }
    workspace.deliveries.send_event(
        {
            "token": workspace.verification_token,
            "team_id": workspace.team_id,
            "context_team_id": workspace.team_id,
            "context_enterprise_id": None,
            "api_app_id": workspace.app_id,
            "event": event,
            "type": "event_callback",
            "event_id": workspace.ids.mint("Ev"),
            "event_time": int(workspace.clock.now()),
            "authorizations": [authorization],
            "is_ext_shared_channel": False,
            "event_context": f"4-{workspace.ids.mint('', 40).lower()}",
        }
    )
