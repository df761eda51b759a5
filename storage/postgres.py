"""How every connection to PostgreSQL is made, and which of its errors mean "not now" rather than "never".

One way to connect for SQLAlchemy's engine, the ledger, the fleet and the listener, so that an address with any option
of libpq (``sslmode=verify-full``, a socket folder, several hosts) means the same everywhere.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import asyncpg

from storage.ledger import LedgerTrouble

CONNECT_SECONDS = 10.0
COMMAND_SECONDS = 60.0
IDLE_SECONDS = 10.0
SETTINGS = {
    "application_name": "liaison",
    "tcp_keepalives_idle": "3",  # seconds
    "tcp_keepalives_interval": "2",
    "tcp_keepalives_count": "3",
}
_PASSING = ("08", "40", "53", "55", "57", "58", "25P03", "3D")  # classes of SQLSTATE (PostgreSQL manual, appendix A)


async def connect(dsn: str, *, command_seconds: float = COMMAND_SECONDS, idle_seconds: float = IDLE_SECONDS) -> Any:
    """A connection of asyncpg. Raises OSError, TimeoutError or asyncpg's errors.

    A transaction in which nothing is said for `idle_seconds` is undone by the server: who is paused or cut off in the
    middle of one must not hold its locks until a TCP time-out of hours.
    """
    settings = {**SETTINGS, "idle_in_transaction_session_timeout": str(int(idle_seconds * 1000))}
    return await asyncpg.connect(
        dsn, timeout=CONNECT_SECONDS, command_timeout=command_seconds, server_settings=settings
    )


def passing(error: BaseException) -> bool:
    """Whether the same may succeed later: no connection, a deadlock, a server that stops, a full disk, a lock."""
    if isinstance(error, asyncpg.PostgresError):
        return str(error.sqlstate or "").startswith(_PASSING)
    return isinstance(error, OSError | asyncpg.InterfaceError | asyncpg.InternalClientError | asyncio.TimeoutError)


@asynccontextmanager
async def troubles() -> AsyncIterator[None]:
    """The driver's passing errors by one name: LedgerTrouble."""
    try:
        yield
    except LedgerTrouble:
        raise
    except Exception as error:
        if not passing(error):
            raise
        raise LedgerTrouble(f"{type(error).__name__}: {error}") from error
