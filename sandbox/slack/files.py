"""Files: announced, uploaded, completed, shared, deleted. Source: docs.slack.dev/messaging/working-with-files."""

import mimetypes
from pathlib import PurePosixPath
from typing import Any

from sandbox.slack import messages
from sandbox.slack.errors import SlackError
from sandbox.slack.events import publish
from sandbox.slack.mrkdwn import rich_text_block
from sandbox.slack.state import Channel, Message, StoredFile, Workspace

Json = dict[str, Any]
MAX_BYTES = 1_000_000_000
"""1 GB a file."""


def announce(workspace: Workspace, name: str, size: int, owner: str, *, by_app: bool, alt_text: str = "") -> StoredFile:
    """A file that is going to be uploaded. Raises SlackError when its name or size cannot be."""
    if not name:
        raise SlackError("missing_argument")
    if size <= 0 or size > MAX_BYTES:
        raise SlackError("file_upload_size_restricted" if size > 0 else "missing_argument")
    mimetype = mimetypes.guess_type(name)[0] or "application/octet-stream"
    suffix = PurePosixPath(name).suffix.lstrip(".").lower()
    stored = StoredFile(
        id=workspace.ids.mint("F"),
        name=name,
        title=name,
        mimetype=mimetype,
        filetype=suffix or ("text" if mimetype.startswith("text/") else "binary"),
        owner=owner,
        created=int(workspace.clock.now()),
        size=size,
        alt_text=alt_text,
        by_app=by_app,
    )
    workspace.files[stored.id] = stored
    return stored


def receive(workspace: Workspace, file_id: str, content: bytes) -> StoredFile:
    """Keep the bytes of an announced file. Raises SlackError file_not_found, upload_size_mismatch."""
    stored = workspace.files.get(file_id)
    if stored is None or stored.deleted:
        raise SlackError("file_not_found", status=404)
    if len(content) != stored.size:
        raise SlackError("upload_size_mismatch", status=400)
    stored.content = content
    return stored


def complete(workspace: Workspace, file_id: str, owner: str, title: str) -> StoredFile:
    """Finish an upload. Raises SlackError file_not_found, file_update_failed (no bytes, or finished before)."""
    stored = workspace.files.get(file_id)
    if stored is None or stored.deleted or stored.owner != owner:
        raise SlackError("file_not_found")
    if stored.content is None or stored.completed:
        raise SlackError("file_update_failed")
    stored.completed = True
    stored.title = title or stored.name
    return stored


def share(
    workspace: Workspace,
    channel: Channel,
    owner: str,
    files: list[StoredFile],
    comment: str,
    thread_ts: str = "",
    blocks: list[Json] | None = None,
) -> Message:
    """Post finished files as one message, introduced by `comment` or by an app's `blocks`."""
    by_app = owner == workspace.bot_user.id
    ts = workspace.clock.timestamp()
    for stored in files:
        stored.shares.setdefault(channel.id, []).append(ts)
    message = Message(
        ts=ts,
        channel=channel.id,
        author=owner,
        text=comment,
        subtype="file_share",
        by_app=by_app,
        thread_ts=thread_ts,
        files=[stored.id for stored in files],
        blocks=[rich_text_block(workspace.ids.short(), comment)] if comment and not by_app else blocks or [],
    )
    messages.post(workspace, message, via="files.completeUploadExternal" if by_app else "")
    for stored in files:
        event = {
            "type": "file_shared",
            "file_id": stored.id,
            "user_id": owner,
            "file": {"id": stored.id},
            "channel_id": channel.id,
        }
        publish(workspace, event, channel)
    return message


def delete(workspace: Workspace, stored: StoredFile) -> None:
    """Delete a file; messages keep a tombstone of it."""
    stored.deleted, stored.content = True, None
    publish(workspace, {"type": "file_deleted", "file_id": stored.id})
    workspace.changes.note("file")
