"""``/volunteer`` in Slack: coordinators find volunteers, plan a shift, settle who came and for how long."""

from datetime import datetime

from domain.content import Ask, Choice, Form, Message
from domain.errors import NotFound
from domain.event import EventRefused
from domain.event_time import entered
from domain.inbound import StaffCommanded, StaffFilled, StaffPressed
from domain.volunteering import (
    CHECK_IN_BEFORE,
    LONGEST_SHIFT,
    REMIND_BEFORE,
    WIDEN_AFTER,
    PlaceState,
    Trait,
)
from handlers import coordination, rights
from handlers.context import Context
from handlers.form_opening import Opening
from handlers.survey_desk import tell
from handlers.volunteers import offering
from handlers.volunteers.words import choices_of
from locales import format_list, format_when
from storage import audit, occasions, shifts, volunteers
from storage.shifts import Shift
from storage.volunteers import Volunteer

LISTED = 50
MOST_NEEDED = 500
NEW_SHIFT = "shift"


async def commanded(ctx: Context, event: StaffCommanded) -> None:
    """The bare command opens the search, ``/volunteer shift`` the plan of a shift; it comes here if neither can."""
    refusal = await _may(ctx, event.user, event.text)
    await tell(ctx, event.user, Message(text=refusal or ctx.desk("volunteer-help")))


async def _may(ctx: Context, user: str, _about: str) -> str:
    return "" if await rights.coordinates(ctx, user) else ctx.desk("volunteer-refuse-role")


# --- find volunteers


async def draw_search(ctx: Context, user: str, about: str) -> Form | None:
    """The search; ``shift`` behind the command draws the plan of a shift instead."""
    if about.strip() == NEW_SHIFT:
        return await draw_shift(ctx, user, "")
    if about.strip() or await _may(ctx, user, about):
        return None
    return Form(
        name="volunteer-search",
        about="",
        title=ctx.desk("volunteer-search-title"),
        submit=ctx.desk("volunteer-search-submit"),
        cancel=ctx.desk("form-cancel"),
        asks=tuple(_trait_ask(ctx, trait) for trait in Trait),
    )


def _trait_ask(ctx: Context, trait: Trait) -> Ask:
    found = choices_of(ctx, trait, ctx.community.staff_language)
    return Ask(
        name=trait.value,
        label=ctx.desk(f"volunteer-ask-{trait.value}"),
        kind="choice",
        choices=tuple(Choice(label=words, value=value) for value, words in found),
        optional=True,
    )


async def fill_search(ctx: Context, event: StaffFilled) -> None:
    """Answer with the volunteers that fit, for the asker alone."""
    if refusal := await _may(ctx, event.user, ""):
        await rights.explain(ctx, event.user, refusal)
        return
    wanted = {trait: event.values.get(trait.value, "") for trait in Trait}
    found, count = await volunteers.matching(ctx.tx, wanted, LISTED)
    lines = [ctx.desk("volunteer-found", count=count), *(_line(ctx, volunteer) for volunteer in found)]
    await audit.note(ctx.tx, f"slack:{event.user}", "volunteers.searched", "", ctx.now)
    await tell(ctx, event.user, Message(text="\n".join(lines)))


def _line(ctx: Context, volunteer: Volunteer) -> str:
    language = ctx.community.staff_language
    parts = []
    for trait in Trait:
        mine = volunteer.traits.get(trait.value, frozenset())
        words = [label for value, label in choices_of(ctx, trait, language) if value in mine]
        if words:
            parts.append(format_list(language, words))
    return ctx.desk("volunteer-line", name=volunteer.name, traits=" · ".join(parts))


# --- plan a shift


async def draw_shift(ctx: Context, user: str, about: str) -> Form | None:
    """The plan of a shift."""
    if await _may(ctx, user, about):
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
            *(_trait_ask(ctx, trait) for trait in (Trait.SKILL, Trait.LANGUAGE, Trait.AREA)),
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
    refusal = await _may(ctx, event.user, "")
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


