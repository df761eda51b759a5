"""What a resident wishes: areas, topics, quiet hours, time zone, and the roles that they have taken on."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from domain.community import ALERTS
from domain.quiet import Quiet, next_allowed
from storage.engine import Tx
from storage.tables import residents
from storage.tables_preferences import resident_areas, resident_roles, resident_topics
from storage.upsert import upsert


async def areas_of(tx: Tx, resident_id: int) -> frozenset[str]:
    """The ids of the areas that the resident wants to hear of."""
    query = sa.select(resident_areas.c.area).where(resident_areas.c.resident_id == resident_id)
    return frozenset(row.area for row in await tx.all(query))


async def want_area(tx: Tx, resident_id: int, area: str, *, wanted: bool) -> None:
    """Hear of an area, or no more. Saying it twice changes nothing."""
    if wanted:
        insert = upsert(tx, resident_areas)
        await tx.execute(insert.values(resident_id=resident_id, area=area).on_conflict_do_nothing())
        return
    await tx.execute(
        resident_areas.delete().where(resident_areas.c.resident_id == resident_id, resident_areas.c.area == area)
    )


async def topics_of(tx: Tx, resident_id: int) -> frozenset[str]:
    """The ids of the topics that the resident wants; `alerts` is among them unless it was switched off."""
    query = sa.select(resident_topics.c.topic, resident_topics.c.wanted)
    said = {row.topic: row.wanted for row in await tx.all(query.where(resident_topics.c.resident_id == resident_id))}
    return frozenset(topic for topic, wanted in {ALERTS: True, **said}.items() if wanted)


async def want_topic(tx: Tx, resident_id: int, topic: str, *, wanted: bool) -> None:
    """Hear of a topic, or not."""
    insert = upsert(tx, resident_topics)
    await tx.execute(
        insert.values(resident_id=resident_id, topic=topic, wanted=wanted).on_conflict_do_update(
            index_elements=["resident_id", "topic"], set_={"wanted": wanted}
        )
    )


async def roles_of(tx: Tx, resident_id: int) -> frozenset[str]:
    """What the resident is besides: ``volunteer``, ``partner``, ``staff``, ``drill``."""
    query = sa.select(resident_roles.c.role).where(resident_roles.c.resident_id == resident_id)
    return frozenset(row.role for row in await tx.all(query))


async def give_role(tx: Tx, resident_id: int, role: str) -> None:
    """Let the resident have a role. Giving it twice changes nothing."""
    insert = upsert(tx, resident_roles)
    await tx.execute(insert.values(resident_id=resident_id, role=role).on_conflict_do_nothing())


async def take_role(tx: Tx, resident_id: int, role: str) -> None:
    """Take a role away."""
    await tx.execute(
        resident_roles.delete().where(resident_roles.c.resident_id == resident_id, resident_roles.c.role == role)
    )


async def move_area(tx: Tx, resident_id: int, area: str) -> None:
    """The resident is at home in `area` now: cases name it, and news of it is wanted."""
    await tx.execute(residents.update().where(residents.c.id == resident_id).values(area=area))
    await want_area(tx, resident_id, area, wanted=True)


async def forget(tx: Tx, resident_id: int) -> None:
    """Drop every wish and role of a resident who is erased."""
    for table in (resident_areas, resident_topics, resident_roles):
        await tx.execute(table.delete().where(table.c.resident_id == resident_id))


async def everything_of(tx: Tx, resident_id: int) -> dict[str, list[str]]:
    """Areas, topics and roles as plain values, for the resident's own copy of their data."""
    return {
        "areas": sorted(await areas_of(tx, resident_id)),
        "topics": sorted(await topics_of(tx, resident_id)),
        "roles": sorted(await roles_of(tx, resident_id)),
    }


async def allowed_at(tx: Tx, at: datetime, community_zone: ZoneInfo) -> sa.ColumnElement[datetime]:
    """An expression over the columns of `residents`: the first instant from `at` on that is not in their quiet hours.

    For set-wise statements that write a row a resident. It reads the distinct (time zone, quiet hours) once: they
    are chosen from a short list, so there are few, however many residents there are.
    """
    return allowed_in(await quiet_groups(tx), at, community_zone)


async def quiet_groups(tx: Tx) -> Sequence[Any]:
    """The distinct (time zone, quiet from, quiet to) of residents who have quiet hours: a look at all residents."""
    r = residents.c
    query = sa.select(r.time_zone, r.quiet_from, r.quiet_to).where(r.quiet_from.is_not(None))
    return await tx.all(query.distinct())


def allowed_in(groups: Sequence[Any], at: datetime, community_zone: ZoneInfo) -> sa.ColumnElement[datetime]:
    """The same for residents whose (time zone, quiet from, quiet to) are among `groups`."""
    instant = residents.c.created_at.type
    now = sa.literal(at, instant)
    cases = [(here, sa.literal(until, instant)) for here, until in disturbed(groups, at, community_zone)]
    return sa.case(*cases, else_=now) if cases else now


def disturbed(
    groups: Sequence[Any], at: datetime, community_zone: ZoneInfo
) -> list[tuple[sa.ColumnElement[bool], datetime]]:
    """Which residents are in their quiet hours at that instant: conditions on `residents`, and when these end."""
    r = residents.c
    found = []
    for zone, start, end in groups:
        if start is None:
            continue
        until = next_allowed(at, Quiet(start=start, end=end), ZoneInfo(zone) if zone else community_zone)
        if until > at:
            here = sa.and_(r.time_zone.is_not_distinct_from(zone), r.quiet_from == start, r.quiet_to == end)
            found.append((here, until))
    return found
