"""The history of a case, line by line. Lines are added and, when a resident edits, changed with the old text kept."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.case import Case, Entry, EntryKind
from storage.engine import Tx
from storage.tables import cases, entries


def _entry(row: Any) -> Entry:
    values = dict(row._mapping)
    return Entry(**{**values, "kind": EntryKind(values["kind"])})


async def add(
    tx: Tx,
    case_id: int,
    kind: EntryKind,
    now: datetime,
    *,
    author: str = "",
    text: str = "",
    data: dict[str, Any] | None = None,
    message_id: str | None = None,
) -> Entry:
    """Add a line to a case's history."""
    entry_id = await tx.insert(
        entries, case_id=case_id, kind=kind, at=now, author=author, text=text, data=data or {}, message_id=message_id
    )
    return await get(tx, entry_id)


async def get(tx: Tx, entry_id: int) -> Entry:
    """The line of that id. Raises LookupError."""
    row = await tx.one(sa.select(entries).where(entries.c.id == entry_id))
    if row is None:
        raise LookupError(f"entry {entry_id}")
    return _entry(row)


async def of_case(tx: Tx, case_id: int, limit: int = 500) -> list[Entry]:
    """The history of a case, oldest first."""
    query = sa.select(entries).where(entries.c.case_id == case_id).order_by(entries.c.id).limit(limit)
    return [_entry(row) for row in await tx.all(query)]


async def by_message(tx: Tx, resident_id: int, message_id: str) -> list[Entry]:
    """The lines that a resident's own message became (a message may stand in more than one case)."""
    query = (
        sa.select(entries)
        .join(cases, cases.c.id == entries.c.case_id)
        .where(
            cases.c.resident_id == resident_id,
            entries.c.message_id == message_id,
            entries.c.kind == EntryKind.RESIDENT,
        )
        .order_by(entries.c.id)
    )
    return [_entry(row) for row in await tx.all(query)]


async def edit(tx: Tx, entry: Entry, text: str, now: datetime) -> Entry:
    """The resident changed the message: the new text stands, the old one is kept in `data`."""
    earlier = [*entry.data.get("earlier", []), entry.text]
    await tx.execute(
        entries.update()
        .where(entries.c.id == entry.id)
        .values(text=text, edited_at=now, data={**entry.data, "earlier": earlier})
    )
    return await get(tx, entry.id)


async def move(tx: Tx, entry: Entry, case: Case) -> None:
    """Put a line into another case (the resident said where it belongs)."""
    await tx.execute(entries.update().where(entries.c.id == entry.id).values(case_id=case.id))


async def mark(tx: Tx, entry: Entry, **data: Any) -> None:
    """Add to what a line's `data` holds."""
    await tx.execute(entries.update().where(entries.c.id == entry.id).values(data={**entry.data, **data}))
