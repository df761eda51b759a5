"""Who did what and when. Never a message text: the audit outlives what residents may have deleted."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from storage.engine import Tx
from storage.tables import audit


async def note(tx: Tx, actor: str, deed: str, about: str, now: datetime, **data: Any) -> None:
    """Write one line. `actor` is ``slack:U…``, ``resident:17``, ``liaison`` or ``cli:NAME``."""
    await tx.insert(audit, actor=actor, deed=deed, about=about, at=now, data=data)


async def lines(tx: Tx, about: str) -> list[Any]:
    """All lines about one thing, oldest first, as rows (at, actor, deed, about, data)."""
    return list(await tx.all(sa.select(audit).where(audit.c.about == about).order_by(audit.c.id)))
