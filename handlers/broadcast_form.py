"""The questions of the second step, and what was answered: words in every language, CAP fields, whom it is for."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from domain.audience import NOWHERE_YET, AllOf, Audience, Everybody, Having, InAreas, Speaking
from domain.broadcast import (
    CATEGORIES,
    CERTAINTIES,
    FOLLOWING,
    SEVERITIES,
    URGENCIES,
    Facts,
    Fallback,
    Kind,
    Plan,
    Refusal,
    Wording,
)
from domain.broadcast_schedule import Repeat, Schedule
from domain.community import ALERTS
from domain.content import Ask, Choice
from handlers.broadcast_naming import language_name
from handlers.context import Context

LISTS = {"severity": SEVERITIES, "urgency": URGENCIES, "certainty": CERTAINTIES}
ROLES = ("volunteer", "partner", "staff")
USUAL_HOURS = 6  # until an alert expires, unless somebody says otherwise
LEAST_LEFT = timedelta(minutes=15)  # what follows an alert that is nearly over needs a time of its own
ASKING = frozenset({Kind.ALERT, Kind.UPDATE, Kind.DRILL})  # what may carry a safety check
PARTS = ("headline", "description", "instruction")
MOST = {"headline": 160, "description": 2500, "instruction": 2500}


def asks(ctx: Context, plan: Plan) -> tuple[Ask, ...]:
    """The questions for a plan, answered with what it already says."""
    alarming = plan.kind is not Kind.ANNOUNCEMENT
    found = [
        *(_about_facts(ctx, plan) if alarming else _about_topic(ctx, plan)),
        *(ask for language in ctx.community.languages for ask in _words(ctx, plan, language)),
        *([] if plan.kind in FOLLOWING else _people(ctx, plan)),
        _fallback(ctx, plan),
        *([] if plan.kind in FOLLOWING else _timing(ctx, plan)),
        *(_safety(ctx, plan) if plan.kind in ASKING else ()),
    ]
    return tuple(found)


def answered(ctx: Context, plan: Plan, values: Mapping[str, str]) -> Plan:
    """`plan` with the answers in it. Raises Refusal for an instant that no clock shows."""
    topic = values.get("topic", "") or plan.topic
    following = plan.kind in FOLLOWING
    known = {area.id for area in ctx.community.areas}
    areas = tuple(area for area in values.get("areas", "").split("\n") if area in known) or plan.areas
    return Plan(
        kind=plan.kind,
        wordings=tuple(_wordings(ctx, values)),
        facts=plan.facts if plan.kind is Kind.ANNOUNCEMENT else _facts(ctx, plan, values),
        audience=plan.audience if following else _audience(plan, areas, values),
        topic=topic if plan.kind is Kind.ANNOUNCEMENT else ALERTS,
        areas=areas,
        fallbacks=_fallbacks(ctx, values),
        exercise=plan.exercise,
        refers_to=plan.refers_to,
        playbook=plan.playbook,
        public=plan.public,
        safety_check=plan.kind in ASKING and values.get("safety", "") == "ask",
        notify=plan.notify,
        responders=plan.responders,
        schedule=None if following else _schedule(ctx, values),
    )


def _about_facts(ctx: Context, plan: Plan) -> Iterator[Ask]:
    facts = plan.facts or Facts(event="", urgency="Immediate", severity="Severe", certainty="Likely")
    yield Ask(name="event", label=ctx.coordinate("ask-event"), initial=facts.event, max_length=80)
    for name, values in LISTS.items():
        choices = tuple(Choice(label=ctx.coordinate(f"cap-{value.lower()}"), value=value) for value in values)
        chosen = getattr(facts, name)
        yield Ask(name=name, label=ctx.coordinate(f"ask-{name}"), kind="choice", choices=choices, initial=chosen)
    kinds = tuple(Choice(label=ctx.coordinate(f"cap-{value.lower()}"), value=value) for value in CATEGORIES)
    had = "\n".join(facts.categories)
    yield Ask(name="category", label=ctx.coordinate("ask-category"), kind="choices", choices=kinds, initial=had)
    yield from _about_onset(ctx, facts)
    usual = ctx.now + timedelta(hours=USUAL_HOURS)
    until = facts.expires if facts.expires and facts.expires > ctx.now + LEAST_LEFT else usual
    local = until.astimezone(ctx.community.time_zone)
    yield Ask(name="until-day", label=ctx.coordinate("ask-until-day"), kind="date", initial=f"{local:%Y-%m-%d}")
    yield Ask(name="until-time", label=ctx.coordinate("ask-until-time"), kind="time", initial=f"{local:%H:%M}")
    yield Ask(name="contact", label=ctx.coordinate("ask-contact"), initial=facts.contact, optional=True, max_length=200)


def _about_onset(ctx: Context, facts: Facts) -> Iterator[Ask]:
    local = facts.onset.astimezone(ctx.community.time_zone) if facts.onset else None
    day, time = (f"{local:%Y-%m-%d}", f"{local:%H:%M}") if local else ("", "")
    hint = ctx.coordinate("ask-onset-hint")
    yield Ask(
        name="onset-day", label=ctx.coordinate("ask-onset-day"), kind="date", initial=day, optional=True, hint=hint
    )
    yield Ask(name="onset-time", label=ctx.coordinate("ask-onset-time"), kind="time", initial=time, optional=True)


def _about_topic(ctx: Context, plan: Plan) -> Iterator[Ask]:
    language = ctx.community.staff_language
    choices = tuple(
        Choice(
            label=ctx.community.say(topic.name, language) or ctx.say(language, f"settings-topic-{topic.id}"),
            value=topic.id,
        )
        for topic in ctx.community.topics
        if topic.id != ALERTS
    )
    initial = plan.topic if plan.topic != ALERTS else ""
    yield Ask(name="topic", label=ctx.coordinate("ask-topic"), kind="choice", choices=choices, initial=initial)


def _words(ctx: Context, plan: Plan, language: str) -> Iterator[Ask]:
    wording = next((one for one in plan.wordings if one.language == language), None)
    name = language_name(ctx.catalogs, language)
    for part in PARTS:
        yield Ask(
            name=f"{part}-{language}",
            label=ctx.coordinate(f"ask-{part}", language=name),
            kind="line" if part == "headline" else "text",
            initial=getattr(wording, part, ""),
            optional=True,
            max_length=MOST[part],
        )


def _people(ctx: Context, plan: Plan) -> Iterator[Ask]:
    roles = tuple(Choice(label=ctx.coordinate(f"role-{role}"), value=role) for role in ROLES)
    languages = tuple(Choice(label=language_name(ctx.catalogs, code), value=code) for code in ctx.community.languages)
    parts = _parts(plan.audience)
    had = next((part.roles for part in parts if isinstance(part, Having)), ())
    spoken = next((part.languages for part in parts if isinstance(part, Speaking)), ())
    if NOWHERE_YET in parts:
        language = ctx.community.staff_language
        areas = tuple(Choice(label=ctx.community.say(one.name, language), value=one.id) for one in ctx.community.areas)
        yield Ask(name="areas", label=ctx.coordinate("ask-areas"), kind="choices", choices=areas, optional=True)
    yield Ask(
        name="roles", label=ctx.coordinate("ask-roles"), kind="choices", choices=roles, optional=True,
        initial="\n".join(had),
    )  # fmt: skip
    yield Ask(
        name="languages", label=ctx.coordinate("ask-languages"), kind="choices", choices=languages, optional=True,
        initial="\n".join(spoken),
    )  # fmt: skip


def _fallback(ctx: Context, plan: Plan) -> Ask:
    choices = tuple(Choice(label=language_name(ctx.catalogs, code), value=code) for code in ctx.community.languages)
    return Ask(
        name="fallback", label=ctx.coordinate("ask-fallback"), kind="choice", choices=choices, optional=True,
        initial=plan.fallbacks[0].uses if plan.fallbacks else "", hint=ctx.coordinate("ask-fallback-hint"),
    )  # fmt: skip


def _timing(ctx: Context, plan: Plan) -> Iterator[Ask]:
    schedule = plan.schedule
    local = schedule.first.astimezone(ctx.community.time_zone) if schedule else None
    hint = ctx.coordinate("ask-start-hint")
    day, time = (f"{local:%Y-%m-%d}", f"{local:%H:%M}") if local else ("", "")
    yield Ask(
        name="start-day", label=ctx.coordinate("ask-start-day"), kind="date", initial=day, optional=True, hint=hint
    )
    yield Ask(name="start-time", label=ctx.coordinate("ask-start-time"), kind="time", initial=time, optional=True)
    choices = tuple(Choice(label=ctx.coordinate(f"repeat-{repeat}"), value=repeat.value) for repeat in Repeat)
    chosen = schedule.repeat.value if schedule else Repeat.NEVER.value
    yield Ask(name="repeat", label=ctx.coordinate("ask-repeat"), kind="choice", choices=choices, initial=chosen)


def _schedule(ctx: Context, values: Mapping[str, str]) -> Schedule | None:
    """When it is sent; None for at once and once. Raises Refusal for a time that has passed or that no clock shows."""
    said = values.get("repeat", "")
    repeat = Repeat(said) if said in set(Repeat) else Repeat.NEVER
    if not values.get("start-day"):
        return None if repeat is Repeat.NEVER else Schedule(first=ctx.now, repeat=repeat)
    first = instant(ctx, values["start-day"], values.get("start-time") or "09:00")
    if first is None or first <= ctx.now:
        raise Refusal("past")
    return Schedule(first=first, repeat=repeat)


def _safety(ctx: Context, plan: Plan) -> Iterator[Ask]:
    choices = (Choice(label=ctx.coordinate("ask-safety-yes"), value="ask"),)
    yield Ask(
        name="safety", label=ctx.coordinate("ask-safety"), kind="choices", choices=choices, optional=True,
        initial="ask" if plan.safety_check else "", hint=ctx.coordinate("ask-safety-hint"),
    )  # fmt: skip


def _wordings(ctx: Context, values: Mapping[str, str]) -> Iterator[Wording]:
    for language in ctx.community.languages:
        headline, description, instruction = (values.get(f"{part}-{language}", "").strip() for part in PARTS)
        if headline or description or instruction:
            yield Wording(language=language, headline=headline, description=description, instruction=instruction)


def _facts(ctx: Context, plan: Plan, values: Mapping[str, str]) -> Facts:
    before = plan.facts or Facts(event="")
    chosen = {name: values.get(name) or getattr(before, name) for name in LISTS}
    first, *also = tuple(filter(None, values.get("category", "").split("\n"))) or before.categories
    onset = before.onset
    if "onset-day" in values:
        onset = instant(ctx, values["onset-day"], values.get("onset-time") or "00:00")
    return Facts(
        event=values.get("event", "").strip() or before.event,
        category=first,
        also=tuple(also),
        onset=onset,
        expires=instant(ctx, values.get("until-day", ""), values.get("until-time", "")) or before.expires,
        contact=values.get("contact", "").strip(),
        **chosen,
    )


def instant(ctx: Context, day: str, time: str) -> datetime | None:
    """The instant of a day and a time of the community's clock; None for no day. Raises Refusal where there is none."""
    if not day:
        return None
    zone = ctx.community.time_zone
    try:
        local = datetime.fromisoformat(f"{day}T{time or '23:59'}").replace(tzinfo=zone)
    except ValueError:
        raise Refusal("when") from None
    if local.astimezone(ctx.now.tzinfo).astimezone(zone).replace(tzinfo=None) != local.replace(tzinfo=None):
        raise Refusal("when")  # the clock is put forward over it
    return local.astimezone(ctx.now.tzinfo)


