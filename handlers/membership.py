"""Who sits in which desk channel: the rights of the desk hang on it."""

from domain.inbound import MembershipChanged
from handlers.context import Context
from storage import staff


async def changed(ctx: Context, event: MembershipChanged) -> None:
    """Someone joined or left."""
    if event.joined:
        await staff.join(ctx.tx, event.channel_id, event.user)
    else:
        await staff.leave(ctx.tx, event.channel_id, event.user)
