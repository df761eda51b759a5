"""Where coordinators meet in Slack, and posts that stand there and are kept up to date."""

from domain.content import Content
from domain.delivery import Draft, Lane, Operation
from handlers.context import Context


def channel_of(ctx: Context) -> str:
    """The coordinators' channel; the front desk's where none is configured."""
    front = ctx.community.department(ctx.community.front_desk)
    assert front is not None  # the configuration is refused without one
    return ctx.community.broadcasting.channel or front.channel


async def post(ctx: Context, content: Content, *, anchor: str | None = None, thread: str | None = None) -> None:
    """Post to the coordinators. `anchor`: the name under which the post can be changed later; `thread`: below which."""
    await ctx.send(
        Draft(
            channel=ctx.desk_channel,
            address=channel_of(ctx),
            lane=Lane.DESK,
            content=content,
            anchor=anchor,
            thread=thread,
        )
    )


async def refresh(ctx: Context, content: Content, anchor: str) -> None:
    """Bring a post up to date in place; several changes that still wait become one."""
    await ctx.send(
        Draft(
            channel=ctx.desk_channel,
            address=channel_of(ctx),
            lane=Lane.DESK,
            operation=Operation.EDIT,
            content=content,
            target=anchor,
            replaces=f"{anchor}:edit",
        )
    )
