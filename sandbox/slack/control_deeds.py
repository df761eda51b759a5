"""What a member can be told to do over the control API: one small function a deed, from a JSON body."""

import base64
import dataclasses
from collections.abc import Awaitable, Callable
from typing import Any

from sandbox.slack.members import Member

Json = dict[str, Any]
Deed = Callable[[Member, Json], Awaitable[Any]]


async def _post(member: Member, body: Json) -> Json:
    if not body.get("channel"):
        message = member.dm(body["text"])
    else:
        message = member.post(body["channel"], body["text"], thread_ts=body.get("thread_ts", ""))
    return {"channel": message.channel, "ts": message.ts}


async def _edit(member: Member, body: Json) -> Json:
    message = member.edit(body["channel"], body["ts"], body["text"])
    return {"channel": message.channel, "ts": message.ts}


async def _delete(member: Member, body: Json) -> Json:
    member.delete(body["channel"], body["ts"])
    return {}


async def _react(member: Member, body: Json) -> Json:
    member.react(body["channel"], body["ts"], body["name"])
    return {}


async def _upload(member: Member, body: Json) -> Json:
    content = base64.b64decode(body["base64"])
    message = member.upload(
        body["channel"],
        body["filename"],
        content,
        comment=body.get("comment", ""),
        thread_ts=body.get("thread_ts", ""),
    )
    return {"channel": message.channel, "ts": message.ts, "files": message.files}


async def _open_home(member: Member, _body: Json) -> Json:
    member.open_home()
    return {}


async def _shortcut(member: Member, body: Json) -> Any:
    if body.get("ts"):
        return await member.message_shortcut(body["channel"], body["ts"], body["callback_id"])
    return await member.global_shortcut(body["callback_id"])


def _target(body: Json) -> Json:
    return {name: str(body[name]) for name in ("value", "block_id") if body.get(name)}


def _block(body: Json) -> Json:
    return {"block_id": str(body.get("block_id", ""))}


async def _press(member: Member, body: Json) -> Any:
    return await member.press(body["channel"], body["ts"], body["action_id"], **_target(body))


async def _choose(member: Member, body: Json) -> Any:
    return await member.choose(body["channel"], body["ts"], body["action_id"], body["value"], **_block(body))


async def _press_home(member: Member, body: Json) -> Any:
    return await member.press_home(body["action_id"], **_target(body))


async def _choose_home(member: Member, body: Json) -> Any:
    return await member.choose_home(body["action_id"], body["value"], **_block(body))


async def _press_modal(member: Member, body: Json) -> Any:
    return await member.press_modal(body["action_id"], **_target(body))


async def _fill(member: Member, body: Json) -> Any:
    return await member.fill(body["action_id"], body["value"], **_block(body))


async def _submit(member: Member, _body: Json) -> Json:
    outcome = await member.submit()
    return {**dataclasses.asdict(outcome), "errors": member.modal_errors}


async def _close(member: Member, body: Json) -> Any:
    return await member.close_modal(everything=bool(body.get("everything")))


async def _command(member: Member, body: Json) -> Any:
    return await member.command(body["command"], body.get("text", ""), channel=body.get("channel", ""))


DEEDS: dict[str, Deed] = {
    "post": _post,
    "edit": _edit,
    "delete": _delete,
    "react": _react,
    "upload": _upload,
    "command": _command,
    "shortcut": _shortcut,
    "press": _press,
    "choose": _choose,
    "home": _open_home,
    "press-home": _press_home,
    "choose-home": _choose_home,
    "press-modal": _press_modal,
    "fill": _fill,
    "submit": _submit,
    "close": _close,
}
