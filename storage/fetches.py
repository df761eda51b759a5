"""Files to fetch: a row written by the handler that heard of the file, ended in the transaction that has read it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from domain.codec import decode, encode
from domain.content import FileRef
from storage.engine import Tx
from storage.tables_fetches import fetches

ATTEMPTS = 5
PAUSE = timedelta(seconds=20)  # before the next try, times the tries so far


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetch:
    """One file to fetch, who handed it over and where."""

    id: int
    purpose: str
    file: FileRef
    user: str
    channel_id: str
    thread: str | None
    attempts: int


def _fetch(row: Any) -> Fetch:
    return Fetch(
        id=row.id,
        purpose=row.purpose,
        file=decode(FileRef, row.file),
        user=row.user,
        channel_id=row.channel_id,
        thread=row.thread,
        attempts=row.attempts,
    )


async def want(
    tx: Tx, purpose: str, file: FileRef, now: datetime, *, user: str, channel_id: str, thread: str | None
) -> None:
    """Have a file fetched for `purpose`."""
    await tx.insert(
        fetches, purpose=purpose, file=encode(file), user=user, channel_id=channel_id, thread=thread, next_at=now
    )
    tx.wake("fetches")


async def due(tx: Tx, now: datetime, limit: int = 10) -> list[Fetch]:
    """Files to fetch now, oldest first."""
    waiting = sa.select(fetches).where(fetches.c.state == "due", fetches.c.next_at <= now)
    return [_fetch(row) for row in await tx.all(waiting.order_by(fetches.c.next_at, fetches.c.id).limit(limit))]


async def end(tx: Tx, fetch: Fetch, state: str) -> bool:
    """The file was read (``done``) or cannot be had (``failed``). False where another process has ended it."""
    mine = sa.and_(fetches.c.id == fetch.id, fetches.c.state == "due")
    return (await tx.execute(fetches.update().where(mine).values(state=state))).rowcount == 1


async def again(tx: Tx, fetch: Fetch, now: datetime) -> bool:
    """Try once more later. False where it was tried often enough."""
    if fetch.attempts + 1 >= ATTEMPTS:
        return False
    later = {"attempts": fetch.attempts + 1, "next_at": now + PAUSE * (fetch.attempts + 1)}
    await tx.execute(fetches.update().where(fetches.c.id == fetch.id, fetches.c.state == "due").values(**later))
    return True
