"""What staff and residents taught the router: one row a lesson, from which its memory can be rebuilt."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from domain.case import EntryKind
from storage.engine import Tx
from storage.tables import cases, entries, labels


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A message that belongs to a department."""

    text: str
    language: str
    department: str
    kind: str
    reference: str
    area: str | None


async def teach(tx: Tx, case_id: int, department: str, kind: str, by: str, now: datetime) -> None:
    """Remember that this case belongs to this department. `kind`: reassigned, confirmed or chosen."""
    await tx.insert(labels, case_id=case_id, department=department, kind=kind, by=by, at=now)


async def lessons(tx: Tx) -> AsyncIterator[Lesson]:
    """All lessons in the order they were given, each with the first message of its case."""
    first = (
        sa.select(entries.c.case_id, sa.func.min(entries.c.id).label("entry_id"))
        .where(entries.c.kind == EntryKind.RESIDENT)
        .group_by(entries.c.case_id)
        .subquery()
    )
    query = (
        sa.select(entries.c.text, cases.c.language, labels.c.department, labels.c.kind, cases.c.reference, cases.c.area)
        .select_from(labels)
        .join(cases, cases.c.id == labels.c.case_id)
        .join(first, first.c.case_id == cases.c.id)
        .join(entries, entries.c.id == first.c.entry_id)
        .order_by(labels.c.id)
    )
    for row in await tx.all(query):
        yield Lesson(**row._mapping)
