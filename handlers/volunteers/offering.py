"""Shifts are offered, set-wise: to those who fit first, later to everybody else; then reminders, check-in, thanks."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from domain.audience import OnShift, Wish
from domain.content import Button, Card, Field, Message
from domain.delivery import Lane
from domain.people import Reach, Resident
from domain.volunteering import PlaceState, Trait, minutes_of, time_of
from handlers import coordination
from handlers.context import Context
from handlers.quiet import allowed
from handlers.volunteers.words import choices_of, span
from handlers.volunteers.words import hours as hours_in
from storage import shifts, spreading
from storage.shifts import Shift
from storage.spreading import Spread

CONSENTED = Wish(topic="")  # volunteers agreed to be offered shifts when they joined
MOST_NAMES = 40


async def offer(ctx: Context, shift: Shift) -> int:
    """Offer a new shift to those who fit; to everybody at once where nobody does. Returns how many were asked."""
    time = time_of(shift.starts_at, ctx.community.time_zone)
    asked = await shifts.offer_to_fitting(ctx.tx, shift, time, ctx.now)
    if asked:
        await _spread(ctx, shift, (PlaceState.OFFERED,), "offer", "volunteer-offer", _offer_buttons, number=1)
    else:
        asked = await widen(ctx, shift)
    return asked


async def widen(ctx: Context, shift: Shift) -> int:
    """Offer what is left to everybody else, once."""
    if not await shifts.take_on(ctx.tx, shift, "widen_at"):
        return 0
    asked = await shifts.offer_to_others(ctx.tx, shift, ctx.now)
    if asked:
        await _spread(ctx, shift, (PlaceState.OFFERED,), "widen", "volunteer-offer", _offer_buttons, number=2)
    return asked


async def offer_freed(ctx: Context, shift: Shift) -> None:
    """A place is free again: those who came too late for one are asked first come, first served."""
    stamp = f"freed:{ctx.now.isoformat()}"
    await _spread(ctx, shift, (PlaceState.LATE,), stamp, "volunteer-offer-freed", _offer_buttons)


async def cancel(ctx: Context, shift: Shift) -> bool:
    """Call a shift off; everybody who was asked and did not decline hears of it. False where it is not open."""
    if not await shifts.end(ctx.tx, shift.id, "cancelled"):
        return False
    held = (PlaceState.ACCEPTED, PlaceState.CAME)
    await _spread(ctx, shift, held, "cancelled", "volunteer-shift-cancelled", _no_buttons)
    await refresh(ctx, shift.id)
    return True


# --- what is due


async def widen_due(ctx: Context) -> int:
    """Widen the offers of shifts that still have free places."""
    found = await shifts.due(ctx.tx, "widen_at", ctx.now)
    for shift in found:
        if shift.taken < shift.needed and shift.starts_at > ctx.now:
            await widen(ctx, shift)
        else:
            await shifts.take_on(ctx.tx, shift, "widen_at")
    return len(found)


async def remind_due(ctx: Context) -> int:
    """Remind everybody who has a place a day before; a shift that has begun meanwhile is not announced any more."""
    return await _once(ctx, "remind_at", "volunteer-reminder", _leave_row, lambda shift: shift.starts_at)


async def check_in_due(ctx: Context) -> int:
    """An hour before the start: the button that says “I am there”."""
    return await _once(ctx, "check_in_at", "volunteer-check-in", _here_row, lambda shift: shift.ends_at)


async def _once(ctx: Context, column: str, key: str, buttons: "Buttons", until: Callable[[Shift], datetime]) -> int:
    """Say what is due in `column`, unless the instant up to which it makes sense has passed."""
    found = await shifts.due(ctx.tx, column, ctx.now)
    for shift in found:
        if await shifts.take_on(ctx.tx, shift, column) and until(shift) > ctx.now:
            await _spread(ctx, shift, (PlaceState.ACCEPTED,), column, key, buttons)
    return len(found)


async def thank_due(ctx: Context) -> int:
    """A shift is over: thanks to those who came, and the desk settles who of the others was there."""
    found = await shifts.due(ctx.tx, "ends_at", ctx.now)
    for shift in found:
        if await shifts.end(ctx.tx, shift.id, "over"):
            await _spread(ctx, shift, (PlaceState.CAME,), "thanks", "volunteer-thanks", _no_buttons)
            await refresh(ctx, shift.id)
            if (await shifts.places_by_state(ctx.tx, shift.id)).get(PlaceState.ACCEPTED, 0):
                await coordination.post(ctx, await card(ctx, shift.id), anchor=anchor_of(shift.id))
    return len(found)


async def thank_late(ctx: Context, shift: Shift, resident: Resident) -> None:
    """Thank whom the desk found to have been there only after the others had been thanked."""
    if resident.reach not in (Reach.ACTIVE, Reach.STOPPED):
        return
    when = span(ctx, resident.language, shift.starts_at, shift.ends_at)
    title = ctx.community.say(shift.title, resident.language)
    words = ctx.say(resident.language, "volunteer-thanks", title=title, when=when)
    await ctx.tell(resident, words, not_before=allowed(ctx, resident))


# --- saying


Buttons = Callable[[Context, Shift, str], tuple[tuple[Button, ...], ...]]


def _offer_buttons(ctx: Context, shift: Shift, language: str) -> tuple[tuple[Button, ...], ...]:
    yes = Button(label=ctx.say(language, "volunteer-button-accept"), data=f"r:shift:{shift.id}:yes", style="primary")
    return ((yes, Button(label=ctx.say(language, "volunteer-button-decline"), data=f"r:shift:{shift.id}:no")),)


def leave_button(ctx: Context, shift: Shift, language: str) -> Button:
    """The button that gives a place back."""
    return Button(label=ctx.say(language, "volunteer-button-cannot"), data=f"r:shift:{shift.id}:leave")


def _leave_row(ctx: Context, shift: Shift, language: str) -> tuple[tuple[Button, ...], ...]:
    return ((leave_button(ctx, shift, language),),)


def here_button(ctx: Context, shift: Shift, language: str) -> Button:
    """The button that says “I am there”."""
    data = f"r:shift:{shift.id}:here"
    return Button(label=ctx.say(language, "volunteer-button-here"), data=data, style="primary")


def _here_row(ctx: Context, shift: Shift, language: str) -> tuple[tuple[Button, ...], ...]:
    return ((here_button(ctx, shift, language),),)


def _no_buttons(_ctx: Context, _shift: Shift, _language: str) -> tuple[tuple[Button, ...], ...]:
    return ()


async def _spread(
    ctx: Context, shift: Shift, states: tuple[PlaceState, ...], why: str, key: str, buttons: Buttons, *, number: int = 0
) -> None:
    """Say `key` to everybody whose place is in one of these states; one frozen text a language."""
    texts = {}
    for language in ctx.community.languages:
        when = span(ctx, language, shift.starts_at, shift.ends_at)
        title = ctx.community.say(shift.title, language)
        words = ctx.say(language, key, title=title, when=when, place=shift.place or "–", needed=shift.needed)
        rtl = ctx.catalogs.direction(language) == "rtl"
        texts[language] = (Message(text=words, buttons=buttons(ctx, shift, language), rtl=rtl),)
    audience = OnShift(shift=shift.id, states=tuple(state.value for state in states), round=number)
    spread = Spread(
        occasion=f"shift:{shift.id}:{why}",
        audience=audience,
        wish=CONSENTED,
        lane=Lane.REMINDER,
        not_after=None if shift.ends_at <= ctx.now else shift.ends_at,
    )
    await spreading.begin(ctx.tx, spread, texts, ctx.now)


# --- the card


def anchor_of(shift_id: int) -> str:
    """Name of the anchor of the shift's card."""
    return f"shift:{shift_id}"


