"""``/survey``: coordinators make a survey step by step, open it, and ask for its results."""

from collections.abc import Awaitable, Callable

from domain.content import Button, Card, Content, Field, Message
from domain.delivery import Draft, Lane
from domain.errors import NotFound
from domain.inbound import StaffCommanded, StaffPressed
from domain.survey import END, SurveyQuestion, SurveyState
from domain.survey_check import Mistake, mistakes
from handlers import rights, survey_closing, survey_report
from handlers.context import Context
from handlers.desk import when
from storage import audit, surveys
from storage.surveys import Survey


async def commanded(ctx: Context, event: StaffCommanded) -> None:
    """``/survey list | show N | results N | close N``; the bare command opens a form, and comes here if it cannot."""
    if not await rights.coordinates(ctx, event.user):
        await tell(ctx, event.user, Message(text=ctx.desk("survey-refuse-role")))
        return
    word, _, rest = event.text.strip().partition(" ")
    if word.lower() == "list":
        await _list(ctx, event.user)
        return
    deed = DEEDS.get(word.lower())
    survey = await find(ctx, rest)
    if deed is None:
        await tell(ctx, event.user, Message(text=ctx.desk("survey-help")))
    elif survey is None:
        await tell(ctx, event.user, Message(text=ctx.desk("survey-refuse-unknown")))
    else:
        await deed(ctx, event.user, survey)


async def tell(ctx: Context, user: str, content: Content) -> None:
    """Write to one member of staff in their own chat with the bot."""
    await ctx.send(Draft(channel=ctx.desk_channel, address=user, lane=Lane.REPLY, content=content))


async def find(ctx: Context, words: str) -> Survey | None:
    """The survey of that number, or None."""
    survey_id = rights.number(words.strip().lstrip("#"))
    try:
        return await surveys.get(ctx.tx, survey_id) if survey_id else None
    except NotFound:
        return None


async def _list(ctx: Context, user: str) -> None:
    lines = [ctx.desk("survey-list-empty")]
    found = await surveys.newest(ctx.tx)
    if found:
        lines = [_line(ctx, survey) for survey in found]
    await tell(ctx, user, Message(text="\n".join(lines)))


def _line(ctx: Context, survey: Survey) -> str:
    return ctx.desk(
        "survey-list-line",
        number=survey.id,
        title=survey_report.title_of(ctx, survey),
        state=ctx.desk(f"survey-state-{survey.state}"),
    )


async def show(ctx: Context, user: str, survey: Survey) -> None:
    """The survey as a card: a draft with all that can be done to it, an open or closed one as it stands."""
    await tell(ctx, user, card(ctx, survey))


async def _results(ctx: Context, user: str, survey: Survey) -> None:
    if survey.state is SurveyState.DRAFT:
        await tell(ctx, user, Message(text=ctx.desk("survey-refuse-draft")))
        return
    await audit.note(ctx.tx, f"slack:{user}", "survey.results", str(survey.id), ctx.now)
    await survey_report.send(ctx, survey, user)


async def _close(ctx: Context, user: str, survey: Survey) -> None:
    if not await survey_closing.close(ctx, survey):
        await tell(ctx, user, Message(text=ctx.desk("survey-refuse-open")))
        return
    await audit.note(ctx.tx, f"slack:{user}", "survey.closed", str(survey.id), ctx.now)
    if user != survey.author:
        await survey_report.send(ctx, await surveys.get(ctx.tx, survey.id), user)


async def pressed(ctx: Context, event: StaffPressed, rest: list[str]) -> bool:
    """A button of a survey's card: ``s:survey:<deed>:<survey>``."""
    match rest:
        case [deed, number] if deed in PRESSED:
            if not await rights.coordinates(ctx, event.user):
                await tell(ctx, event.user, Message(text=ctx.desk("survey-refuse-role")))
                return True
            survey = await find(ctx, number)
            if survey is None:
                await tell(ctx, event.user, Message(text=ctx.desk("survey-refuse-unknown")))
                return True
            await PRESSED[deed](ctx, event.user, survey)
            return True
    return False


async def _unask(ctx: Context, user: str, survey: Survey) -> None:
    """Take the last question away."""
    definition = survey.definition
    shorter = type(definition)(
        title=definition.title,
        intro=definition.intro,
        anonymous=definition.anonymous,
        questions=definition.questions[:-1],
    )
    if not await surveys.redraft(ctx.tx, survey.id, shorter):
        await tell(ctx, user, Message(text=ctx.desk("survey-refuse-frozen")))
        return
    await show(ctx, user, await surveys.get(ctx.tx, survey.id))


