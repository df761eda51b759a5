"""The delivery report of a broadcast: in words and as a chart for the coordinators, as a table for the asker alone."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

from broadcasts.chart import Bars
from broadcasts.safety_check import check_of
from broadcasts.steer import public_standing, standing
from domain.broadcast import STARTED, Broadcast, Refusal
from domain.content import Attachment, FileRef, Forwarded, Message
from domain.delivery import DeliveryState, Draft, Lane, Operation
from domain.delivery_report import Report
from domain.safety import Answer
from handlers import coordination, outcomes, rights
from handlers.broadcast_card import posted
from handlers.context import Context
from handlers.desk import language_name
from handlers.privacy import EXPORTS
from storage import broadcasts, delivery_report, safety
from storage.spread_tally import Tally

GROUPS = ("language", "area", "channel")
COLUMNS = ("number", "name", "channel", "language", "area", "outcome", "reason", "at", "answer")
OPEN_STATES = frozenset({DeliveryState.QUEUED, DeliveryState.SENDING, DeliveryState.SUPERSEDED})
SLICES = 6  # points of the curve
FEW = 20_000  # recipients of whom the words say everything
CHUNK = 5_000
LINES = 200_000  # of one table; more people are several tables


async def ask_for(ctx: Context, broadcast: Broadcast, user: str, _seen: int) -> Broadcast:
    """Somebody wants the report. Raises Refusal where it has not been sent yet, or where they may not see names."""
    await allowed(ctx, broadcast, user)
    counted = await standing(ctx, broadcast)
    await post(ctx, broadcast, counted)
    lost = await delivery_report.forgotten(ctx.tx, [broadcast.id])
    for part in range(0 if lost.everybody else tables(counted)):
        await _table(ctx, broadcast, user, part)
    return broadcast


async def allowed(ctx: Context, broadcast: Broadcast, user: str) -> None:
    """Raise Refusal unless it has been sent and the user may see names."""
    if not await rights.coordinates(ctx, user):
        raise Refusal("role")
    if broadcast.state not in STARTED:
        raise Refusal("state")


def tables(counted: Tally) -> int:
    """In how many tables the recipients come."""
    return max(1, -(-counted.people // LINES))


async def post(ctx: Context, broadcast: Broadcast, counted: Tally, *, thread: str | None = None) -> None:
    """Words and chart in the coordinators' channel (or in a thread of it). No names.

    Of very many recipients the words say no more than what is counted anyway: reading a million rows would hold up
    everybody who writes meanwhile. Chart and table are made at the moment they are sent, beside the work.
    """
    if counted.people <= FEW:
        text = await in_words(ctx, broadcast)
    else:
        text = [*in_short(ctx, counted), *await _posts(ctx, broadcast), *await _forgotten(ctx, broadcast)]
    message = Message(lead=_lead(ctx, broadcast), text="\n".join(text))
    await coordination.post(ctx, message, thread=thread)
    caption = ctx.coordinate("report-chart", reference=broadcast.reference)
    file = FileRef(
        channel=EXPORTS, handle=f"broadcast-chart:{broadcast.id}", name=f"{broadcast.reference}.png", mime="image/png"
    )
    await ctx.send(_file(ctx, coordination.channel_of(ctx), file, caption, thread=thread))


async def _forgotten(ctx: Context, broadcast: Broadcast) -> list[str]:
    """That single recipients are kept no longer, where that is so."""
    lost = await delivery_report.forgotten(ctx.tx, [broadcast.id])
    if lost.at is None:
        return []
    key = "report-forgotten" if lost.everybody else "report-forgotten-part"
    return ["", ctx.coordinate(key, date=lost.at.astimezone(ctx.community.time_zone).date())]


async def _table(ctx: Context, broadcast: Broadcast, user: str, part: int) -> None:
    name = f"{broadcast.reference}-{part + 1}.csv"
    handle = f"broadcast-table:{broadcast.id}:{part}"
    file = FileRef(channel=EXPORTS, handle=handle, name=name, mime="text/csv")
    await ctx.send(_file(ctx, user, file, ctx.coordinate("report-table", reference=broadcast.reference)))


def _file(ctx: Context, address: str, file: FileRef, caption: str, *, thread: str | None = None) -> Draft:
    return Draft(
        channel=ctx.desk_channel,
        address=address,
        lane=Lane.DESK,
        operation=Operation.FILE,
        content=Forwarded(attachment=Attachment(kind="document", file=file), caption=caption),
        thread=thread,
    )


def _lead(ctx: Context, broadcast: Broadcast) -> str:
    return ctx.coordinate("report-lead", reference=broadcast.reference)


async def in_words(ctx: Context, broadcast: Broadcast) -> list[str]:
    """The whole report, one line a figure. Reads every recipient."""
    found = await delivery_report.report(ctx.tx, broadcast.id, broadcast.started_at or ctx.now)
    said = lines(ctx, found, await safety.sums(ctx.tx, check_of(broadcast)))
    return [*said, *await _posts(ctx, broadcast), *await _forgotten(ctx, broadcast)]


async def _posts(ctx: Context, broadcast: Broadcast) -> list[str]:
    """What became of its posts to public places, which are nobody's deliveries."""
    posts = await public_standing(ctx, broadcast)
    return ["", f"{ctx.coordinate('field-public')}: {posted(ctx, posts)}"] if posts.rows else []


