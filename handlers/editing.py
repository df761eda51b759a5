"""A resident changes a message: the new text stands, staff see that it was edited, the old text is kept."""

from domain.case import Entry, EntryKind, Priority
from domain.codec import decode, encode
from domain.inbound import ResidentEdited, ResidentWrote
from domain.people import Resident
from handlers import desk, intake, survey_writing
from handlers.alarming import sound_alarm
from handlers.context import Context
from handlers.reading import Reading
from storage import cases, entries, questions, residents


async def resident_edited(ctx: Context, event: ResidentEdited, reading: Reading) -> None:
    """Take an edit in. One whose original never arrived, or was a command, is taken as the message itself."""
    resident = await residents.find(ctx.tx, event.sender.channel, event.sender.address)
    lines = await entries.by_message(ctx.tx, resident.id, event.message_id) if resident else []
    if resident is not None and not lines and await _edited_while_asked(ctx, resident, event):
        return
    if resident is None or not lines:
        if not event.text or (resident is not None and await survey_writing.may_be_answer(ctx, resident)):
            return
        await intake.resident_wrote(ctx, _as_message(event), reading)
        return
    for line in lines:
        if line.text != _words(event):
            await _change(ctx, resident, line, event, reading)


async def _change(ctx: Context, resident: Resident, line: Entry, event: ResidentEdited, reading: Reading) -> None:
    line = await entries.edit(ctx.tx, line, _words(event), ctx.now)
    case = await cases.get(ctx.tx, line.case_id)
    if case.card:
        lead = ctx.desk("thread-resident-edited", name=event.sender.name)
        await desk.say_in_thread(ctx, case, line.text, lead=lead)
    await entries.add(ctx.tx, case.id, EntryKind.EVENT, ctx.now, data={"step": "edited", "entry": line.id})
    if reading.urgent and case.open and case.priority is not Priority.URGENT:
        case = await sound_alarm(ctx, case, resident, reading)
    await desk.refresh_card(ctx, case)


def _as_message(event: ResidentEdited) -> ResidentWrote:
    return ResidentWrote(
        sender=event.sender,
        message_id=event.message_id,
        sent_at=event.edited_at,
        text=event.text,
        command=event.command,
        arguments=event.arguments,
        addressed=event.addressed,
    )


def _words(event: ResidentEdited) -> str:
    """What stands in a case: the matter behind /new, without the command."""
    return event.arguments if event.command == "new" and event.arguments else event.text


async def _edited_while_asked(ctx: Context, resident: Resident, event: ResidentEdited) -> bool:
    """The message still waits with the question which case it belongs to: change it there."""
    for question in await questions.open_of(ctx.tx, resident.id, "case"):
        waiting = [decode(ResidentWrote, item) for item in question.data["events"]]
        if not any(item.message_id == event.message_id for item in waiting):
            continue
        changed = [
            {**encode(item), "text": event.text} if item.message_id == event.message_id else encode(item)
            for item in waiting
        ]
        await questions.remember(ctx.tx, question, {**question.data, "events": changed})
        return True
    return False
