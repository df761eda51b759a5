"""Second step, and every later change: the words in each language. They become a draft, and that is previewed."""

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import parse_qs

from broadcasts import compose
from broadcasts.roles import may_compose
from domain.audience import Everybody, InAreas
from domain.broadcast import FOLLOWING, STARTED, WAITING, Broadcast, Kind, Plan, Refusal, State
from domain.content import Form
from domain.inbound import StaffFilled
from handlers import broadcast_card, broadcast_filling, broadcast_form, broadcast_people, broadcast_preview
from handlers.broadcast_refusing import meant, refuse, version, words
from handlers.context import Context

NAME = "cast-words"


async def draw(ctx: Context, user: str, about: str) -> Form | None:
    """The form for a new broadcast, for a draft, or for what follows an earlier broadcast; None where it cannot be."""
    try:
        plan, draft = await _planned(ctx, user, about)
    except Refusal:
        return None
    playbook = broadcast_filling.playbook_of(ctx, plan) if draft is None else None
    if playbook is not None:
        return broadcast_filling.form(ctx, plan, playbook, about)
    return Form(
        name=NAME,
        about=about,
        title=ctx.coordinate(f"kind-{plan.kind}"),
        submit=ctx.coordinate("to-preview"),
        cancel=ctx.desk("form-cancel"),
        asks=(*broadcast_form.asks(ctx, plan), *await broadcast_people.asks(ctx, plan)),
    )


async def why_not(ctx: Context, user: str, about: str) -> str:
    """Why there is no form."""
    try:
        await _planned(ctx, user, about)
    except Refusal as refusal:
        return words(ctx, refusal)
    return ctx.desk("refuse-form")


async def filled(ctx: Context, event: StaffFilled) -> None:
    """Make the draft, or change it, and show it to its author as it will be. Typed words come back with a refusal."""
    try:
        made = await drafted(ctx, event.user, event.about, event.form, event.values)
    except Refusal as refusal:
        await refuse(ctx, event.user, refusal, typed=_typed(event))
        return
    await broadcast_preview.show(ctx, made, event.user)


async def drafted(ctx: Context, user: str, about: str, form: str, values: Mapping[str, str]) -> Broadcast:
    """The draft that the answers make, or change. Raises Refusal; nothing is changed then."""
    before, draft = await _planned(ctx, user, about)
    plan = await broadcast_people.chosen(ctx, _answered(ctx, before, form, values), values)
    if draft is None:
        return await compose.draft(ctx, plan, user)
    made = await compose.change(ctx, draft, plan, user)
    if draft.state is not State.DRAFT:
        await broadcast_card.redraw(ctx, made, by=user)  # nobody can approve it any more
    return made


def _answered(ctx: Context, before: Plan, form: str, values: Mapping[str, str]) -> Plan:
    playbook = broadcast_filling.playbook_of(ctx, before)
    if form == broadcast_filling.NAME and playbook is not None:
        return broadcast_filling.filled(ctx, before, playbook, values)
    return broadcast_form.answered(ctx, before, values)


async def _planned(ctx: Context, user: str, about: str) -> tuple[Plan, Broadcast | None]:
    """The plan to begin with, and the draft that it is of. Raises Refusal.

    `about` is ``kind=alert&areas=mill``, ``draft:17:3`` (number and version) or ``follow:correction:17``.
    """
    if not ctx.community.broadcasting.channel:
        raise Refusal("no-channel")
    if not await may_compose(ctx, user):
        raise Refusal("role")
    match about.split(":"):
        case ["draft", number, seen]:
            return await _of_draft(ctx, number, seen)
        case ["follow", kind, number] if kind in set(FOLLOWING):
            return await _following(ctx, Kind(kind), number), None
        case [_]:
            return _new(ctx, about), None
    raise Refusal("unknown")


async def _of_draft(ctx: Context, number: str, seen: str) -> tuple[Plan, Broadcast]:
    draft = await meant(ctx, number)
    if draft.state not in WAITING:
        raise Refusal("state")
    if draft.version != version(seen):
        raise Refusal("changed")
    return draft.plan, draft


async def _following(ctx: Context, kind: Kind, number: str) -> Plan:
    original = await meant(ctx, number)
    if original.state not in STARTED:
        raise Refusal("no-original")
    empty = () if kind is Kind.ALL_CLEAR else original.plan.wordings
    plan = replace(original.plan, kind=kind, refers_to=original.id, wordings=empty, safety_check=False)
    return await compose.settled(ctx, plan)


def _new(ctx: Context, about: str) -> Plan:
    chosen = {name: values[-1] for name, values in parse_qs(about).items()}
    kind = chosen.get("kind", "")
    if kind not in set(Kind) - FOLLOWING:
        raise Refusal("unknown")
    known = {area.id for area in ctx.community.areas}
    areas = tuple(filter(None, chosen.get("areas", "").split(",")))
    if unknown := sorted(set(areas) - known):
        raise Refusal("area", area=unknown[0][:40])
    audience = InAreas(areas=areas, unplaced=True) if areas else Everybody()
    playbook = "" if kind == Kind.ANNOUNCEMENT else chosen.get("playbook", "")
    return Plan(kind=Kind(kind), areas=areas, audience=audience, exercise=kind == Kind.DRILL, playbook=playbook)


def _typed(event: StaffFilled) -> str:
    own = {*broadcast_form.PARTS, "gap"}
    parts = [event.values.get(name, "") for name in sorted(event.values) if name.split("-")[0] in own]
    return "\n\n".join(part for part in parts if part.strip())
