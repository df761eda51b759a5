"""A resident answers: going, maybe, not going, how many. Seats change hands under the occasion's lock, one by one.

Whoever asks for more seats than are left waits in the queue; whoever holds seats keeps them until they let go.
"""

from domain.content import Button
from domain.event import MOST_PEOPLE, SEATED, Answer, Signup
from domain.people import Resident
from handlers.context import Context
from handlers.events import card, waiting, words
from handlers.quiet import zone_of
from storage import occasions, signups
from storage.occasions import Coming

OFFERED_PEOPLE = 6  # as many as are offered as buttons


async def going(ctx: Context, resident: Resident, coming: Coming, people: int | None = None) -> bool:
    """Come, with `people` altogether; None: as many as before, or alone. False for a number that cannot be meant."""
    known = await _locked(ctx, resident, coming)
    coming = await _fresh(ctx, coming)
    people = people or (known.people if known and known.answer is not Answer.NO else 1)
    if not 1 <= people <= MOST_PEOPLE:
        return False
    if await _refused(ctx, resident, coming):
        return True
    held = known.people if known and known.answer in SEATED else 0
    limit = coming.occasion.capacity
    if limit is not None and people > limit:
        await ctx.tell(resident, ctx.say(resident.language, "event-too-many", count=limit))
        return True
    if people > held and not await occasions.take(ctx.tx, coming.occasion.id, people - held):
        await _full(ctx, resident, coming, known, people)
        return True
    if people < held:
        await occasions.give_back(ctx.tx, coming.occasion.id, held - people)
    signup = await _write(ctx, resident, coming, known, Answer.GOING, people)
    await _confirm_going(ctx, resident, coming, signup)
    await _after(ctx, coming)
    return True


async def maybe(ctx: Context, resident: Resident, coming: Coming) -> bool:
    """Perhaps: no seat is held, but they hear of changes and are reminded."""
    known = await _locked(ctx, resident, coming)
    coming = await _fresh(ctx, coming)
    if await _refused(ctx, resident, coming):
        return True
    await _let_go(ctx, coming, known)
    await _write(ctx, resident, coming, known, Answer.MAYBE, 1)
    title = words.title(ctx, coming.event, resident.language)
    await ctx.tell(resident, ctx.say(resident.language, "event-said-maybe", title=title))
    await _after(ctx, coming)
    return True


async def not_going(ctx: Context, resident: Resident, coming: Coming) -> bool:
    """Not, or not any more: their seats go to whoever waits. Possible until the end, whatever the deadline."""
    known = await _locked(ctx, resident, coming)
    coming = await _fresh(ctx, coming)
    if words.standing(coming, ctx.now) in {"over", "cancelled"}:
        await _refused(ctx, resident, coming)
        return True
    held = known is not None and known.answer is not Answer.NO
    await _let_go(ctx, coming, known)
    await _write(ctx, resident, coming, known, Answer.NO, 1)
    key = "event-said-no" if held else "event-said-no-first"
    title = words.title(ctx, coming.event, resident.language)
    await ctx.tell(resident, ctx.say(resident.language, key, title=title))
    await _after(ctx, coming)
    return True


async def leave_all(ctx: Context, resident: Resident) -> None:
    """The resident is erased: their seats go to others, silently."""
    for signup, coming in await signups.of_resident(ctx.tx, resident.id, ctx.now):
        await occasions.lock(ctx.tx, coming.occasion.id)
        await _let_go(ctx, coming, signup)
        await _write(ctx, resident, coming, signup, Answer.NO, 1)
        await _after(ctx, coming)


async def _locked(ctx: Context, resident: Resident, coming: Coming) -> Signup | None:
    """The resident's answer, read under the occasion's lock."""
    await occasions.lock(ctx.tx, coming.occasion.id)
    return await signups.find(ctx.tx, coming.occasion.id, resident.id)


async def _fresh(ctx: Context, coming: Coming) -> Coming:
    return Coming(occasion=await occasions.get(ctx.tx, coming.occasion.id), event=coming.event)


async def _refused(ctx: Context, resident: Resident, coming: Coming) -> bool:
    """Whether it is too late to answer; then the resident has been told why."""
    state = words.standing(coming, ctx.now)
    if state == "open":
        return False
    await ctx.tell(resident, ctx.say(resident.language, f"event-is-{state}"))
    return True


async def _write(
    ctx: Context, resident: Resident, coming: Coming, known: Signup | None, answer: Answer, people: int
) -> Signup:
    return await signups.write(
        ctx.tx,
        known,
        occasion_id=coming.occasion.id,
        resident_id=resident.id,
        answer=answer,
        people=people,
        now=ctx.now,
        rng=ctx.rng,
    )


async def _let_go(ctx: Context, coming: Coming, known: Signup | None) -> None:
    if known is not None and known.answer in SEATED:
        await occasions.give_back(ctx.tx, coming.occasion.id, known.people)


async def _after(ctx: Context, coming: Coming) -> None:
    """Whoever waits may now have a seat, and the card counts anew."""
    await waiting.offer_freed(ctx, coming)
    await card.refresh(ctx, coming.event)


async def _full(ctx: Context, resident: Resident, coming: Coming, known: Signup | None, people: int) -> None:
    """Not enough seats: who has some keeps them, who has none waits."""
    language = resident.language
    if known is not None and known.answer in SEATED:
        free = coming.occasion.free or 0
        await ctx.tell(resident, ctx.say(language, "event-no-more", count=free, people=known.people))
        return
    signup = await _write(ctx, resident, coming, known, Answer.WAITING, people)
    place = await signups.place_in_queue(ctx.tx, signup)
    title = words.title(ctx, coming.event, language)
    rows = [_people_row(ctx, coming, language, people), [_leave(ctx, coming, language)]]
    await ctx.tell(resident, ctx.say(language, "event-waiting", title=title, count=place), buttons=rows)
    await card.refresh(ctx, coming.event)


async def _confirm_going(ctx: Context, resident: Resident, coming: Coming, signup: Signup) -> None:
    language = resident.language
    text = ctx.say(
        language,
        "event-said-going",
        title=words.title(ctx, coming.event, language),
        when=words.span(ctx, coming.occasion, coming.event.plan, language, zone_of(ctx, resident)),
        count=signup.people,
        ticket=signup.ticket,
    )
    calendar = Button(label=ctx.say(language, "event-button-calendar"), data=f"r:ev:ics:{coming.occasion.id}")
    rows = [_people_row(ctx, coming, language, signup.people), [calendar, _leave(ctx, coming, language)]]
    await ctx.tell(resident, text, buttons=rows)


def _people_row(ctx: Context, coming: Coming, language: str, chosen: int) -> list[Button]:
    """How many come altogether: 1 to 6, the chosen one marked."""
    limit = min(coming.occasion.capacity or OFFERED_PEOPLE, OFFERED_PEOPLE)
    return [
        Button(
            label=ctx.say(language, "settings-on", name=str(number)) if number == chosen else f"{number}",
            data=f"r:ev:people:{coming.occasion.id}:{number}",
        )
        for number in range(1, limit + 1)
    ]


def _leave(ctx: Context, coming: Coming, language: str) -> Button:
    return Button(label=ctx.say(language, "event-button-leave"), data=f"r:ev:no:{coming.occasion.id}")
