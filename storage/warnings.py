"""Official warnings that were read. A message is named by (sender, identifier, sent), as CAP does."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from storage.engine import Tx
from storage.tables_warnings import official_warnings as warnings
from storage.upsert import upsert

Name = tuple[str, str, datetime]
MOST_REFERENCES = 100  # of one message that are looked up


async def first(tx: Tx, name: Name, origin: str, now: datetime) -> bool:
    """Whether nobody has read the message before; from now on somebody has."""
    insert = upsert(tx, warnings)
    sender, identifier, sent = name
    claimed = insert.values(
        sender=sender, identifier=identifier, sent=sent, origin=origin, outcome="", read_at=now
    ).on_conflict_do_nothing()
    return await tx.scalar(claimed.returning(warnings.c.id)) is not None


async def settle(tx: Tx, name: Name, outcome: str, broadcast_id: int | None) -> None:
    """Say what became of the message."""
    change = warnings.update().where(_named(name)).values(outcome=outcome, broadcast_id=broadcast_id)
    await tx.execute(change)


async def held(tx: Tx, names: Sequence[Name]) -> dict[Name, int | None]:
    """Those of `names` that were read, each with the broadcast that it became or changed; oldest first."""
    if not names:
        return {}
    query = sa.select(warnings).where(sa.or_(*map(_named, names[:MOST_REFERENCES]))).order_by(warnings.c.sent)
    return {(row.sender, row.identifier, row.sent): row.broadcast_id for row in await tx.all(query)}


def _named(name: Name) -> sa.ColumnElement[bool]:
    sender, identifier, sent = name
    return sa.and_(warnings.c.sender == sender, warnings.c.identifier == identifier, warnings.c.sent == sent)
