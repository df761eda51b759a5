"""Files as parts of a message: how photo, voice, video, document and the others are shown."""

import mimetypes
from collections.abc import Callable

from sandbox.telegram.files import FileStore, StoredFile
from sandbox.telegram.identity import Json
from sandbox.telegram.pictures import picture_size

KINDS = ("photo", "document", "video", "animation", "audio", "voice", "video_note", "sticker")
_MEDIA_TYPES = {"voice": "audio/ogg", "video": "video/mp4", "animation": "video/mp4", "audio": "audio/mpeg"}
_THUMBNAIL = 90


def store(
    files: FileStore, kind: str, content: bytes | None, *, name: str | None, media_type: str, **details: object
) -> StoredFile:
    """Keep a file of this kind with what can be told about it (duration, width, height, title …)."""
    known: Json = {key: value for key, value in details.items() if value not in (None, "", 0, False)}
    if kind == "photo" and content is not None:
        known["width"], known["height"] = picture_size(content) or (320, 240)
    guessed = media_type or (mimetypes.guess_type(name)[0] if name else None) or _MEDIA_TYPES.get(kind)
    size = known.pop("size", None)
    return files.add(
        kind,
        content,
        size=size if isinstance(size, int) else None,
        name=name,
        media_type=guessed or "application/octet-stream",
        details=known,
    )


def fields(files: FileStore, stored: StoredFile) -> Json:
    """The message fields that show this file: one, or two for an animation (which is a document as well)."""
    if stored.kind == "photo":
        return {"photo": photo_sizes(files, stored)}
    shown = _SHOWN[stored.kind](stored) | _some(stored, "thumbnail")
    if stored.kind == "animation":
        return {"animation": shown, "document": _document(stored) | _some(stored, "thumbnail")}
    return {stored.kind: shown}


def photo_sizes(files: FileStore, stored: StoredFile) -> list[Json]:
    """The PhotoSize list of a picture, smallest first; the smaller size is a file of its own."""
    width, height = stored.details["width"], stored.details["height"]
    full = {**_identity(stored), "width": width, "height": height, "file_size": stored.size}
    longest = max(width, height)
    if longest <= _THUMBNAIL:
        return [full]
    if "thumbnail" not in stored.details:
        small = files.add("photo", stored.content, size=stored.size, details={})
        small.details |= {
            "width": max(1, width * _THUMBNAIL // longest),
            "height": max(1, height * _THUMBNAIL // longest),
        }
        stored.details["thumbnail"] = {
            **_identity(small),
            "width": small.details["width"],
            "height": small.details["height"],
            "file_size": small.size,
        }
    return [stored.details["thumbnail"], full]


def _identity(stored: StoredFile) -> Json:
    return {"file_id": stored.id, "file_unique_id": stored.unique_id}


def _named(stored: StoredFile) -> Json:
    named: Json = {}
    if stored.name:
        named["file_name"] = stored.name
    if stored.media_type:
        named["mime_type"] = stored.media_type
    return named


def _some(stored: StoredFile, *names: str) -> Json:
    return {name: stored.details[name] for name in names if name in stored.details}


def _document(stored: StoredFile) -> Json:
    return {**_named(stored), **_identity(stored), "file_size": stored.size}


def _voice(stored: StoredFile) -> Json:
    details = {"duration": stored.details.get("duration", 0), "mime_type": stored.media_type or "audio/ogg"}
    return {**details, **_identity(stored), "file_size": stored.size}


def _audio(stored: StoredFile) -> Json:
    details = {"duration": stored.details.get("duration", 0), **_named(stored), **_some(stored, "title", "performer")}
    return {**details, **_identity(stored), "file_size": stored.size}


def _moving(stored: StoredFile) -> Json:
    size = {"width": stored.details.get("width", 320), "height": stored.details.get("height", 240)}
    details = {**size, "duration": stored.details.get("duration", 0), **_named(stored)}
    return {**details, **_identity(stored), "file_size": stored.size}


def _video_note(stored: StoredFile) -> Json:
    details = {"length": stored.details.get("length", 240), "duration": stored.details.get("duration", 0)}
    return {**details, **_identity(stored), "file_size": stored.size}


def _sticker(stored: StoredFile) -> Json:
    details = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
    return {**details, **_some(stored, "emoji", "set_name"), **_identity(stored), "file_size": stored.size}


_SHOWN: dict[str, Callable[[StoredFile], Json]] = {
    "document": _document,
    "voice": _voice,
    "audio": _audio,
    "video": _moving,
    "animation": _moving,
    "video_note": _video_note,
    "sticker": _sticker,
}
