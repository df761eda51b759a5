"""What a coordinator can do from their phone: begin a broadcast, look at what waits, runs or can be closed."""

from dataclasses import replace

from broadcasts.steer import standing
from domain.broadcast import FOLLOWING, STARTED, UNDER_WAY, Broadcast, Kind, State
from domain.content import Button, Card
from domain.people import Resident
from handlers import broadcast_card, broadcast_filling
from handlers.context import Context
from handlers.phone import own_words
from storage import broadcasts

MOST = 8


async def show(ctx: Context, resident: Resident, user: str) -> None:
    """The plans to begin from and the broadcasts that are open, a button each."""
    del user  # everybody who is linked sees the same; each deed asks for the role
    if not ctx.community.broadcasting.channel:
        await ctx.tell(resident, ctx.coordinate("home-none"))
        return
    language = ctx.community.staff_language
    rows = [
        [Button(label=ctx.community.say(plan.event, language), data=f"r:cast:plan:{plan.id}")]
        for plan in ctx.playbooks
        if not plan.draft
    ]
    labels = {Kind.ALERT: "phone-own-alert", Kind.ANNOUNCEMENT: "kind-announcement", Kind.DRILL: "kind-drill"}
    rows += [[Button(label=ctx.coordinate(labels[kind]), data=f"r:cast:new:{kind}")] for kind in own_words.KINDS]
    for one in await _shown(ctx):
        state = ctx.coordinate(f"state-{one.state}")
        rows.insert(0, [Button(label=f"{one.reference} · {state}", data=f"r:cast:see:{one.id}")])
    await ctx.tell(resident, ctx.coordinate("phone-menu"), buttons=rows)


async def see(ctx: Context, resident: Resident, broadcast: Broadcast) -> None:
    """A broadcast as its card says it, with what can be done now."""
    card = await broadcast_card.draw(ctx, broadcast, await standing(ctx, broadcast))
    await ctx.tell(resident, text_of(card), lead=card.title, buttons=[[button] for button in _buttons(ctx, broadcast)])


async def _shown(ctx: Context) -> list[Broadcast]:
    """What is open, and what was sent lately: it may have to be corrected or closed."""
    sent = [one for one in await broadcasts.recent(ctx.tx, MOST) if one.state in STARTED]
    found = {one.id: one for one in (*await broadcasts.open_ones(ctx.tx, MOST), *sent)}
    return [found[number] for number in sorted(found)]


def follows(broadcast: Broadcast) -> list[Kind]:
    """What can follow it."""
    if broadcast.state not in STARTED or broadcast.plan.kind is Kind.ALL_CLEAR:
        return []
    return [kind for kind in Kind if kind in FOLLOWING]


def has_words(ctx: Context, broadcast: Broadcast, kind: Kind) -> bool:
    """Whether its plan has words for what follows it."""
    return broadcast_filling.playbook_of(ctx, replace(broadcast.plan, kind=kind)) is not None


def text_of(card: Card) -> str:
    """A card as plain text for a phone."""
    figures = "\n".join(f"{field.label}: {field.value}" for field in card.fields)
    return "\n\n".join(part for part in (figures, card.quote, *card.notes) if part.strip())


def _buttons(ctx: Context, broadcast: Broadcast) -> list[Button]:
    mark = f"{broadcast.id}:{broadcast.version}"
    names = ["submit", "discard", "override"] if broadcast.state is State.DRAFT else []
    names = ["approve", "override"] if broadcast.state is State.SUBMITTED else names
    if broadcast.state in UNDER_WAY:
        names = ["resume" if broadcast.state is State.PAUSED else "pause", "stop"]
    first = broadcast.plan.refers_to or broadcast.id
    return [
        *(Button(label=ctx.coordinate(name), data=f"r:cast:{name}:{mark}") for name in names),
        *(
            Button(label=ctx.coordinate(f"follow-{kind}"), data=f"r:cast:follow:{kind}:{first}")
            for kind in follows(broadcast)
        ),
    ]
