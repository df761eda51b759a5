"""What stands in the way of a broadcast: pure questions to a plan and its preview, each answered by a refusal."""

import re
from collections.abc import Collection, Iterator
from datetime import datetime

from broadcasts.preview import Preview
from domain.audience import areas_named
from domain.broadcast import (
    CATEGORIES,
    CERTAINTIES,
    FOLLOWING,
    SEVERITIES,
    STARTED,
    URGENCIES,
    Broadcast,
    Kind,
    Plan,
    Refusal,
)

MOST_HEADLINE = 160  # characters; CAP 1.2 advises as many for small displays
_GAP = re.compile(r"\{\s*\$?[A-Za-z_][A-Za-z0-9_ .-]*\}|\[\[[^\]]*\]\]|<[A-Z_]{3,}>")


def problems_of_plan(plan: Plan, now: datetime, areas: Collection[str], original: Broadcast | None) -> list[Refusal]:
    """Everything that is wrong with the plan itself, the gravest first."""
    return [*_family(plan, original), *_facts(plan, now), *_words(plan), *_places(plan, areas)]


def problems_of_preview(plan: Plan, preview: Preview) -> list[Refusal]:
    """Everything that is wrong with whom it would reach."""
    found = []
    if preview.people == 0:
        found.append(Refusal("nobody-drill" if plan.exercise else "nobody"))
    for language, people in sorted(preview.missing.items()):
        found.append(Refusal("language", language=language, count=people))
    return found


def expired(plan: Plan, now: datetime) -> bool:
    """Whether it must not be sent any more."""
    return plan.expires is not None and plan.expires <= now


def expired_before_its_time(plan: Plan) -> bool:
    """Whether it would have expired when its first time comes."""
    return plan.schedule is not None and plan.expires is not None and plan.schedule.first >= plan.expires


def _family(plan: Plan, original: Broadcast | None) -> Iterator[Refusal]:
    if plan.kind in FOLLOWING and (original is None or original.state not in STARTED):
        yield Refusal("no-original")
    if plan.kind is Kind.DRILL and not plan.exercise:
        yield Refusal("drill-unmarked")
    if original is not None and original.plan.exercise != plan.exercise:
        yield Refusal("drill-mixed")


def _facts(plan: Plan, now: datetime) -> Iterator[Refusal]:
    facts = plan.facts
    if plan.kind is Kind.ALERT and (facts is None or not facts.event.strip() or facts.expires is None):
        yield Refusal("facts")
    if expired(plan, now):
        yield Refusal("expired")
    if expired_before_its_time(plan):
        yield Refusal("order")
    if facts is None:
        return
    lists = (*((one, CATEGORIES) for one in facts.categories), (facts.urgency, URGENCIES), (facts.severity, SEVERITIES))
    for value, known in (*lists, (facts.certainty, CERTAINTIES)):
        if value not in known:
            yield Refusal("value", value=value[:40])
    if facts.onset and facts.expires and facts.expires <= facts.onset:
        yield Refusal("order")


def _words(plan: Plan) -> Iterator[Refusal]:
    if not plan.wordings:
        yield Refusal("no-text")
    for wording in plan.wordings:
        if not wording.headline.strip():
            yield Refusal("no-headline", language=wording.language)
        if len(wording.headline) > MOST_HEADLINE:
            yield Refusal("long-headline", language=wording.language, most=MOST_HEADLINE)
        gap = _GAP.search("\n".join((wording.headline, wording.description, wording.instruction)))
        if gap:
            yield Refusal("variable", language=wording.language, variable=gap[0][:40])
    for fallback in plan.fallbacks:
        if all(wording.language != fallback.uses for wording in plan.wordings):
            yield Refusal("fallback", language=fallback.uses)


def _places(plan: Plan, areas: Collection[str]) -> Iterator[Refusal]:
    for area in sorted({*plan.areas, *areas_named(plan.audience)} - set(areas)):
        yield Refusal("area", area=area[:40])
