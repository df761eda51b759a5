"""When the next message may leave: a pure core, all instants are seconds of a monotonic clock handed in.

The rule for a channel is exact: at most `rate` messages in ANY window of one second, as the platform counts them.
Requests do not arrive with the spacing that they left with, so the window is kept a little longer than a second (the
guard). Inside it the messages are spread evenly (GCRA) instead of leaving in one lump. Running without a guard costs
40 % of the rate in 429s, a guard of 4 % costs 4 % (docs/performance.md).
"""

from collections import deque
from dataclasses import dataclass, field

WINDOW = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """Share of the window kept free. Grows by `growth` on each 429, shrinks by `decay` every quiet `every` messages."""

    start: float = 0.04
    least: float = 0.03
    most: float = 0.25
    growth: float = 1.5
    decay: float = 0.98
    every: int = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatLimit:
    """Rules for one address. `burst` messages may come at once where the last ones were long ago.

    Telegram (Bot API FAQ): about one a second in one chat, short bursts allowed; 20 a minute in a group. Slack
    (chat.postMessage): about one a second in a channel, short bursts allowed.
    """

    per_second: float = 1.0
    burst: int = 3
    group_per_minute: int | None = None  # for addresses that are groups: negative ids at Telegram


class Pace:
    """At most `rate` permits in any window of one second plus guard, spread evenly. `rate` in messages a second.

    `earliest` asks, `take` uses up a permit; `take` before `earliest` breaks the rule and raises ValueError.
    """

    def __init__(self, rate: float, guard: Guard | None = None) -> None:
        if rate <= 0:
            raise ValueError("a rate is above zero")
        self.rate = rate
        self.guard = guard or Guard()
        self.share = 0.0
        self.interval = 0.0  # seconds between two permits at full rate, guard included
        self.count = max(1, int(rate))  # whole messages a window; a slower rate has a longer window
        self._seconds = max(WINDOW, WINDOW * self.count / rate)
        self._times: deque[float] = deque(maxlen=self.count)
        self._even = 0.0  # theoretical arrival time of GCRA
        self.paused_until = float("-inf")  # no permit before this instant
        self._quiet = 0
        self._keep_free(self.guard.start)

    def _keep_free(self, share: float) -> None:
        self.share = share
        self.interval = self._seconds * (1 + share) / max(1, self.count)
        # How far behind the even spread may be caught up: 5 % of a window, at least a fifth of an interval.
        self._slack = max(0.05 * self._seconds, 0.2 * self.interval)

    @property
    def window(self) -> float:
        """Seconds in which `count` permits are given at most, guard included."""
        return self._seconds * (1 + self.share)

    def allow(self, rate: float, count: int) -> None:
        """From now on `count` messages a window; what was taken so far counts. 0: no permit at all."""
        self.rate, self.count = rate, count
        self._times = deque(self._times, maxlen=count)
        self._keep_free(self.share)

    def pause(self, until: float) -> None:
        """No permit before `until`; never shortens an earlier pause."""
        self.paused_until = max(self.paused_until, until)

    def punish(self) -> None:
        """A 429 came although we kept the rule: keep more distance."""
        self._keep_free(min(self.guard.most, self.share * self.guard.growth))
        self._quiet = 0

    def earliest(self, now: float) -> float:
        """The first instant, not before `now`, at which `take` is allowed."""
        return max(now, self.paused_until, self._even - self._slack, self._window_opens())

    def take(self, now: float) -> None:
        """Use up a permit at `now`, which `earliest` has just allowed."""
        if len(self._times) == self.count and self._window_opens() > now:
            raise ValueError("no permit yet")
        self._times.append(now)
        self._even = (self._even if self._even > now else now) + self.interval
        self._quiet += 1
        if self._quiet % self.guard.every == 0:
            self._keep_free(max(self.guard.least, self.share * self.guard.decay))

    def _window_opens(self) -> float:
        if len(self._times) < self.count:
            return float("-inf")
        return self._times[0] + self.window if self._times else float("inf")


@dataclass(slots=True)
class Chats:
    """Permits for single addresses. Remembers an address only while it matters; forgets in `sweep`."""

    limit: ChatLimit
    guard: float = 0.04
    _even: dict[str, float] = field(default_factory=dict)
    _minutes: dict[str, deque[float]] = field(default_factory=dict)
    _paused: dict[str, float] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self._even) + len(self._minutes) + len(self._paused)

    @property
    def interval(self) -> float:
        """Seconds between messages to one address in the long run."""
        return (1 + self.guard) / self.limit.per_second

    def pause(self, address: str, until: float) -> None:
        """Nothing to `address` before `until`; never shortens an earlier pause."""
        self._paused[address] = max(self._paused.get(address, until), until)

    def earliest(self, address: str, now: float) -> float:
        """The first instant, not before `now`, at which `address` may get a message."""
        even = self._even.get(address, now) - (self.limit.burst - 1) * self.interval
        return max(now, even, self._paused.get(address, now), self._group_opens(address))

    def take(self, address: str, now: float) -> None:
        """Use up a permit for `address` at `now`."""
        self._even[address] = max(self._even.get(address, now), now) + self.interval
        if self.is_group(address):
            self._group(address).append(now)

    def recall(self, address: str, times: list[float]) -> None:
        """Messages that a former life of the process sent to `address`."""
        for time in sorted(times):
            self.take(address, time)

    def sweep(self, now: float) -> None:
        """Forget addresses whose limits no longer bind."""
        self._even = {address: even for address, even in self._even.items() if even > now}
        self._paused = {address: until for address, until in self._paused.items() if until > now}
        minute = 60 * (1 + self.guard)
        self._minutes = {one: times for one, times in self._minutes.items() if times and times[-1] + minute > now}

    def is_group(self, address: str) -> bool:
        """Whether `address` has the limit of a minute."""
        return self.limit.group_per_minute is not None and address.startswith("-")

    def _group(self, address: str) -> deque[float]:
        times = self._minutes.get(address)
        if times is None:
            times = self._minutes[address] = deque(maxlen=self.limit.group_per_minute)
        return times

    def _group_opens(self, address: str) -> float:
        times = self._minutes.get(address)
        if times is None or len(times) < (times.maxlen or 0):
            return float("-inf")
        return times[0] + 60 * (1 + self.guard)
