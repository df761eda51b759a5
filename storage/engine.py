"""One way to the database: `write` for one change at a time, `read` for any number of readers.

On SQLite all writers of a process share one connection behind one lock: SQLite lets one writer in at a time and its
busy back-off is unfair, so the queue is ours. `BEGIN IMMEDIATE` takes the write lock at once; a deferred transaction
that reads first is refused with "database is locked" as soon as somebody else has committed in between.
`synchronous=FULL`: what was acknowledged to a platform survives a power cut, not just a crash.

On PostgreSQL members of a fleet write side by side. Rows that a change is based on are locked (`Tx.locking`) or changed
by compare-and-set; of two who would wait for each other one gets `Unavailable` and tries again.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from time import monotonic
from typing import Any, Literal, TypeVar

import orjson
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from storage.hop import AtOnce, Hop
from storage.ledger import LedgerTrouble
from storage.wake import TOPICS, Wake

T = TypeVar("T")
Unavailable = sa.exc.OperationalError  # locked, disk full, deadlock, gone: the same may succeed later
PASSING = (Unavailable, LedgerTrouble, sqlite3.OperationalError, ConnectionError)
"""Trouble of the database and its disk, not of ours: it passes, and waiting for that is all there is to do."""
READERS = 4
DOUBTED_SECONDS = 10.0  # after a failure; a transaction that changes nothing succeeds on a full disk, too
LONG_SECONDS = 5.0  # a transaction that takes longer is waiting for somebody else
POOL = 10  # connections to PostgreSQL that are kept open; twice as many at most
WAL_PAGES = 16_000  # 64 MB of steps, then they move into the database; at the usual 1,000 every step moves its own
BUSY_MILLISECONDS = 60_000  # another process may hold the lock this long before we give up


class Tx:
    """One transaction. `wake` names a queue whose worker is roused once the transaction is committed."""

    def __init__(self, connection: AsyncConnection | AtOnce, *, writes: bool) -> None:
        self.connection = connection
        self.woken: set[str] = set()
        self.locking = writes and connection.dialect.name == "postgresql"  # SQLite has one writer at a time anyway

    async def execute(
        self, statement: sa.Executable, values: Mapping[str, Any] | Sequence[Mapping[str, Any]] | None = None
    ) -> sa.CursorResult[Any]:
        """Run one statement, or the same for many rows of values."""
        return await self.connection.execute(statement, values)

    async def one(self, statement: sa.Executable, values: Mapping[str, Any] | None = None) -> Any | None:
        """The first row, or None."""
        return (await self.connection.execute(statement, values)).first()

    async def all(self, statement: sa.Executable, values: Mapping[str, Any] | None = None) -> Sequence[Any]:
        """All rows; the caller sees to it that they are few."""
        return (await self.connection.execute(statement, values)).all()

    async def scalar(self, statement: sa.Executable, values: Mapping[str, Any] | None = None) -> Any:
        """The first column of the first row, or None."""
        return (await self.connection.execute(statement, values)).scalar()

    async def insert(self, table: sa.Table, **values: Any) -> int:
        """Insert one row and return its id."""
        result = await self.connection.execute(table.insert().values(**values).returning(table.c.id))
        return int(result.scalar_one())

    async def run_sync(self, deed: Callable[[sa.Connection], T]) -> T:
        """`deed` with the plain connection, for libraries that know no other."""
        assert isinstance(self.connection, AsyncConnection)
        return await self.connection.run_sync(deed)

    @property
    def dialect(self) -> str:
        """``sqlite`` or ``postgresql``."""
        return self.connection.dialect.name

    def locked(self, query: sa.Select[Any]) -> sa.Select[Any]:
        """`query`, whose rows nobody else changes until this transaction ends, where it may change rows at all."""
        return query.with_for_update(key_share=True) if self.locking else query

    def wake(self, topic: str) -> None:
        """Rouse whoever waits for `topic`, after the commit, in every process that has this database open."""
        self.woken.add(topic)

    async def notify(self) -> None:
        """Hand the bells to PostgreSQL, which rings them in every member once this transaction is committed."""
        if self.woken and self.dialect == "postgresql":
            calls = [sa.func.pg_notify(TOPICS, topic) for topic in sorted(self.woken)]
            await self.connection.execute(sa.select(*calls))


class Database:
    """An open database. Use as ``async with Database.open(url) as db``; it must outlive every task that uses it."""

    def __init__(self, url: str) -> None:
        self.url = sa.make_url(_with_driver(url))
        self.dsn = _without_driver(url)  # for the drivers themselves
        self.wake = Wake()
        self.write_lock = asyncio.Lock()
        self._writer, self._reader = _engines(self.url, self.dsn)
        self._connection: AsyncConnection | None = None
        self._hop: Hop | None = None
        self._listener: asyncio.Task[None] | None = None
        self._writing_since: float | None = None
        self._failed_at: float | None = None
        self.recoveries = 0  # how often writing worked again after it had failed

    @property
    def state(self) -> Literal["ok", "waiting", "failing"]:
        """How writing goes: it takes longer than `LONG_SECONDS` (somebody else holds the lock), or failed just now."""
        now, since = monotonic(), self._writing_since
        if self._failed_at is not None and now - self._failed_at < DOUBTED_SECONDS:
            return "failing"
        return "waiting" if since is not None and now - since > LONG_SECONDS else "ok"

    @classmethod
    @asynccontextmanager
    async def open(cls, url: str) -> AsyncIterator["Database"]:
        """Open without migrating (see `storage.migrate`); every connection is closed on the way out."""
        db = cls(url)
        try:
            yield db
        finally:
            await finish(db.close())

    @property
    def dialect(self) -> str:
        """``sqlite`` or ``postgresql``."""
        return self.url.get_backend_name()

    def listen(self) -> None:
        """Hear from now on what other processes wake; on SQLite there is nobody else to hear."""
        if self._listener is None and self.dialect == "postgresql":
            from storage.listening import listen  # asyncpg: not where SQLite is used

            self._listener = asyncio.create_task(listen(self.dsn, self.wake))

    async def close(self) -> None:
        """Close every connection. aiosqlite's threads are not daemons: one left open hangs the process at exit."""
        if self._listener is not None:
            self._listener.cancel()
            await asyncio.wait([self._listener])
            self._listener = None
        if self._hop is not None:
            await self._hop.close()
            self._hop = None
        if self._connection is not None:
            await self._connection.close()
            self._connection = None
        await self._writer.dispose()
        if self._reader is not self._writer:
            await self._reader.dispose()

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Tx]:
        """One transaction that changes rows: commits at the end, rolls back on any exception, cancellation included."""
        if self.dialect != "sqlite":
            with self._observed(), _unavailable_named():
                async with self._writer.connect() as connection:
                    async with self._transaction(connection) as tx:
                        yield tx
            return
        async with self.write_lock:
            if self._connection is None or self._connection.closed or self._connection.invalidated:
                self._connection = await self._writer.connect()
            async with self._transaction(self._connection) as tx:
                yield tx

    @asynccontextmanager
    async def _transaction(self, connection: AsyncConnection) -> AsyncIterator[Tx]:
        tx = Tx(connection, writes=True)
        with self._observed():
            try:
                await connection.begin()
                yield tx
                await tx.notify()
                await finish(connection.commit())
            except BaseException:
                await finish(_give_up(connection))
                raise
        for topic in tx.woken:
            self.wake.rouse(topic)

    @contextmanager
    def _observed(self) -> Iterator[None]:
        """Keep `state`: the database's own trouble counts, an error of whoever writes does not."""
        self._writing_since = monotonic()
        try:
            yield
        except Unavailable:
            self._failed_at = monotonic()
            raise
        finally:
            self._writing_since = None
        if self._failed_at is not None and monotonic() - self._failed_at >= DOUBTED_SECONDS:
            self._failed_at, self.recoveries = None, self.recoveries + 1

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Tx]:
        """A consistent view that changes nothing (the database refuses writes on it)."""
        with _unavailable_named():
            async with self._reader.connect() as connection:
                tx = Tx(connection, writes=False)
                await connection.begin()
                try:
                    yield tx
                finally:
                    await finish(connection.rollback())

    async def transact(self, deed: Callable[[Tx], Awaitable[T]]) -> T:
        """Run `deed` in one write transaction to its end, even when the caller is cancelled meanwhile."""

        async def run() -> T:
            async with self.write() as tx:
                return await deed(tx)

        return await finish(run())

    async def take_step(self, deed: Callable[[Tx], Awaitable[T]]) -> T:
        """`transact` for one of many steps that are simply done again: `deed` may wait for its transaction alone.

        A power cut may undo it, whole, with all that came later. On SQLite it is one hop to a thread (`storage.hop`).
        """
        if self.dialect == "sqlite":
            return await finish(self._hop_and_ring(deed))

        async def careless(tx: Tx) -> T:
            await tx.execute(sa.text("SET LOCAL synchronous_commit = off"))
            return await deed(tx)

        return await self.transact(careless)

    async def _hop_and_ring(self, deed: Callable[[Tx], Awaitable[T]]) -> T:
        woken: set[str] = set()

        async def whole(connection: AtOnce) -> T:
            tx = Tx(connection, writes=True)
            result = await deed(tx)
            woken.update(tx.woken)
            return result

        async with self.write_lock:
            if self._hop is None:
                self._hop = Hop(_hopping(self.url))
            with self._observed():
                result = await self._hop.run(whole)
        for topic in woken:
            self.wake.rouse(topic)
        return result


