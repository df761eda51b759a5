"""A coordinator plans an event or changes it. Refusals come with a reason, and what was typed is kept."""

from collections.abc import Mapping
from dataclasses import replace

import orjson

from broadcasts import scheduling
from domain.content import Button, Form, Message
from domain.delivery import Draft, Lane
from domain.errors import NotFound
from domain.event import Event, EventRefused, EventState, Plan, changed
from domain.inbound import StaffFilled
from handlers import rights
from handlers.context import Context
from handlers.events import card, form, news, waiting, words
from handlers.form_opening import Opening
from storage import audit, documents, events, occasions
from storage.occasions import Coming

NEW, AGAIN = "new", "again"  # what the form can be about, beside an event's number or code


async def draw(ctx: Context, user: str, about: str) -> Form | None:
    """The form: empty, of an event (by number or code), or with what was refused last time."""
    if not await rights.coordinates(ctx, user):
        return None
    if about == AGAIN:
        kept = await _kept(ctx, user)
        return None if kept is None else form.draw(ctx, kept[0], kept[1], new=kept[0] == NEW)
    if about in ("", NEW):
        return form.draw(ctx, NEW, form.blank(ctx), new=True)
    event = await find(ctx, about)
    if event is None or event.state is not EventState.OPEN:
        return None
    return form.draw(ctx, str(event.id), form.values_of(event.plan), new=False)


async def find(ctx: Context, about: str) -> Event | None:
    """The event of that number or code, or None."""
    row = rights.number(about)
    if row is None:
        return await events.by_code(ctx.tx, about)
    try:
        return await events.get(ctx.tx, row)
    except NotFound:
        return await events.by_code(ctx.tx, about)


async def why_not(ctx: Context, user: str, about: str) -> str:
    """Why the form did not open."""
    if not await rights.coordinates(ctx, user):
        return ctx.desk("event-refuse-role")
    event = None if about in ("", NEW, AGAIN) else await find(ctx, about)
    if about not in ("", NEW, AGAIN) and event is None:
        return ctx.desk("event-refuse-none", code=about[:40])
    if event is not None and event.state is not EventState.OPEN:
        return ctx.desk("event-refuse-cancelled")
    return ctx.desk("refuse-form")


async def fill(ctx: Context, submitted: StaffFilled) -> None:
    """Create or change the event; a refusal is explained, and a button opens the form again as it was."""
    refusal = "" if await rights.coordinates(ctx, submitted.user) else ctx.desk("event-refuse-role")
    if not refusal:
        try:
            await _carry_out(ctx, submitted)
        except EventRefused as error:  # raised before anything is written
            refusal = explain(ctx, error)
    if refusal:
        await _keep(ctx, submitted)
        await _refuse(ctx, submitted.user, refusal)


def explain(ctx: Context, error: EventRefused) -> str:
    """What is wrong with a plan, and that nothing was changed, in words for staff."""
    return ctx.desk(f"event-refuse-{error.code}", **error.values)


async def _carry_out(ctx: Context, submitted: StaffFilled) -> None:
    if submitted.about == NEW:
        await create(ctx, form.plan_of(ctx, submitted.values, None), submitted.user)
        return
    event = await find(ctx, submitted.about)
    if event is None:
        raise EventRefused("none", code=submitted.about[:40])
    if event.state is not EventState.OPEN:
        raise EventRefused("cancelled")
    await change(ctx, event, form.plan_of(ctx, submitted.values, event.plan), submitted.user)


async def check(ctx: Context, known: Event | None, plan: Plan) -> None:
    """Raise EventRefused where the plan could not be carried out; nothing is written."""
    scheduling.times_ahead(plan, ctx.now)
    if known is not None:
        await scheduling.check_seats(ctx.tx, known.id, known.plan.capacity, ctx.now)


