"""A survey's results for a chart and a table: the same figures that the words show, no smaller groups."""

from broadcasts.chart import Bars
from domain.survey import QuestionKind, SurveyQuestion, SurveyState
from domain.survey_results import EVERYBODY, SMALLEST, Figures, result_of
from handlers.context import Context
from handlers.survey_report import group_name, grouped, labels
from locales import format_number
from storage import survey_answers
from storage.surveys import Survey

Row = list[str | int | float]


def shown(survey: Survey) -> bool:
    """Whether there is anything to show yet: of an anonymous survey only after its end."""
    return not survey.definition.anonymous or survey.state is SurveyState.CLOSED


async def bars(ctx: Context, survey: Survey) -> list[Bars]:
    """One panel a question; free texts, and questions that fewer than five people answered, are not drawn."""
    if not shown(survey):
        return []
    tallies = await survey_answers.tallies(ctx.tx, survey)
    panels = []
    for question in survey.definition.questions:
        whole = result_of(question, tallies).whole
        if question.kind is QuestionKind.TEXT or whole is None:
            continue
        note = ctx.desk("survey-people", count=whole.people)
        words = ctx.community.say(question.text, ctx.community.staff_language)
        panels.append(Bars(title=words, note=_note(ctx, note, whole), bars=_bars(ctx, question, whole)))
    return panels


def _note(ctx: Context, people: str, whole: Figures) -> str:
    if whole.average is None:
        return people
    average = format_number(ctx.community.staff_language, whole.average, least=2)
    return people + " · " + ctx.desk("survey-average", number=average)


def _bars(ctx: Context, question: SurveyQuestion, whole: Figures) -> list[tuple[str, int, float]]:
    return [(label, whole.counts.get(value, 0), whole.share(value)) for value, label in labels(ctx, question, whole)]


async def rows(ctx: Context, survey: Survey) -> list[Row]:
    """The table: a heading, then one row an answer and group; free texts with the language they may be shown under."""
    heading: Row = [ctx.desk(f"survey-column-{name}") for name in COLUMNS]
    if not shown(survey):
        return [heading, [ctx.desk("survey-results-later")]]
    tallies = await survey_answers.tallies(ctx.tx, survey)
    found = [heading]
    for question in survey.definition.questions:
        result = result_of(question, tallies)
        words = ctx.community.say(question.text, ctx.community.staff_language)
        if result.whole is None:
            found.append([words, ctx.desk("survey-too-few", count=SMALLEST)])
        elif question.kind is QuestionKind.TEXT:
            found += await _text_rows(ctx, survey, question, words, result.whole.people)
        else:
            found += _figure_rows(ctx, question, words, "all", EVERYBODY, result.whole)
            for by, groups in (("language", result.by_language), ("area", result.by_area)):
                for group, figures in groups.items():
                    found += _figure_rows(ctx, question, words, by, group_name(ctx, by, group), figures)
    return found


COLUMNS = ("question", "by", "part", "answer", "count", "share")


def _figure_rows(
    ctx: Context, question: SurveyQuestion, words: str, by: str, group: str, figures: Figures
) -> list[Row]:
    return [
        [words, ctx.desk(f"survey-by-{by}"), group, label, figures.counts.get(value, 0), round(figures.share(value), 4)]
        for value, label in labels(ctx, question, figures)
    ]


async def _text_rows(ctx: Context, survey: Survey, question: SurveyQuestion, words: str, people: int) -> list[Row]:
    texts = await survey_answers.free_texts(ctx.tx, survey, question.id)
    return [
        [words, ctx.desk("survey-by-language"), _language(ctx, language), text]
        for language, said in grouped(texts, people).items()
        for text in said
    ]


def _language(ctx: Context, language: str) -> str:
    return group_name(ctx, "language", language) if language else ctx.desk("survey-languages-mixed")
