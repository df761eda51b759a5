"""What a Telegram message carries besides its text: files, places, contacts, and kinds that cannot be taken in."""

import warnings
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from telegram import Message

from channels.telegram.message_fields import AROUND, REFUSED, SERVICE, TAKEN
from channels.telegram.updates import CHANNEL
from domain.content import Attachment, AttachmentKind, ContactCard, FileRef, Place


def unsupported_kind(raw: Mapping[str, Any]) -> str | None:
    """The kind of content that cannot be taken in (sticker, poll, a kind that is newer than this code), or None.

    Beside a text, only kinds known to be content count: an unknown field may as well be about the text.
    """
    strange = [name for name in raw if name not in AROUND and name not in TAKEN and name not in SERVICE]
    if raw.get("text") or raw.get("caption"):
        strange = [name for name in strange if name in REFUSED]
    return strange[0] if strange else None


def attachments_of(message: Message) -> tuple[Attachment, ...]:
    """The message's file, if it has one: Telegram sends one file a message, an album as several messages."""
    found = _photo(message) or _recording(message) or _file(message)
    return (found,) if found is not None else ()


def _photo(message: Message) -> Attachment | None:
    if not message.photo:
        return None
    largest = max(message.photo, key=lambda size: size.width * size.height)
    return _attachment("photo", largest, "photo", "jpg", "image/jpeg")


def _recording(message: Message) -> Attachment | None:
    if message.voice is not None:
        return _attachment("voice", message.voice, "voice", "ogg", "audio/ogg")
    if message.video_note is not None:
        return _attachment("video", message.video_note, "video", "mp4", "video/mp4")
    return None


def _file(message: Message) -> Attachment | None:
    if message.animation is not None:  # comes with a `document` of the same file, for old clients
        return _attachment("animation", message.animation, "animation", "mp4", "video/mp4")
    if message.video is not None:
        return _attachment("video", message.video, "video", "mp4", "video/mp4")
    if message.audio is not None:
        return _attachment("audio", message.audio, "audio", "mp3", "audio/mpeg")
    if message.document is not None:
        return _attachment("document", message.document, "document", "bin", "application/octet-stream")
    return None


def _attachment(kind: AttachmentKind, media: Any, stem: str, ending: str, mime: str) -> Attachment:
    given = getattr(media, "file_name", None)
    declared = getattr(media, "mime_type", None)
    size = media.file_size
    file = FileRef(
        channel=CHANNEL,
        handle=_text(media.file_id),
        name=given if isinstance(given, str) and given else f"{stem}-{_text(media.file_unique_id)[-8:]}.{ending}",
        mime=declared if isinstance(declared, str) and declared else mime,
        size=size if isinstance(size, int) else None,
    )
    return Attachment(kind=kind, file=file, duration=_duration(media))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("text expected")
    return value


def _duration(media: Any) -> int | None:
    """Whole seconds, whichever type this version of the library gives them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the library warns about the type, which is dealt with here
        value = getattr(media, "duration", None)
    if isinstance(value, timedelta):
        return int(value.total_seconds())
    return int(value) if isinstance(value, int | float) else None


def place_of(message: Message) -> Place | None:
    """The point that was shared; a venue's name and address become its label."""
    if message.venue is not None:
        label = ", ".join(part for part in (message.venue.title, message.venue.address) if part)
        point = message.venue.location
    elif message.location is not None:
        label, point = "", message.location
    else:
        return None
    latitude, longitude = float(point.latitude), float(point.longitude)
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise ValueError("not a point on the map")
    return Place(latitude=latitude, longitude=longitude, label=label)


def contact_of(message: Message) -> ContactCard | None:
    """The contact that was shared. Anyone's can be: only a matching user id makes it the sender's own."""
    contact = message.contact
    if contact is None:
        return None
    name = " ".join(part for part in (contact.first_name, contact.last_name) if part)
    own = message.from_user is not None and contact.user_id is not None and contact.user_id == message.from_user.id
    return ContactCard(name=name, phone=_text(contact.phone_number), own=own)
