"""Files that travelled through a bot: bytes, identifiers and paths, with the Bot API's limits of size.

Bot API: download 20 MB; upload 50 MB, a photo 10 MB.
"""

import base64
import hashlib
from dataclasses import dataclass

from sandbox.telegram.identity import Json

DOWNLOAD_LIMIT = 20 * 1024 * 1024
UPLOAD_LIMIT = 50 * 1024 * 1024
PHOTO_LIMIT = 10 * 1024 * 1024

_FOLDERS = {
    "photo": "photos",
    "voice": "voice",
    "video": "videos",
    "video_note": "video_notes",
    "audio": "music",
    "animation": "animations",
    "sticker": "stickers",
    "document": "documents",
}
_SUFFIXES = {
    "photo": ".jpg",
    "voice": ".oga",
    "video": ".mp4",
    "video_note": ".mp4",
    "audio": ".mp3",
    "animation": ".mp4",
    "sticker": ".webp",
    "document": "",
}


@dataclass(slots=True, kw_only=True, eq=False)
class StoredFile:
    """One file. `content` None stands for a file whose bytes are gone: getFile refuses it.

    `size` may be larger than the content, so that a too big file can be shown without being stored.
    """

    id: str
    unique_id: str
    kind: str
    content: bytes | None
    size: int
    path: str
    name: str | None = None
    media_type: str | None = None
    details: Json

    def shown(self) -> Json:
        """The Bot API object File, without its path (getFile adds it)."""
        return {"file_id": self.id, "file_unique_id": self.unique_id, "file_size": self.size}


class FileStore:
    """The files that one bot may use, by file_id and by path."""

    def __init__(self, bot_id: int) -> None:
        self._bot_id = bot_id
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def add(
        self,
        kind: str,
        content: bytes | None,
        *,
        size: int | None = None,
        name: str | None = None,
        media_type: str | None = None,
        details: Json | None = None,
    ) -> StoredFile:
        """Keep a file and give it its identifiers and its path."""
        number = len(self._by_id) + 1
        stored = StoredFile(
            id=_identifier(f"{self._bot_id}:{kind}:{number}", 40),
            unique_id=_identifier(f"{kind}:{number}:{len(content or b'')}", 9),
            kind=kind,
            content=content,
            size=len(content or b"") if size is None else size,
            path=f"{_FOLDERS[kind]}/file_{number}{_suffix(kind, name)}",
            name=name,
            media_type=media_type,
            details=details or {},
        )
        self._by_id[stored.id] = stored
        self._by_path[stored.path] = stored
        return stored

    def get(self, file_id: str) -> StoredFile | None:
        """The file behind a file_id of this bot."""
        return self._by_id.get(file_id)

    def at(self, path: str) -> StoredFile | None:
        """The file behind a file_path."""
        return self._by_path.get(path)


def _suffix(kind: str, name: str | None) -> str:
    if kind in ("document", "audio", "video", "animation") and name and "." in name:
        ending = name.rsplit(".", 1)[1]
        if ending.isascii() and ending.isalnum() and len(ending) <= 8:
            return f".{ending.lower()}"
    return _SUFFIXES[kind]


def _identifier(seed: str, size: int) -> str:
    digest = hashlib.sha256(seed.encode()).digest() + hashlib.sha256(f"+{seed}".encode()).digest()
    return "A" + base64.urlsafe_b64encode(digest[:size]).decode().rstrip("=")
