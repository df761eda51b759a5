"""How long a platform takes to answer, and how many sends may therefore be open at once. Pure."""

import math
from collections import deque

SAMPLES = 200
LEAST_SLOTS = 8
PRIOR = 0.1  # seconds; assumed until the first answers are there


class AnswerTimes:
    """The last answer times in seconds."""

    def __init__(self) -> None:
        self._times: deque[float] = deque(maxlen=SAMPLES)
        self._p95 = PRIOR
        self._fresh = 0

    def add(self, seconds: float) -> None:
        """One more answer."""
        self._times.append(seconds)
        self._fresh += 1
        if self._fresh >= (20 if len(self._times) < SAMPLES else 50):
            self._p95 = sorted(self._times)[int(0.95 * (len(self._times) - 1))]
            self._fresh = 0

    @property
    def p95(self) -> float:
        """The 95th percentile of the last answers."""
        return self._p95


def slots(rate: float, p95: float, most: int) -> int:
    """W: deliveries marked as sending and not yet recorded. What a crash can put in doubt, and enough for the rate."""
    return max(LEAST_SLOTS, min(most, math.ceil(1.5 * rate * p95)))
