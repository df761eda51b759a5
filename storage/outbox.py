"""What leaves: rows written in the transaction of their cause, and what others may ask or change about them.

The delivery engine's own path (claim, intent, outcome) is in `storage.ledger`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
import sqlalchemy as sa

from domain.codec import encode
from domain.delivery import DeliveryState, Draft, Lane
from storage.engine import Tx
from storage.tables import anchors, outbox

BACKLOG_COUNTED = 10_000
_ENDED_BADLY = (
    DeliveryState.FAILED,
    DeliveryState.BLOCKED,
    DeliveryState.DOUBT,
    DeliveryState.STOPPED,
    DeliveryState.EXPIRED,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How one delivery stands. `doubts`: sends of it that may have arrived although no answer came."""

    id: int
    channel: str
    address: str
    lane: Lane
    state: DeliveryState
    reason: str | None
    attempts: int
    doubts: int
    case_id: int | None
    entry_id: int | None
    next_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Backlog:
    """Queued deliveries of one channel and lane; `more`: there are more than the `count` that was counted."""

    channel: str
    lane: Lane
    count: int
    more: bool
    next_at: datetime


async def enqueue(tx: Tx, drafts: Sequence[Draft], now: datetime) -> list[int]:
    """Write one row a draft and return their ids, in order. A queued row with the same `replaces` is superseded.

    Takes the drafts as they are; `delivery.enqueue` splits long texts first and is the door to use.
    """
    if not drafts:
        return []
    await _supersede(tx, {draft.replaces for draft in drafts if draft.replaces}, now)
    ids = [await tx.insert(outbox, **_values(draft, now)) for draft in drafts]
    tx.wake("outbox")
    return ids


async def _supersede(tx: Tx, keys: set[str], now: datetime) -> None:
    if not keys:
        return
    await tx.execute(
        outbox.update()
        .where(outbox.c.state == "queued", outbox.c.replaces.is_not(None), outbox.c.replaces.in_(keys))
        .values(state="superseded", ended_at=now)
    )


def _values(draft: Draft, now: datetime) -> dict[str, Any]:
    return {
        "channel": draft.channel,
        "address": draft.address,
        "lane": int(draft.lane),
        "operation": draft.operation.value,
        "content": None if draft.content is None else orjson.dumps(encode(draft.content)).decode(),
        "anchor": draft.anchor,
        "target": draft.target,
        "thread": draft.thread,
        "reply_to": draft.reply_to,
        "person": draft.person,
        "replaces": draft.replaces,
        "case_id": draft.case_id,
        "entry_id": draft.entry_id,
        "resident_id": draft.resident_id,
        "report": draft.report,
        "created_at": now,
        "next_at": max(now, draft.not_before or now),
        "not_after": draft.not_after,
    }


async def case_of_message(tx: Tx, address: str, platform_id: str, *, channel: str | None = None) -> int | None:
    """The case that our message `platform_id` at `address` belongs to; None where it is not one of a case."""
    statement = sa.select(outbox.c.case_id).where(
        outbox.c.address == address, outbox.c.platform_id == platform_id, outbox.c.case_id.is_not(None)
    )
    if channel is not None:
        statement = statement.where(outbox.c.channel == channel)
    found = await tx.scalar(statement.limit(1))
    return None if found is None else int(found)


async def anchor(tx: Tx, name: str) -> tuple[str, str, str] | None:
    """(channel, address, platform id) of the message remembered under `name`; None while it has not been sent."""
    row = await tx.one(
        sa.select(anchors.c.channel, anchors.c.address, anchors.c.platform_id).where(anchors.c.name == name)
    )
    return None if row is None else (row.channel, row.address, row.platform_id)


async def anchor_at(tx: Tx, address: str, platform_id: str, channel: str | None = None) -> str | None:
    """The name of the anchor that rests at this message; None where no anchor does."""
    statement = sa.select(anchors.c.name).where(anchors.c.address == address, anchors.c.platform_id == platform_id)
    if channel is not None:
        statement = statement.where(anchors.c.channel == channel)
    found = await tx.scalar(statement.limit(1))
    return None if found is None else str(found)


async def standing(tx: Tx, delivery_id: int) -> Standing | None:
    """How this delivery stands; None for an unknown id."""
    row = await tx.one(_standings().where(outbox.c.id == delivery_id))
    return None if row is None else _standing(row)


