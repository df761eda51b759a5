"""The card in the coordinators' channel: what waits for a second person, how far it has come, what can be done next."""

from datetime import timedelta

from broadcasts.approve import area_to_type
from broadcasts.compose import looked_at
from broadcasts.steer import public_standing, standing
from domain.broadcast import STARTED, UNDER_WAY, Broadcast, Kind, State
from domain.content import Button, Card, Field
from domain.delivery import Draft, Lane, Operation
from handlers import broadcast_preview
from handlers.broadcast_naming import kind, listed, until, where
from handlers.context import Context
from handlers.desk import when
from locales import format_age
from storage import broadcast_schedules, broadcasts, staff
from storage.spread_tally import Tally

BAR = 10  # signs: more would wrap in a column of the card
CARD_FIELDS = frozenset(
    {"state", "submitted", "approved", "stopped", "progress", "sent", "unsent", "left", "public", "rate", "finish"}
)
SHOWN = 1500


async def post(ctx: Context, broadcast: Broadcast) -> None:
    """A card of its own in the coordinators' channel."""
    await _leave(ctx, broadcast, Operation.POST)


async def redraw(ctx: Context, broadcast: Broadcast, *, by: str = "") -> None:
    """Bring its card up to date; a drawing that still waits is replaced. `by`: who made it necessary."""
    drawn_at, _ = await broadcasts.drawn(ctx.tx, broadcast.id)
    if drawn_at is not None:
        await _leave(ctx, broadcast, Operation.EDIT, by=by)


async def _leave(ctx: Context, broadcast: Broadcast, operation: Operation, *, by: str = "") -> None:
    counted = await standing(ctx, broadcast)
    edit = operation is Operation.EDIT
    await ctx.send(
        Draft(
            channel=ctx.desk_channel,
            address=ctx.community.broadcasting.channel,
            lane=Lane.REPLY if not edit else Lane.DESK,
            operation=operation,
            content=await draw(ctx, broadcast, counted, by=by),
            anchor=None if edit else broadcast.card_anchor,
            target=broadcast.card_anchor if edit else None,
            replaces=f"broadcast:{broadcast.id}:drawing" if edit else None,
        )
    )
    await broadcasts.draw(ctx.tx, broadcast.id, ctx.now, await ended(ctx, broadcast, counted))


async def ended(ctx: Context, broadcast: Broadcast, counted: Tally) -> int:
    """How many of its rows have ended: people's, as `counted`, and posts to public places."""
    posts = await public_standing(ctx, broadcast)
    return sum(counted.ended.values()) + sum(posts.ended.values())


async def draw(ctx: Context, broadcast: Broadcast, counted: Tally, *, by: str = "") -> Card:
    """The card as it now is."""
    headline = _headline(ctx, broadcast)
    title = ctx.coordinate("card-title", reference=broadcast.reference, kind=kind(ctx, broadcast))
    over = broadcast.state in (State.DONE, State.STOPPED) or broadcast.plan.kind is Kind.ALL_CLEAR
    tone = "urgent" if broadcast.plan.grave and not over else "plain"
    return Card(
        title=title,
        fields=(*await _people(ctx, broadcast), *await _figures(ctx, broadcast, counted)),
        quote=headline[:SHOWN],
        notes=await _notes(ctx, broadcast, by),
        buttons=buttons(ctx, broadcast),
        tone="done" if broadcast.state is State.DONE else tone,  # type: ignore[arg-type]
    )


def buttons(ctx: Context, broadcast: Broadcast) -> tuple[Button, ...]:
    """What can be done with it now."""
    mark = f"{broadcast.id}:{broadcast.version}"
    if broadcast.state is State.SUBMITTED:
        typed = broadcast.plan.live_alert
        approve = f"s:form:cast-approve:{mark}" if typed else f"s:cast:approve:{mark}"
        return (
            Button(label=ctx.coordinate("approve"), data=approve, style="primary"),
            Button(label=ctx.coordinate("send-back"), data=f"s:cast:return:{mark}"),
            Button(label=ctx.coordinate("override"), data=f"s:form:cast-override:{mark}", style="danger"),
        )
    if broadcast.state is State.APPROVED:
        sure = ctx.coordinate("call-off-sure")
        return (Button(label=ctx.coordinate("call-off"), data=f"s:cast:stop:{mark}", style="danger", confirm=sure),)
    if broadcast.state in UNDER_WAY:
        paused = broadcast.state is State.PAUSED
        step = "resume" if paused else "pause"
        sure = ctx.coordinate("stop-sure")
        return (
            Button(label=ctx.coordinate(step), data=f"s:cast:{step}:{mark}", style="primary" if paused else "plain"),
            Button(label=ctx.coordinate("stop"), data=f"s:cast:stop:{mark}", style="danger", confirm=sure),
            *_following(ctx, broadcast),
            _report(ctx, mark),
        )
    return (*_following(ctx, broadcast), _report(ctx, mark)) if broadcast.state in STARTED else ()


def _report(ctx: Context, mark: str) -> Button:
    return Button(label=ctx.coordinate("report-button"), data=f"s:cast:report:{mark}")


def _following(ctx: Context, broadcast: Broadcast) -> tuple[Button, ...]:
    if broadcast.plan.kind is Kind.ALL_CLEAR:
        return ()
    first = broadcast.plan.refers_to or broadcast.id
    kinds = [Kind.CORRECTION] if broadcast.plan.kind is Kind.ANNOUNCEMENT else [Kind.CORRECTION, Kind.UPDATE]
    kinds += [] if broadcast.plan.kind is Kind.ANNOUNCEMENT else [Kind.ALL_CLEAR]
    return tuple(
        Button(label=ctx.coordinate(f"follow-{name}"), data=f"s:form:cast-words:follow:{name}:{first}")
        for name in kinds
    )


