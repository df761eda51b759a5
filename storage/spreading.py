"""From an audience and one frozen text a language to rows of the outbox: set-wise, resumable, nobody twice.

`begin` writes down the intention in the transaction of its cause; from then on nobody can be forgotten. `step` writes
the rows of the next few thousand residents and remembers how far it has come in the same transaction: after a crash it
goes on there. Steps are short, so that the engine's commits pass in between. `broadcasts.spreading` keeps them going.

A spread that is halted still gets its rows, as ``paused`` or ``stopped``: every recipient ends in exactly one state.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
import sqlalchemy as sa

from domain.audience import AnyOf, Audience, Wish, to_json
from domain.codec import encode
from domain.content import Content
from domain.delivery import Lane
from storage.engine import Tx
from storage.spread_rows import FINAL_HALTS, Allowed, insertion
from storage.spread_tally import count_ended
from storage.tables import bodies, outbox, residents
from storage.tables_spreading import spread_bodies, spreads

TOPIC = "spread"  # of `Database.wake`
CHUNK = 5_000  # residents looked at in one step; a drain of 1000/s goes on in between (docs/performance.md)
MOST_WRITTEN = 32_000  # in one step while nobody else wants to write
MOST_LOOKED_AT = 64_000  # in one step where the audience is thin
PUBLIC = ":public"  # ends the occasion of a spread of posts


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """What to say to many. `occasion` names its cause (``broadcast:7``, ``reminder:event:3``).

    `edits` is a broadcast: instead of a new message, the one that it left with each of the audience is changed.
    `not_after`: what has not left by then ends as ``expired``.
    """

    occasion: str
    audience: Audience
    wish: Wish
    lane: Lane
    broadcast_id: int | None = None
    edits: int | None = None
    not_before: datetime | None = None
    not_after: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What a step did: rows written, residents looked at up to id `reached`, whether that was the last step."""

    rows: int
    reached: int
    ended: bool


async def begin(tx: Tx, spread: Spread, texts: Mapping[str, Sequence[Content]], now: datetime) -> int:
    """Write down what is to be said to whom and return its number; the rows follow.

    `texts`: language -> its parts, in the order in which they are sent; `ANYBODY` for all languages without an entry.
    Whoever has no text gets nothing.
    """
    spread_id = await tx.insert(
        spreads,
        occasion=spread.occasion,
        broadcast_id=spread.broadcast_id,
        audience=orjson.dumps(to_json(spread.audience)).decode(),
        topic=spread.wish.topic,
        urgent=spread.wish.urgent,
        lane=int(spread.lane),
        edits=spread.edits,
        not_before=spread.not_before,
        not_after=spread.not_after,
        created_at=now,
    )
    for language, parts in texts.items():
        for number, content in enumerate(parts):
            body_id = await tx.insert(bodies, content=orjson.dumps(encode(content)).decode())
            await tx.execute(
                spread_bodies.insert().values(spread_id=spread_id, language=language, part=number, body_id=body_id)
            )
    tx.wake(TOPIC)
    return spread_id


async def posts(tx: Tx, broadcast_id: int, lane: Lane, row_ids: Sequence[int], now: datetime) -> int:
    """Let rows that are written already, posts to public places, be halted and counted with a broadcast.

    They are a spread of their own that nobody is to be added to: posts are no recipients.
    """
    spread_id = await tx.insert(
        spreads,
        occasion=f"broadcast:{broadcast_id}{PUBLIC}",
        broadcast_id=broadcast_id,
        audience=orjson.dumps(to_json(AnyOf(parts=()))).decode(),
        topic="",
        urgent=True,
        lane=int(lane),
        rows=len(row_ids),
        created_at=now,
        ended_at=now,
    )
    await tx.execute(outbox.update().where(outbox.c.id.in_(row_ids)).values(spread_id=spread_id))
    return spread_id


async def next_open(tx: Tx) -> Any | None:
    """The spread that lacks rows and goes first: the best lane, then the oldest. None where all have theirs."""
    return await tx.one(_NEXT_OPEN)


async def step(tx: Tx, spread_id: int, now: datetime, *, allowed: Allowed | None = None, look_at: int = CHUNK) -> Step:
    """Write the rows of the next residents, among the `look_at` that come next.

    `allowed`: the instant from which a resident may be disturbed; None: at once. Raises LookupError for an unknown
    spread.
    """
    spread = await tx.one(_SPREAD, {"this": spread_id})
    if spread is None:
        raise LookupError(f"spread {spread_id}")
    if spread.ended_at is not None:
        return Step(rows=0, reached=spread.reached, ended=True)
    last = await tx.scalar(_LAST, {"after": spread.reached, "skipped": look_at - 1})
    parts = {row[0]: int(row[1]) for row in await tx.all(_PARTS, {"this": spread_id})}
    statement, values = insertion(spread, parts, last, now, allowed)
    rows = max((await tx.execute(statement, values)).rowcount, 0)
    reached = last if last is not None else await tx.scalar(sa.select(sa.func.max(residents.c.id))) or 0
    several = max(parts.values(), default=0) > 0 and spread.edits is None
    people = int(await tx.scalar(_PEOPLE, {"this": spread_id, "after": spread.reached})) if several else rows
    ended_at = now if last is None else None
    done = {"this": spread_id, "to": max(reached, spread.reached), "more": rows, "people_more": people, "end": ended_at}
    await tx.execute(_REACHED, done)
    if spread.halt in FINAL_HALTS and rows:
        await count_ended(tx, spread_id, spread.halt, rows)
    elif rows:
        tx.wake("outbox")
    return Step(rows=rows, reached=reached, ended=last is None)


# Built once: putting the statements of a step together took longer than most of them run.
_THIS = sa.bindparam("this", type_=sa.Integer)
_AFTER = sa.bindparam("after", type_=sa.Integer)
_NEXT_OPEN = sa.select(spreads).where(spreads.c.ended_at.is_(None)).order_by(spreads.c.lane, spreads.c.id).limit(1)
_SPREAD = sa.select(spreads).where(spreads.c.id == _THIS)
_LAST = (
    sa.select(residents.c.id)
    .where(residents.c.id > _AFTER)
    .order_by(residents.c.id)
    .limit(1)
    .offset(sa.bindparam("skipped", type_=sa.Integer))
)
_PARTS = (  # language -> the number of its last part, from 0
    sa.select(spread_bodies.c.language, sa.func.max(spread_bodies.c.part))
    .where(spread_bodies.c.spread_id == _THIS)
    .group_by(spread_bodies.c.language)
)
_PEOPLE = sa.select(sa.func.count(sa.distinct(outbox.c.resident_id))).where(  # a text of several parts is several rows
    outbox.c.spread_id == _THIS, outbox.c.resident_id > _AFTER
)
_REACHED = (
    spreads.update()
    .where(spreads.c.id == _THIS)
    .values(
        reached=sa.bindparam("to"),
        rows=spreads.c.rows + sa.bindparam("more", type_=sa.Integer),
        people=spreads.c.people + sa.bindparam("people_more", type_=sa.Integer),
        ended_at=sa.bindparam("end"),
    )
)
