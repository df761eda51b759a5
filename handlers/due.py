"""What happens because time has passed: unanswered questions, cases that nobody objected to."""

from collections.abc import Awaitable, Callable

from handlers import (
    asking_case,
    asking_department,
    broadcast_clock,
    safety_board,
    solved,
    survey_asking,
    survey_closing,
    survey_inviting,
    survey_writing,
)
from handlers.context import Context
from handlers.events import ending, waiting
from handlers.ideas import writing as ideas_writing
from handlers.volunteers import offering, welcome
from storage import questions
from storage.questions import Question


async def act_on_time(ctx: Context) -> int:
    """Do everything that is due at `ctx.now`; returns how many things were done."""
    return sum([await deed(ctx) for deed in DEEDS])


async def _unanswered(ctx: Context) -> int:
    due = await questions.due(ctx.tx, ctx.now)
    for question in due:
        if question.kind in UNANSWERED:
            await UNANSWERED[question.kind](ctx, question)
        else:
            await questions.close(ctx.tx, question, expired=True)
    return len(due)


# kind of question -> what happens when nobody answered in time; others are only closed
UNANSWERED: dict[str, Callable[[Context, Question], Awaitable[None]]] = {
    "department": asking_department.department_not_chosen,
    "case": asking_case.case_not_chosen,
    "survey": survey_writing.not_said,
    "idea": ideas_writing.not_said,
    survey_asking.COVER: survey_asking.cover_again,
}
DEEDS: tuple[Callable[[Context], Awaitable[int]], ...] = (
    _unanswered,
    solved.close_unanswered,
    survey_closing.close_ended,
    survey_closing.remind_silent,
    broadcast_clock.expire,
    broadcast_clock.act_on_schedules,
    broadcast_clock.keep_up,
    safety_board.keep_up,
    survey_closing.mix_hourly,
    survey_inviting.after_events,
    *offering.DUE,
    welcome.welcome_due,
    waiting.expire,
    waiting.fill,
    ending.close,
)
