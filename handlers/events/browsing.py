"""Residents look: ``/events`` lists what is coming near them, a button shows one, another one sends it as a file."""

from domain.content import Attachment, Button, FileRef, Forwarded
from domain.delivery import Draft, Lane, Operation
from domain.event import Answer, EventState
from domain.people import Resident
from handlers.context import Context
from handlers.events import fund, words
from handlers.privacy import EXPORTS
from handlers.quiet import zone_of
from storage import events, occasions, preferences, signups
from storage.occasions import Coming

LISTED = 6  # occasions of one page


async def list_events(ctx: Context, resident: Resident) -> None:
    """/events: what is coming in the areas that the resident chose, the next one first."""
    await show_page(ctx, resident, 0)


async def show_page(ctx: Context, resident: Resident, page: int) -> None:
    """One page of what is coming, a button for each."""
    language = resident.language
    areas = await preferences.areas_of(ctx.tx, resident.id)
    found = await occasions.coming(ctx.tx, ctx.now, areas=areas, limit=LISTED + 1, offset=page * LISTED)
    buttons = [[_shown(ctx, one, language)] for one in found[:LISTED]]
    turn = [Button(label=ctx.say(language, "event-button-earlier"), data=f"r:ev:list:{page - 1}")] if page else []
    if len(found) > LISTED:
        turn.append(Button(label=ctx.say(language, "event-button-later"), data=f"r:ev:list:{page + 1}"))
    mine = Button(label=ctx.say(language, "event-button-mine"), data="r:ev:mine")
    settings = Button(label=ctx.say(language, "settings-button-areas"), data="r:set:areas")
    key = "event-list" if found else "event-list-empty"
    lines = [ctx.say(language, key), *(_line(ctx, one, resident) for one in found[:LISTED])]
    rows = [*buttons, *([turn] if turn else []), [mine, settings]]
    await ctx.tell(resident, "\n\n".join(lines), buttons=rows)


def _line(ctx: Context, coming: Coming, resident: Resident) -> str:
    language, plan = resident.language, coming.event.plan
    when = words.span(ctx, coming.occasion, plan, language, zone_of(ctx, resident))
    parts = [
        ctx.say(language, "event-line", title=words.title(ctx, coming.event, language), when=when),
        ctx.say(language, "event-where", place=plan.place) if plan.place else "",
        words.seats(ctx, coming.occasion, language),
    ]
    return "\n".join(part for part in parts if part)


def _shown(ctx: Context, coming: Coming, language: str) -> Button:
    label = words.title(ctx, coming.event, language)[: words.LISTED_TITLE]
    return Button(label=label, data=f"r:ev:show:{coming.occasion.id}")


async def show(ctx: Context, resident: Resident, coming: Coming) -> None:
    """One occasion with everything about it, and the buttons to answer."""
    language = resident.language
    state = words.standing(coming, ctx.now)
    text = words.describe(ctx, coming, language, zone_of(ctx, resident))
    signup = await signups.find(ctx.tx, coming.occasion.id, resident.id)
    if signup is not None and signup.answer is not Answer.NO:
        own = ctx.say(language, f"event-own-{signup.answer}", count=signup.people, ticket=signup.ticket)
        text = f"{text}\n\n{own}"
    if goal := await fund.line(ctx, coming.event.id, language):
        text = f"{text}\n\n{goal}"
    if state != "open":
        text = f"{text}\n\n{ctx.say(language, f'event-is-{state}')}"
    rows = answer_buttons(ctx, coming, language) if state == "open" else []
    rows.append([*_calendar(ctx, coming, language), *words.place_buttons(ctx, coming.event.plan, language)])
    if coming.event.plan.rule or coming.event.plan.also:
        rows.append([Button(label=ctx.say(language, "event-button-dates"), data=f"r:ev:dates:{coming.event.id}")])
    await ctx.tell(resident, text, lead=words.title(ctx, coming.event, language), buttons=[row for row in rows if row])


def answer_buttons(ctx: Context, coming: Coming, language: str) -> list[list[Button]]:
    """Going, maybe, not going."""
    names = (("going", "primary"), ("maybe", "plain"), ("no", "plain"))
    return [
        [
            Button(
                label=ctx.say(language, f"event-button-{name}"),
                data=f"r:ev:{name}:{coming.occasion.id}",
                style="primary" if style == "primary" else "plain",
            )
            for name, style in names
        ]
    ]


def _calendar(ctx: Context, coming: Coming, language: str) -> list[Button]:
    if coming.occasion.state is not EventState.OPEN:
        return []
    return [Button(label=ctx.say(language, "event-button-calendar"), data=f"r:ev:ics:{coming.occasion.id}")]


async def show_dates(ctx: Context, resident: Resident, event_id: int) -> bool:
    """The next dates of a repeating event. False for an event that is not there."""
    found = await occasions.of_event(ctx.tx, event_id, after=ctx.now)
    ahead = [one for one in found if one.state is EventState.OPEN][: LISTED * 2]
    if not ahead:
        return False
    event, language = await events.get(ctx.tx, event_id), resident.language
    buttons = [[Button(label=words.span(ctx, one, event.plan, language), data=f"r:ev:show:{one.id}")] for one in ahead]
    text = ctx.say(language, "event-dates")
    await ctx.tell(resident, text, lead=words.title(ctx, event, language), buttons=buttons)
    return True


async def show_by_code(ctx: Context, resident: Resident, code: str) -> bool:
    """What a poster's deep link opens: the event's next occasion. False where no event has that code."""
    event = await events.by_code(ctx.tx, code)
    if event is None:
        return False
    every = await occasions.of_event(ctx.tx, event.id)
    ahead = [one for one in every if one.ends_at > ctx.now and one.state is EventState.OPEN]
    chosen = ahead[0] if ahead else every[-1] if every else None
    if chosen is None:
        return False
    await show(ctx, resident, Coming(occasion=chosen, event=event))
    return True


async def show_mine(ctx: Context, resident: Resident) -> None:
    """What the resident has answered to, the next one first, a button for each."""
    language = resident.language
    mine = (await signups.of_resident(ctx.tx, resident.id, ctx.now))[: LISTED * 2]
    lines = [ctx.say(language, "event-mine" if mine else "event-mine-empty")]
    for signup, coming in mine:
        own = ctx.say(language, f"event-own-{signup.answer}", count=signup.people, ticket=signup.ticket)
        lines.append(f"{_line(ctx, coming, resident)}\n{own}")
    buttons = [[_shown(ctx, coming, language)] for _, coming in mine]
    if not mine:
        buttons = [[Button(label=ctx.say(language, "event-button-list"), data="r:ev:list:0")]]
    await ctx.tell(resident, "\n\n".join(lines), buttons=buttons)


async def send_calendar(ctx: Context, resident: Resident, coming: Coming) -> None:
    """The occasion as a file that every calendar reads; it is made when it is sent."""
    language = resident.language
    file = FileRef(
        channel=EXPORTS,
        handle=f"ics:{coming.occasion.id}:{language}",
        name=f"{coming.event.code.lower()}.ics",
        mime="text/calendar",
    )
    caption = ctx.say(language, "event-calendar", title=words.title(ctx, coming.event, language))
    await ctx.send(
        Draft(
            channel=resident.channel,
            address=resident.address,
            lane=Lane.AUTOMATIC,
            operation=Operation.FILE,
            content=Forwarded(attachment=Attachment(kind="document", file=file), caption=caption),
            resident_id=resident.id,
        )
    )
