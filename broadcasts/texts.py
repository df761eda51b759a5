"""How a broadcast reads: the frame around the coordinators' words, in each language, cut into parts where it is long.

Times in a text that is frozen now and read tomorrow are dates, never "today".
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from broadcasts.surroundings import Surroundings
from delivery.enqueue import fit
from domain.broadcast import Broadcast, Kind, Plan, Wording
from domain.content import Message
from domain.delivery import Capabilities, Draft
from locales import format_date

Texts = dict[str, tuple[Message, ...]]  # language -> its parts


def texts(s: Surroundings, plan: Plan, languages: Sequence[str], original: Broadcast | None = None) -> Texts:
    """What readers of each of `languages` get; without those that nobody has words for.

    `original`: the message that this one refers to, where its reader has got that.
    """
    found = {language: plan.wording(language) for language in languages}
    return {
        language: parts(s.capabilities, message(s, plan, wording, original))
        for language, wording in found.items()
        if wording is not None
    }


def edited(s: Surroundings, plan: Plan, languages: Sequence[str]) -> Texts:
    """What the original's message becomes: the corrected words, and that and when they were corrected."""
    found: Texts = {}
    for language in languages:
        wording = plan.wording(language)
        if wording is None:
            continue
        note = s.catalogs.say(wording.language, "alert-edited", when=moment(s, wording.language, s.now))
        body = message(s, plan, wording, None, kind=Kind.CORRECTION, above=note)
        found[language] = (body,)
    return found


def message(
    s: Surroundings,
    plan: Plan,
    wording: Wording,
    original: Broadcast | None,
    *,
    kind: Kind | None = None,
    above: str = "",
) -> Message:
    """One text whole: what it is and the headline in bold, then what happened, what to do, until when, from whom."""
    language = wording.language
    refers = _refers(s, language, plan, original) if original is not None else ""
    said = f"{wording.description}\n{wording.instruction}"
    lines = (
        above,
        refers,
        wording.description,
        wording.instruction,
        _say_onset(s, language, plan, said),
        _say_until(s, language, plan, said),
        _say_contact(s, language, plan),
        _say_source(s, language, said if plan.playbook else ""),
        s.catalogs.say(language, "alert-drill-close") if plan.exercise else "",
    )
    return Message(
        lead=lead(s, plan, wording, kind or _kind_shown(plan, original)),
        text="\n\n".join(line.strip() for line in lines if line.strip()),
        rtl=s.catalogs.direction(language) == "rtl",
    )


def lead(s: Surroundings, plan: Plan, wording: Wording, kind: Kind) -> str:
    """The first line: a drill says so before anything else."""
    grave = kind in (Kind.ALERT, Kind.DRILL) and plan.facts is not None and plan.facts.severity in ("Extreme", "Severe")
    shown = "grave" if grave else Kind.ALERT if kind is Kind.DRILL else kind
    line = s.catalogs.say(wording.language, f"alert-lead-{shown}", headline=wording.headline.strip())
    return f"{s.catalogs.say(wording.language, 'alert-drill-mark')} · {line}" if plan.exercise else line


def moment(s: Surroundings, language: str, instant: datetime) -> str:
    """An instant as day and time of the community's clock."""
    local = instant.astimezone(s.community.time_zone)
    today = s.now.astimezone(s.community.time_zone).date()
    day = format_date(language, local.date(), today)
    return s.catalogs.say(language, "alert-moment", day=day, time=f"{local:%H:%M}")


def parts(capabilities: Mapping[str, Capabilities], whole: Message) -> tuple[Message, ...]:
    """`whole` as every channel can take it: the strictest one decides, for a text is frozen once for all."""
    if not capabilities:
        return (whole,)
    strictest = min(capabilities.values(), key=lambda can: can.text_limit)
    draft = Draft(channel=strictest.channel, address="", lane=Plan(kind=Kind.ALERT).lane, content=whole)
    cut = [part.content for part in fit(draft, {strictest.channel: strictest})]
    return tuple(part for part in cut if isinstance(part, Message))


def _kind_shown(plan: Plan, original: Broadcast | None) -> Kind:
    """Who never got the original reads a correction as what the original was."""
    return Kind.ALERT if plan.kind is Kind.CORRECTION and original is None else plan.kind


def _refers(s: Surroundings, language: str, plan: Plan, original: Broadcast) -> str:
    earlier = original.plan.wording(language)
    when = moment(s, language, original.started_at or s.now)
    key = "alert-refers-changed" if plan.kind is Kind.CORRECTION else "alert-refers"
    return s.catalogs.say(language, key, when=when, headline=earlier.headline if earlier else original.reference)


def _say_onset(s: Surroundings, language: str, plan: Plan, said: str) -> str:
    """From when on it is expected, where that is still to come and the coordinators' words do not say it."""
    onset = plan.facts.onset if plan.facts and plan.kind is not Kind.ALL_CLEAR else None
    when = moment(s, language, onset) if onset and onset > s.now else ""
    return s.catalogs.say(language, "alert-onset", when=when) if when and when not in said else ""


def _say_until(s: Surroundings, language: str, plan: Plan, said: str) -> str:
    """Until when it holds, unless the coordinators' words say it already."""
    until = None if plan.kind is Kind.ALL_CLEAR else plan.expires
    when = moment(s, language, until) if until else ""
    return s.catalogs.say(language, "alert-until", when=when) if when and when not in said else ""


def _say_source(s: Surroundings, language: str, said: str) -> str:
    """From whom it is, unless the words of a playbook say it. In other words the town's name may be just a place."""
    community = s.community.say(s.community.name, language)
    return "" if community in said else s.catalogs.say(language, "alert-source", community=community)


def _say_contact(s: Surroundings, language: str, plan: Plan) -> str:
    contact = plan.facts.contact if plan.facts else ""
    return s.catalogs.say(language, "alert-contact", contact=contact) if contact else ""
