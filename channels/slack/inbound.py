"""One stored Slack payload to one `domain.inbound` event. Pure: no network, no clock.

Payloads are what Slack calls event callbacks, interactions (block_actions, view_submission, shortcuts) and slash
commands; they are told apart by their own fields, so that Socket Mode and HTTP store the same thing.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from channels.checked import checked
from channels.plain import incoming, storable
from channels.raw import RawUpdate, Unreadable, fingerprint, to_json
from channels.slack.blocks import NOTHING
from channels.slack.said import CHANNEL, SlackIdentity, parse_message, resident
from domain.inbound import (
    Ignored,
    Inbound,
    MembershipChanged,
    ResidentPressed,
    StaffCommanded,
    StaffFilled,
    StaffOpenedHome,
    StaffPressed,
)

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
RESIDENT_DATA = "r:"  # a resident's button; staff's begin with "s:"
_BROKEN = (AttributeError, IndexError, KeyError, OverflowError, OSError, RecursionError, TypeError, ValueError)


def raw_update(payload: Any) -> RawUpdate:
    """The payload with the keys it is stored under. Never raises, whatever `payload` is."""
    return RawUpdate(
        channel=CHANNEL, dedupe=dedupe_key(payload), conversation=conversation_key(payload), payload=to_json(payload)
    )


def dedupe_key(payload: Any) -> str:
    """What Slack's repetitions of one delivery have in common."""
    try:
        key = _own_key(payload)
    except _BROKEN:
        key = None
    return key or fingerprint(payload)


def _own_key(payload: Mapping[str, Any]) -> str | None:
    kind = payload.get("type")
    if kind == "event_callback" and payload.get("event_id"):
        return f"e:{payload['event_id']}"
    if kind == "block_actions":
        return f"a:{payload['user']['id']}:{_container(payload)}:{payload['actions'][0]['action_ts']}"
    if kind in ("view_submission", "view_closed"):
        return f"v:{payload['user']['id']}:{payload['view']['id']}:{payload['view'].get('hash', '')}:{kind}"
    if payload.get("trigger_id") and (kind in ("shortcut", "message_action") or payload.get("command")):
        return f"t:{payload['trigger_id']}"
    return None


def _container(payload: Mapping[str, Any]) -> str:
    container = payload.get("container") or {}
    return str(container.get("message_ts") or container.get("view_id") or "")


def conversation_key(payload: Any) -> str:
    """What must keep its order: a resident's conversation, a case's thread, a person's forms."""
    try:
        return f"{CHANNEL}:{_place(payload)}"
    except _BROKEN:
        return f"{CHANNEL}:-"


def _place(payload: Mapping[str, Any]) -> str:
    if payload.get("type") == "event_callback":
        return _event_place(payload["event"])
    if payload.get("type") in ("block_actions", "message_action") and isinstance(payload.get("channel"), dict):
        channel, message = payload["channel"]["id"], payload.get("message") or {}
        if str(channel).startswith("D"):
            return str(channel)
        return f"{channel}:{message.get('thread_ts') or message.get('ts') or _container(payload)}"
    user = payload.get("user")
    return str(user["id"] if isinstance(user, dict) else payload["user_id"])


def _event_place(event: Mapping[str, Any]) -> str:
    channel = str(event.get("channel") or event.get("user") or "-")
    if channel.startswith("D") or event.get("type") != "message":
        return channel
    inner = event.get("message") or event.get("previous_message") or event
    return f"{channel}:{inner.get('thread_ts') or inner.get('ts') or '-'}"


def parse(payload: Any, me: SlackIdentity, *, received_at: datetime = EPOCH) -> Inbound:
    """What the payload says. `received_at` stands in for a date that cannot be read.

    Raises `Unreadable`, and nothing else, for a payload that Slack cannot have meant.
    """
    del received_at  # Slack's ids are its dates: without one there is no message to speak of
    if not isinstance(payload, dict):
        raise Unreadable("not a JSON object")
    try:
        return checked(_parse(storable(payload), me))
    except Unreadable:
        raise
    except _BROKEN as error:
        raise Unreadable(f"not readable as a payload: {type(error).__name__}") from None


