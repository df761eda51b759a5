"""``/event``: the form opens at once; here is what needs no form (a list), and why a form did not open."""

from domain.content import Attachment, Content, FileRef, Forwarded, Message
from domain.delivery import Draft, Lane, Operation
from domain.inbound import StaffCommanded, StaffPressed
from handlers import rights
from handlers.context import Context
from handlers.events import announcing, card, link, planning, words
from handlers.privacy import EXPORTS
from storage import staff

LIST = "list"


async def commanded(ctx: Context, event: StaffCommanded) -> None:
    """``/event list`` for everybody; anything else should have opened a form."""
    if event.text.strip().lower() == LIST:
        await _answer(ctx, event, await planning.list_for(ctx, event.user))
        return
    await _answer(ctx, event, Message(text=await planning.why_not(ctx, event.user, event.text.strip())))


async def _answer(ctx: Context, event: StaffCommanded, content: Content) -> None:
    """Unseen by others where it was asked; from a channel that the asker is no member of, in their own chat."""
    here = event.channel_id and await staff.is_member(ctx.tx, event.channel_id, event.user)
    await ctx.send(
        Draft(
            channel=ctx.desk_channel,
            address=event.channel_id if here else event.user,
            lane=Lane.REPLY,
            operation=Operation.PRIVATE if here else Operation.POST,
            content=content,
            person=event.user if here else None,
        )
    )


async def pressed(ctx: Context, event: StaffPressed, rest: list[str]) -> bool:
    """``s:event:poster:<id>``: the QR code for a poster, into the department's channel; ``tell``: the announcement."""
    match rest:
        case ["poster", event_id] if (row := rights.number(event_id)) is not None:
            return await _poster(ctx, event, row)
        case ["tell", event_id] if rights.number(event_id) is not None:
            return await announcing.pressed(ctx, event, event_id)
    return False


async def _poster(ctx: Context, pressed: StaffPressed, row: int) -> bool:
    event = await planning.find(ctx, str(row))
    if event is None:
        return False
    address = await link.of(ctx, event)
    if not address:
        await rights.explain(ctx, pressed.user, ctx.desk("event-refuse-link"), channel_id=pressed.channel_id)
        return True
    file = FileRef(channel=EXPORTS, handle=f"qr:{event.id}", name=f"{event.code.lower()}.png", mime="image/png")
    title = words.title(ctx, event, ctx.community.staff_language)
    await ctx.send(
        Draft(
            channel=ctx.desk_channel,
            address=card.channel_of(ctx, event.plan.department),
            lane=Lane.DESK,
            operation=Operation.FILE,
            content=Forwarded(
                attachment=Attachment(kind="photo", file=file),
                caption=ctx.desk("event-poster", title=title, url=address),
            ),
        )
    )
    return True
