"""An event's card in its department's channel: how it stands, who comes, what is still to be done."""

from domain.content import Button, Card, Field
from domain.delivery import Draft, Lane, Operation
from domain.event import Event, EventState, Occasion, Task
from handlers.context import Context
from handlers.events import fund, link, words
from handlers.settings import topic_name
from locales import format_list, format_when
from storage import occasions, outbox, signups
from storage.signups import Tally

TASKS_SHOWN = 15


async def post(ctx: Context, event: Event) -> None:
    """Put the event's card into its department's channel."""
    await ctx.send(await _draft(ctx, event, Operation.POST))


async def refresh(ctx: Context, event: Event) -> None:
    """Bring the card up to date in place; many changes that still wait become one."""
    await ctx.send(await _draft(ctx, event, Operation.EDIT))


async def move(ctx: Context, event: Event, old_department: str) -> None:
    """The event belongs to another department now: its card goes there."""
    old = _anchor(event, old_department)
    if await outbox.anchor(ctx.tx, old) is not None:
        gone = Draft(
            channel=ctx.desk_channel,
            address=channel_of(ctx, old_department),
            lane=Lane.DESK,
            operation=Operation.DELETE,
            content=None,
            target=old,
        )
        await ctx.send(gone)
    await post(ctx, event)


def channel_of(ctx: Context, department: str) -> str:
    """The Slack channel of a department; the front desk's where there is no such department (any more)."""
    found = ctx.community.department(department) or ctx.community.department(ctx.community.front_desk)
    assert found is not None  # the configuration is refused without a front desk
    return found.channel


def _anchor(event: Event, department: str) -> str:
    return f"event:{event.id}:card:{department}"


async def _draft(ctx: Context, event: Event, operation: Operation) -> Draft:
    posts, anchor = operation is Operation.POST, _anchor(event, event.plan.department)
    return Draft(
        channel=ctx.desk_channel,
        address=channel_of(ctx, event.plan.department),
        lane=Lane.DESK,
        operation=operation,
        content=await draw(ctx, event),
        anchor=anchor if posts else None,
        target=None if posts else anchor,
        replaces=None if posts else f"{anchor}:edit",
    )


async def draw(ctx: Context, event: Event) -> Card:
    """The card as it should look now."""
    every = await occasions.of_event(ctx.tx, event.id)
    ahead = [one for one in every if one.ends_at > ctx.now and one.state is EventState.OPEN]
    shown = ahead[0] if ahead else every[-1] if every else None
    tally = await signups.tally(ctx.tx, shown.id) if shown else Tally()
    takes_place = event.state is EventState.OPEN
    title = ctx.desk("event-card", title=words.title(ctx, event, ctx.community.staff_language))
    return Card(
        title=title if takes_place else ctx.desk("event-card-cancelled", title=title),
        fields=_fields(ctx, event, shown, len(ahead), tally),
        notes=(
            *await _fund(ctx, event),
            *(_task(ctx, task) for task in event.plan.tasks[:TASKS_SHOWN]),
            *await _links(ctx, event),
        ),
        buttons=_buttons(ctx, event, shown) if takes_place and shown is not None else (),
        tone="plain" if takes_place and ahead else "done",
    )


async def _fund(ctx: Context, event: Event) -> list[str]:
    """How far a fundraiser has come; nothing for another event."""
    said = await fund.line(ctx, event.id, ctx.community.staff_language)
    return [said] if said else []


def _fields(ctx: Context, event: Event, shown: Occasion | None, ahead: int, tally: Tally) -> tuple[Field, ...]:
    plan, language = event.plan, ctx.community.staff_language
    area, topic = ctx.community.area(plan.area), next((t for t in ctx.community.topics if t.id == plan.topic), None)
    pairs = [
        ("event-field-when", words.span(ctx, shown, plan, language) if shown else ""),
        ("event-field-more", ctx.desk("event-value-more", count=ahead - 1) if ahead > 1 else ""),
        ("event-field-where", plan.place),
        ("event-field-seats", _seats(ctx, shown) if shown else ""),
        ("event-field-answers", _others(ctx, tally)),
        ("event-field-came", _came(ctx, shown, tally) if shown else ""),
        ("event-field-deadline", _deadline(ctx, shown)),
        ("event-field-area", ctx.community.say(area.name, language) if area else ""),
        ("event-field-topic", topic_name(ctx, topic, language) if topic else plan.topic),
        ("event-field-organiser", plan.organiser),
        ("event-field-languages", _named(ctx, list(plan.languages))),
        ("event-field-texts", _named(ctx, [code for code in ctx.community.languages if code in plan.title])),
    ]
    return tuple(Field(label=ctx.desk(key), value=value) for key, value in pairs if value)


def _others(ctx: Context, tally: Tally) -> str:
    if not (tally.maybe or tally.waiting):
        return ""
    return ctx.desk("event-value-answers", maybe=tally.maybe, waiting=tally.waiting)


def _named(ctx: Context, codes: list[str]) -> str:
    """Languages by their own names."""
    return format_list(ctx.community.staff_language, [ctx.say(code, "resident-language-name") for code in codes])


def _seats(ctx: Context, shown: Occasion) -> str:
    if shown.capacity is None:
        return ctx.desk("event-value-taken", count=shown.taken)
    return ctx.desk("event-value-seats", count=shown.taken, capacity=shown.capacity)


def _came(ctx: Context, shown: Occasion, tally: Tally) -> str:
    """How many were let in; after the end also how many did not come."""
    if not tally.came:
        return ""
    if shown.ends_at > ctx.now:
        return ctx.desk("event-value-came", came=tally.came, going=tally.going)
    return ctx.desk("event-value-absent", came=tally.came, count=max(0, tally.going - tally.came))


def _deadline(ctx: Context, shown: Occasion | None) -> str:
    if shown is None or shown.closes_at == shown.starts_at:
        return ""
    return format_when(ctx.community.staff_language, shown.closes_at, ctx.now, ctx.community.time_zone)


def _task(ctx: Context, task: Task) -> str:
    key = "event-task-done" if task.done else "event-task-open"
    line = ctx.desk(key, text=task.text)
    return ctx.desk("event-task-who", line=line, who=task.who) if task.who else line


async def _links(ctx: Context, event: Event) -> list[str]:
    address = await link.of(ctx, event)
    return [ctx.desk("event-code", code=event.code)] + ([ctx.desk("event-link", url=address)] if address else [])


def _buttons(ctx: Context, event: Event, shown: Occasion) -> tuple[Button, ...]:
    return (
        Button(label=ctx.desk("event-button-change"), data=f"s:form:event:{event.id}"),
        Button(label=ctx.desk("event-button-door"), data=f"s:form:event-door:{shown.id}", style="primary"),
        Button(
            label=ctx.desk("event-button-tell"),
            data=f"s:event:tell:{event.id}",
            confirm=ctx.desk("event-tell-confirm"),
        ),
        Button(label=ctx.desk("event-button-poster"), data=f"s:event:poster:{event.id}"),
        Button(label=ctx.desk("event-button-cancel"), data=f"s:form:event-cancel:{event.id}", style="danger"),
    )
