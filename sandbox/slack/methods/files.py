"""files.*: uploads in three steps, and looking files up. (files.upload is gone since November 2025.)"""

from typing import Any

from sandbox.slack import files
from sandbox.slack.composing import compose
from sandbox.slack.errors import SlackError, invalid_arguments
from sandbox.slack.methods.registry import Call, method
from sandbox.slack.shapes import file_json
from sandbox.slack.state import Channel, StoredFile

Json = dict[str, Any]


@method("files.getUploadURLExternal", scopes=("files:write",), tier=4)
def get_upload_url(call: Call) -> Json:
    stored = files.announce(
        call.workspace,
        call.required("filename"),
        call.number("length", 0),
        call.workspace.bot_user.id,
        by_app=True,
        alt_text=call.text("alt_txt"),
    )
    return {"upload_url": f"{call.workspace.base_url}/upload/v1/{stored.id}", "file_id": stored.id}


@method("files.completeUploadExternal", scopes=("files:write",), tier=4)
def complete_upload(call: Call) -> Json:
    bot = call.workspace.bot_user.id
    targets = _targets(call)
    thread_ts = call.text("thread_ts")
    if thread_ts and (len(targets) != 1 or thread_ts not in targets[0].messages):
        raise SlackError("invalid_thread_ts")
    comment = call.text("initial_comment")
    blocks = [] if comment else compose(call.workspace, {"blocks": call.arguments.get("blocks")}).blocks or []
    done = [files.complete(call.workspace, file_id, bot, title) for file_id, title in _uploads(call)]
    for channel in targets:
        files.share(call.workspace, channel, bot, done, comment, thread_ts, blocks)
    return {"files": [file_json(call.workspace, stored) for stored in done]}


def _uploads(call: Call) -> list[tuple[str, str]]:
    entries = call.json("files")
    if (
        not isinstance(entries, list)
        or not entries
        or not all(isinstance(one, dict) and one.get("id") for one in entries)
    ):
        raise invalid_arguments(["missing required field: files"])
    return [(str(one["id"]), str(one.get("title") or "")) for one in entries]


def _targets(call: Call) -> list[Channel]:
    wanted = [*call.listing("channel_id"), *call.listing("channels")]
    bot = call.workspace.bot_user.id
    targets = [_target(call, one) for one in wanted]
    for channel in targets:
        if bot not in channel.members:
            raise SlackError("not_in_channel" if channel.kind == "channel" else "channel_not_found")
        if channel.archived:
            raise SlackError("is_archived")
    return targets


def _target(call: Call, wanted: str) -> Channel:
    """A channel by id, or the direct message with a member."""
    if wanted in call.workspace.users:
        return call.workspace.conversation_with(wanted)
    if wanted not in call.workspace.channels:
        raise SlackError("channel_not_found")
    return call.workspace.channels[wanted]


@method("files.info", scopes=("files:read",), tier=4)
def info(call: Call) -> Json:
    stored = _readable(call, call.required("file"))
    paging = {"count": 100, "total": 0, "page": 1, "pages": 0}
    return {"file": file_json(call.workspace, stored), "comments": [], "paging": paging}


@method("files.list", scopes=("files:read",))
def list_files(call: Call) -> Json:
    channel, user = call.text("channel"), call.text("user")
    found = [
        stored
        for stored in call.workspace.files.values()
        if stored.completed
        and not stored.deleted
        and (not channel or channel in stored.shares)
        and (not user or stored.owner == user)
        and _visible(call, stored)
    ]
    count, number = call.number("count", 100, low=1, high=1000), call.number("page", 1, low=1)
    shown = found[::-1][(number - 1) * count : number * count]
    paging = {"count": count, "total": len(found), "page": number, "pages": -(-len(found) // count)}
    return {"files": [file_json(call.workspace, stored) for stored in shown], "paging": paging}


@method("files.delete", scopes=("files:write",))
def delete(call: Call) -> Json:
    stored = _readable(call, call.required("file"))
    if not stored.by_app:
        raise SlackError("cant_delete_file")
    files.delete(call.workspace, stored)
    return {}


def _readable(call: Call, file_id: str) -> StoredFile:
    stored = call.workspace.files.get(file_id)
    if stored is None or not _visible(call, stored):
        raise SlackError("file_not_found")
    if stored.deleted:
        raise SlackError("file_deleted")
    return stored


def _visible(call: Call, stored: StoredFile) -> bool:
    """The app sees its own files and those shared where it is a member."""
    bot = call.workspace.bot_user.id
    channels = call.workspace.channels
    return stored.by_app or any(bot in channels[one].members for one in stored.shares if one in channels)
