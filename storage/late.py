"""Answers that are late: reported, so that the thread can say why and when they are tried next."""

from datetime import datetime, timedelta

import orjson
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from storage.engine import Tx
from storage.inbox import TOPIC
from storage.tables import inbox, outbox, to_micros

LATE_AFTER = timedelta(seconds=5)
AGAIN_AFTER = timedelta(minutes=15)


async def report_late(
    tx: Tx, channel: str, now: datetime, *, reason: str | None = None, next_at: datetime | None = None
) -> int:
    """Report every answer of `channel` that is not sent after `LATE_AFTER`; once, then again each `AGAIN_AFTER`.

    `reason` and `next_at`: why the whole channel waits and until when. Without a reason only those are reported that
    were tried and failed. One statement, whatever their number; returns how many were reported.
    """
    late = [
        outbox.c.channel == channel,
        outbox.c.state == "queued",
        outbox.c.entry_id.is_not(None),
        outbox.c.report,
        outbox.c.case_id.is_not(None),
        outbox.c.created_at <= now - LATE_AFTER,
    ]
    if reason is None:
        late.append(outbox.c.reason.is_not(None))
    columns = ("channel", "dedupe", "conversation", "payload", "received_at", "next_at")
    number, instant = sa.cast(outbox.c.id, sa.Text), outbox.c.created_at.type
    reports = sa.select(
        sa.literal("liaison"),
        sa.literal("delivery:") + number + ":waiting:" + sa.cast(_turn(now), sa.Text),
        sa.literal("case:") + sa.cast(outbox.c.case_id, sa.Text),
        sa.literal('{"delivery_id":') + number + _ending(reason, next_at),
        sa.literal(now, instant),
        sa.literal(now, instant),
    ).where(*late)
    insert = (sqlite if tx.dialect == "sqlite" else postgresql).insert(inbox)
    result = await tx.execute(insert.from_select(columns, reports).on_conflict_do_nothing())
    if result.rowcount:
        tx.wake(TOPIC)
    return int(result.rowcount)


def _turn(now: datetime) -> sa.ColumnElement[int]:
    """How many times `AGAIN_AFTER` has gone by since the row was written."""
    age = sa.literal(to_micros(now), sa.BigInteger) - sa.type_coerce(outbox.c.created_at, sa.BigInteger)
    return age // sa.literal(AGAIN_AFTER // timedelta(microseconds=1), sa.BigInteger)


def _ending(reason: str | None, next_at: datetime | None) -> str:
    """The rest of the report's JSON, after the number of the delivery."""
    about = {"state": "waiting", "reason": reason, "next_at": None if next_at is None else to_micros(next_at)}
    return "," + orjson.dumps(about).decode().removeprefix("{")
