"""How long to wait before the next try: full jitter under a doubling, capped ceiling. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Backoff:
    """Seconds. Try n has the ceiling ``first * 2**(n-1)``, at most `most`; the wait is drawn from `least` to there."""

    first: float = 1.0
    most: float = 60.0
    least: float = 0.1

    def ceiling(self, tries: int) -> float:
        """The longest wait after `tries` failed tries (1 for the first)."""
        if tries < 1:
            raise ValueError("tries are counted from 1")
        return min(self.most, self.first * 2.0 ** min(tries - 1, 32))

    def wait(self, tries: int, draw: float) -> float:
        """Seconds to wait after `tries` failed tries; `draw` is a random number in [0, 1)."""
        return self.least + max(0.0, self.ceiling(tries) - self.least) * draw
