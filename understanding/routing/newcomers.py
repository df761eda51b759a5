"""Departments that joined when others already had many cases: until they have their own, they need a lift.

The learned weights of the others know nothing of a newcomer and would keep every message. Two things tell where a
newcomer's messages are: they resemble nothing that the others have had (the learned scores stay low for all of them),
and, after the first labels, rehearsal that does not let the few new cases drown among the many old ones.
"""

from collections import deque
from collections.abc import Sequence

GROWN = 20  # labels after which a department needs no lift
_EXPERIENCED = 100  # labels of others from which there is something to be new to
_WINDOW = 300
_LIFT = 2.5


class Newcomers:
    """How many labels each department has, and how well the learned weights usually know a message."""

    def __init__(self, departments: int) -> None:
        self.labels = [0] * departments
        self.joined = [0] * departments  # all labels there were when the department joined
        self.known: deque[float] = deque(maxlen=_WINDOW)

    def young(self) -> list[int]:
        """The departments that still need a lift."""
        pairs = enumerate(zip(self.labels, self.joined, strict=True))
        return [number for number, (count, joined) in pairs if joined >= _EXPERIENCED and count < GROWN]

    def learn(self, learned: Sequence[float], right: int) -> None:
        """Note one label and how clearly the learned weights knew the message beforehand."""
        if right not in self.young():
            self.known.append(max(learned))
        self.labels[right] += 1

    def lifts(self, learned: Sequence[float]) -> list[float]:
        """What to add to each department's score for a message with these learned scores."""
        lifts = [0.0] * len(self.labels)
        young = self.young()
        if not young or not self.known:
            return lifts
        top = max((score for number, score in enumerate(learned) if number not in young), default=0.0)
        strange = sum(known > top for known in self.known) / len(self.known)
        for number in young:
            lifts[number] = _LIFT * strange * (1.0 - self.labels[number] / GROWN)
        return lifts
