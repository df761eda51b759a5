"""An event is over: the department hears how many came, and who signed up and did not."""

from datetime import timedelta

from domain.content import Message
from domain.delivery import Draft, Lane
from domain.event import Answer
from handlers.context import Context
from handlers.events import card, words
from storage import occasions, once, signups
from storage.occasions import Coming

LATE = timedelta(days=2)  # what ended before is no news any more


async def close(ctx: Context) -> int:
    """Sum up what has just ended, once each; returns how many were."""
    count = 0
    for coming in await occasions.just_ended(ctx.tx, ctx.now, ctx.now - LATE):
        if await once.first(ctx.tx, f"over:{coming.occasion.id}", ctx.now):
            await _sum_up(ctx, coming)
            count += 1
    return count


async def _sum_up(ctx: Context, coming: Coming) -> None:
    tally = await signups.tally(ctx.tx, coming.occasion.id)
    await card.refresh(ctx, coming.event)
    if not tally.going:
        return
    title = words.title(ctx, coming.event, ctx.community.staff_language)
    absent = max(0, tally.going - tally.came)
    lines = [ctx.desk("event-over", title=title, came=tally.came, going=tally.going, count=absent)]
    if not tally.came:
        lines = [ctx.desk("event-over-unchecked", title=title, count=tally.going)]
    elif absent:
        guests = await signups.guests(ctx.tx, coming.occasion.id, (Answer.GOING,), absent=True, limit=50)
        lines += [ctx.desk("event-guest", name=guest.name, count=guest.signup.people) for guest in guests]
    channel = card.channel_of(ctx, coming.event.plan.department)
    note = Message(text="\n".join(lines))
    await ctx.send(Draft(channel=ctx.desk_channel, address=channel, lane=Lane.DESK, content=note))
