"""Messages in Slack: what staff write in a channel, what residents write to the app."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from channels.raw import Unreadable
from channels.slack.wording import plain_text
from domain.content import Attachment, AttachmentKind, FileRef
from domain.inbound import Ignored, Inbound, ResidentEdited, ResidentWrote, Sender, StaffWrote

CHANNEL = "slack"
_SAID = (None, "file_share", "thread_broadcast", "me_message")
_COMMAND = re.compile(r"\s*/([A-Za-z0-9_-]{1,32})(?:\s+(.*))?", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class SlackIdentity:
    """Who the app is: its bot user (U…), its bot id (B…), its app id and its workspace."""

    user_id: str
    bot_id: str = ""
    app_id: str = ""
    team_id: str = ""


def is_own(event: Mapping[str, Any], me: SlackIdentity) -> bool:
    """Whether a message event is the echo of something that the app itself did."""
    for message in (event, event.get("message"), event.get("previous_message")):
        if not isinstance(message, dict):
            continue
        if me.user_id and message.get("user") == me.user_id:
            return True
        if me.bot_id and message.get("bot_id") == me.bot_id:
            return True
    return False


def parse_message(event: Mapping[str, Any], me: SlackIdentity) -> Inbound:
    """A "message" event. Raises ValueError, KeyError or TypeError where it has not the shape of one."""
    if is_own(event, me):
        return Ignored(why="own echo")
    subtype = event.get("subtype")
    if subtype == "message_changed":
        return _changed(event, me)
    if subtype == "message_deleted":
        return _deleted(event)
    if subtype not in _SAID:
        return Ignored(why=f"message of subtype {subtype}")
    if event.get("bot_id") or not event.get("user"):
        return Ignored(why="written by another app")
    if is_direct(event):
        return _from_resident(event)
    return _from_staff(event, me, _text(event["channel"])) if _is_channel(event) else Ignored(why="group conversation")


def is_direct(event: Mapping[str, Any]) -> bool:
    """Whether it happened in a conversation between one person and the app."""
    return event.get("channel_type") == "im" or str(event.get("channel") or "").startswith("D")


def _is_channel(event: Mapping[str, Any]) -> bool:
    return event.get("channel_type") in ("channel", "group", None)


def _from_staff(message: Mapping[str, Any], me: SlackIdentity, channel: str, *, edited: bool = False) -> StaffWrote:
    text = str(message.get("text") or "")
    mention = re.match(rf"\s*<@{re.escape(me.user_id)}(?:\|[^>]*)?>[\s,:]*", text) if me.user_id else None
    thread = message.get("thread_ts")
    return StaffWrote(
        user=_text(message["user"]),
        channel_id=channel,
        message_id=_text(message["ts"]),
        text=plain_text(text[mention.end() :] if mention else text),
        thread_id=_text(thread) if thread and thread != message["ts"] else None,
        mentions_bot=mention is not None,
        attachments=attachments_of(message),
        edited=edited,
    )


def _from_resident(event: Mapping[str, Any]) -> ResidentWrote:
    text = plain_text(str(event.get("text") or ""))
    command, arguments = _command(text)
    thread = event.get("thread_ts")
    return ResidentWrote(
        sender=resident(event, _text(event["user"]), _text(event["channel"])),
        message_id=_text(event["ts"]),
        sent_at=moment(event["ts"]),
        text=text,
        attachments=attachments_of(event),
        reply_to=_text(thread) if thread and thread != event["ts"] else None,
        command=command,
        arguments=arguments,
    )


def _command(text: str) -> tuple[str | None, str]:
    """The command and what follows it. Slack's own client only sends one with a space before it."""
    found = _COMMAND.fullmatch(text)
    return (found[1].lower(), (found[2] or "").strip()) if found else (None, "")


def _changed(event: Mapping[str, Any], me: SlackIdentity) -> Inbound:
    message, before = event["message"], event.get("previous_message") or {}
    if message.get("subtype") == "tombstone":  # a deleted message whose thread lives on
        return _deleted({**event, "deleted_ts": message.get("ts")})
    if message.get("text") == before.get("text"):
        return Ignored(why="only its looks changed")  # Slack reports unfurled links and new replies this way
    if message.get("bot_id") or not message.get("user"):
        return Ignored(why="changed by another app")
    channel = _text(event["channel"])
    if not is_direct(event):
        return _from_staff(message, me, channel, edited=True)
    edited = message.get("edited")
    changed_at = edited.get("ts") if isinstance(edited, dict) else None
    text = plain_text(str(message.get("text") or ""))
    command, arguments = _command(text)
    return ResidentEdited(
        sender=resident(message, _text(message["user"]), channel),
        message_id=_text(message["ts"]),
        edited_at=moment(changed_at or event["ts"]),
        text=text,
        command=command,
        arguments=arguments,
    )


def _deleted(event: Mapping[str, Any]) -> Inbound:
    before = event.get("previous_message")
    if is_direct(event) or not isinstance(before, dict) or not before.get("user"):
        return Ignored(why="deleted message")
    thread = before.get("thread_ts")
    return StaffWrote(
        user=_text(before["user"]),
        channel_id=_text(event["channel"]),
        message_id=_text(event["deleted_ts"]),
        text="",
        thread_id=_text(thread) if thread and thread != event["deleted_ts"] else None,
        deleted=True,
    )


def resident(event: Mapping[str, Any], user: str, address: str) -> Sender:
    """A resident who uses Slack. Events seldom carry a name; the directory knows it."""
    profile = event.get("user_profile")
    names = (profile.get("real_name"), profile.get("display_name")) if isinstance(profile, dict) else ()
    return Sender(
        channel=CHANNEL, address=address, user=user, name=next((n for n in names if isinstance(n, str) and n), "")
    )


def attachments_of(message: Mapping[str, Any]) -> tuple[Attachment, ...]:
    """The files of a message that can be fetched; what lives elsewhere or was deleted is left out."""
    files = message.get("files")
    found = [_attachment(file) for file in files if isinstance(file, dict)] if isinstance(files, list) else []
    return tuple(attachment for attachment in found if attachment is not None)


def _attachment(file: Mapping[str, Any]) -> Attachment | None:
    address = file.get("url_private_download") or file.get("url_private")
    if not isinstance(address, str) or file.get("mode") in ("tombstone", "hidden_by_limit", "external"):
        return None
    size, length = file.get("size"), file.get("duration_ms")
    mime = str(file.get("mimetype") or "application/octet-stream")
    return Attachment(
        kind=_kind(mime, file.get("subtype")),
        file=FileRef(
            channel=CHANNEL,
            handle=address,
            name=str(file.get("name") or file.get("title") or "file"),
            mime=mime,
            size=size if isinstance(size, int) else None,
        ),
        duration=length // 1000 if isinstance(length, int) else None,
    )


def _kind(mime: str, subtype: Any) -> AttachmentKind:
    if subtype == "slack_audio":
        return "voice"
    if mime == "image/gif":
        return "animation"
    family = mime.split("/")[0]
    kinds: dict[str, AttachmentKind] = {"image": "photo", "video": "video", "audio": "audio"}
    return kinds.get(family, "document")


def moment(ts: Any) -> datetime:
    """The instant in a Slack time stamp ("1700000000.123456")."""
    return datetime.fromtimestamp(float(ts), UTC)


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise Unreadable("an id is no text")
    return value
