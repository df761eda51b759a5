"""The department waits for the resident, usually for the answer to a question."""

from domain.case import Case, CaseState, Step
from domain.content import Ask, Form
from domain.inbound import StaffFilled
from handlers.answering import LEAD_OF_QUESTION, send_reply
from handlers.claim import confirm_department
from handlers.context import Context
from handlers.deeds import record
from handlers.reply import LONGEST, about_resident, said_just_now
from handlers.rights import explain_state
from storage import cases, residents, staff


async def form(ctx: Context, case: Case) -> Form:
    """The question to the resident, if there is one."""
    resident = await residents.get(ctx.tx, case.resident_id)
    return Form(
        name="wait",
        about=str(case.id),
        title=ctx.desk("wait-title"),
        submit=ctx.desk("wait-submit"),
        cancel=ctx.desk("form-cancel"),
        asks=(
            *await about_resident(ctx, case, resident),
            Ask(
                name="text",
                label=ctx.desk("wait-label"),
                hint=ctx.desk("wait-hint"),
                kind="text",
                optional=True,
                max_length=LONGEST,
            ),
        ),
    )


async def filled(ctx: Context, event: StaffFilled, case: Case) -> None:
    """Put the case to waiting, and ask the resident where there is a question."""
    words = event.values.get("text", "").strip()
    if case.state is CaseState.WAITING and not words:
        await explain_state(ctx, event.user, case)
        return
    if words and await said_just_now(ctx, case, event.user, words):
        return
    waiting = await cases.advance(ctx.tx, case, Step.WAIT, ctx.now, assignee=case.assignee or event.user)
    if waiting is None:
        await explain_state(ctx, event.user, await cases.get(ctx.tx, case.id), typed=words)
        return
    if case.assignee is None:
        await confirm_department(ctx, waiting, event.user)
    if case.state is not CaseState.WAITING:
        name = await staff.name_of(ctx.tx, event.user)
        await record(ctx, waiting, event.user, Step.WAIT, ctx.desk("thread-waiting", person=name))
    if words:
        await send_reply(ctx, waiting, event.user, words, lead_key=LEAD_OF_QUESTION)