def _audience(plan: Plan, areas: tuple[str, ...], values: Mapping[str, str]) -> Audience:
    """Area, roles and languages; an audience of another kind stays as it is, and nowhere never becomes everywhere."""
    if not all(isinstance(part, Everybody | InAreas | Having | Speaking) for part in _parts(plan.audience)):
        return plan.audience
    nobody = NOWHERE_YET in _parts(plan.audience)
    base: Audience = NOWHERE_YET if nobody else Everybody()
    if areas:
        base = InAreas(areas=areas, unplaced=True)
    roles = tuple(filter(None, values.get("roles", "").split("\n")))
    languages = tuple(filter(None, values.get("languages", "").split("\n")))
    parts: list[Audience] = [base]
    if roles:
        parts.append(Having(roles=roles))
    if languages:
        parts.append(Speaking(languages=languages))
    return AllOf(parts=tuple(parts)) if len(parts) > 1 else base


def _parts(audience: Audience) -> tuple[Audience, ...]:
    return audience.parts if isinstance(audience, AllOf) else (audience,)


def _fallbacks(ctx: Context, values: Mapping[str, str]) -> tuple[Fallback, ...]:
    uses = values.get("fallback", "")
    written = {wording.language for wording in _wordings(ctx, values)}
    if not uses:
        return ()
    return tuple(Fallback(language=code, uses=uses) for code in ctx.community.languages if code not in written)
