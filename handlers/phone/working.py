"""The deeds behind the buttons of a coordinator's phone, and the two things that are typed: gaps and the area's name.

What somebody is in the middle of rests in the chat's dialogue. Every deed asks for the role of the Slack user whose
chat this is, so a lost phone is cut off by taking the role or by ``/coordinate off``.
"""

from typing import Any
from urllib.parse import urlencode

from alerts.playbooks.render import needed
from broadcasts import approve
from broadcasts.approve import Word, area_to_type
from domain.broadcast import FOLLOWING, Broadcast, Kind, Refusal
from domain.content import Button
from domain.inbound import ResidentPressed, ResidentWrote
from domain.people import Resident
from handlers import broadcast_card, broadcast_filling, broadcast_preview, broadcast_words
from handlers.broadcast_pressing import DEEDS
from handlers.broadcast_refusing import meant, version, words
from handlers.context import Context
from handlers.phone import menu
from handlers.reading import Reading
from storage import residents, staff_links

STATE = "cast"  # in the chat's dialogue
WHOLE = "-"  # of the areas: the whole town


async def pressed(ctx: Context, resident: Resident, _event: ResidentPressed, rest: list[str]) -> bool:
    """A button of the phone. False where the chat is nobody's, or there is no such button."""
    user = await staff_links.user_of(ctx.tx, resident.id)
    if user is None:
        return False
    try:
        return await _act(ctx, resident, user, rest)
    except Refusal as refusal:
        await ctx.tell(resident, words(ctx, refusal))
        return True


async def taken(ctx: Context, resident: Resident, event: ResidentWrote, _reading: Reading) -> bool:
    """What is typed while the phone waits for a gap or for the area's name. Anything else goes its usual way."""
    waiting = resident.dialogue.get(STATE)
    user = await staff_links.user_of(ctx.tx, resident.id) if waiting else None
    if not waiting or user is None or not event.text.strip():
        return False
    try:
        if "approve" in waiting:
            await _approve(ctx, resident, user, waiting, event.text)
        else:
            await _fill(ctx, resident, user, waiting, event.text.strip())
    except Refusal as refusal:
        await _remember(ctx, resident, None)
        await ctx.tell(resident, words(ctx, refusal))
    return True


async def _act(ctx: Context, resident: Resident, user: str, rest: list[str]) -> bool:
    match rest:
        case ["plan", plan] if any(one.id == plan for one in ctx.playbooks):
            await _ask_area(ctx, resident, plan)
        case ["area", plan, area] if any(one.id == plan for one in ctx.playbooks):
            await _ask_gap(ctx, resident, user, {"plan": plan, "area": "" if area == WHOLE else area, "gaps": {}})
        case ["see", number]:
            await menu.see(ctx, resident, await meant(ctx, number))
        case ["follow", kind, number] if kind in set(FOLLOWING):
            return await _follow(ctx, resident, user, Kind(kind), await meant(ctx, number))
        case ["approve", number, seen]:
            await _ask_name(ctx, resident, user, await meant(ctx, number), version(seen))
        case [deed, number, seen] if deed in {"submit", "discard", "pause", "resume", "stop"}:
            done = await DEEDS[deed](ctx, await meant(ctx, number), user, version(seen))
            await menu.see(ctx, resident, done)
        case _:
            return False
    return True


async def _follow(ctx: Context, resident: Resident, user: str, kind: Kind, original: Broadcast) -> bool:
    """Correct, update or close it in the words of its plan. False where the plan has none for that."""
    if kind not in menu.follows(ctx, original):
        return False
    state: dict[str, Any] = {"plan": original.plan.playbook, "kind": kind.value, "follows": original.id, "gaps": {}}
    await _ask_gap(ctx, resident, user, state)
    return True


async def _ask_area(ctx: Context, resident: Resident, plan: str) -> None:
    language = ctx.community.staff_language
    rows = [
        [Button(label=ctx.community.say(area.name, language), data=f"r:cast:area:{plan}:{area.id}"[:64])]
        for area in ctx.community.areas
    ]
    town = ctx.community.say(ctx.community.name, language)
    rows.insert(0, [Button(label=town, data=f"r:cast:area:{plan}:{WHOLE}")])
    await ctx.tell(resident, ctx.coordinate("ask-areas"), buttons=rows)


async def _fill(ctx: Context, resident: Resident, user: str, waiting: dict[str, Any], text: str) -> None:
    gaps = {**waiting["gaps"], waiting["asked"]: text[: broadcast_filling.MOST]}
    await _ask_gap(ctx, resident, user, {**waiting, "gaps": gaps})


async def _ask_gap(ctx: Context, resident: Resident, user: str, state: dict[str, Any]) -> None:
    """Ask for what is still to be known, one thing at a time; with everything known make the draft."""
    playbook = next(one for one in ctx.playbooks if one.id == state["plan"])
    kind = Kind(state.get("kind", Kind.ALERT))
    names = [name for name in needed(playbook, broadcast_filling.SHEETS[kind]) if name not in broadcast_filling.KNOWN]
    missing = [name for name in names if name not in state["gaps"]]
    if missing:
        await _remember(ctx, resident, {**state, "asked": missing[0]})
        await ctx.tell(
            resident, ctx.coordinate("phone-gap", variable=playbook.label(missing[0], ctx.community.staff_language))
        )
        return
    await _remember(ctx, resident, None)
    first = ctx.community.languages[0]
    values = {f"gap-{name}-{first}": value for name, value in state["gaps"].items()}
    made = await broadcast_words.drafted(ctx, user, _about(state), broadcast_filling.NAME, values)
    card = await broadcast_preview.draw(ctx, made, user)
    await ctx.tell(resident, menu.text_of(card), lead=card.title)
    await menu.see(ctx, resident, made)


def _about(state: dict[str, Any]) -> str:
    """What the draft is to be, as the form in Slack names it."""
    if "follows" in state:
        return f"follow:{state['kind']}:{state['follows']}"
    chosen = {"kind": "alert", "areas": state["area"], "playbook": state["plan"]}
    return urlencode({name: value for name, value in chosen.items() if value})


async def _ask_name(ctx: Context, resident: Resident, user: str, broadcast: Broadcast, seen: int) -> None:
    if not broadcast.plan.live_alert:
        await _approve(ctx, resident, user, {"approve": broadcast.id, "version": seen}, "")
        return
    await _remember(ctx, resident, {"approve": broadcast.id, "version": seen})
    await ctx.tell(resident, ctx.coordinate("ask-area", area=area_to_type(ctx, broadcast.plan)))


async def _approve(ctx: Context, resident: Resident, user: str, waiting: dict[str, Any], area: str) -> None:
    broadcast = await meant(ctx, str(waiting["approve"]))
    running = await approve.approve(ctx, broadcast, user, Word(version=waiting["version"], area=area))
    await _remember(ctx, resident, None)
    await broadcast_card.redraw(ctx, running)
    await menu.see(ctx, resident, running)


async def _remember(ctx: Context, resident: Resident, state: dict[str, Any] | None) -> None:
    now = await residents.get(ctx.tx, resident.id)
    await residents.change(ctx.tx, resident.id, dialogue={**now.dialogue, STATE: state})
