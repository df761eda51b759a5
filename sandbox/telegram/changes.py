"""A stream of what has changed, so that a page can show it live.

with changes.subscribe() as stream:
    async for change in stream: ...
"""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from types import TracebackType


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that happened. `kind`: message, edited, deleted, action, answer, reaction, pinned, chat, commands."""

    version: int
    kind: str
    bot_id: int
    chat_id: int | None
    message_id: int | None = None


class Stream:
    """One subscriber. When it lags more than its size behind, the oldest changes are lost and `lost` counts them."""

    def __init__(self, owner: "Changes", size: int) -> None:
        self._owner = owner
        self._queue: asyncio.Queue[Change] = asyncio.Queue(size)
        self.lost = 0

    def put(self, change: Change) -> None:
        if self._queue.full():
            self._queue.get_nowait()
            self.lost += 1
        self._queue.put_nowait(change)

    async def get(self) -> Change:
        """The next change, in order; waits for one."""
        return await self._queue.get()

    def __enter__(self) -> "Stream":
        self._owner.streams.add(self)
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _: TracebackType | None
    ) -> None:
        self._owner.streams.discard(self)

    async def __aiter__(self) -> AsyncIterator[Change]:
        while True:
            yield await self.get()


class Changes:
    """The counter of changes and those who listen. `version` grows with each change."""

    def __init__(self) -> None:
        self.version = 0
        self.streams: set[Stream] = set()
        self._waiters: list[asyncio.Future[None]] = []

    def subscribe(self, size: int = 1000) -> Stream:
        """A stream that starts with the next change; use it as a context manager."""
        return Stream(self, size)

    def note(self, kind: str, bot_id: int, chat_id: int | None, message_id: int | None = None) -> None:
        """Tell everybody; costs next to nothing when nobody listens."""
        self.version += 1
        if self.streams:
            change = Change(version=self.version, kind=kind, bot_id=bot_id, chat_id=chat_id, message_id=message_id)
            for stream in self.streams:
                stream.put(change)
        if self._waiters:
            waiters, self._waiters = self._waiters, []
            for waiter in waiters:
                if not waiter.done():
                    waiter.set_result(None)

    async def wait(self, version: int, seconds: float | None = None) -> int:
        """Return the version as soon as it is above `version`; after `seconds` return it as it is."""
        loop = asyncio.get_running_loop()
        deadline = None if seconds is None else loop.time() + seconds
        while self.version <= version:
            waiter: asyncio.Future[None] = loop.create_future()
            self._waiters.append(waiter)
            left = None if deadline is None else deadline - loop.time()
            if left is not None and left <= 0:
                break
            await asyncio.wait({waiter}, timeout=left)
        return self.version
