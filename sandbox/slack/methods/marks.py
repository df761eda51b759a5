"""What is put on messages and channels: reactions.*, pins.*, bookmarks.*, emoji.list."""

import re
from typing import Any

from sandbox.slack import messages
from sandbox.slack.errors import SlackError
from sandbox.slack.events import publish
from sandbox.slack.methods.registry import Call, method
from sandbox.slack.shapes import message_json
from sandbox.slack.state import Message

Json = dict[str, Any]
_EMOJI = re.compile(r"[a-z0-9_+'\-]+(::skin-tone-[2-6])?")


def _target(call: Call) -> Message:
    channel = call.member_channel()
    return call.workspace.message(channel.id, call.required("timestamp"))


def _emoji(call: Call) -> str:
    name = call.required("name").strip(":")
    if not _EMOJI.fullmatch(name):
        raise SlackError("invalid_name")
    return name


@method("reactions.add", scopes=("reactions:write",))
def add_reaction(call: Call) -> Json:
    messages.react(call.workspace, _target(call), call.workspace.bot_user.id, _emoji(call))
    return {}


@method("reactions.remove", scopes=("reactions:write",), tier=2)
def remove_reaction(call: Call) -> Json:
    messages.unreact(call.workspace, _target(call), call.workspace.bot_user.id, _emoji(call))
    return {}


@method("reactions.get", scopes=("reactions:read",))
def get_reactions(call: Call) -> Json:
    message = _target(call)
    return {"type": "message", "channel": message.channel, "message": message_json(call.workspace, message)}


@method("pins.add", scopes=("pins:write",), tier=2)
def add_pin(call: Call) -> Json:
    message = _target(call)
    channel = call.workspace.channels[message.channel]
    if any(pin["ts"] == message.ts for pin in channel.pins):
        raise SlackError("already_pinned")
    pin = {"ts": message.ts, "created": int(call.workspace.clock.now()), "created_by": call.workspace.bot_user.id}
    channel.pins.append(pin)
    event = {
        "type": "pin_added",
        "user": pin["created_by"],
        "channel_id": channel.id,
        "item": _pin_item(call, channel.id, pin),
        "item_user": message.author,
        "pin_count": len(channel.pins),
        "pinned_info": {"channel": channel.id, "pinned_by": pin["created_by"], "pinned_ts": pin["created"]},
    }
    publish(call.workspace, event, channel)
    call.workspace.changes.note("pin", channel=channel.id, ts=message.ts)
    return {}


@method("pins.list", scopes=("pins:read",), tier=2)
def list_pins(call: Call) -> Json:
    channel = call.member_channel()
    return {"items": [_pin_item(call, channel.id, pin) for pin in reversed(channel.pins)]}


@method("pins.remove", scopes=("pins:write",), tier=2)
def remove_pin(call: Call) -> Json:
    message = _target(call)
    channel = call.workspace.channels[message.channel]
    kept = [pin for pin in channel.pins if pin["ts"] != message.ts]
    if len(kept) == len(channel.pins):
        raise SlackError("no_pin")
    channel.pins = kept
    call.workspace.changes.note("pin", channel=channel.id, ts=message.ts)
    return {}


def _pin_item(call: Call, channel: str, pin: Json) -> Json:
    message = call.workspace.message(channel, pin["ts"])
    link = f"https://{call.workspace.domain}.slack.com/archives/{channel}/p{message.ts.replace('.', '')}"
    shape = {**message_json(call.workspace, message), "permalink": link}
    return {
        "type": "message",
        "channel": channel,
        "created": pin["created"],
        "created_by": pin["created_by"],
        "message": shape,
    }


@method("bookmarks.add", scopes=("bookmarks:write",), tier=2)
def add_bookmark(call: Call) -> Json:
    channel = call.member_channel("channel_id")
    kind = call.required("type")
    if kind != "link":
        raise SlackError("invalid_bookmark_type")
    now = int(call.workspace.clock.now())
    bookmark = {
        "id": call.workspace.ids.mint("Bk"),
        "channel_id": channel.id,
        "title": call.required("title"),
        "link": call.required("link"),
        "emoji": call.text("emoji"),
        "icon_url": "",
        "type": kind,
        "entity_id": None,
        "date_created": now,
        "date_updated": 0,
        "rank": str(len(channel.bookmarks)),
        "last_updated_by_user_id": call.workspace.bot_user.id,
        "last_updated_by_team_id": call.workspace.team_id,
        "shortcut_id": None,
        "app_id": call.workspace.app_id,
    }
    channel.bookmarks.append(bookmark)
    return {"bookmark": bookmark}


@method("bookmarks.list", scopes=("bookmarks:read",))
def list_bookmarks(call: Call) -> Json:
    return {"bookmarks": list(call.member_channel("channel_id").bookmarks)}


@method("bookmarks.edit", scopes=("bookmarks:write",), tier=2)
def edit_bookmark(call: Call) -> Json:
    channel = call.member_channel("channel_id")
    wanted = call.required("bookmark_id")
    for bookmark in channel.bookmarks:
        if bookmark["id"] == wanted:
            bookmark |= {name: call.text(name) for name in ("title", "link", "emoji") if call.text(name)}
            bookmark["date_updated"] = int(call.workspace.clock.now())
            return {"bookmark": bookmark}
    raise SlackError("not_found")


@method("bookmarks.remove", scopes=("bookmarks:write",), tier=2)
def remove_bookmark(call: Call) -> Json:
    channel = call.member_channel("channel_id")
    wanted = call.required("bookmark_id")
    kept = [one for one in channel.bookmarks if one["id"] != wanted]
    if len(kept) == len(channel.bookmarks):
        raise SlackError("not_found")
    channel.bookmarks = kept
    return {}


@method("emoji.list", scopes=("emoji:read",), tier=2)
def list_emoji(call: Call) -> Json:
    now = call.workspace.clock.now()
    return {"emoji": {}, "cache_ts": f"{now:.6f}"}
