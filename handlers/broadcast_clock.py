"""What time does to broadcasts: cards show how far they have come, finished ones are closed, expired ones end."""

from broadcasts import steer
from domain.broadcast import UNDER_WAY, State
from handlers import broadcast_card, broadcast_report
from handlers.context import Context
from storage import broadcasts


async def keep_up(ctx: Context) -> int:
    """Close what is through and draw the cards anew whose figures have changed. Returns how many cards."""
    drawn = 0
    for broadcast in await broadcasts.under_way(ctx.tx):
        counted = await steer.standing(ctx, broadcast)
        now = await steer.finish(ctx, broadcast, counted)
        before, ended_then = await broadcasts.drawn(ctx.tx, broadcast.id)
        if before is not None and (now.state not in UNDER_WAY or sum(counted.ended.values()) != ended_then):
            await broadcast_card.redraw(ctx, now)
            drawn += 1
        if now.state is State.DONE:
            await broadcast_report.post(ctx, now, counted)
    return drawn


async def expire(ctx: Context) -> int:
    """End what may not be sent any more."""
    waiting = [one for one in await broadcasts.overdue(ctx.tx, ctx.now) if one.state not in UNDER_WAY]
    ended = await steer.expire(ctx)
    for broadcast in waiting:
        await broadcast_card.redraw(ctx, await broadcasts.get(ctx.tx, broadcast.id))
    return ended
