"""Permits, taken strictly after the intent is on disk and right before the request, best lane first.

A permit taken before the commit breaks the limit even at 99 % of it; and because the best lane goes first here, an
emergency overtakes whatever was claimed before it.
"""

import asyncio
import heapq
from collections.abc import Callable

from delivery.clocks import SECOND, Clocks
from delivery.limits import Chats, Pace
from domain.delivery import DeliveryState
from storage.ledger import Outcome, Waiting

AT_ONCE = 16  # permits taken before the requests get to leave: a permit is worth what it says only at its own time
STALE = 2.0  # seconds after which a claimed row that got no permit is given back


class Pacer:
    """Rows that are claimed and wait for their permit.

    `launch` sends a row; `end` takes an outcome without a send; `held` says whether no other send may start now;
    `low` is called when a row has left and there may be room for another.
    """

    def __init__(
        self,
        pace: Pace,
        chats: Chats,
        clocks: Clocks,
        *,
        launch: Callable[[Waiting], None],
        end: Callable[[Outcome], None],
        held: Callable[[], bool],
        low: Callable[[], None],
    ) -> None:
        self._pace, self._chats, self._clocks = pace, chats, clocks
        self._launch, self._end, self._held, self._low = launch, end, held, low
        self._ready: list[tuple[int, int, float, Waiting]] = []  # heap: lane, id, since, row
        self._tick = asyncio.Event()

    def __len__(self) -> int:
        return len(self._ready)

    @property
    def worst(self) -> int | None:
        """The worst lane that waits; None where nothing does."""
        return max((lane for lane, *_ in self._ready), default=None)

    def add(self, rows: list[Waiting]) -> None:
        """These are claimed: send them as soon as the limits allow."""
        now = self._clocks.now()
        for row in rows:
            heapq.heappush(self._ready, (row.lane, row.id, now, row))
        if rows:
            self._tick.set()

    def wake(self) -> None:
        """The limits have changed."""
        self._tick.set()

    def withdraw(self, since: float = float("inf")) -> None:
        """Give back, untouched, what is claimed and has not left: all of it, or what waits since before `since`."""
        back = [entry for entry in self._ready if entry[2] < since]
        if back:
            self._ready = [entry for entry in self._ready if entry[2] >= since]
            heapq.heapify(self._ready)
        for entry in back:
            self._give_back(entry[3])

    def sweep(self) -> None:
        """Give back what has waited too long: a better lane has the rate, or the channel waits."""
        self.withdraw(self._clocks.now() - STALE)

    async def run(self) -> None:
        """Hand out permits until cancelled."""
        loop = asyncio.get_running_loop()
        while True:
            wake_at = self._launch_due()
            if wake_at is not None and wake_at <= self._clocks.now():
                await asyncio.sleep(0)
                continue
            handle = None if wake_at is None else loop.call_at(wake_at, self._tick.set)
            await self._tick.wait()
            self._tick.clear()
            if handle is not None:
                handle.cancel()

    def _launch_due(self) -> float | None:
        """Send a few that may go now. Returns when to look again; None: when something new is claimed."""
        before = len(self._ready)
        try:
            for _ in range(AT_ONCE):
                if not self._ready:
                    return None
                now = self._clocks.now()
                at = self._pace.earliest(now)
                if at > now:
                    return at
                self._release(heapq.heappop(self._ready)[3], now)
            return self._clocks.now()
        finally:
            if len(self._ready) < before:
                self._low()

    def _release(self, row: Waiting, now: float) -> None:
        free = self._chats.earliest(row.address, now)
        if row.not_after is not None and row.not_after <= self._clocks.micros():
            self._end(Outcome(row, DeliveryState.EXPIRED, "expired"))
        elif free > now or self._held():
            self._give_back(row, max(0.0, free - now))
        else:
            self._pace.take(now)
            self._chats.take(row.address, now)
            self._launch(row)

    def _give_back(self, row: Waiting, seconds: float = 0.0) -> None:
        at = max(row.next_at, self._clocks.micros() + int(seconds * SECOND)) if seconds else row.next_at
        self._end(Outcome(row, DeliveryState.QUEUED, next_at=at))
