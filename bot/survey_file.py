"""A survey as a TOML file: read strictly, every mistake with its line."""

import tomllib
from pathlib import Path

from bot.configuration import ConfigurationError
from bot.configuration_lines import Lines
from bot.configuration_table import Problems, Table
from domain.community import Community
from domain.survey import Branch, Definition, Option, QuestionKind, SurveyQuestion
from domain.survey_check import Mistake, mistakes
from locales import Catalogs

KINDS = "|".join(QuestionKind)
_LOWEST, _HIGHEST = -1_000_000, 1_000_000


def read_survey(path: Path, community: Community) -> Definition:
    """The survey that the file describes. Raises ConfigurationError with every problem in it."""
    try:
        text = path.read_text("utf-8-sig")
        data = tomllib.loads(text)
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError([f"{path}: cannot be read: {error}."]) from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError([f"{path}: is not valid TOML: {error}."]) from None
    problems = Problems(str(path), Lines(text))
    definition = _definition(Table(data, (), problems), community.languages)
    if not problems.sentences():
        _check(definition, community, problems)
    if problems.sentences():
        raise ConfigurationError(problems.sentences())
    return definition


def _definition(root: Table, languages: tuple[str, ...]) -> Definition:
    definition = Definition(
        title=root.words("title", languages),
        intro=root.words("intro", languages, required=False),
        anonymous=root.flag("anonymous"),
        questions=tuple(_question(table, languages) for table in root.tables("questions")),
    )
    root.finish()
    return definition


def _question(table: Table, languages: tuple[str, ...]) -> SurveyQuestion:
    kind = table.matching("kind", KINDS, f"a kind of question ({KINDS.replace('|', ', ')})")
    question = SurveyQuestion(
        id=table.text("id"),
        kind=QuestionKind(kind) if kind in set(QuestionKind) else QuestionKind.TEXT,
        text=table.words("text", languages),
        options=tuple(_option(one, languages) for one in table.tables("options")),
        low=table.whole("low", 1, _LOWEST, _HIGHEST),
        high=table.whole("high", 5, _LOWEST, _HIGHEST),
        branches=tuple(_branch(one) for one in table.tables("branches")),
        then=table.text("then", ""),
        optional=table.flag("optional"),
    )
    table.finish()
    return question


def _option(table: Table, languages: tuple[str, ...]) -> Option:
    option = Option(id=table.text("id"), label=table.words("label", languages))
    table.finish()
    return option


def _branch(table: Table) -> Branch:
    branch = Branch(answers=table.texts("answers"), to=table.text("to"))
    table.finish()
    return branch


def _check(definition: Definition, community: Community, problems: Problems) -> None:
    """What must be true of the whole survey, in the words that the desk uses."""
    catalogs = Catalogs(strict=False)
    for mistake in mistakes(definition, community.languages):
        words = catalogs.say(
            community.staff_language,
            f"desk-survey-mend-{mistake.code}",
            question=_number(definition, mistake),
            detail=mistake.detail,
        )
        place = _number(definition, mistake)
        problems.add(("questions", place - 1) if place else (), words)


def _number(definition: Definition, mistake: Mistake) -> int:
    numbers = {question.id: number for number, question in enumerate(definition.questions, start=1)}
    return numbers.get(mistake.question, 0)
