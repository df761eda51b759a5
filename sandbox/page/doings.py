"""What people do on the page, done on the emulators. A deed that makes no sense is a `Refusal` in plain words."""

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sandbox.page.town import Town, Townsman
from sandbox.slack import Member, NotOnScreenError, Outcome
from sandbox.telegram.chats import Message
from sandbox.telegram.residents import find_button

Json = dict[str, Any]
PRESS_SECONDS = 4.0
LARGEST_FILE = 25 * 1024 * 1024  # a little over what a bot may fetch, so that the refusal can be tried


class Refusal(ValueError):
    """This cannot be done; the text says why."""


def townsman_of(town: Town, number: int) -> Townsman:
    """The resident of that number. Raises Refusal."""
    if number not in town.people:
        raise Refusal("there is no such resident")
    return town.people[number]


def message_of(townsman: Townsman, number: object) -> Message | None:
    """A message of the resident's chat; None for no number. Raises Refusal for one that is not there."""
    if number is None:
        return None
    found = townsman.resident.chat.messages.get(int(str(number)))
    if found is None:
        raise Refusal("that message is not there any more")
    return found


def write(townsman: Townsman, data: Json) -> None:
    """Send a text, as a reply where `reply_to` says so."""
    text = str(data.get("text", ""))
    if not text.strip():
        raise Refusal("there is nothing to send")
    for start in range(0, len(text), 4096):  # a client sends a long text as several messages
        townsman.resident.write(text[start : start + 4096], reply_to=message_of(townsman, data.get("reply_to")))


def edit(townsman: Townsman, data: Json) -> None:
    """Change an own message."""
    message = message_of(townsman, data.get("message"))
    if message is None or message.outgoing:
        raise Refusal("only own messages can be changed")
    townsman.resident.edit(message, str(data.get("text", "")))


async def press(townsman: Townsman, data: Json) -> Json:
    """Press an inline button and wait for the bot's answer; its words are the toast."""
    message = message_of(townsman, data.get("message"))
    if message is None:
        raise Refusal("which message?")
    try:
        where = (int(data["row"]), int(data["column"]))
        query = townsman.resident.send_query(message, find_button(message, where))
    except (LookupError, ValueError) as error:
        raise Refusal("that button is not there any more") from error
    try:
        answer = await query.wait(PRESS_SECONDS)
    except TimeoutError:
        return {"toast": ""}
    return {"toast": answer.text}


def place(townsman: Townsman, data: Json, where: tuple[float, float]) -> None:
    """Send one's place."""
    content = {"location": {"latitude": where[0], "longitude": where[1]}}
    townsman.resident.send(content, reply_to=message_of(townsman, data.get("reply_to")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file as the browser sent it."""

    name: str
    mime: str
    content: bytes


def files(townsman: Townsman, kind: str, uploads: Sequence[Upload], caption: str) -> None:
    """Send files as photos, documents or a voice message; several photos are an album, the first bears the caption."""
    if not uploads:
        raise Refusal("there is no file")
    if any(len(upload.content) > LARGEST_FILE for upload in uploads):
        raise Refusal("the sandbox takes files up to 25 MB")
    pictures = kind == "photo" and all(upload.mime.startswith("image/") for upload in uploads)
    if not pictures and kind not in {"video", "voice"}:
        kind = "document"
    album = townsman.resident.bot.next_album_id() if pictures and len(uploads) > 1 else None
    for number, upload in enumerate(uploads):
        townsman.resident.attach(
            kind,
            upload.content,
            caption="" if number else caption,
            name=upload.name,
            media_type=upload.mime,
            group=album,
            duration=3 if kind == "voice" else None,
        )


def voice_sample(seconds: float = 1.2, rate: int = 8000) -> bytes:
    """A soft two-tone sound as a WAV file: a voice message that every browser can play."""
    count = int(seconds * rate)
    samples = bytes(128 + round(40 * _tone(i / rate) * min(1.0, 6 * (count - i) / count)) for i in range(count))
    head = struct.pack(
        "<4sI4s4sIHHIIHH4sI", b"RIFF", 36 + count, b"WAVE", b"fmt ", 16, 1, 1, rate, rate, 1, 8, b"data", count
    )
    return head + samples


def _tone(seconds: float) -> float:
    period = 1 / (330 if seconds < 0.6 else 262)
    phase = (seconds % period) / period
    return 4 * abs(phase - 0.5) - 1


async def use(member: Member, data: Json) -> Outcome:
    """Use an element of a message, of the home page or of the open form."""
    action, block = str(data.get("action_id", "")), str(data.get("block_id", ""))
    value = data.get("value")
    button = data.get("type") in {"button", "overflow"}
    if data.get("home"):
        if button:
            return await member.press_home(action, value=_text(value), block_id=block)
        return await member.choose_home(action, value, block_id=block)
    if data.get("modal"):
        if button:
            return await member.press_modal(action, value=_text(value), block_id=block)
        return await member.fill(action, value, block_id=block) or Outcome(ok=True)
    channel, ts = str(data.get("channel", "")), str(data.get("ts", ""))
    if button:
        return await member.press(channel, ts, action, value=_text(value), block_id=block)
    return await member.choose(channel, ts, action, value, block_id=block)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


async def submit(member: Member, data: Json) -> Outcome:
    """Fill the open form with what was entered and submit it."""
    for entry in data.get("values", []):
        if entry["value"] in ("", [], None):
            continue
        await member.fill(entry["action_id"], entry["value"], block_id=entry["block_id"])
    return await member.submit()


def say(member: Member, data: Json) -> None:
    """Write in a channel or thread."""
    text = str(data.get("text", ""))
    if not text.strip():
        raise Refusal("there is nothing to send")
    try:
        member.post(str(data.get("channel", "")), text, thread_ts=str(data.get("thread") or ""))
    except NotOnScreenError as error:
        raise Refusal(str(error)) from error
