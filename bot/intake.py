"""The way in: an update is on disk before anybody is told that it was received.

Updates that arrive together share one commit: a webhook delivers one at a time, dozens at once, and a commit that
reaches the disk costs more than a hundred rows. Whoever waits is told when the row is there, not before.
"""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime

from channels.raw import RawUpdate
from domain.crash_points import reach
from storage import inbox
from storage.engine import PASSING, Database, Tx
from storage.inbox import Arrival

MOST_TOGETHER = 500  # updates in one commit

Waiting = tuple[list[Arrival], asyncio.Future[None]]


class Intake:
    """Stores updates in the order in which they came."""

    def __init__(self, db: Database, now: Callable[[], datetime]) -> None:
        self._db, self._now = db, now
        self._waiting: list[Waiting] = []
        self._writer: asyncio.Task[None] | None = None

    async def store(self, updates: Sequence[RawUpdate]) -> None:
        """Put updates on disk; returns once they are there, and raises what kept them from it."""
        if not updates:
            return
        reach("received")
        arrivals = [
            Arrival(channel=u.channel, dedupe=u.dedupe, conversation=u.conversation, payload=u.payload) for u in updates
        ]
        kept = asyncio.get_running_loop().create_future()
        self._waiting.append((arrivals, kept))
        if self._writer is None or self._writer.done():
            self._writer = asyncio.create_task(self._write())
        await asyncio.shield(kept)
        reach("stored")

    async def _write(self) -> None:
        while self._waiting:
            together = self._next()
            try:
                await self._commit(together)
            except Exception as error:
                await self._one_by_one(together, error)
            else:
                for _, kept in together:
                    _tell(kept, None)

    def _next(self) -> list[Waiting]:
        """The longest beginning of the queue that goes into one commit: one delivery at least."""
        count, size = 0, 0
        for arrivals, _ in self._waiting:
            size += len(arrivals)
            if count and size > MOST_TOGETHER:
                break
            count += 1
        together, self._waiting = self._waiting[:count], self._waiting[count:]
        return together

    async def _one_by_one(self, together: list[Waiting], error: Exception) -> None:
        """One that cannot be stored must not keep the others out; trouble of the database concerns all of them."""
        for one in together:
            problem: Exception | None = error
            if len(together) > 1 and not isinstance(error, PASSING):
                try:
                    await self._commit([one])
                    problem = None
                except Exception as its_own:
                    problem = its_own
            _tell(one[1], problem)

    async def _commit(self, together: list[Waiting]) -> None:
        async def deed(tx: Tx) -> int:
            return await inbox.store(tx, [one for arrivals, _ in together for one in arrivals], self._now())

        await self._db.transact(deed)


def _tell(kept: asyncio.Future[None], problem: Exception | None) -> None:
    if kept.done():  # whoever waited is gone
        return
    if problem is None:
        kept.set_result(None)
    else:
        kept.set_exception(problem)