def in_short(ctx: Context, counted: Tally) -> list[str]:
    """What the tally knows. Counts messages, of which a long text has several."""
    share = _percent(counted.sent, counted.rows)
    said = [ctx.coordinate("report-people", people=counted.rows, reached=counted.sent, share=share)]
    for state, count in counted.ended.items():
        if state != DeliveryState.SENT:
            said.append(
                ctx.coordinate("report-unreached", outcome=_outcome(ctx, DeliveryState(state), ""), people=count)
            )
    return said


def lines(ctx: Context, found: Report, answers: dict[tuple[str, Answer], int]) -> list[str]:
    """The report in words, one line a figure."""
    share = _percent(found.reached, found.people)
    said = [ctx.coordinate("report-people", people=found.people, reached=found.reached, share=share)]
    for (state, reason), people in found.unreached().items():
        said.append(ctx.coordinate("report-unreached", outcome=_outcome(ctx, state, reason), people=people))
    for percent, span in found.reached_after.items():
        said.append(ctx.coordinate("report-after", percent=percent, span=clock(span)))
    if answers:
        counts = {answer.value: sum(n for (_, said_), n in answers.items() if said_ is answer) for answer in Answer}
        said.append(ctx.coordinate("report-answers", **counts))
    for group in GROUPS:
        said += ["", ctx.coordinate(f"report-by-{group}")]
        for name, people, reached in found.shares(lambda one, group=group: getattr(one, group)):  # type: ignore[misc]
            values = {"group": _named(ctx, group, name), "people": people, "reached": reached}
            said.append(ctx.coordinate("report-line", **values, share=_percent(reached, people)))
    return said


def _percent(part: int, whole: int) -> str:
    """A share in percent, with one digit behind the point where 100 would be a lie."""
    if not whole:
        return "0"
    share = 100 * part / whole
    return f"{share:.0f}" if part == whole or share < 99 else f"{min(share, 99.9):.1f}"


def clock(span: timedelta) -> str:
    """A span as hours:minutes:seconds, whole seconds rounded up."""
    seconds = -int(-span.total_seconds() // 1)
    hours, rest = divmod(seconds, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}"


def _named(ctx: Context, group: str, name: str) -> str:
    if group == "language":
        return language_name(ctx, name)
    if group == "area":
        area = ctx.community.area(name)
        return ctx.community.say(area.name, ctx.community.staff_language) if area else ctx.desk("safety-area-unknown")
    return name.title()


def _outcome(ctx: Context, state: DeliveryState, reason: str) -> str:
    name = ctx.coordinate(f"end-{state}") if state not in OPEN_STATES else ctx.coordinate("field-left")
    why = ctx.desk(f"reason-{reason}") if reason in outcomes.REASONS else ""
    return f"{name}: {why}" if why and state is not DeliveryState.BLOCKED else name


async def panels(ctx: Context, broadcast: Broadcast) -> tuple[str, list[Bars]]:
    """Title and panels of the chart: how fast they were reached, and what share of each language and area."""
    started = broadcast.started_at or ctx.now
    found = await delivery_report.report(ctx.tx, broadcast.id, started)
    curve = await delivery_report.arrivals(ctx.tx, broadcast.id, started, SLICES)
    reached_of = ctx.coordinate("report-panel-note", people=found.people, reached=found.reached)
    speed = [(clock(span), count, count / max(1, found.people)) for span, count in curve]
    panels = [Bars(title=ctx.coordinate("report-panel-speed"), note=reached_of, bars=speed)] if speed else []
    for group in GROUPS[:2]:
        shares = found.shares(lambda one, group=group: getattr(one, group))  # type: ignore[misc]
        bars = [(_named(ctx, group, name), reached, reached / people) for name, people, reached in shares if people]
        panels.append(Bars(title=ctx.coordinate(f"report-by-{group}"), note=reached_of, bars=bars))
    return _lead(ctx, broadcast), panels


async def rows(ctx: Context, broadcast_id: int, part: int) -> AsyncIterator[tuple[str, ...]]:
    """One table of the report: a heading, then one line a recipient. Raises NotFound for an unknown broadcast."""
    broadcast = await broadcasts.get(ctx.tx, broadcast_id)
    yield tuple(ctx.coordinate(f"report-column-{column}") for column in COLUMNS)
    after, skip, written = 0, part * LINES, 0
    while written < LINES:
        found = await delivery_report.recipients(ctx.tx, broadcast.id, check_of(broadcast), after, CHUNK)
        for row in found[skip:]:
            yield _row(ctx, row)
            written += 1
        skip = max(0, skip - len(found))
        if len(found) < CHUNK:
            return
        after = found[-1].delivery


def _row(ctx: Context, row: Any) -> tuple[str, ...]:
    area = ctx.community.area(row.area)
    state = DeliveryState.QUEUED if row.state == "paused" else DeliveryState(row.state)
    at = row.ended_at.astimezone(ctx.community.time_zone).isoformat(timespec="seconds") if row.ended_at else ""
    return (
        str(row.id),
        row.name,
        row.channel,
        language_name(ctx, row.language),
        ctx.community.say(area.name, ctx.community.staff_language) if area else "",
        ctx.coordinate("state-done") if state is DeliveryState.SENT else _outcome(ctx, state, ""),
        row.reason or "",
        at,
        ctx.say(ctx.community.staff_language, f"safety-{row.answer}") if row.answer else "",
    )
