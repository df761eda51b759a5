"""Figures of a survey, and which of them may be shown: never a group of fewer than five, not by subtraction either.

A break-down by area or language is shown only as groups of five or more. What is smaller goes into "others"; where the
others would be fewer than five themselves, the next smallest group joins them, because the whole is known too and
would give them away.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from domain.survey import QuestionKind, SurveyQuestion

SMALLEST = 5  # people of whom figures may be shown (issue: groups under five are not shown on their own)
EVERYBODY = ""  # breakdown of all answers together
OTHERS = ""  # group of those whose own group is too small
RESPONDENTS = "*"  # value that counts people rather than answers


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """So many people of a group gave this answer. `by`: ``area``, ``language`` or `EVERYBODY`."""

    question: str
    by: str
    group: str
    value: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The answers of one group to one question: how many people, how many chose what, the average of numbers."""

    people: int
    counts: Mapping[str, int] = field(default_factory=dict)
    average: Decimal | None = None

    def share(self, value: str) -> float:
        """The part of the people, 0 to 1, that gave this answer."""
        return self.counts.get(value, 0) / self.people if self.people else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionResult:
    """What may be shown of one question. `whole` is None where fewer than five answered it."""

    question: SurveyQuestion
    whole: Figures | None
    by_area: Mapping[str, Figures] = field(default_factory=dict)
    by_language: Mapping[str, Figures] = field(default_factory=dict)


def result_of(question: SurveyQuestion, tallies: Iterable[Tally]) -> QuestionResult:
    """The shown figures of one question."""
    mine = [tally for tally in tallies if tally.question == question.id]
    whole = _figures(question, [tally for tally in mine if tally.by == EVERYBODY])
    if whole.people < SMALLEST:
        return QuestionResult(question=question, whole=None)
    return QuestionResult(
        question=question,
        whole=whole,
        by_area=_broken_down(question, mine, "area", whole.people),
        by_language=_broken_down(question, mine, "language", whole.people),
    )


def merged(sizes: Mapping[str, int], whole: int) -> dict[str, str]:
    """For every group the name that it is shown under: its own, or `OTHERS`.

    `whole` may be more than the groups' sum: people whose group is not known are others too, and there may be fewer
    than five of them. Every shown name, `OTHERS` included, holds at least five people, or nobody.
    """
    names = {group: group for group in sizes if group != OTHERS}
    apart = whole - sum(sizes[group] for group in names)
    for group in sorted(names, key=lambda group: (sizes[group], group)):
        if sizes[group] >= SMALLEST and (apart == 0 or apart >= SMALLEST):
            break
        names[group] = OTHERS
        apart += sizes[group]
    return {OTHERS: OTHERS, **names}


def _broken_down(question: SurveyQuestion, tallies: list[Tally], by: str, whole: int) -> dict[str, Figures]:
    mine = [tally for tally in tallies if tally.by == by]
    sizes = {tally.group: tally.count for tally in mine if tally.value == RESPONDENTS and tally.group != OTHERS}
    names = merged(sizes, whole)
    shown = sorted({name for group, name in names.items() if group in sizes and name != OTHERS})
    return {group: _figures(question, [tally for tally in mine if tally.group == group]) for group in shown}


def _figures(question: SurveyQuestion, tallies: list[Tally]) -> Figures:
    people = sum(tally.count for tally in tallies if tally.value == RESPONDENTS)
    counts = {tally.value: tally.count for tally in tallies if tally.value != RESPONDENTS}
    return Figures(people=people, counts=counts, average=_average(question, counts))


def _average(question: SurveyQuestion, counts: Mapping[str, int]) -> Decimal | None:
    number = sum(counts.values())
    if question.kind not in (QuestionKind.SCALE, QuestionKind.NUMBER) or not number:
        return None
    return sum((Decimal(value) * count for value, count in counts.items()), Decimal(0)) / number