async def standings_of_case(tx: Tx, case_id: int) -> list[Standing]:
    """Every delivery of a case, oldest first."""
    rows = await tx.all(
        _standings().where(outbox.c.case_id.is_not(None), outbox.c.case_id == case_id).order_by(outbox.c.id)
    )
    return [_standing(row) for row in rows]


async def standings_of_entry(tx: Tx, case_id: int, entry_id: int) -> list[Standing]:
    """Every delivery of one entry of a case, oldest first (a long text is several)."""
    return [one for one in await standings_of_case(tx, case_id) if one.entry_id == entry_id]


def overall(standings: Sequence[Standing]) -> Standing | None:
    """The one that tells how several parts stand together: the worst ended one, else the last not ended, else the last.

    None for no deliveries. Superseded ones do not count.
    """
    counted = [one for one in standings if one.state is not DeliveryState.SUPERSEDED]
    for state in _ENDED_BADLY:
        for one in counted:
            if one.state is state:
                return one
    waiting = [one for one in counted if one.state is not DeliveryState.SENT]
    return waiting[-1] if waiting else counted[-1] if counted else None


async def stop(
    tx: Tx,
    now: datetime,
    *,
    ids: Sequence[int] | None = None,
    case_id: int | None = None,
    replaces: str | None = None,
    reason: str = "stopped",
) -> int:
    """Stop what is still queued of these; what is on the wire cannot be called back. Returns how many were stopped."""
    chosen: list[sa.ColumnElement[bool]] = []
    if ids is not None:
        chosen.append(outbox.c.id.in_(ids))
    if case_id is not None:
        chosen.append(sa.and_(outbox.c.case_id.is_not(None), outbox.c.case_id == case_id))
    if replaces is not None:
        chosen.append(sa.and_(outbox.c.replaces.is_not(None), outbox.c.replaces == replaces))
    if not chosen:
        raise ValueError("say what to stop: ids, case_id or replaces")
    result = await tx.execute(
        outbox.update().where(outbox.c.state == "queued", *chosen).values(state="stopped", reason=reason, ended_at=now)
    )
    return result.rowcount


async def requeue(tx: Tx, ids: Sequence[int], now: datetime) -> int:
    """Send again what ended without success (failed, blocked, in doubt, stopped, expired). Returns how many will be."""
    result = await tx.execute(
        outbox.update()
        .where(outbox.c.id.in_(ids), outbox.c.state.in_([state.value for state in _ENDED_BADLY]))
        .values(state="queued", reason=None, ended_at=None, attempts=0, next_at=now, not_after=None, leased_by=None)
    )
    tx.wake("outbox")
    return result.rowcount


async def doubts(tx: Tx, limit: int = 100) -> list[Standing]:
    """Deliveries that may have arrived twice, or not at all, newest first; the reader decides what to do about each."""
    rows = await tx.all(_standings().where(outbox.c.doubts > 0).order_by(outbox.c.id.desc()).limit(limit))
    return [_standing(row) for row in rows]


async def backlog(tx: Tx, channels: Sequence[str]) -> list[Backlog]:
    """Queued deliveries per channel and lane, empty ones left out. Counts at most `BACKLOG_COUNTED` of each: cheap."""
    found = []
    for channel in channels:
        for lane in Lane:
            here = sa.and_(outbox.c.channel == channel, outbox.c.lane == int(lane), outbox.c.state == "queued")
            counted = sa.select(outbox.c.next_at).where(here).order_by(outbox.c.next_at).limit(BACKLOG_COUNTED + 1)
            rows = counted.subquery()
            row = await tx.one(sa.select(sa.func.count(), sa.func.min(rows.c.next_at)).select_from(rows))
            if row is not None and row[0]:
                count = min(row[0], BACKLOG_COUNTED)
                found.append(Backlog(channel=channel, lane=lane, count=count, more=row[0] > count, next_at=row[1]))
    return found


def _standings() -> sa.Select[Any]:
    c = outbox.c
    return sa.select(
        c.id, c.channel, c.address, c.lane, c.state, c.reason, c.attempts, c.doubts,
        c.case_id, c.entry_id, c.next_at, c.ended_at,
    )  # fmt: skip


def _standing(row: Any) -> Standing:
    values: Mapping[str, Any] = row._mapping
    return Standing(**{**values, "lane": Lane(row.lane), "state": DeliveryState(row.state)})
