"""Counting within a window that starts anew once it is over: two numbers, whatever the traffic."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """So many since then."""

    since: datetime | None = None
    number: int = 0

    def count(self, now: datetime, window: timedelta) -> "Tally":
        """One more at `now`; a window that is over is forgotten."""
        if self.since is None or not timedelta(0) <= now - self.since < window:
            return Tally(since=now, number=1)
        return Tally(since=self.since, number=self.number + 1)

    def write(self) -> list[Any]:
        """As JSON values."""
        return [self.since.isoformat() if self.since else None, self.number]

    @classmethod
    def read(cls, data: Any) -> "Tally":
        """From JSON values; an empty tally for anything else."""
        if not (isinstance(data, list) and len(data) == 2 and data[0]):
            return cls()
        return cls(since=datetime.fromisoformat(data[0]), number=int(data[1]))
