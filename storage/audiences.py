"""Audiences with a name: kept to be used again."""

from datetime import datetime

import orjson
import sqlalchemy as sa

from domain.audience import Audience, from_json, to_json
from storage.engine import Tx
from storage.tables_broadcasts import audiences
from storage.upsert import upsert

MOST = 100  # of a list in Slack


async def save(tx: Tx, name: str, audience: Audience, by: str, now: datetime) -> None:
    """Keep it under the name; an earlier one of that name is replaced."""
    insert = upsert(tx, audiences)
    values = {"expression": orjson.dumps(to_json(audience)).decode(), "by": by, "at": now}
    await tx.execute(insert.values(name=name, **values).on_conflict_do_update(index_elements=["name"], set_=values))


async def forget(tx: Tx, name: str) -> bool:
    """Delete the name; what was sent to it stays as it was. False where nothing is called so."""
    return int((await tx.execute(audiences.delete().where(audiences.c.name == name))).rowcount) > 0


async def saved(tx: Tx) -> dict[str, Audience]:
    """All of them by name, in the order of their names."""
    rows = await tx.all(sa.select(audiences.c.name, audiences.c.expression).order_by(audiences.c.name).limit(MOST))
    return {row.name: from_json(orjson.loads(row.expression)) for row in rows}
