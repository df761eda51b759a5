"""A safety check: is everybody all right? What people may answer, and how a check stands."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Answer(StrEnum):
    """What a resident says of themselves. The last answer counts."""

    SAFE = "safe"
    HELP = "help"
    AWAY = "away"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One safety check. `id` is that of the first broadcast of the family that asks.

    `chases`: how often the silent have been asked again; `chase_at`: when they are asked next, None for not any more.
    `reached` counts people by area ("" where nobody told us), as of `reached_at`.
    """

    id: int
    opened_at: datetime
    closed_at: datetime | None = None
    chases: int = 0
    chase_at: datetime | None = None
    changed_at: datetime
    drawn_at: datetime | None = None
    reached: dict[str, int] = field(default_factory=dict)
    reached_at: datetime | None = None

    @property
    def board_anchor(self) -> str:
        """Name of the anchor of its board."""
        return f"safety:{self.id}:board"

    def occasions(self) -> tuple[str, ...]:
        """What the messages to the silent were spread under so far."""
        return tuple(chase_occasion(self.id, number) for number in range(1, self.chases + 1))


def chase_occasion(check_id: int, number: int) -> str:
    """What the `number`-th message to the silent is spread under."""
    return f"safety:{check_id}:chase:{number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the board: an area ("" for unknown), answers, and how many have not answered."""

    area: str
    answers: dict[Answer, int]
    silent: int


def board(reached: dict[str, int], answers: dict[tuple[str, Answer], int]) -> list[Row]:
    """The board's rows, areas in need first, then by the number of silent ones.

    Who moved to another area after they were reached is counted where they answered; nobody is silent below zero.
    """
    areas = {*reached, *(area for area, _ in answers)}
    rows = [_row(area, reached.get(area, 0), answers) for area in areas]
    return sorted(rows, key=lambda row: (-row.answers[Answer.HELP], -row.silent, row.area))


def total(rows: list[Row], reached: int) -> Row:
    """All areas together. `reached`: people who got the question."""
    sums = {answer: sum(row.answers[answer] for row in rows) for answer in Answer}
    return Row(area="", answers=sums, silent=max(0, reached - sum(sums.values())))


def _row(area: str, reached: int, answers: dict[tuple[str, Answer], int]) -> Row:
    own = {answer: answers.get((area, answer), 0) for answer in Answer}
    return Row(area=area, answers=own, silent=max(0, reached - sum(own.values())))
