"""A survey in a chat: the invitation's buttons, one question after the other, and the end."""

from datetime import timedelta

from domain.content import Button, Message
from domain.delivery import Lane, Operation
from domain.people import Resident
from domain.survey import END, QuestionKind, SurveyQuestion
from handlers.context import Context
from handlers.desk import when
from storage import questions, residents, survey_answers, surveys
from storage.questions import Question
from storage.surveys import Seat, Survey

SCALE_IN_ROW = 6
NEVER_MIND = "stop"
SKIP = "skip"
READY = "ok"
COVER = "survey-cover"  # kind of the reminder to ourselves in the table of questions
LAST = timedelta(minutes=1)  # until the answer to the last press has surely left


def anchor_of(survey_id: int, resident_id: int) -> str:
    """Name of the anchor of the question that waits: always the same, so that it tells nothing of the way there."""
    return f"survey:{survey_id}:{resident_id}"


def invitation(ctx: Context, survey: Survey, language: str) -> Message:
    """The message that invites: what it is about, whether it is anonymous, until when, and a button that begins.

    It is the same for everybody who reads `language`, so that it can be frozen once and sent to many.
    """
    asked = survey.definition
    notice = "survey-anonymous" if asked.anonymous else "survey-named"
    parts = [
        ctx.community.say(asked.intro, language) if asked.intro else "",
        ctx.say(language, "survey-length", count=len(asked.questions)),
        ctx.say(language, notice),
    ]
    if survey.closes_at:
        parts.append(ctx.say(language, "survey-until", when=when(ctx, survey.closes_at, language)))
    return Message(
        lead=ctx.community.say(asked.title, language),
        text="\n\n".join(part for part in parts if part),
        buttons=(
            (Button(label=ctx.say(language, "survey-button-begin"), data=f"r:survey:{survey.id}:go", style="primary"),),
            (Button(label=ctx.say(language, "survey-button-no"), data=f"r:survey:{survey.id}:no"),),
        ),
        rtl=ctx.catalogs.direction(language) == "rtl",
    )


async def ask(ctx: Context, survey: Survey, resident: Resident, seat: Seat, question_id: str) -> None:
    """Go on to a question, or to the end."""
    question = survey.definition.question(question_id)
    if question is None or question_id == END:
        await finish(ctx, survey, resident, seat)
        return
    await surveys.move_seat(ctx.tx, seat, state="begun", position=question.id, picked=(), asks_apart=True)
    content = question_message(ctx, survey, resident, question, ())
    await ctx.send(ctx.to(resident, content, anchor=anchor_of(survey.id, resident.id)))


async def redraw(ctx: Context, survey: Survey, resident: Resident, seat: Seat, question: SurveyQuestion) -> None:
    """Show in place which options are ticked."""
    content = question_message(ctx, survey, resident, question, seat.picked)
    target = anchor_of(survey.id, resident.id)
    edit = ctx.to(resident, content, operation=Operation.EDIT, target=target, replaces=f"{target}:edit")
    await ctx.send(edit)


def question_message(
    ctx: Context, survey: Survey, resident: Resident, question: SurveyQuestion, picked: tuple[str, ...]
) -> Message:
    """One question with what it needs to be answered."""
    language = resident.language
    return Message(
        text=f"{ctx.community.say(question.text, language)}\n\n{hint(ctx, question, language)}",
        buttons=_buttons(ctx, survey, question, language, picked),
        rtl=ctx.catalogs.direction(language) == "rtl",
    )


def hint(ctx: Context, question: SurveyQuestion, language: str) -> str:
    """How this question is answered."""
    if question.kind is QuestionKind.SCALE:
        return ctx.say(language, "survey-how-scale", low=question.low, high=question.high)
    if question.kind is QuestionKind.NUMBER:
        return ctx.say(language, "survey-how-number", low=question.low, high=question.high)
    return ctx.say(language, f"survey-how-{question.kind}")


def _buttons(
    ctx: Context, survey: Survey, question: SurveyQuestion, language: str, picked: tuple[str, ...]
) -> tuple[tuple[Button, ...], ...]:
    data = f"r:survey:{survey.id}:{survey.definition.number(question.id)}"
    rows = _options(ctx, question, language, picked, data)
    last = []
    if question.kind is QuestionKind.CHOICES and picked:
        last.append(Button(label=ctx.say(language, "survey-button-ready"), data=f"{data}:{READY}", style="primary"))
    if question.optional:
        last.append(Button(label=ctx.say(language, "survey-button-skip"), data=f"{data}:{SKIP}"))
    last.append(Button(label=ctx.say(language, "survey-button-stop"), data=f"{data}:{NEVER_MIND}"))
    return (*rows, tuple(last))


def _options(
    ctx: Context, question: SurveyQuestion, language: str, picked: tuple[str, ...], data: str
) -> list[tuple[Button, ...]]:
    if question.kind is QuestionKind.SCALE:
        steps = [Button(label=str(step), data=f"{data}:={step}") for step in range(question.low, question.high + 1)]
        return [tuple(steps[start : start + SCALE_IN_ROW]) for start in range(0, len(steps), SCALE_IN_ROW)]
    rows: list[tuple[Button, ...]] = []
    for option in question.options:
        label = ctx.community.say(option.label, language)
        ticked = ctx.say(language, "survey-ticked", option=label) if option.id in picked else label
        rows.append((Button(label=ticked, data=f"{data}:={option.id}"),))
    return rows


async def finish(ctx: Context, survey: Survey, resident: Resident, seat: Seat) -> None:
    """Thank, and note that they are done; of an anonymous survey nothing else stays with the person."""
    await surveys.move_seat(ctx.tx, seat, state="done", position=None, picked=())
    await cover(ctx, survey, resident)
    key = "survey-thanks-anonymous" if survey.definition.anonymous else "survey-thanks"
    await ctx.tell(resident, ctx.say(resident.language, key), lane=Lane.AUTOMATIC)


async def cover(ctx: Context, survey: Survey, resident: Resident) -> None:
    """Forget the way of an anonymous answer through the house: now, and again once the last press is answered."""
    if survey.definition.anonymous:
        await survey_answers.cover_tracks(ctx.tx, resident, anchor_of(survey.id, resident.id), ctx.now)
        await questions.ask(ctx.tx, resident.id, COVER, ctx.now, data={"survey": survey.id}, expires_at=ctx.now + LAST)


async def cover_again(ctx: Context, question: Question) -> None:
    """What was still on its way when the person was done is there by now: forget that too."""
    await questions.forget(ctx.tx, question)
    resident = await residents.get(ctx.tx, question.resident_id)
    anchor = anchor_of(question.data["survey"], resident.id)
    await survey_answers.cover_tracks(ctx.tx, resident, anchor, ctx.now)
