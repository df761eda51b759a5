"""A resident writes an idea. Before it goes to staff they say that it is one: no matter is taken for an idea."""

from datetime import timedelta

from domain.codec import decode, encode
from domain.content import Button
from domain.inbound import ResidentWrote
from domain.people import Resident
from handlers.asking_case import NEW_MATTER, place_events
from handlers.context import Context
from handlers.ideas import browsing, desk
from handlers.reading import Reading
from storage import ideas, questions, residents
from storage.questions import Question

LONGEST = 1500
IDEA = "idea"


async def command(ctx: Context, resident: Resident, event: ResidentWrote, reading: Reading) -> bool:
    """``/idea`` alone shows the ideas; with words behind it the words are one."""
    if event.arguments.strip():
        await _ask(ctx, resident, event, event.arguments.strip(), reading)
    else:
        await browsing.show(ctx, resident)
    return True


async def taken(ctx: Context, resident: Resident, event: ResidentWrote, reading: Reading) -> bool:
    """The message after “a new idea”. An emergency, a file or a reply goes its usual way."""
    if not resident.dialogue.get("idea"):
        return False
    await residents.change(ctx.tx, resident.id, dialogue={**resident.dialogue, "idea": False})
    if reading.urgent or event.attachments or event.reply_to is not None or not event.text.strip():
        return False
    await _ask(ctx, resident, event, event.text.strip(), reading)
    return True


async def _ask(ctx: Context, resident: Resident, event: ResidentWrote, words: str, reading: Reading) -> None:
    language = resident.language
    if len(words) > LONGEST:
        await ctx.tell(resident, ctx.say(language, "idea-long", most=LONGEST))
        return
    asked = await questions.ask(
        ctx.tx,
        resident.id,
        "idea",
        ctx.now,
        data={"events": [encode(event)], "text": words, "reading": encode(reading)},
        expires_at=ctx.now + timedelta(minutes=ctx.community.timings.choose_case_minutes),
    )
    buttons = [
        [Button(label=ctx.say(language, "idea-button-send"), data=f"r:q:{asked.id}:{IDEA}", style="primary")],
        [Button(label=ctx.say(language, "resident-ask-case-new"), data=f"r:q:{asked.id}:{NEW_MATTER}")],
        [Button(label=ctx.say(language, "idea-button-drop"), data=f"r:q:{asked.id}:drop")],
    ]
    await ctx.tell(resident, ctx.say(language, "idea-confirm"), buttons=buttons, reply_to=event.message_id)


async def confirmed(ctx: Context, question: Question, resident: Resident, choice: str) -> bool:
    """The author said what it is: an idea, a matter of its own, or nothing."""
    if choice not in (IDEA, NEW_MATTER, "drop") or not await questions.close(ctx.tx, question, answer=choice):
        return False
    await questions.forget(ctx.tx, question)
    if choice == NEW_MATTER:
        await place_events(ctx, resident, question.data, NEW_MATTER)
    elif choice == "drop":
        await ctx.tell(resident, ctx.say(resident.language, "idea-dropped"))
    else:
        await _submit(ctx, resident, question)
    return True


async def _submit(ctx: Context, resident: Resident, question: Question) -> None:
    reading = decode(Reading, question.data["reading"])
    language = reading.language if reading.language in ctx.community.languages else resident.language
    idea = await ideas.add(
        ctx.tx,
        resident_id=resident.id,
        text=question.data["text"],
        language=language,
        area=resident.area or "",
        now=ctx.now,
    )
    await ideas.back(ctx.tx, idea.id, resident.id)
    await desk.post(ctx, idea)
    await ctx.tell(resident, ctx.say(resident.language, "idea-sent"))


async def not_said(ctx: Context, question: Question) -> None:
    """Nobody said what it is: it becomes a case, so that nothing is lost."""
    if await questions.close(ctx.tx, question, expired=True):
        await questions.forget(ctx.tx, question)
        resident = await residents.get(ctx.tx, question.resident_id)
        await place_events(ctx, resident, question.data, NEW_MATTER)
