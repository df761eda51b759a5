"""Answers that are late: reported, so that the thread can say why and when they are tried next."""

from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from storage.engine import Tx
from storage.inbox import TOPIC
from storage.tables import Instant, inbox, outbox, to_micros
from storage.upsert import upsert

LATE_AFTER = timedelta(seconds=5)
AGAIN_AFTER = timedelta(minutes=15)
_EARLIER = outbox.alias("earlier")


async def report_late(
    tx: Tx, channel: str, now: datetime, *, reason: str | None = None, next_at: datetime | None = None
) -> int:
    """Report every answer of `channel` that is not sent after `LATE_AFTER`; once, then again each `AGAIN_AFTER`.

    `reason` and `next_at`: why the whole channel waits and until when. Without them only those are reported that were
    tried and failed, or that wait behind such a one. One statement, whatever their number; returns how many there were.
    """
    why: sa.ColumnElement[str] = _held_up_by(_EARLIER.c.reason) if reason is None else sa.literal(reason, sa.Text)
    then = _held_up_by(_EARLIER.c.next_at) if reason is None else _micros(next_at or now)
    number = sa.cast(outbox.c.id, sa.Text)
    reports = sa.select(
        sa.literal("liaison"),
        sa.literal("delivery:") + number + ":waiting:" + sa.cast(_turn(now), sa.Text),
        sa.literal("case:") + sa.cast(outbox.c.case_id, sa.Text),
        sa.literal('{"delivery_id":')
        + number
        + ',"state":"waiting","reason":"'
        + why
        + '","next_at":'
        + _text(then)
        + "}",
        sa.literal(now, Instant),
        sa.literal(now, Instant),
    ).where(
        outbox.c.channel == channel,
        outbox.c.state == "queued",
        outbox.c.entry_id.is_not(None),
        outbox.c.case_id.is_not(None),
        outbox.c.report,
        outbox.c.created_at <= now - LATE_AFTER,
        why.is_not(None),
    )
    columns = ("channel", "dedupe", "conversation", "payload", "received_at", "next_at")
    insert = upsert(tx, inbox)
    result = await tx.execute(insert.from_select(columns, reports).on_conflict_do_nothing())
    if result.rowcount:
        tx.wake(TOPIC)
    return int(result.rowcount)


def _held_up_by(column: sa.Column[Any]) -> sa.ColumnElement[Any]:
    """A column of the first delivery of the same conversation that was tried and failed: this one, or one before it."""
    there = _EARLIER.c
    found = (
        sa.select(column)
        .where(
            there.channel == outbox.c.channel,
            there.address == outbox.c.address,
            there.lane == outbox.c.lane,
            there.id <= outbox.c.id,
            there.state == "queued",
            (there.lane + 0).between(1, 3),
            there.reason.is_not(None),
        )
        .order_by(there.id)
        .limit(1)
    )
    return found.scalar_subquery()


def _turn(now: datetime) -> sa.ColumnElement[int]:
    """How many times `AGAIN_AFTER` has gone by since the row was written."""
    age = _micros(now) - sa.type_coerce(outbox.c.created_at, sa.BigInteger)
    return age // sa.literal(AGAIN_AFTER // timedelta(microseconds=1), sa.BigInteger)


def _micros(instant: datetime) -> sa.ColumnElement[int]:
    return sa.literal(to_micros(instant), sa.BigInteger)


def _text(value: sa.ColumnElement[Any]) -> sa.ColumnElement[str]:
    return sa.cast(sa.type_coerce(value, sa.BigInteger), sa.Text)
