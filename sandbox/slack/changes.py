"""Tell watchers that something in the workspace changed: a live page, or a test that waits for a result.

`changes.version` counts up with every change. `changes.watch()` is an asynchronous iterator of Change;
`await changes.until(condition)` returns what `condition()` returns as soon as that is true.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")
_WATCHER_BACKLOG = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """`kind` says what happened ("message", "view", "home", "channel", "member", "socket", "file", "fault", …)."""

    version: int
    kind: str
    channel: str = ""
    ts: str = ""
    user: str = ""


class Changes:
    """The workspace's feed of changes."""

    def __init__(self) -> None:
        self.version = 0
        self._watchers: set[asyncio.Queue[Change]] = set()

    def note(self, kind: str, *, channel: str = "", ts: str = "", user: str = "") -> None:
        """Record one change and wake everyone who watches."""
        self.version += 1
        change = Change(version=self.version, kind=kind, channel=channel, ts=ts, user=user)
        for queue in self._watchers:
            with suppress(asyncio.QueueFull):  # a watcher that stopped reading must not hold the workspace up
                queue.put_nowait(change)

    def subscribe(self) -> asyncio.Queue[Change]:
        """A queue that gets every change from now on, until unsubscribe()."""
        queue: asyncio.Queue[Change] = asyncio.Queue(_WATCHER_BACKLOG)
        self._watchers.add(queue)
        return queue

    def unsubscribe(self, queue: asyncio.Queue[Change]) -> None:
        self._watchers.discard(queue)

    async def watch(self) -> AsyncIterator[Change]:
        """Every change from now on."""
        queue = self.subscribe()
        try:
            while True:
                yield await queue.get()
        finally:
            self.unsubscribe(queue)

    async def until(self, condition: Callable[[], T], within: float = 5.0) -> T:
        """Wait for a true `condition()`, looked at after each change; TimeoutError after `within` seconds."""
        queue = self.subscribe()
        try:
            async with asyncio.timeout(within):
                while not (result := condition()):
                    await queue.get()
                return result
        finally:
            self.unsubscribe(queue)
