"""The one place where tests get a database: SQLite, or PostgreSQL where TEST_POSTGRES names a server.

`make test` uses SQLite, `make test-postgres` runs the same tests on PostgreSQL. Every test has a database of its own,
copied from one that was migrated once. Take the fixtures `db` or `database_url`, or call these where a test needs more.
"""

import asyncio
import atexit
import os
import secrets
import shutil
import tempfile
from collections.abc import AsyncIterator, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

import asyncpg
import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine import Database, Tx
from storage.migrate import prepare
from tests.postgres_server import VARIABLE

T = TypeVar("T")
SERVER = os.environ.get(VARIABLE, "")
ON_POSTGRES = bool(SERVER)
sqlite_only = pytest.mark.skipif(ON_POSTGRES, reason="about SQLite alone")
postgres_only = pytest.mark.skipif(not ON_POSTGRES, reason="about PostgreSQL alone: make test-postgres runs it")
_made: dict[str, str] = {}  # the migrated template, by engine


def url_of(name: str) -> str:
    """The address of that database of the server."""
    return SERVER.rpartition("/")[0] + "/" + name


@asynccontextmanager
async def fresh_url(folder: Path, *, migrated: bool = True) -> AsyncIterator[str]:
    """The address of a database of one's own; empty, or with every table in it. On PostgreSQL it goes with the block.

    On SQLite `folder` holds the file.
    """
    name = f"liaison_{secrets.token_hex(6)}"
    if not ON_POSTGRES:
        path = folder / f"{name}.db"
        if migrated:
            shutil.copy(_sqlite_template(), path)
        yield f"sqlite:///{path}"
        return
    template = await asyncio.to_thread(_postgres_template) if migrated else "template0"
    await on_server(f"CREATE DATABASE {name} TEMPLATE {template}")
    try:
        yield url_of(name)
    finally:
        await on_server(f"DROP DATABASE {name} WITH (FORCE)")


@asynccontextmanager
async def fresh_database(folder: Path) -> AsyncIterator[Database]:
    """An open, migrated, empty database."""
    async with fresh_url(folder) as url, Database.open(url) as db:
        yield db


async def on_server(statement: str) -> None:
    """Run one statement outside every transaction, on a connection and loop of its own: virtual time stands still."""
    await asyncio.get_running_loop().run_in_executor(None, _apart, _execute(statement))


async def _execute(statement: str) -> None:
    connection = await asyncpg.connect(SERVER)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


def _apart(work: Coroutine[Any, Any, T]) -> T:
    """Run `work` in a plain event loop of its own, whatever loop this thread has."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()


def _sqlite_template() -> str:
    if "sqlite" not in _made:
        folder = tempfile.mkdtemp(prefix="liaison-tests-")
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        _made["sqlite"] = f"{folder}/template.db"
        _apart(asyncio.to_thread(prepare, f"sqlite:///{_made['sqlite']}"))
    return _made["sqlite"]


def _postgres_template() -> str:
    if "postgresql" not in _made:
        name = f"liaison_template_{secrets.token_hex(6)}"
        _apart(_execute(f"CREATE DATABASE {name} TEMPLATE template0"))
        atexit.register(lambda: asyncio.run(_execute(f"DROP DATABASE {name} WITH (FORCE)")))
        _made["postgresql"] = name
        _apart(asyncio.to_thread(prepare, url_of(name)))
    return _made["postgresql"]


def inspected(tx: Tx) -> AsyncConnection:
    """The connection of a transaction, for a look at its tables."""
    assert isinstance(tx.connection, AsyncConnection)
    return tx.connection
