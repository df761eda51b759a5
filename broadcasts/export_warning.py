"""A broadcast that was sent, as a CAP 1.2 message for other systems."""

from alerts.cap.message import (
    Alert,
    Area,
    Category,
    Certainty,
    Info,
    MsgType,
    Named,
    Point,
    Reference,
    ResponseType,
    Scope,
    Severity,
    Status,
    Urgency,
)
from broadcasts.surroundings import Surroundings
from domain import community as town
from domain.audience import areas_included, areas_named
from domain.broadcast import STARTED, Broadcast, Facts, Kind, Plan, Refusal, Wording
from storage import broadcasts

_TYPES = {
    Kind.ALERT: MsgType.ALERT,
    Kind.DRILL: MsgType.ALERT,
    Kind.UPDATE: MsgType.UPDATE,
    Kind.CORRECTION: MsgType.UPDATE,
    Kind.ALL_CLEAR: MsgType.CANCEL,
}


async def export(s: Surroundings, reference: str) -> Alert:
    """The message of the broadcast with that reference.

    Raises Refusal ``unknown``, ``not-sent``, ``announcement`` or ``no-sender``, with the reference.
    """
    found = await broadcasts.by_reference(s.tx, reference.strip().upper())
    if found is None:
        raise Refusal("unknown", reference=reference)
    if found.plan.kind is Kind.ANNOUNCEMENT:
        raise Refusal("announcement", reference=reference)
    if found.state not in STARTED or found.started_at is None:
        raise Refusal("not-sent", reference=reference)
    if not s.community.broadcasting.sender:
        raise Refusal("no-sender", reference=reference)
    family = await broadcasts.family(s.tx, found.plan.refers_to) if found.plan.refers_to is not None else []
    return message(found, [one for one in family if one.id < found.id], s.community)


def message(broadcast: Broadcast, earlier: list[Broadcast], community: town.Community) -> Alert:
    """The message of a broadcast that was started; `earlier` are those of its family that were started before it."""
    plan = broadcast.plan
    name = _name(broadcast, community)
    return Alert(
        identifier=name.identifier,
        sender=name.sender,
        sent=name.sent,
        status=Status.EXERCISE if plan.exercise else Status.ACTUAL,
        msg_type=_TYPES[plan.kind],
        source=community.say(community.name, community.default_language),
        scope=Scope.PUBLIC,
        references=tuple(_name(one, community) for one in earlier),
        infos=tuple(_info(plan, wording, broadcast, community) for wording in plan.wordings),
    )


def _name(broadcast: Broadcast, community: town.Community) -> Reference:
    started = broadcast.started_at or broadcast.created_at
    return Reference(
        identifier=broadcast.reference,
        sender=community.broadcasting.sender,
        sent=started.astimezone(community.time_zone).replace(microsecond=0),
    )


def _info(plan: Plan, wording: Wording, broadcast: Broadcast, community: town.Community) -> Info:
    facts = plan.facts or Facts(event=wording.headline)
    over = plan.kind is Kind.ALL_CLEAR
    return Info(
        language=wording.language,
        categories=tuple(map(Category, facts.categories)),
        event=facts.event,
        response_types=(ResponseType.ALL_CLEAR,) if over else (),
        urgency=Urgency.PAST if over else Urgency(facts.urgency),
        severity=Severity(facts.severity),
        certainty=Certainty(facts.certainty),
        effective=broadcast.started_at.astimezone(community.time_zone) if broadcast.started_at else None,
        onset=facts.onset.astimezone(community.time_zone) if facts.onset else None,
        expires=facts.expires.astimezone(community.time_zone) if facts.expires else None,
        sender_name=community.say(community.name, wording.language),
        headline=wording.headline,
        description=wording.description,
        instruction=wording.instruction,
        contact=facts.contact,
        areas=_areas(plan, wording.language, community),
    )


def _areas(plan: Plan, language: str, community: town.Community) -> tuple[Area, ...]:
    """The areas that the text speaks of, else those of the audience, else all that are not left out."""
    included = areas_included(plan.audience)
    named, without = set(plan.areas) or included, areas_named(plan.audience) - included
    chosen = [area for area in community.areas if area.id in named]
    chosen = chosen or [area for area in community.areas if area.id not in without]
    if not chosen:
        return (Area(description=community.say(community.name, language)),)
    return tuple(_area(area, language, community) for area in chosen)


def _area(area: town.Area, language: str, community: town.Community) -> Area:
    ring = tuple(Point(latitude=latitude, longitude=longitude) for latitude, longitude in area.polygon)
    codes = [code.split("=", 1) for code in area.geocodes if "=" in code]
    return Area(
        description=community.say(area.name, language),
        polygons=((*ring, ring[0]),) if ring else (),
        geocodes=tuple(Named(name=name.strip(), value=value.strip()) for name, value in codes),
    )
