"""What a deep link (``t.me/<bot>?start=<kind>-<code>``) opens, by its kind: one line each."""

from collections.abc import Awaitable, Callable

from domain.people import Resident
from handlers import drill_group
from handlers.context import Context
from handlers.events import browsing, door, link

LINKS: dict[str, Callable[[Context, Resident, str], Awaitable[bool]]] = {
    link.SHOW: browsing.show_by_code,
    link.DOOR: door.arrived,
    drill_group.KIND: drill_group.joined,
}


async def followed(ctx: Context, resident: Resident, payload: str) -> bool:
    """Open what the link means. False where it is no link of ours; an unknown code is answered."""
    kind, dash, code = payload.partition("-")
    if not dash or kind not in LINKS:
        return False
    if not await LINKS[kind](ctx, resident, code[:60]):
        await ctx.tell(resident, ctx.say(resident.language, "event-unknown-code"))
    return True