async def _give_up(connection: AsyncConnection) -> None:
    """Roll back; where even that fails, or the commit did (disk full), the connection is of no use any more."""
    try:
        await connection.rollback()
    except sa.exc.DBAPIError:
        await connection.invalidate()


async def finish(work: Awaitable[T]) -> T:
    """Await `work` to its end even if this task is cancelled; then let the cancellation through."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        while not task.done():
            try:
                await asyncio.wait([task])
            except asyncio.CancelledError:
                continue
        raise


@contextmanager
def _unavailable_named() -> Iterator[None]:
    """PostgreSQL's passing troubles come as what they are to whoever must try again: `Unavailable`."""
    try:
        yield
    except Unavailable:
        raise
    except (TimeoutError, sa.exc.DBAPIError, OSError) as error:
        from storage.postgres import passing

        cause: BaseException = getattr(error, "orig", None) or error
        cause = cause.__cause__ or cause
        if not passing(cause):
            raise
        raise Unavailable(None, None, cause) from error


def _with_driver(url: str) -> str:
    for plain, driver in (
        ("sqlite:///", "sqlite+aiosqlite:///"),
        ("postgresql://", "postgresql+asyncpg://"),
        ("postgres://", "postgresql+asyncpg://"),
    ):
        if url.startswith(plain):
            return driver + url.removeprefix(plain)
    return url


