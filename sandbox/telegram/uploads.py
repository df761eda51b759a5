"""The file a call speaks of: uploaded in this request, named by file_id, or given as a URL.

Bot API: upload up to 50 MB, a photo up to 10 MB. The emulator reaches out to nobody, so a URL is refused the way
Telegram refuses one that it cannot fetch.
"""

import re
from typing import Any

from sandbox.telegram.arguments import Arguments, UploadedFile
from sandbox.telegram.bots import Bot
from sandbox.telegram.calls import Call
from sandbox.telegram.errors import ApiError, bad_request
from sandbox.telegram.files import PHOTO_LIMIT, UPLOAD_LIMIT, StoredFile
from sandbox.telegram.identity import Json
from sandbox.telegram.media import store
from sandbox.telegram.pictures import picture_size

_FILE_ID = re.compile(r"[A-Za-z0-9_-]{10,}")
_NAMES = {
    "photo": "Photo",
    "document": "Document",
    "video": "Video",
    "animation": "Animation",
    "audio": "Audio",
    "voice": "VoiceNote",
    "video_note": "VideoNote",
    "sticker": "Sticker",
}
_INTERCHANGEABLE = frozenset((("document", "animation"), ("animation", "document"), ("video", "animation")))
_DETAILS = ("duration", "width", "height", "length", "title", "performer", "emoji")


def file_of(call: Call, kind: str, name: str, details: Json | None = None) -> StoredFile:
    """The file of the argument `name`. Raises 400 when there is none or it will not do as this kind."""
    details = _details(call.arguments) if details is None else details
    given = call.arguments.files.get(name)
    if given is None and not call.arguments.text(name).startswith("attach://"):
        return file_named(call, kind, call.arguments.text(name), details)
    details |= thumbnail(call, call.arguments.text("thumbnail"))
    if given is not None:
        return _keep(call.bot, kind, given, details)
    return file_named(call, kind, call.arguments.text(name), details)


def thumbnail(call: Call, value: str) -> Json:
    """The thumbnail uploaded beside a file, as a detail of it; anything but an uploaded picture is ignored."""
    given = call.arguments.files.get(value.removeprefix("attach://") or "thumbnail")
    size = picture_size(given.content) if given is not None else None
    if given is None or size is None:
        return {}
    small = store(call.bot.files, "photo", given.content, name=None, media_type="image/jpeg")
    identity = {"file_id": small.id, "file_unique_id": small.unique_id}
    return {"thumbnail": {**identity, "width": size[0], "height": size[1], "file_size": small.size}}


def file_named(call: Call, kind: str, value: str, details: Json) -> StoredFile:
    """The file behind attach://name, a file_id or a URL."""
    if not value:
        raise bad_request(f"there is no {kind.replace('_', ' ')} in the request")
    if value.startswith("attach://"):
        given = call.arguments.files.get(value.removeprefix("attach://"))
        if given is None:
            raise bad_request(f"there is no {kind.replace('_', ' ')} in the request")
        return _keep(call.bot, kind, given, details)
    if "://" in value:
        raise bad_request("failed to get HTTP URL content")
    return _known(call.bot, kind, value)


def _details(arguments: Arguments) -> Json:
    numbers = {"duration": 86_400, "width": 10_000, "height": 10_000, "length": 10_000}
    details: Json = {name: arguments.integer(name, 0, 0, most) for name, most in numbers.items()}
    return details | {name: arguments.text(name) for name in ("title", "performer", "emoji")}


def item_details(item: Json) -> Json:
    """The details that an InputMedia object carries."""
    return {name: item[name] for name in _DETAILS if isinstance(item.get(name), int | str)}


def _known(bot: Bot, kind: str, file_id: str) -> StoredFile:
    stored = bot.files.get(file_id)
    if stored is None:
        if not _FILE_ID.fullmatch(file_id):
            raise bad_request("wrong file identifier/HTTP URL specified")
        raise bad_request("wrong remote file identifier specified: can't unserialize it. Wrong last symbol")
    if stored.kind != kind and (stored.kind, kind) not in _INTERCHANGEABLE:
        raise bad_request(f"can't use file of type {_NAMES[stored.kind]} as {_NAMES[kind]}")
    return stored


def _keep(bot: Bot, kind: str, given: UploadedFile, details: Json) -> StoredFile:
    size = len(given.content)
    if size == 0:
        raise bad_request("file must be non-empty")
    if size > UPLOAD_LIMIT:
        raise ApiError(413, "Request Entity Too Large")
    if kind == "photo":
        _check_photo(given.content)
    media_type = given.media_type if given.media_type != "application/octet-stream" else ""
    return store(bot.files, kind, given.content, name=_file_name(given.name), media_type=media_type, **details)


def _check_photo(content: bytes) -> None:
    if len(content) > PHOTO_LIMIT:
        limit = f"the maximum size is {PHOTO_LIMIT} bytes"
        raise bad_request(f"file of size {len(content)} bytes is too big for a photo; {limit}")
    size = picture_size(content)
    if size is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    width, height = size
    if not width or not height or width + height > 10_000 or max(width, height) > 20 * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")


def _file_name(name: str) -> str:
    """The last part of a path, as the server keeps it."""
    return re.split(r"[/\\]", name)[-1] or "file"


def listed(value: Any, what: str) -> list[Json]:
    """A list of objects, as InputMedia come. Raises 400 when it is none."""
    if not isinstance(value, list):
        raise bad_request(f"Expected an Array of {what}")
    for item in value:
        if not isinstance(item, dict):
            raise bad_request(f"Can't parse {what}: expected an Object")
    return value
