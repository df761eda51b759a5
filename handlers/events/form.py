"""The form in which coordinators plan an event: every field of the plan as a question, and back."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from domain.content import Ask, Choice, Form
from domain.event import REMIND, EventRefused, Plan
from domain.event_time import local
from handlers.context import Context
from handlers.events import lines, words
from handlers.settings import ZONES, topic_name

FORM = "event"
NOWHERE = "none"  # Slack's lists know no empty value
REPEATS = {  # a rule without its end
    "never": "",
    "daily": "FREQ=DAILY",
    "weekly": "FREQ=WEEKLY",
    "fortnightly": "FREQ=WEEKLY;INTERVAL=2",
    "monthly": "FREQ=MONTHLY",
    "yearly": "FREQ=YEARLY",
}
OWN_RULE = "own"
LEADS = (7 * 1440, 3 * 1440, 1440, 720, 180, 120, 60, 30)  # minutes before the start that can be chosen
TITLE, TEXT, NOTE = 150, 2000, 500  # characters


def draw(ctx: Context, about: str, values: Mapping[str, str], *, new: bool) -> Form:
    """The form with these values in it (see `values_of`)."""
    asks = [*_texts(ctx), *_times(ctx), *_place(ctx), *_people(ctx), *_rest(ctx)]
    return Form(
        name=FORM,
        about=about,
        title=ctx.desk("event-new-title") if new else ctx.desk("event-change-title"),
        submit=ctx.desk("event-new-submit") if new else ctx.desk("event-change-submit"),
        cancel=ctx.desk("form-cancel"),
        asks=tuple(_filled(ask, values.get(ask.name, "")) for ask in asks),
    )


def _filled(ask: Ask, value: str) -> Ask:
    known = {
        name: getattr(ask, name) for name in ("name", "label", "kind", "choices", "hint", "optional", "max_length")
    }
    return Ask(**known, initial=value)


def _texts(ctx: Context) -> list[Ask]:
    first, *others = _languages(ctx)
    asks = []
    for code in (first, *others):
        name = ctx.say(code, "resident-language-name")
        asks += [
            Ask(
                name=f"title-{code}",
                label=ctx.desk("event-ask-name", language=name),
                optional=code != first,
                max_length=TITLE,
            ),
            Ask(
                name=f"text-{code}",
                label=ctx.desk("event-ask-text", language=name),
                kind="text",
                optional=True,
                max_length=TEXT,
            ),
        ]
    return asks


def _languages(ctx: Context) -> tuple[str, ...]:
    """The language that must be filled in comes first: what everybody falls back to."""
    return tuple(dict.fromkeys((ctx.community.default_language, *ctx.community.languages)))


def _times(ctx: Context) -> list[Ask]:
    zones = dict.fromkeys((ctx.community.time_zone.key, *ZONES))
    repeats = [Choice(label=ctx.desk(f"event-repeat-{name}"), value=name) for name in (*REPEATS, OWN_RULE)]
    return [
        Ask(name="day", label=ctx.desk("event-ask-day"), kind="date"),
        Ask(name="start", label=ctx.desk("event-ask-start"), kind="time"),
        Ask(name="end", label=ctx.desk("event-ask-end"), kind="time"),
        Ask(
            name="last",
            label=ctx.desk("event-ask-last"),
            kind="date",
            optional=True,
            hint=ctx.desk("event-ask-last-hint"),
        ),
        Ask(name="zone", label=ctx.desk("event-ask-zone"), kind="choice", choices=tuple(map(_itself, zones))),
        Ask(name="repeat", label=ctx.desk("event-ask-repeat"), kind="choice", choices=tuple(repeats)),
        Ask(name="until", label=ctx.desk("event-ask-until"), kind="date", optional=True),
        Ask(
            name="rule",
            label=ctx.desk("event-ask-rule"),
            optional=True,
            max_length=300,
            hint=ctx.desk("event-ask-rule-hint"),
        ),
    ]


def _itself(value: str) -> Choice:
    return Choice(label=value, value=value)


def _place(ctx: Context) -> list[Ask]:
    language = ctx.community.staff_language
    areas = [Choice(label=ctx.community.say(area.name, language), value=area.id) for area in ctx.community.areas]
    everywhere = Choice(label=ctx.desk("event-everywhere"), value=NOWHERE)
    return [
        Ask(name="place", label=ctx.desk("event-ask-place"), optional=True, max_length=TITLE),
        Ask(
            name="pin",
            label=ctx.desk("event-ask-pin"),
            optional=True,
            max_length=NOTE,
            hint=ctx.desk("event-ask-pin-hint"),
        ),
        Ask(name="area", label=ctx.desk("event-ask-area"), kind="choice", choices=(everywhere, *areas)),
    ]


def _people(ctx: Context) -> list[Ask]:
    return [
        Ask(
            name="capacity",
            label=ctx.desk("event-ask-capacity"),
            optional=True,
            max_length=6,
            hint=ctx.desk("event-ask-capacity-hint"),
        ),
        Ask(
            name="deadline",
            label=ctx.desk("event-ask-deadline"),
            optional=True,
            max_length=5,
            hint=ctx.desk("event-ask-deadline-hint"),
        ),
        Ask(
            name="remind",
            label=ctx.desk("event-ask-remind"),
            kind="choices",
            optional=True,
            choices=tuple(Choice(label=words.lead(ctx, minutes), value=str(minutes)) for minutes in LEADS),
        ),
    ]


def _rest(ctx: Context) -> list[Ask]:
    language = ctx.community.staff_language
    topics = [Choice(label=topic_name(ctx, topic, language), value=topic.id) for topic in ctx.community.topics]
    desks = [Choice(label=ctx.department_name(d, language), value=d.id) for d in ctx.community.departments]
    spoken = [Choice(label=ctx.say(code, "resident-language-name"), value=code) for code in ctx.community.languages]
    return [
        Ask(name="topic", label=ctx.desk("event-ask-topic"), kind="choice", choices=tuple(topics)),
        Ask(name="department", label=ctx.desk("event-ask-department"), kind="choice", choices=tuple(desks)),
        Ask(name="organiser", label=ctx.desk("event-ask-organiser"), optional=True, max_length=TITLE),
        Ask(
            name="languages",
            label=ctx.desk("event-ask-languages"),
            kind="choices",
            optional=True,
            choices=tuple(spoken),
        ),
        *(
            Ask(
                name=f"access-{code}",
                label=ctx.desk("event-ask-access", language=ctx.say(code, "resident-language-name")),
                optional=True,
                max_length=NOTE,
            )
            for code in _languages(ctx)
        ),
        Ask(
            name="tasks",
            label=ctx.desk("event-ask-tasks"),
            kind="text",
            optional=True,
            max_length=TEXT,
            hint=ctx.desk("event-ask-tasks-hint"),
        ),
    ]


# --- values: what stands in the form


def blank(ctx: Context) -> dict[str, str]:
    """The values of a new event: tomorrow evening, at home, for everybody."""
    tomorrow = ctx.now.astimezone(ctx.community.time_zone).date() + timedelta(days=1)
    return {
        "day": tomorrow.isoformat(),
        "start": "18:00",
        "end": "20:00",
        "zone": ctx.community.time_zone.key,
        "repeat": "never",
        "area": NOWHERE,
        "topic": "events" if any(t.id == "events" for t in ctx.community.topics) else ctx.community.topics[0].id,
        "department": ctx.community.front_desk,
        "remind": "\n".join(map(str, REMIND)),
    }


def values_of(plan: Plan) -> dict[str, str]:
    """A plan as the form's values; `plan_of` reads them back."""
    start, end = local(plan.start), local(plan.end)
    rule, until = _rule_in_form(plan.rule)
    return {
        **{f"title-{code}": text for code, text in plan.title.items()},
        **{f"text-{code}": text for code, text in plan.description.items()},
        **{f"access-{code}": text for code, text in plan.accessibility.items()},
        "day": start.date().isoformat(),
        "start": f"{start:%H:%M}",
        "end": f"{end:%H:%M}",
        "last": end.date().isoformat() if end.date() != start.date() else "",
        "zone": plan.zone,
        "repeat": rule,
        "until": until,
        "rule": plan.rule if rule == OWN_RULE else "",
        "place": plan.place,
        "pin": lines.pin_as_text(plan.latitude, plan.longitude),
        "area": plan.area or NOWHERE,
        "capacity": str(plan.capacity or ""),
        "deadline": lines.hours_as_text(plan.deadline_minutes),
        "remind": "\n".join(map(str, plan.remind)),
        "topic": plan.topic,
        "department": plan.department,
        "organiser": plan.organiser,
        "languages": "\n".join(plan.languages),
        "tasks": lines.tasks_as_text(plan.tasks),
    }


