"""Whom a broadcast is for beyond area, role and language: shapes, open cases, events, and audiences that have a name.

A saved audience can stand alone, be added or be left out, so any union and exclusion can be put together step by step.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta

from alerts.cap.message import Area, Named
from alerts.cap.reach import districts_met
from alerts.cap.values import read_circle, read_point
from domain.audience import AllOf, AnyOf, Attending, Audience, Except, InAreas, WithOpenCase
from domain.broadcast import FOLLOWING, Plan, Refusal
from domain.content import Ask, Choice
from domain.ids import find_reference
from handlers.context import Context
from handlers.events.words import LISTED_TITLE, title
from storage import audiences, events, occasions

RECENT = timedelta(days=30)  # whoever signed up for an event that ended longer ago is addressed by its code
SHOWN = 20  # events


async def asks(ctx: Context, plan: Plan) -> tuple[Ask, ...]:
    """The questions; none for what follows an earlier broadcast, for that goes where the first one went."""
    if plan.kind in FOLLOWING:
        return ()
    return (*_about_places(ctx), *_about_cases(ctx), *await _about_events(ctx), *await _about_saved(ctx, plan))


async def chosen(ctx: Context, plan: Plan, values: Mapping[str, str]) -> Plan:
    """`plan` for whom the answers say. Raises Refusal for a shape, an event or a name that nothing is known of."""
    if plan.kind in FOLLOWING:
        return plan
    names = await audiences.saved(ctx.tx)
    met = _areas_met(ctx, values.get("shape", ""))
    alone = _named(names, values.get("audience", ""))
    only = [alone[0] if alone else plan.audience]
    only += [InAreas(areas=met, unplaced=True)] if met else []
    only += [*_cases(values), *await _attending(ctx, _many(values, "events"))]
    also = _named(names, values.get("also", ""))
    less = [*_without_areas(values), *_named(names, values.get("without", ""))]
    base = AllOf(parts=tuple(only)) if len(only) > 1 else only[0]
    whole = AnyOf(parts=(base, *also)) if also else base
    audience = Except(base=whole, minus=AnyOf(parts=tuple(less))) if less else whole
    return replace(plan, audience=audience, areas=plan.areas or met)


def _about_places(ctx: Context) -> Iterator[Ask]:
    language = ctx.community.staff_language
    areas = tuple(Choice(label=ctx.community.say(area.name, language), value=area.id) for area in ctx.community.areas)
    if areas:
        label, hint = ctx.coordinate("ask-shape"), ctx.coordinate("ask-shape-hint")
        yield Ask(name="shape", label=label, hint=hint, optional=True, max_length=2000)
        yield Ask(
            name="without-areas",
            label=ctx.coordinate("ask-without-areas"),
            kind="choices",
            choices=areas,
            optional=True,
        )


def _about_cases(ctx: Context) -> Iterator[Ask]:
    language = ctx.community.staff_language
    desks = tuple(
        Choice(label=ctx.community.say(one.name, language), value=one.id) for one in ctx.community.departments
    )
    label = ctx.coordinate("ask-case-departments")
    yield Ask(name="case-departments", label=label, kind="choices", choices=desks, optional=True)
    label, hint = ctx.coordinate("ask-cases"), ctx.coordinate("ask-cases-hint")
    yield Ask(name="cases", label=label, hint=hint, optional=True, max_length=1000)


async def _about_events(ctx: Context) -> tuple[Ask, ...]:
    found = await occasions.coming(ctx.tx, ctx.now - RECENT, limit=SHOWN * 3)
    held = {one.event.code: one.event for one in found}
    language = ctx.community.staff_language
    choices = [Choice(label=title(ctx, one, language)[:LISTED_TITLE], value=code) for code, one in held.items()][:SHOWN]
    label, hint = ctx.coordinate("ask-events"), ctx.coordinate("ask-events-hint")
    ask = Ask(name="events", label=label, kind="choices", choices=tuple(choices), optional=True, hint=hint)
    return (ask,) if choices else ()


async def _about_saved(ctx: Context, plan: Plan) -> tuple[Ask, ...]:
    names = await audiences.saved(ctx.tx)
    choices = tuple(Choice(label=name, value=name) for name in names)
    own = next((name for name, audience in names.items() if audience == plan.audience), "")
    label, also = ctx.coordinate("ask-audience"), ctx.coordinate("ask-audience-also")
    less = ctx.coordinate("ask-audience-without")
    found = (
        Ask(name="audience", label=label, kind="choice", choices=choices, initial=own, optional=True),
        Ask(name="also", label=also, kind="choices", choices=choices, optional=True),
        Ask(name="without", label=less, kind="choices", choices=choices, optional=True),
    )
    return found if choices else ()


def _many(values: Mapping[str, str], name: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, values.get(name, "").split("\n"))))


def _named(names: Mapping[str, Audience], said: str) -> list[Audience]:
    wanted = list(filter(None, said.split("\n")))
    unknown = [name for name in wanted if name not in names]
    if unknown:
        raise Refusal("audience", name=unknown[0][:60])
    return [names[name] for name in wanted]


def _cases(values: Mapping[str, str]) -> Iterator[Audience]:
    departments = _many(values, "case-departments")
    said = values.get("cases", "").replace(",", " ").split()
    references = tuple(filter(None, map(find_reference, said)))
    if len(references) < len(said):
        raise Refusal("cases")
    if departments or references:
        yield WithOpenCase(departments=departments, references=references)


async def _attending(ctx: Context, codes: tuple[str, ...]) -> list[Audience]:
    numbers: list[int] = []
    for code in codes:
        event = await events.by_code(ctx.tx, code)
        if event is None:
            raise Refusal("event", event=code[:20])
        numbers += [one.id for one in await occasions.of_event(ctx.tx, event.id)]
    return [Attending(occasions=tuple(numbers), came=True)] if numbers else []


def _without_areas(values: Mapping[str, str]) -> Iterator[Audience]:
    areas = _many(values, "without-areas")
    if areas:
        yield InAreas(areas=areas)


def _areas_met(ctx: Context, said: str) -> tuple[str, ...]:
    """Ids of the areas that the shape meets; none where none was given. Raises Refusal where it meets none."""
    if not said.strip():
        return ()
    try:
        shape = _shape(said.split())
    except ValueError:
        raise Refusal("shape") from None
    met = districts_met((shape,), ctx.community.areas)
    if not met:
        raise Refusal("shape-nowhere")
    return met


def _shape(words: list[str]) -> Area:
    """A CAP area of ``lat,lon lat,lon …`` (outline), ``lat,lon km`` (circle) or ``NAME=value …`` (codes).

    Raises ValueError for anything else.
    """
    if all("=" in word for word in words):
        codes = tuple(Named(name=name, value=value) for name, _, value in (word.partition("=") for word in words))
        return Area(description="", geocodes=codes)
    if len(words) == 2 and "," not in words[1]:
        return Area(description="", circles=(read_circle(" ".join(words)),))
    ring = tuple(map(read_point, words))
    closed = ring if ring[0] == ring[-1] else (*ring, ring[0])
    if len(closed) < 4:
        raise ValueError("an outline needs three corners")
    return Area(description="", polygons=(closed,))
