"""What came of a programme: figures that a report shows. Pure."""

from dataclasses import dataclass

from domain.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """Figures of one event with all its occasions. None where nothing was entered or too few answered.

    `invited`: people who were told of it or answered; `signed_up` and `came`: people, companions included;
    `minutes`: worked by volunteers; `satisfaction`: average of the survey's first scale, which ends at `best`.
    """

    invited: int
    signed_up: int
    came: int
    occasions: int
    volunteers: int
    minutes: int
    answers: int = 0
    satisfaction: float | None = None
    best: int = 5
    comments: tuple[str, ...] = ()
    cost: Money | None = None
    goal: Money | None = None
    pledged: Money | None = None
    received: Money | None = None

    @property
    def cost_per_person(self) -> Money | None:
        """The cost shared by those who came; None without a cost or without people."""
        return self.cost.shared(self.came) if self.cost else None

    @property
    def turned_up(self) -> float | None:
        """The part of those signed up who came, 0 to 1 and more where others came too; None for nobody."""
        return self.came / self.signed_up if self.signed_up else None