# --- call off, settle hours


async def find(ctx: Context, number: str) -> Shift | None:
    """The shift of that number, or None."""
    row = rights.number(number)
    try:
        return await shifts.get(ctx.tx, row) if row else None
    except NotFound:
        return None


async def pressed(ctx: Context, event: StaffPressed, rest: list[str]) -> bool:
    """``s:shift:cancel:<shift>``."""
    match rest:
        case ["cancel", number]:
            shift = await find(ctx, number)
            refusal = await _may(ctx, event.user, number)
            if refusal or shift is None or not await offering.cancel(ctx, shift):
                words = refusal or ctx.desk("volunteer-refuse-shift")
                await rights.explain(ctx, event.user, words, channel_id=event.channel_id)
            else:
                await audit.note(ctx.tx, f"slack:{event.user}", "shift.cancelled", number, ctx.now)
            return True
    return False


async def _why_not(ctx: Context, user: str, number: str) -> str:
    return await _may(ctx, user, number) or ctx.desk("volunteer-refuse-shift")


async def draw_hours(ctx: Context, user: str, number: str) -> Form | None:
    """Who came, and for how long."""
    shift = await find(ctx, number)
    if shift is None or shift.state == "cancelled" or await _may(ctx, user, number):
        return None
    people = await shifts.holders(ctx.tx, shift.id)
    came = "\n".join(str(p.resident_id) for p in people if p.state is PlaceState.CAME)
    choices = tuple(Choice(label=p.name, value=str(p.resident_id)) for p in people)
    return Form(
        name="shift-hours",
        about=number,
        title=ctx.desk("volunteer-hours-title"),
        submit=ctx.desk("volunteer-hours-submit"),
        cancel=ctx.desk("form-cancel"),
        asks=(
            Ask(
                name="came",
                label=ctx.desk("volunteer-ask-came"),
                hint=ctx.desk("volunteer-hint-came"),
                kind="choices",
                choices=choices,
                initial=came,
                optional=True,
            ),
            Ask(name="hours", label=ctx.desk("volunteer-ask-hours"), initial=f"{offering.length(shift) / 60:g}"),
        ),
    )


async def fill_hours(ctx: Context, event: StaffFilled) -> None:
    """Count the hours of those who came; once the shift is over, the others stayed away."""
    shift = await find(ctx, event.about)
    refusal = await _may(ctx, event.user, event.about)
    minutes = _minutes(event.values.get("hours", ""))
    if refusal or shift is None or shift.state == "cancelled":
        await rights.explain(ctx, event.user, refusal or ctx.desk("volunteer-refuse-shift"))
        return
    if minutes is None:
        await rights.explain(ctx, event.user, ctx.desk("volunteer-refuse-hours"))
        return
    came = set(event.values.get("came", "").split("\n"))
    settled = (PlaceState.ACCEPTED, PlaceState.CAME, PlaceState.MISSED)
    for person in await shifts.holders(ctx.tx, shift.id):
        if str(person.resident_id) in came:
            await shifts.stand(ctx.tx, shift.id, person.resident_id, settled, PlaceState.CAME, ctx.now, minutes=minutes)
        elif shift.ends_at <= ctx.now:
            await shifts.stand(ctx.tx, shift.id, person.resident_id, settled, PlaceState.MISSED, ctx.now, minutes=None)
    await audit.note(ctx.tx, f"slack:{event.user}", "shift.settled", event.about, ctx.now)
    await offering.refresh(ctx, shift.id)


def _minutes(text: str) -> int | None:
    """``2.5`` or ``2,5`` hours as minutes; None for what is no number from 0 to 24."""
    try:
        hours = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return round(hours * 60) if 0 <= hours <= 24 else None


SEARCH = Opening(draw=draw_search, why_not=_may, fill=fill_search)
SHIFT = Opening(draw=draw_shift, why_not=_may, fill=fill_shift)
HOURS = Opening(draw=draw_hours, why_not=_why_not, fill=fill_hours)
