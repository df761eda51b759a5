"""Requests that were turned away at a door: counted for the health page, and an alarm when there are many."""

from collections import Counter, deque
from collections.abc import Callable
from time import monotonic

MANY = 20
WITHIN_SECONDS = 60.0


class Refusals:
    """Counts by door and reason. `alarm(door)` is called for `MANY` within `WITHIN_SECONDS`; it must not block."""

    def __init__(self, alarm: Callable[[str], None], clock: Callable[[], float] = monotonic) -> None:
        self._alarm, self._clock = alarm, clock
        self._counts: Counter[str] = Counter()
        self._lately: dict[str, deque[float]] = {}

    def at(self, door: str) -> Callable[[str], None]:
        """What the door of that name calls with its reason (``signature``, ``secret``, ``size``, ``unreadable``)."""
        lately = self._lately.setdefault(door, deque(maxlen=MANY))

        def refused(reason: str) -> None:
            self._counts[f"{door}.{reason}"] += 1
            lately.append(self._clock())
            if len(lately) == MANY and lately[-1] - lately[0] <= WITHIN_SECONDS:
                lately.clear()
                self._alarm(door)

        return refused

    @property
    def counts(self) -> dict[str, int]:
        """How many there were since the start, by ``door.reason``."""
        return dict(self._counts)
