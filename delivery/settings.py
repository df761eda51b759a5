"""What may be set about the engine. Seconds unless said otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from delivery.backoff import Backoff
from delivery.doubt import POLICIES, DoubtPolicy
from delivery.limits import ChatLimit, Guard
from delivery.rates import FREE_RATE
from domain.delivery import Lane


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelSettings:
    """Limits of one channel. `rate`: messages a second to all addresses together.

    `in_flight` fixes how many deliveries may be marked and not yet recorded; None: 1.5 x rate x the 95th percentile
    of the answer times, at least 8, at most `in_flight_most`.
    """

    rate: float = 30.0
    chat: ChatLimit = field(default_factory=ChatLimit)
    guard: Guard = field(default_factory=Guard)
    in_flight: int | None = None
    in_flight_most: int = 256


TELEGRAM = ChannelSettings(rate=FREE_RATE, chat=ChatLimit(per_second=1.0, burst=3, group_per_minute=20))
SLACK = ChannelSettings(rate=10.0, chat=ChatLimit(per_second=1.0, burst=3))  # several hundred a minute a workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineSettings:
    """Settings of the engine. A channel that is not named has the limits of `ChannelSettings`."""

    channels: Mapping[str, ChannelSettings] = field(default_factory=lambda: {"telegram": TELEGRAM, "slack": SLACK})
    doubt: Mapping[Lane, DoubtPolicy] = field(default_factory=lambda: POLICIES)
    backoff: Backoff = field(default_factory=Backoff)  # of one delivery
    outage: Backoff = field(default_factory=lambda: Backoff(first=1.0, most=30.0, least=0.5))  # of a channel
    outage_after: int = 5  # failures in a row
    revoked_probe: float = 60.0
    attempts: int = 8  # counted tries of one delivery
    answer_limit: float = 60.0  # no answer within: in doubt; senders have tighter limits of their own
    poll: float = 1.0  # look for due rows at least so often
    watch: float = 0.02  # look for commits of other processes so often
    linger: float = 0.015  # an outcome waits so long for company in its commit
    ready_ahead: float = 0.06  # seconds' worth of messages marked ahead of their permit
    drain: float = 8.0  # at a stop, answers are awaited so long
    durability: Literal["FULL", "NORMAL"] = "FULL"

    def of(self, channel: str) -> ChannelSettings:
        """The settings of `channel`."""
        return self.channels.get(channel) or ChannelSettings()
