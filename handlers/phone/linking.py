"""``/liaison phone`` in Slack makes a code; ``/coordinate CODE`` in a private Telegram chat uses it, once."""

from broadcasts.roles import has
from domain.broadcast import Refusal
from domain.content import Message
from domain.delivery import Draft, Lane
from domain.ids import find_reference
from domain.inbound import StaffCommanded
from domain.people import Resident
from handlers import broadcast_refusing
from handlers.context import Context
from handlers.phone import menu
from storage import audit, staff, staff_links

OFF = "off"


async def ask_code(ctx: Context, event: StaffCommanded, _words: str) -> None:
    """Make a code for whoever works on broadcasts, and show it to them alone."""
    if not await has(ctx, event.user, "coordinators", "approvers", "duty_officers"):
        await broadcast_refusing.refuse(ctx, event.user, Refusal("role"))
        return
    code = await staff_links.make(ctx.tx, event.user, ctx.now, ctx.rng)
    text = ctx.coordinate("phone-code", code=code, minutes=int(staff_links.GOOD_FOR.total_seconds() // 60))
    await ctx.send(Draft(channel=ctx.desk_channel, address=event.user, lane=Lane.REPLY, content=Message(text=text)))


async def command(ctx: Context, resident: Resident, words: str) -> bool:
    """``/coordinate``: link with a code, let go with ``off``, else show what can be done. False for everybody else."""
    if resident.in_group:
        return False
    code, user = find_reference(words), await staff_links.user_of(ctx.tx, resident.id)
    if code is not None:
        await _link(ctx, resident, code)
    elif user is None:
        return False
    elif words.strip().lower() == OFF:
        await staff_links.unlink(ctx.tx, resident.id)
        await audit.note(ctx.tx, f"slack:{user}", "phone.unlinked", str(resident.id), ctx.now)
        await ctx.tell(resident, ctx.coordinate("phone-off"))
    else:
        await menu.show(ctx, resident, user)
    return True


async def _link(ctx: Context, resident: Resident, code: str) -> None:
    user = await staff_links.use(ctx.tx, code, resident.id, ctx.now)
    if user is None:
        await ctx.tell(resident, ctx.say(resident.language, "resident-button-expired"))
        return
    await audit.note(ctx.tx, f"slack:{user}", "phone.linked", str(resident.id), ctx.now)
    person = await staff.name_of(ctx.tx, user)
    told = Message(text=ctx.coordinate("phone-linked", person=person))  # whoever did not do this themselves is warned
    await ctx.send(Draft(channel=ctx.desk_channel, address=user, lane=Lane.REPLY, content=told))
    await menu.show(ctx, resident, user)
