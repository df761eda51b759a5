"""The last question before a live alert leaves: type where it goes. And the duty officer's way, alone and logged."""

from broadcasts import approve
from broadcasts.approve import Word, area_to_type, may_approve
from broadcasts.roles import has
from domain.broadcast import Broadcast, Refusal, State
from domain.content import Ask, Form, Message
from domain.delivery import Draft, Lane
from domain.inbound import StaffFilled
from handlers import broadcast_card, broadcast_naming
from handlers.broadcast_refusing import meant, refuse, version, words
from handlers.context import Context
from storage import staff

APPROVE, OVERRIDE = "cast-approve", "cast-override"


async def draw_approval(ctx: Context, user: str, about: str) -> Form | None:
    """The second person's form; None where the user cannot be that."""
    try:
        broadcast = await _to_approve(ctx, user, about)
    except Refusal:
        return None
    asks = (_summary(ctx, broadcast), *_area(ctx, broadcast))
    return _form(ctx, APPROVE, about, asks)


async def draw_override(ctx: Context, user: str, about: str) -> Form | None:
    """The duty officer's form; None for anybody else."""
    try:
        broadcast = await _to_override(ctx, user, about)
    except Refusal:
        return None
    reason = Ask(name="reason", label=ctx.coordinate("ask-reason"), kind="text", max_length=500)
    return _form(ctx, OVERRIDE, about, (_summary(ctx, broadcast), reason, *_area(ctx, broadcast)))


async def why_no_approval(ctx: Context, user: str, about: str) -> str:
    """Why the user gets no form to approve with."""
    try:
        await _to_approve(ctx, user, about)
    except Refusal as refusal:
        return words(ctx, refusal)
    return ctx.desk("refuse-form")


async def why_no_override(ctx: Context, user: str, about: str) -> str:
    """Why the user gets no form to override with."""
    try:
        await _to_override(ctx, user, about)
    except Refusal as refusal:
        return words(ctx, refusal)
    return ctx.desk("refuse-form")


async def approved(ctx: Context, event: StaffFilled) -> None:
    """The second person says yes: it is sent."""
    try:
        broadcast, seen = await _named(ctx, event.about)
        word = Word(version=seen, area=event.values.get("area", ""))
        running = await approve.approve(ctx, broadcast, event.user, word)
    except Refusal as refusal:
        await refuse(ctx, event.user, refusal, channel_id=ctx.community.broadcasting.channel)
        return
    await broadcast_card.redraw(ctx, running)


async def overridden(ctx: Context, event: StaffFilled) -> None:
    """A duty officer sends alone: all coordinators hear of it at once."""
    try:
        broadcast, seen = await _named(ctx, event.about)
        word = Word(version=seen, area=event.values.get("area", ""), reason=event.values.get("reason", ""))
        await send_alone(ctx, broadcast, event.user, word)
    except Refusal as refusal:
        typed = event.values.get("reason", "")
        await refuse(ctx, event.user, refusal, channel_id=ctx.community.broadcasting.channel, typed=typed)
        return


async def send_alone(ctx: Context, broadcast: Broadcast, user: str, word: Word) -> Broadcast:
    """Launch it on a duty officer's word, and tell all coordinators. Raises Refusal; nothing is changed then."""
    had_card = broadcast.state is State.SUBMITTED
    running = await approve.override(ctx, broadcast, user, word)
    await (broadcast_card.redraw if had_card else broadcast_card.post)(ctx, running)
    await _tell_all(ctx, running, user)
    return running


async def _tell_all(ctx: Context, running: Broadcast, user: str) -> None:
    roles = ctx.community.roles
    people = roles.coordinators | roles.approvers | roles.duty_officers
    text = ctx.coordinate(
        "overridden",
        person=await staff.name_of(ctx.tx, user),
        reference=running.reference,
        reason=running.override_reason or "",
    )
    groups = {name for name in people if name.startswith("S")}  # a group has no chat: its members are told
    told = (people - groups) | await staff.members_of(ctx.tx, groups)
    places = [ctx.community.broadcasting.channel, *sorted(told - {user})]
    message = Message(text=text)
    await ctx.send(
        *(Draft(channel=ctx.desk_channel, address=at, lane=Lane.EMERGENCY, content=message) for at in places)
    )


async def _named(ctx: Context, about: str) -> tuple[Broadcast, int]:
    number, _, seen = about.partition(":")
    return await meant(ctx, number), version(seen)


async def _to_approve(ctx: Context, user: str, about: str) -> Broadcast:
    broadcast, seen = await _named(ctx, about)
    if not await may_approve(ctx, user):
        raise Refusal("role")
    if broadcast.state is not State.SUBMITTED:
        already = broadcast.approved_by is not None
        raise Refusal("approved-already", reference=broadcast.reference) if already else Refusal("state")
    if broadcast.version != seen:
        raise Refusal("changed")
    if user == broadcast.submitted_by:
        raise Refusal("own")
    return broadcast


async def _to_override(ctx: Context, user: str, about: str) -> Broadcast:
    broadcast, seen = await _named(ctx, about)
    if not await has(ctx, user, "duty_officers"):
        raise Refusal("duty")
    if broadcast.state not in (State.DRAFT, State.SUBMITTED):
        raise Refusal("state")
    if broadcast.version != seen:
        raise Refusal("changed")
    return broadcast


def _form(ctx: Context, name: str, about: str, asks: tuple[Ask, ...]) -> Form:
    return Form(
        name=name,
        about=about,
        title=ctx.coordinate("approve-title"),
        submit=ctx.coordinate("send-now"),
        cancel=ctx.desk("form-cancel"),
        asks=asks,
    )


def _summary(ctx: Context, broadcast: Broadcast) -> Ask:
    own = ctx.community.staff_language
    wording = broadcast.plan.wording(own) or next(iter(broadcast.plan.wordings), None)
    headline = wording.headline if wording else ""
    label = ctx.coordinate("card-title", reference=broadcast.reference, kind=broadcast_naming.kind(ctx, broadcast))
    return Ask(name="what", label=label, kind="info", initial=headline)


def _area(ctx: Context, broadcast: Broadcast) -> tuple[Ask, ...]:
    if not broadcast.plan.live_alert:
        return ()
    area = area_to_type(ctx, broadcast.plan)
    return (
        Ask(name="area", label=ctx.coordinate("ask-area", area=area), hint=ctx.coordinate("ask-area-hint", area=area)),
    )
