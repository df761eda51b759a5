"""Figures about a channel for the health page and alarms."""

from collections import deque
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

RATE_SECONDS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelHealth:
    """One channel at this moment. `rate`: messages a second over the last ten seconds. `queued` counts up to 10,000."""

    channel: str
    state: Literal["ok", "paused", "down", "revoked"]
    queued: int
    in_flight: int
    slots: int
    rate: float
    guard: float  # share of the rate kept free
    sent: int  # since the start
    failed: int
    rate_limited: int
    last_error: str | None
    last_error_at: datetime | None
    paused_until: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """Something that a person must hear about, and its end."""

    channel: str
    kind: Literal["revoked", "down", "back", "storage"]
    detail: str = ""


class Tally:
    """Counts of one channel. Instants are seconds of a monotonic clock."""

    def __init__(self) -> None:
        self.sent = self.failed = self.rate_limited = 0
        self.last_error: str | None = None
        self.last_error_at: datetime | None = None
        self._seconds: deque[tuple[int, int]] = deque(maxlen=RATE_SECONDS + 1)

    def count_sent(self, now: float) -> None:
        """One more was sent."""
        self.sent += 1
        second = int(now)
        if self._seconds and self._seconds[-1][0] == second:
            self._seconds[-1] = (second, self._seconds[-1][1] + 1)
        else:
            self._seconds.append((second, 1))

    def error(self, reason: str, at: datetime) -> None:
        """An error of the platform: its short code, never a text of a person."""
        self.last_error, self.last_error_at = reason, at

    def rate(self, now: float) -> float:
        """Messages a second over the last ten whole seconds."""
        this = int(now)
        return sum(count for second, count in self._seconds if this - RATE_SECONDS <= second < this) / RATE_SECONDS