def merged(old: Plan, new: Plan) -> Plan:
    """`old` with what a calendar file can say of it; what it cannot say (seats, tasks, the other languages) stays."""
    return replace(
        old,
        title={**old.title, **new.title},
        description={**old.description, **new.description},
        zone=new.zone,
        start=new.start,
        end=new.end,
        rule=new.rule,
        without=new.without,
        also=new.also,
        place=new.place or old.place,
        latitude=old.latitude if new.latitude is None else new.latitude,
        longitude=old.longitude if new.longitude is None else new.longitude,
        organiser=new.organiser or old.organiser,
    )


async def create(ctx: Context, plan: Plan, user: str, uid: str | None = None) -> Event:
    """Write the event down with all its occasions and reminders, and put its card up. Raises EventRefused."""
    times = scheduling.times_ahead(plan, ctx.now)
    event = await events.create(ctx.tx, plan, created_by=user, now=ctx.now, rng=ctx.rng, uid=uid)
    await scheduling.lay_out(ctx.tx, event, times, ctx.now, ctx.rng)
    await audit.note(ctx.tx, f"slack:{user}", "event.created", event.code, ctx.now)
    await card.post(ctx, event)
    return event


async def change(ctx: Context, event: Event, plan: Plan, user: str) -> Event:
    """Change the event; whoever is concerned is told, once, what is different. Raises EventRefused."""
    times = scheduling.times_ahead(plan, ctx.now)
    await scheduling.check_seats(ctx.tx, event.id, plan.capacity, ctx.now)
    fresh = await events.revise(ctx.tx, event, plan, ctx.now)
    if fresh is None:
        raise EventRefused("changed-meanwhile")
    before = {one.id: one for one in await occasions.of_event(ctx.tx, event.id, after=ctx.now)}
    moved = await scheduling.rearrange(ctx.tx, fresh, times, ctx.now, ctx.rng)
    await audit.note(ctx.tx, f"slack:{user}", "event.changed", event.code, ctx.now)
    await news.tell_changed(ctx, event, fresh, changed(event.plan, plan), moved, before)
    if event.plan.department != plan.department:
        await card.move(ctx, fresh, event.plan.department)
    else:
        await card.refresh(ctx, fresh)
    for occasion in (*moved.kept, *moved.moved):
        await waiting.offer_freed(ctx, Coming(occasion=occasion, event=fresh))
    return fresh


# --- a refused form comes back as it was


async def _keep(ctx: Context, submitted: StaffFilled) -> None:
    body = orjson.dumps({"about": submitted.about, "values": submitted.values})
    await documents.put(ctx.tx, f"event-form:{submitted.user}", body, ctx.now)


async def _kept(ctx: Context, user: str) -> tuple[str, Mapping[str, str]] | None:
    body = await documents.take(ctx.tx, f"event-form:{user}")
    if body is None:
        return None
    kept = orjson.loads(body)
    return kept["about"], kept["values"]


async def _refuse(ctx: Context, user: str, refusal: str) -> None:
    again = Button(label=ctx.desk("event-button-again"), data=f"s:form:{form.FORM}:{AGAIN}", style="primary")
    message = Message(text=refusal, buttons=((again,),))
    await ctx.send(Draft(channel=ctx.desk_channel, address=user, lane=Lane.REPLY, content=message))


OPENING = Opening(draw=draw, why_not=why_not, fill=fill)


async def list_for(ctx: Context, user: str) -> Message:
    """What is coming, for a coordinator: one line and one button an occasion."""
    found = await occasions.coming(ctx.tx, ctx.now, limit=15)
    language = ctx.community.staff_language
    lines = [ctx.desk("event-list", count=len(found))]
    buttons = []
    for one in found:
        title = words.title(ctx, one.event, language)
        when = words.span(ctx, one.occasion, one.event.plan, language)
        seats = one.occasion.capacity or ctx.desk("event-value-unlimited")
        lines.append(ctx.desk("event-list-line", title=title, when=when, count=one.occasion.taken, seats=str(seats)))
        buttons.append((Button(label=title[: words.LISTED_TITLE], data=f"s:form:{form.FORM}:{one.event.id}"),))
    if not await rights.coordinates(ctx, user):
        buttons = []
    return Message(text="\n".join(lines), buttons=tuple(dict.fromkeys(buttons)))
