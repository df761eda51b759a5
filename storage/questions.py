"""What the bot asked with buttons and still waits for. The row knows what a button means; the button has its number."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from storage.engine import Tx
from storage.tables import questions


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One row of the question table. `data` is whatever the asking handler needs to act on the answer."""

    id: int
    resident_id: int
    kind: str
    case_id: int | None
    data: dict[str, Any]
    state: str
    asked_at: datetime
    expires_at: datetime | None
    answer: str | None


def _question(row: Any) -> Question:
    return Question(**row._mapping)


async def ask(
    tx: Tx,
    resident_id: int,
    kind: str,
    now: datetime,
    *,
    case_id: int | None = None,
    data: dict[str, Any] | None = None,
    expires_at: datetime | None = None,
) -> Question:
    """Remember that something was asked."""
    question_id = await tx.insert(
        questions,
        resident_id=resident_id,
        kind=kind,
        case_id=case_id,
        data=data or {},
        asked_at=now,
        expires_at=expires_at,
    )
    found = await get(tx, question_id)
    assert found is not None
    return found


async def get(tx: Tx, question_id: int) -> Question | None:
    """The question of that id, or None."""
    row = await tx.one(sa.select(questions).where(questions.c.id == question_id))
    return None if row is None else _question(row)


async def close(tx: Tx, question: Question, *, answer: str | None = None, expired: bool = False) -> bool:
    """Close an open question. False if it was closed before: a second press changes nothing."""
    result = await tx.execute(
        questions.update()
        .where(questions.c.id == question.id, questions.c.state == "open")
        .values(state="expired" if expired else "answered", answer=answer)
    )
    return result.rowcount == 1


async def remember(tx: Tx, question: Question, data: dict[str, Any]) -> None:
    """Replace what an open question knows."""
    await tx.execute(questions.update().where(questions.c.id == question.id).values(data=data))


async def forget(tx: Tx, question: Question) -> None:
    """Take the row away, with whatever words waited in it."""
    await tx.execute(questions.delete().where(questions.c.id == question.id))


async def open_of(tx: Tx, resident_id: int, kind: str, case_id: int | None = None) -> list[Question]:
    """Open questions of one kind to one resident, newest first."""
    query = sa.select(questions).where(
        questions.c.resident_id == resident_id, questions.c.kind == kind, questions.c.state == "open"
    )
    if case_id is not None:
        query = query.where(questions.c.case_id == case_id)
    return [_question(row) for row in await tx.all(query.order_by(questions.c.id.desc()))]


async def due(tx: Tx, now: datetime, limit: int = 100) -> list[Question]:
    """Open questions whose time is over."""
    query = sa.select(questions).where(questions.c.state == "open", questions.c.expires_at <= now)
    return [_question(row) for row in await tx.all(query.order_by(questions.c.expires_at).limit(limit))]