async def _drop(ctx: Context, user: str, survey: Survey) -> None:
    gone = await surveys.drop(ctx.tx, survey.id)
    await tell(ctx, user, Message(text=ctx.desk("survey-dropped" if gone else "survey-refuse-frozen")))


def card(ctx: Context, survey: Survey) -> Card:
    """How the survey stands, its questions, what is still to mend, and the next steps as buttons."""
    found = mistakes(survey.definition, ctx.community.languages) if survey.state is SurveyState.DRAFT else ()
    fields = [Field(label=ctx.desk("field-state"), value=ctx.desk(f"survey-state-{survey.state}"))]
    if survey.closes_at:
        fields.append(Field(label=ctx.desk("survey-field-until"), value=when(ctx, survey.closes_at)))
    named = "survey-value-anonymous" if survey.definition.anonymous else "survey-value-named"
    fields.append(Field(label=ctx.desk("survey-field-answers"), value=ctx.desk(named)))
    questions = [question_line(ctx, survey, index) for index in range(len(survey.definition.questions))]
    return Card(
        title=ctx.desk("survey-card-head", number=survey.id, title=survey_report.title_of(ctx, survey)),
        fields=tuple(fields),
        quote="\n".join(questions),
        notes=tuple(mistake_line(ctx, survey, mistake) for mistake in found[:8]),
        buttons=_buttons(ctx, survey, bool(found)),
    )


def question_line(ctx: Context, survey: Survey, index: int) -> str:
    """One question on a line: its number, its words, its kind, and where its answers lead."""
    question = survey.definition.questions[index]
    words = ctx.community.say(question.text, ctx.community.staff_language)
    line = f"{index + 1}. {words} ({ctx.desk(f'survey-kind-{question.kind}')})"
    ways = [
        ctx.desk("survey-way", answer=_answer(ctx, question, answer), to=_target(ctx, survey, branch.to))
        for branch in question.branches
        for answer in branch.answers
    ]
    return "\n   ".join([line, *ways])


def _answer(ctx: Context, question: SurveyQuestion, answer: str) -> str:
    option = next((option for option in question.options if option.id == answer), None)
    return ctx.community.say(option.label, ctx.community.staff_language) if option else answer


def _target(ctx: Context, survey: Survey, target: str) -> str:
    if target == END:
        return ctx.desk("survey-way-end")
    try:
        return str(survey.definition.number(target) + 1)
    except LookupError:
        return target


def mistake_line(ctx: Context, survey: Survey, mistake: Mistake) -> str:
    """One thing to mend, in words."""
    numbers = {question.id: place for place, question in enumerate(survey.definition.questions, start=1)}
    where = numbers.get(mistake.question, 0)
    return ctx.desk(f"survey-mend-{mistake.code}", question=where, detail=mistake.detail)


def _buttons(ctx: Context, survey: Survey, broken: bool) -> tuple[Button, ...]:
    number = survey.id
    if survey.state is SurveyState.DRAFT:
        add = Button(label=ctx.desk("survey-button-question"), data=f"s:form:survey-question:{number}", style="primary")
        ready = Button(label=ctx.desk("survey-button-open"), data=f"s:form:survey-open:{number}", style="primary")
        less = Button(label=ctx.desk("survey-button-unask"), data=f"s:survey:unask:{number}")
        drop = Button(
            label=ctx.desk("survey-button-drop"),
            data=f"s:survey:drop:{number}",
            style="danger",
            confirm=ctx.desk("survey-confirm-drop"),
        )
        return (add, *(() if broken else (ready,)), *((less,) if survey.definition.questions else ()), drop)
    results = Button(label=ctx.desk("survey-button-results"), data=f"s:survey:results:{number}")
    if survey.state is SurveyState.CLOSED:
        return (results,)
    stop = Button(
        label=ctx.desk("survey-button-close"),
        data=f"s:survey:close:{number}",
        confirm=ctx.desk("survey-confirm-close"),
    )
    return (results, stop)


Deed = Callable[[Context, str, Survey], Awaitable[None]]
DEEDS: dict[str, Deed] = {"show": show, "results": _results, "close": _close}  # words of the command
PRESSED: dict[str, Deed] = {"results": _results, "close": _close, "unask": _unask, "drop": _drop}  # buttons
