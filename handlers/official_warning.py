"""An official warning arrives: coordinators are told what became of it, in the transaction that drafts it."""

from typing import Final

from alerts.cap.message import Alert
from broadcasts.receive_warning import Outcome, Received, receive
from domain.broadcast import Broadcast, State
from domain.content import Button, Message
from domain.delivery import Draft, Lane
from handlers import broadcast_card, broadcast_words
from handlers.context import Context

_TOLD: Final = {
    Outcome.DRAFTED: "cap-told-drafted",
    Outcome.CHANGED: "cap-told-changed",
    Outcome.CALLED_OFF: "cap-told-called-off",
}


async def take_warning(ctx: Context, alert: Alert, *, origin: str, author: str, local_only: bool = False) -> Received:
    """Take in a valid message; see `broadcasts.receive_warning`. What is left aside is told to nobody."""
    received = await receive(ctx, alert, origin=origin, author=author, local_only=local_only)
    broadcast = received.broadcast
    if broadcast is not None and ctx.community.broadcasting.channel:
        await ctx.send(_told(ctx, alert, received, broadcast))
        await broadcast_card.redraw(ctx, broadcast)  # where it had been submitted, nobody can approve it any more
    return received


def _told(ctx: Context, alert: Alert, received: Received, broadcast: Broadcast) -> Draft:
    language = ctx.community.staff_language
    wording = broadcast.plan.wording(language) or next(iter(broadcast.plan.wordings), None)
    sender = next((info.sender_name.strip() for info in alert.infos if info.sender_name.strip()), alert.sender)
    headline = wording.headline if wording else broadcast.reference
    lines = [
        ctx.say(language, _TOLD[received.outcome], sender=sender, headline=headline, reference=broadcast.reference),
        *(ctx.say(language, remark.key, **remark.values) for remark in received.remarks),
    ]
    return Draft(
        channel=ctx.desk_channel,
        address=ctx.community.broadcasting.channel,
        lane=Lane.REPLY,
        content=Message(text="\n".join(lines), buttons=_buttons(ctx, broadcast)),
    )


def _buttons(ctx: Context, broadcast: Broadcast) -> tuple[tuple[Button, ...], ...]:
    if broadcast.state is not State.DRAFT:
        return ()
    data = f"s:form:{broadcast_words.NAME}:draft:{broadcast.id}:{broadcast.version}"
    return ((Button(label=ctx.coordinate("change"), data=data, style="primary"),),)
