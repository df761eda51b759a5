"""Whom each of a broadcast's texts is for. The rule for drills stands here, and again where they are launched."""

from dataclasses import dataclass, replace
from typing import Literal

from domain.audience import AllOf, AnyOf, Audience, Except, Having, Reached, Wanting, Wish
from domain.broadcast import Broadcast, Kind, Plan

DRILL_ROLE = "drill"
Part = Literal["main", "others", "edit"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One text for one audience. `edits`: the broadcast whose messages are changed in place."""

    part: Part
    audience: Audience
    wish: Wish
    edits: int | None = None


def targets(plan: Plan, original: Broadcast | None, family: tuple[int, ...]) -> tuple[Target, ...]:
    """Every target of the plan. `family`: ids of the original and of what followed it, as far as it was started."""
    found = _targets(plan, original, family)
    return tuple(_drilled(target) for target in found) if plan.exercise else found


def only_drill_group(audience: Audience) -> Audience:
    """`audience`, as far as it takes part in drills."""
    return AllOf(parts=(audience, Having(roles=(DRILL_ROLE,))))


def _targets(plan: Plan, original: Broadcast | None, family: tuple[int, ...]) -> tuple[Target, ...]:
    reached = Wish(topic="", urgent=plan.grave)  # they have got the first message: this one is owed to them
    if plan.kind is Kind.CORRECTION and original is not None and family:
        got = _reached(family)
        return (
            Target(part="main", audience=got, wish=reached),
            Target(part="others", audience=Except(base=_meant(plan), minus=got), wish=plan.wish),
            Target(part="edit", audience=got, wish=reached, edits=original.id),
        )
    if plan.kind is Kind.ALL_CLEAR and family:
        return (Target(part="main", audience=_reached(family), wish=reached),)
    return (Target(part="main", audience=_meant(plan), wish=plan.wish),)


def _meant(plan: Plan) -> Audience:
    """The audience, and those who help where the plan names them."""
    if not plan.responders:
        return plan.audience
    return AnyOf(parts=(plan.audience, Wanting(topics=plan.responders)))


def _reached(family: tuple[int, ...]) -> Audience:
    return AnyOf(parts=tuple(Reached(broadcast=number) for number in family))


def _drilled(target: Target) -> Target:
    return replace(target, audience=only_drill_group(target.audience))
