"""Reminders: one row an occasion and lead. Whoever moves it from ``due`` writes the deliveries in that transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from storage.engine import Tx
from storage.occasions import Coming, coming_of, joined
from storage.tables_events import occasions, reminders
from storage.upsert import upsert


class ReminderState(StrEnum):
    """What became of a reminder."""

    DUE = "due"
    SENT = "sent"
    MERGED = "merged"  # a later one of the same occasion was due at the same moment and said it all
    LATE = "late"  # the clock stood still until it made no sense any more: reported, not sent
    DROPPED = "dropped"  # the occasion was cancelled or moved


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A reminder whose time has come, with the occasion that it is about."""

    id: int
    minutes: int
    due_at: datetime
    coming: Coming


async def plan(tx: Tx, occasion_id: int, leads: dict[int, datetime], now: datetime) -> None:
    """Have exactly these reminders (minutes before -> instant). Those already past are not planned any more."""
    planned = sa.and_(reminders.c.occasion_id == occasion_id, reminders.c.state == ReminderState.DUE.value)
    await tx.execute(reminders.delete().where(planned))
    insert = upsert(tx, reminders)
    for minutes, due_at in leads.items():
        if due_at > now:
            fresh = {"due_at": due_at, "state": ReminderState.DUE.value, "ended_at": None}
            row = insert.values(occasion_id=occasion_id, minutes=minutes, **fresh)
            await tx.execute(row.on_conflict_do_update(index_elements=["occasion_id", "minutes"], set_=fresh))


async def drop(tx: Tx, occasion_ids: Sequence[int], now: datetime) -> None:
    """The occasions do not take place: nobody is reminded of them."""
    planned = sa.and_(reminders.c.occasion_id.in_(occasion_ids), reminders.c.state == ReminderState.DUE.value)
    await tx.execute(reminders.update().where(planned).values(state=ReminderState.DROPPED.value, ended_at=now))


async def due(tx: Tx, now: datetime, limit: int = 100) -> list[Due]:
    """Reminders whose time has come, the longest overdue first. One index range, however many wait."""
    query = (
        joined()
        .add_columns(
            reminders.c.id.label("reminder_id"),
            reminders.c.minutes.label("reminder_minutes"),
            reminders.c.due_at.label("reminder_due_at"),
        )
        .join(reminders, reminders.c.occasion_id == occasions.c.id)
        .where(reminders.c.state == ReminderState.DUE.value, reminders.c.due_at <= now)
        .order_by(reminders.c.due_at, reminders.c.id)
        .limit(limit)
    )
    return [_due(row) for row in await tx.all(query)]


def _due(row: Any) -> Due:
    return Due(id=row.reminder_id, minutes=row.reminder_minutes, due_at=row.reminder_due_at, coming=coming_of(row))


async def end(tx: Tx, reminder_id: int, state: ReminderState, now: datetime) -> bool:
    """Move a reminder on from ``due``. False where another process has done so before: then it is theirs."""
    mine = sa.and_(reminders.c.id == reminder_id, reminders.c.state == ReminderState.DUE.value)
    result = await tx.execute(reminders.update().where(mine).values(state=state.value, ended_at=now))
    return result.rowcount == 1


async def is_due(tx: Tx, now: datetime) -> bool:
    """Whether any reminder's time has come: what every tick asks."""
    waiting = sa.select(reminders.c.id).where(reminders.c.state == ReminderState.DUE.value, reminders.c.due_at <= now)
    return await tx.scalar(waiting.order_by(reminders.c.due_at).limit(1)) is not None


async def superseded(tx: Tx, reminder_id: int, occasion_id: int, now: datetime) -> bool:
    """Whether a later reminder of the same occasion is due as well: after a downtime one of them says it all."""
    own = sa.select(reminders.c.due_at).where(reminders.c.id == reminder_id).scalar_subquery()
    later = sa.select(reminders.c.id).where(
        reminders.c.occasion_id == occasion_id,
        reminders.c.state == ReminderState.DUE.value,
        reminders.c.due_at <= now,
        reminders.c.due_at > own,
    )
    return await tx.scalar(later.limit(1)) is not None
