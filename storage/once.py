"""What the clock does once a day or a week, however many processes look at it."""

from datetime import datetime, timedelta

import sqlalchemy as sa

from storage.engine import Tx
from storage.tables_events import done_once
from storage.upsert import upsert

KEEP = timedelta(days=60)


async def first(tx: Tx, name: str, now: datetime) -> bool:
    """Whether nobody has done `name` before; from now on somebody has."""
    insert = upsert(tx, done_once)
    claimed = insert.values(name=name, at=now).on_conflict_do_nothing().returning(done_once.c.name)
    return await tx.scalar(claimed) is not None


async def first_since(tx: Tx, name: str, now: datetime, since: datetime) -> bool:
    """Whether nobody has done `name` after `since`; from now on somebody has."""
    insert = upsert(tx, done_once).values(name=name, at=now)
    claimed = insert.on_conflict_do_update(
        index_elements=["name"], set_={"at": now}, where=done_once.c.at <= since
    ).returning(done_once.c.name)
    return await tx.scalar(claimed) is not None


async def forget_before(tx: Tx, before: datetime) -> None:
    """Drop old rows: their day will not come again."""
    await tx.execute(sa.delete(done_once).where(done_once.c.at < before))


async def forget_named(tx: Tx, prefix: str, before: datetime) -> None:
    """Drop the old rows of one kind of deed."""
    named = done_once.c.name.startswith(prefix, autoescape=True)
    await tx.execute(sa.delete(done_once).where(named, done_once.c.at < before))
