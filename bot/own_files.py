"""Files that Liaison makes itself at the moment they are sent: nothing personal rests on disk for them."""

import orjson

from domain.content import FileRef
from domain.errors import Refused
from storage import erasure
from storage.engine import Database


class OwnFiles:
    """A `FileSource`: ``export:<resident id>`` is everything that is kept about that resident, as JSON."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def fetch(self, file: FileRef, limit: int) -> bytes:
        """The file's bytes. Raises Refused for an unknown handle or one over `limit` bytes."""
        kind, _, number = file.handle.partition(":")
        if kind != "export" or not number.isdigit():
            raise Refused(f"no such file: {kind}")
        async with self._db.read() as tx:
            data = await erasure.everything_about(tx, int(number))
        body = orjson.dumps(data, option=orjson.OPT_INDENT_2)
        if len(body) > limit:
            raise Refused("the export is larger than the platform takes")
        return body
