"""Results of a survey in Slack: words, a chart and a table. An anonymous one shows nothing before its end."""

from domain.content import Attachment, FileRef, Forwarded, Message
from domain.delivery import Draft, Lane, Operation
from domain.survey import Option, QuestionKind, SurveyQuestion, SurveyState
from domain.survey_results import OTHERS, SMALLEST, Figures, QuestionResult, merged, result_of
from handlers import coordination
from handlers.context import Context
from handlers.desk import language_name
from handlers.privacy import EXPORTS
from locales import format_number
from storage import survey_answers, survey_seating, surveys
from storage.survey_answers import FreeText
from storage.surveys import Survey

MOST_TEXTS = 30  # of one question in a message; all of them stand in the table


async def send(ctx: Context, survey: Survey, to: str) -> None:
    """Send the results to a member of staff (or to the coordinators where nobody of Slack asked)."""
    address = to if to[:1] in ("U", "W", "C", "G") else coordination.channel_of(ctx)
    waiting = survey.definition.anonymous and survey.state is not SurveyState.CLOSED
    await _post(ctx, address, await in_words(ctx, survey))
    if not waiting:
        title = title_of(ctx, survey)
        chart, table = ctx.desk("survey-chart-caption", title=title), ctx.desk("survey-table-caption", title=title)
        if await _drawable(ctx, survey):
            await _file(ctx, address, f"survey-chart:{survey.id}", f"survey-{survey.id}.png", "image/png", chart)
        await _file(ctx, address, f"survey-table:{survey.id}", f"survey-{survey.id}.csv", "text/csv", table)


async def _drawable(ctx: Context, survey: Survey) -> bool:
    """Whether a chart would show anything: a question by figures that at least five people answered."""
    tallies = await survey_answers.tallies(ctx.tx, survey)
    by_figures = [question for question in survey.definition.questions if question.kind is not QuestionKind.TEXT]
    return any(result_of(question, tallies).whole is not None for question in by_figures)


async def _post(ctx: Context, address: str, content: Message) -> None:
    await ctx.send(Draft(channel=ctx.desk_channel, address=address, lane=Lane.DESK, content=content))


async def _file(ctx: Context, address: str, handle: str, name: str, mime: str, caption: str) -> None:
    file = FileRef(channel=EXPORTS, handle=handle, name=name, mime=mime)
    await ctx.send(
        Draft(
            channel=ctx.desk_channel,
            address=address,
            lane=Lane.DESK,
            operation=Operation.FILE,
            content=Forwarded(attachment=Attachment(kind="document", file=file), caption=caption),
        )
    )


def title_of(ctx: Context, survey: Survey) -> str:
    """The survey's title in the staff's language."""
    return ctx.community.say(survey.definition.title, ctx.community.staff_language)


async def in_words(ctx: Context, survey: Survey) -> Message:
    """Who was asked and who answered, then every question with its figures."""
    seats = await surveys.seats_by_state(ctx.tx, survey.id)
    asked = max(await survey_seating.asked(ctx.tx, survey.id), sum(seats.values()))
    lines = [
        ctx.desk(
            "survey-turnout", asked=asked, done=seats.get("done", 0),
            begun=seats.get("begun", 0), left=seats.get("left", 0),
        )
    ]  # fmt: skip
    if survey.definition.anonymous and survey.state is not SurveyState.CLOSED:
        lines.append(ctx.desk("survey-results-later"))
    else:
        tallies = await survey_answers.tallies(ctx.tx, survey)
        for number, question in enumerate(survey.definition.questions, start=1):
            lines += ["", *await _of_question(ctx, survey, number, result_of(question, tallies))]
    return Message(lead=title_of(ctx, survey), text="\n".join(lines))


async def _of_question(ctx: Context, survey: Survey, number: int, result: QuestionResult) -> list[str]:
    question, language = result.question, ctx.community.staff_language
    lines = [f"{number}. {ctx.community.say(question.text, language)}"]
    if result.whole is None:
        return [*lines, ctx.desk("survey-too-few", count=SMALLEST)]
    lines.append(ctx.desk("survey-people", count=result.whole.people))
    if question.kind is QuestionKind.TEXT:
        texts = await survey_answers.free_texts(ctx.tx, survey, question.id)
        return [*lines, *_texts(ctx, texts, result.whole.people)]
    lines += figure_lines(ctx, question, result.whole)
    lines += _parts(ctx, result)
    return lines


def figure_lines(ctx: Context, question: SurveyQuestion, figures: Figures) -> list[str]:
    """One line an answer, with count and share; the average of numbers."""
    lines = []
    for value, label in labels(ctx, question, figures):
        count, share = figures.counts.get(value, 0), round(100 * figures.share(value))
        lines.append(ctx.desk("survey-line", answer=label, count=count, share=share))
    if figures.average is not None:
        average = format_number(ctx.community.staff_language, figures.average, least=2)
        lines.append(ctx.desk("survey-average", number=average))
    return lines


def labels(ctx: Context, question: SurveyQuestion, figures: Figures) -> list[tuple[str, str]]:
    """(value, words) of every answer in the order in which it is shown."""
    language = ctx.community.staff_language
    if question.options:
        return [(option.id, _label(ctx, option, language)) for option in question.options]
    if question.kind is QuestionKind.SCALE:
        return [(str(step), str(step)) for step in range(question.low, question.high + 1)]
    return [(value, value) for value in sorted(figures.counts, key=_order)]


def _label(ctx: Context, option: Option, language: str) -> str:
    return ctx.community.say(option.label, language)


def _order(value: str) -> tuple[float, str]:
    try:
        return float(value), value
    except ValueError:
        return 0.0, value


def _parts(ctx: Context, result: QuestionResult) -> list[str]:
    """The cross-table: one line a language and area that at least five people answered in."""
    lines = []
    for parts, by in ((result.by_language, "language"), (result.by_area, "area")):
        for group, figures in parts.items():
            name = group_name(ctx, by, group)
            shares = [
                f"{label} {round(100 * figures.share(value))} %"
                for value, label in labels(ctx, result.question, figures)
                if figures.counts.get(value)
            ]
            lines.append(ctx.desk("survey-part", part=name, count=figures.people, shares=" · ".join(shares)))
    return lines


def group_name(ctx: Context, by: str, group: str) -> str:
    """A language or an area as staff call it."""
    if by == "language":
        return language_name(ctx, group)
    area = ctx.community.area(group)
    return ctx.community.say(area.name, ctx.community.staff_language) if area else group


def grouped(texts: list[FreeText], people: int) -> dict[str, list[str]]:
    """Free texts by the language that they may be shown under; languages of too few people stand together."""
    sizes: dict[str, int] = {}
    for text in texts:
        sizes[text.language] = sizes.get(text.language, 0) + 1
    names = merged(sizes, people)
    found: dict[str, list[str]] = {}
    for text in texts:
        found.setdefault(names[text.language], []).append(text.text)
    return {name: sorted(words) for name, words in sorted(found.items(), key=lambda pair: (pair[0] == OTHERS, pair[0]))}


def _texts(ctx: Context, texts: list[FreeText], people: int) -> list[str]:
    lines = []
    for language, words in grouped(texts, people).items():
        heading = language_name(ctx, language) if language != OTHERS else ctx.desk("survey-languages-mixed")
        lines.append(ctx.desk("survey-texts", language=heading, count=len(words)))
        lines += [f"„{text}”" for text in words[:MOST_TEXTS]]
    return lines
