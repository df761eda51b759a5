"""The buttons of a broadcast: ``s:cast:<deed>:<number>:<version>``. Each names what its presser has seen."""

from collections.abc import Awaitable, Callable

from broadcasts import approve, compose, steer
from broadcasts.approve import Word
from domain.broadcast import Broadcast, Refusal, Step
from domain.content import Button, Message
from domain.delivery import Draft, Lane
from domain.inbound import StaffPressed
from handlers import broadcast_card, broadcast_report
from handlers.broadcast_refusing import meant, refuse, version
from handlers.context import Context

Deed = Callable[[Context, Broadcast, str, int], Awaitable[Broadcast]]


async def pressed(ctx: Context, event: StaffPressed, rest: list[str]) -> bool:
    """Act on the press; what cannot be done is explained to the presser alone. False: no such button."""
    match rest:
        case [deed, number, seen] if deed in DEEDS:
            try:
                broadcast = await meant(ctx, number)
                await DEEDS[deed](ctx, broadcast, event.user, version(seen))
            except Refusal as refusal:
                await refuse(ctx, event.user, refusal, channel_id=event.channel_id)
            return True
    return False


async def _submit(ctx: Context, broadcast: Broadcast, user: str, seen: int) -> Broadcast:
    submitted = await approve.submit(ctx, broadcast, user, seen)
    await broadcast_card.post(ctx, submitted)
    await _tell(ctx, user, ctx.coordinate("submitted", reference=submitted.reference))
    return submitted


async def _approve(ctx: Context, broadcast: Broadcast, user: str, seen: int) -> Broadcast:
    """Without a typed area: of a live alert the deed refuses that, and the button opens a form."""
    running = await approve.approve(ctx, broadcast, user, Word(version=seen))
    await broadcast_card.redraw(ctx, running)
    return running


async def _send_back(ctx: Context, broadcast: Broadcast, user: str, seen: int) -> Broadcast:
    author = broadcast.submitted_by or broadcast.author
    returned = await approve.send_back(ctx, broadcast, user, seen)
    await broadcast_card.redraw(ctx, returned)
    mark = f"{returned.id}:{returned.version}"
    change = Button(label=ctx.coordinate("change"), data=f"s:form:cast-words:draft:{mark}", style="primary")
    again = Button(label=ctx.coordinate("submit"), data=f"s:cast:submit:{mark}")
    await _tell(ctx, author, ctx.coordinate("returned", reference=returned.reference), change, again)
    return returned


async def _discard(ctx: Context, broadcast: Broadcast, user: str, _seen: int) -> Broadcast:
    gone = await compose.discard(ctx, broadcast, user)
    await broadcast_card.redraw(ctx, gone)
    await _tell(ctx, user, ctx.coordinate("discarded", reference=gone.reference))
    return gone


def _steering(step: Step) -> Deed:
    async def deed(ctx: Context, broadcast: Broadcast, user: str, _seen: int) -> Broadcast:
        moved = await steer.steer(ctx, broadcast, user, step)
        await broadcast_card.redraw(ctx, moved)
        return moved

    return deed


async def _tell(ctx: Context, user: str, text: str, *buttons: Button) -> None:
    message = Message(text=text, buttons=(buttons,) if buttons else ())
    await ctx.send(Draft(channel=ctx.desk_channel, address=user, lane=Lane.REPLY, content=message))


DEEDS: dict[str, Deed] = {
    "submit": _submit,
    "approve": _approve,
    "return": _send_back,
    "discard": _discard,
    "pause": _steering(Step.PAUSE),
    "resume": _steering(Step.RESUME),
    "stop": _steering(Step.STOP),
    "report": broadcast_report.ask_for,
}
