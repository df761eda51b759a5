"""What a coordinator can do from their phone: begin an alert from a plan, look at what waits and what runs."""

from broadcasts.steer import standing
from domain.broadcast import UNDER_WAY, Broadcast, State
from domain.content import Button, Card
from domain.people import Resident
from handlers import broadcast_card
from handlers.context import Context
from storage import broadcasts

MOST = 8


async def show(ctx: Context, resident: Resident, user: str) -> None:
    """The plans to begin from and the broadcasts that are open, a button each."""
    del user  # everybody who is linked sees the same; each deed asks for the role
    language = ctx.community.staff_language
    rows = [
        [Button(label=ctx.community.say(plan.event, language), data=f"r:cast:plan:{plan.id}")]
        for plan in ctx.playbooks
        if not plan.draft
    ]
    for one in await broadcasts.open_ones(ctx.tx, MOST):
        state = ctx.coordinate(f"state-{one.state}")
        rows.insert(0, [Button(label=f"{one.reference} · {state}", data=f"r:cast:see:{one.id}")])
    await ctx.tell(resident, ctx.coordinate("phone-menu" if rows else "home-none"), buttons=rows)


async def see(ctx: Context, resident: Resident, broadcast: Broadcast) -> None:
    """A broadcast as its card says it, with what can be done now."""
    card = await broadcast_card.draw(ctx, broadcast, await standing(ctx, broadcast))
    await ctx.tell(resident, text_of(card), lead=card.title, buttons=[[button] for button in _buttons(ctx, broadcast)])


def text_of(card: Card) -> str:
    """A card as plain text for a phone."""
    figures = "\n".join(f"{field.label}: {field.value}" for field in card.fields)
    return "\n\n".join(part for part in (figures, card.quote, *card.notes) if part.strip())


def _buttons(ctx: Context, broadcast: Broadcast) -> list[Button]:
    mark = f"{broadcast.id}:{broadcast.version}"
    names = ["submit", "discard"] if broadcast.state is State.DRAFT else []
    names = ["approve"] if broadcast.state is State.SUBMITTED else names
    if broadcast.state in UNDER_WAY:
        names = ["resume" if broadcast.state is State.PAUSED else "pause", "stop"]
    return [Button(label=ctx.coordinate(name), data=f"r:cast:{name}:{mark}") for name in names]
