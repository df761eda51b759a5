"""A house with an outbox, an engine and a scripted platform, in virtual time: an hour passes in a moment."""

import asyncio
import selectors
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import aiosqlite.core
import sqlalchemy as sa

from delivery.backoff import Backoff
from delivery.engine import Engine
from delivery.enqueue import enqueue
from delivery.health import Alarm
from delivery.limits import ChatLimit
from delivery.settings import ChannelSettings, EngineSettings
from domain.content import Message
from domain.delivery import Capabilities, Delivery, Draft, Lane, Receipt
from storage.engine import Database
from storage.ledger_sqlite import SqliteLedger
from storage.tables import outbox
from tests.databases import ON_POSTGRES, fresh_database

T = TypeVar("T")
START = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
OPENED = 1000.0  # what the monotonic clock says then
CAN = Capabilities(
    channel="telegram", text_limit=4096, utf16=True, edits=True, deletes=True, private_notes=False, forms=False,
    file_limit=50_000_000, buttons_in_row=8,
)  # fmt: skip


class VirtualLoop(asyncio.SelectorEventLoop):
    """Time jumps to the next timer as soon as nothing else is to be done, the jobs of other threads included."""

    def __init__(self) -> None:
        self.virtual = OPENED
        self.jobs = 0
        super().__init__(_JumpingSelector(self))

    def time(self) -> float:
        return self.virtual

    def count(self, future: "asyncio.Future[Any]") -> None:
        """Time stands still until `future` is done."""
        self.jobs += 1
        future.add_done_callback(self._uncount)

    def _uncount(self, _future: object) -> None:
        self.jobs -= 1

    async def create_connection(  # type: ignore[override]  # any of its forms
        self, factory: Any, *args: Any, **kwargs: Any
    ) -> Any:
        """The way to PostgreSQL: time stands still while the server thinks."""
        opening: asyncio.Future[None] = self.create_future()
        self.count(opening)
        watched: list[_Watched] = []

        def make() -> _Watched:
            watched.append(_Watched(factory(), self))
            return watched[-1]

        try:
            await super().create_connection(make, *args, **kwargs)
        finally:
            opening.set_result(None)
        return watched[-1].transport, watched[-1].inner

    def run_in_executor(self, executor: Any, func: Any, *args: Any) -> Any:  # type: ignore[override]
        future = super().run_in_executor(executor, func, *args)
        self.count(future)
        return future


class _Watched(asyncio.Protocol):
    """A connection on which a question counts as a job until the server says that it is ready for the next."""

    def __init__(self, inner: asyncio.Protocol, loop: VirtualLoop) -> None:
        self.inner, self._loop = inner, loop
        self.transport: Any = None
        self._job: asyncio.Future[None] | None = None

    def connection_made(self, transport: Any) -> None:
        self.transport = _Asking(transport, self)
        self.inner.connection_made(self.transport)

    def connection_lost(self, exc: Exception | None) -> None:
        self._answered()
        self.inner.connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        self.inner.data_received(data)
        if len(data) == 1 or data[-6:-1] == b"Z\0\0\0\5":  # no to encryption; ReadyForQuery
            self._answered()

    def pause_writing(self) -> None:
        self.inner.pause_writing()

    def resume_writing(self) -> None:
        self.inner.resume_writing()

    def asked(self) -> None:
        if self._job is None:
            self._job = self._loop.create_future()
            self._loop.count(self._job)

    def _answered(self) -> None:
        if self._job is not None:
            self._job.set_result(None)
            self._job = None


class _Asking:
    """A transport that tells when something is asked."""

    def __init__(self, transport: Any, watched: _Watched) -> None:
        self._transport, self._watched = transport, watched

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)

    def set_protocol(self, protocol: Any) -> None:
        self._watched.inner = protocol

    def write(self, data: Any) -> None:
        self._watched.asked()
        self._transport.write(data)

    def writelines(self, parts: Any) -> None:
        self._watched.asked()
        self._transport.writelines(parts)


class _JumpingSelector(selectors.DefaultSelector):
    def __init__(self, loop: VirtualLoop) -> None:
        super().__init__()
        self._loop = loop

    def select(self, timeout: float | None = None) -> Any:
        if timeout is None or self._loop.jobs:
            return super().select(1.0 if timeout is None or timeout > 0 else 0)
        events = super().select(0)
        if not events:
            self._loop.virtual += timeout
        return events


