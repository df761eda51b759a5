"""An event in a resident's words: what, when, where, for whom."""

from datetime import datetime
from zoneinfo import ZoneInfo

from domain.content import Button
from domain.event import Event, EventState, Occasion, Plan
from handlers.context import Context
from handlers.desk import MAP
from locales import format_list, format_moment, format_span, format_when
from storage.occasions import Coming

LISTED_TITLE = 60  # characters of a title on a button


def title(ctx: Context, event: Event, language: str) -> str:
    """The event's title, in the language where there is one."""
    return ctx.community.say(event.plan.title, language)


def span(ctx: Context, occasion: Occasion, plan: Plan, language: str, zone: ZoneInfo | None = None) -> str:
    """When it is, by the clock at its place; also by the reader's own where that shows another time."""
    there = ZoneInfo(plan.zone)
    said = format_span(language, occasion.starts_at, occasion.ends_at, ctx.now, there)
    if zone is None or _offset(occasion.starts_at, zone) == _offset(occasion.starts_at, there):
        return said
    own = format_moment(language, occasion.starts_at, ctx.now, zone)
    return ctx.say(language, "event-own-clock", when=said, own=own)


def _offset(at: datetime, zone: ZoneInfo) -> object:
    return at.astimezone(zone).utcoffset()


def describe(ctx: Context, coming: Coming, language: str, zone: ZoneInfo) -> str:
    """Everything a resident should know before they answer, one thing a line."""
    plan, occasion = coming.event.plan, coming.occasion
    lines = [
        ctx.say(language, "event-when", when=span(ctx, occasion, plan, language, zone)),
        ctx.say(language, "event-where", place=plan.place) if plan.place else "",
        seats(ctx, occasion, language),
        _deadline(ctx, coming, language, zone),
        _line(ctx, language, "event-organiser", plan.organiser),
        _line(ctx, language, "event-languages", _languages(ctx, plan, language)),
        _line(ctx, language, "event-accessibility", ctx.community.say(plan.accessibility, language)),
    ]
    description = ctx.community.say(plan.description, language)
    return "\n\n".join(part for part in ("\n".join(line for line in lines if line), description) if part)


def seats(ctx: Context, occasion: Occasion, language: str) -> str:
    """How many seats are left; nothing where there is no limit."""
    return "" if occasion.free is None else ctx.say(language, "event-seats", count=occasion.free)


def _line(ctx: Context, language: str, key: str, value: str) -> str:
    return ctx.say(language, key, value=value) if value else ""


def _deadline(ctx: Context, coming: Coming, language: str, zone: ZoneInfo) -> str:
    occasion = coming.occasion
    if occasion.closes_at == occasion.starts_at:
        return ""
    return ctx.say(language, "event-deadline", when=format_when(language, occasion.closes_at, ctx.now, zone))


def _languages(ctx: Context, plan: Plan, language: str) -> str:
    return format_list(language, [ctx.say(code, "resident-language-name") for code in plan.languages])


def place_buttons(ctx: Context, plan: Plan, language: str) -> list[Button]:
    """The place on a map, where the plan has a pin."""
    if plan.latitude is None or plan.longitude is None:
        return []
    link = MAP.format(lat=plan.latitude, lon=plan.longitude)
    return [Button(label=ctx.say(language, "event-button-map"), data="", url=link)]


def standing(coming: Coming, now: datetime) -> str:
    """Whether people can still sign up: ``open``, ``closed`` (deadline), ``over``, ``cancelled``."""
    occasion, event = coming.occasion, coming.event
    if event.state is not EventState.OPEN or occasion.state is not EventState.OPEN:
        return "cancelled"
    if occasion.ends_at <= now:
        return "over"
    return "open" if now < occasion.closes_at else "closed"


def lead(ctx: Context, minutes: int) -> str:
    """How long before the start, for staff: "1 day", "2 hours"."""
    for size, unit in ((24 * 60, "days"), (60, "hours")):
        if minutes % size == 0:
            return ctx.desk(f"event-lead-{unit}", count=minutes // size)
    return ctx.desk("event-lead-minutes", count=minutes)
