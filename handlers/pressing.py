"""A resident presses a button. The rows know what it means; one that is too old or not theirs is answered kindly."""

from collections.abc import Awaitable, Callable

from domain.case import OPEN, EntryKind, Step
from domain.codec import decode
from domain.content import ContactCard, Place
from domain.inbound import ResidentPressed, ResidentWrote
from domain.people import Resident
from handlers import (
    asking_case,
    asking_department,
    commands,
    desk,
    drill_group,
    opening,
    privacy,
    safety,
    settings,
    solved,
    survey_pressing,
    survey_writing,
)
from handlers.context import Context
from handlers.events import buttons as event_buttons
from handlers.ideas import browsing
from handlers.ideas import writing as ideas_writing
from handlers.phone import working as phone_working
from handlers.reading import NOTHING, Reading
from handlers.rights import number
from handlers.volunteers import profile, shifts
from storage import cases, entries, questions, residents
from storage.questions import Question

Answering = Callable[[Context, Question, Resident, str], Awaitable[bool]]
Acting = Callable[[Context, Resident, ResidentPressed, list[str]], Awaitable[bool]]
ANSWERS: dict[str, Answering] = {
    "department": asking_department.department_chosen,
    "case": asking_case.case_chosen,
    "solved": solved.solved_answered,
    "rating": solved.rating_given,
    "erase": privacy.erase_answered,
    "survey": survey_writing.meant_for,
    "idea": ideas_writing.confirmed,
}


async def resident_pressed(ctx: Context, event: ResidentPressed) -> None:
    """Act on a press, once, and let the client stop waiting."""
    resident = await residents.meet(ctx.tx, event.sender, ctx.community.default_language, ctx.now)
    understood = await _act(ctx, resident, event)
    words = "" if understood else ctx.say(resident.language, "resident-button-expired")
    await ctx.answer_press(event.sender.channel, event.sender.address, event.press_id, words)


async def _act(ctx: Context, resident: Resident, event: ResidentPressed) -> bool:
    match event.data.split(":"):
        case ["r", family, *rest] if family in FAMILIES:
            return await FAMILIES[family](ctx, resident, event, rest)
    return False


async def _question(ctx: Context, resident: Resident, _event: ResidentPressed, rest: list[str]) -> bool:
    match rest:
        case [written, choice] if (question_id := number(written)) is not None:
            return await _answer(ctx, resident, question_id, choice)
    return False


async def _language(ctx: Context, resident: Resident, _event: ResidentPressed, rest: list[str]) -> bool:
    return await commands.choose_language(ctx, resident, ":".join(rest))


async def _command(ctx: Context, resident: Resident, _event: ResidentPressed, rest: list[str]) -> bool:
    return await commands.run_named(ctx, resident, ":".join(rest))


async def _status(ctx: Context, resident: Resident, _event: ResidentPressed, rest: list[str]) -> bool:
    return await commands.show_status(ctx, resident, ":".join(rest))


async def _apart(ctx: Context, resident: Resident, event: ResidentPressed, rest: list[str]) -> bool:
    match rest:
        case [written] if (entry_id := number(written)) is not None:
            return await _split(ctx, resident, event, entry_id)
    return False


async def _answer(ctx: Context, resident: Resident, question_id: int, choice: str) -> bool:
    question = await questions.get(ctx.tx, question_id)
    if question is None or question.resident_id != resident.id or question.kind not in ANSWERS:
        return False
    return await ANSWERS[question.kind](ctx, question, resident, choice)


async def _split(ctx: Context, resident: Resident, event: ResidentPressed, entry_id: int) -> bool:
    """A message that was added to a case was a matter of its own: give it a case of its own."""
    try:
        line = await entries.get(ctx.tx, entry_id)
    except LookupError:
        return False
    old = await cases.get(ctx.tx, line.case_id)
    if old.resident_id != resident.id or line.kind is not EntryKind.RESIDENT or line.data.get("split"):
        return False
    if old.state not in OPEN:
        return False
    await entries.mark(ctx.tx, line, split=True)
    message = ResidentWrote(
        sender=event.sender,
        message_id=line.message_id or "",
        sent_at=line.at,
        text=line.text,
        attachments=desk.attachments_of(line.data),
        place=decode(Place, line.data["place"]) if "place" in line.data else None,
        contact=decode(ContactCard, line.data["contact"]) if "contact" in line.data else None,
    )
    new = await opening.open_case(ctx, resident, message, _reading_of(line.data))
    await entries.add(ctx.tx, old.id, EntryKind.EVENT, ctx.now, data={"step": Step.REASSIGN, "split": new.reference})
    await desk.say_in_thread(ctx, old, ctx.desk("thread-split", reference=new.reference))
    return True


def _reading_of(data: dict[str, object]) -> Reading:
    stored = data.get("reading")
    return decode(Reading, stored) if stored else NOTHING


# ``r:<family>:…`` -> who acts on the rest; False: the button is too old, or was never theirs
FAMILIES: dict[str, Acting] = {
    "q": _question,
    "lang": _language,
    "cmd": _command,
    "case": _status,
    "split": _apart,
    "set": settings.pressed,
    "survey": survey_pressing.pressed,
    "cast": phone_working.pressed,
    "drill": drill_group.pressed,
    "idea": browsing.pressed,
    "vol": profile.pressed,
    "shift": shifts.pressed,
    "ev": event_buttons.pressed,
    "safe": safety.pressed,
}
