"""Is a survey sound? Every mistake at once, so that its author mends it in one go. Pure."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from domain.survey import (
    BY_BUTTON,
    END,
    Definition,
    QuestionKind,
    SurveyQuestion,
    Words,
    default_follower,
)

MOST_QUESTIONS = 30
MOST_OPTIONS = 12  # more do not fit on a phone
MOST_STEPS = 11  # buttons of a scale: 0 to 10
LONGEST_OPTION = 60  # characters on a button
LONGEST_TEXT = 1000
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,23}")
CODES = frozenset(
    {
        "none", "many", "id", "twice", "text", "long", "options-few", "options-many", "option-twice", "option-text",
        "range", "branch-kind", "branch-answer", "branch-target", "circle", "unreached",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """One thing to mend: its code (one of `CODES`), the question's id (empty: the whole survey) and a detail."""

    code: str
    question: str = ""
    detail: str = ""


def mistakes(definition: Definition, languages: Sequence[str]) -> tuple[Mistake, ...]:
    """Everything that is wrong with the survey in a community that speaks `languages`; empty: it can be opened."""
    return tuple(_found(definition, languages))


def _found(definition: Definition, languages: Sequence[str]) -> Iterator[Mistake]:
    yield from _words(definition.title, "", languages)
    if not definition.questions:
        yield Mistake(code="none")
    if len(definition.questions) > MOST_QUESTIONS:
        yield Mistake(code="many", detail=str(MOST_QUESTIONS))
    for question_id, count in Counter(question.id for question in definition.questions).items():
        if count > 1:
            yield Mistake(code="twice", question=question_id)
    for question in definition.questions:
        yield from _of_question(definition, question, languages)
    yield from _of_ways(definition)


def _of_question(definition: Definition, question: SurveyQuestion, languages: Sequence[str]) -> Iterator[Mistake]:
    if not _ID.fullmatch(question.id) or question.id == END:
        yield Mistake(code="id", question=question.id)
    yield from _words(question.text, question.id, languages)
    if question.kind in (QuestionKind.CHOICE, QuestionKind.CHOICES):
        yield from _of_options(question, languages)
    if question.kind in (QuestionKind.SCALE, QuestionKind.NUMBER) and not _sound_range(question):
        yield Mistake(code="range", question=question.id)
    yield from _of_branches(definition, question)


def _of_options(question: SurveyQuestion, languages: Sequence[str]) -> Iterator[Mistake]:
    if len(question.options) < 2:
        yield Mistake(code="options-few", question=question.id)
    if len(question.options) > MOST_OPTIONS:
        yield Mistake(code="options-many", question=question.id, detail=str(MOST_OPTIONS))
    for option_id, count in Counter(option.id for option in question.options).items():
        if count > 1 or not _ID.fullmatch(option_id):
            yield Mistake(code="option-twice", question=question.id, detail=option_id)
    for option in question.options:
        for language in languages:
            if not 0 < len(option.label.get(language, "").strip()) <= LONGEST_OPTION:
                yield Mistake(code="option-text", question=question.id, detail=f"{option.id} ({language})")


def _sound_range(question: SurveyQuestion) -> bool:
    steps = question.high - question.low + 1
    return steps >= 2 and (question.kind is QuestionKind.NUMBER or steps <= MOST_STEPS)


def _words(words: Words, question: str, languages: Sequence[str]) -> Iterator[Mistake]:
    for language in languages:
        text = words.get(language, "").strip()
        if not text:
            yield Mistake(code="text", question=question, detail=language)
        elif len(text) > LONGEST_TEXT:
            yield Mistake(code="long", question=question, detail=language)


def _of_branches(definition: Definition, question: SurveyQuestion) -> Iterator[Mistake]:
    if question.branches and question.kind not in BY_BUTTON:
        yield Mistake(code="branch-kind", question=question.id)
        return
    known = answers_of(question)
    targets = [*(branch.to for branch in question.branches), *([question.then] if question.then else [])]
    for branch in question.branches:
        for answer in branch.answers:
            if answer not in known:
                yield Mistake(code="branch-answer", question=question.id, detail=answer)
    for target in targets:
        if target != END and definition.question(target) is None:
            yield Mistake(code="branch-target", question=question.id, detail=target)


def answers_of(question: SurveyQuestion) -> frozenset[str]:
    """All answers that a question by button can get, as their values."""
    if question.kind is QuestionKind.SCALE:
        return frozenset(map(str, range(question.low, question.high + 1)))
    return frozenset(option.id for option in question.options)


def ways(definition: Definition, question: SurveyQuestion) -> tuple[str, ...]:
    """Every question that may come directly after this one (`END` and unknown ones left out)."""
    asked = {answer for branch in question.branches for answer in branch.answers}
    targets = [branch.to for branch in question.branches]
    covered = question.kind in (QuestionKind.CHOICE, QuestionKind.SCALE) and answers_of(question) <= asked
    if question.optional or not covered:
        targets.append(default_follower(definition, question))
    known = {other.id for other in definition.questions}
    return tuple(dict.fromkeys(target for target in targets if target in known))


def _of_ways(definition: Definition) -> Iterator[Mistake]:
    """No way leads back, and every question can be reached."""
    following = {question.id: ways(definition, question) for question in definition.questions}
    done: set[str] = set()
    for start in following:
        if start not in done and (circle := _circle(start, following, done)):
            yield Mistake(code="circle", question=circle)
            return
    reached = _reached(definition, following)
    for question in definition.questions:
        if question.id not in reached:
            yield Mistake(code="unreached", question=question.id)


def _circle(start: str, following: dict[str, tuple[str, ...]], done: set[str]) -> str:
    """A question from which a way leads back to itself; empty where there is none. Depth first, without recursion."""
    path: list[tuple[str, Iterator[str]]] = [(start, iter(following[start]))]
    on_path = {start}
    while path:
        here, rest = path[-1]
        target = next(rest, None)
        if target is None:
            done.add(here)
            on_path.discard(here)
            path.pop()
        elif target in on_path:
            return target
        elif target not in done:
            on_path.add(target)
            path.append((target, iter(following[target])))
    return ""


def _reached(definition: Definition, following: dict[str, tuple[str, ...]]) -> set[str]:
    waiting = [definition.questions[0].id] if definition.questions else []
    reached: set[str] = set()
    while waiting:
        here = waiting.pop()
        if here not in reached:
            reached.add(here)
            waiting.extend(following[here])
    return reached