async def _people(ctx: Context, broadcast: Broadcast) -> tuple[Field, ...]:
    pairs = [("state", ctx.coordinate(f"state-{broadcast.state}"))]
    if broadcast.submitted_by:
        pairs.append(("submitted", await staff.name_of(ctx.tx, broadcast.submitted_by)))
    if broadcast.approved_by:
        pairs.append(("approved", await staff.name_of(ctx.tx, broadcast.approved_by)))
    if broadcast.stopped_by:
        pairs.append(("stopped", await staff.name_of(ctx.tx, broadcast.stopped_by)))
    pairs += [("where", where(ctx, broadcast)), ("until", until(ctx, broadcast))]
    return tuple(Field(label=ctx.coordinate(f"field-{name}"), value=value) for name, value in pairs if value)


async def _figures(ctx: Context, broadcast: Broadcast, counted: Tally) -> tuple[Field, ...]:
    if broadcast.state is State.SUBMITTED:
        shown, _ = await looked_at(ctx, broadcast.plan)
        return broadcast_preview.fields(ctx, broadcast, shown)[:4]
    if broadcast.state not in STARTED:
        return ()
    pairs = [
        ("progress", bar(counted)),
        ("sent", str(counted.sent)),
        ("unsent", listed(reasons(ctx, counted)) or "0"),
        ("left", str(counted.left)),
    ]
    posts = await public_standing(ctx, broadcast)
    if posts.rows:
        pairs.append(("public", posted(ctx, posts)))
    if broadcast.state is State.RUNNING and counted.left:
        pairs += await _pace(ctx, broadcast, counted)
    return tuple(Field(label=ctx.coordinate(f"field-{name}"), value=value) for name, value in pairs)


async def _pace(ctx: Context, broadcast: Broadcast, counted: Tally) -> list[tuple[str, str]]:
    """The rate since the card was last drawn, and when it will be through at that rate."""
    before, ended_then = await broadcasts.drawn(ctx.tx, broadcast.id)
    since = before if before is not None and ended_then else broadcast.started_at
    seconds = (ctx.now - since).total_seconds() if since is not None else 0.0
    done = await ended(ctx, broadcast, counted) - (ended_then if since is before else 0)
    rate = done / seconds if seconds > 0 else 0.0
    if rate <= 0:
        return []
    rest = timedelta(seconds=counted.left / rate)
    clock = when(ctx, ctx.now + rest, ctx.community.staff_language)
    span = format_age(ctx.community.staff_language, rest)
    return [("rate", ctx.coordinate("rate", rate=f"{rate:.1f}")), ("finish", f"{clock} ({span})")]


def bar(counted: Tally) -> str:
    """How far it has come, as a bar and a percentage."""
    ended = sum(counted.ended.values())
    share = ended / counted.rows if counted.rows else float(counted.complete)
    full = int(share * BAR)
    return f"{'█' * full}{'░' * (BAR - full)} {int(share * 100)} %"


def posted(ctx: Context, posts: Tally) -> str:
    """How many posts to public places stand there, and what became of the others."""
    ended = [ctx.coordinate("posted", sent=posts.sent, all=posts.rows), listed(reasons(ctx, posts))]
    return " · ".join(part for part in ended if part)


def reasons(ctx: Context, counted: Tally) -> dict[str, int]:
    """Endings other than sent, by their name."""
    return {ctx.coordinate(f"end-{state}"): rows for state, rows in counted.ended.items() if state != "sent"}


async def _notes(ctx: Context, broadcast: Broadcast, by: str) -> tuple[str, ...]:
    notes = await _times(ctx, broadcast)
    if broadcast.state is State.SUBMITTED and broadcast.plan.live_alert:
        notes.append(ctx.coordinate("note-type", area=area_to_type(ctx, broadcast.plan)))
    if by and broadcast.state is State.DRAFT:
        notes.append(ctx.coordinate("note-voided", person=await staff.name_of(ctx.tx, by)))
    if broadcast.override_reason:
        person = await staff.name_of(ctx.tx, broadcast.approved_by or "")
        notes.append(ctx.coordinate("note-override", person=person, reason=broadcast.override_reason))
    if broadcast.plan.refers_to is not None:
        original = await broadcasts.get(ctx.tx, broadcast.plan.refers_to)
        notes.append(ctx.coordinate("note-refers", reference=original.reference))
    return tuple(notes)


async def _times(ctx: Context, broadcast: Broadcast) -> list[str]:
    """When it comes, and how often."""
    schedule = broadcast.plan.schedule
    if schedule is None:
        return []
    how = ctx.coordinate(f"repeat-{schedule.repeat}")
    if broadcast.state in (State.DRAFT, State.SUBMITTED):
        return [ctx.coordinate("note-planned", when=when(ctx, schedule.first), repeat=how)]
    pending = await broadcast_schedules.get(ctx.tx, broadcast.id)
    return [] if pending is None else [ctx.coordinate("note-next", when=when(ctx, pending.next_at), repeat=how)]


def _headline(ctx: Context, broadcast: Broadcast) -> str:
    own = ctx.community.staff_language
    wording = broadcast.plan.wording(own) or next(iter(broadcast.plan.wordings), None)
    return "" if wording is None else "\n\n".join(
        part for part in (wording.headline, wording.description, wording.instruction) if part
    )  # fmt: skip
