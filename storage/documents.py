"""Small named states that are written whole: the router's memory, cursors."""

from datetime import datetime

import sqlalchemy as sa

from storage.engine import Tx
from storage.tables import documents
from storage.upsert import upsert


async def put(tx: Tx, name: str, body: bytes, now: datetime, *, version: int = 1) -> None:
    """Write the state of that name."""
    insert = upsert(tx, documents)
    await tx.execute(
        insert.values(name=name, version=version, body=body, at=now).on_conflict_do_update(
            index_elements=["name"], set_={"version": version, "body": body, "at": now}
        )
    )


async def take(tx: Tx, name: str, *, version: int = 1) -> bytes | None:
    """Read the state of that name; None where there is none or it was written in another version's shape."""
    found = sa.select(documents.c.body).where(documents.c.name == name, documents.c.version == version)
    body = await tx.scalar(found)
    return None if body is None else bytes(body)
