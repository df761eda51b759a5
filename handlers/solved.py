"""Is it really solved? The resident has the last word, and a mark to give."""

from datetime import timedelta

from domain.case import Case, CaseState, EntryKind, Step
from domain.content import Button
from domain.delivery import Lane
from domain.people import Resident
from handlers import desk, survey_inviting
from handlers.context import Context
from storage import cases, entries, questions, residents
from storage.questions import Question


async def ask_if_solved(
    ctx: Context, case: Case, resident: Resident, closing: str, entry_id: int | None = None
) -> None:
    """Send the closing message with the two buttons."""
    for old in await questions.open_of(ctx.tx, resident.id, "solved", case.id):
        await questions.close(ctx.tx, old, expired=True)
    question = await questions.ask(ctx.tx, resident.id, "solved", ctx.now, case_id=case.id)
    language = resident.language
    buttons = [
        [Button(label=ctx.say(language, f"resident-solved-{word}"), data=f"r:q:{question.id}:{word}")]
        for word in ("yes", "no")
    ]
    department = ctx.department_name(case.department, language)
    lead = ctx.say(language, "resident-reply-lead", department=department, reference=case.reference)
    ask = ctx.say(language, "resident-resolved", department=department, reference=case.reference)
    text = closing + "\n\n" + ask
    await ctx.tell(
        resident, text, lead=lead, buttons=buttons, lane=Lane.REPLY, case_id=case.id, entry_id=entry_id, report=True
    )


async def solved_answered(ctx: Context, question: Question, resident: Resident, choice: str) -> bool:
    """Yes closes the case and asks for a mark; no puts it back to the same owner with its history."""
    if choice not in {"yes", "no"} or not await questions.close(ctx.tx, question, answer=choice):
        return False
    case = await cases.get(ctx.tx, question.case_id or 0)
    if case.state not in (CaseState.RESOLVED, CaseState.CLOSED):
        return False
    if choice == "yes":
        await _confirm(ctx, case, resident)
    else:
        await _reject(ctx, case, resident)
    return True


async def _confirm(ctx: Context, case: Case, resident: Resident) -> None:
    if case.state is CaseState.RESOLVED:
        case = await cases.advance(ctx.tx, case, Step.CONFIRM, ctx.now, closed_at=ctx.now) or case
        await _record(ctx, case, Step.CONFIRM, "thread-confirmed")
    question = await questions.ask(ctx.tx, resident.id, "rating", ctx.now, case_id=case.id)
    language = resident.language
    marks = [
        Button(label=ctx.say(language, "resident-rate-button", stars=mark), data=f"r:q:{question.id}:{mark}")
        for mark in range(1, 6)
    ]
    await ctx.tell(resident, ctx.say(language, "resident-rate-ask"), buttons=[marks], case_id=case.id)


async def _reject(ctx: Context, case: Case, resident: Resident) -> None:
    back = await cases.advance(ctx.tx, case, Step.REJECT, ctx.now, resolved_at=None, closed_at=None)
    if back is None:
        return
    await _record(ctx, back, Step.REJECT, "thread-rejected")
    text = ctx.say(resident.language, "resident-unsolved", reference=case.reference)
    await ctx.tell(resident, text, case_id=case.id)


async def rating_given(ctx: Context, question: Question, resident: Resident, choice: str) -> bool:
    """The resident gives a mark from 1 to 5."""
    if choice not in {"1", "2", "3", "4", "5"} or not await questions.close(ctx.tx, question, answer=choice):
        return False
    case = await cases.change(ctx.tx, question.case_id or 0, ctx.now, rating=int(choice))
    await desk.say_in_thread(ctx, case, ctx.desk("thread-rated", stars=int(choice)))
    await desk.refresh_card(ctx, case)
    await ctx.tell(resident, ctx.say(resident.language, "resident-rate-thanks"), case_id=case.id)
    await survey_inviting.after_case(ctx, case, resident)
    return True


async def _record(ctx: Context, case: Case, step: Step, key: str) -> None:
    await entries.add(ctx.tx, case.id, EntryKind.EVENT, ctx.now, data={"step": step})
    await desk.say_in_thread(ctx, case, ctx.desk(key))
    await desk.refresh_card(ctx, case)


async def close_unanswered(ctx: Context) -> int:
    """Close resolved cases to which nobody objected within the configured days; returns how many."""
    before = ctx.now - timedelta(days=ctx.community.timings.confirm_days)
    closed = 0
    for case in await cases.overdue_confirmations(ctx.tx, before):
        ended = await cases.advance(ctx.tx, case, Step.EXPIRE, ctx.now, closed_at=ctx.now)
        if ended is None:
            continue
        closed += 1
        resident = await residents.get(ctx.tx, case.resident_id)
        for question in await questions.open_of(ctx.tx, resident.id, "solved", case.id):
            await questions.close(ctx.tx, question, expired=True)
        await _record(ctx, ended, Step.EXPIRE, "thread-closed-unanswered")
    return closed