async def refresh(ctx: Context, shift_id: int) -> None:
    """Bring the shift's card up to date."""
    await coordination.refresh(ctx, await card(ctx, shift_id), anchor_of(shift_id))


async def card(ctx: Context, shift_id: int) -> Card:
    """The shift as coordinators see it: when, where, who has a place, who came."""
    shift = await shifts.get(ctx.tx, shift_id)
    language = ctx.community.staff_language
    counts = await shifts.places_by_state(ctx.tx, shift.id)
    asked = sum(counts.values())
    values = [
        ("field-state", ctx.desk(f"volunteer-shift-{shift.state}")),
        ("volunteer-field-when", span(ctx, language, shift.starts_at, shift.ends_at)),
        ("volunteer-field-where", shift.place),
        ("volunteer-field-needs", _needs(ctx, shift, language)),
        ("volunteer-field-places", ctx.desk("volunteer-places", taken=shift.taken, needed=shift.needed, asked=asked)),
    ]
    lines = [_holder(ctx, holder) for holder in (await shifts.holders(ctx.tx, shift.id))[:MOST_NAMES]]
    return Card(
        title=ctx.desk("volunteer-shift-head", number=shift.id, title=ctx.community.say(shift.title, language)),
        fields=tuple(Field(label=ctx.desk(key), value=value) for key, value in values if value),
        quote="\n".join(lines),
        buttons=_card_buttons(ctx, shift),
        tone="done" if shift.state != "open" else "plain",
    )


def _needs(ctx: Context, shift: Shift, language: str) -> str:
    wanted = ((Trait.SKILL, shift.skill), (Trait.LANGUAGE, shift.language), (Trait.AREA, shift.area))
    words = [dict(choices_of(ctx, trait, language)).get(value, value) for trait, value in wanted if value]
    return " · ".join(words)


def _holder(ctx: Context, holder: shifts.Holder) -> str:
    hours = "" if holder.minutes is None else hours_in(ctx.community.staff_language, holder.minutes // 15 / 4)
    return ctx.desk(f"volunteer-holder-{holder.state}", name=holder.name, hours=hours)


def _card_buttons(ctx: Context, shift: Shift) -> tuple[Button, ...]:
    if shift.state == "cancelled":
        return ()
    hours = Button(label=ctx.desk("volunteer-button-hours"), data=f"s:form:shift-hours:{shift.id}")
    if shift.state == "over":
        return (hours,)
    stop = Button(
        label=ctx.desk("volunteer-button-cancel"),
        data=f"s:shift:cancel:{shift.id}",
        style="danger",
        confirm=ctx.desk("volunteer-confirm-cancel"),
    )
    return (hours, stop)


def length(shift: Shift) -> int:
    """Minutes of the shift."""
    return minutes_of(shift.starts_at, shift.ends_at)


DUE: tuple[Callable[[Context], Awaitable[int]], ...] = (widen_due, remind_due, check_in_due, thank_due)
