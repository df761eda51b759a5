"""At the door: guests are let in by their code, by a tap of staff, or by the code that hangs at the entrance."""

from datetime import timedelta

from domain.content import Ask, Choice, Form
from domain.event import DOOR_OPENS_MINUTES, SEATED, Answer, EventState, Signup
from domain.inbound import StaffFilled
from domain.people import Resident
from handlers import rights
from handlers.context import Context
from handlers.events import card, link, words
from handlers.form_opening import Opening
from storage import occasions, signups, staff
from storage.occasions import Coming

FORM = "event-door"
LISTED = 500  # in groups of a hundred; Slack takes no view above 250,000 characters. Others come in by their code.


async def draw(ctx: Context, user: str, about: str) -> Form | None:
    """A code to type, or names to tap; and the link for the entrance."""
    coming = await _coming(ctx, about)
    if coming is None or coming.occasion.state is not EventState.OPEN or not await _may(ctx, user, coming):
        return None
    absent = await signups.guests(ctx.tx, coming.occasion.id, SEATED, absent=True, limit=LISTED)
    names = tuple(
        Choice(label=ctx.desk("event-guest", name=g.name, count=g.signup.people), value=str(g.signup.id))
        for g in absent
    )
    language = ctx.community.staff_language
    when = words.span(ctx, coming.occasion, coming.event.plan, language)
    title = words.title(ctx, coming.event, language)
    about_it = Ask(name="about", label=title, kind="info", initial=await _about(ctx, coming, when))
    return Form(
        name=FORM,
        about=str(coming.occasion.id),
        title=ctx.desk("event-door-title"),
        submit=ctx.desk("event-door-submit"),
        cancel=ctx.desk("form-cancel"),
        asks=(
            about_it,
            Ask(
                name="code",
                label=ctx.desk("event-door-code"),
                optional=True,
                max_length=20,
                hint=ctx.desk("event-door-code-hint"),
            ),
            Ask(
                name="names",
                label=ctx.desk("event-door-names"),
                kind="choices",
                choices=names,
                optional=True,
                hint=ctx.desk("event-door-nobody"),
            ),
        ),
    )


async def _about(ctx: Context, coming: Coming, when: str) -> str:
    tally = await signups.tally(ctx.tx, coming.occasion.id)
    lines = [when, ctx.desk("event-value-came", came=tally.came, going=tally.going)]
    address = await link.door_of(ctx, coming.occasion)
    return "\n".join([*lines, ctx.desk("event-door-link", url=address)] if address else lines)


async def why_not(ctx: Context, user: str, about: str) -> str:
    """Why the form did not open."""
    coming = await _coming(ctx, about)
    if coming is None:
        return ctx.desk("event-refuse-none", code=about[:40])
    if coming.occasion.state is not EventState.OPEN:
        return ctx.desk("event-refuse-cancelled")
    return ctx.desk("refuse-form" if await _may(ctx, user, coming) else "event-refuse-role")


async def fill(ctx: Context, submitted: StaffFilled) -> None:
    """Let in whoever was named; every one is answered for."""
    coming = await _coming(ctx, submitted.about)
    if coming is None or not await _may(ctx, submitted.user, coming):
        await rights.explain(ctx, submitted.user, await why_not(ctx, submitted.user, submitted.about))
        return
    lines = []
    code = submitted.values.get("code", "").strip()
    if code:
        lines.append(await _by_code(ctx, coming, code))
    chosen = [rights.number(value) for value in submitted.values.get("names", "").split("\n")]
    count = sum([await _by_name(ctx, coming, row) for row in chosen if row is not None])
    if count:
        lines.append(ctx.desk("event-door-let-in", count=count))
    channel = card.channel_of(ctx, coming.event.plan.department)
    said = "\n".join(lines) or ctx.desk("event-door-empty")
    await rights.explain(ctx, submitted.user, said, channel_id=channel)
    await card.refresh(ctx, coming.event)


async def _may(ctx: Context, user: str, coming: Coming) -> bool:
    """Coordinators, and whoever sits in the department's channel."""
    channel = card.channel_of(ctx, coming.event.plan.department)
    return await staff.is_member(ctx.tx, channel, user) or await rights.coordinates(ctx, user)


async def _coming(ctx: Context, about: str) -> Coming | None:
    row = rights.number(about)
    return None if row is None else await occasions.find(ctx.tx, row)


async def _by_code(ctx: Context, coming: Coming, code: str) -> str:
    signup = await signups.by_ticket(ctx.tx, coming.occasion.id, code)
    if signup is None or signup.answer not in SEATED:
        return ctx.desk("event-door-unknown", code=code[:20])
    if not await signups.let_in(ctx.tx, signup.id, ctx.now):
        return ctx.desk("event-door-twice", code=code[:20])
    return ctx.desk("event-door-welcome", code=signup.ticket, count=signup.people)


async def _by_name(ctx: Context, coming: Coming, row: int) -> bool:
    signup = await signups.get(ctx.tx, row)
    mine = signup is not None and signup.occasion_id == coming.occasion.id
    return mine and await signups.let_in(ctx.tx, row, ctx.now)


OPENING = Opening(draw=draw, why_not=why_not, fill=fill)


# --- the code at the entrance


async def arrived(ctx: Context, resident: Resident, code: str) -> bool:
    """A resident scanned the code at the entrance: "I am here". False where no event has that code."""
    coming = await occasions.by_door(ctx.tx, code)
    if coming is None:
        return False
    language, title = resident.language, words.title(ctx, coming.event, resident.language)
    opens = coming.occasion.starts_at - timedelta(minutes=DOOR_OPENS_MINUTES)
    if words.standing(coming, ctx.now) in {"cancelled", "over"}:
        await ctx.tell(resident, ctx.say(language, f"event-is-{words.standing(coming, ctx.now)}"))
    elif ctx.now < opens:
        await ctx.tell(resident, ctx.say(language, "event-door-early", title=title))
    else:
        await _enter(ctx, resident, coming, title)
    return True


async def _enter(ctx: Context, resident: Resident, coming: Coming, title: str) -> None:
    """Let in who has a seat; who has none gets one if there is one."""
    await occasions.lock(ctx.tx, coming.occasion.id)
    known = await signups.find(ctx.tx, coming.occasion.id, resident.id)
    if known is None or known.answer not in SEATED:
        if not await occasions.take(ctx.tx, coming.occasion.id, 1):
            await ctx.tell(resident, ctx.say(resident.language, "event-door-full", title=title))
            return
        known = await _seat(ctx, resident, coming, known, 1)
    elif known.answer is Answer.OFFERED:
        known = await _seat(ctx, resident, coming, known, known.people)
    await signups.let_in(ctx.tx, known.id, ctx.now)
    await ctx.tell(resident, ctx.say(resident.language, "event-door-here", title=title))
    await card.refresh(ctx, coming.event)


async def _seat(ctx: Context, resident: Resident, coming: Coming, known: Signup | None, people: int) -> Signup:
    return await signups.write(
        ctx.tx,
        known,
        occasion_id=coming.occasion.id,
        resident_id=resident.id,
        answer=Answer.GOING,
        people=people,
        now=ctx.now,
        rng=ctx.rng,
    )
