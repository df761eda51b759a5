"""What a resident writes while a survey waits. A reply to the question answers it; other words are asked about.

The rules, in this order, so that no new matter is ever swallowed by a survey:

1. A command, a thank-you, a file, or a message after /new is never an answer.
2. A message with an emergency word is a case at once; only where it replies to the question the person is asked.
3. A reply to the question is its answer. One of the wrong kind is refused kindly, and the question goes on waiting.
4. A shared place, while the question asks for a place, is its answer.
5. Plain words that would fit a question for words or a number: the person says which they are. Once they said "a new
   matter", only replies count for that question.
6. Everything else goes its usual way, as if there were no survey.
"""

from datetime import timedelta

from domain.codec import decode, encode
from domain.content import Button
from domain.inbound import ResidentWrote
from domain.people import Resident
from domain.survey import QuestionKind, SurveyQuestion
from domain.survey_answer import Answered, WrongKind, by_message
from handlers.asking_case import NEW_MATTER, place_events
from handlers.context import Context
from handlers.reading import Reading
from handlers.survey_answering import answered, tell_late
from handlers.survey_asking import anchor_of, hint
from storage import questions, residents, survey_answers, surveys
from storage.questions import Question
from storage.surveys import Seat, Survey

ANSWER = "answer"
EDITABLE = timedelta(hours=48)  # Telegram: how long a message can be changed
WRITTEN = frozenset({QuestionKind.TEXT, QuestionKind.NUMBER})


async def taken(ctx: Context, resident: Resident, event: ResidentWrote, reading: Reading) -> bool:
    """Whether a survey takes the message; if not, it goes its usual way."""
    if event.attachments or event.contact or resident.dialogue.get("new"):
        return False
    if not reading.urgent and await _waits_with(ctx, resident, event):
        return True
    for seat in await surveys.answering(ctx.tx, resident.id):
        survey = await surveys.get(ctx.tx, seat.survey_id)
        question = survey.definition.question(seat.position or "")
        if question is None or (survey.closes_at and survey.closes_at <= ctx.now):
            continue
        replied = await _replies_to(ctx, survey, resident, event)
        if await _offered(ctx, survey, resident, seat, question, event, reading, replied=replied):
            return True
    return False


async def _offered(
    ctx: Context, survey: Survey, resident: Resident, seat: Seat, question: SurveyQuestion, event: ResidentWrote,
    reading: Reading, *, replied: bool,
) -> bool:  # fmt: skip
    """Offer the message to one question; False: it is not for it."""
    said = by_message(question, event.text, event.place, resident.language)
    if replied and reading.urgent:
        number = ctx.community.emergency.number
        await ctx.tell(resident, ctx.say(resident.language, "resident-emergency", number=number))
        await _ask_what_for(ctx, survey, resident, question, event, reading)
        return True
    if replied and isinstance(said, WrongKind):
        await _refuse(ctx, resident, question, said)
        return True
    if isinstance(said, WrongKind) or reading.urgent or reading.thanks_only:
        return False
    if replied or question.kind is QuestionKind.PLACE:
        language = _language(ctx, resident, reading)
        await answered(ctx, survey, resident, seat, question, said.picks, language=language)
        return True
    if question.kind not in WRITTEN or not seat.asks_apart:
        return False
    await _ask_what_for(ctx, survey, resident, question, event, reading)
    return True


def _language(ctx: Context, resident: Resident, reading: Reading) -> str:
    return reading.language if reading.language in ctx.community.languages else resident.language


async def _replies_to(ctx: Context, survey: Survey, resident: Resident, event: ResidentWrote) -> bool:
    asked = await surveys.message_of(ctx.tx, anchor_of(survey.id, resident.id))
    return event.reply_to is not None and event.reply_to == asked


async def _refuse(ctx: Context, resident: Resident, question: SurveyQuestion, wrong: WrongKind) -> None:
    language = resident.language
    how = hint(ctx, question, language)
    await ctx.tell(resident, ctx.say(language, f"survey-wrong-{wrong.hint}") + "\n" + how)


# --- plain words: an answer or a new matter?


