"""A volunteer answers an offer: takes a place, declines, gives it back, says that they are there."""

from datetime import timedelta

from domain.errors import NotFound
from domain.inbound import ResidentPressed
from domain.people import Resident
from domain.volunteering import CHECK_IN_BEFORE, REMIND_BEFORE, PlaceState, minutes_of
from handlers import rights
from handlers.context import Context
from handlers.volunteers import offering
from handlers.volunteers.words import span
from storage import shifts
from storage.shifts import Shift

LATE_CHECK_IN = timedelta(hours=2)  # after the end it is still believed that somebody was there
_FREE = (PlaceState.OFFERED, PlaceState.DECLINED, PlaceState.LATE, PlaceState.LEFT)


async def pressed(ctx: Context, resident: Resident, _event: ResidentPressed, rest: list[str]) -> bool:
    """``r:shift:<shift>:<deed>``. False where it was never offered to this person."""
    match rest:
        case [number, deed] if deed in DEEDS:
            shift = await _find(ctx, number)
            if shift is None or await shifts.state_of(ctx.tx, shift.id, resident.id) is None:
                return False
            await DEEDS[deed](ctx, shift, resident)
            return True
    return False


async def _find(ctx: Context, number: str) -> Shift | None:
    row = rights.number(number)
    try:
        return await shifts.get(ctx.tx, row) if row else None
    except NotFound:
        return None


async def accept(ctx: Context, shift: Shift, resident: Resident) -> None:
    """Take a place, if the shift is ahead, the person is free then, and one is left."""
    await shifts.lock_person(ctx.tx, resident.id)
    state = await shifts.state_of(ctx.tx, shift.id, resident.id)
    if state is PlaceState.ACCEPTED:
        await _say(ctx, shift, resident, "volunteer-shift-yours")
    elif shift.state != "open" or shift.starts_at <= ctx.now:
        await _say(ctx, shift, resident, "volunteer-shift-over")
    elif (other := await shifts.overlapping(ctx.tx, shift, resident.id)) is not None:
        when = span(ctx, resident.language, other.starts_at, other.ends_at)
        await _say(
            ctx,
            shift,
            resident,
            "volunteer-shift-overlaps",
            other=ctx.community.say(other.title, resident.language),
            other_when=when,
        )
    elif not await shifts.take(ctx.tx, shift.id):
        await shifts.stand(ctx.tx, shift.id, resident.id, _FREE, PlaceState.LATE, ctx.now)
        await _say(ctx, shift, resident, "volunteer-shift-full")
    else:
        await shifts.stand(ctx.tx, shift.id, resident.id, _FREE, PlaceState.ACCEPTED, ctx.now)
        await offering.refresh(ctx, shift.id)
        await _confirm(ctx, shift, resident)


async def _confirm(ctx: Context, shift: Shift, resident: Resident) -> None:
    """They have a place. Whoever takes it after everybody was asked to check in has that button at once."""
    buttons = [offering.leave_button(ctx, shift, resident.language)]
    ahead = shift.starts_at - ctx.now
    if ahead > REMIND_BEFORE:
        key = "volunteer-shift-accepted"
    elif ahead > CHECK_IN_BEFORE:
        key = "volunteer-shift-accepted-soon"
    else:
        key = "volunteer-shift-accepted-now"
        buttons.insert(0, offering.here_button(ctx, shift, resident.language))
    await _say(ctx, shift, resident, key, buttons=[buttons])


async def decline(ctx: Context, shift: Shift, resident: Resident) -> None:
    """Say no; who has a place gives it back."""
    if await shifts.state_of(ctx.tx, shift.id, resident.id) is PlaceState.ACCEPTED:
        await leave(ctx, shift, resident)
        return
    if await shifts.stand(ctx.tx, shift.id, resident.id, _FREE, PlaceState.DECLINED, ctx.now):
        await _say(ctx, shift, resident, "volunteer-shift-declined")


async def leave(ctx: Context, shift: Shift, resident: Resident) -> None:
    """Give a place back: whoever came too late for one hears of it first."""
    if await give_up(ctx, shift, resident):
        await _say(ctx, shift, resident, "volunteer-shift-left")
    else:
        await _say(ctx, shift, resident, "volunteer-shift-not-yours")


async def give_up(ctx: Context, shift: Shift, resident: Resident) -> bool:
    """Free the person's place without a word to them. False where they have none, or the shift has begun."""
    if shift.starts_at <= ctx.now:
        return False
    if not await shifts.stand(ctx.tx, shift.id, resident.id, (PlaceState.ACCEPTED,), PlaceState.LEFT, ctx.now):
        return False
    await shifts.give_back(ctx.tx, shift.id)
    await offering.offer_freed(ctx, shift)
    await offering.refresh(ctx, shift.id)
    return True


async def here(ctx: Context, shift: Shift, resident: Resident) -> None:
    """“I am there”: counts from an hour before the start on, and the hours with it."""
    if ctx.now < shift.starts_at - CHECK_IN_BEFORE:
        await _say(ctx, shift, resident, "volunteer-shift-early")
        return
    counted = minutes_of(shift.starts_at, shift.ends_at)
    in_time = ctx.now <= shift.ends_at + LATE_CHECK_IN and shift.state != "cancelled"
    before = (PlaceState.ACCEPTED,)
    if in_time and await shifts.stand(ctx.tx, shift.id, resident.id, before, PlaceState.CAME, ctx.now, minutes=counted):
        await offering.refresh(ctx, shift.id)
        await _say(ctx, shift, resident, "volunteer-shift-here")
    elif await shifts.state_of(ctx.tx, shift.id, resident.id) is PlaceState.CAME:
        await _say(ctx, shift, resident, "volunteer-shift-here")
    else:
        await _say(ctx, shift, resident, "volunteer-shift-not-yours")


async def _say(ctx: Context, shift: Shift, resident: Resident, key: str, **rest: object) -> None:
    buttons = rest.pop("buttons", ())
    language = resident.language
    when = span(ctx, language, shift.starts_at, shift.ends_at)
    words = ctx.say(language, key, title=ctx.community.say(shift.title, language), when=when, **rest)
    await ctx.tell(resident, words, buttons=buttons)  # type: ignore[arg-type]


DEEDS = {"yes": accept, "no": decline, "leave": leave, "here": here}
