"""An audience as one SELECT, and what a preview asks of it: how many, where, and who cannot be reached.

Every part of an expression becomes a correlated EXISTS on a primary key or an index, so that a slice of the residents
costs as much as the slice is long: `storage.spreading` walks a million of them a few thousand at a time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from domain.audience import (
    AllOf,
    Answered,
    AnyOf,
    Attending,
    Audience,
    Backing,
    Everybody,
    Except,
    Having,
    InAreas,
    InShape,
    InSurvey,
    OnChannels,
    OnShift,
    Reached,
    Speaking,
    Wanting,
    Wish,
    WithOpenCase,
)
from domain.case import OPEN
from domain.community import ALERTS
from domain.event import Answer
from domain.people import Reach
from storage.engine import Tx
from storage.tables import cases, outbox, residents
from storage.tables_events import signups
from storage.tables_preferences import resident_areas, resident_roles, resident_topics
from storage.tables_safety import safety_answers
from storage.tables_spreading import spreads
from storage.tables_surveys import idea_backers, survey_seats
from storage.tables_volunteers import shift_places

REACHED_STATES = ("sent", "doubt", "sending")  # a copy is there, or may be

Condition = sa.ColumnElement[bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many people share a language, a channel and an area (of residence; None where nobody told us)."""

    language: str
    channel: str
    area: str | None
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreachable:
    """How many of the audience are left out and why: ``blocked``, ``stopped`` or ``unwanted`` (the topic)."""

    reason: str
    language: str
    people: int


def matches(audience: Audience) -> Condition:
    """The condition on `residents` that `audience` means. Raises ValueError for a shape not pinned to areas."""
    match audience:
        case AnyOf(parts=parts):
            return sa.or_(sa.false(), *map(matches, parts))
        case AllOf(parts=parts):
            return sa.and_(sa.true(), *map(matches, parts))
        case Except(base=base, minus=minus):
            return sa.and_(matches(base), sa.not_(matches(minus)))
        case InShape():
            raise ValueError("a shape must be pinned to areas first")
        case _:
            return _leaf(audience)


def wanted(wish: Wish) -> Condition:
    """The condition on `residents` that they may be written to about this."""
    reaches = (Reach.ACTIVE, Reach.STOPPED) if wish.urgent else (Reach.ACTIVE,)
    return sa.and_(residents.c.reach.in_([reach.value for reach in reaches]), _topic_wanted(wish.topic))


def addressed(audience: Audience, wish: Wish) -> sa.Select[Any]:
    """(id, channel, address, language) of everybody in the audience who may be written to about this."""
    r = residents.c
    return sa.select(r.id, r.channel, r.address, r.language).where(matches(audience), wanted(wish))


async def count(tx: Tx, audience: Audience, wish: Wish) -> list[Count]:
    """Everybody who would be written to, counted by language, channel and area in one query."""
    r = residents.c
    query = (
        sa.select(r.language, r.channel, r.area, sa.func.count())
        .where(matches(audience), wanted(wish))
        .group_by(r.language, r.channel, r.area)
        .order_by(r.language, r.channel, r.area)
    )
    return [Count(language=row[0], channel=row[1], area=row[2], people=row[3]) for row in await tx.all(query)]


async def unreachable(tx: Tx, audience: Audience, wish: Wish) -> list[Unreachable]:
    """Who is meant and will not be written to, by reason and language, in one query. Erased people are nobody."""
    r = residents.c
    reason = sa.case(
        (r.reach == Reach.BLOCKED.value, "blocked"),
        (sa.and_(r.reach == Reach.STOPPED.value, sa.literal(not wish.urgent)), "stopped"),
        else_="unwanted",
    ).label("reason")
    query = (
        sa.select(reason, r.language, sa.func.count())
        .where(matches(audience), r.reach != Reach.ERASED.value, sa.not_(wanted(wish)))
        .group_by(reason, r.language)
        .order_by(reason, r.language)
    )
    return [Unreachable(reason=row[0], language=row[1], people=row[2]) for row in await tx.all(query)]


