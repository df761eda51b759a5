"""A resident presses a button of a survey: begin, choose, tick, skip, stop. Old buttons are answered kindly."""

from domain.errors import NotFound
from domain.inbound import ResidentPressed
from domain.people import Resident
from domain.survey import QuestionKind, SurveyQuestion, SurveyState
from domain.survey_answer import Answered, by_button
from handlers.context import Context
from handlers.rights import number
from handlers.survey_answering import answered, tell_late
from handlers.survey_asking import NEVER_MIND, READY, SKIP, ask, cover, redraw
from handlers.survey_inviting import seat_for
from storage import surveys
from storage.surveys import Seat, Survey


async def pressed(ctx: Context, resident: Resident, _event: ResidentPressed, rest: list[str]) -> bool:
    """Act on ``r:survey:<survey>:…``. False: the button was never this person's, or its question is over."""
    survey_id = number(rest[0]) if rest else None
    try:
        survey = await surveys.get(ctx.tx, survey_id or 0)
    except NotFound:
        return False
    if survey.state is SurveyState.DRAFT:
        return False
    if survey.state is not SurveyState.OPEN or (survey.closes_at and survey.closes_at <= ctx.now):
        await tell_late(ctx, survey, resident)
        return True
    seat = await seat_for(ctx, survey, resident)
    if seat is None:
        return False
    match rest[1:]:
        case ["go"]:
            await _begin(ctx, survey, resident, seat)
            return True
        case ["no"]:
            return await _decline(ctx, survey, resident, seat)
        case [place, deed]:
            return await _at_question(ctx, survey, resident, seat, place, deed)
    return False


async def _begin(ctx: Context, survey: Survey, resident: Resident, seat: Seat) -> None:
    """Begin, or come back to the question that waits. Who is done is told so."""
    if seat.state == "done":
        words = ctx.say(resident.language, "survey-done-already")
        await ctx.tell(resident, words, replaces=f"survey-done:{resident.id}")
        return
    await ask(ctx, survey, resident, seat, seat.position or survey.definition.questions[0].id)


async def _decline(ctx: Context, survey: Survey, resident: Resident, seat: Seat) -> bool:
    if seat.state != "invited":
        return False
    await surveys.move_seat(ctx.tx, seat, state="left")
    await ctx.tell(resident, ctx.say(resident.language, "survey-declined"))
    return True


async def _at_question(ctx: Context, survey: Survey, resident: Resident, seat: Seat, place: str, deed: str) -> bool:
    """A button under a question: only the question that waits takes it, so a second press changes nothing."""
    index = number(place)
    asked = survey.definition.questions
    if seat.state != "begun" or index is None or index >= len(asked) or asked[index].id != seat.position:
        return False
    question = asked[index]
    if deed == NEVER_MIND:
        await _stop(ctx, survey, resident, seat)
    elif deed == SKIP and question.optional:
        await answered(ctx, survey, resident, seat, question, ())
    elif deed == READY and seat.picked:
        await answered(ctx, survey, resident, seat, question, seat.picked)
    else:
        return await _choose(ctx, survey, resident, seat, question, deed)
    return True


async def _choose(
    ctx: Context, survey: Survey, resident: Resident, seat: Seat, question: SurveyQuestion, deed: str
) -> bool:
    chosen = by_button(question, deed.removeprefix("="))
    if not deed.startswith("=") or not isinstance(chosen, Answered):
        return False
    if question.kind is not QuestionKind.CHOICES:
        await answered(ctx, survey, resident, seat, question, chosen.picks)
        return True
    ticked = set(seat.picked) ^ set(chosen.picks)
    await surveys.move_seat(ctx.tx, seat, picked=[option.id for option in question.options if option.id in ticked])
    seat = await surveys.seat_of(ctx.tx, survey.id, resident.id) or seat
    await redraw(ctx, survey, resident, seat, question)
    return True


async def _stop(ctx: Context, survey: Survey, resident: Resident, seat: Seat) -> None:
    """They have had enough: what they answered so far counts, and nothing more is asked."""
    await surveys.move_seat(ctx.tx, seat, state="left", position=None, picked=())
    await cover(ctx, survey, resident)
    await ctx.tell(resident, ctx.say(resident.language, "survey-stopped"))
