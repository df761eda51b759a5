"""Writing out a broadcast: idle and while a drain runs, against one bare INSERT … SELECT of the same rows.

python -m benchmarks.freeze [RESIDENTS]      a million without a number
"""

import asyncio
import sqlite3
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from benchmarks.bench import Api, bot_api, folder, queue, start, table
from broadcasts.spreading import Spreader
from domain.audience import Everybody, Wish
from domain.content import Message
from domain.delivery import Lane
from storage.engine import Database
from storage.migrate import migrate
from storage.spreading import ANYBODY, Spread, begin
from storage.tables_spreading import spreads

RATE = 800
REPEATS = 3
BARE = (
    "INSERT INTO outbox (channel, address, lane, operation, body_id, resident_id, spread_id, created_at, next_at)"
    " SELECT channel, address, 5, 'post', 1, id, 999, 1, 1 FROM residents WHERE reach = 'active'"
)


def people(path: Path, count: int) -> None:
    """So many residents."""
    with sqlite3.connect(path) as connection:
        connection.execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
            " INSERT INTO residents (channel, address, language, created_at, history, dialogue)"
            " SELECT 'telegram', CAST(i + 10000000 AS TEXT), 'pl', 1, '{}', '{}' FROM n",
            (count,),
        )
    connection.close()


async def spread(path: Path, now: datetime, started: asyncio.Event) -> float:
    """Freeze everybody into rows that are due in a year, as the product does it. Returns seconds."""
    async with Database.open(f"sqlite:///{path}") as db:
        later = now.replace(year=now.year + 1)
        wish = Wish(topic="alerts", urgent=True)
        what = Spread(occasion="bench", audience=Everybody(), wish=wish, lane=Lane.BULK, not_before=later)
        async with db.write() as tx:
            await begin(tx, what, {ANYBODY: [Message(text="Water is rising.")]}, now)
        stop = asyncio.Event()
        work = asyncio.create_task(Spreader(db, lambda: datetime.now(UTC), "UTC").run(stop))
        begun = time.perf_counter()
        started.set()
        while True:
            async with db.read() as tx:
                if await tx.scalar(spreads.select().with_only_columns(spreads.c.ended_at)) is not None:
                    break
            await asyncio.sleep(0.02)
        took = time.perf_counter() - begun
        stop.set()
        await work
    return took


def bare(path: Path) -> float:
    """The same rows in one statement on an idle database."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("INSERT INTO bodies (content) VALUES ('{}')")
    begun = time.perf_counter()
    connection.execute(BARE)
    took = time.perf_counter() - begun
    connection.close()
    return took


async def fresh(path: Path, residents: int) -> None:
    """A migrated database with residents."""
    async with Database.open(f"sqlite:///{path}") as db:
        await migrate(db)
    people(path, residents)


async def draining(path: Path, api: Api, residents: int) -> tuple[float, dict[str, object]]:
    """The product's own freeze in one process while another drains at `RATE`."""
    await fresh(path, residents)
    count = RATE * 120
    queue(path, count, lane=4)
    api.set(delay="20,60")
    child = await start(mode="engine", api=api.url, db=f"sqlite:///{path}", rate=RATE, count=count)
    while api.stats()["accepted"] < RATE * 3:
        await asyncio.sleep(0.1)
    before = api.stats()["accepted"]
    begun = time.perf_counter()
    took = await spread(path, datetime.now(UTC), asyncio.Event())
    stats = api.stats()
    kept = (stats["accepted"] - before) / (time.perf_counter() - begun)
    child.kill()
    await child.wait()
    return took, {"gap": stats["longest_gap"], "kept": kept}


async def main(residents: int) -> None:
    alone, idle = [], []
    for _ in range(REPEATS):
        with folder() as place:
            await fresh(place / "bare.db", residents)
            alone.append(await asyncio.to_thread(bare, place / "bare.db"))
            await fresh(place / "idle.db", residents)
            idle.append(await spread(place / "idle.db", datetime.now(UTC), asyncio.Event()))
    with folder() as place:
        async with bot_api() as api:
            busy, figures = await draining(place / "busy.db", api, residents)
    base = median(alone)
    gap, kept = 1000 * float(str(figures["gap"])), 100 * float(str(figures["kept"])) / RATE
    table(
        f"Freezing {residents:,} recipients",
        ["how", "seconds", "x bare", "longest gap between sends, ms", f"% of {RATE}/s kept"],
        [
            ["one bare INSERT … SELECT", base, 1.0, "", ""],
            ["the product, idle", median(idle), median(idle) / base, "", ""],
            ["the product, while another process drains", busy, busy / base, gap, kept],
        ],
    )


if __name__ == "__main__":
    asyncio.run(main(int((sys.argv[1:] or ["1000000"])[0])))
