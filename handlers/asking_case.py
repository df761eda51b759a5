"""When more than one case could be meant, the resident is asked. What they write meanwhile waits with the question."""

from datetime import timedelta
from typing import Any

from domain.case import Case
from domain.codec import decode, encode
from domain.content import Button
from domain.inbound import ResidentWrote
from domain.people import Resident
from handlers import adding, opening
from handlers.context import Context
from handlers.reading import NOTHING, Reading
from storage import cases, entries, questions, residents
from storage.questions import Question

NEW_MATTER = "new"
PREVIEW = 28  # characters of a case's first words on a button


async def ask_case(
    ctx: Context, resident: Resident, event: ResidentWrote, reading: Reading, candidates: tuple[Case, ...]
) -> None:
    """Ask which case a message belongs to. What is written meanwhile waits with it; one question at a time."""
    waiting = await questions.open_of(ctx.tx, resident.id, "case")
    if waiting:
        data = waiting[0].data
        await questions.remember(ctx.tx, waiting[0], {**data, "events": [*data["events"], encode(event)]})
        return
    question = await questions.ask(
        ctx.tx,
        resident.id,
        "case",
        ctx.now,
        data={"events": [encode(event)], "reading": encode(reading), "candidates": [c.id for c in candidates]},
        expires_at=ctx.now + timedelta(minutes=ctx.community.timings.choose_case_minutes),
    )
    await _show_case_question(ctx, resident, question, candidates, event.message_id)


async def _show_case_question(
    ctx: Context, resident: Resident, question: Question, candidates: tuple[Case, ...], reply_to: str
) -> None:
    language = resident.language
    rows = []
    for case in candidates[:8]:
        lines = await entries.of_case(ctx.tx, case.id, limit=1)
        words = shorten(lines[0].text if lines else "", PREVIEW)
        department = ctx.department_name(case.department, language)
        label = ctx.say(language, "resident-ask-case-button", reference=case.reference, department=words or department)
        rows.append([Button(label=label, data=f"r:q:{question.id}:{case.id}")])
    rows.append([Button(label=ctx.say(language, "resident-ask-case-new"), data=f"r:q:{question.id}:{NEW_MATTER}")])
    key = "resident-ask-case" if len(candidates) > 1 else "resident-ask-case-one"
    text = ctx.say(language, key, reference=candidates[0].reference)
    await ctx.tell(resident, text, buttons=rows, anchor=f"question:{question.id}", reply_to=reply_to)


async def case_chosen(ctx: Context, question: Question, resident: Resident, choice: str) -> bool:
    """The resident said where the message belongs. False if the choice makes no sense."""
    allowed = {str(case_id) for case_id in question.data["candidates"]} | {NEW_MATTER}
    if choice not in allowed or not await questions.close(ctx.tx, question, answer=choice):
        return False
    await place_events(ctx, resident, question.data, choice)
    return True


async def case_not_chosen(ctx: Context, question: Question) -> None:
    """Nobody said: a new case keeps it apart, which staff can still merge by hand."""
    if await questions.close(ctx.tx, question, expired=True):
        resident = await residents.get(ctx.tx, question.resident_id)
        await place_events(ctx, resident, question.data, NEW_MATTER)


async def place_events(ctx: Context, resident: Resident, data: dict[str, Any], choice: str) -> None:
    """Take in the messages that waited with a question (`events`, `reading`): in case `choice`, or as a new matter."""
    events = [decode(ResidentWrote, event) for event in data["events"]]
    if choice == NEW_MATTER:
        case = await opening.open_case(ctx, resident, events[0], decode(Reading, data["reading"]))
        events = events[1:]
    else:
        case = await cases.get(ctx.tx, int(choice))
    for i, event in enumerate(events):
        await adding.add_to_case(ctx, case, resident, event, NOTHING, sure=True, quiet=i > 0)
        case = await cases.get(ctx.tx, case.id)


def shorten(text: str, limit: int) -> str:
    """The first words on one line, cut with an ellipsis."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"
