"""Keeps rows coming: whatever is to be said to many gets them a few thousand at a time, the most urgent first.

The tables say what is open and how far it has come; this only goes on. A second one would do no harm but compete.
"""

import asyncio
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import structlog

from storage import halting, preferences, spreading
from storage.engine import Database, Tx, Unavailable
from storage.spread_rows import Allowed
from storage.spreading import CHUNK, MOST_LOOKED_AT, MOST_WRITTEN, TOPIC

LOOK_SECONDS = 1.0
CROWDED_SECONDS = 0.002  # whoever waits so long for the writer shares it: short steps
QUIET_KEPT = timedelta(seconds=30)  # so long the answer to "who is in their quiet hours" may be used

log = structlog.get_logger(__name__)


class Spreader:
    """Does what is open in the tables; `run` until told to stop, `once` a step at a time."""

    def __init__(self, db: Database, now: Callable[[], datetime], zone: ZoneInfo) -> None:
        self._db, self._now, self._zone = db, now, zone
        self._look_at = CHUNK
        self._allowed: tuple[datetime, Allowed] | None = None

    async def run(self, stop: asyncio.Event) -> None:
        """Work until `stop` is set; a step that has begun is finished."""
        stopped = asyncio.ensure_future(stop.wait())
        while not stop.is_set():
            try:
                if await self.once():
                    continue
            except Unavailable as error:
                log.warning("spreading waits for the database", problem=str(error.orig))
            bell = asyncio.ensure_future(self._db.wake.wait(TOPIC, LOOK_SECONDS))
            await asyncio.wait({bell, stopped}, return_when=asyncio.FIRST_COMPLETED)
            bell.cancel()
        stopped.cancel()

    async def once(self) -> bool:
        """One step of what is most urgent: telling rows that they are halted, else writing rows. False: all done.

        Steps need not wait for the disk: one that is undone by a power cut is done again.
        """
        asked, now = time.monotonic(), self._now()

        async def deed(tx: Tx) -> bool:
            return await self._settle_or_step(tx, now, crowded=time.monotonic() - asked > CROWDED_SECONDS)

        return await self._db.take_step(deed)

    async def _settle_or_step(self, tx: Tx, now: datetime, *, crowded: bool) -> bool:
        unsettled = await halting.next_unsettled(tx)
        if unsettled is not None:
            await halting.settle(tx, unsettled, now)
            return True
        spread = await spreading.next_open(tx)
        if spread is None:
            self._look_at = CHUNK
            return False
        allowed = None if spread.urgent else await self._quiet(tx, now)
        look_at = CHUNK if crowded else self._look_at
        step = await spreading.step(tx, spread.id, now, allowed=allowed, look_at=look_at)
        most = MOST_LOOKED_AT if step.rows < look_at // 4 else MOST_WRITTEN
        self._look_at = min(look_at * 2, most)
        return True

    async def _quiet(self, tx: Tx, now: datetime) -> Allowed:
        """From when on whom may be disturbed: a look at all residents, so the answer is kept for a moment."""
        if self._allowed is None or not self._allowed[0] <= now < self._allowed[0] + QUIET_KEPT:
            self._allowed = (now, await preferences.allowed_at(tx, now, self._zone))
        return self._allowed[1]
