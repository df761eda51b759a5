"""``/programme CODE …``: coordinators read what came of an event and enter costs, a goal, pledges and gifts."""

from collections.abc import Awaitable, Callable

from domain.content import Attachment, FileRef, Forwarded, Message
from domain.delivery import Draft, Lane, Operation
from domain.event import Event
from domain.inbound import StaffCommanded
from domain.money import Money, read_money
from handlers import rights
from handlers.context import Context
from handlers.events import card
from handlers.privacy import EXPORTS
from handlers.programmes import figures, report
from handlers.survey_desk import tell
from storage import audit, events, programmes

LONGEST_NAME = 100
CURRENCY = "EUR"  # where neither the sum nor the goal names one


async def commanded(ctx: Context, event: StaffCommanded) -> None:
    """Run it; every answer is for the asker alone."""
    if not await rights.coordinates(ctx, event.user):
        await tell(ctx, event.user, Message(text=ctx.desk("programme-refuse-role")))
        return
    code, _, rest = event.text.strip().partition(" ")
    found = await events.by_code(ctx.tx, code.upper()) if code else None
    word, _, rest = rest.strip().partition(" ")
    deed = DEEDS.get(word.lower())
    if found is None:
        key = "programme-refuse-code" if code else "programme-help"
        await tell(ctx, event.user, Message(text=ctx.desk(key)))
    elif deed is None:
        await tell(ctx, event.user, Message(text=ctx.desk("programme-help")))
    else:
        await deed(ctx, event.user, found, rest.strip())


async def _show(ctx: Context, user: str, event: Event, _rest: str) -> None:
    """The figures as words, the report as a page and as a PDF."""
    found = await figures.evaluation(ctx, event)
    await tell(ctx, user, Message(text=report.in_words(ctx, event, found)))
    for kind, ending, mime in (("programme-page", "html", "text/html"), ("programme-pdf", "pdf", "application/pdf")):
        file = FileRef(channel=EXPORTS, handle=f"{kind}:{event.id}", name=f"{event.code.lower()}.{ending}", mime=mime)
        content = Forwarded(attachment=Attachment(kind="document", file=file), caption=ctx.desk("programme-file"))
        draft = Draft(channel=ctx.desk_channel, address=user, lane=Lane.DESK, operation=Operation.FILE, content=content)
        await ctx.send(draft)
    await audit.note(ctx.tx, f"slack:{user}", "programme.reported", event.code, ctx.now)


async def _cost(ctx: Context, user: str, event: Event, rest: str) -> None:
    await _enter(ctx, user, event, rest, programmes.set_cost, "programme-cost-entered")


async def _goal(ctx: Context, user: str, event: Event, rest: str) -> None:
    await _enter(ctx, user, event, rest, programmes.set_goal, "programme-goal-entered")


async def _enter(
    ctx: Context, user: str, event: Event, rest: str, keep: Callable[..., Awaitable[None]], key: str
) -> None:
    goal = await programmes.goal_of(ctx.tx, event.id)
    money = read_money(rest, goal.currency if goal else CURRENCY)
    if money is None:
        await tell(ctx, user, Message(text=ctx.desk("programme-refuse-sum")))
        return
    await keep(ctx.tx, event.id, money)
    await audit.note(ctx.tx, f"slack:{user}", "programme.entered", event.code, ctx.now)
    await card.refresh(ctx, event)
    await tell(ctx, user, Message(text=ctx.desk(key, sum=money.written)))


async def _pledge(ctx: Context, user: str, event: Event, rest: str) -> None:
    await _give(ctx, user, event, rest, programmes.pledge)


async def _received(ctx: Context, user: str, event: Event, rest: str) -> None:
    await _give(ctx, user, event, rest, programmes.receive)


async def _give(ctx: Context, user: str, event: Event, rest: str, keep: Callable[..., Awaitable[None]]) -> None:
    """``pledge 100 EUR Bakery Example``: the sum in front, the giver behind it."""
    goal = await programmes.goal_of(ctx.tx, event.id)
    if goal is None:
        await tell(ctx, user, Message(text=ctx.desk("programme-refuse-goal")))
        return
    money, giver = _sum_and_giver(rest, goal.currency)
    if money is None or not giver or money.currency != goal.currency:
        await tell(ctx, user, Message(text=ctx.desk("programme-refuse-gift", currency=goal.currency)))
        return
    await keep(ctx.tx, event.id, giver, money.cents, user, ctx.now)
    await audit.note(ctx.tx, f"slack:{user}", "programme.gift", event.code, ctx.now)
    await card.refresh(ctx, event)
    pledged, received = await programmes.sums(ctx.tx, event.id)
    sums = {
        "pledged": Money(cents=pledged, currency=goal.currency).written,
        "received": Money(cents=received, currency=goal.currency).written,
    }
    await tell(ctx, user, Message(text=ctx.desk("programme-gift", goal=goal.written, **sums)))


def _sum_and_giver(rest: str, currency: str) -> tuple[Money | None, str]:
    """The longest beginning that is a sum, and the words behind it."""
    words = rest.split()
    for count in range(min(len(words), 6), 0, -1):
        money = read_money(" ".join(words[:count]), currency)
        if money is not None:
            return money, " ".join(words[count:])[:LONGEST_NAME]
    return None, ""


DEEDS: dict[str, Callable[[Context, str, Event, str], Awaitable[None]]] = {
    "": _show,
    "report": _show,
    "cost": _cost,
    "goal": _goal,
    "pledge": _pledge,
    "received": _received,
}
