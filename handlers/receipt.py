"""What a resident is told when something of theirs was taken in."""

from datetime import datetime

from domain.case import Case, EntryKind, Priority
from domain.content import Button
from domain.hours import due_at
from domain.people import Resident
from handlers.context import Context
from handlers.desk import when
from storage import cases, entries

MENU = ("cases", "new", "events", "settings", "language", "help")
MORE = ("privacy", "idea", "volunteer", "stop")


def expected_by(ctx: Context, case: Case) -> datetime | None:
    """When the department should have answered, from its opening hours; None where it never opens."""
    department = ctx.community.department(case.department)
    if department is None:
        return None
    c = ctx.community
    return due_at(ctx.now, department.answer_within_hours, department.hours, c.time_zone, c.holidays)


async def give_receipt(ctx: Context, case: Case, resident: Resident, key: str = "resident-receipt") -> Case:
    """Say which department has the case, under which reference, and by when an answer may be expected.

    `key` is the sentence of the catalog: the first receipt, or that the resident chose, or that nobody did.
    """
    due = expected_by(ctx, case)
    case = await cases.change(ctx.tx, case.id, ctx.now, due_at=due)
    text = _receipt_text(ctx, case, resident.language, key)
    await entries.add(ctx.tx, case.id, EntryKind.NOTICE, ctx.now, text=text)
    await ctx.tell(resident, text, case_id=case.id, buttons=menu(ctx, resident))
    return case


def _receipt_text(ctx: Context, case: Case, language: str, key: str) -> str:
    department = ctx.department_name(case.department, language)
    if case.priority is Priority.URGENT:
        return "\n\n".join(
            (
                ctx.say(language, "resident-emergency", number=ctx.community.emergency.number),
                ctx.say(language, "resident-receipt-urgent", reference=case.reference, department=department),
            )
        )
    if case.due_at is None:
        return ctx.say(language, "resident-receipt-undecided", reference=case.reference)
    moment = when(ctx, case.due_at, language)
    text = ctx.say(language, key, reference=case.reference, department=department, when=moment)
    return text + "\n\n" + ctx.say(language, "resident-receipt-more")


async def confirm_added(ctx: Context, case: Case, resident: Resident, entry_id: int, *, sure: bool) -> None:
    """Say that a message was added to a case; where that was not certain, offer to make it a new matter."""
    language = resident.language
    buttons = () if sure else ((Button(label=ctx.say(language, "resident-ask-case-new"), data=f"r:split:{entry_id}"),),)
    text = ctx.say(
        language,
        "resident-added",
        reference=case.reference,
        department=department_of(ctx, case, language),
    )
    await ctx.tell(resident, text, case_id=case.id, buttons=buttons, replaces=f"added:{case.id}")


def department_of(ctx: Context, case: Case, language: str) -> str:
    """The name of the department that has the case, or that none was chosen yet."""
    if case.department is None:
        return ctx.say(language, "resident-case-undecided")
    return ctx.department_name(case.department, language)


def menu(ctx: Context, resident: Resident) -> list[list[Button]]:
    """The buttons of what is wanted most; the rest is behind the one for help."""
    return _rows(ctx, resident, MENU)


def whole_menu(ctx: Context, resident: Resident) -> list[list[Button]]:
    """The buttons that make every command reachable without typing. A case's state is behind the list of cases."""
    return _rows(ctx, resident, tuple(name for name in (*MENU, *MORE) if name != "help"))


def _rows(ctx: Context, resident: Resident, names: tuple[str, ...]) -> list[list[Button]]:
    buttons = [command_button(ctx, resident, name) for name in names]
    return [buttons[i : i + 2] for i in range(0, len(buttons), 2)]


def command_button(ctx: Context, resident: Resident, name: str) -> Button:
    """The button that does what the command `name` does."""
    language = resident.language
    if name == "language":
        label = ctx.say(language, "resident-language-button")
    else:
        label = ctx.say(language, f"resident-help-button-{name}")
    return Button(label=label, data=f"r:cmd:{name}")
