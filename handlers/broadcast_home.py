"""The coordinators' part of the own page: what waits, what runs, and a button to begin."""

from broadcasts.roles import has, may_compose
from broadcasts.steer import standing
from domain.broadcast import UNDER_WAY, Broadcast, State
from domain.content import Button, Card, Field, HomeSection
from handlers import broadcast_begin
from handlers.broadcast_card import bar, buttons
from handlers.broadcast_naming import kind, until, where
from handlers.context import Context
from storage import broadcasts

MOST = 3


async def sections(ctx: Context, user: str) -> tuple[HomeSection, ...]:
    """One section for those who work on broadcasts; none for everybody else."""
    if not ctx.community.broadcasting.channel or not await has(ctx, user, "coordinators", "approvers", "duty_officers"):
        return ()
    cards = [await _compact(ctx, one) for one in await broadcasts.open_ones(ctx.tx, MOST)]
    if await may_compose(ctx, user):
        begin = Button(label=ctx.coordinate("new"), data=f"s:form:{broadcast_begin.NAME}:")
        title = ctx.coordinate("begin-title" if cards else "home-none")
        cards.append(Card(title=title, buttons=(begin,)))
    return (HomeSection(heading=ctx.coordinate("home"), cards=tuple(cards), empty=ctx.coordinate("home-none")),)


async def _compact(ctx: Context, broadcast: Broadcast) -> Card:
    values = [ctx.coordinate(f"state-{broadcast.state}"), where(ctx, broadcast), until(ctx, broadcast)]
    if broadcast.state in UNDER_WAY:
        values.insert(1, bar(await standing(ctx, broadcast)))
    mark = f"{broadcast.id}:{broadcast.version}"
    change = Button(label=ctx.coordinate("change"), data=f"s:form:cast-words:draft:{mark}")
    return Card(
        title=ctx.coordinate("card-title", reference=broadcast.reference, kind=kind(ctx, broadcast)),
        fields=tuple(Field(label="", value=value) for value in values if value),
        quote=next((wording.headline for wording in broadcast.plan.wordings), ""),
        buttons=(change,) if broadcast.state is State.DRAFT else buttons(ctx, broadcast)[:5],
        tone="urgent" if broadcast.plan.grave else "plain",
    )
