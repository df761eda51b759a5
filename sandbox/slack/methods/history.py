"""conversations.history and .replies: reading messages back."""

from typing import Any

from sandbox.slack.errors import SlackError
from sandbox.slack.methods.pages import page
from sandbox.slack.methods.registry import Call, method
from sandbox.slack.shapes import message_json
from sandbox.slack.state import Message

Json = dict[str, Any]
_HISTORY = ("channels:history", "groups:history", "im:history", "mpim:history")


@method("conversations.history", scopes=_HISTORY)
def history(call: Call) -> Json:
    channel = call.member_channel()
    call.need_for(channel, "history")
    top = [one for one in channel.messages.values() if not _hidden_in_thread(one)]
    found = _between(call, top)
    entries, cursor = page(call, found[::-1], most=999)
    shapes = [message_json(call.workspace, one, with_metadata=_metadata(call)) for one in entries]
    answer: Json = {"messages": shapes, "has_more": bool(cursor), "pin_count": len(channel.pins)}
    answer |= {"channel_actions_ts": None, "channel_actions_count": 0}
    return {**answer, **({"response_metadata": {"next_cursor": cursor}} if cursor else {})}


@method("conversations.replies", scopes=_HISTORY)
def replies(call: Call) -> Json:
    channel = call.member_channel()
    call.need_for(channel, "history")
    asked = channel.messages.get(call.required("ts"))
    if asked is None:
        raise SlackError("thread_not_found")
    root = channel.messages.get(asked.thread_ts) if asked.thread_ts else asked
    if root is None:
        raise SlackError("thread_not_found")
    found = [root, *_between(call, call.workspace.replies(root))]
    entries, cursor = page(call, found, default=1000)
    shapes = [message_json(call.workspace, one, with_metadata=_metadata(call)) for one in entries]
    answer: Json = {"messages": shapes, "has_more": bool(cursor)}
    return {**answer, **({"response_metadata": {"next_cursor": cursor}} if cursor else {})}


def _hidden_in_thread(message: Message) -> bool:
    return bool(message.thread_ts) and message.thread_ts != message.ts and not message.broadcast


def _metadata(call: Call) -> bool:
    return call.flag("include_all_metadata")


def _between(call: Call, found: list[Message]) -> list[Message]:
    """Those between `oldest` and `latest`; the bounds themselves only with `inclusive`."""
    oldest, latest = _bound(call, "oldest", 0.0), _bound(call, "latest", float("inf"))
    inclusive = call.flag("inclusive")
    return [
        one for one in found if oldest < float(one.ts) < latest or (inclusive and float(one.ts) in {oldest, latest})
    ]


def _bound(call: Call, name: str, default: float) -> float:
    given = call.text(name)
    if not given or given == "0":
        return default
    try:
        return float(given)
    except ValueError as error:
        raise SlackError(f"invalid_ts_{name}") from error
