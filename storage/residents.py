"""Residents: who writes to us, in what language, and whether we can write back."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.inbound import Sender
from domain.people import Reach, Resident
from storage.engine import Tx
from storage.tables import residents


def _resident(row: Any) -> Resident:
    values = dict(row._mapping)
    return Resident(**{**values, "reach": Reach(values["reach"])})


async def find(tx: Tx, channel: str, address: str) -> Resident | None:
    """The resident at that address, or None."""
    there = sa.select(residents).where(residents.c.channel == channel, residents.c.address == address)
    row = await tx.one(tx.locked(there))
    return None if row is None else _resident(row)


async def get(tx: Tx, resident_id: int) -> Resident:
    """The resident of that id. Raises LookupError where there is none."""
    row = await tx.one(sa.select(residents).where(residents.c.id == resident_id))
    if row is None:
        raise LookupError(f"resident {resident_id}")
    return _resident(row)


async def meet(tx: Tx, sender: Sender, language: str, now: datetime) -> Resident:
    """The resident who wrote, made known if they are new; their name and client language are kept up to date."""
    known = await find(tx, sender.channel, sender.address)
    if known is None:
        resident_id = await tx.insert(
            residents,
            channel=sender.channel,
            address=sender.address,
            name=sender.name,
            language=language,
            client_language=sender.client_language,
            in_group=sender.in_group,
            created_at=now,
            history={},
            dialogue={},
        )
        return await get(tx, resident_id)
    if (known.name, known.client_language) != (sender.name, sender.client_language):
        return await change(tx, known.id, name=sender.name, client_language=sender.client_language)
    return known


async def change(tx: Tx, resident_id: int, **values: Any) -> Resident:
    """Set columns of a resident and return the row as it now is."""
    await tx.execute(residents.update().where(residents.c.id == resident_id).values(**values))
    return await get(tx, resident_id)


async def move(tx: Tx, channel: str, old_address: str, new_address: str) -> bool:
    """Follow a chat to its new address. False if nobody lived at the old one."""
    result = await tx.execute(
        residents.update()
        .where(residents.c.channel == channel, residents.c.address == old_address)
        .values(address=new_address)
    )
    return result.rowcount == 1


async def count(tx: Tx) -> int:
    """How many residents can be written to."""
    return int(
        await tx.scalar(sa.select(sa.func.count()).select_from(residents).where(residents.c.reach == Reach.ACTIVE))
    )