async def _ask_what_for(
    ctx: Context, survey: Survey, resident: Resident, question: SurveyQuestion, event: ResidentWrote, reading: Reading
) -> None:
    language = resident.language
    asked = await questions.ask(
        ctx.tx,
        resident.id,
        "survey",
        ctx.now,
        data={"survey": survey.id, "question": question.id, "events": [encode(event)], "reading": encode(reading)},
        expires_at=ctx.now + timedelta(minutes=ctx.community.timings.choose_case_minutes),
    )
    buttons = [
        [Button(label=ctx.say(language, "survey-button-answer"), data=f"r:q:{asked.id}:{ANSWER}")],
        [Button(label=ctx.say(language, "resident-ask-case-new"), data=f"r:q:{asked.id}:{NEW_MATTER}")],
    ]
    await ctx.tell(resident, ctx.say(language, "survey-what-for"), buttons=buttons, reply_to=event.message_id)


async def _waits_with(ctx: Context, resident: Resident, event: ResidentWrote) -> bool:
    """We have just asked what their words are for: what they add meanwhile waits with the first."""
    waiting = await questions.open_of(ctx.tx, resident.id, "survey")
    if not waiting or not event.text.strip() or event.reply_to is not None:
        return False
    data = waiting[0].data
    await questions.remember(ctx.tx, waiting[0], {**data, "events": [*data["events"], encode(event)]})
    return True


async def meant_for(ctx: Context, question: Question, resident: Resident, choice: str) -> bool:
    """The person said whether their words are an answer or a new matter."""
    if choice not in (ANSWER, NEW_MATTER) or not await questions.close(ctx.tx, question, answer=choice):
        return False
    await questions.forget(ctx.tx, question)
    if choice == NEW_MATTER:
        seat = await surveys.seat_of(ctx.tx, question.data["survey"], resident.id)
        if seat is not None:
            await surveys.move_seat(ctx.tx, seat, asks_apart=False)
        await place_events(ctx, resident, question.data, NEW_MATTER)
    else:
        await _use_as_answer(ctx, resident, question)
    return True


async def _use_as_answer(ctx: Context, resident: Resident, question: Question) -> None:
    data = question.data
    survey = await surveys.get(ctx.tx, data["survey"])
    seat = await surveys.seat_of(ctx.tx, survey.id, resident.id)
    asked = survey.definition.question(data["question"])
    if seat is None or asked is None or seat.position != asked.id:
        await tell_late(ctx, survey, resident)
        return
    words = "\n".join(decode(ResidentWrote, event).text for event in data["events"])
    said = by_message(asked, words, None, resident.language)
    if isinstance(said, Answered):
        language = _language(ctx, resident, decode(Reading, data["reading"]))
        await answered(ctx, survey, resident, seat, asked, said.picks, language=language)
    else:
        await survey_answers.blank_inbox(ctx.tx, resident, ctx.now)
        await _refuse(ctx, resident, asked, said)


async def not_said(ctx: Context, question: Question) -> None:
    """Nobody said what the words are for. They become a case, unless the survey is anonymous: then we only say so."""
    if not await questions.close(ctx.tx, question, expired=True):
        return
    await questions.forget(ctx.tx, question)
    resident = await residents.get(ctx.tx, question.resident_id)
    survey = await surveys.get(ctx.tx, question.data["survey"])
    if not survey.definition.anonymous:
        await place_events(ctx, resident, question.data, NEW_MATTER)
        return
    await survey_answers.blank_inbox(ctx.tx, resident, ctx.now)
    await ctx.tell(resident, ctx.say(resident.language, "survey-not-said"))


async def may_be_answer(ctx: Context, resident: Resident) -> bool:
    """An earlier message that no case knows was changed. If it may have been an answer, say that answers stay."""
    since = ctx.now - EDITABLE
    if not await surveys.took_part(ctx.tx, resident.id, since):
        return False
    await survey_answers.blank_inbox(ctx.tx, resident, ctx.now)
    await ctx.tell(resident, ctx.say(resident.language, "survey-edited"))
    return True
