"""Which handler an event belongs to. The one place that knows them all."""

from domain.inbound import (
    ChatMoved,
    DeliveryEnded,
    Ignored,
    Inbound,
    MembershipChanged,
    ReachabilityChanged,
    ResidentEdited,
    ResidentPressed,
    ResidentWrote,
    StaffCommanded,
    StaffFilled,
    StaffOpenedHome,
    StaffPressed,
    StaffWrote,
)
from domain.people import Reach
from handlers import (
    editing,
    forms,
    home,
    intake,
    membership,
    outcomes,
    pressing,
    slash,
    thread_talk,
    triage,
)
from handlers.context import Context
from handlers.reading import NOTHING, Reading
from storage import residents


async def handle(ctx: Context, event: Inbound, reading: Reading | None = None) -> None:  # noqa: C901 - one case a kind
    """Act on one event, in the transaction of `ctx`."""
    match event:
        case ResidentWrote():
            await intake.resident_wrote(ctx, event, reading or NOTHING)
        case ResidentEdited():
            await editing.resident_edited(ctx, event, reading or NOTHING)
        case ResidentPressed():
            await pressing.resident_pressed(ctx, event)
        case ReachabilityChanged():
            await reachability_changed(ctx, event)
        case ChatMoved():
            await residents.move(ctx.tx, event.channel, event.old_address, event.new_address)
        case StaffPressed():
            await triage.pressed(ctx, event)
        case StaffFilled():
            await forms.filled(ctx, event)
        case StaffWrote():
            await thread_talk.staff_wrote(ctx, event)
        case StaffCommanded():
            await slash.commanded(ctx, event)
        case StaffOpenedHome():
            await home.opened(ctx, event)
        case MembershipChanged():
            await membership.changed(ctx, event)
        case DeliveryEnded():
            await outcomes.delivery_ended(ctx, event)
        case Ignored():
            pass


async def reachability_changed(ctx: Context, event: ReachabilityChanged) -> None:
    """A resident blocked the bot, or took it back."""
    known = await residents.find(ctx.tx, event.sender.channel, event.sender.address)
    if known is None or known.reach is Reach.ERASED:
        return
    if not event.reachable:
        await residents.change(ctx.tx, known.id, reach=Reach.BLOCKED)
    elif known.reach is Reach.BLOCKED:
        await residents.change(ctx.tx, known.id, reach=Reach.ACTIVE)
