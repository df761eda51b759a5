"""The deeds behind the buttons of a coordinator's phone, and what is typed: texts, gaps, a reason, the area's name.

What somebody is in the middle of rests in the chat's dialogue. Every deed asks for the role of the Slack user whose
chat this is, so a lost phone is cut off by taking the role or by ``/coordinate off``.
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from alerts.playbooks.render import needed
from broadcasts import approve
from broadcasts.approve import Word, area_to_type
from broadcasts.roles import has, may_compose
from domain.broadcast import FOLLOWING, Broadcast, Kind, Refusal
from domain.content import Button
from domain.inbound import ResidentPressed, ResidentWrote
from domain.people import Resident
from handlers import broadcast_card, broadcast_filling, broadcast_preview, broadcast_words
from handlers.broadcast_approving import send_alone
from handlers.broadcast_pressing import DEEDS
from handlers.broadcast_refusing import meant, version, words
from handlers.context import Context
from handlers.phone import menu, own_words
from handlers.reading import Reading
from storage import residents, staff_links

STATE = "cast"  # in the chat's dialogue


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
        elif "override" in waiting:
            await _override(ctx, resident, user, waiting, event.text.strip())
        elif "own" in waiting:
            return await _answer_own(ctx, resident, user, waiting["asked"], event.text)
        else:
            await _fill(ctx, resident, user, waiting, event.text.strip())
    except Refusal as refusal:
        await _remember(ctx, resident, None)
        await ctx.tell(resident, words(ctx, refusal))
    return True


async def _act(ctx: Context, resident: Resident, user: str, rest: list[str]) -> bool:
    match rest:
        case ["new" | "own" | "cancel" | "override", *_]:
            return await _write(ctx, resident, user, rest)
        case ["plan", plan] if any(one.id == plan for one in ctx.playbooks):
            await _ask_own(ctx, resident, user, {"kind": Kind.ALERT.value, "plan": plan})
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


async def _write(ctx: Context, resident: Resident, user: str, rest: list[str]) -> bool:
    """Buttons that begin, answer or give up what is typed."""
    match rest:
        case ["new", kind] if kind in set(own_words.KINDS):
            await _ask_own(ctx, resident, user, {"kind": kind})
        case ["own", question, answer]:
            return await _answer_own(ctx, resident, user, question, answer)
        case ["cancel"]:
            await _remember(ctx, resident, None)
            await ctx.tell(resident, ctx.coordinate("phone-cancelled"))
        case ["override", number, seen]:
            await _ask_reason(ctx, resident, user, await meant(ctx, number), version(seen))
        case _:
            return False
    return True


async def _follow(ctx: Context, resident: Resident, user: str, kind: Kind, original: Broadcast) -> bool:
    """Correct, update or close it, in the words of its plan where it has some. False where nothing can follow it."""
    if kind not in menu.follows(original):
        return False
    if not menu.has_words(ctx, original, kind):
        await _ask_own(ctx, resident, user, {"kind": kind.value, "follows": original.id})
        return True
    state: dict[str, Any] = {"plan": original.plan.playbook, "kind": kind.value, "follows": original.id, "gaps": {}}
    await _ask_gap(ctx, resident, user, state)
    return True


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
    await _draft(ctx, resident, user, _about(state), broadcast_filling.NAME, values)


async def _ask_own(ctx: Context, resident: Resident, user: str, own: own_words.Own) -> None:
    """Ask for what is still to be known of a broadcast in own words; with everything known make the draft."""
    question = own_words.next_question(ctx, own)
    if question is not None:
        if not await may_compose(ctx, user):
            raise Refusal("role")
        await _remember(ctx, resident, {"own": own, "asked": question})
        await ctx.tell(resident, own_words.words(ctx, own, question), buttons=own_words.rows(ctx, own, question))
        return
    if own.get("plan", own_words.NONE) != own_words.NONE:
        area = "" if own["area"] == own_words.NONE else own["area"]
        await _ask_gap(ctx, resident, user, {"plan": own["plan"], "kind": own["kind"], "area": area, "gaps": {}})
        return
    await _remember(ctx, resident, None)
    earlier = await meant(ctx, str(own["follows"])) if "follows" in own else None
    contact = earlier.plan.facts.contact if earlier is not None and earlier.plan.facts else ""
    values = own_words.values(ctx, own, contact)
    await _draft(ctx, resident, user, own_words.about(own), broadcast_words.NAME, values)


async def _answer_own(ctx: Context, resident: Resident, user: str, question: str, answer: str) -> bool:
    """An answer, pressed or typed. False for one to another question than the last one."""
    waiting = resident.dialogue.get(STATE) or {}
    if waiting.get("asked") != question or "own" not in waiting:
        return False
    own = own_words.answered(ctx, waiting["own"], question, answer)
    if own is None:
        return False
    await _ask_own(ctx, resident, user, own)
    return True


async def _draft(ctx: Context, resident: Resident, user: str, about: str, form: str, values: Mapping[str, str]) -> None:
    made = await broadcast_words.drafted(ctx, user, about, form, values)
    card = await broadcast_preview.draw(ctx, made, user)
    await ctx.tell(resident, menu.text_of(card), lead=card.title)
    await menu.see(ctx, resident, made)


def _about(state: dict[str, Any]) -> str:
    """What the draft is to be, as the form in Slack names it."""
    if "follows" in state:
        return f"follow:{state['kind']}:{state['follows']}"
    chosen = {"kind": state.get("kind", "alert"), "areas": state["area"], "playbook": state["plan"]}
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


async def _ask_reason(ctx: Context, resident: Resident, user: str, broadcast: Broadcast, seen: int) -> None:
    """A duty officer wants to send alone: why? Raises Refusal for anybody else."""
    if not await has(ctx, user, "duty_officers"):
        raise Refusal("duty")
    await _remember(ctx, resident, {"override": broadcast.id, "version": seen})
    await ctx.tell(resident, ctx.coordinate("ask-reason"), buttons=_giving_up(ctx))


async def _override(ctx: Context, resident: Resident, user: str, waiting: dict[str, Any], text: str) -> None:
    """The reason was typed, then for a live alert the area's name: it is sent, and all coordinators are told."""
    broadcast = await meant(ctx, str(waiting["override"]))
    if "reason" not in waiting:
        waiting = {**waiting, "reason": text}
        if broadcast.plan.live_alert:
            await _remember(ctx, resident, waiting)
            area = area_to_type(ctx, broadcast.plan)
            await ctx.tell(resident, ctx.coordinate("ask-area", area=area), buttons=_giving_up(ctx))
            return
    word = Word(version=waiting["version"], area=text, reason=waiting["reason"])
    running = await send_alone(ctx, broadcast, user, word)
    await _remember(ctx, resident, None)
    await menu.see(ctx, resident, running)


def _giving_up(ctx: Context) -> list[list[Button]]:
    return [[Button(label=ctx.coordinate("phone-cancel"), data="r:cast:cancel")]]


async def _remember(ctx: Context, resident: Resident, state: dict[str, Any] | None) -> None:
    now = await residents.get(ctx.tx, resident.id)
    await residents.change(ctx.tx, resident.id, dialogue={**now.dialogue, STATE: state})
