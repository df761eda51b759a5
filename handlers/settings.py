"""``/settings``: what a resident wants to hear of, and when. One message with buttons that changes as they press."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import time
from zoneinfo import ZoneInfo, available_timezones

from domain.community import Topic
from domain.content import Button, Message, Place
from domain.delivery import Operation
from domain.geo import area_of
from domain.inbound import ResidentPressed
from domain.people import Resident
from handlers.context import Context
from handlers.quiet import zone_of
from locales import format_city, format_list
from storage import outbox, preferences, residents

PAGES = ("areas", "topics", "quiet", "zone")
QUIET = ((20, 8), (21, 7), (22, 7), (23, 6))  # hours of the local day that are offered
ZONES = (  # a city for every offset that residents' families live in; the community's own comes first
    "Europe/London", "Europe/Warsaw", "Europe/Kyiv", "Asia/Dubai", "Asia/Manila", "America/New_York",
)  # fmt: skip
WAITS_FOR_PLACE = "place_for"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """A resident with everything that they chose."""

    resident: Resident
    areas: frozenset[str]
    topics: frozenset[str]


async def show(ctx: Context, resident: Resident) -> None:
    """/settings: how things stand, and a button for each thing that can be changed."""
    await ctx.send(ctx.to(resident, _overview(ctx, await _wishes(ctx, resident)), anchor=_anchor(resident)))


async def pressed(ctx: Context, resident: Resident, event: ResidentPressed, rest: list[str]) -> bool:
    """A button of the settings: a page to open, or a choice on it. False where there is no such choice."""
    page, choice = rest[0], ":".join(rest[1:])
    if choice and not await _choose(ctx, resident, page, choice):
        return False
    if page == "place":
        await _ask_place(ctx, resident)
        return True
    draw = DRAWN.get(page)
    if draw is None:
        return False
    await _redraw(ctx, resident, event, draw(ctx, await _wishes(ctx, await residents.get(ctx.tx, resident.id))))
    return True


async def place_shared(ctx: Context, resident: Resident, place: Place) -> bool:
    """A place, after the resident was asked for theirs: it says which area to hear of. False where nobody asked."""
    if resident.dialogue.get(WAITS_FOR_PLACE) != "settings":
        return False
    dialogue = {key: value for key, value in resident.dialogue.items() if key != WAITS_FOR_PLACE}
    await residents.change(ctx.tx, resident.id, dialogue=dialogue)
    area = area_of(ctx.community, place)
    if area is None:
        await ctx.tell(resident, ctx.say(resident.language, "settings-place-unknown"))
        return True
    await preferences.move_area(ctx.tx, resident.id, area.id)
    name = ctx.community.say(area.name, resident.language)
    await ctx.tell(resident, ctx.say(resident.language, "settings-place-found", area=name))
    return True


def topic_name(ctx: Context, topic: Topic, language: str) -> str:
    """A topic's name: the configuration's, else the catalog's."""
    return ctx.community.say(topic.name, language) or ctx.say(language, f"settings-topic-{topic.id}")


# --- choosing


async def _choose(ctx: Context, resident: Resident, page: str, choice: str) -> bool:
    match page:
        case "areas" if ctx.community.area(choice):
            await _toggle_area(ctx, resident, choice)
        case "topics" if any(topic.id == choice for topic in ctx.community.topics):
            known = await preferences.topics_of(ctx.tx, resident.id)
            await preferences.want_topic(ctx.tx, resident.id, choice, wanted=choice not in known)
        case "quiet":
            return await _choose_quiet(ctx, resident, choice)
        case "zone" if choice in available_timezones():
            own = None if choice == ctx.community.time_zone.key else choice
            await residents.change(ctx.tx, resident.id, time_zone=own)
        case _:
            return False
    return True


async def _toggle_area(ctx: Context, resident: Resident, area: str) -> None:
    known = await preferences.areas_of(ctx.tx, resident.id)
    await preferences.want_area(ctx.tx, resident.id, area, wanted=area not in known)
    if area in known and resident.area == area:
        await residents.change(ctx.tx, resident.id, area=next(iter(sorted(known - {area})), None))
    elif not known:
        await residents.change(ctx.tx, resident.id, area=area)


async def _choose_quiet(ctx: Context, resident: Resident, choice: str) -> bool:
    if choice == "off":
        await residents.change(ctx.tx, resident.id, quiet_from=None, quiet_to=None)
        return True
    found = next((span for span in QUIET if choice == f"{span[0]}-{span[1]}"), None)
    if found is None:
        return False
    await residents.change(ctx.tx, resident.id, quiet_from=found[0] * 60, quiet_to=found[1] * 60)
    return True


async def _ask_place(ctx: Context, resident: Resident) -> None:
    await residents.change(ctx.tx, resident.id, dialogue={**resident.dialogue, WAITS_FOR_PLACE: "settings"})
    language = resident.language
    await ctx.tell(
        resident, ctx.say(language, "settings-place-ask"), ask_place=ctx.say(language, "settings-place-send")
    )


# --- drawing


async def _wishes(ctx: Context, resident: Resident) -> Wishes:
    areas = await preferences.areas_of(ctx.tx, resident.id)
    return Wishes(resident=resident, areas=areas, topics=await preferences.topics_of(ctx.tx, resident.id))


def _anchor(resident: Resident) -> str:
    return f"settings:{resident.id}"


