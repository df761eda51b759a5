"""A survey: its questions, and the way from one answer to the next. Frozen, because what was opened does not change."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Words = Mapping[str, str]  # language -> text
END = "end"  # where a branch leads that ends the survey


class QuestionKind(StrEnum):
    """What kind of answer a question takes."""

    CHOICE = "choice"
    CHOICES = "choices"  # several of the options
    SCALE = "scale"  # a whole number from `low` to `high`, by button
    NUMBER = "number"  # any number from `low` to `high`, written
    TEXT = "text"
    PLACE = "place"


BY_BUTTON = frozenset({QuestionKind.CHOICE, QuestionKind.CHOICES, QuestionKind.SCALE})


class SurveyState(StrEnum):
    """Where a survey stands. Only a draft can be changed; only an open one takes answers."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"


class Occasion(StrEnum):
    """When people are asked."""

    AUDIENCE = "audience"  # at once, everybody in an audience
    CASE = "case"  # each resident whose case was settled
    EVENT = "event"  # everybody who was there, once an event is over


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer to choose."""

    id: str
    label: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """Any of these answers (ids of options, or numbers of a scale) leads to question `to`, or to `END`."""

    answers: tuple[str, ...]
    to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyQuestion:
    """One question. `then`: where it leads when no branch fits; empty: to the next one in the list."""

    id: str
    kind: QuestionKind
    text: Words
    options: tuple[Option, ...] = ()
    low: int = 1
    high: int = 5
    branches: tuple[Branch, ...] = ()
    then: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """What is asked. `intro` goes above the button that begins; `anonymous` is announced there."""

    title: Words
    intro: Words = field(default_factory=dict)
    questions: tuple[SurveyQuestion, ...] = ()
    anonymous: bool = False

    def question(self, question_id: str) -> SurveyQuestion | None:
        """The question of that id, or None."""
        return next((question for question in self.questions if question.id == question_id), None)

    def number(self, question_id: str) -> int:
        """Its place in the list, counted from 0. Raises LookupError where there is none."""
        for number, question in enumerate(self.questions):
            if question.id == question_id:
                return number
        raise LookupError(question_id)


def follower(definition: Definition, question: SurveyQuestion, picks: tuple[str, ...]) -> str:
    """The id of the question that comes after this answer, or `END`. `picks` is empty for one that was skipped."""
    for branch in question.branches:
        if not set(branch.answers).isdisjoint(picks):
            return branch.to
    return default_follower(definition, question)


def default_follower(definition: Definition, question: SurveyQuestion) -> str:
    """Where a question leads when no branch fits."""
    if question.then:
        return question.then
    following = definition.questions[definition.number(question.id) + 1 :]
    return following[0].id if following else END
