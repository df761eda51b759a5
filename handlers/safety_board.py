"""The live board of a safety check in the coordinators' channel: answers by area, and who is silent."""

from broadcasts import safety_check
from domain.content import Attachment, Button, FileRef, Forwarded, Message
from domain.delivery import Draft, Lane, Operation
from domain.inbound import StaffPressed
from domain.safety import Answer, Check, Row, board, total
from handlers import coordination, rights
from handlers.context import Context
from handlers.privacy import EXPORTS
from storage import broadcasts, safety, spread_tally

FEW = 20_000  # recipients that may be counted anew at each drawing
COUNT_SECONDS = 120.0  # between two counts of more than those (`bot.ticks`)
MOST_AREAS = 30


async def keep_up(ctx: Context) -> int:
    """End the checks that are over, chase the silent where it is time, draw the boards that have changed."""
    drawn = 0
    for check in await safety.open_checks(ctx.tx):
        if await safety_check.ended(ctx, check):
            await safety_check.end(ctx, check)
        elif await safety_check.due(ctx, check):
            await safety_check.chase(ctx, check)
        drawn += await _bring_up_to_date(ctx, check.id)
    return drawn


async def _bring_up_to_date(ctx: Context, check_id: int) -> int:
    check = await safety.get(ctx.tx, check_id)
    assert check is not None  # it was just read in this transaction
    reached = await _sent(ctx, check.id)
    if reached <= FEW and reached != sum(check.reached.values()):
        await safety.keep_reached(ctx.tx, check.id, await safety.people_asked(ctx.tx, check.id), ctx.now)
    elif check.drawn_at is not None and check.drawn_at >= check.changed_at:
        return 0
    await draw(ctx, check.id)
    return 1


async def _sent(ctx: Context, check_id: int) -> int:
    family = [one.id for one in await broadcasts.family(ctx.tx, check_id)]
    spreads = [number for one in family for number in await broadcasts.spreads_of(ctx.tx, one, public=False)]
    return (await spread_tally.tally(ctx.tx, spreads)).sent if spreads else 0


async def count(ctx: Context) -> dict[int, dict[str, int]]:
    """People reached by area, of every open check that is too large to be counted at each drawing. Reads only."""
    found = {}
    for check in await safety.open_checks(ctx.tx):
        age = (ctx.now - check.reached_at).total_seconds() if check.reached_at else COUNT_SECONDS
        if age >= COUNT_SECONDS and await _sent(ctx, check.id) > FEW:
            found[check.id] = await safety.people_asked(ctx.tx, check.id)
    return found


async def draw(ctx: Context, check_id: int) -> None:
    """Post the board, or bring it up to date in place."""
    check = await safety.get(ctx.tx, check_id)
    assert check is not None
    drawing = await _drawing(ctx, check)
    if check.drawn_at is None:
        await coordination.post(ctx, drawing, anchor=check.board_anchor)
    else:
        await coordination.refresh(ctx, drawing, check.board_anchor)
    await safety.drawn(ctx.tx, check.id, ctx.now)


async def _drawing(ctx: Context, check: Check) -> Message:
    broadcast = await broadcasts.get(ctx.tx, check.id)
    rows = board(check.reached, await safety.sums(ctx.tx, check.id))
    whole = total(rows, sum(check.reached.values()))
    notes = [ctx.desk("safety-note-chased", count=check.chases)] if check.chases else []
    if check.closed_at is not None:
        notes.append(ctx.desk("safety-note-closed"))
    if broadcast.plan.exercise:
        notes.append(ctx.desk("safety-note-drill"))
    lines = [_line(ctx, ctx.desk("safety-all"), whole)]
    lines += [_line(ctx, _area(ctx, row), row) for row in rows[:MOST_AREAS]]
    return Message(
        lead=ctx.desk("safety-board", reference=broadcast.reference),
        text="\n".join((*lines, *notes)),
        buttons=(_buttons(ctx, check),),
    )


def _line(ctx: Context, area: str, row: Row) -> str:
    counts = {answer.value: row.answers[answer] for answer in Answer}
    return ctx.desk("safety-line", area=area, silent=row.silent, **counts)


def _area(ctx: Context, row: Row) -> str:
    area = ctx.community.area(row.area)
    return ctx.community.say(area.name, ctx.community.staff_language) if area else ctx.desk("safety-area-unknown")


def _buttons(ctx: Context, check: Check) -> tuple[Button, ...]:
    listing = Button(label=ctx.desk("safety-list"), data=f"s:safe:list:{check.id}:0")
    if check.closed_at is not None:
        return (listing,)
    sure = ctx.desk("safety-chase-sure")
    return (
        listing,
        Button(label=ctx.desk("safety-chase"), data=f"s:safe:chase:{check.id}:{check.chases}", confirm=sure),
        Button(label=ctx.desk("safety-end"), data=f"s:safe:end:{check.id}:{check.chases}"),
    )


async def pressed(ctx: Context, event: StaffPressed, rest: list[str]) -> bool:
    """``s:safe:<deed>:<check>:<chases seen>``, by those who coordinate."""
    match rest:
        case ["list" | "chase" | "end" as deed, number, seen]:
            check = await safety.get(ctx.tx, rights.number(number) or 0)
            if check is None:
                return False
            if not await rights.coordinates(ctx, event.user):
                await rights.explain(ctx, event.user, ctx.desk("safety-refuse-role"), channel_id=event.channel_id)
            else:
                await _deed(ctx, event, deed, check, seen)
            return True
    return False


async def _deed(ctx: Context, event: StaffPressed, deed: str, check: Check, seen: str) -> None:
    if deed == "list":
        await _send_list(ctx, event.user, check)
    elif check.closed_at is not None:
        await rights.explain(ctx, event.user, ctx.desk("safety-refuse-closed"), channel_id=event.channel_id)
    elif deed == "end":
        await safety_check.end(ctx, check)
        await draw(ctx, check.id)
    elif seen != str(check.chases) or not await safety_check.chase(ctx, check):
        await rights.explain(ctx, event.user, ctx.desk("safety-refuse-chased"), channel_id=event.channel_id)
    else:
        await draw(ctx, check.id)


async def _send_list(ctx: Context, user: str, check: Check) -> None:
    """The silent as a table, to the asker's own chat: names belong to nobody else."""
    name = f"silent-{check.id}.csv"
    file = FileRef(channel=EXPORTS, handle=f"safety-silent:{check.id}", name=name, mime="text/csv")
    caption = ctx.desk("safety-list-caption", reference=(await broadcasts.get(ctx.tx, check.id)).reference)
    await ctx.send(
        Draft(
            channel=ctx.desk_channel,
            address=user,
            lane=Lane.REPLY,
            operation=Operation.FILE,
            content=Forwarded(attachment=Attachment(kind="document", file=file), caption=caption),
        )
    )
