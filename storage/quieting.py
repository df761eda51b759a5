"""What waits in the outbox when somebody's quiet hours begin: it waits until they end.

Whoever is disturbed by a message is looked at when its row is written (`storage.spreading`, `storage.notices`). A long
broadcast takes hours to leave, and night falls meanwhile: this looks again at what is still queued. A row that is on
the wire goes; an extreme or severe alert, an answer and a change in place are none of these.

News of an event that would come too late to be of use after the night (`not_after`) is let through: its writer has
chosen it so (`storage.notices.Timing`). A broadcast is held all the same: where it expires before the morning, it
expires unsent, as one that begins at night does.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from domain.delivery import DeliveryState, Lane, Operation
from storage.engine import Tx
from storage.preferences import disturbed, quiet_groups
from storage.tables import outbox, residents
from storage.tables_spreading import spreads

LANES = (Lane.REMINDER, Lane.BULK)  # what may be held back; better lanes are urgent or answers
AHEAD = timedelta(seconds=60)  # what leaves within the minute before quiet hours would ring in them
CHUNK = 2_000  # rows of one transaction: the engine's commits pass in between

Place = tuple[datetime, int]  # (next_at, id): how far a look has come
Quiet = Sequence[tuple[sa.ColumnElement[bool], datetime]]  # conditions on `residents`, and when their quiet ends


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Rows to be held back by the instant until which, and where to look on; `after` is None at the end."""

    rows: dict[datetime, list[int]] = field(default_factory=dict)
    after: Place | None = None


async def waits(tx: Tx, channel: str, lane: Lane, now: datetime) -> bool:
    """Whether anything of this lane is due at all: one look into an index."""
    return await tx.scalar(sa.select(outbox.c.id).where(*_due(channel, lane, now + AHEAD)).limit(1)) is not None


async def quiet_soon(tx: Tx, now: datetime, zone: ZoneInfo) -> Quiet:
    """Which residents have quiet hours within a minute from `now`, and when these end. Looks at all residents."""
    return disturbed(await quiet_groups(tx), now + AHEAD, zone)


async def disturbing(tx: Tx, channel: str, lane: Lane, now: datetime, quiet: Quiet, after: Place | None = None) -> Held:
    """The next rows that would leave to `quiet` residents. `after`: where the look before this one ended."""
    if not quiet:
        return Held()
    o, instant = outbox.c, outbox.c.next_at.type
    until = sa.case(*[(here, sa.literal(end, instant)) for here, end in quiet]).label("until")
    urgent = sa.select(spreads.c.id).where(spreads.c.id == o.spread_id, spreads.c.urgent.is_(True)).exists()
    query = (
        sa.select(o.id, o.next_at, until)
        .select_from(outbox.join(residents, residents.c.id == o.resident_id))
        .where(*_due(channel, lane, now + AHEAD), o.operation == Operation.POST.value)
        .where(sa.or_(*[here for here, _ in quiet]), sa.not_(urgent))
        .where(sa.or_(o.spread_id.is_not(None), o.not_after.is_(None), o.not_after > until))
    )
    if after is not None:
        query = query.where(sa.tuple_(o.next_at, o.id) > sa.tuple_(sa.literal(after[0], instant), after[1]))
    found = await tx.all(query.order_by(o.next_at, o.id).limit(CHUNK))
    rows: dict[datetime, list[int]] = defaultdict(list)
    for row in found:
        rows[row.until].append(row.id)
    last = (found[-1].next_at, found[-1].id) if len(found) == CHUNK else None
    return Held(rows=dict(rows), after=last)


async def hold_back(tx: Tx, until: datetime, rows: Sequence[int]) -> int:
    """Let these rows, as far as they still wait, leave at `until`. Returns how many."""
    result = await tx.execute(
        outbox.update().where(outbox.c.id.in_(rows), outbox.c.state == DeliveryState.QUEUED.value).values(next_at=until)
    )
    return max(result.rowcount, 0)


def _due(channel: str, lane: Lane, at: datetime) -> tuple[sa.ColumnElement[bool], ...]:
    o = outbox.c
    return (o.channel == channel, o.lane == int(lane), o.state == DeliveryState.QUEUED.value, o.next_at <= at)
