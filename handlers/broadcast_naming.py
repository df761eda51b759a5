"""How broadcasts, languages and areas are called before coordinators."""

from collections.abc import Mapping

from broadcasts.approve import area_to_type
from domain.broadcast import Broadcast, Kind
from handlers.context import Context
from handlers.desk import when
from locales import Catalogs

MOST_LISTED = 12


def kind(ctx: Context, broadcast: Broadcast) -> str:
    """What it is; a drill says so whatever else it is."""
    name = ctx.coordinate(f"kind-{broadcast.plan.kind}")
    if broadcast.plan.exercise and broadcast.plan.kind is not Kind.DRILL:
        return f"{ctx.coordinate('kind-drill')} · {name}"
    return name


def language_name(catalogs: Catalogs, code: str) -> str:
    """A language by its own name; its code where no catalog knows it."""
    known = catalogs.has(code, "resident-language-name")
    return catalogs.say(code, "resident-language-name") if known else code


def where(ctx: Context, broadcast: Broadcast) -> str:
    """The areas that it speaks of; the whole town where it names none."""
    return area_to_type(ctx, broadcast.plan)


def until(ctx: Context, broadcast: Broadcast) -> str:
    """Until when it holds; empty where it says nothing."""
    instant = broadcast.plan.expires
    return when(ctx, instant, ctx.community.staff_language) if instant else ""


def area_name(ctx: Context, area_id: str) -> str:
    """An area's name for staff."""
    area = ctx.community.area(area_id)
    if area is None:
        return ctx.coordinate("area-unknown")
    return ctx.community.say(area.name, ctx.community.staff_language)


def topic_name(ctx: Context, topic_id: str) -> str:
    """A topic's name for staff."""
    language = ctx.community.staff_language
    topic = next((one for one in ctx.community.topics if one.id == topic_id), None)
    own = ctx.community.say(topic.name, language) if topic else ""
    key = f"settings-topic-{topic_id}"
    return own or (ctx.say(language, key) if ctx.catalogs.has(language, key) else topic_id)


def listed(counts: Mapping[str, int]) -> str:
    """Names with their counts, the largest first."""
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    line = " · ".join(f"\u2068{name}\u2069 {count}" for name, count in ordered[:MOST_LISTED])
    return f"{line} …" if len(ordered) > MOST_LISTED else line
