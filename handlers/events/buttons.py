"""A resident presses a button of an event: ``r:ev:<deed>:<number>``."""

from collections.abc import Awaitable, Callable

from domain.event import Answer
from domain.inbound import ResidentPressed
from domain.people import Resident
from handlers.context import Context
from handlers.events import answering, browsing
from handlers.rights import number
from storage import occasions, signups
from storage.occasions import Coming

Deed = Callable[[Context, Resident, Coming], Awaitable[bool]]


async def pressed(ctx: Context, resident: Resident, _event: ResidentPressed, rest: list[str]) -> bool:
    """Act on the press. False where the button is too old or was never ours."""
    match rest:
        case ["mine"]:
            await browsing.show_mine(ctx, resident)
            return True
        case ["list", page] if (found := number(page)) is not None and found < 1000:
            await browsing.show_page(ctx, resident, found)
            return True
        case ["dates", event_id] if (found := number(event_id)) is not None:
            return await browsing.show_dates(ctx, resident, found)
        case ["people", occasion_id, people]:
            return await _people(ctx, resident, occasion_id, people)
        case [deed, occasion_id] if deed in DEEDS:
            coming = await _coming(ctx, occasion_id)
            return coming is not None and await DEEDS[deed](ctx, resident, coming)
    return False


async def _coming(ctx: Context, occasion_id: str) -> Coming | None:
    found = number(occasion_id)
    return None if found is None else await occasions.find(ctx.tx, found)


async def _people(ctx: Context, resident: Resident, occasion_id: str, people: str) -> bool:
    coming, count = await _coming(ctx, occasion_id), number(people)
    if coming is None or not count:
        return False
    return await answering.going(ctx, resident, coming, count)


async def _going(ctx: Context, resident: Resident, coming: Coming) -> bool:
    return await answering.going(ctx, resident, coming)


async def _accept(ctx: Context, resident: Resident, coming: Coming) -> bool:
    """Only while the seat is held: later it may be somebody else's."""
    signup = await signups.find(ctx.tx, coming.occasion.id, resident.id)
    if signup is None or signup.answer is not Answer.OFFERED:
        await ctx.tell(resident, ctx.say(resident.language, "event-offer-gone"))
        return True
    return await answering.going(ctx, resident, coming)


async def _show(ctx: Context, resident: Resident, coming: Coming) -> bool:
    await browsing.show(ctx, resident, coming)
    return True


async def _calendar(ctx: Context, resident: Resident, coming: Coming) -> bool:
    await browsing.send_calendar(ctx, resident, coming)
    return True


DEEDS: dict[str, Deed] = {
    "going": _going,
    "maybe": answering.maybe,
    "no": answering.not_going,
    "accept": _accept,
    "show": _show,
    "ics": _calendar,
}
