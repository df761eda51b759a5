"""A resident writes. Whatever it is, it is understood as far as possible, kept, and answered."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta

from domain.case import OPEN, Case, CaseState
from domain.inbound import ResidentWrote, Sender
from domain.people import Reach, Resident
from domain.text import is_seen
from handlers import adding, asking_case, belonging, commands, desk, flood, opening, safety, settings, survey_writing
from handlers.context import Context
from handlers.greeting import greet_once
from handlers.ideas import writing as ideas_writing
from handlers.lines import add_line
from handlers.phone import working as phone_working
from handlers.reading import Reading
from storage import cases, entries, outbox, residents, staff

SURE_ENOUGH = 0.75  # a language read below this does not change the one we write in
MOST_CANDIDATES = 8


async def resident_wrote(ctx: Context, event: ResidentWrote, reading: Reading) -> None:
    """Take a message in."""
    if not event.addressed:
        return
    resident = await welcome(ctx, event, reading)
    if await entries.by_message(ctx.tx, resident.id, event.message_id):
        return  # an edit of it came first and is kept already
    if event.command is not None and await commands.run(ctx, resident, event, reading):
        return
    if event.place and await settings.place_shared(ctx, resident, event.place):
        return
    if event.unsupported or not (is_seen(event.text) or event.attachments or event.place or event.contact):
        await _refuse_kindly(ctx, resident, event)
        return
    if await flood.held_back(ctx, resident, event, reading):
        return
    resident = await greet_once(ctx, resident)
    for taken in TAKERS:
        if await taken(ctx, resident, event, reading):
            return
    await _take(ctx, resident, event, reading)


async def welcome(ctx: Context, event: ResidentWrote, reading: Reading) -> Resident:
    """The resident's row: made if new, reachable again, and in the language that they write."""
    sender = await _named(ctx, event.sender)
    resident = await residents.meet(ctx.tx, sender, first_language(ctx, event, reading), ctx.now)
    if resident.reach is Reach.BLOCKED:
        resident = await residents.change(ctx.tx, resident.id, reach=Reach.ACTIVE)
    if reading.language == "und" or not event.text:
        return resident
    changes: dict[str, object] = {"history": reading.history}
    if not resident.language_chosen and reading.confidence >= SURE_ENOUGH:
        changes["language"] = reading.language
    return await residents.change(ctx.tx, resident.id, **changes)


async def _named(ctx: Context, sender: Sender) -> Sender:
    """Slack's events carry no name: the workspace's own directory knows it."""
    return sender if sender.name else replace(sender, name=await staff.name_of(ctx.tx, sender.user))


def first_language(ctx: Context, event: ResidentWrote, reading: Reading) -> str:
    """The language to greet a stranger in: what they wrote, else their client's, else the community's."""
    if reading.language in ctx.community.languages:
        return reading.language
    client = (event.sender.client_language or "").split("-")[0].lower()
    client = {"tl": "fil"}.get(client, client)
    return client if client in ctx.community.languages else ctx.community.default_language


async def _refuse_kindly(ctx: Context, resident: Resident, event: ResidentWrote) -> None:
    resident = await greet_once(ctx, resident)
    text = ctx.say(resident.language, "resident-unsupported", kind=event.unsupported or "other")
    await ctx.tell(
        resident, text, reply_to=event.message_id, replaces=f"unsupported:{resident.id}"
    )  # twenty, one answer


async def _take(ctx: Context, resident: Resident, event: ResidentWrote, reading: Reading) -> None:
    verdict = belonging.decide(await _situation(ctx, resident, event, reading))
    if isinstance(verdict, belonging.JustThanks):
        await _thank_back(ctx, resident, event, verdict.case)
    elif isinstance(verdict, belonging.AskWhich):
        await asking_case.ask_case(ctx, resident, event, reading, verdict.candidates)
    elif isinstance(verdict, belonging.AddTo):
        quiet = event.album is not None and resident.dialogue.get("album") == event.album
        case = await _held(ctx, verdict.case)
        await adding.add_to_case(ctx, case, resident, event, reading, sure=verdict.sure, quiet=quiet)
        await _remember(ctx, resident, event, verdict.case)
    else:
        case = await opening.open_case(ctx, resident, event, reading)
        await _remember(ctx, resident, event, case)


async def _situation(ctx: Context, resident: Resident, event: ResidentWrote, reading: Reading) -> belonging.Situation:
    since = ctx.now - timedelta(days=ctx.community.timings.reopen_days)
    known = await cases.of_resident(ctx.tx, resident.id, limit=50)
    dialogue = resident.dialogue
    album = dialogue.get("album_case") if event.album and dialogue.get("album") == event.album else None
    replied = await _replied_case(ctx, resident, event, known)
    return belonging.Situation(
        replied=replied,
        over=replied is not None and replied.state not in OPEN and _ended(replied) < since,
        album=next((case for case in known if case.id == album), None),
        open=tuple(case for case in known if case.state in OPEN)[:MOST_CANDIDATES],
        recent=tuple(case for case in known if case.state not in OPEN and _ended(case) >= since)[:MOST_CANDIDATES],
        asked_for_new=bool(dialogue.get("new")),
        thanks=reading.thanks_only and not (event.attachments or event.place),
        urgent=bool(reading.urgent),
        department=reading.department,
    )


def _ended(case: Case) -> datetime:
    return case.closed_at or case.resolved_at or case.updated_at


async def _replied_case(ctx: Context, resident: Resident, event: ResidentWrote, known: list[Case]) -> Case | None:
    if event.place and (awaited := safety.case_for_place(resident)) is not None:
        return next((case for case in known if case.id == awaited), None)
    if event.reply_to is None:
        return None
    case_id = await outbox.case_of_message(ctx.tx, resident.address, event.reply_to, channel=resident.channel)
    if case_id is None:
        lines = await entries.by_message(ctx.tx, resident.id, event.reply_to)
        case_id = lines[-1].case_id if lines else None
    return next((case for case in known if case.id == case_id), None)


async def _remember(ctx: Context, resident: Resident, event: ResidentWrote, case: Case) -> None:
    dialogue = {key: value for key, value in resident.dialogue.items() if key not in {"new", "album", "album_case"}}
    if event.place:
        dialogue.pop(safety.PLACE_FOR, None)
    if event.album:
        dialogue |= {"album": event.album, "album_case": case.id}
    if dialogue != resident.dialogue:
        await residents.change(ctx.tx, resident.id, dialogue=dialogue)


async def _held(ctx: Context, case: Case) -> Case:
    """The case as it now is, and nobody moves it to another desk until this message is written under its card."""
    return await cases.get(ctx.tx, case.id)


async def _thank_back(ctx: Context, resident: Resident, event: ResidentWrote, case: Case | None) -> None:
    if case is not None:
        case = await _held(ctx, case)
        entry = await add_line(ctx, case, event)
        if case.card and case.state is not CaseState.CLOSED:
            await desk.show_line(ctx, case, entry)
    if case is None or case.department is None:
        await ctx.tell(resident, ctx.say(resident.language, "resident-thanks"))
        return
    department = ctx.department_name(case.department, resident.language)
    text = ctx.say(resident.language, "resident-thanks-noted", department=department)
    await ctx.tell(resident, text, case_id=case.id)


# Who may claim a message before it is looked at as a matter; True: it is theirs
TAKERS: tuple[Callable[[Context, Resident, ResidentWrote, Reading], Awaitable[bool]], ...] = (
    phone_working.taken,
    survey_writing.taken,
    ideas_writing.taken,
)
