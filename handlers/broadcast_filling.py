"""A plan (playbook) was chosen: its gaps are asked for, and its texts in every language become the draft.

Who says it, where and until when is known already; the other gaps are asked once a language, and what is left empty
reads as in the first language that was filled in (an address is the same in all).
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from alerts.playbooks.placeholders import MissingVariable
from alerts.playbooks.plan import Kind as Sheet
from alerts.playbooks.plan import Part, Playbook, Reach
from alerts.playbooks.render import MissingText, Values, needed, render
from broadcasts.texts import moment
from domain.audience import Everybody
from domain.broadcast import Facts, Kind, Plan, Refusal, Wording
from domain.community import Words
from domain.content import Ask, Form
from handlers import broadcast_form
from handlers.broadcast_naming import language_name
from handlers.context import Context

NAME = "cast-fill"
SHEETS = {Kind.ALERT: Sheet.ALERT, Kind.DRILL: Sheet.ALERT, Kind.UPDATE: Sheet.UPDATE,
          Kind.CORRECTION: Sheet.CORRECTION, Kind.ALL_CLEAR: Sheet.ALL_CLEAR}  # fmt: skip
BEGINS = frozenset({Kind.ALERT, Kind.DRILL})  # what follows goes where the first one went
KNOWN = ("source", "place", "until", "number")
MOST = 300  # characters of a value


def playbook_of(ctx: Context, plan: Plan) -> Playbook | None:
    """The plan's playbook, where it has one that can be sent from and that has words for this kind."""
    found = next((one for one in ctx.playbooks if one.id == plan.playbook and not one.draft), None)
    return found if found is not None and plan.kind in SHEETS and found.texts.get(SHEETS[plan.kind]) else None


def form(ctx: Context, plan: Plan, playbook: Playbook, about: str) -> Form:
    """What is still to be known, with the checklist above it."""
    language = ctx.community.staff_language
    steps = playbook.checklist.get(language, ()) if plan.kind in (Kind.ALERT, Kind.DRILL) else ()
    listed = "\n".join(f"☐ {step}" for step in steps)
    checklist = [Ask(name="list", label=ctx.coordinate("checklist"), kind="info", initial=listed)] if steps else []
    until = _until(ctx, plan, playbook).astimezone(ctx.community.time_zone)
    return Form(
        name=NAME,
        about=about,
        title=ctx.coordinate(f"kind-{plan.kind}"),
        submit=ctx.coordinate("to-preview"),
        cancel=ctx.desk("form-cancel"),
        asks=(
            *checklist,
            Ask(name="until-day", label=ctx.coordinate("ask-until-day"), kind="date", initial=f"{until:%Y-%m-%d}"),
            Ask(name="until-time", label=ctx.coordinate("ask-until-time"), kind="time", initial=f"{until:%H:%M}"),
            *_gaps(ctx, playbook, SHEETS[plan.kind]),
        ),
    )


def filled(ctx: Context, plan: Plan, playbook: Playbook, values: Mapping[str, str]) -> Plan:
    """The plan with the playbook's words in it. Raises Refusal where a gap was left."""
    chosen = broadcast_form.instant(ctx, values.get("until-day", ""), values.get("until-time", ""))
    before = plan.facts or _facts(ctx, playbook)
    facts = replace(before, expires=chosen or _until(ctx, plan, playbook))
    given: dict[str, str | Words] = {
        "source": ctx.community.name,
        "place": {code: _place(ctx, plan, code) for code in ctx.community.languages},
        "until": {code: moment(ctx, code, facts.expires or ctx.now) for code in ctx.community.languages},
        "number": ctx.community.emergency.number,
        **{name: _answers(ctx, name, values) for name in needed(playbook, SHEETS[plan.kind]) if name not in KNOWN},
    }
    return replace(
        plan,
        facts=facts,
        wordings=tuple(_wordings(ctx, plan, playbook, given)),
        notify=plan.notify or playbook.departments,
        responders=plan.responders or playbook.responders,
        audience=Everybody() if playbook.reach is Reach.EVERYONE and plan.kind in BEGINS else plan.audience,
        playbook=playbook.id,
    )


def _wordings(ctx: Context, plan: Plan, playbook: Playbook, given: Values) -> Iterator[Wording]:
    sheet = SHEETS[plan.kind]
    heads = playbook.words(sheet, Part.HEADLINE)
    languages = [code for code in ctx.community.languages if heads.get(code)]
    try:
        texts = render(playbook, sheet, languages, given)
    except MissingVariable as missing:
        raise Refusal("gap", variable=", ".join(missing.names)) from None
    except MissingText as missing:
        raise Refusal("no-headline", language=missing.languages[0]) from None
    for language, text in texts.items():
        yield Wording(
            language=language, headline=text.headline, description=text.description, instruction=text.instruction
        )


def _gaps(ctx: Context, playbook: Playbook, sheet: Sheet) -> Iterator[Ask]:
    for name in needed(playbook, sheet):
        if name in KNOWN:
            continue
        for number, language in enumerate(ctx.community.languages):
            asked = playbook.label(name, ctx.community.staff_language)
            label = ctx.coordinate("ask-gap", variable=asked, language=language_name(ctx.catalogs, language))
            yield Ask(
                name=f"gap-{name}-{language}", label=label, optional=number > 0, max_length=MOST,
                hint="" if number else ctx.coordinate("ask-gap-hint"),
            )  # fmt: skip


def _answers(ctx: Context, name: str, values: Mapping[str, str]) -> Words:
    said = {code: values.get(f"gap-{name}-{code}", "").strip() for code in ctx.community.languages}
    first = next((words for words in said.values() if words), "")
    return {code: words or first for code, words in said.items()}


def _facts(ctx: Context, playbook: Playbook) -> Facts:
    cap = playbook.cap
    return Facts(
        event=ctx.community.say(playbook.event, ctx.community.staff_language),
        category=str(cap.categories[0]),
        also=tuple(str(category) for category in cap.categories[1:]),
        urgency=str(cap.urgency),
        severity=str(cap.severity),
        certainty=str(cap.certainty),
    )


def _until(ctx: Context, plan: Plan, playbook: Playbook) -> datetime:
    expires = plan.expires
    if expires is not None and expires > ctx.now + broadcast_form.LEAST_LEFT:
        return expires
    return ctx.now + timedelta(hours=playbook.cap.lasts_hours)


def _place(ctx: Context, plan: Plan, language: str) -> str:
    names = [ctx.community.say(area.name, language) for area in map(ctx.community.area, plan.areas) if area]
    return ", ".join(names) if names else ctx.community.say(ctx.community.name, language)
