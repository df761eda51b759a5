"""Something is different: exactly the people concerned hear of it, once, and of what has changed."""

from collections.abc import Callable, Mapping
from zoneinfo import ZoneInfo

from broadcasts.scheduling import Moved
from domain.content import Button, Message
from domain.delivery import Lane
from domain.event import CONCERNED, Change, Event, Occasion, Plan
from domain.people import Reach
from handlers.context import Context
from handlers.events import words
from storage import notices
from storage.notices import Group, Hearers, Timing

Writing = Callable[[str, ZoneInfo], Message]  # (language, reader's zone) -> what they read


async def tell_changed(
    ctx: Context, old: Event, new: Event, change: Change, moved: Moved, before: Mapping[int, Occasion]
) -> None:
    """After a change of the plan: those of moved and dropped occasions, and of all where the place is another one."""
    for occasion in moved.dropped:
        await tell_cancelled(ctx, new, occasion, "")
    told = [*moved.moved, *(moved.kept if change.place else ())]
    for occasion in told:
        was = before.get(occasion.id, occasion)

        def write(language: str, zone: ZoneInfo, occasion: Occasion = occasion, was: Occasion = was) -> Message:
            return _changed(ctx, (old, new), (was, occasion), change, language, zone)

        await _tell(ctx, occasion, write)


def _changed(
    ctx: Context,
    plans: tuple[Event, Event],
    times: tuple[Occasion, Occasion],
    change: Change,
    language: str,
    zone: ZoneInfo,
) -> Message:
    (old, new), (was, now) = plans, times
    lines = [ctx.say(language, "event-changed")]
    if (was.starts_at, was.ends_at) != (now.starts_at, now.ends_at):
        fresh = words.span(ctx, now, new.plan, language, zone)
        stale = words.span(ctx, was, old.plan, language, zone)
        lines += [ctx.say(language, "event-changed-when", now=fresh, was=stale)]
    if change.place:
        lines += [_where(ctx, old.plan, new.plan, language)]
    lines += [ctx.say(language, "event-changed-kept")]
    deeds = (_button(ctx, language, "show", now), _button(ctx, language, "leave", now))
    on_map = tuple(words.place_buttons(ctx, new.plan, language)) if change.place else ()
    return _message(ctx, language, words.title(ctx, new, language), lines, (deeds, on_map) if on_map else (deeds,))


def _where(ctx: Context, old: Plan, new: Plan, language: str) -> str:
    """Where it is now: another place, none any more, or another spot of the same place."""
    if new.place == old.place:
        return ctx.say(language, "event-changed-spot")
    if not new.place:
        return ctx.say(language, "event-changed-where-open", was=old.place)
    if not old.place:
        return ctx.say(language, "event-where", place=new.place)
    return ctx.say(language, "event-changed-where", now=new.place, was=old.place)


async def tell_cancelled(ctx: Context, event: Event, occasion: Occasion, reason: str) -> None:
    """The occasion does not take place. `reason`: the coordinator's own words, sent as they are."""

    def write(language: str, zone: ZoneInfo) -> Message:
        when = words.span(ctx, occasion, event.plan, language, zone)
        lines = [ctx.say(language, "event-cancelled", when=when)]
        if reason:
            lines.append(ctx.say(language, "event-cancelled-reason", reason=reason))
        listing = Button(label=ctx.say(language, "event-button-list"), data="r:ev:list:0")
        return _message(ctx, language, words.title(ctx, event, language), lines, ((listing,),))

    await _tell(ctx, occasion, write)


async def _tell(ctx: Context, occasion: Occasion, write: Writing) -> None:
    """Everybody concerned, also who said /stop: they answered to this, and would stand before a closed door."""
    hearers = Hearers(occasion_id=occasion.id, answers=CONCERNED, reach=(Reach.ACTIVE, Reach.STOPPED))
    until = max(occasion.starts_at, ctx.now) if occasion.starts_at > ctx.now else occasion.ends_at
    timing = Timing(now=ctx.now, until=until, zone=ctx.community.time_zone, hurry=True)
    texts = await written(ctx, hearers, write)
    await notices.tell(ctx.tx, hearers, texts, timing, Lane.REMINDER)


async def written(ctx: Context, hearers: Hearers, write: Writing) -> dict[Group, Message]:
    """One text for each group of guests."""
    found = await notices.groups(ctx.tx, hearers)
    return {g: write(g.language, ZoneInfo(g.time_zone) if g.time_zone else ctx.community.time_zone) for g in found}


def _button(ctx: Context, language: str, name: str, occasion: Occasion) -> Button:
    deed = "no" if name == "leave" else name
    return Button(label=ctx.say(language, f"event-button-{name}"), data=f"r:ev:{deed}:{occasion.id}")


def _message(
    ctx: Context, language: str, title: str, lines: list[str], rows: tuple[tuple[Button, ...], ...]
) -> Message:
    rtl = ctx.catalogs.direction(language) == "rtl"
    return Message(lead=title, text="\n".join(lines), buttons=rows, rtl=rtl)
