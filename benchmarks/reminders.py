"""Reminders: 20,000 due at one moment, a lone one, and a wake-up with a million waiting (docs/performance.md).

``due`` compares with a bare ``INSERT … SELECT`` of as many rows in the same run; ``lone`` and ``wake`` are latencies.
"""

import asyncio
import random
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import sqlalchemy as sa

from bot.configuration import read_community
from bot.scheduler import Tick, keep_time
from bot.ticks import REMIND_SECONDS
from domain.event import Plan
from handlers.context import Context
from handlers.events import reminding
from locales import Catalogs
from storage import events, occasions, reminders
from storage.engine import Database, Tx
from storage.migrate import migrate
from storage.occasions import Times
from storage.tables import outbox, residents
from storage.tables_events import reminders as table
from storage.tables_events import signups

COMMUNITY = read_community(Path(__file__).parents[1] / "config" / "community.toml")
CATALOGS = Catalogs(COMMUNITY.default_language)
GUESTS, EVENTS = 2_000, 10
LONE = 20
FAR = datetime(2035, 1, 1, tzinfo=UTC)


def context(tx: Tx, now: datetime) -> Context:
    return Context(tx=tx, now=now, community=COMMUNITY, catalogs=CATALOGS, capabilities={}, rng=random.Random(1))


@asynccontextmanager
async def town(guests: int, due: list[datetime]) -> AsyncIterator[Database]:
    """A database with one event for each moment in `due`, each with that many guests in four languages."""
    with tempfile.TemporaryDirectory() as folder:
        async with Database.open(f"sqlite:///{folder}/liaison.db") as db:
            await migrate(db)
            async with db.write() as tx:
                await people(tx, guests)
                for i, moment in enumerate(due):
                    await event(tx, i, moment, guests)
            yield db


async def people(tx: Tx, count: int) -> None:
    now, languages = datetime.now(UTC), COMMUNITY.languages
    rows: list[dict[str, object]] = [
        {
            "channel": "telegram", "address": str(i), "name": f"Neighbour {i}", "language": languages[i % 4],
            "created_at": now, "history": {}, "dialogue": {},
            "quiet_from": 22 * 60 if i % 3 else None, "quiet_to": 7 * 60 if i % 3 else None,
            "time_zone": "Asia/Manila" if i % 10 == 0 else None,
        }
        for i in range(count)
    ]  # fmt: skip
    await tx.execute(residents.insert(), rows)


async def event(tx: Tx, number: int, due: datetime, guests: int) -> None:
    starts = due + timedelta(days=1)
    plan = Plan(title={"en": f"Fair {number}"}, zone="Europe/Warsaw", start="", end="", place="Old fire station")
    made = await events.create(tx, plan, created_by="U", now=due, rng=random.Random(number))
    times = Times(original=starts, starts_at=starts, ends_at=starts + timedelta(hours=2), closes_at=starts)
    occasion = await occasions.add(tx, made.id, times, None, random.Random(number))
    await tx.execute(table.insert().values(occasion_id=occasion.id, minutes=1440, due_at=due))
    rows: list[dict[str, object]] = [
        {
            "occasion_id": occasion.id, "resident_id": i + 1, "answer": "going", "people": 1,
            "ticket": f"{number}-{i}", "answered_at": due,
        }
        for i in range(guests)
    ]  # fmt: skip
    await tx.execute(signups.insert(), rows)


async def beats(gaps: list[float]) -> None:
    """Note how long the loop was away, every millisecond."""
    last = time.perf_counter()
    while True:
        await asyncio.sleep(0.001)
        now = time.perf_counter()
        gaps.append(now - last - 0.001)
        last = now


async def settle(db: Database, now: datetime) -> None:
    async def deed(tx: Tx) -> bool:
        return await reminding.remind_next(context(tx, now))

    while await db.transact(deed):
        pass


