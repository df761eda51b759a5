"""Our share of a channel's limit where several engines send: less at once, more only after a whole window.

The shares of all engines together never exceed the limit. Whoever gives up a part has just used it, so whoever gets it
waits until the window in which it was used is over: no window of the platform sees more than the limit.
"""

import asyncio
from collections.abc import Callable

from delivery.limits import Pace


class Share:
    """Turns shares (messages a window) into the rate of `pace`. Alone, all of it is ours from the start.

    `changed` is called when another rate holds.
    """

    def __init__(self, pace: Pace, changed: Callable[[], None]) -> None:
        self._pace, self._whole, self._rate, self._changed = pace, pace.count, pace.rate, changed
        self._granted = pace.count
        self._timer: asyncio.TimerHandle | None = None

    @staticmethod
    def whole(rate: float) -> int:
        """Messages that all engines together may send in a window at `rate` messages a second."""
        return Pace(rate).count

    def first(self, share: int) -> None:
        """What we begin with: nobody else has used it within the window that a start waits for anyway."""
        self._granted = share
        self._use(share)

    def lower(self, share: int) -> None:
        """Use no more than `share` from this moment."""
        if share < self._granted:
            self.close()
            self._granted = share
            self._use(share)

    def grant(self, share: int) -> None:
        """`share` is ours; where that is more than before, after a window."""
        self.lower(share)
        if share > self._granted:
            self.close()
            self._granted = share
            self._timer = asyncio.get_running_loop().call_later(self._pace.window, self._use, share)

    def close(self) -> None:
        """Forget what was to come."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _use(self, share: int) -> None:
        self._pace.allow(self._rate * share / self._whole, share)
        self._changed()
