"""A further message joins a case: it wakes a waiting case and reopens a resolved one."""

from datetime import timedelta

from domain.case import Case, CaseState, EntryKind, Step
from domain.inbound import ResidentWrote
from domain.people import Resident
from handlers import desk
from handlers.alarming import sound_alarm
from handlers.context import Context
from handlers.lines import add_line
from handlers.reading import Reading
from handlers.receipt import confirm_added
from storage import cases, entries

QUIET = timedelta(minutes=2)  # several messages in a row are confirmed once


async def add_to_case(
    ctx: Context,
    case: Case,
    resident: Resident,
    event: ResidentWrote,
    reading: Reading,
    *,
    sure: bool,
    quiet: bool = False,
) -> None:
    """Add the message to the case's history and thread, and tell the resident where it went."""
    recent, card = await _said_lately(ctx, case), case.card
    entry = await add_line(ctx, case, event, None if sure else reading)
    case = await _wake(ctx, case, resident, reading)
    if case.card == card:  # a fresh card already shows everything
        await desk.show_line(ctx, case, entry)
    await desk.refresh_card(ctx, case)
    if not (quiet or recent):
        await confirm_added(ctx, case, resident, entry.id, sure=sure)


async def _said_lately(ctx: Context, case: Case) -> bool:
    lines = await entries.of_case(ctx.tx, case.id)
    return any(line.kind is EntryKind.RESIDENT and ctx.now - line.at < QUIET for line in lines[1:])


async def _wake(ctx: Context, case: Case, resident: Resident, reading: Reading) -> Case:
    if reading.urgent:
        case = await sound_alarm(ctx, case, resident, reading)
    if case.state is CaseState.WAITING:
        return await cases.advance(ctx.tx, case, Step.RESUME, ctx.now) or case
    if case.open:
        return case
    reopened = await cases.advance(ctx.tx, case, Step.REOPEN, ctx.now, resolved_at=None, closed_at=None)
    if reopened is None:
        return case
    await entries.add(ctx.tx, case.id, EntryKind.EVENT, ctx.now, data={"step": Step.REOPEN})
    await desk.say_in_thread(ctx, reopened, ctx.desk("thread-reopened"))
    department = ctx.department_name(case.department, resident.language)
    text = ctx.say(resident.language, "resident-reopened", reference=case.reference, department=department)
    await ctx.tell(resident, text, case_id=case.id)
    return reopened
