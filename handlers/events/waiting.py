"""The queue for a full event: a freed seat goes to who waits longest and fits, and is held for a set time."""

from datetime import datetime, timedelta

from domain.content import Button
from domain.event import Answer, EventState, Signup
from domain.people import Reach, Resident
from handlers.context import Context
from handlers.events import card, words
from handlers.quiet import allowed, zone_of
from locales import format_moment
from storage import events, occasions, residents, signups
from storage.occasions import Coming

OFFERED_AT_ONCE = 100  # offers made in one transaction; the next tick makes more


async def offer_freed(ctx: Context, coming: Coming) -> int:
    """Hold every free seat for somebody who waits, and tell them; returns how many were asked."""
    count = 0
    while count < OFFERED_AT_ONCE:
        occasion = await occasions.lock(ctx.tx, coming.occasion.id)
        if occasion.state is not EventState.OPEN or occasion.closes_at <= ctx.now:
            return count
        signup = await signups.next_waiting(ctx.tx, occasion.id, occasion.free)
        if signup is None or not await occasions.take(ctx.tx, occasion.id, signup.people):
            return count
        await _offer(ctx, Coming(occasion=occasion, event=coming.event), signup)
        count += 1
    return count


async def _offer(ctx: Context, coming: Coming, signup: Signup) -> None:
    resident = await residents.get(ctx.tx, signup.resident_id)
    begins = allowed(ctx, resident)
    until = _until(begins, coming, ctx.community.timings.offer_hours)
    signup = await signups.offer(ctx.tx, signup, until)
    if resident.reach not in (Reach.ACTIVE, Reach.STOPPED):
        return  # nobody hears it; their time passes and the next one is asked
    language = resident.language
    text = ctx.say(
        language,
        "event-offer",
        title=words.title(ctx, coming.event, language),
        when=words.span(ctx, coming.occasion, coming.event.plan, language, zone_of(ctx, resident)),
        count=signup.people,
        until=format_moment(language, until, ctx.now, zone_of(ctx, resident)),
    )
    row = [
        Button(
            label=ctx.say(language, "event-button-accept"),
            data=f"r:ev:accept:{coming.occasion.id}",
            style="primary",
        ),
        Button(label=ctx.say(language, "event-button-decline"), data=f"r:ev:no:{coming.occasion.id}"),
    ]
    await ctx.tell(resident, text, buttons=[row], not_before=begins, not_after=until)


def _until(begins: datetime, coming: Coming, hours: float) -> datetime:
    """The end of an offer: the set time, but at most half of what is left until sign-up ends."""
    left = max(coming.occasion.closes_at - begins, timedelta(0))
    return begins + min(timedelta(hours=hours), left / 2)


async def expire(ctx: Context) -> int:
    """Offers whose time is over go to the next; who let it pass is told so kindly."""
    over = await signups.expired_offers(ctx.tx, ctx.now)
    for known in over:
        occasion = await occasions.lock(ctx.tx, known.occasion_id)
        signup = await signups.get(ctx.tx, known.id)
        if signup is None or signup.answer is not Answer.OFFERED or (signup.offer_until or ctx.now) > ctx.now:
            continue  # accepted, or offered anew, while we waited for the lock
        event = await events.get(ctx.tx, occasion.event_id)
        coming = Coming(occasion=occasion, event=event)
        resident = await residents.get(ctx.tx, signup.resident_id)
        await occasions.give_back(ctx.tx, occasion.id, signup.people)
        await _gone(ctx, resident, coming, signup)
        await offer_freed(ctx, coming)
        await card.refresh(ctx, event)
    return len(over)


async def _gone(ctx: Context, resident: Resident, coming: Coming, signup: Signup) -> None:
    await signups.write(
        ctx.tx,
        signup,
        occasion_id=coming.occasion.id,
        resident_id=resident.id,
        answer=Answer.NO,
        people=1,
        now=ctx.now,
        rng=ctx.rng,
    )
    if resident.reach in (Reach.ACTIVE, Reach.STOPPED):
        title = words.title(ctx, coming.event, resident.language)
        text = ctx.say(resident.language, "event-offer-over", title=title)
        button = Button(label=ctx.say(resident.language, "event-button-show"), data=f"r:ev:show:{coming.occasion.id}")
        await ctx.tell(resident, text, buttons=[[button]], not_before=allowed(ctx, resident))


async def fill(ctx: Context) -> int:
    """Seats that are free although somebody waits (there are more of them now) are offered too."""
    found = await signups.with_free_seats(ctx.tx, ctx.now)
    return sum([await offer_freed(ctx, coming) for coming in found])