def _without_driver(url: str) -> str:
    """The address as libpq and asyncpg know it, with whatever options it carries."""
    return "postgresql://" + url.partition("://")[2] if url.startswith("postgres") else url


def _json_text(value: Any) -> str:
    return orjson.dumps(value).decode()


_JSON: dict[str, Any] = {
    "json_serializer": _json_text,
    "json_deserializer": orjson.loads,
    "hide_parameters": True,  # an error's message must not hold what people wrote
}


def _engines(url: sa.URL, dsn: str) -> tuple[AsyncEngine, AsyncEngine]:
    if url.get_backend_name() != "sqlite":
        return _postgres_engines(dsn)
    if url.database:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    writer = create_async_engine(url, pool_size=1, max_overflow=0, **_JSON)
    reader = create_async_engine(url, pool_size=READERS, max_overflow=0, **_JSON)
    _prepare(writer.sync_engine, begin="BEGIN IMMEDIATE")
    _prepare(reader.sync_engine, begin="BEGIN", read_only=True)
    return writer, reader


def _hopping(url: sa.URL) -> sa.Engine:
    """One connection for steps that need not wait for the disk."""
    way: dict[str, Any] = {"poolclass": sa.pool.StaticPool, "connect_args": {"check_same_thread": False}}
    engine = sa.create_engine(url.set(drivername="sqlite"), **way, **_JSON)
    _prepare(engine, begin="BEGIN IMMEDIATE", synchronous="NORMAL")

    @sa.event.listens_for(engine, "connect")
    def configure(connection: Any, _record: Any) -> None:
        connection.execute(f"PRAGMA wal_autocheckpoint={WAL_PAGES}")

    return engine


def _postgres_engines(dsn: str) -> tuple[AsyncEngine, AsyncEngine]:
    from storage.postgres import connect

    pool: dict[str, Any] = {"pool_size": POOL, "max_overflow": POOL, "pool_pre_ping": True}
    engine = create_async_engine("postgresql+asyncpg://", async_creator=lambda: connect(dsn), **pool, **_JSON)
    reader = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return engine, reader


def _prepare(engine: sa.Engine, *, begin: str, read_only: bool = False, synchronous: str = "FULL") -> None:
    @sa.event.listens_for(engine, "connect")
    def configure(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # BEGIN is ours to say; the driver's own guess leaves WITH … INSERT bare
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")
        cursor.execute("PRAGMA foreign_keys=ON")
        if read_only:
            cursor.execute("PRAGMA query_only=ON")
        else:
            cursor.execute("PRAGMA journal_mode=WAL")
            cursor.execute(f"PRAGMA synchronous={synchronous}")
        cursor.close()

    @sa.event.listens_for(engine, "begin")
    def start(connection: sa.Connection) -> None:
        connection.exec_driver_sql(begin)
