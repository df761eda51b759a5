"""What time does to broadcasts: cards show how far they have come, finished ones are closed, expired ones end."""

from datetime import timedelta

from broadcasts import steer, timing
from domain.broadcast import UNDER_WAY, Broadcast, State
from domain.broadcast_schedule import Due, occurrence
from domain.content import Message
from handlers import broadcast_card, broadcast_report, coordination
from handlers.context import Context
from handlers.desk import when
from storage import broadcast_schedules, broadcasts

SETTLING = timedelta(hours=1)  # a million rows are told of a stop within minutes; what is on the wire ends sooner


async def keep_up(ctx: Context) -> int:
    """Close what is through and draw the cards anew whose figures have changed. Returns how many cards.

    Of what was stopped the last rows end a moment later: its card is looked after for a while, too.
    """
    drawn = 0
    stopped = await broadcasts.stopped_since(ctx.tx, ctx.now - SETTLING)
    for broadcast in (*await broadcasts.under_way(ctx.tx), *stopped):
        counted = await steer.standing(ctx, broadcast)
        now = await steer.finish(ctx, broadcast, counted)
        before, ended_then = await broadcasts.drawn(ctx.tx, broadcast.id)
        changed = now.state is not broadcast.state or await broadcast_card.ended(ctx, now, counted) != ended_then
        if before is not None and changed:
            await broadcast_card.redraw(ctx, now)
            drawn += 1
        if now.state is State.DONE:
            await broadcast_report.post(ctx, now, counted, thread=now.card_anchor)
    return drawn


async def act_on_schedules(ctx: Context) -> int:
    """Send what has its time now; what is too late is reported to the coordinators and not sent."""
    done = 0
    for pending in await broadcast_schedules.due(ctx.tx, ctx.now):
        acted = await timing.act(ctx, pending)
        if acted is None:
            continue
        broadcast, found = acted
        if found.missed:
            await coordination.post(ctx, Message(text=_missed(ctx, broadcast, found)))
        await broadcast_card.redraw(ctx, broadcast)
        done += 1
    return done


def _missed(ctx: Context, broadcast: Broadcast, found: Due) -> str:
    schedule = broadcast.plan.schedule
    assert schedule is not None  # it was due
    first = occurrence(schedule, found.missed[0], ctx.community.time_zone)
    return ctx.coordinate("timed-missed", reference=broadcast.reference, count=len(found.missed), when=when(ctx, first))


async def expire(ctx: Context) -> int:
    """End what may not be sent any more."""
    waiting = [one for one in await broadcasts.overdue(ctx.tx, ctx.now) if one.state not in UNDER_WAY]
    ended = await steer.expire(ctx)
    for broadcast in waiting:
        await broadcast_card.redraw(ctx, await broadcasts.get(ctx.tx, broadcast.id))
    return ended
