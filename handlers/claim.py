"""Who has the case: claiming and releasing. Of two who press at once one wins, and the other is told who."""

from domain.case import OPEN, Case, CaseState, EntryKind, Step
from domain.inbound import StaffPressed
from handlers import desk
from handlers.context import Context
from handlers.deeds import record
from handlers.rights import explain, explain_state
from handlers.teaching import teach
from storage import cases, entries, residents, staff

CLAIMABLE = frozenset({CaseState.NEW, CaseState.REOPENED, CaseState.WAITING})


async def claim(ctx: Context, event: StaffPressed, case: Case) -> None:
    """The presser takes the case, unless somebody else was quicker."""
    if case.state not in OPEN:
        await explain_state(ctx, event.user, case, channel_id=event.channel_id)
        return
    taken = await take(ctx, case, event.user)
    if taken is None:
        await _explain_taken(ctx, event, await cases.get(ctx.tx, case.id))
        return
    await _tell_resident_once(ctx, taken)


async def _explain_taken(ctx: Context, event: StaffPressed, case: Case) -> None:
    if case.assignee == event.user:
        words = ctx.desk("done-claimed", reference=case.reference)
    else:
        name = await staff.name_of(ctx.tx, case.assignee or "")
        words = ctx.desk("refuse-claimed", reference=case.reference, person=name)
    await explain(ctx, event.user, words, channel_id=event.channel_id, thread=event.thread_id)
    await desk.refresh_card(ctx, case)  # their card was out of date


async def take(ctx: Context, case: Case, user: str) -> Case | None:
    """Make `user` the owner of a case that nobody has (or that came back to them). None if somebody has it."""
    theirs = case.assignee == user and case.state is CaseState.REOPENED
    if case.state not in CLAIMABLE or not (case.assignee is None or theirs):
        return None
    taken = await cases.advance(ctx.tx, case, Step.CLAIM, ctx.now, assignee=user)
    if taken is None:
        return None
    name = await staff.name_of(ctx.tx, user)
    await record(ctx, taken, user, Step.CLAIM, ctx.desk("thread-claimed", person=name))
    await confirm_department(ctx, taken, user)
    return taken


async def confirm_department(ctx: Context, case: Case, user: str) -> None:
    """Somebody of the department took the case up: the router was right. The front desk takes up anything."""
    if case.department != ctx.community.front_desk:
        await teach(ctx, case, "confirmed", f"slack:{user}")


async def _tell_resident_once(ctx: Context, case: Case) -> None:
    """Tell the resident who has it now, unless they know: from this department they heard already."""
    for line in await entries.of_case(ctx.tx, case.id):
        if line.kind in (EntryKind.NOTICE, EntryKind.REPLY) and line.data.get("from") == case.department:
            return
    resident = await residents.get(ctx.tx, case.resident_id)
    department = ctx.department_name(case.department, resident.language)
    text = ctx.say(resident.language, "resident-claimed", department=department, reference=case.reference)
    await entries.add(ctx.tx, case.id, EntryKind.NOTICE, ctx.now, text=text, data={"from": case.department})
    await ctx.tell(resident, text, case_id=case.id)


async def release(ctx: Context, event: StaffPressed, case: Case) -> None:
    """Nobody has the case any more: it is back in the queue."""
    if case.assignee is None or case.state not in OPEN:
        await explain_state(ctx, event.user, case, channel_id=event.channel_id)
        return
    free = await cases.advance(ctx.tx, case, Step.RELEASE, ctx.now, assignee=None)
    if free is None:
        await explain_state(ctx, event.user, await cases.get(ctx.tx, case.id), channel_id=event.channel_id)
        return
    name = await staff.name_of(ctx.tx, event.user)
    await record(ctx, free, event.user, Step.RELEASE, ctx.desk("thread-released", person=name))
