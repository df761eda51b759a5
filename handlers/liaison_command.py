"""``/liaison``: find a case by its reference, count the queues, help. Every answer is for the asker alone."""

from collections.abc import Awaitable, Callable

from domain.content import Content, Message
from domain.delivery import Draft, Lane, Operation
from domain.ids import find_reference
from domain.inbound import StaffCommanded
from handlers import desk, drill_group, forms, rights
from handlers.context import Context
from handlers.phone import linking
from locales import format_age
from storage import cases, staff

LOOKED_AT = 500  # cases of a queue among which the oldest is sought
MOST_QUOTED = 40  # characters of an unknown word that are said back


async def commanded(ctx: Context, event: StaffCommanded) -> None:
    """Run the command's first word; a bare reference is a find, nothing at all is a call for help.

    Another slash command opens a form at once (`forms.SLASH`); it comes here only where that was not possible.
    """
    if event.command in forms.SLASH:
        opening = forms.OPENED[forms.SLASH[event.command]]
        await _answer(ctx, event, Message(text=await opening.why_not(ctx, event.user, event.text)))
        return
    word, _, rest = event.text.strip().partition(" ")
    deed = COMMANDS.get(word.lower())
    if deed is not None:
        await deed(ctx, event, rest)
    elif word.lower() in forms.DRAWN:
        await _form_not_opened(ctx, event, rest)
    elif find_reference(event.text):
        await find(ctx, event, event.text)
    elif word:
        unknown = ctx.desk("command-unknown", text=word[:MOST_QUOTED])
        await _answer(ctx, event, Message(text=unknown))
    else:
        await help_(ctx, event, "")


async def find(ctx: Context, event: StaffCommanded, words: str) -> None:
    """Show a case: all of it to those who may act on it, only where it is to everybody else."""
    reference = find_reference(words)
    if reference is None:
        await _answer(ctx, event, Message(text=ctx.desk("find-usage")))
        return
    case = await cases.by_reference(ctx.tx, reference)
    if case is None:
        await _answer(ctx, event, Message(text=ctx.desk("find-none", reference=reference)))
    elif await rights.may_act(ctx, event.user, case):
        await _answer(ctx, event, await desk.draw_card(ctx, case))
    else:
        department = ctx.department_name(case.department, ctx.community.staff_language)
        state = ctx.desk(f"state-{case.state}")
        text = ctx.desk("find-elsewhere", reference=reference, department=department, state=state)
        await _answer(ctx, event, Message(text=text))


async def queue(ctx: Context, event: StaffCommanded, _words: str) -> None:
    """Count the open cases of every department, with the age of the oldest."""
    counts = await cases.queue_counts(ctx.tx)
    lines = [ctx.desk("queue-title")]
    for department in ctx.community.departments:
        name = ctx.department_name(department, ctx.community.staff_language)
        count = sum(counts.get(department.id, {}).values())
        age = await _oldest(ctx, department.id) if count else ""
        lines.append(ctx.desk("queue-line", department=name, count=count, age=age))
    await _answer(ctx, event, Message(text="\n".join(lines)))


async def _oldest(ctx: Context, department: str) -> str:
    """How long the department's oldest case has been open."""
    found = await cases.queue(ctx.tx, [department], limit=LOOKED_AT)
    return format_age(ctx.community.staff_language, ctx.now - min(case.created_at for case in found))


async def help_(ctx: Context, event: StaffCommanded, _words: str) -> None:
    """What the command can do."""
    await _answer(ctx, event, Message(text=ctx.desk("help")))


async def _form_not_opened(ctx: Context, event: StaffCommanded, words: str) -> None:
    """``/liaison reply REF`` opens a form at once (`forms.form_for`); here it did not, so say why."""
    reference = find_reference(words)
    case = await cases.by_reference(ctx.tx, reference) if reference else None
    refusal = await rights.why_not(ctx, event.user, case) or ctx.desk("refuse-form")
    await _answer(ctx, event, Message(text=refusal))


async def _answer(ctx: Context, event: StaffCommanded, content: Content) -> None:
    """Answer in the desk channel where it was asked, unseen by others; from elsewhere in the asker's own chat."""
    here = event.channel_id and await staff.is_member(ctx.tx, event.channel_id, event.user)
    await ctx.send(
        Draft(
            channel=ctx.desk_channel,
            address=event.channel_id if here else event.user,
            lane=Lane.REPLY,
            operation=Operation.PRIVATE if here else Operation.POST,
            content=content,
            person=event.user if here else None,
        )
    )


COMMANDS: dict[str, Callable[[Context, StaffCommanded, str], Awaitable[None]]] = {
    "find": find,
    "queue": queue,
    "help": help_,
    "phone": linking.ask_code,
    "drill": drill_group.show_link,
}
