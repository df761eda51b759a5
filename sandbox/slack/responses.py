"""What an app answers to an interaction beside views: messages, by response_url or at once."""

from typing import Any

from sandbox.slack import messages
from sandbox.slack.composing import compose
from sandbox.slack.errors import SlackError
from sandbox.slack.state import Message, Workspace
from sandbox.slack.triggers import ResponseUrl

Json = dict[str, Any]


def respond(workspace: Workspace, target: ResponseUrl, answer: Any, *, via: str = "response_url") -> Message | None:
    """Show an answer where the interaction took place: to that person alone, or ("in_channel") to everybody.

    `replace_original` and `delete_original` act on the message of the interaction. Raises SlackError invalid_payload,
    no_text and everything that compose() raises.
    """
    if isinstance(answer, str):
        answer = {"text": answer}
    if not isinstance(answer, dict):
        raise SlackError("invalid_payload", status=400)
    original = _original(workspace, target)
    if _yes(answer.get("delete_original")):
        _delete(workspace, target, original)
        return None
    composed = compose(workspace, answer)
    if composed.empty:
        raise SlackError("no_text", status=400)
    fields: Json = {
        "text": composed.text or "",
        "blocks": composed.blocks or [],
        "attachments": composed.attachments or [],
    }
    if original is not None and _yes(answer.get("replace_original")):
        _replace(workspace, original, fields, via)
        return original
    ephemeral = answer.get("response_type", "ephemeral") != "in_channel"
    message = Message(
        ts=workspace.clock.timestamp(),
        channel=target.channel,
        author=workspace.bot_user.id,
        by_app=True,
        thread_ts=str(answer.get("thread_ts") or ""),
        ephemeral_to=target.user if ephemeral else "",
        **fields,
    )
    if ephemeral:
        return messages.post_ephemeral(workspace, message, via=via)
    return messages.post(workspace, message, via=via)


def _original(workspace: Workspace, target: ResponseUrl) -> Message | None:
    channel = workspace.channels[target.channel]
    if target.ephemeral:
        return next((one for one in channel.ephemerals if one.ts == target.message_ts), None)
    return channel.messages.get(target.message_ts)


def _replace(workspace: Workspace, original: Message, fields: Json, via: str) -> None:
    if original.ephemeral_to:
        for name, value in fields.items():
            setattr(original, name, value)
        workspace.changes.note("ephemeral", channel=original.channel, ts=original.ts, user=original.ephemeral_to)
    else:
        messages.edit(workspace, original, workspace.bot_user.id, via=via, **fields)


def _delete(workspace: Workspace, target: ResponseUrl, original: Message | None) -> None:
    if original is None:
        raise SlackError("message_not_found", status=404)
    if original.ephemeral_to:
        workspace.channels[target.channel].ephemerals.remove(original)
        workspace.changes.note("ephemeral", channel=original.channel, ts=original.ts, user=target.user)
    else:
        messages.delete(workspace, original, via="response_url")


def _yes(value: Any) -> bool:
    return value is True or value in {"true", "1"}
