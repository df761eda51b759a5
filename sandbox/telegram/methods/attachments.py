"""sendPhoto and its sisters: one file, an optional caption, and the options of each kind."""

from sandbox.telegram.calls import Call, method
from sandbox.telegram.chats import Message
from sandbox.telegram.errors import bad_request
from sandbox.telegram.identity import Json
from sandbox.telegram.media import fields
from sandbox.telegram.posting import caption_fields, envelope, format_text, post, read_text
from sandbox.telegram.uploads import file_named, file_of, item_details, listed, thumbnail

_SPOILED = ("photo", "video", "animation")
_UNCAPTIONED = ("video_note", "sticker")
_ALBUM_KINDS = ("photo", "video", "document", "audio")
_MAX_ALBUM = 10


@method("sendPhoto", sends=True)
def send_photo(call: Call) -> Message:
    """Send a picture of up to 10 MB."""
    return _send(call, "photo")


@method("sendDocument", sends=True)
def send_document(call: Call) -> Message:
    """Send any file of up to 50 MB."""
    return _send(call, "document")


@method("sendVideo", sends=True)
def send_video(call: Call) -> Message:
    """Send a video."""
    return _send(call, "video")


@method("sendAnimation", sends=True)
def send_animation(call: Call) -> Message:
    """Send a GIF or a silent video."""
    return _send(call, "animation")


@method("sendAudio", sends=True)
def send_audio(call: Call) -> Message:
    """Send music."""
    return _send(call, "audio")


@method("sendVoice", sends=True)
def send_voice(call: Call) -> Message:
    """Send a voice message."""
    return _send(call, "voice")


@method("sendVideoNote", sends=True)
def send_video_note(call: Call) -> Message:
    """Send a round video."""
    return _send(call, "video_note")


@method("sendSticker", sends=True)
def send_sticker(call: Call) -> Message:
    """Send a sticker."""
    return _send(call, "sticker")


def _send(call: Call, kind: str) -> Message:
    caption = {} if kind in _UNCAPTIONED else caption_fields(read_text(call, "caption", "caption_entities"))
    if caption and kind in _SPOILED and call.arguments.flag("show_caption_above_media"):
        caption["show_caption_above_media"] = True
    where = envelope(call)
    content = fields(call.bot.files, file_of(call, kind, kind))
    if kind in _SPOILED and call.arguments.flag("has_spoiler"):
        content["has_media_spoiler"] = True
    return post(call, where, {**content, **caption})


@method("sendMediaGroup", sends=True)
def send_media_group(call: Call) -> list[Message]:
    """Send 2-10 photos and videos, or documents, or audio files, as an album of separate messages."""
    items = listed(call.arguments.decoded("media", "media"), "InputMedia")
    if not items:
        raise bad_request("there are no messages to send")
    if len(items) > _MAX_ALBUM:
        raise bad_request("too many messages to send as an album")
    contents = [album_item(call, item) for item in items]
    _check_mixture([str(item["type"]) for item in items])
    where = envelope(call)
    group = {"media_group_id": call.bot.next_album_id()} if len(items) > 1 else {}
    return [post(call, where, {**group, **content}) for content in contents]


def album_item(call: Call, item: Json) -> Json:
    """Content fields of one InputMedia of an album."""
    kind = str(item.get("type") or "").lower()
    if kind not in _ALBUM_KINDS:
        raise bad_request(f"Can't parse InputMedia: type \"{kind}\" can't be used in sendMediaGroup")
    return media_item(call, item)


def media_item(call: Call, item: Json) -> Json:
    """Content fields of an InputMedia object: file, caption, options."""
    kind = str(item.get("type") or "").lower()
    if not item.get("media"):
        raise bad_request("Can't parse InputMedia: media not found")
    details = item_details(item) | thumbnail(call, str(item.get("thumbnail") or "-"))
    stored = file_named(call, kind, str(item["media"]), details)
    text = format_caption(call, item)
    content = {**fields(call.bot.files, stored), **text}
    if text and item.get("show_caption_above_media") and kind in _SPOILED:
        content["show_caption_above_media"] = True
    if item.get("has_spoiler") and kind in _SPOILED:
        content["has_media_spoiler"] = True
    return content


def format_caption(call: Call, item: Json) -> Json:
    """Caption fields of an InputMedia object."""
    mode = str(item.get("parse_mode") or "")
    return caption_fields(format_text(call, str(item.get("caption") or ""), mode, item.get("caption_entities")))


def _check_mixture(kinds: list[str]) -> None:
    for lonely in ("document", "audio"):
        if lonely in kinds and set(kinds) != {lonely}:
            raise bad_request(f"{lonely} can't be mixed with other media types")
