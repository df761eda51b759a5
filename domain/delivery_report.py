"""What became of a broadcast: how many people, with which outcome, by language, area and channel, and how fast."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from domain.delivery import DeliveryState

MILESTONES = (50, 95, 100)  # percent of those who were reached


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcomes:
    """So many people of one language, area ("" where nobody told us) and channel whose message ended like this."""

    language: str
    area: str
    channel: str
    state: DeliveryState
    reason: str
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything that a delivery report says. `reached_after`: percent of the reached -> time since the start."""

    outcomes: tuple[Outcomes, ...]
    reached_after: dict[int, timedelta]

    @property
    def people(self) -> int:
        """Everybody who has a row."""
        return sum(one.people for one in self.outcomes)

    @property
    def reached(self) -> int:
        """People of whom the platform said: sent."""
        return sum(one.people for one in self.outcomes if one.state is DeliveryState.SENT)

    def unreached(self) -> dict[tuple[DeliveryState, str], int]:
        """People by (state, reason) of everything that did not end as sent, the largest group first."""
        found: Counter[tuple[DeliveryState, str]] = Counter()
        for one in self.outcomes:
            if one.state is not DeliveryState.SENT:
                found[one.state, one.reason] += one.people
        return dict(found.most_common())

    def shares(self, of: Callable[[Outcomes], str]) -> list[tuple[str, int, int]]:
        """(group, people, reached) by whatever `of` says of an outcome, the largest group first."""
        people: Counter[str] = Counter()
        reached: Counter[str] = Counter()
        for one in self.outcomes:
            people[of(one)] += one.people
            reached[of(one)] += one.people if one.state is DeliveryState.SENT else 0
        return [(group, count, reached[group]) for group, count in sorted(people.items(), key=lambda p: (-p[1], p[0]))]


def rank(percent: int, reached: int) -> int:
    """Which of the `reached` arrivals, counted from 0, completes that many percent; `reached` must not be 0."""
    return max(0, -(-reached * percent // 100) - 1)
