"""A coordinator plans a shift, and it is offered at once. What cannot be is refused with the typed words."""

from datetime import datetime

from domain.content import Ask, Choice, Form, Message
from domain.event import EventRefused
from domain.event_time import entered
from domain.inbound import StaffFilled
from domain.volunteering import CHECK_IN_BEFORE, LONGEST_SHIFT, REMIND_BEFORE, WIDEN_AFTER, Trait
from handlers import coordination, rights
from handlers.context import Context
from handlers.form_opening import Opening
from handlers.survey_desk import tell
from handlers.volunteers import offering
from handlers.volunteers.asking import may, trait_ask
from handlers.volunteers.words import choices_of
from locales import format_when
from storage import audit, occasions, shifts
from storage.shifts import Shift

MOST_NEEDED = 500


async def draw_shift(ctx: Context, user: str, about: str) -> Form | None:
    """The plan of a shift."""
    if await may(ctx, user, about):
        return None
    titles = tuple(
        Ask(
            name=f"title_{code}",
            label=ctx.desk("volunteer-ask-name", language=ctx.say(code, "resident-language-name")),
            optional=code != ctx.community.default_language,
            max_length=150,
        )
        for code in ctx.community.languages
    )
    return Form(
        name="shift-new",
        about=about,
        title=ctx.desk("volunteer-shift-title"),
        submit=ctx.desk("volunteer-shift-submit"),
        cancel=ctx.desk("form-cancel"),
        asks=(
            *titles,
            *await _event_ask(ctx),
            Ask(name="day", label=ctx.desk("volunteer-ask-day"), kind="date"),
            Ask(name="from", label=ctx.desk("volunteer-ask-from"), kind="time"),
            Ask(name="to", label=ctx.desk("volunteer-ask-to"), kind="time"),
            Ask(name="place", label=ctx.desk("volunteer-ask-place"), optional=True, max_length=150),
            Ask(name="needed", label=ctx.desk("volunteer-ask-needed"), initial="2"),
            *(trait_ask(ctx, trait) for trait in (Trait.SKILL, Trait.LANGUAGE, Trait.AREA)),
        ),
    )


async def _event_ask(ctx: Context) -> tuple[Ask, ...]:
    """Which coming event the shift belongs to; nothing where there is none."""
    language = ctx.community.staff_language
    choices = tuple(
        Choice(
            label=ctx.desk(
                "volunteer-occasion",
                title=ctx.community.say(one.event.plan.title, language),
                when=format_when(language, one.occasion.starts_at, ctx.now, ctx.community.time_zone),
            ),
            value=str(one.occasion.id),
        )
        for one in await occasions.coming(ctx.tx, ctx.now, limit=90)
    )
    ask = Ask(name="occasion", label=ctx.desk("volunteer-ask-occasion"), kind="choice", choices=choices, optional=True)
    return (ask,) if choices else ()


async def fill_shift(ctx: Context, event: StaffFilled) -> None:
    """Plan the shift and offer it; whatever is wrong is said, and nothing is planned."""
    refusal = await may(ctx, event.user, "")
    try:
        starts_at, ends_at = _span(ctx, event)
        problem = _problem(ctx, event, starts_at, ends_at)
    except EventRefused as error:
        problem = ctx.desk(f"volunteer-refuse-{error.code}", **error.values)
    if refusal or problem:
        typed = "\n".join(value for value in event.values.values() if value)
        await rights.explain(ctx, event.user, rights.give_back(ctx, refusal or problem, typed))
        return
    shift = await _plan(ctx, event, starts_at, ends_at)
    await coordination.post(ctx, await offering.card(ctx, shift.id), anchor=offering.anchor_of(shift.id))
    asked = await offering.offer(ctx, shift)
    await offering.refresh(ctx, shift.id)
    await tell(ctx, event.user, Message(text=ctx.desk("volunteer-offered", number=shift.id, count=asked)))


def _span(ctx: Context, event: StaffFilled) -> tuple[datetime, datetime]:
    """From when to when, by the community's clock. Raises EventRefused for a time that is none, skipped or twofold."""
    day = event.values.get("day", "")
    zone = ctx.community.time_zone
    starts_at = entered(f"{day}T{event.values.get('from', '')}", zone)
    return starts_at, entered(f"{day}T{event.values.get('to', '')}", zone)


def _problem(ctx: Context, event: StaffFilled, starts_at: datetime, ends_at: datetime) -> str:
    if ends_at <= starts_at or ends_at - starts_at > LONGEST_SHIFT:
        return ctx.desk("volunteer-refuse-order")
    if starts_at <= ctx.now:
        return ctx.desk("volunteer-refuse-past")
    if not _needed(event):
        return ctx.desk("volunteer-refuse-needed", most=MOST_NEEDED)
    if not _titles(ctx, event):
        return ctx.desk("refuse-empty")
    known = all(
        not event.values.get(trait.value)
        or event.values[trait.value] in dict(choices_of(ctx, trait, ctx.community.staff_language))
        for trait in (Trait.SKILL, Trait.LANGUAGE, Trait.AREA)
    )
    return "" if known else ctx.desk("volunteer-refuse-trait")


def _needed(event: StaffFilled) -> int:
    text = event.values.get("needed", "").strip()
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 5 else 0
    return number if number <= MOST_NEEDED else 0


def _titles(ctx: Context, event: StaffFilled) -> dict[str, str]:
    words = {code: event.values.get(f"title_{code}", "").strip() for code in ctx.community.languages}
    return {code: text for code, text in words.items() if text}


async def _plan(ctx: Context, event: StaffFilled, starts_at: datetime, ends_at: datetime) -> Shift:
    remind_at, check_in_at = starts_at - REMIND_BEFORE, starts_at - CHECK_IN_BEFORE
    widen_at = min(ctx.now + WIDEN_AFTER, starts_at - CHECK_IN_BEFORE)
    occasion = rights.number(event.values.get("occasion", ""))
    found = await occasions.find(ctx.tx, occasion) if occasion else None
    shift = await shifts.add(
        ctx.tx,
        occasion_id=found.occasion.id if found else None,
        title=_titles(ctx, event),
        place=event.values.get("place", "").strip() or (found.event.plan.place if found else ""),
        starts_at=starts_at,
        ends_at=ends_at,
        skill=event.values.get("skill", ""),
        language=event.values.get("language", ""),
        area=event.values.get("area", ""),
        needed=_needed(event),
        created_by=event.user,
        created_at=ctx.now,
        widen_at=max(widen_at, ctx.now),
        remind_at=remind_at if remind_at > ctx.now else None,
        check_in_at=max(check_in_at, ctx.now),
    )
    await audit.note(ctx.tx, f"slack:{event.user}", "shift.planned", str(shift.id), ctx.now)
    return shift


SHIFT = Opening(draw=draw_shift, why_not=may, fill=fill_shift)
