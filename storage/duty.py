"""What one member alone does at a time: fetching from Telegram, turning the clock. The others stand by.

A duty is a row with a lease on the database server's clock. Whoever holds it renews it every second and ends its work
in time when it cannot; `LEASE` seconds after the last word of its holder another one takes it up. A holder that was
paused sees by its own clock that its time is over before it does anything else (`sure`). On SQLite there is one
process, and every duty is its own.
"""

import asyncio
import os
import secrets
from collections.abc import Awaitable, Callable

import sqlalchemy as sa
import structlog

from storage.engine import Database, Tx, Unavailable
from storage.tables_fleet import duties
from storage.upsert import upsert

LEASE = 3.5  # seconds
BEAT = 1.0
MARGIN = 0.5
Work = Callable[[asyncio.Event], Awaitable[None]]
log = structlog.get_logger(__name__)

_NOW = sa.cast(sa.func.extract("epoch", sa.func.clock_timestamp()) * 1_000_000, sa.BigInteger)


class Duty:
    """One member's view of the duty `name`."""

    def __init__(self, db: Database, name: str) -> None:
        self._db, self._name = db, name
        self._owner = f"{os.uname().nodename}:{os.getpid()}:{secrets.token_hex(4)}"
        self._until = float("-inf")

    @property
    def sure(self) -> bool:
        """Whether the duty is ours for certain."""
        return self._db.dialect == "sqlite" or asyncio.get_running_loop().time() < self._until

    async def run(self, stop: asyncio.Event, work: Work) -> None:
        """Do `work` whenever the duty is ours, until `stop` is set; its event is set when it must end."""
        if self._db.dialect == "sqlite":
            await work(stop)
            return
        while not stop.is_set():
            if await self._take():
                log.info("duty.begun", duty=self._name)
                await self._serve(stop, work)
            else:
                await _pause(stop, BEAT)

    async def _serve(self, stop: asyncio.Event, work: Work) -> None:
        over = asyncio.Event()
        task = asyncio.ensure_future(work(over))
        try:
            while not stop.is_set() and not task.done():
                await _pause(stop, BEAT)
                if not stop.is_set() and not await self._take() and not self.sure:
                    log.warning("duty.lost", duty=self._name)
                    break
        finally:
            over.set()
            await asyncio.wait([task])
        if self.sure:
            await self._give_back()
        task.result()

    async def _take(self) -> bool:
        """Take or renew the lease. False where another holds it or the database cannot be reached."""
        begun = asyncio.get_running_loop().time()
        try:
            async with asyncio.timeout(LEASE - MARGIN), self._db.write() as tx:
                taken = await tx.scalar(_taking(tx, self._name, self._owner)) is not None
        except (Unavailable, TimeoutError) as error:
            log.warning("duty.unknown", duty=self._name, problem=type(error).__name__)
            return False
        self._until = begun + LEASE - MARGIN if taken else float("-inf")
        return taken

    async def _give_back(self) -> None:
        self._until = float("-inf")
        try:
            async with self._db.write() as tx:
                await tx.execute(duties.delete().where(duties.c.name == self._name, duties.c.owner == self._owner))
        except Unavailable as error:
            log.warning("duty.kept", duty=self._name, problem=type(error).__name__)


def _taking(tx: Tx, name: str, owner: str) -> sa.Executable:
    until = _NOW + int(LEASE * 1_000_000)
    insert = upsert(tx, duties).values(name=name, owner=owner, lease_until=until)
    free = sa.or_(duties.c.owner == owner, duties.c.lease_until < _NOW)
    values = {"owner": owner, "lease_until": until}
    return insert.on_conflict_do_update(index_elements=["name"], set_=values, where=free).returning(duties.c.name)


async def _pause(stop: asyncio.Event, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await stop.wait()
    except TimeoutError:
        return
