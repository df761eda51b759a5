"""A coordinator cancels an event, or single dates of it; whoever is concerned is told at once, with the reason."""

from domain.content import Ask, Choice, Form
from domain.event import Event, EventState
from domain.inbound import StaffFilled
from handlers import rights
from handlers.context import Context
from handlers.events import card, news, planning, words
from handlers.form_opening import Opening
from storage import audit, events, occasions, reminders

FORM = "event-cancel"
ALL = "all"
LISTED = 90


async def draw(ctx: Context, user: str, about: str) -> Form | None:
    """Which dates, and why."""
    event = await planning.find(ctx, about)
    if event is None or event.state is not EventState.OPEN or not await rights.coordinates(ctx, user):
        return None
    ahead = [one for one in await occasions.of_event(ctx.tx, event.id, after=ctx.now) if one.state is EventState.OPEN]
    if not ahead:
        return None
    language = ctx.community.staff_language
    dates = [Choice(label=words.span(ctx, one, event.plan, language), value=str(one.id)) for one in ahead[:LISTED]]
    every = Choice(label=ctx.desk("event-cancel-all"), value=ALL)
    return Form(
        name=FORM,
        about=str(event.id),
        title=ctx.desk("event-cancel-title"),
        submit=ctx.desk("event-cancel-submit"),
        cancel=ctx.desk("form-cancel"),
        asks=(
            Ask(
                name="which", label=ctx.desk("event-cancel-which"), kind="choices", choices=(every, *dates), initial=ALL
            ),
            Ask(
                name="text",
                label=ctx.desk("event-cancel-reason"),
                kind="text",
                optional=True,
                max_length=500,
                hint=ctx.desk("event-cancel-reason-hint"),
            ),
        ),
    )


async def fill(ctx: Context, submitted: StaffFilled) -> None:
    """Cancel what was chosen. Pressed twice, people hear of it once."""
    event = await planning.find(ctx, submitted.about)
    reason = submitted.values.get("text", "").strip()
    if event is None or event.state is not EventState.OPEN or not await rights.coordinates(ctx, submitted.user):
        refusal = await planning.why_not(ctx, submitted.user, submitted.about)
        await rights.explain(ctx, submitted.user, rights.give_back(ctx, refusal, reason))
        return
    chosen = submitted.values.get("which", "").split("\n")
    if ALL in chosen:
        await cancel_all(ctx, event, submitted.user, reason)
        return
    await _close(ctx, event, chosen, reason)
    await audit.note(ctx.tx, f"slack:{submitted.user}", "event.dates-cancelled", event.code, ctx.now)
    await card.refresh(ctx, event)


async def cancel_all(ctx: Context, event: Event, user: str, reason: str = "") -> None:
    """Cancel the event with every date to come. Nothing happens where somebody else has done so meanwhile."""
    cancelled = await events.cancel(ctx.tx, event, ctx.now)
    if cancelled is None:
        return
    await _close(ctx, cancelled, [ALL], reason)
    await audit.note(ctx.tx, f"slack:{user}", "event.cancelled", event.code, ctx.now)
    await card.refresh(ctx, cancelled)


async def _close(ctx: Context, event: Event, chosen: list[str], reason: str) -> None:
    ahead = await occasions.of_event(ctx.tx, event.id, after=ctx.now)
    meant = [one for one in ahead if ALL in chosen or str(one.id) in chosen]
    closed = await occasions.close(ctx.tx, [one.id for one in meant], EventState.CANCELLED)
    await reminders.drop(ctx.tx, closed, ctx.now)
    for occasion in meant:
        if occasion.id in closed:
            await news.tell_cancelled(ctx, event, occasion, reason)


OPENING = Opening(draw=draw, why_not=planning.why_not, fill=fill)
