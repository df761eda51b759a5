"""What people do with buttons, menus, forms, shortcuts and commands, as payloads for the app, and what its answer does.

Every function waits for the acknowledgement and returns an Outcome; `error` is what the person would see as a failure:
"operation_timeout" (nothing within three seconds) or "dispatch_failed" (the app could not be reached).
"""

import copy
from dataclasses import dataclass
from typing import Any

from sandbox.slack import views
from sandbox.slack.deliveries import Ack, EnvelopeKind
from sandbox.slack.errors import SlackError
from sandbox.slack.input_state import client_errors
from sandbox.slack.responses import respond
from sandbox.slack.shapes import message_json, view_json
from sandbox.slack.state import Channel, Message, User, View, Workspace

Json = dict[str, Any]
_UNREADABLE = "We had some trouble connecting. Try again?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How an interaction ended for the person: `ok`, or an `error`; `payload` is what the app acknowledged with."""

    ok: bool
    error: str = ""
    payload: Any = None


async def send(workspace: Workspace, kind: EnvelopeKind, payload: Json) -> Outcome:
    """Deliver one interaction and say how it ended. An app without interactivity hears of no button or form."""
    if kind == "interactive" and not workspace.manifest.interactivity:
        return Outcome(ok=False, error="interactivity_not_enabled")
    ack = await workspace.deliveries.interact(kind, payload)
    return _outcome(ack)


def _outcome(ack: Ack) -> Outcome:
    if ack.ok:
        return Outcome(ok=True, payload=ack.payload)
    slow = ack.reason in {"timeout", "http_timeout"}
    return Outcome(ok=False, error="operation_timeout" if slow else "dispatch_failed")


def _common(workspace: Workspace, kind: str, user: User) -> Json:
    return {
        "type": kind,
        "user": {"id": user.id, "username": user.name, "name": user.name, "team_id": workspace.team_id},
        "api_app_id": workspace.app_id,
        "token": workspace.verification_token,
        "team": {"id": workspace.team_id, "domain": workspace.domain},
        "enterprise": None,
        "is_enterprise_install": False,
    }


def shown_name(channel: Channel) -> str:
    """A conversation's name as interactions carry it."""
    return {"im": "directmessage", "group": "privategroup"}.get(channel.kind, channel.name)


def action(workspace: Workspace, block: Json, element: Json, entry: Json) -> Json:
    """One item of `actions`: which element, and what it now holds."""
    described: Json = {
        name: element[name] for name in ("text", "placeholder", "style", "confirm", "url") if name in element
    }
    if element["type"] != "button":
        described.pop("text", None)
    held = {"value": element["value"]} if element.get("value") is not None and element["type"] == "button" else {}
    return {
        "type": element["type"],
        "action_id": element["action_id"],
        "block_id": block["block_id"],
        **described,
        **held,
        **{name: value for name, value in entry.items() if name != "type"},
        "action_ts": workspace.clock.timestamp(),
    }


async def act_on_message(
    workspace: Workspace, user: User, message: Message, done: Json, values: dict[str, dict[str, Json]]
) -> Outcome:
    """A button pressed or a menu used in a message."""
    channel = workspace.channels[message.channel]
    ephemeral = bool(message.ephemeral_to)
    container: Json = {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": channel.id,
        "is_ephemeral": ephemeral,
    }
    if message.thread_ts:
        container["thread_ts"] = message.thread_ts
    path = workspace.triggers.response(
        user.id, channel.id, thread_ts=message.thread_ts, message_ts=message.ts, ephemeral=ephemeral
    )
    payload = {
        **_common(workspace, "block_actions", user),
        "container": container,
        "trigger_id": workspace.triggers.give(user.id),
        "channel": {"id": channel.id, "name": shown_name(channel)},
        "state": {"values": values},
        "response_url": f"{workspace.base_url}/actions/{path}",
        "actions": [done],
    }
    if not ephemeral:
        payload["message"] = copy.deepcopy(message_json(workspace, message))
    return await send(workspace, "interactive", payload)


async def act_in_view(workspace: Workspace, user: User, view: View, done: Json) -> Outcome:
    """A button pressed or a menu used in a modal or an App Home."""
    payload = {
        **_common(workspace, "block_actions", user),
        "container": {"type": "view", "view_id": view.id},
        "trigger_id": workspace.triggers.give(user.id, view.id if view.kind == "modal" else ""),
        "view": copy.deepcopy(view_json(workspace, view)),
        "actions": [done],
    }
    return await send(workspace, "interactive", payload)


async def suggest(workspace: Workspace, user: User, where: Json, block: Json, element: Json, typed: str) -> Outcome:
    """Options for an external menu: the app's acknowledgement carries `options` or `option_groups`."""
    payload = {
        **_common(workspace, "block_suggestion", user),
        "action_id": element["action_id"],
        "block_id": block["block_id"],
        "value": typed,
        **where,
    }
    return await send(workspace, "interactive", payload)