def virtually(work: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """Run `work` in virtual time."""
    execute = aiosqlite.core.Connection._execute

    async def counted(self: Any, fn: Any, *args: Any, **kwargs: Any) -> Any:
        task = asyncio.ensure_future(execute(self, fn, *args, **kwargs))
        loop = asyncio.get_running_loop()
        if isinstance(loop, VirtualLoop):
            loop.count(task)
        return await task

    aiosqlite.core.Connection._execute = counted  # type: ignore[method-assign]
    try:
        with asyncio.Runner(loop_factory=VirtualLoop) as runner:
            return runner.run(work())
    finally:
        aiosqlite.core.Connection._execute = execute  # type: ignore[method-assign]


class Wall:
    """The wall clock of the house; it can be set."""

    def __init__(self) -> None:
        self.set_by = timedelta()

    def __call__(self) -> datetime:
        return START + timedelta(seconds=asyncio.get_running_loop().time() - OPENED) + self.set_by


wall = Wall()


FAST = ChannelSettings(rate=500, chat=ChatLimit(per_second=1000, burst=10))
QUICK = Backoff(first=1, most=8, least=0.5)


def ledger_of_this_engine() -> Any:
    """The class of the ledger that is being tested."""
    if ON_POSTGRES:
        from storage.ledger_postgres import PostgresLedger

        return PostgresLedger
    return SqliteLedger


def settings(**changes: Any) -> EngineSettings:
    """Settings with hardly any limit."""
    values: dict[str, Any] = {"channels": {"telegram": FAST, "slack": FAST}, "backoff": QUICK, "outage": QUICK}
    return EngineSettings(**{**values, **changes})


class Script:
    """A platform: raises by the script of each address, then says yes. Remembers what arrived, with its time."""

    def __init__(self, answer: float = 0.02) -> None:
        self.capabilities = CAN
        self.answer = answer
        self.scripts: dict[str, list[Exception]] = {}
        self.always: Callable[[Delivery], Exception | None] = lambda delivery: None
        self.seen: list[tuple[float, Delivery]] = []
        self.open = self.most_open = 0

    async def send(self, delivery: Delivery) -> Receipt:
        self.seen.append((asyncio.get_running_loop().time(), delivery))
        number = len(self.seen)
        self.open += 1
        self.most_open = max(self.most_open, self.open)
        try:
            await asyncio.sleep(self.answer)
        finally:
            self.open -= 1
        error = self.always(delivery)
        if error is None and self.scripts.get(delivery.address):
            error = self.scripts[delivery.address].pop(0)
        if error is not None:
            raise error
        return Receipt(platform_id=f"m{number}")

    def texts(self, address: str | None = None) -> list[str]:
        """What arrived, in order."""
        return [
            delivery.content.text
            for _, delivery in self.seen
            if isinstance(delivery.content, Message) and address in (None, delivery.address)
        ]

    def times(self, address: str | None = None) -> list[float]:
        """When it arrived, in seconds since the house was opened."""
        return [round(at - OPENED, 3) for at, delivery in self.seen if address in (None, delivery.address)]


class House:
    """The parts of a test, and how to look at the rows."""

    def __init__(self, db: Database, script: Script) -> None:
        self.db, self.script = db, script
        self.alarms: list[Alarm] = []

    async def put(self, *drafts: Draft) -> list[int]:
        """Queue drafts."""
        async with self.db.write() as tx:
            return await enqueue(tx, drafts, wall(), {"telegram": CAN})

    async def do(self, statement: sa.Executable) -> None:
        """Change rows."""
        async with self.db.write() as tx:
            await tx.execute(statement)

    async def all(self, statement: sa.Executable) -> list[Any]:
        """Read rows."""
        async with self.db.read() as tx:
            return list(await tx.all(statement))

    async def rows(self) -> list[Any]:
        """The whole outbox, oldest first."""
        return await self.all(sa.select(outbox).order_by(outbox.c.id))

    async def states(self) -> list[str]:
        """The states of the whole outbox, oldest first."""
        return [row.state for row in await self.rows()]

    async def until(self, *states: str, seconds: float = 60, every: float = 0.05) -> list[Any]:
        """Wait until the rows stand like this, in order of their ids; a single state stands for all."""
        found: list[str] = []
        try:
            async with asyncio.timeout(seconds):
                while True:
                    rows = await self.rows()
                    found = [row.state for row in rows]
                    if found == list(states) or (len(states) == 1 and set(found) == set(states)):
                        return rows
                    await asyncio.sleep(every)
        except TimeoutError:
            raise AssertionError(f"{states} expected, still {found}") from None

    @asynccontextmanager
    async def engine(
        self, chosen: EngineSettings | None = None, senders: Mapping[str, Script] | None = None
    ) -> AsyncIterator[Engine]:
        """An engine at work."""
        engine = Engine(
            self.db, senders or {"telegram": self.script}, chosen or settings(), clock=wall, alarms=self.alarms.append
        )
        async with engine.running():
            yield engine


def housed(tmp_path: Path, test: Callable[[House], Awaitable[None]]) -> None:
    """Run `test` in a fresh house, in virtual time."""

    async def run() -> None:
        async with fresh_database(tmp_path) as db:
            await test(House(db, Script()))

    virtually(run)


def say(text: str, address: str = "7", **values: Any) -> Draft:
    """A message to `address`."""
    chosen = {"channel": "telegram", "address": address, "lane": Lane.AUTOMATIC, "content": Message(text=text)}
    return Draft(**{**chosen, **values})
