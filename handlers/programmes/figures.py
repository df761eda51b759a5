"""The evaluation of an event, put together from sign-ups, shifts, the survey afterwards and the sums entered."""

from domain.event import Event
from domain.money import Money
from domain.programme import Evaluation
from domain.survey import QuestionKind, SurveyState
from domain.survey_results import result_of
from handlers.context import Context
from storage import programmes, survey_answers, surveys
from storage.surveys import Survey

MOST_COMMENTS = 40


async def evaluation(ctx: Context, event: Event) -> Evaluation:
    """All figures of the event as they are now. Groups under five people are not shown (domain.survey_results)."""
    turnout = await programmes.turnout(ctx.tx, event.id)
    help_given = await programmes.help_given(ctx.tx, event.id)
    goal = await programmes.goal_of(ctx.tx, event.id)
    pledged, received = await programmes.sums(ctx.tx, event.id)
    survey = await surveys.of_event(ctx.tx, event.id)
    answers, satisfaction, best, comments = await _said(ctx, survey) if survey else (0, None, 5, ())
    return Evaluation(
        invited=turnout.invited,
        signed_up=turnout.signed_up,
        came=turnout.came,
        occasions=turnout.occasions,
        volunteers=help_given.people,
        minutes=help_given.minutes,
        answers=answers,
        satisfaction=satisfaction,
        best=best,
        comments=comments,
        cost=await programmes.cost_of(ctx.tx, event.id),
        goal=goal,
        pledged=Money(cents=pledged, currency=goal.currency) if goal else None,
        received=Money(cents=received, currency=goal.currency) if goal else None,
    )


async def _said(ctx: Context, survey: Survey) -> tuple[int, float | None, int, tuple[str, ...]]:
    """How many answered, the average of the first scale and its end, and the comments; little where few answered."""
    done = (await surveys.seats_by_state(ctx.tx, survey.id)).get("done", 0)
    if survey.definition.anonymous and survey.state is not SurveyState.CLOSED:
        return done, None, 5, ()
    tallies = await survey_answers.tallies(ctx.tx, survey)
    average, best = None, 5
    for question in survey.definition.questions:
        whole = result_of(question, tallies).whole
        if question.kind is QuestionKind.SCALE and whole is not None and whole.average is not None:
            average, best = float(whole.average), question.high
            break
    comments: list[str] = []
    for question in survey.definition.questions:
        if question.kind is QuestionKind.TEXT and result_of(question, tallies).whole is not None:
            comments += [text.text for text in await survey_answers.free_texts(ctx.tx, survey, question.id)]
    return done, average, best, tuple(sorted(comments)[:MOST_COMMENTS])
