"""How much to believe each voice: a small regression over the voices' scores, shared by all departments.

The starting beliefs depend on the number of labels and were fitted on public data of several organisations, each
left out in turn; every label then moves them for this organisation.
"""

from collections.abc import Mapping, Sequence
from math import log

VOICES = ("keywords", "concepts", "bayes", "linear", "neighbours")
# labels seen -> belief in each voice
_START: Mapping[int, tuple[float, ...]] = {
    0: (2.0, 1.0, 0.5, 0.0, 0.0),
    50: (0.4, 1.0, 0.6, 0.6, 0.5),
    200: (0.0, 1.0, 0.35, 0.8, 0.5),
    1000: (0.0, 0.5, 0.22, 0.8, 0.5),
}
_PACE = 0.02
_PULL = 0.002  # back towards the starting beliefs


def starting_beliefs(labels: int) -> list[float]:
    """The beliefs before this organisation's own experience, between the fitted points on a logarithmic scale."""
    points = sorted(_START)
    upper = next((point for point in points if point >= labels), points[-1])
    lower = max((point for point in points if point <= labels), default=points[0])
    if upper == lower:
        return list(_START[lower])
    share = (log(1 + labels) - log(1 + lower)) / (log(1 + upper) - log(1 + lower))
    return [a + share * (b - a) for a, b in zip(_START[lower], _START[upper], strict=True)]


class Blend:
    """Beliefs in the voices and one temperature, both moved by every label."""

    def __init__(self) -> None:
        self.labels = 0
        self.moved = [0.0] * len(VOICES)

    def beliefs(self) -> list[float]:
        """The belief in each voice, never below zero."""
        return [max(0.0, s + m) for s, m in zip(starting_beliefs(self.labels), self.moved, strict=True)]

    def scores(self, voices: Sequence[Sequence[float]]) -> list[float]:
        """One score a department from one list a voice."""
        beliefs = self.beliefs()
        return [sum(b * v for b, v in zip(beliefs, column, strict=True)) for column in zip(*voices, strict=True)]

    def learn(self, voices: Sequence[Sequence[float]], chances: Sequence[float], right: int) -> None:
        """Move the beliefs by one case that was predicted before it was learned."""
        self.labels += 1
        for number, voice in enumerate(voices):
            slope = sum(c * v for c, v in zip(chances, voice, strict=True)) - voice[right]
            slope = max(-3.0, min(3.0, slope))
            self.moved[number] -= _PACE * slope / (1.0 + self.labels / 200) ** 0.5 + _PULL * self.moved[number]
