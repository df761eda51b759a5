"""An answer is taken in: kept by person or, where that was announced, by nobody; then the next question comes."""

from domain.people import Resident
from domain.survey import QuestionKind, SurveyQuestion, follower
from handlers.context import Context
from handlers.desk import when
from handlers.survey_asking import ask
from storage import survey_answers
from storage.surveys import Seat, Survey

PLACE_DECIMALS = 2  # of an anonymous place: about a kilometre


async def answered(
    ctx: Context, survey: Survey, resident: Resident, seat: Seat, question: SurveyQuestion, picks: tuple[str, ...],
    *, language: str = "",
) -> None:  # fmt: skip
    """Keep the answer (nothing where the question was skipped) and go on."""
    if picks:
        await _keep(ctx, survey, resident, question, picks, language or resident.language)
    if survey.definition.anonymous:
        await survey_answers.blank_inbox(ctx.tx, resident, ctx.now)
    await ask(ctx, survey, resident, seat, follower(survey.definition, question, picks))


async def _keep(
    ctx: Context, survey: Survey, resident: Resident, question: SurveyQuestion, picks: tuple[str, ...], language: str
) -> None:
    if not survey.definition.anonymous:
        await survey_answers.record(ctx.tx, survey, resident, question.id, picks, language, ctx.now)
    elif question.kind is QuestionKind.TEXT:
        await survey_answers.keep_unnamed_text(ctx.tx, survey, resident, question.id, picks[0], language, ctx.rng)
    else:
        coarse = tuple(_coarse(pick) for pick in picks) if question.kind is QuestionKind.PLACE else picks
        await survey_answers.count_unnamed(ctx.tx, survey, resident, question.id, coarse)


def _coarse(point: str) -> str:
    latitude, longitude = map(float, point.split(","))
    return f"{latitude:.{PLACE_DECIMALS}f},{longitude:.{PLACE_DECIMALS}f}"


async def tell_late(ctx: Context, survey: Survey, resident: Resident) -> None:
    """The survey is over: say so kindly, and where else words can go."""
    language = resident.language
    closed = when(ctx, survey.closes_at or ctx.now, language)
    await ctx.tell(resident, ctx.say(language, "survey-late", when=closed), replaces=f"survey-late:{resident.id}")
