"""Tell those who want to hear of the event's topic, in its area: once, by a coordinator, with buttons to answer."""

from domain.audience import Attending, Audience, Everybody, Except, InAreas, Wish
from domain.content import Message
from domain.delivery import Lane
from domain.event import Event, EventState
from domain.inbound import StaffPressed
from handlers import rights
from handlers.context import Context
from handlers.events import browsing, card, planning, words
from storage import audit, occasions, once, spreading
from storage.occasions import Coming
from storage.spread_rows import ANYBODY
from storage.spreading import Spread


async def pressed(ctx: Context, press: StaffPressed, about: str) -> bool:
    """``s:event:tell:<id>``. Refusals are explained; False for an event that is not there."""
    event = await planning.find(ctx, about)
    if event is None:
        return False
    refusal = await _why_not(ctx, press.user, event)
    if not refusal and not await once.first(ctx.tx, f"announced:{event.id}", ctx.now):
        refusal = ctx.desk("event-announced-before")
    if not refusal:
        await _announce(ctx, event)
        await audit.note(ctx.tx, f"slack:{press.user}", "event.announced", event.code, ctx.now)
    said = refusal or ctx.desk("event-announced")
    await rights.explain(ctx, press.user, said, channel_id=press.channel_id)
    return True


async def _why_not(ctx: Context, user: str, event: Event) -> str:
    if not await rights.coordinates(ctx, user):
        return ctx.desk("event-refuse-role")
    if event.state is not EventState.OPEN:
        return ctx.desk("event-refuse-cancelled")
    return "" if await _next(ctx, event) else ctx.desk("event-refuse-past")


async def _next(ctx: Context, event: Event) -> Coming | None:
    """The next date to which people can still sign up."""
    ahead = [Coming(occasion=one, event=event) for one in await occasions.of_event(ctx.tx, event.id, after=ctx.now)]
    return next((one for one in ahead if words.standing(one, ctx.now) == "open"), None)


async def _announce(ctx: Context, event: Event) -> None:
    coming = await _next(ctx, event)
    assert coming is not None  # or it would have been refused
    texts = {language: (_text(ctx, coming, language),) for language in ctx.community.languages}
    spread = Spread(
        occasion=f"event:{event.id}",
        audience=await _audience(ctx, event),
        wish=Wish(topic=event.plan.topic),
        lane=Lane.BULK,
        not_after=coming.occasion.closes_at,
    )
    await spreading.begin(ctx.tx, spread, {**texts, ANYBODY: texts[ctx.community.default_language]}, ctx.now)
    await card.refresh(ctx, event)


async def _audience(ctx: Context, event: Event) -> Audience:
    """Whoever hears of the area, but not who has answered already."""
    base: Audience = InAreas(areas=(event.plan.area,), unplaced=True) if event.plan.area else Everybody()
    numbers = tuple(one.id for one in await occasions.of_event(ctx.tx, event.id, after=ctx.now))
    return Except(base=base, minus=Attending(occasions=numbers))


def _text(ctx: Context, coming: Coming, language: str) -> Message:
    rows = [*browsing.answer_buttons(ctx, coming, language), words.place_buttons(ctx, coming.event.plan, language)]
    return Message(
        lead=words.title(ctx, coming.event, language),
        text=words.describe(ctx, coming, language, ctx.community.time_zone),
        buttons=tuple(tuple(row) for row in rows if row),
        rtl=ctx.catalogs.direction(language) == "rtl",
    )
