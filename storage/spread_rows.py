"""The statement that writes the rows of a spread for the next residents, and the values of one step.

It is built once a spread and kept: SQLAlchemy takes longer to put it together than SQLite to write a thousand rows.
"""

from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any

import orjson
import sqlalchemy as sa

from domain.audience import Wish, from_json
from domain.delivery import DeliveryState, Operation
from storage.audience import addressed
from storage.tables import outbox, residents
from storage.tables_spreading import spread_bodies, spreads

FINAL_HALTS = (DeliveryState.STOPPED, DeliveryState.EXPIRED)
Allowed = sa.ColumnElement[datetime]  # over the columns of `residents` (`storage.preferences.allowed_at`)
ANYBODY = "*"  # the language of whoever has none of the others
BEYOND_EVERYBODY = 2**63 - 1


def insertion(
    spread: Any, parts: Mapping[str, int], last: int | None, now: datetime, allowed: Allowed | None
) -> tuple[sa.Insert, dict[str, Any]]:
    """What writes the rows of those after `spread.reached` up to resident `last` (None: all others), and its values.

    `spread`: the row of `spreads`; `parts`: language -> number of its last part; `allowed`: from when on a resident may
    be disturbed, None: at once.
    """
    wish = Wish(topic=spread.topic, urgent=bool(spread.urgent))
    named = tuple(sorted(language for language in parts if language != ANYBODY))
    several = max(parts.values(), default=0) > 0
    when = None if wish.urgent else allowed
    state = spread.halt or DeliveryState.QUEUED.value
    values = {
        "this": spread.id,
        "this_lane": spread.lane,
        "this_state": state,
        "begins": max(now, spread.not_before or now),
        "ends": spread.not_after,
        "written": now,
        "over": now if state in FINAL_HALTS else None,
        "after": spread.reached,
        "last": BEYOND_EVERYBODY if last is None else last,
    }
    return _insertion(spread.audience, wish, spread.edits, named, several, when), values


@lru_cache(maxsize=32)
def _insertion(
    audience: str, wish: Wish, edits: int | None, named: tuple[str, ...], several: bool, allowed: Allowed | None
) -> sa.Insert:
    c, instant = outbox.c, outbox.c.next_at.type
    start = sa.bindparam("begins", type_=instant)
    at = start if allowed is None else sa.case((allowed < start, start), else_=allowed)
    after, last = (sa.bindparam(name, type_=sa.BigInteger()) for name in ("after", "last"))
    chosen = addressed(from_json(orjson.loads(audience)), wish).add_columns(at.label("at"))
    person = chosen.where(residents.c.id > after, residents.c.id <= last).subquery()
    others = sa.literal(ANYBODY)
    language = sa.case((person.c.language.in_(named), person.c.language), else_=others) if named else others
    body, this = spread_bodies, sa.bindparam("this", type_=c.spread_id.type)
    source = person.join(body, sa.and_(body.c.spread_id == this, body.c.language == language))
    target: sa.ColumnElement[Any] = sa.null()
    if edits is not None:
        earlier = _messages_of(edits)
        source = source.join(earlier, earlier.c.resident_id == person.c.id)
        target = earlier.c.platform_id
    values: dict[str, sa.ColumnElement[Any]] = {
        "channel": person.c.channel,
        "address": person.c.address,
        "lane": sa.bindparam("this_lane", type_=c.lane.type),
        "operation": sa.literal(str(Operation.POST if edits is None else Operation.EDIT)),
        "body_id": body.c.body_id,
        "reply_to": sa.cast(target, sa.Text),
        "resident_id": person.c.id,
        "spread_id": this,
        "report": sa.false(),
        "state": sa.bindparam("this_state", type_=c.state.type),
        "attempts": sa.literal(0, sa.Integer),
        "doubts": sa.literal(0, sa.Integer),
        "created_at": sa.bindparam("written", type_=instant),
        "next_at": person.c.at,
        "not_after": sa.bindparam("ends", type_=instant),
        "ended_at": sa.bindparam("over", type_=instant),
    }
    rows = sa.select(*values.values()).select_from(source)
    # They leave in the order of their rows; sorting by one column costs less.
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