def _rule_in_form(rule: str) -> tuple[str, str]:
    """(choice of the list, day of UNTIL) of a rule; one that the list does not have is the coordinator's own."""
    for name, beginning in REPEATS.items():
        if rule == beginning:
            return name, ""
        end = rule.removeprefix(f"{beginning};UNTIL=")
        if beginning and end != rule and len(end) == len("20261120T235959") and end.endswith("T235959"):
            return name, f"{end[:4]}-{end[4:6]}-{end[6:8]}"
    return OWN_RULE, ""


def plan_of(ctx: Context, values: Mapping[str, str], old: Plan | None) -> Plan:
    """The plan that was filled in. `old` gives what the form does not ask. Raises EventRefused."""
    latitude, longitude = _pin(values.get("pin", ""), old)
    end_day = values.get("last") or values.get("day", "")
    area = values.get("area", NOWHERE)
    return Plan(
        title=_by_language(ctx, values, "title"),
        description=_by_language(ctx, values, "text"),
        accessibility=_by_language(ctx, values, "access"),
        zone=values.get("zone") or ctx.community.time_zone.key,
        start=f"{values.get('day', '')}T{values.get('start', '')}",
        end=f"{end_day}T{values.get('end', '')}",
        rule=_rule(values),
        without=old.without if old else (),
        also=old.also if old else (),
        place=values.get("place", "").strip(),
        latitude=latitude,
        longitude=longitude,
        capacity=lines.whole(values.get("capacity", ""), "capacity-number"),
        topic=_known(values.get("topic", ""), [topic.id for topic in ctx.community.topics]),
        area=None if area == NOWHERE else _known(area, [one.id for one in ctx.community.areas]),
        department=_known(values.get("department", ""), [d.id for d in ctx.community.departments]),
        organiser=values.get("organiser", "").strip(),
        languages=tuple(code for code in values.get("languages", "").split("\n") if code in ctx.community.languages),
        deadline_minutes=lines.hours(values.get("deadline", "")),
        remind=tuple(sorted({int(n) for n in values.get("remind", "").split("\n") if n.isdecimal()}, reverse=True)),
        tasks=lines.tasks(values.get("tasks", "")),
    )


