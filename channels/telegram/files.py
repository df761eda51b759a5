"""Files to and from Telegram."""

import asyncio
from pathlib import Path
from typing import Any

from telegram import Bot, InputFile
from telegram import Message as Sent
from telegram.error import BadRequest

from channels.filename import safe_name
from channels.telegram.transport import AiohttpRequest, TooLarge
from domain.content import Attachment, FileRef
from domain.errors import PlatformDown, Refused

DOWNLOAD_LIMIT = 20 * 1024 * 1024  # Bot API: getFile, 20 MB
UPLOAD_LIMIT = 50 * 1024 * 1024  # Bot API: sendDocument, 50 MB
PHOTO_LIMIT = 10 * 1024 * 1024  # Bot API: sendPhoto, 10 MB

_PHOTOS = frozenset({"image/jpeg", "image/png", "image/webp"})
_VOICES = frozenset({"audio/ogg", "audio/opus"})
_AUDIOS = frozenset({"audio/mpeg", "audio/mp4", "audio/x-m4a"})


async def download(bot: Bot, request: AiohttpRequest, file: FileRef, limit: int) -> bytes:
    """The file's bytes. Raises `Refused` where it is larger than `limit` or Telegram's own 20 MB, or has vanished."""
    limit = min(limit, DOWNLOAD_LIMIT) if not bot.local_mode else limit
    if file.size is not None and file.size > limit:
        raise Refused("file is too big")
    found = await bot.get_file(file.handle)
    if not found.file_path:
        raise Refused("file has no path any more")
    if not found.file_path.startswith(("http://", "https://")):  # a Bot API server in local mode shares its disk
        return await asyncio.to_thread(_read_local, Path(found.file_path), limit)
    try:
        status, content = await request.download(found.file_path, limit)
    except TooLarge:
        raise Refused("file is too big") from None
    if status >= 500:
        raise PlatformDown(f"HTTP {status}")
    if status != 200:
        raise Refused(f"file is not there: HTTP {status}")
    return content


def _read_local(path: Path, limit: int) -> bytes:
    try:
        if path.stat().st_size > limit:
            raise Refused("file is too big")
        return path.read_bytes()
    except OSError as error:
        raise Refused(f"file is not there: {type(error).__name__}") from None


async def resend(bot: Bot, attachment: Attachment, options: dict[str, Any]) -> Sent:
    """Pass on a file that rests at Telegram already, by its file_id: nothing is downloaded or uploaded."""
    return await _send(bot, attachment.kind, attachment.file.handle, options)


async def upload(bot: Bot, attachment: Attachment, content: bytes, options: dict[str, Any]) -> Sent:
    """Upload `content` as what it is; what Telegram does not take as a picture goes as a document."""
    file = InputFile(content, filename=safe_name(attachment.file.name))
    kind = _kind(attachment, len(content))
    try:
        return await _send(bot, kind, file, options)
    except BadRequest:
        if kind == "document":
            raise
        return await _send(bot, "document", InputFile(content, filename=safe_name(attachment.file.name)), options)


def _kind(attachment: Attachment, size: int) -> str:
    mime = attachment.file.mime
    fits = {
        "photo": mime in _PHOTOS and size <= PHOTO_LIMIT,
        "voice": mime in _VOICES,
        "audio": mime in _AUDIOS,
        "video": mime == "video/mp4",
        "animation": mime in ("image/gif", "video/mp4"),
    }
    return attachment.kind if fits.get(attachment.kind) else "document"


async def _send(bot: Bot, kind: str, file: InputFile | str, options: dict[str, Any]) -> Sent:
    if kind == "photo":
        return await bot.send_photo(photo=file, **options)
    if kind == "voice":
        return await bot.send_voice(voice=file, **options)
    if kind == "audio":
        return await bot.send_audio(audio=file, **options)
    if kind == "video":
        return await bot.send_video(video=file, **options)
    if kind == "animation":
        return await bot.send_animation(animation=file, **options)
    return await bot.send_document(document=file, **options)
