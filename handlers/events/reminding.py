"""Reminders whose time has come: one row an occasion and lead, turned into deliveries by one statement.

Whoever moves the row from ``due`` writes the deliveries in the same transaction, so a doubled tick or a second process
finds nothing left. After a downtime what still lies ahead goes out once; what makes no sense any more is reported.
"""

from zoneinfo import ZoneInfo

from domain.content import Button, Message
from domain.delivery import Draft, Lane
from domain.event import Answer, EventState, Occasion
from handlers.context import Context
from handlers.events import card, news, words
from locales import format_when
from storage import notices, reminders
from storage.notices import Hearers, Timing
from storage.occasions import Coming
from storage.reminders import Due, ReminderState

HEAR = (Answer.GOING, Answer.MAYBE, Answer.OFFERED)
LOOKED_AT = 3  # should another process take the first one meanwhile


async def remind_next(ctx: Context) -> bool:
    """Settle the reminder that has been due longest. False where none is due.

    One a transaction: an event may have ten thousand guests, and the engine's commits pass in between.
    """
    for due in await reminders.due(ctx.tx, ctx.now, limit=LOOKED_AT):
        if await _settle(ctx, due):
            return True
    return False


async def _settle(ctx: Context, due: Due) -> bool:
    """Send it, or say why not. False where another process has done so."""
    occasion, event = due.coming.occasion, due.coming.event
    takes_place = occasion.state is EventState.OPEN and event.state is EventState.OPEN
    if not takes_place:
        return await reminders.end(ctx.tx, due.id, ReminderState.DROPPED, ctx.now)
    if occasion.starts_at <= ctx.now:
        if not await reminders.end(ctx.tx, due.id, ReminderState.LATE, ctx.now):
            return False
        await _report(ctx, due)
        return True
    if await reminders.superseded(ctx.tx, due.id, occasion.id, ctx.now):
        return await reminders.end(ctx.tx, due.id, ReminderState.MERGED, ctx.now)
    if not await reminders.end(ctx.tx, due.id, ReminderState.SENT, ctx.now):
        return False
    await _remind(ctx, due.coming)
    return True


async def _remind(ctx: Context, coming: Coming) -> int:
    occasion = coming.occasion
    hearers = Hearers(occasion_id=occasion.id, answers=HEAR)

    def write(language: str, zone: ZoneInfo) -> Message:
        return _message(ctx, coming, language, zone)

    timing = Timing(now=ctx.now, until=occasion.starts_at, zone=ctx.community.time_zone)
    return await notices.tell(ctx.tx, hearers, await news.written(ctx, hearers, write), timing, Lane.REMINDER)


def _message(ctx: Context, coming: Coming, language: str, zone: ZoneInfo) -> Message:
    plan, occasion = coming.event.plan, coming.occasion
    lines = [
        ctx.say(language, "event-reminder"),
        ctx.say(language, "event-when", when=words.span(ctx, occasion, plan, language, zone)),
        ctx.say(language, "event-where", place=plan.place) if plan.place else "",
    ]
    access = ctx.community.say(plan.accessibility, language)
    lines.append(ctx.say(language, "event-accessibility", value=access) if access else "")
    rows = (_buttons(ctx, occasion, language), tuple(words.place_buttons(ctx, plan, language)))
    return Message(
        lead=words.title(ctx, coming.event, language),
        text="\n".join(line for line in lines if line),
        buttons=tuple(row for row in rows if row),
        rtl=ctx.catalogs.direction(language) == "rtl",
    )


def _buttons(ctx: Context, occasion: Occasion, language: str) -> tuple[Button, ...]:
    return (
        Button(label=ctx.say(language, "event-button-show"), data=f"r:ev:show:{occasion.id}"),
        Button(label=ctx.say(language, "event-button-leave"), data=f"r:ev:no:{occasion.id}"),
    )


async def _report(ctx: Context, due: Due) -> None:
    """Tell the department that nobody was reminded, because the reminder came too late."""
    language = ctx.community.staff_language
    event, occasion = due.coming.event, due.coming.occasion
    text = ctx.desk(
        "event-reminder-late",
        title=words.title(ctx, event, language),
        due=format_when(language, due.due_at, ctx.now, ctx.community.time_zone),
        start=format_when(language, occasion.starts_at, ctx.now, ctx.community.time_zone),
    )
    await ctx.send(
        Draft(
            channel=ctx.desk_channel,
            address=card.channel_of(ctx, event.plan.department),
            lane=Lane.DESK,
            content=Message(text=text),
        )
    )
