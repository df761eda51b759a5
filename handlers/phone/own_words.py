"""A broadcast in a coordinator's own words from their phone: one question at a time, buttons where there is a choice.

The same questions as the form's in Slack, fewer of them: what is not asked keeps the form's usual answer. A text is one
message a language, its first line the headline. What has been answered rests in the chat's dialogue (`working`).
"""

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from domain.broadcast import FOLLOWING, SEVERITIES, Kind
from domain.community import ALERTS
from domain.content import Button
from handlers.broadcast_naming import language_name
from handlers.context import Context
from handlers.settings import topic_name

KINDS = (Kind.ALERT, Kind.ANNOUNCEMENT, Kind.DRILL)
HOURS = (3, 6, 12, 24)
NONE = "-"  # the whole town; no plan; nobody's text
MOST_EVENT = 80
WORDS = {
    "plan": "phone-plan",
    "area": "ask-areas",
    "topic": "ask-topic",
    "severity": "ask-severity",
    "hours": "phone-hours",
    "uses": "phone-uses",
}
Own = dict[str, Any]  # kind, area, plan, topic, severity, hours, texts, uses; ``follows``: number of the first one


def next_question(ctx: Context, own: Own) -> str | None:
    """What is to be asked next; None where everything is known."""
    missing_fact = next((name for name in _facts(ctx, own) if name not in own), None)
    if missing_fact is not None or own.get("plan", NONE) != NONE:
        return missing_fact
    texts = own.get("texts", {})
    missing = [code for code in ctx.community.languages if code not in texts]
    if missing:
        return f"text-{missing[0]}"
    some_lack_one = not all(texts.values()) and any(texts.values())
    return "uses" if some_lack_one and "uses" not in own else None


def _facts(ctx: Context, own: Own) -> list[str]:
    """What is to be known beside the texts, in the order in which it is asked. A plan answers most of it."""
    kind = Kind(own["kind"])
    if kind in FOLLOWING:
        return []
    if kind is Kind.ANNOUNCEMENT:
        return ["area", "topic"]
    plans = ["plan"] if kind is Kind.DRILL and any(not plan.draft for plan in ctx.playbooks) else []
    return [*plans, "area"] if own.get("plan", NONE) != NONE else [*plans, "area", "severity", "hours"]


def answered(ctx: Context, own: Own, question: str, answer: str) -> Own | None:
    """What is known with that answer; None for an answer that was not offered."""
    if question.startswith("text-"):
        return {**own, "texts": {**own.get("texts", {}), question.removeprefix("text-"): answer.strip()}}
    if answer not in {value for _, value in choices(ctx, own, question)}:
        return None
    return {**own, question: answer}


def choices(ctx: Context, own: Own, question: str) -> list[tuple[str, str]]:
    """The buttons of a question: label and answer. A text has one: to leave the language out."""
    language = ctx.community.staff_language
    if question.startswith("text-"):
        name = language_name(ctx.catalogs, question.removeprefix("text-"))
        return [(ctx.coordinate("phone-leave-out", language=name), "")]
    offered: dict[str, list[tuple[str, str]]] = {
        "plan": [
            *((ctx.community.say(one.event, language), one.id) for one in ctx.playbooks if not one.draft),
            (ctx.coordinate("phone-own-words"), NONE),
        ],
        "area": [
            (ctx.community.say(ctx.community.name, language), NONE),
            *((ctx.community.say(area.name, language), area.id) for area in ctx.community.areas),
        ],
        "topic": [(topic_name(ctx, one, language), one.id) for one in ctx.community.topics if one.id != ALERTS],
        "severity": [(ctx.coordinate(f"cap-{value.lower()}"), value) for value in SEVERITIES[:4]],
        "hours": [(ctx.coordinate("phone-hours-value", count=hours), str(hours)) for hours in HOURS],
        "uses": [
            *((language_name(ctx.catalogs, code), code) for code, text in own.get("texts", {}).items() if text),
            (ctx.coordinate("phone-no-text"), NONE),
        ],
    }
    return offered[question]


def words(ctx: Context, own: Own, question: str) -> str:
    """The question itself."""
    if question.startswith("text-"):
        return ctx.coordinate("phone-text", language=language_name(ctx.catalogs, question.removeprefix("text-")))
    lacking = [code for code, text in own.get("texts", {}).items() if not text]
    names = ", ".join(language_name(ctx.catalogs, code) for code in lacking)
    return ctx.coordinate(WORDS[question], **({"languages": names} if question == "uses" else {}))


def rows(ctx: Context, own: Own, question: str) -> list[list[Button]]:
    """The buttons under a question, the one that gives it up last."""
    found = [
        [Button(label=label, data=f"r:cast:own:{question}:{value}")] for label, value in choices(ctx, own, question)
    ]
    return [*found, [Button(label=ctx.coordinate("phone-cancel"), data="r:cast:cancel")]]


def about(own: Own) -> str:
    """What the draft is to be, as the form in Slack names it."""
    if "follows" in own:
        return f"follow:{own['kind']}:{own['follows']}"
    area, plan = own.get("area", NONE), own.get("plan", NONE)
    chosen = {"kind": own["kind"], "areas": area if area != NONE else "", "playbook": plan if plan != NONE else ""}
    return urlencode({name: value for name, value in chosen.items() if value})


def values(ctx: Context, own: Own, contact: str = "") -> dict[str, str]:
    """The answers as the form in Slack would give them. `contact`: that of the message which this one follows."""
    found = {"contact": contact, "fallback": "" if own.get("uses", NONE) == NONE else own["uses"]}
    for language, text in own["texts"].items():
        headline, _, body = text.partition("\n")
        found |= {f"headline-{language}": headline.strip(), f"description-{language}": body.strip()}
    if "topic" in own:
        found["topic"] = own["topic"]
    if "severity" in own:
        first = next((text for text in own["texts"].values() if text), "").partition("\n")[0]
        until = (ctx.now + timedelta(hours=int(own["hours"]))).astimezone(ctx.community.time_zone)
        found |= {"event": first.strip()[:MOST_EVENT], "severity": own["severity"], "urgency": "Immediate"}
        found |= {"certainty": "Likely", "until-day": f"{until:%Y-%m-%d}", "until-time": f"{until:%H:%M}"}
    return found
