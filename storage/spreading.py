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

from domain.audience import AnyOf, Audience, Wish, from_json, to_json
from domain.codec import encode
from domain.content import Content
from domain.delivery import DeliveryState, Lane, Operation
from storage.audience import addressed
from storage.engine import Tx
from storage.spread_tally import count_ended
from storage.tables import bodies, outbox, residents
from storage.tables_spreading import spread_bodies, spreads

TOPIC = "spread"  # of `Database.wake`
CHUNK = 4_000  # residents looked at in one step; a drain of 1000/s goes on in between (docs/performance.md)
MOST_WRITTEN = 32_000  # in one step while nobody else wants to write
MOST_LOOKED_AT = 64_000  # in one step where the audience is thin
FINAL_HALTS = (DeliveryState.STOPPED, DeliveryState.EXPIRED)
Allowed = sa.ColumnElement[datetime]  # over the columns of `residents` (`storage.preferences.allowed_at`)
PUBLIC = ":public"  # ends the occasion of a spread of posts
ANYBODY = "*"  # the language of whoever has none of the others


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
    waiting = sa.select(spreads).where(spreads.c.ended_at.is_(None)).order_by(spreads.c.lane, spreads.c.id)
    return await tx.one(waiting.limit(1))


async def step(tx: Tx, spread_id: int, now: datetime, *, allowed: Allowed | None = None, look_at: int = CHUNK) -> Step:
    """Write the rows of the next residents, among the `look_at` that come next.

    `allowed`: the instant from which a resident may be disturbed; None: at once. Raises LookupError for an unknown
    spread.
    """
    spread = await tx.one(sa.select(spreads).where(spreads.c.id == spread_id))
    if spread is None:
        raise LookupError(f"spread {spread_id}")
    if spread.ended_at is not None:
        return Step(rows=0, reached=spread.reached, ended=True)
    beyond = sa.select(residents.c.id).where(residents.c.id > spread.reached).order_by(residents.c.id)
    last = await tx.scalar(beyond.limit(1).offset(look_at - 1))
    parts = await _parts(tx, spread_id)
    result = await tx.execute(_rows(spread, parts, last, now, allowed))
    rows = max(result.rowcount, 0)
    reached = last if last is not None else await tx.scalar(sa.select(sa.func.max(residents.c.id))) or 0
    people = await _people(tx, spread, rows) if max(parts.values(), default=0) else rows
    await tx.execute(
        spreads.update()
        .where(spreads.c.id == spread_id)
        .values(
            reached=max(reached, spread.reached),
            rows=spreads.c.rows + rows,
            people=spreads.c.people + people,
            ended_at=now if last is None else None,
        )
    )
    if spread.halt in FINAL_HALTS and rows:
        await count_ended(tx, spread_id, spread.halt, rows)
    elif rows:
        tx.wake("outbox")
    return Step(rows=rows, reached=reached, ended=last is None)


async def _parts(tx: Tx, spread_id: int) -> dict[str, int]:
    """Language -> the number of its last part, from 0."""
    b = spread_bodies.c
    query = sa.select(b.language, sa.func.max(b.part)).where(b.spread_id == spread_id).group_by(b.language)
    return {row[0]: int(row[1]) for row in await tx.all(query)}


async def _people(tx: Tx, spread: Any, rows: int) -> int:
    """How many residents `rows` are: a text of several parts is several rows each."""
    if spread.edits is not None:
        return rows
    new = sa.and_(outbox.c.spread_id == spread.id, outbox.c.resident_id > spread.reached)
    return int(await tx.scalar(sa.select(sa.func.count(sa.distinct(outbox.c.resident_id))).where(new)))


def _rows(
    spread: Any, parts: Mapping[str, int], last: int | None, now: datetime, allowed: Allowed | None
) -> sa.Executable:
    instant = outbox.c.next_at.type
    start = sa.literal(max(now, spread.not_before or now), instant)
    wish = Wish(topic=spread.topic, urgent=bool(spread.urgent))
    at = start if allowed is None or wish.urgent else sa.case((allowed < start, start), else_=allowed)
    chosen = (
        addressed(from_json(orjson.loads(spread.audience)), wish)
        .add_columns(at.label("at"))
        .where(residents.c.id > spread.reached)
    )
    if last is not None:
        chosen = chosen.where(residents.c.id <= last)
    person = chosen.subquery()
    named = [language for language in parts if language != ANYBODY]
    others = sa.literal(ANYBODY)
    language = sa.case((person.c.language.in_(named), person.c.language), else_=others) if named else others
    body = spread_bodies
    text = sa.and_(body.c.spread_id == spread.id, body.c.language == language)
    source = person.join(body, text)
    target: sa.ColumnElement[Any] = sa.null()
    if spread.edits is not None:
        earlier = _messages_of(spread.edits)
        source = source.join(earlier, earlier.c.resident_id == person.c.id)
        target = earlier.c.platform_id
    state = spread.halt or DeliveryState.QUEUED.value
    values: dict[str, sa.ColumnElement[Any]] = {
        "channel": person.c.channel,
        "address": person.c.address,
        "lane": sa.literal(spread.lane, outbox.c.lane.type),
        "operation": sa.literal(str(Operation.POST if spread.edits is None else Operation.EDIT)),
        "body_id": body.c.body_id,
        "reply_to": sa.cast(target, sa.Text),
        "resident_id": person.c.id,
        "spread_id": sa.literal(spread.id, outbox.c.spread_id.type),
        "report": sa.false(),
        "state": sa.literal(state),
        "attempts": sa.literal(0, sa.Integer),
        "doubts": sa.literal(0, sa.Integer),
        "created_at": sa.literal(now, instant),
        "next_at": person.c.at,
        "not_after": sa.literal(spread.not_after, instant),
        "ended_at": sa.literal(now if state in FINAL_HALTS else None, instant),
    }
    several = max(parts.values(), default=0) > 0  # they leave in the order of their rows; sorting by one costs less
    rows = sa.select(*values.values()).select_from(source)
    rows = rows.order_by(person.c.id, body.c.part) if several else rows.order_by(person.c.id)
    return outbox.insert().from_select(list(values), rows, include_defaults=False)


def _messages_of(broadcast_id: int) -> sa.Subquery:
    """The one message that a broadcast left with each resident; texts of several parts are not changed in place."""
    o = outbox.c
    several = sa.exists().where(spread_bodies.c.spread_id == spreads.c.id, spread_bodies.c.part > 0)
    of_it = sa.select(spreads.c.id).where(
        spreads.c.broadcast_id == broadcast_id, spreads.c.edits.is_(None), sa.not_(several)
    )
    sent = sa.and_(o.spread_id.is_not(None), o.spread_id.in_(of_it.scalar_subquery()), o.state == "sent")
    return sa.select(o.resident_id, o.platform_id).where(sent, o.platform_id.is_not(None)).subquery()