def _parse(payload: Mapping[str, Any], me: SlackIdentity) -> Inbound:
    kind = payload.get("type")
    if kind == "event_callback":
        return _event(payload["event"], me)
    if kind == "block_actions":
        return _pressed(payload)
    if kind == "view_submission":
        return _filled(payload)
    if kind in ("shortcut", "message_action"):
        return _shortcut(payload)
    if payload.get("command"):
        return StaffCommanded(
            user=_id(payload["user_id"]),
            channel_id=str(payload.get("channel_id") or ""),
            command=str(payload["command"]).lstrip("/").lower(),
            text=str(payload.get("text") or "").strip(),
        )
    return Ignored(why=f"payload of type {kind}")


def _event(event: Mapping[str, Any], me: SlackIdentity) -> Inbound:
    kind = event.get("type")
    if kind == "message":
        return parse_message(event, me)
    if kind == "app_home_opened":
        return StaffOpenedHome(user=_id(event["user"])) if event.get("tab") == "home" else Ignored(why="messages tab")
    if kind in ("member_joined_channel", "member_left_channel"):
        return MembershipChanged(
            user=_id(event["user"]), channel_id=_id(event["channel"]), joined=kind == "member_joined_channel"
        )
    return Ignored(why=f"event of type {kind}")


def pressed_data(payload: Mapping[str, Any]) -> str:
    """The data of the button that was pressed (or of the entry that was chosen); empty where there is none."""
    actions = payload.get("actions")
    action = actions[0] if isinstance(actions, list) and actions and isinstance(actions[0], dict) else {}
    chosen = action.get("selected_option")
    value = chosen.get("value") if isinstance(chosen, dict) else action.get("value")
    return value if isinstance(value, str) else ""


def _pressed(payload: Mapping[str, Any]) -> Inbound:
    data, user = pressed_data(payload), _id(payload["user"]["id"])
    container = payload.get("container") or {}
    if not data:
        return Ignored(why="a link or an entry of a form")
    channel = (payload.get("channel") or {}).get("id") or container.get("channel_id") or ""
    message_id = _maybe(container.get("message_ts"))
    if data.startswith(RESIDENT_DATA):
        if not str(channel).startswith("D"):
            return Ignored(why="a resident's button outside a resident's conversation")
        press = str(payload["actions"][0].get("action_ts") or "")
        return ResidentPressed(sender=resident({}, user, channel), data=data, press_id=press, message_id=message_id)
    thread = (payload.get("message") or {}).get("thread_ts") or container.get("thread_ts")
    return StaffPressed(
        user=user,
        data=data,
        channel_id=str(channel),
        message_id=message_id,
        thread_id=thread if isinstance(thread, str) and thread != message_id else None,
    )


def _shortcut(payload: Mapping[str, Any]) -> Inbound:
    """A shortcut is a button that Slack draws: its callback id is its data."""
    channel, message = payload.get("channel") or {}, payload.get("message") or {}
    ts, thread = _maybe(message.get("ts")), _maybe(message.get("thread_ts"))
    return StaffPressed(
        user=_id(payload["user"]["id"]),
        data=_id(payload["callback_id"]),
        channel_id=str(channel.get("id") or ""),
        message_id=ts,
        thread_id=thread if thread != ts else None,
    )


def _filled(payload: Mapping[str, Any]) -> Inbound:
    view = payload["view"]
    try:
        kept = json.loads(view.get("private_metadata") or "{}")
    except ValueError:
        kept = {}
    name = kept.get("form") or view.get("callback_id")
    state = (view.get("state") or {}).get("values") or {}
    answers = {block: incoming(_answer(next(iter(held.values()), {}))) for block, held in state.items()}
    return StaffFilled(
        user=_id(payload["user"]["id"]), form=_id(name), about=str(kept.get("about", "")), values=answers
    )


def _answer(element: Mapping[str, Any]) -> str:
    """What was typed, picked or chosen; several chosen values are joined by newlines."""
    if isinstance(chosen := element.get("selected_options"), list):
        return "\n".join(_chosen(option) for option in chosen)
    if isinstance(option := element.get("selected_option"), dict):
        return _chosen(option)
    for name in ("value", "selected_date", "selected_time"):
        if isinstance(value := element.get(name), str):
            return value
    return ""


def _chosen(option: Mapping[str, Any]) -> str:
    """An entry's value; Slack knows no empty ones, so a sign stands for it."""
    return "" if option["value"] == NOTHING else str(option["value"])


def _id(value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise Unreadable("an id is no text")
    return value


def _maybe(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None
