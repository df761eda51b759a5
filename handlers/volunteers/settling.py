"""A shift is called off, or its hours are settled: who came, and for how long."""

from domain.content import Ask, Choice, Form
from domain.errors import NotFound
from domain.inbound import StaffFilled, StaffPressed
from domain.volunteering import PlaceState
from handlers import rights
from handlers.context import Context
from handlers.form_opening import Opening
from handlers.volunteers import offering
from handlers.volunteers.asking import may
from storage import audit, residents, shifts
from storage.shifts import Shift


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
            refusal = await may(ctx, event.user, number)
            if refusal or shift is None or not await offering.cancel(ctx, shift):
                words = refusal or ctx.desk("volunteer-refuse-shift")
                await rights.explain(ctx, event.user, words, channel_id=event.channel_id)
            else:
                await audit.note(ctx.tx, f"slack:{event.user}", "shift.cancelled", number, ctx.now)
            return True
    return False


async def _why_not(ctx: Context, user: str, number: str) -> str:
    return await may(ctx, user, number) or ctx.desk("volunteer-refuse-shift")


async def draw_hours(ctx: Context, user: str, number: str) -> Form | None:
    """Who came, and for how long."""
    shift = await find(ctx, number)
    if shift is None or shift.state == "cancelled" or await may(ctx, user, number):
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
    refusal = await may(ctx, event.user, event.about)
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
            if shift.state == "over" and person.state is not PlaceState.CAME:
                await offering.thank_late(ctx, shift, await residents.get(ctx.tx, person.resident_id))
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


HOURS = Opening(draw=draw_hours, why_not=_why_not, fill=fill_hours)