def _leaf(leaf: Audience) -> Condition:
    match leaf:
        case Everybody():
            return sa.true()
        case InAreas(areas=areas, unplaced=unplaced):
            chosen = _has(resident_areas, resident_areas.c.area, areas)
            return sa.or_(chosen, sa.not_(_placed())) if unplaced else chosen
        case Having(roles=roles):
            return _has(resident_roles, resident_roles.c.role, roles)
        case Speaking(languages=languages):
            return residents.c.language.in_(languages)
        case OnChannels(channels=channels):
            return residents.c.channel.in_(channels)
        case Wanting(topics=topics):
            return sa.or_(*map(_topic_wanted, topics))
        case WithOpenCase():
            return _open_case(leaf)
    return _hanging(leaf)


def _hanging(leaf: Audience) -> Condition:
    """Those who hang on one thing: a broadcast, a survey, an idea."""
    match leaf:
        case Reached(broadcast=broadcast):
            return _reached(broadcast)
        case Attending():
            return _attending(leaf)
        case Answered(check=check):
            said = sa.exists().where(safety_answers.c.check_id == check, safety_answers.c.resident_id == residents.c.id)
            return said.correlate(residents)
        case InSurvey():
            return _seated(leaf)
        case OnShift():
            return _on_shift(leaf)
        case Backing(idea=idea):
            return _has(idea_backers, idea_backers.c.idea_id, (idea,))
    raise ValueError(f"no such audience: {type(leaf).__name__}")


def _has(table: sa.Table, column: sa.ColumnElement[Any], values: Sequence[object]) -> Condition:
    return sa.exists().where(table.c.resident_id == residents.c.id, column.in_(values)).correlate(residents)


def _placed() -> Condition:
    return sa.exists().where(resident_areas.c.resident_id == residents.c.id).correlate(residents)


def _topic_wanted(topic: str) -> Condition:
    if not topic:
        return sa.true()
    said = sa.exists().where(resident_topics.c.resident_id == residents.c.id, resident_topics.c.topic == topic)
    if topic == ALERTS:  # wanted where nothing was said
        return sa.not_(said.where(resident_topics.c.wanted.is_(False)).correlate(residents))
    return said.where(resident_topics.c.wanted.is_(True)).correlate(residents)


def _open_case(leaf: WithOpenCase) -> Condition:
    found = sa.exists().where(cases.c.resident_id == residents.c.id, cases.c.state.in_([one.value for one in OPEN]))
    for column, values in (
        (cases.c.department, leaf.departments),
        (cases.c.area, leaf.areas),
        (cases.c.reference, leaf.references),
    ):
        if values:
            found = found.where(column.in_(values))
    return found.correlate(residents)


def _attending(leaf: Attending) -> Condition:
    mine = sa.and_(signups.c.resident_id == residents.c.id, signups.c.answer != Answer.NO.value)
    found = sa.exists().where(mine, signups.c.occasion_id.in_(leaf.occasions))
    if leaf.came:
        other = signups.alias()
        counted = sa.exists().where(other.c.occasion_id == signups.c.occasion_id, other.c.came_at.is_not(None))
        found = found.where(sa.or_(signups.c.came_at.is_not(None), sa.not_(counted.correlate(signups))))
    return found.correlate(residents)


def _reached(broadcast: int) -> Condition:
    of_it = sa.select(spreads.c.id).where(spreads.c.broadcast_id == broadcast).scalar_subquery()
    return (
        sa.exists()
        .where(
            outbox.c.spread_id.is_not(None),
            outbox.c.spread_id.in_(of_it),
            outbox.c.resident_id == residents.c.id,
            outbox.c.operation == "post",
            outbox.c.state.in_(REACHED_STATES),
        )
        .correlate(residents)
    )


def _seated(leaf: InSurvey) -> Condition:
    seats = survey_seats.c
    found = sa.exists().where(
        seats.survey_id == leaf.survey, seats.resident_id == residents.c.id, seats.state.in_(leaf.states)
    )
    return found.correlate(residents)


def _on_shift(leaf: OnShift) -> Condition:
    places = shift_places.c
    found = sa.exists().where(
        places.shift_id == leaf.shift, places.resident_id == residents.c.id, places.state.in_(leaf.states)
    )
    if leaf.round:
        found = found.where(places.round == leaf.round)
    return found.correlate(residents)
