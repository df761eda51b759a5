"""users.*, dnd.*: people as the app may see them."""

from typing import Any

from sandbox.slack.errors import SlackError, missing_scope
from sandbox.slack.methods.conversations import visible
from sandbox.slack.methods.pages import page
from sandbox.slack.methods.registry import Call, method
from sandbox.slack.shapes import channel_json, profile_json, user_json
from sandbox.slack.state import User

Json = dict[str, Any]


def _user(call: Call) -> Json:
    user = call.workspace.user(call.required("user"))
    shape = user_json(call.workspace, user)
    return {**shape, **({"locale": user.locale} if call.flag("include_locale") else {})}


@method("users.info", scopes=("users:read",), tier=4)
def info(call: Call) -> Json:
    return {"user": _user(call)}


@method("users.list", scopes=("users:read",), tier=2)
def list_users(call: Call) -> Json:
    entries, cursor = page(call, list(call.workspace.users.values()), default=1000)
    return {
        "members": [user_json(call.workspace, user) for user in entries],
        "cache_ts": int(call.workspace.clock.now()),
        "response_metadata": {"next_cursor": cursor},
    }


@method("users.lookupByEmail", scopes=("users:read.email",))
def lookup_by_email(call: Call) -> Json:
    if "users:read" not in call.workspace.manifest.scopes:
        raise missing_scope("users:read", call.workspace.manifest.scopes)
    email = call.required("email").lower()
    for user in call.workspace.users.values():
        if user.email.lower() == email and not user.deleted:
            return {"user": user_json(call.workspace, user)}
    raise SlackError("users_not_found")


@method("users.profile.get", scopes=("users.profile:read",), tier=4)
def profile(call: Call) -> Json:
    user: User = call.workspace.user(call.text("user") or call.workspace.bot_user.id)
    return {"profile": profile_json(call.workspace, user)}


@method("users.conversations", scopes=("channels:read", "groups:read", "im:read", "mpim:read"))
def conversations(call: Call) -> Json:
    user = call.workspace.user(call.text("user") or call.workspace.bot_user.id)
    found = [channel for channel in visible(call) if user.id in channel.members]
    entries, cursor = page(call, found)
    shapes = [channel_json(call.workspace, channel) for channel in entries]
    return {"channels": shapes, "response_metadata": {"next_cursor": cursor}}


@method("users.getPresence", scopes=("users:read",))
def presence(call: Call) -> Json:
    user = call.workspace.user(call.text("user") or call.workspace.bot_user.id)
    return {"presence": "away" if user.away else "active"}


@method("dnd.info", scopes=("dnd:read",))
def dnd_info(call: Call) -> Json:
    call.workspace.user(call.text("user") or call.workspace.bot_user.id)
    return {"dnd_enabled": False, "next_dnd_start_ts": 1, "next_dnd_end_ts": 1}


@method("dnd.teamInfo", scopes=("dnd:read",), tier=2)
def dnd_team_info(call: Call) -> Json:
    quiet = {"dnd_enabled": False, "next_dnd_start_ts": 1, "next_dnd_end_ts": 1}
    return {"users": {call.workspace.user(user).id: dict(quiet) for user in call.listing("users")}}
