"""What is said to everybody who answered to an occasion: set-wise, from their sign-ups to rows of the outbox.

Unlike `storage.spreading`, which walks all residents, this walks the few who signed up: the cost is theirs alone,
however large the town is (docs/adr/0009).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import orjson
import sqlalchemy as sa

from domain.codec import encode
from domain.content import Content
from domain.delivery import DeliveryState, Lane, Operation
from domain.event import Answer
from domain.people import Reach
from storage.engine import Tx
from storage.preferences import allowed_in
from storage.tables import bodies, outbox, residents
from storage.tables_events import signups


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Guests who get the same text: of one language and time zone (None: the community's)."""

    language: str
    time_zone: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearers:
    """Who hears of it: the occasion, the answers, and how far a resident may have withdrawn."""

    occasion_id: int
    answers: Collection[Answer]
    reach: Collection[Reach] = (Reach.ACTIVE,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """When the rows may leave. What quiet hours would hold back beyond `until` is left out, or hurries on.

    `until`: the instant from which the news is of no use. `hurry`: rather in quiet hours than not at all.
    """

    now: datetime
    until: datetime
    zone: ZoneInfo  # the community's
    hurry: bool = False


async def groups(tx: Tx, hearers: Hearers) -> list[Group]:
    """The groups that need a text of their own; few, however many guests there are."""
    query = sa.select(residents.c.language, residents.c.time_zone).select_from(_guests()).where(_heard(hearers))
    rows = await tx.all(query.distinct().order_by(residents.c.language, residents.c.time_zone))
    return [Group(language=row.language, time_zone=row.time_zone) for row in rows]


async def tell(tx: Tx, hearers: Hearers, texts: Mapping[Group, Content], timing: Timing, lane: Lane) -> int:
    """Write one row a guest, in one statement; returns how many. Groups without a text hear nothing."""
    if not texts:
        return 0
    chosen = [(_in(group), await _body(tx, content)) for group, content in texts.items()]
    at = await _allowed(tx, hearers, timing)
    instant = outbox.c.next_at.type
    now, until = sa.literal(timing.now, instant), sa.literal(timing.until, instant)
    at = sa.case((at < until, at), else_=now) if timing.hurry else at
    body = sa.case(*[(here, sa.literal(body_id, bodies.c.id.type)) for here, body_id in chosen])
    values: dict[str, sa.ColumnElement[Any]] = {
        "channel": residents.c.channel,
        "address": residents.c.address,
        "lane": sa.literal(int(lane), outbox.c.lane.type),
        "operation": sa.literal(str(Operation.POST)),
        "body_id": body,
        "resident_id": residents.c.id,
        "report": sa.false(),
        "state": sa.literal(str(DeliveryState.QUEUED)),
        "attempts": sa.literal(0, sa.Integer),
        "doubts": sa.literal(0, sa.Integer),
        "created_at": now,
        "next_at": at,
        "not_after": until,
    }
    rows = sa.select(*values.values()).select_from(_guests()).where(_heard(hearers), body.is_not(None), at < until)
    result = await tx.execute(outbox.insert().from_select(list(values), rows, include_defaults=False))
    tx.wake("outbox")
    return max(result.rowcount, 0)


async def _allowed(tx: Tx, hearers: Hearers, timing: Timing) -> sa.ColumnElement[datetime]:
    """From when on each guest may be disturbed; it asks the guests alone and not the whole town."""
    r = residents.c
    quiet = sa.select(r.time_zone, r.quiet_from, r.quiet_to).select_from(_guests()).where(_heard(hearers))
    return allowed_in(await tx.all(quiet.distinct()), timing.now, timing.zone)


async def _body(tx: Tx, content: Content) -> int:
    return await tx.insert(bodies, content=orjson.dumps(encode(content)).decode())


def _guests() -> sa.Join:
    return signups.join(residents, residents.c.id == signups.c.resident_id)


def _heard(hearers: Hearers) -> sa.ColumnElement[bool]:
    return sa.and_(
        signups.c.occasion_id == hearers.occasion_id,
        signups.c.answer.in_([answer.value for answer in hearers.answers]),
        residents.c.reach.in_([reach.value for reach in hearers.reach]),
    )


def _in(group: Group) -> sa.ColumnElement[bool]:
    r = residents.c
    return sa.and_(r.language == group.language, r.time_zone.is_not_distinct_from(group.time_zone))
