"""A look at past cases: which earlier messages a new one resembles, and where they went."""

from array import array
from collections import deque
from dataclasses import dataclass
from random import Random

from understanding.routing.evidence import Weighed

_TELLING = 32  # of each message only its most telling features are compared: what makes it rare


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """One labelled case as the router remembers it; `base` is what the configuration alone said of it then."""

    department: str
    reference: str | None
    weighed: Weighed
    base: tuple[float, ...]
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """A past case and its likeness, 0-1."""

    past: Past
    likeness: float


def telling(weighed: Weighed) -> dict[int, float]:
    """The heaviest features of a message, scaled to length one."""
    heaviest = sorted(zip(weighed[1], weighed[0], strict=True), reverse=True)[:_TELLING]
    length = sum(weight * weight for weight, _ in heaviest) ** 0.5 or 1.0
    return {number: weight / length for weight, number in heaviest}


class Memory:
    """The last labelled cases, findable by what they say. The oldest is forgotten first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self.cases: dict[int, Past] = {}
        self._order: deque[int] = deque()
        self._of: dict[str, deque[int]] = {}
        self._next = 0
        self._telling: dict[int, dict[int, float]] = {}
        self._found_in: dict[int, array[int]] = {}

    def add(self, past: Past) -> None:
        """Remember a case."""
        number, self._next = self._next, self._next + 1
        self.cases[number] = past
        self._order.append(number)
        self._of.setdefault(past.department, deque()).append(number)
        self._telling[number] = telling(past.weighed)
        for slot in self._telling[number]:
            self._found_in.setdefault(slot, array("I")).append(number)
        if len(self._order) > self._most:
            self._forget(self._order.popleft())

    def pick(self, choice: Random, department: str | None = None) -> Past | None:
        """Any case, or any of a department, by the given chooser; None where there is none."""
        numbers = self._order if department is None else self._of.get(department)
        return self.cases[numbers[choice.randrange(len(numbers))]] if numbers else None

    def _forget(self, number: int) -> None:
        self._of[self.cases.pop(number).department].popleft()
        for slot in self._telling.pop(number):
            places = self._found_in[slot]
            places.remove(number)
            if not places:
                del self._found_in[slot]

    def like(self, weighed: Weighed, most: int = 8) -> list[Neighbour]:
        """The most similar past cases, best first; only such as share a telling feature."""
        wanted = telling(weighed)
        counts: dict[int, float] = {}
        for slot, weight in wanted.items():
            for number in self._found_in.get(slot, ()):
                counts[number] = counts.get(number, 0.0) + weight
        near = sorted(counts, key=lambda number: (-counts[number], -number))[: 2 * most]
        exact = [(self._likeness(wanted, number), number) for number in near]
        best = sorted(exact, key=lambda pair: (-pair[0], -pair[1]))[:most]
        return [Neighbour(past=self.cases[number], likeness=score) for score, number in best if score > 0.0]

    def _likeness(self, wanted: dict[int, float], number: int) -> float:
        other = self._telling[number]
        return min(1.0, sum(weight * other.get(slot, 0.0) for slot, weight in wanted.items()))
