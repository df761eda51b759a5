"""The drill group: whoever follows the link that coordinators hand out takes part in drills, until they leave."""

from broadcasts.roles import may_compose
from broadcasts.targets import DRILL_ROLE
from domain.broadcast import Refusal
from domain.content import Button, Message
from domain.delivery import Draft, Lane
from domain.ids import find_reference, new_reference
from domain.inbound import ResidentPressed, StaffCommanded
from domain.people import Resident
from handlers import broadcast_refusing
from handlers.context import Context
from handlers.events import link
from storage import audit, documents, preferences

KIND = "drill"  # of the deep link
DOCUMENT = "drill-code"
LEAVE = "leave"


async def show_link(ctx: Context, event: StaffCommanded, words: str) -> None:
    """``/liaison drill``: what to hand out; ``/liaison drill new`` makes the old code void."""
    if not await may_compose(ctx, event.user):
        await broadcast_refusing.refuse(ctx, event.user, Refusal("role"))
        return
    code = await _code(ctx)
    if code is None or words.strip().lower() == "new":
        code = new_reference(ctx.rng)
        await documents.put(ctx.tx, DOCUMENT, code.encode(), ctx.now)
        await audit.note(ctx.tx, f"slack:{event.user}", "drill.code", "drill", ctx.now)
    name = await link.bot_name(ctx.tx)
    way = link.address(name, KIND, code) if name else f"/start {KIND}-{code}"
    told = Message(text=ctx.coordinate("drill-link", link=way))
    await ctx.send(Draft(channel=ctx.desk_channel, address=event.user, lane=Lane.REPLY, content=told))


async def joined(ctx: Context, resident: Resident, code: str) -> bool:
    """Somebody followed the link. False for a code that is not the one of now."""
    given = find_reference(code)
    if given is None or given != await _code(ctx):
        return False
    await preferences.give_role(ctx.tx, resident.id, DRILL_ROLE)
    await audit.note(ctx.tx, f"resident:{resident.id}", "drill.joined", str(resident.id), ctx.now)
    leave = Button(label=ctx.say(resident.language, "alert-drill-leave"), data=f"r:drill:{LEAVE}")
    await ctx.tell(resident, ctx.say(resident.language, "alert-drill-joined"), buttons=[[leave]])
    return True


async def pressed(ctx: Context, resident: Resident, _event: ResidentPressed, rest: list[str]) -> bool:
    """Leave the group."""
    if rest != [LEAVE]:
        return False
    await preferences.take_role(ctx.tx, resident.id, DRILL_ROLE)
    await ctx.tell(resident, ctx.say(resident.language, "alert-drill-left"))
    return True


async def _code(ctx: Context) -> str | None:
    kept = await documents.take(ctx.tx, DOCUMENT)
    return kept.decode() if kept else None