async def due() -> None:
    """20,000 reminders of ten events due at one moment, until every one is a row of the outbox."""
    now = datetime.now(UTC).replace(hour=11)
    async with town(GUESTS, [now - timedelta(days=1), *[now] * EVENTS]) as db:
        await settle(db, now - timedelta(seconds=1))  # the words are read, as in a process that has been running
        async with db.write() as tx:
            await tx.execute(outbox.delete())
        gaps: list[float] = []
        watch = asyncio.create_task(beats(gaps))
        await asyncio.sleep(1)
        idle = max(gaps)
        gaps.clear()
        begun = time.perf_counter()
        await settle(db, now)
        took = time.perf_counter() - begun
        watch.cancel()
        async with db.read() as tx:
            rows = await tx.scalar(sa.select(sa.func.count()).select_from(outbox))
        bare = await bare_insert(db, now)
    away = f"{max(gaps) * 1000:.0f} ms (idle {idle * 1000:.0f})"
    print(f"| {rows:,} due at once | {took:.2f} s | {away} | {took / bare:.1f}x of a bare INSERT ({bare:.2f} s) |")


async def bare_insert(db: Database, now: datetime) -> float:
    """Seconds for one statement that copies as many rows: what the database itself needs."""
    async with db.write() as tx:
        begun = time.perf_counter()
        columns = [column for column in outbox.c if column.name != "id"]
        await tx.execute(outbox.insert().from_select(columns, sa.select(*columns), include_defaults=False))
    return time.perf_counter() - begun


async def lone() -> None:
    """Single reminders, each due at a moment of its own, by the real clock: how late its row is written."""
    rng = random.Random(7)
    start = datetime.now(UTC) + timedelta(seconds=8)
    moments = [start + timedelta(seconds=0.6 * i + rng.random() / 2) for i in range(LONE)]
    async with town(1, moments) as db:
        stop = asyncio.Event()

        async def deed() -> None:
            now = datetime.now(UTC)
            async with db.read() as tx:
                waiting = await reminders.is_due(tx, now)
            if waiting:
                await settle(db, datetime.now(UTC))

        clock = asyncio.create_task(keep_time([Tick(name="remind", seconds=REMIND_SECONDS, deed=deed)], stop))
        await asyncio.sleep((moments[-1] - datetime.now(UTC)).total_seconds() + 1)
        stop.set()
        await clock
        async with db.read() as tx:
            ended = await tx.all(sa.select(table.c.due_at, table.c.ended_at).where(table.c.ended_at.is_not(None)))
    late = sorted((row.ended_at - row.due_at).total_seconds() * 1000 for row in ended)
    print(f"| {len(late)} alone | median {statistics.median(late):.0f} ms late | worst {late[-1]:.0f} ms | - |")


async def wake() -> None:
    """One tick that finds nothing due, with 10,000 and with 1,000,000 reminders waiting."""
    found = []
    for waiting in (10_000, 1_000_000):
        async with town(1, [FAR]) as db:
            async with db.write() as tx:
                await fill(tx, waiting)
            found.append(await look(db))
    print(f"| a tick, 10,000 waiting | {found[0] * 1e3:.2f} ms | - | 1x |")
    print(f"| a tick, 1,000,000 waiting | {found[1] * 1e3:.2f} ms | - | {found[1] / found[0]:.2f}x |")


async def fill(tx: Tx, count: int) -> None:
    """`count` reminders of years to come; an occasion may have many leads."""
    first = sa.text(
        "INSERT INTO reminders (occasion_id, minutes, due_at, state)"
        " WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :count)"
        " SELECT 1, 10000 + i, 2000000000000000 + i * 1000000, 'due' FROM n"
    )
    await tx.execute(first, {"count": count})


async def look(db: Database) -> float:
    """Seconds of a tick's question: the best median of five rounds."""
    return min([await _round(db) for _ in range(5)])


async def _round(db: Database) -> float:
    times = []
    for _ in range(100):
        begun = time.perf_counter()
        async with db.read() as tx:
            assert not await reminders.is_due(tx, datetime.now(UTC))
        times.append(time.perf_counter() - begun)
    return statistics.median(times)


BENCHMARKS: dict[str, Callable[[], Awaitable[None]]] = {"due": due, "lone": lone, "wake": wake}


async def main(names: list[str]) -> None:
    print("| what | time | loop away | against |\n|---|---|---|---|")
    for name in names or list(BENCHMARKS):
        await BENCHMARKS[name]()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
