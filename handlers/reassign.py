"""A case goes to another department, with its history; the resident is told and the router remembers."""

from domain.case import Case, EntryKind, Step
from domain.community import Department
from domain.content import Ask, Card, Choice, Form
from domain.delivery import Draft, Lane, Operation
from domain.inbound import StaffFilled
from handlers import confirming, desk
from handlers.context import Context
from handlers.deeds import write_down
from handlers.receipt import expected_by
from handlers.rights import explain, explain_state
from handlers.teaching import teach
from storage import cases, entries, residents, staff

LONGEST_NOTE = 1000


async def form(ctx: Context, case: Case) -> Form:
    """Which department, and a note to the colleagues there."""
    language = ctx.community.staff_language
    others = [d for d in ctx.community.departments if d.id != case.department]
    choices = tuple(Choice(label=ctx.department_name(d, language), value=d.id) for d in others)
    return Form(
        name="reassign",
        about=str(case.id),
        title=ctx.desk("reassign-title"),
        submit=ctx.desk("reassign-submit"),
        cancel=ctx.desk("form-cancel"),
        asks=(
            Ask(name="department", label=ctx.desk("reassign-department"), kind="choice", choices=choices),
            Ask(
                name="note",
                label=ctx.desk("reassign-note"),
                hint=ctx.desk("reassign-note-hint"),
                kind="text",
                optional=True,
                max_length=LONGEST_NOTE,
            ),
        ),
    )


async def filled(ctx: Context, event: StaffFilled, case: Case) -> None:
    """Move the case to the chosen department."""
    target = ctx.community.department(event.values.get("department"))
    if target is None or target.id == case.department:
        here = ctx.department_name(case.department, ctx.community.staff_language)
        words = ctx.desk("refuse-same-department", department=here) if target else ctx.desk("refuse-unknown")
        await explain(ctx, event.user, words, channel_id=desk.channel_of(ctx, case))
        return
    moved = await cases.advance(
        ctx.tx, case, Step.REASSIGN, ctx.now, department=target.id, assignee=None, card=case.card + 1
    )
    if moved is None:
        await explain_state(ctx, event.user, await cases.get(ctx.tx, case.id))
        return
    moved = await cases.change(ctx.tx, case.id, ctx.now, due_at=expected_by(ctx, moved))
    await _leave_old_place(ctx, case, event, target)
    await desk.lay_out(ctx, moved)
    await _tell_resident(ctx, moved)
    await teach(ctx, moved, "reassigned", f"slack:{event.user}")


async def _leave_old_place(ctx: Context, case: Case, event: StaffFilled, target: Department) -> None:
    """The old thread says where the case went and why; the old card becomes a pointer."""
    await confirming.keep_all(ctx, case)
    note = event.values.get("note", "").strip()
    await write_down(ctx, case, event.user, Step.REASSIGN, note=note, source=case.department, target=target.id)
    name = await staff.name_of(ctx.tx, event.user)
    here, there = (ctx.department_name(d, ctx.community.staff_language) for d in (case.department, target))
    lines = [ctx.desk("thread-reassigned", **{"person": name, "from": here, "to": there})]
    if note:
        lines.append(ctx.desk("thread-reassigned-note", note=note))
    await desk.say_in_thread(ctx, case, "\n".join(lines))
    moved = ctx.desk("card-moved", department=there)
    await ctx.send(
        Draft(
            channel=ctx.desk_channel,
            address=desk.channel_of(ctx, case),
            lane=Lane.DESK,
            operation=Operation.EDIT,
            content=Card(title=f"{case.reference} · {moved}", tone="done"),
            target=case.card_anchor,
            replaces=f"{case.card_anchor}:edit",
            case_id=case.id,
        )
    )


async def _tell_resident(ctx: Context, case: Case) -> None:
    resident = await residents.get(ctx.tx, case.resident_id)
    department = ctx.department_name(case.department, resident.language)
    text = ctx.say(
        resident.language,
        "resident-reassigned" if case.due_at else "resident-reassigned-undated",
        department=department,
        reference=case.reference,
        when=desk.when(ctx, case.due_at, resident.language),
    )
    await entries.add(ctx.tx, case.id, EntryKind.NOTICE, ctx.now, text=text)
    await ctx.tell(resident, text, case_id=case.id)
