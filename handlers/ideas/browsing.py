"""``/idea``: what neighbours suggest, with a button to back each, and one for an idea of one's own."""

from domain.content import Button
from domain.errors import NotFound
from domain.inbound import ResidentPressed
from domain.people import Resident
from handlers import rights
from handlers.asking_case import shorten
from handlers.context import Context
from handlers.ideas import desk
from storage import ideas, residents
from storage.ideas import Idea

LISTED = 8
QUOTED = 400  # characters of one idea in the list


async def show(ctx: Context, resident: Resident) -> None:
    """The ideas of the resident's area and of the whole community, the most backed first."""
    found = await ideas.shown_in(ctx.tx, resident.area or "", LISTED)
    language = resident.language
    lines = [ctx.say(language, "idea-list", count=len(found))]
    rows = []
    for number, (idea, backers) in enumerate(found, start=1):
        lines.append(_entry(ctx, number, idea, backers, language))
        if idea.state == ideas.PUBLIC:
            backed = await ideas.backs(ctx.tx, idea.id, resident.id)
            key, deed = ("idea-button-unback", "unback") if backed else ("idea-button-back", "back")
            rows.append([Button(label=ctx.say(language, key, number=number), data=f"r:idea:{deed}:{idea.id}")])
    rows.append([Button(label=ctx.say(language, "idea-button-new"), data="r:idea:new", style="primary")])
    await ctx.tell(resident, "\n\n".join(lines), buttons=rows)


def _entry(ctx: Context, number: int, idea: Idea, backers: int, language: str) -> str:
    text = ctx.say(language, "idea-entry", number=number, text=shorten(idea.text, QUOTED), count=backers)
    parts = [text]
    if idea.answer:
        key = "idea-done" if idea.state == ideas.DONE else "idea-answer"
        parts.append(ctx.say(language, key, answer=ctx.community.say(idea.answer, language)))
    return "\n".join(parts)


async def pressed(ctx: Context, resident: Resident, _event: ResidentPressed, rest: list[str]) -> bool:
    """``r:idea:…``: begin one, back one, or back it no more."""
    match rest:
        case ["new"]:
            await begin(ctx, resident)
            return True
        case ["back" | "unback" as deed, number]:
            return await _back(ctx, resident, deed, number)
    return False


async def begin(ctx: Context, resident: Resident) -> None:
    """The next message becomes an idea, once its author has confirmed that it is one."""
    await residents.change(ctx.tx, resident.id, dialogue={**resident.dialogue, "idea": True})
    await ctx.tell(resident, ctx.say(resident.language, "idea-ask"))


async def _back(ctx: Context, resident: Resident, deed: str, number: str) -> bool:
    row = rights.number(number)
    try:
        idea = await ideas.get(ctx.tx, row or 0)
    except NotFound:
        return False
    if idea.state != ideas.PUBLIC or idea.area not in ("", resident.area or ""):
        return False
    changed = await (ideas.back if deed == "back" else ideas.withdraw)(ctx.tx, idea.id, resident.id)
    count = await ideas.count_backers(ctx.tx, idea.id)
    key = "idea-backed" if deed == "back" else "idea-unbacked"
    text = ctx.say(resident.language, key, text=shorten(idea.text, QUOTED), count=count)
    await ctx.tell(resident, text, replaces=f"idea:{idea.id}:{resident.id}")
    if changed:
        await desk.refresh(ctx, idea)
    return True
