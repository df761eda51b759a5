"""Which conversations fall to this worker: all of them on SQLite, its shards of them in a fleet on PostgreSQL.

The shards only keep workers out of each other's way. What keeps a conversation in order is the transaction that
handles a row (`storage.inbox.my_turn`): it waits for whoever is at that conversation and lets earlier rows go first.
"""

import asyncio
import os
import secrets
from collections.abc import Sequence
from contextlib import suppress

import structlog

from storage.engine import Database
from storage.ledger import Fenced, LedgerTrouble

log = structlog.get_logger(__name__)


class Crew:
    """This worker among the others. `shards` is None where there are no others."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self.shards: Sequence[int] | None = None if db.dialect == "sqlite" else ()

    async def belong(self) -> None:
        """Keep our place until cancelled; then leave, so that the others take over at once."""
        if self._db.dialect == "sqlite":
            await asyncio.Event().wait()
        while True:
            with suppress(LedgerTrouble):  # taken for dead, or the database is away: join again
                await self._belong_once()
            self.shards = ()
            await asyncio.sleep(1)

    async def _belong_once(self) -> None:
        from storage.fleet import BEAT, Membership  # asyncpg: not where SQLite is used
        from storage.postgres import connect, troubles

        async with troubles():
            connection = await connect(self._db.dsn, command_seconds=BEAT * 2)
        member = Membership(connection, f"{os.uname().nodename}:{os.getpid()}:{secrets.token_hex(4)}", "worker")
        try:
            async with troubles():
                self.shards = (await member.join()).shards
                while True:
                    await asyncio.sleep(BEAT)
                    self.shards = (await member.beat()).shards
        except Fenced:
            log.warning("crew.fenced")
            raise
        finally:
            with suppress(Exception):
                async with asyncio.timeout(1):
                    await member.leave()
            connection.terminate()
