"""What happens because time has passed: unanswered questions, cases that nobody objected to."""

from collections.abc import Awaitable, Callable

from handlers import asking_case, asking_department, solved
from handlers.context import Context
from storage import questions


async def act_on_time(ctx: Context) -> int:
    """Do everything that is due at `ctx.now`; returns how many things were done."""
    return sum([await deed(ctx) for deed in DEEDS])


async def _unanswered(ctx: Context) -> int:
    due = await questions.due(ctx.tx, ctx.now)
    for question in due:
        if question.kind == "department":
            await asking_department.department_not_chosen(ctx, question)
        elif question.kind == "case":
            await asking_case.case_not_chosen(ctx, question)
        else:
            await questions.close(ctx.tx, question, expired=True)
    return len(due)


DEEDS: tuple[Callable[[Context], Awaitable[int]], ...] = (_unanswered, solved.close_unanswered)
