"""What a resident is told when something of theirs was taken in."""

from datetime import datetime

from domain.case import Case, EntryKind, Priority
from domain.content import Button
from domain.hours import due_at
from domain.people import Resident
from handlers.context import Context
from handlers.desk import when
from storage import cases, entries


def expected_by(ctx: Context, case: Case) -> datetime | None:
    """When the department should have answered, from its opening hours; None where it never opens."""
    department = ctx.community.department(case.department)
    if department is None:
        return None
    c = ctx.community
    return due_at(ctx.now, department.answer_within_hours, department.hours, c.time_zone, c.holidays)


async def give_receipt(ctx: Context, case: Case, resident: Resident) -> Case:
    """Say which department has the case, under which reference, and by when an answer may be expected."""
    due = expected_by(ctx, case)
    case = await cases.change(ctx.tx, case.id, ctx.now, due_at=due)
    language = resident.language
    text = ctx.say(
        language,
        "receipt" if due else "receipt-no-date",
        reference=case.reference,
        department=ctx.department_name(case.department, language),
        due=when(ctx, due, language),
    )
    if case.priority is Priority.URGENT:
        text = ctx.say(language, "emergency-answer", number=ctx.community.emergency.number) + "\n\n" + text
    await entries.add(ctx.tx, case.id, EntryKind.NOTICE, ctx.now, text=text)
    await ctx.tell(resident, text, case_id=case.id, buttons=menu(ctx, resident))
    return case


async def confirm_added(ctx: Context, case: Case, resident: Resident, entry_id: int, *, sure: bool) -> None:
    """Say that a message was added to a case; where that was not certain, offer to make it a new matter."""
    language = resident.language
    buttons = () if sure else ((Button(label=ctx.say(language, "button-new-matter"), data=f"r:split:{entry_id}"),),)
    text = ctx.say(language, "added-to-case", reference=case.reference)
    await ctx.tell(resident, text, case_id=case.id, buttons=buttons, replaces=f"added:{case.id}")


def menu(ctx: Context, resident: Resident) -> list[list[Button]]:
    """The buttons that make every command reachable without typing."""
    names = ("cases", "new", "language", "privacy", "help")
    buttons = [Button(label=ctx.say(resident.language, f"button-{name}"), data=f"r:cmd:{name}") for name in names]
    return [buttons[:2], buttons[2:]]
