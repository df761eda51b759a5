"""Trouble that a person must hear of: said once on the front desk, in the staff's language, and in the log."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import structlog

from domain.content import Message
from domain.delivery import Draft, Lane
from handlers.context import Context
from storage import once
from storage.engine import Database, Tx

AGAIN_AFTER = timedelta(minutes=30)

log = structlog.get_logger()


class Alarms:
    """Puts alarms on the front desk. The same one is not repeated within half an hour, whichever process raises it."""

    def __init__(self, db: Database, make_context: Callable[[Tx], Context], now: Callable[[], datetime]) -> None:
        self._db, self._make_context, self._now = db, make_context, now
        self._said: dict[str, datetime] = {}

    async def raise_(self, kind: str, about: str = "", **values: Any) -> None:
        """Say `alarm-<kind>` of the catalog on the front desk. `about` tells alarms of one kind apart."""
        key = f"{kind}:{about}"
        now = self._now()
        if key in self._said and now - self._said[key] < AGAIN_AFTER:
            return
        self._said[key] = now
        log.error("alarm", kind=kind, about=about)
        try:
            await self._say(key, kind, values)
        except BaseException:
            del self._said[key]  # nobody was told
            raise

    async def _say(self, key: str, kind: str, values: dict[str, Any]) -> None:
        async with self._db.write() as tx:
            now = self._now()
            if not await once.first_since(tx, f"alarm {key}", now, now - AGAIN_AFTER):
                return  # another process has said it
            ctx = self._make_context(tx)
            front = ctx.community.department(ctx.community.front_desk)
            assert front is not None
            text = ctx.desk(f"alarm-{kind}", **values)
            await ctx.send(
                Draft(channel=ctx.desk_channel, address=front.channel, lane=Lane.REPLY, content=Message(text=text))
            )
