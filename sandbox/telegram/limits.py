"""Flood limits, enforced when asked: so many messages in any one-second window, per chat, and per group and minute.

Telegram does not publish its limits; the defaults are those of its FAQ (about 30 a second over all chats, 1 a second
in one chat, 20 a minute in one group) and of paid broadcasts (1000 a second).
"""

import math
from collections import deque
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """Messages per second over all chats, the same for paid broadcasts, per second and chat, per minute and group.

    None switches one limit off. `burst` is how many messages one chat may get at once before its limit bites.
    `penalty` is the retry_after in seconds when fixed; None computes it from the window.
    """

    per_second: int | None = 30
    paid_per_second: int | None = 1000
    per_chat_second: int | None = 1
    per_group_minute: int | None = 20
    burst: int = 1
    penalty: int | None = None


class Window:
    """At most `count` events in any half-open window of `seconds`."""

    __slots__ = ("_times", "count", "seconds")

    def __init__(self, count: int, seconds: float) -> None:
        self.count = count
        self.seconds = seconds
        self._times: deque[float] = deque()

    def wait(self, now: float) -> float:
        """Seconds until one more event fits, 0 when it fits now."""
        while self._times and self._times[0] <= now - self.seconds:
            self._times.popleft()
        if len(self._times) < self.count:
            return 0.0
        return self._times[len(self._times) - self.count] + self.seconds - now

    def add(self, now: float) -> None:
        """Count an event."""
        self._times.append(now)

    @property
    def idle(self) -> bool:
        """Whether nothing is counted any more."""
        return not self._times


class Limiter:
    """Judges one bot's messages. `refused` counts the answers 429 that the rates have caused."""

    def __init__(self, rates: Rates | None = None) -> None:
        self.refused = 0
        self.apply(rates)

    def apply(self, rates: Rates | None) -> None:
        """Enforce these rates from now on; None enforces nothing."""
        self.rates = rates
        self._all = Window(rates.per_second, 1.0) if rates and rates.per_second else None
        self._paid = Window(rates.paid_per_second, 1.0) if rates and rates.paid_per_second else None
        self._chats: dict[int, Window] = {}
        self._groups: dict[int, Window] = {}

    def judge(self, chat_id: int, count: int, *, paid: bool, now: float) -> int:
        """0 when `count` messages may go to the chat now (they are counted), else retry_after in whole seconds."""
        if self.rates is None:
            return 0
        windows = self._windows(chat_id, paid)
        wait = max((window.wait(now) for window in windows), default=0.0)
        if wait > 0:
            self.refused += 1
            return self.rates.penalty if self.rates.penalty is not None else max(1, math.ceil(wait))
        for window in windows:
            for _ in range(count):
                window.add(now)
        self._tidy(now)
        return 0

    def _windows(self, chat_id: int, paid: bool) -> list[Window]:
        assert self.rates is not None
        windows = [window for window in (self._paid if paid else self._all,) if window is not None]
        if chat_id and self.rates.per_chat_second:
            burst = self.rates.burst
            fresh = Window(burst, burst / self.rates.per_chat_second)
            windows.append(self._chats.setdefault(chat_id, fresh))
        if chat_id < 0 and self.rates.per_group_minute:
            windows.append(self._groups.setdefault(chat_id, Window(self.rates.per_group_minute, 60.0)))
        return windows

    def _tidy(self, now: float) -> None:
        if len(self._chats) > 10_000:
            for window in self._chats.values():
                window.wait(now)
            self._chats = {chat: window for chat, window in self._chats.items() if not window.idle}
