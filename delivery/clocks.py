"""The two clocks: the monotonic one for pacing, the wall clock for rows."""

import asyncio
from collections.abc import Callable
from datetime import datetime

from storage.tables import from_micros, to_micros

SECOND = 1_000_000  # microseconds


class Clocks:
    """`now` in seconds of the event loop's clock, which never jumps; `micros` of the wall clock, since 1970 UTC.

    To be made inside the running loop: `now` is that loop's own method, for it is asked several times a message.
    """

    def __init__(self, wall: Callable[[], datetime]) -> None:
        self.wall = wall
        self.now: Callable[[], float] = asyncio.get_running_loop().time
        self._offset = self.micros() - int(self.now() * SECOND)

    def set_back(self) -> int | None:
        """What the wall clock would say now, had it not been set back by more than a second since the last call."""
        now, micros = self.now(), self.micros()
        offset, before = micros - int(now * SECOND), self._offset
        self._offset = offset
        return int(now * SECOND) + before if offset < before - SECOND else None

    def micros(self) -> int:
        """Microseconds since 1970 UTC."""
        return to_micros(self.wall())

    def in_micros(self, at: float) -> int:
        """The wall clock's microseconds at the loop's instant `at`."""
        return self.micros() + int((at - self.now()) * SECOND)

    def in_seconds(self, micros: int) -> float:
        """The loop's instant at the wall clock's `micros`."""
        return self.now() + (micros - self.micros()) / SECOND

    def wall_at(self, at: float) -> datetime:
        """The wall clock at the loop's instant `at`."""
        return from_micros(self.in_micros(at))
