"""What happens because time has passed: unanswered questions, cases that nobody objected to."""

from handlers import asking_case, asking_department, solved
from handlers.context import Context
from storage import questions


async def act_on_time(ctx: Context) -> int:
    """Do everything that is due at `ctx.now`; returns how many things were done."""
    done = 0
    for question in await questions.due(ctx.tx, ctx.now):
        if question.kind == "department":
            await asking_department.department_not_chosen(ctx, question)
        elif question.kind == "case":
            await asking_case.case_not_chosen(ctx, question)
        else:
            await questions.close(ctx.tx, question, expired=True)
        done += 1
    return done + await solved.close_unanswered(ctx)