async def _redraw(ctx: Context, resident: Resident, event: ResidentPressed, page: Message) -> None:
    """Change the message that was pressed; one that is not the newest settings is followed by a new one."""
    anchor = _anchor(resident)
    here = await outbox.anchor_at(ctx.tx, resident.address, event.message_id or "", resident.channel)
    if here == anchor:
        draft = ctx.to(resident, page, operation=Operation.EDIT, target=anchor, replaces=f"{anchor}:edit")
    else:
        draft = ctx.to(resident, page, anchor=anchor)
    await ctx.send(draft)


def _page(ctx: Context, language: str, text: str, buttons: Sequence[Button], width: int = 2) -> Message:
    rows = [tuple(buttons[i : i + width]) for i in range(0, len(buttons), width)]
    lead = ctx.say(language, "settings-title")
    return Message(lead=lead, text=text, buttons=tuple(rows), rtl=ctx.catalogs.direction(language) == "rtl")


def _overview(ctx: Context, wishes: Wishes) -> Message:
    language, person = wishes.resident.language, wishes.resident
    areas = [ctx.community.say(a.name, language) for a in ctx.community.areas if a.id in wishes.areas]
    topics = [topic_name(ctx, t, language) for t in ctx.community.topics if t.id in wishes.topics]
    lines = [
        ctx.say(language, "settings-areas", areas=format_list(language, areas) or ctx.say(language, "settings-all")),
        ctx.say(language, "settings-topics", topics=format_list(language, topics) or ctx.say(language, "settings-no")),
        ctx.say(language, "settings-quiet", hours=_span(ctx, person) or ctx.say(language, "settings-no")),
        ctx.say(language, "settings-zone", city=format_city(language, zone_of(ctx, person).key)),
    ]
    buttons = [Button(label=ctx.say(language, f"settings-button-{page}"), data=f"r:set:{page}") for page in PAGES]
    buttons.append(Button(label=ctx.say(language, "resident-language-button"), data="r:cmd:language"))
    return _page(ctx, language, "\n".join(lines), buttons)


def _span(ctx: Context, person: Resident) -> str:
    if person.quiet_from is None or person.quiet_to is None:
        return ""
    return _hours(ctx, person.language, person.quiet_from // 60, person.quiet_to // 60)


def _hours(ctx: Context, language: str, start: int, end: int) -> str:
    return ctx.say(language, "settings-span", start=f"{time(start):%H:%M}", end=f"{time(end):%H:%M}")


def _chosen(ctx: Context, language: str, label: str, data: str, *, on: bool) -> Button:
    return Button(label=ctx.say(language, "settings-on", name=label) if on else label, data=data)


def _back(ctx: Context, language: str) -> Button:
    return Button(label=ctx.say(language, "settings-back"), data="r:set:all")


def _areas(ctx: Context, wishes: Wishes) -> Message:
    language = wishes.resident.language
    buttons = [
        _chosen(ctx, language, ctx.community.say(a.name, language), f"r:set:areas:{a.id}", on=a.id in wishes.areas)
        for a in ctx.community.areas
    ]
    buttons.append(Button(label=ctx.say(language, "settings-place"), data="r:set:place"))
    return _page(ctx, language, ctx.say(language, "settings-ask-areas"), [*buttons, _back(ctx, language)])


def _topics(ctx: Context, wishes: Wishes) -> Message:
    language = wishes.resident.language
    buttons = [
        _chosen(ctx, language, topic_name(ctx, t, language), f"r:set:topics:{t.id}", on=t.id in wishes.topics)
        for t in ctx.community.topics
    ]
    return _page(ctx, language, ctx.say(language, "settings-ask-topics"), [*buttons, _back(ctx, language)])


def _quiet(ctx: Context, wishes: Wishes) -> Message:
    person, language = wishes.resident, wishes.resident.language
    own = None if person.quiet_from is None else (person.quiet_from // 60, (person.quiet_to or 0) // 60)
    buttons = [
        _chosen(ctx, language, _hours(ctx, language, *span), f"r:set:quiet:{span[0]}-{span[1]}", on=span == own)
        for span in QUIET
    ]
    buttons.append(_chosen(ctx, language, ctx.say(language, "settings-quiet-off"), "r:set:quiet:off", on=own is None))
    return _page(ctx, language, ctx.say(language, "settings-ask-quiet"), [*buttons, _back(ctx, language)])


def _zone(ctx: Context, wishes: Wishes) -> Message:
    language, own = wishes.resident.language, zone_of(ctx, wishes.resident).key
    names = dict.fromkeys((ctx.community.time_zone.key, *ZONES, own))
    buttons = [
        _chosen(ctx, language, _clock(ctx, language, name), f"r:set:zone:{name}", on=name == own) for name in names
    ]
    return _page(ctx, language, ctx.say(language, "settings-ask-zone"), [*buttons, _back(ctx, language)])


def _clock(ctx: Context, language: str, zone: str) -> str:
    """A city with what its clocks show: whoever does not know their zone's name knows the time."""
    now = f"{ctx.now.astimezone(ZoneInfo(zone)):%H:%M}"
    return ctx.say(language, "settings-clock", city=format_city(language, zone), time=now)


DRAWN: dict[str, Callable[[Context, Wishes], Message]] = {
    "all": _overview,
    "areas": _areas,
    "topics": _topics,
    "quiet": _quiet,
    "zone": _zone,
}
