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
    """A message that belongs to a department; `id` counts up with every label."""

    id: int
    text: str
    language: str
    department: str
    kind: str
    reference: str
    area: str | None


async def teach(tx: Tx, case_id: int, department: str, kind: str, by: str, now: datetime) -> None:
    """Remember that this case belongs to this department. `kind`: reassigned, confirmed or chosen."""
    await tx.insert(labels, case_id=case_id, department=department, kind=kind, by=by, at=now)


async def lessons(tx: Tx, *, after: int = 0) -> AsyncIterator[Lesson]:
    """Lessons after label `after`, in the order they were given, each with the first message of its case."""
    earlier = entries.alias()
    first = (
        sa.select(sa.func.min(earlier.c.id))
        .where(earlier.c.case_id == cases.c.id, earlier.c.kind == EntryKind.RESIDENT)
        .correlate(cases)
        .scalar_subquery()
    )
    query = (
        sa.select(
            labels.c.id,
            entries.c.text,
            cases.c.language,
            labels.c.department,
            labels.c.kind,
            cases.c.reference,
            cases.c.area,
        )
        .select_from(labels)
        .join(cases, cases.c.id == labels.c.case_id)
        .join(entries, entries.c.id == first)
        .where(labels.c.id > after)
        .order_by(labels.c.id)
    )
    for row in await tx.all(query):
        yield Lesson(**row._mapping)
