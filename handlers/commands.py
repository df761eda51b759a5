"""What a resident can ask for by a command or by the button that does the same."""

from collections.abc import Awaitable, Callable

from domain.case import OPEN, Case
from domain.content import Button
from domain.ids import find_reference
from domain.inbound import ResidentWrote
from domain.people import Reach, Resident
from handlers import deep_links, opening, privacy, settings
from handlers.context import Context
from handlers.desk import when
from handlers.events import browsing as events_browsing
from handlers.greeting import greet, greet_once, language_buttons
from handlers.ideas import browsing
from handlers.ideas import writing as ideas_writing
from handlers.partners import linking as partner_linking
from handlers.phone import linking as phone_linking
from handlers.reading import Reading
from handlers.receipt import command_button, department_of, menu, whole_menu
from handlers.volunteers import profile
from storage import audit, cases, residents

NAMES = (
    "start",
    "help",
    "new",
    "cases",
    "status",
    "idea",
    "volunteer",
    "events",
    "language",
    "settings",
    "privacy",
    "stop",
)  # in the order of the menu
LISTED = 10


async def run(ctx: Context, resident: Resident, event: ResidentWrote, reading: Reading) -> bool:
    """Run a command. False if there is no such command: then the words are a message like any other."""
    name = event.command
    if name == "new" and event.arguments:
        resident = await greet_once(ctx, resident)
        await opening.open_case(ctx, resident, _without_command(event), reading)
        return True
    if name == "partner":
        await partner_linking.link(ctx, await greet_once(ctx, resident), event.arguments)
        return True
    if name == "coordinate":
        return await phone_linking.command(ctx, resident, event.arguments)
    if name == "idea":
        return await ideas_writing.command(ctx, await greet_once(ctx, resident), event, reading)
    if name == "status":
        return await show_status(ctx, resident, event.arguments)
    if name == "start":
        await _start(ctx, resident, event.arguments)
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
    deed = DEEDS.get(name)
    if deed is None:
        return False
    await deed(ctx, resident)
    return True


async def _start(ctx: Context, resident: Resident, payload: str) -> None:
    """/start, by itself or by a deep link: who comes from a poster sees what it promised, after a first greeting."""
    if not payload:
        await start(ctx, resident)
        return
    if resident.reach is Reach.STOPPED:
        resident = await residents.change(ctx.tx, resident.id, reach=Reach.ACTIVE)
    known = resident.greeted_at is not None
    resident = await greet_once(ctx, resident)
    if not await deep_links.followed(ctx, resident, payload.strip()) and known:
        await start(ctx, resident)


async def start(ctx: Context, resident: Resident) -> None:
    """/start: greet, and take up contact again after /stop."""
    if resident.reach is Reach.STOPPED:
        resident = await residents.change(ctx.tx, resident.id, reach=Reach.ACTIVE)
        await ctx.tell(resident, ctx.say(resident.language, "resident-started-again"), buttons=menu(ctx, resident))
        return
    await greet(ctx, resident)


async def help_(ctx: Context, resident: Resident) -> None:
    """/help: what can be done here, with buttons for all of it."""
    await ctx.tell(resident, _help_text(ctx, resident.language), buttons=whole_menu(ctx, resident))


def _help_text(ctx: Context, language: str) -> str:
    community = ctx.community.say(ctx.community.name, language)
    return ctx.say(language, "resident-help", community=community, number=ctx.community.emergency.number)


async def ask_for_new(ctx: Context, resident: Resident) -> None:
    """/new: the next message is a matter of its own."""
    await residents.change(ctx.tx, resident.id, dialogue={**resident.dialogue, "new": True})
    await ctx.tell(resident, ctx.say(resident.language, "resident-new"))


async def list_cases(ctx: Context, resident: Resident) -> None:
    """/cases: the resident's cases with a button each, open ones first."""
    language = resident.language
    known = await cases.of_resident(ctx.tx, resident.id, limit=50)
    shown = sorted(known, key=lambda case: (case.state not in OPEN, -case.id))[:LISTED]
    lines = [ctx.say(language, "resident-cases", count=sum(case.state in OPEN for case in known))]
    if not shown:
        await ctx.tell(resident, lines[0], buttons=menu(ctx, resident))
        return
    lines += [status_line(ctx, case, language) for case in shown]
    buttons = [Button(label=case.reference, data=f"r:case:{case.reference}") for case in shown]
    rows = [buttons[i : i + 3] for i in range(0, len(buttons), 3)]
    await ctx.tell(resident, "\n".join(lines), buttons=rows)


def status_line(ctx: Context, case: Case, language: str) -> str:
    """One case on one line: reference, department, state."""
    return ctx.say(
        language,
        "resident-case-line",
        reference=case.reference,
        department=department_of(ctx, case, language),
        state=ctx.say(language, f"resident-state-{case.state}"),
    )


async def show_status(ctx: Context, resident: Resident, words: str) -> bool:
    """/status REF: where one case stands. Only the resident's own cases can be asked for."""
    language = resident.language
    reference = find_reference(words)
    if reference is None:
        await ctx.tell(resident, ctx.say(language, "resident-status-usage"))
        return True
    case = await cases.by_reference(ctx.tx, reference)
    if case is None or case.resident_id != resident.id:
        await ctx.tell(resident, ctx.say(language, "resident-status-unknown", reference=reference))
        return True
    text = [
        ctx.say(
            language,
            "resident-status",
            reference=case.reference,
            department=department_of(ctx, case, language),
            state=ctx.say(language, f"resident-state-{case.state}"),
            since=when(ctx, case.created_at, language),
        )
    ]
    if case.due_at and case.state in OPEN:
        text.append(ctx.say(language, "resident-status-due", when=when(ctx, case.due_at, language)))
    if case.state in OPEN:
        text.append(ctx.say(language, "resident-receipt-more"))
    await ctx.tell(resident, "\n".join(text), case_id=case.id)
    return True


async def ask_language(ctx: Context, resident: Resident) -> None:
    """/language: one button a language."""
    await ctx.tell(
        resident, ctx.say(resident.language, "resident-language-menu"), buttons=language_buttons(ctx, resident)
    )


async def choose_language(ctx: Context, resident: Resident, code: str) -> bool:
    """The resident's own choice wins over everything and sticks."""
    if code not in ctx.community.languages:
        return False
    resident = await residents.change(ctx.tx, resident.id, language=code, language_chosen=True)
    await ctx.tell(resident, ctx.say(code, "resident-language-changed"), buttons=menu(ctx, resident))
    return True


async def stop(ctx: Context, resident: Resident) -> None:
    """/stop: nothing any more but answers to the resident's own cases."""
    resident = await residents.change(ctx.tx, resident.id, reach=Reach.STOPPED)
    await audit.note(ctx.tx, f"resident:{resident.id}", "resident.stopped", str(resident.id), ctx.now)
    again = [[command_button(ctx, resident, "start")]]
    await ctx.tell(resident, ctx.say(resident.language, "resident-stopped"), buttons=again)


DEEDS: dict[str, Callable[[Context, Resident], Awaitable[None]]] = {  # commands and buttons that take no words
    "start": start,
    "help": help_,
    "new": ask_for_new,
    "cases": list_cases,
    "idea": browsing.show,
    "volunteer": profile.show,
    "events": events_browsing.list_events,
    "language": ask_language,
    "settings": settings.show,
    "privacy": privacy.explain,
    "export": privacy.export,
    "erase": privacy.ask_to_erase,
    "stop": stop,
}