def _pin(text: str, old: Plan | None) -> tuple[float | None, float | None]:
    """What was typed; left as it stood it is the same point, however many decimals a calendar file gave it."""
    if old is not None and text == lines.pin_as_text(old.latitude, old.longitude):
        return old.latitude, old.longitude
    return lines.pin(text)


def _by_language(ctx: Context, values: Mapping[str, str], name: str) -> dict[str, str]:
    found = {code: values.get(f"{name}-{code}", "").strip() for code in _languages(ctx)}
    if name == "title" and not any(found.values()):
        raise EventRefused("untitled")
    return {code: text for code, text in found.items() if text}


def _rule(values: Mapping[str, str]) -> str:
    repeat, until = values.get("repeat", "never"), values.get("until", "")
    if repeat == OWN_RULE or values.get("rule", "").strip():
        return values.get("rule", "").strip().upper().removeprefix("RRULE:")
    beginning = REPEATS.get(repeat, "")
    if not beginning:
        return ""
    try:
        end = datetime.fromisoformat(until).strftime("%Y%m%d") if until else ""
    except ValueError:
        raise EventRefused("time", text=until[:40]) from None
    return f"{beginning};UNTIL={end}T235959" if end else beginning


def _known(value: str, known: list[str]) -> str:
    if value not in known:
        raise EventRefused("unknown", value=value[:40])
    return value
