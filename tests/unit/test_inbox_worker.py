"""The inbox worker outlives its database's bad moments: no row is stranded, no conversation stands still."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from bot import inbox_worker
from bot.inbox_worker import InboxWorker
from domain.inbound import Ignored, Inbound
from handlers.reading import Reading
from storage import inbox
from storage.engine import Database, Unavailable
from storage.inbox import Arrival, Stored
from storage.tables import inbox as rows_of

LOCKED = Unavailable("SELECT", {}, Exception("database is locked"))


class Clock:
    """A wall clock that runs ahead by ten seconds each time somebody looks: no waiting for the next try."""

    def __init__(self) -> None:
        self.at = datetime(2026, 3, 2, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=10)
        return self.at


class Desk:
    """A worker over a real inbox. A payload of ``poison`` cannot be parsed."""

    def __init__(self, db: Database) -> None:
        self.db, self.clock = db, Clock()
        self.parsed: list[str] = []
        self.alarms: list[int] = []
        self.worker = InboxWorker(
            db, parse=self.parse, read=self.read, make_context=self.context, learn=self.learn, alarm=self.alarm,
            now=self.clock,
        )  # fmt: skip

    def parse(self, row: Stored) -> Inbound:
        self.parsed.append(row.dedupe)
        if row.payload == "poison":
            raise ValueError("not to be understood")
        return Ignored(why="a test")

    async def read(self, event: Inbound) -> Reading | None:
        return None

    def context(self, tx: Any) -> Any:
        class Quiet:
            taught: list[Any] = []  # noqa: RUF012

        return Quiet()

    async def learn(self, lessons: list[Any]) -> None:
        raise AssertionError("nothing was taught")

    async def alarm(self, kind: str, row: Stored) -> None:
        self.alarms.append(row.id)

    async def put(self, *names: str, conversation: str = "one", payload: str = "{}") -> None:
        arrivals = [Arrival(channel="telegram", dedupe=n, conversation=conversation, payload=payload) for n in names]
        async with self.db.write() as tx:
            await inbox.store(tx, arrivals, self.clock())

    async def states(self) -> dict[str, str]:
        async with self.db.read() as tx:
            rows = await tx.all(sa.select(rows_of.c.dedupe, rows_of.c.state))
        return {row[0]: row[1] for row in rows}

    async def until(self, **wanted: str) -> None:
        async with asyncio.timeout(10):
            while {k: v for k, v in (await self.states()).items() if k in wanted} != wanted:
                await asyncio.sleep(0.01)

    @asynccontextmanager
    async def at_work(self) -> AsyncIterator[None]:
        stop = asyncio.Event()
        work = asyncio.create_task(self.worker.run(stop))
        yield
        stop.set()
        await work


def failing(real: Callable[..., Any], *errors: Exception) -> Callable[..., Any]:
    """`real`, but the first calls raise these."""
    left = list(errors)

    async def call(*words: Any, **more: Any) -> Any:
        if left:
            raise left.pop(0)
        return await real(*words, **more)

    return call


@pytest.fixture
def desk(db: Database) -> Desk:
    return Desk(db)


async def test_a_database_that_cannot_be_read_for_a_moment_stops_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbox, "waiting", failing(inbox.waiting, LOCKED, LOCKED))
    monkeypatch.setattr(inbox_worker, "LOOK_SECONDS", 0.01)
    await desk.put("a", "b")
    async with desk.at_work():
        await desk.until(a="done", b="done")


async def test_it_works_again_after_it_has_died(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inbox, "waiting", failing(inbox.waiting, RuntimeError("a fault of ours")))
    await desk.put("a", "b", "c")
    with pytest.raises(RuntimeError):
        await desk.worker.run(asyncio.Event())
    async with desk.at_work():
        await desk.until(a="done", b="done", c="done")


async def test_a_poison_row_in_a_bad_moment_does_not_strand_its_conversation(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbox, "defer", failing(inbox.defer, LOCKED))
    monkeypatch.setattr(inbox, "set_aside", failing(inbox.set_aside, LOCKED))
    await desk.put("bad", payload="poison")
    await desk.put("after")
    async with desk.at_work():
        await desk.until(bad="dead", after="done")
    assert len(desk.alarms) == 1
    assert desk.worker.busy == 0


async def test_a_replayed_row_is_handled_although_others_keep_coming(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbox_worker, "LOOK_BACK_SECONDS", 0.05)
    await desk.put("old", payload="poison")
    async with desk.at_work():
        await desk.until(old="dead")
        release = asyncio.Event()
        monkeypatch.setattr(desk.worker, "_read", lambda event: release.wait())  # somebody is always busy
        await desk.put("busy", conversation="two")
        async with asyncio.timeout(5):
            while "busy" not in desk.parsed:
                await asyncio.sleep(0.01)
        desk.parsed.clear()
        async with desk.db.write() as tx:
            assert await inbox.replay(tx, 1, desk.clock())
        async with asyncio.timeout(5):
            while "old" not in desk.parsed:
                await asyncio.sleep(0.01)
        release.set()
        await desk.until(busy="done")


async def test_memory_holds_a_part_of_a_backlog_and_the_rest_waits_on_disk(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    release = asyncio.Event()
    monkeypatch.setattr(desk.worker, "_read", lambda event: release.wait())
    await desk.put(*(f"row {number}" for number in range(inbox_worker.BUFFER + 1500)))
    async with desk.at_work():
        await asyncio.sleep(0.5)
        assert inbox_worker.BUFFER <= desk.worker.busy <= inbox_worker.BUFFER + 500
        monkeypatch.setattr(desk.worker, "_stopping", True)
        release.set()
