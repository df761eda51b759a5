"""An audience gets a name, from a draft's preview; the form then offers it for the next broadcast."""

from broadcasts.roles import may_compose
from domain.audience import Wish, checked
from domain.broadcast import Broadcast, Refusal
from domain.community import ALERTS
from domain.content import Ask, Form, Message
from domain.delivery import Draft, Lane
from domain.inbound import StaffFilled
from handlers.broadcast_refusing import meant, refuse, words
from handlers.context import Context
from storage import audience, audiences, audit

NAME = "cast-audience"
MOST = 60  # characters


async def draw(ctx: Context, user: str, about: str) -> Form | None:
    """Ask for the name; None where the user may not."""
    try:
        await _draft(ctx, user, about)
    except Refusal:
        return None
    return Form(
        name=NAME,
        about=about,
        title=ctx.coordinate("audience-title"),
        submit=ctx.coordinate("audience-submit"),
        cancel=ctx.desk("form-cancel"),
        asks=(Ask(name="name", label=ctx.coordinate("ask-audience-name"), max_length=MOST),),
    )


async def why_not(ctx: Context, user: str, about: str) -> str:
    """Why there is no form."""
    try:
        await _draft(ctx, user, about)
    except Refusal as refusal:
        return words(ctx, refusal)
    return ctx.desk("refuse-form")


async def filled(ctx: Context, event: StaffFilled) -> None:
    """Keep the draft's audience under the name."""
    name = " ".join(event.values.get("name", "").split())[:MOST]
    try:
        await keep(ctx, event.user, event.about, name)
    except Refusal as refusal:
        await refuse(ctx, event.user, refusal, typed=name)
        return
    told = Message(text=ctx.coordinate("audience-saved", name=name))
    await ctx.send(Draft(channel=ctx.desk_channel, address=event.user, lane=Lane.REPLY, content=told))


async def keep(ctx: Context, user: str, number: str, name: str) -> None:
    """Keep the audience of the broadcast of that number under a name. Raises Refusal; nothing is changed then."""
    broadcast = await _draft(ctx, user, number, name)
    await audiences.save(ctx.tx, name, broadcast.plan.audience, user, ctx.now)
    await audit.note(ctx.tx, f"slack:{user}", "audience.saved", name, ctx.now)


async def drop(ctx: Context, user: str, name: str) -> None:
    """Forget the name. Raises Refusal for somebody without the role, and where nothing is called so."""
    if not await may_compose(ctx, user):
        raise Refusal("role")
    if not await audiences.forget(ctx.tx, name):
        raise Refusal("audience", name=name[:60])
    await audit.note(ctx.tx, f"slack:{user}", "audience.dropped", name, ctx.now)


async def counted(ctx: Context) -> dict[str, int]:
    """Every saved audience by name, and how many people a warning for it would reach now."""
    wish = Wish(topic=ALERTS)
    return {
        name: sum(one.people for one in await audience.count(ctx.tx, meant_by, wish))
        for name, meant_by in (await audiences.saved(ctx.tx)).items()
    }


async def _draft(ctx: Context, user: str, about: str, name: str = "-") -> Broadcast:
    if not name:
        raise Refusal("name")
    if not await may_compose(ctx, user):
        raise Refusal("role")
    broadcast = await meant(ctx, about)
    try:
        checked(broadcast.plan.audience)
    except ValueError:
        raise Refusal("nobody") from None
    return broadcast
