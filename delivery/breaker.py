"""Leaving a platform alone while it is down: a pure core, instants are seconds of a monotonic clock handed in.

A single failure is the message's own trouble. `threshold` failures in a row, or a revoked token, open the breaker:
nothing is sent but one probe at a time, further and further apart, until one gets an answer.
"""

from dataclasses import dataclass

from delivery.backoff import Backoff


@dataclass(slots=True, kw_only=True)
class Breaker:
    """Open or closed. While it is open, failures use up no attempts of any delivery."""

    threshold: int = 5
    backoff: Backoff
    open: bool = False
    revoked: bool = False
    until: float = 0.0  # no probe before
    _failures: int = 0
    _probes: int = 0

    def allows(self, now: float, in_flight: int) -> bool:
        """Whether another send may start."""
        return not self.open or (now >= self.until and in_flight == 0)

    def succeeded(self) -> bool:
        """The platform answered. True if the breaker was open until now."""
        was_open = self.open
        self.open = self.revoked = False
        self._failures = self._probes = 0
        return was_open

    def failed(self, now: float, draw: float, *, probe: bool) -> bool:
        """The platform did not answer as it should. True if the breaker opens now."""
        self._failures += 1
        if self.open:
            if probe:
                self._put_off(now, draw)
            return False
        if self._failures < self.threshold:
            return False
        self.open = True
        self._put_off(now, draw)
        return True

    def revoke(self, now: float, probe_every: float) -> bool:
        """The token is no longer valid. True if that is news."""
        news = not self.revoked
        self.open = self.revoked = True
        self.until = now + probe_every
        return news

    def resume(self, now: float) -> None:
        """Someone says that it works again: probe at once."""
        self.until = now
        self._probes = 0

    def _put_off(self, now: float, draw: float) -> None:
        self._probes += 1
        self.until = now + self.backoff.wait(self._probes, draw)
