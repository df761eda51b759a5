"""Drafts: made, changed, thrown away. A change voids whatever was submitted or approved."""

from dataclasses import replace

from broadcasts.checks import problems_of_plan, problems_of_preview
from broadcasts.preview import Preview, original_of, preview
from broadcasts.roles import may_compose
from broadcasts.surroundings import Surroundings
from domain.broadcast import FOLLOWING, Broadcast, Kind, Plan, Refusal, Step
from domain.errors import ForbiddenTransition
from storage import audit, broadcasts, delivery_report


async def draft(s: Surroundings, plan: Plan, user: str) -> Broadcast:
    """A new draft. While the community trains, and for a kind that is one, it is a drill and will stay one."""
    if not await may_compose(s, user):
        raise Refusal("role")
    made = await broadcasts.add(s.tx, await settled(s, plan), user, s.now, s.rng)
    await _note(s, made, user, "broadcast.drafted")
    return made


async def change(s: Surroundings, broadcast: Broadcast, plan: Plan, user: str) -> Broadcast:
    """Change a draft; one that was submitted becomes a draft again. What it is (a drill, what it refers to) stays."""
    if not await may_compose(s, user):
        raise Refusal("role")
    before = broadcast.plan
    kept = replace(plan, exercise=before.exercise, refers_to=before.refers_to)
    try:
        changed = await broadcasts.replan(s.tx, broadcast, kept, s.now)
    except ForbiddenTransition:
        raise Refusal("state") from None
    if changed is None:
        raise Refusal("changed")
    await _note(s, changed, user, "broadcast.changed")
    return changed


async def discard(s: Surroundings, broadcast: Broadcast, user: str) -> Broadcast:
    """Throw a draft away."""
    if not await may_compose(s, user):
        raise Refusal("role")
    try:
        gone = await broadcasts.move(s.tx, broadcast, Step.DISCARD, s.now)
    except ForbiddenTransition:
        raise Refusal("state") from None
    if gone is None:
        raise Refusal("changed")
    await _note(s, gone, user, "broadcast.discarded")
    return gone


async def settled(s: Surroundings, plan: Plan) -> Plan:
    """`plan` with what is not the coordinator's to choose: whether it is a drill, and the first of its family.

    Raises Refusal where nobody can say any more whom the first one reached.
    """
    original, _ = await original_of(s, plan)
    if original is not None:
        first = original.plan.refers_to or original.id
        if await forgotten(s, original):
            raise Refusal("forgotten")
        return replace(plan, exercise=original.plan.exercise, refers_to=first)
    exercise = plan.exercise or plan.kind is Kind.DRILL
    if s.community.broadcasting.training and plan.kind not in FOLLOWING:
        exercise = True
    return replace(plan, exercise=exercise)


async def forgotten(s: Surroundings, original: Broadcast) -> bool:
    """Whether nobody can say any more whom this one and what followed it reached (docs/adr/0014)."""
    family = await broadcasts.family(s.tx, original.plan.refers_to or original.id)
    return (await delivery_report.forgotten(s.tx, [one.id for one in family])).everybody


async def looked_at(s: Surroundings, plan: Plan) -> tuple[Preview, list[Refusal]]:
    """The preview of a plan, and everything that stands in its way."""
    original, _ = await original_of(s, plan)
    areas = [area.id for area in s.community.areas]
    shown = await preview(s, plan)
    return shown, [*problems_of_plan(plan, s.now, areas, original), *problems_of_preview(plan, shown)]


async def _note(s: Surroundings, broadcast: Broadcast, user: str, deed: str) -> None:
    await audit.note(
        s.tx, f"slack:{user}", deed, broadcast.reference, s.now, version=broadcast.version, kind=broadcast.plan.kind
    )
