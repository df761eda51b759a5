"""The directory of partners and community leaders. A code links an entry to the person's own chat, once."""

import random
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.ids import new_reference
from storage import preferences
from storage.engine import Tx
from storage.tables_volunteers import partners

ROLE = "partner"
TRIES = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """One entry. `resident_id`: the chat that was linked; None while it is not."""

    id: int
    organisation: str
    person: str
    role: str
    areas: list[str]
    languages: list[str]
    note: str
    code: str
    resident_id: int | None


def _partner(row: Any) -> Partner:
    names = ("id", "organisation", "person", "role", "areas", "languages", "note", "code", "resident_id")
    return Partner(**{name: row._mapping[name] for name in names})


async def add(tx: Tx, rng: random.Random, now: datetime, **values: Any) -> Partner:
    """Enter a partner under a fresh code; columns by name."""
    for _ in range(TRIES):
        code = new_reference(rng)
        if await tx.scalar(sa.select(partners.c.id).where(partners.c.code == code)) is None:
            number = await tx.insert(partners, code=code, created_at=now, **values)
            row = await tx.one(sa.select(partners).where(partners.c.id == number))
            return _partner(row)
    raise RuntimeError("no free code was found")


async def find(tx: Tx, words: str, limit: int = 50) -> list[Partner]:
    """Entries in which the words stand, by organisation; all of them for no words."""
    query = sa.select(partners).order_by(partners.c.organisation, partners.c.person, partners.c.id).limit(limit)
    if words:
        like = f"%{_literal(words.lower())}%"
        fields = (partners.c.organisation, partners.c.person, partners.c.role)
        query = query.where(sa.or_(*(sa.func.lower(field).like(like, escape="\\") for field in fields)))
    return [_partner(row) for row in await tx.all(query)]


def _literal(words: str) -> str:
    return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


async def link(tx: Tx, code: str, resident_id: int, now: datetime) -> Partner | None:
    """Link the entry of that code to a resident's chat. None where there is none, or it is linked already."""
    result = await tx.execute(
        partners.update()
        .where(partners.c.code == code, partners.c.resident_id.is_(None))
        .values(resident_id=resident_id, linked_at=now)
    )
    if result.rowcount != 1:
        return None
    await preferences.give_role(tx, resident_id, ROLE)
    return _partner(await tx.one(sa.select(partners).where(partners.c.code == code)))


async def remove(tx: Tx, number: int) -> bool:
    """Take an entry out of the directory; its person keeps no role. False where there is no such entry."""
    row = await tx.one(sa.select(partners).where(partners.c.id == number))
    if row is None:
        return False
    await tx.execute(partners.delete().where(partners.c.id == number))
    others = sa.select(partners.c.id).where(partners.c.resident_id == row.resident_id)
    if row.resident_id is not None and await tx.scalar(others) is None:
        await preferences.take_role(tx, row.resident_id, ROLE)
    return True
