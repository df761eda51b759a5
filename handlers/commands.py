"""What a resident can ask for by a command or by the button that does the same."""

from collections.abc import Awaitable, Callable

from domain.case import OPEN, Case
from domain.content import Button
from domain.ids import find_reference
from domain.inbound import ResidentWrote
from domain.people import Reach, Resident
from handlers import opening, privacy
from handlers.context import Context
from handlers.desk import when
from handlers.greeting import greet, greet_once, language_buttons
from handlers.reading import Reading
from handlers.receipt import menu
from storage import audit, cases, entries, residents

NAMES = ("start", "help", "new", "cases", "status", "language", "privacy", "stop")  # in the order of the menu
LISTED = 10


async def run(ctx: Context, resident: Resident, event: ResidentWrote, reading: Reading) -> bool:
    """Run a command. False if there is no such command: then the words are a message like any other."""
    name = event.command
    if name == "new" and event.arguments:
        resident = await greet_once(ctx, resident)
        await opening.open_case(ctx, resident, _without_command(event), reading)
        return True
    if name == "status":
        return await show_status(ctx, resident, event.arguments)
    if name == "start":
        await start(ctx, resident)
        return True
    return await run_named(ctx, resident, name or "")


def _without_command(event: ResidentWrote) -> ResidentWrote:
    return ResidentWrote(
        sender=event.sender,
        message_id=event.message_id,
        sent_at=event.sent_at,
        text=event.arguments,
        attachments=event.attachments,
        reply_to=event.reply_to,
    )


async def run_named(ctx: Context, resident: Resident, name: str) -> bool:
    """Run a command that takes no words. False if there is none of that name."""
    deeds: dict[str, Callable[[Context, Resident], Awaitable[None]]] = {
        "start": start,
        "help": help_,
        "new": ask_for_new,
        "cases": list_cases,
        "language": ask_language,
        "privacy": privacy.explain,
        "export": privacy.export,
        "erase": privacy.ask_to_erase,
        "stop": stop,
    }
    deed = deeds.get(name)
    if deed is None:
        return False
    await deed(ctx, resident)
    return True


async def start(ctx: Context, resident: Resident) -> None:
    """/start: greet, and take up contact again after /stop."""
    if resident.reach is not Reach.ACTIVE:
        resident = await residents.change(ctx.tx, resident.id, reach=Reach.ACTIVE)
    await greet(ctx, resident)


async def help_(ctx: Context, resident: Resident) -> None:
    """/help: what can be done here, with buttons for all of it."""
    await ctx.tell(resident, ctx.say(resident.language, "help"), buttons=menu(ctx, resident))


async def ask_for_new(ctx: Context, resident: Resident) -> None:
    """/new: the next message is a matter of its own."""
    await residents.change(ctx.tx, resident.id, dialogue={**resident.dialogue, "new": True})
    await ctx.tell(resident, ctx.say(resident.language, "new-prompt"))


async def list_cases(ctx: Context, resident: Resident) -> None:
    """/cases: the resident's cases with a button each, open ones first."""
    language = resident.language
    known = await cases.of_resident(ctx.tx, resident.id, limit=50)
    shown = sorted(known, key=lambda case: (case.state not in OPEN, -case.id))[:LISTED]
    if not shown:
        await ctx.tell(resident, ctx.say(language, "cases-none"), buttons=menu(ctx, resident))
        return
    lines = [ctx.say(language, "cases-title", count=sum(case.state in OPEN for case in known))]
    lines += [status_line(ctx, case, language) for case in shown]
    buttons = [Button(label=case.reference, data=f"r:case:{case.reference}") for case in shown]
    rows = [buttons[i : i + 3] for i in range(0, len(buttons), 3)]
    await ctx.tell(resident, "\n".join(lines), buttons=rows)


def status_line(ctx: Context, case: Case, language: str) -> str:
    """One case on one line: reference, department, state."""
    return ctx.say(
        language,
        "cases-line",
        reference=case.reference,
        department=ctx.department_name(case.department, language),
        state=ctx.say(language, f"status-{case.state}"),
    )


async def show_status(ctx: Context, resident: Resident, words: str) -> bool:
    """/status REF: where one case stands. Only the resident's own cases can be asked for."""
    language = resident.language
    reference = find_reference(words)
    if reference is None:
        await ctx.tell(resident, ctx.say(language, "status-usage"))
        return True
    case = await cases.by_reference(ctx.tx, reference)
    if case is None or case.resident_id != resident.id:
        await ctx.tell(resident, ctx.say(language, "status-not-found", reference=reference))
        return True
    text = [status_line(ctx, case, language)]
    first = next(iter(await entries.of_case(ctx.tx, case.id, limit=1)), None)
    if first and first.text:
        text.append(ctx.say(language, "status-your-words", words=first.text[:200]))
    if case.due_at and case.state in OPEN:
        text.append(ctx.say(language, "status-due", due=when(ctx, case.due_at, language)))
    text.append(ctx.say(language, "status-how-to-add"))
    await ctx.tell(resident, "\n".join(text), case_id=case.id)
    return True


async def ask_language(ctx: Context, resident: Resident) -> None:
    """/language: one button a language."""
    await ctx.tell(resident, ctx.say(resident.language, "language-ask"), buttons=language_buttons(ctx, resident))


async def choose_language(ctx: Context, resident: Resident, code: str) -> bool:
    """The resident's own choice wins over everything and sticks."""
    if code not in ctx.community.languages:
        return False
    resident = await residents.change(ctx.tx, resident.id, language=code, language_chosen=True)
    await ctx.tell(resident, ctx.say(code, "language-changed"), buttons=menu(ctx, resident))
    return True


async def stop(ctx: Context, resident: Resident) -> None:
    """/stop: nothing any more but answers to the resident's own cases."""
    resident = await residents.change(ctx.tx, resident.id, reach=Reach.STOPPED)
    await audit.note(ctx.tx, f"resident:{resident.id}", "resident.stopped", str(resident.id), ctx.now)
    await ctx.tell(resident, ctx.say(resident.language, "stopped"))
