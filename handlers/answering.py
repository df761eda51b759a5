"""The one way in which words of staff reach a resident, and the line in the thread that says how far they got."""

from collections.abc import Sequence
from typing import Any

from domain.case import Case, CaseState, Entry, EntryKind
from domain.codec import encode
from domain.content import Attachment, Forwarded
from domain.delivery import Lane, Operation
from domain.people import Reach, Resident
from handlers import desk
from handlers.claim import take
from handlers.context import Context
from handlers.deeds import write_down
from handlers.rights import explain, give_back
from storage import entries, residents, staff

LEAD = "resident-reply-lead"
LEAD_OF_QUESTION = "resident-waiting"  # asks to reply to this very message
SHOWN = 2500  # characters of a long answer that its line in the thread shows


def lead(ctx: Context, case: Case, resident: Resident, key: str = LEAD) -> str:
    """The line above an answer, in the resident's language: who answers, and about which case."""
    department = ctx.department_name(case.department, resident.language)
    return ctx.say(resident.language, key, department=department, reference=case.reference)


async def last_words(ctx: Context, case: Case) -> Entry | None:
    """The resident's last line in the case, or None."""
    lines = [line for line in await entries.of_case(ctx.tx, case.id) if line.kind is EntryKind.RESIDENT]
    return lines[-1] if lines else None


async def send_reply(
    ctx: Context,
    case: Case,
    user: str,
    words: str,
    *,
    attachments: Sequence[Attachment] = (),
    source: str | None = None,
    lead_key: str = LEAD,
) -> Entry | None:
    """Send words of staff to the resident; whoever answers a case that nobody has, has it. None if nobody is there.

    `source` is the platform's id of the message that the words were written in.
    """
    resident = await residents.get(ctx.tx, case.resident_id)
    if resident.reach is Reach.ERASED:
        gone = give_back(ctx, ctx.desk("refuse-unreachable", reason=ctx.desk("reason-erased")), words)
        await explain(ctx, user, gone, channel_id=desk.channel_of(ctx, case))
        return None
    entry = await add_reply(ctx, case, user, words, attachments=attachments, source=source)
    if case.assignee is None and case.state in (CaseState.NEW, CaseState.REOPENED):
        case = await take(ctx, case, user) or case
    await _leave(ctx, case, resident, entry, lead(ctx, case, resident, lead_key))
    await show_queued(ctx, case, entry)
    await write_down(ctx, case, user, "reply", entry=entry.id)
    await desk.refresh_card(ctx, case)
    return entry


async def add_reply(
    ctx: Context,
    case: Case,
    user: str,
    words: str,
    *,
    attachments: Sequence[Attachment] = (),
    source: str | None = None,
) -> Entry:
    """Write an answer into the history."""
    data: dict[str, Any] = {"from": case.department}
    if attachments:
        data["attachments"] = encode(tuple(attachments))
    if source is not None:
        data["source"] = source
    return await entries.add(ctx.tx, case.id, EntryKind.REPLY, ctx.now, author=user, text=words, data=data)


async def _leave(ctx: Context, case: Case, resident: Resident, entry: Entry, above: str) -> None:
    last = await last_words(ctx, case)
    marks: dict[str, Any] = {"case_id": case.id, "entry_id": entry.id, "report": True}
    reply_to = last.message_id if last else None
    if entry.text:
        await ctx.tell(resident, entry.text, lead=above, lane=Lane.REPLY, reply_to=reply_to, **marks)
    for attachment in desk.attachments_of(entry.data):
        file = Forwarded(attachment=attachment, caption="" if entry.text else above)
        await ctx.send(ctx.to(resident, file, lane=Lane.REPLY, operation=Operation.FILE, **marks))


async def show_queued(ctx: Context, case: Case, entry: Entry) -> None:
    """Show an answer in the thread, as not sent yet; `outcomes` changes the line once the platform has spoken."""
    name = await staff.name_of(ctx.tx, entry.author)
    above = standing_line(ctx, name, ctx.desk("reply-queued"))
    await desk.say_in_thread(ctx, case, in_thread(ctx, entry), lead=above, anchor=line_of(case, entry))


def standing_line(ctx: Context, name: str, standing: str) -> str:
    """The heading of an answer's line: whose it is, and how far it got."""
    return f"{ctx.desk('reply-line', person=name)} {standing}"


def in_thread(ctx: Context, entry: Entry) -> str:
    """The words of an answer as its line in the thread shows them, with the number of files."""
    words = entry.text if len(entry.text) <= SHOWN else entry.text[:SHOWN].rstrip() + "…"
    files = len(desk.attachments_of(entry.data))
    return "\n".join(part for part in (words, ctx.desk("reply-files", count=files) if files else "") if part)


def line_of(case: Case, entry: Entry) -> str:
    """The anchor of an entry's line under the current card (as `desk.show_line` names it)."""
    return f"entry:{entry.id}:{case.card}"