async def submit(workspace: Workspace, user: User, view: View) -> Outcome:
    """A modal submitted: client-side checks first, then the app's response_action is carried out."""
    view.errors = client_errors(view.content["blocks"], view.values)
    if view.errors:
        workspace.changes.note("view", user=user.id)
        return Outcome(ok=False, error="incomplete")
    payload = {
        **_common(workspace, "view_submission", user),
        "trigger_id": workspace.triggers.give(user.id, view.id),
        "view": copy.deepcopy(view_json(workspace, view)),
        "response_urls": [],
    }
    outcome = await send(workspace, "interactive", payload)
    if not outcome.ok:
        return outcome
    try:
        return _carry_out(workspace, user, view, outcome)
    except SlackError as refusal:
        return Outcome(ok=False, error=f"{_UNREADABLE} ({refusal.code})", payload=outcome.payload)


def _carry_out(workspace: Workspace, user: User, view: View, outcome: Outcome) -> Outcome:
    answer = outcome.payload if isinstance(outcome.payload, dict) else {}
    wanted = answer.get("response_action")
    if view.id not in workspace.views:
        return outcome  # the app has closed or replaced the stack in the meantime
    if wanted is None:
        views.pop(workspace, user.id)
    elif wanted == "clear":
        views.clear(workspace, user.id)
    elif wanted == "update":
        views.replace(workspace, view, views.checked(workspace, answer.get("view"), "modal"))
    elif wanted == "push":
        views.push(workspace, user.id, views.checked(workspace, answer.get("view"), "modal"))
    elif wanted == "errors":
        return _show_errors(workspace, view, answer, outcome)
    else:
        raise SlackError("invalid_response_action")
    return outcome


def _show_errors(workspace: Workspace, view: View, answer: Json, outcome: Outcome) -> Outcome:
    errors = answer.get("errors")
    inputs = {block["block_id"] for block in view.content["blocks"] if block["type"] == "input"}
    if not isinstance(errors, dict) or not errors or not set(errors) <= inputs:
        raise SlackError("invalid_errors")
    view.errors = {block: str(message) for block, message in errors.items()}
    workspace.changes.note("view", user=view.user)
    return Outcome(ok=False, error="errors", payload=outcome.payload)


async def close(workspace: Workspace, user: User, view: View, *, everything: bool = False) -> Outcome:
    """A modal closed with Cancel (or the whole stack with X): view_closed for views that asked for it."""
    gone = views.clear(workspace, user.id) if everything or view.content.get("clear_on_close") else []
    gone = gone or [views.pop(workspace, user.id)]
    outcome = Outcome(ok=True)
    for closed in gone:
        if closed.content.get("notify_on_close"):
            payload = {
                **_common(workspace, "view_closed", user),
                "view": copy.deepcopy(view_json(workspace, closed)),
                "is_cleared": everything,
            }
            outcome = await send(workspace, "interactive", payload)
    return outcome


async def shortcut(workspace: Workspace, user: User, callback_id: str, message: Message | None = None) -> Outcome:
    """A global shortcut, or (with a message) a message shortcut. The app must declare it in its manifest."""
    kind = "global" if message is None else "message"
    if workspace.manifest.shortcut(callback_id, kind) is None or "commands" not in workspace.manifest.scopes:
        raise LookupError(f"the app has no {kind} shortcut {callback_id!r}")
    payload = {
        **_common(workspace, "shortcut" if message is None else "message_action", user),
        "callback_id": callback_id,
        "trigger_id": workspace.triggers.give(user.id),
        "action_ts": workspace.clock.timestamp(),
    }
    del payload["api_app_id"]  # shortcuts do not carry it
    if message is not None:
        channel = workspace.channels[message.channel]
        path = workspace.triggers.response(user.id, channel.id, message_ts=message.ts)
        payload |= {
            "message_ts": message.ts,
            "channel": {"id": channel.id, "name": shown_name(channel)},
            "message": copy.deepcopy(message_json(workspace, message)),
            "response_url": f"{workspace.base_url}/actions/{path}",
        }
    return await send(workspace, "interactive", payload)


async def command(workspace: Workspace, user: User, channel: Channel, name: str, text: str) -> Outcome:
    """A slash command; the acknowledgement's text or blocks are shown to the person (or the channel)."""
    if workspace.manifest.command(name) is None or "commands" not in workspace.manifest.scopes:
        return Outcome(ok=False, error="not_a_command")
    path = workspace.triggers.response(user.id, channel.id)
    payload = {
        "token": workspace.verification_token,
        "team_id": workspace.team_id,
        "team_domain": workspace.domain,
        "channel_id": channel.id,
        "channel_name": shown_name(channel),
        "user_id": user.id,
        "user_name": user.name,
        "command": name,
        "text": text,
        "api_app_id": workspace.app_id,
        "is_enterprise_install": "false",
        "response_url": f"{workspace.base_url}/commands/{path}",
        "trigger_id": workspace.triggers.give(user.id),
    }
    outcome = await send(workspace, "slash_commands", payload)
    if outcome.ok and outcome.payload:
        target = workspace.triggers.use_response(path)
        target.uses -= 1  # the direct answer does not count against the five
        try:
            respond(workspace, target, outcome.payload, via="command")
        except SlackError as refusal:
            return Outcome(ok=False, error=refusal.code, payload=outcome.payload)
    return outcome
