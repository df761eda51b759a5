"""Writing out a broadcast: idle and while a drain runs, against one bare INSERT … SELECT of the same rows.

python -m benchmarks.freeze [RESIDENTS]      a million without a number
"""

import asyncio
import sqlite3
import statistics
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from benchmarks.bench import Api, bot_api, folder, queue, table
from benchmarks.intake import watch
from benchmarks.measured import TOKEN
from bot.reader import TURN_SECONDS
from broadcasts.spreading import Spreader
from channels.telegram.bot import make_bot
from channels.telegram.outbound import TelegramSender
from channels.telegram.transport import AiohttpRequest
from delivery.engine import Engine
from delivery.limits import ChatLimit
from delivery.settings import ChannelSettings, EngineSettings
from domain.audience import Everybody, Wish
from domain.content import Message
from domain.delivery import Lane
from storage.engine import Database
from storage.migrate import migrate
from storage.spread_rows import ANYBODY
from storage.spreading import Spread, begin
from storage.tables_spreading import spreads

RATE = 800
REPEATS = 3
BARE = (
    "INSERT INTO outbox (channel, address, lane, operation, body_id, resident_id, spread_id, created_at, next_at)"
    " SELECT channel, address, 5, 'post', 1, id, 999, 1, 1 FROM residents WHERE reach = 'active'"
)


@dataclass(frozen=True, kw_only=True)
class Busy:
    """What a freeze beside a drain took, the longest gap between sends, sends a second meanwhile, and by how many
    milliseconds the event loop came back late (99th percentile)."""

    seconds: float
    gap: float
    kept: float
    late: float


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


async def spread(db: Database, now: datetime) -> float:
    """Freeze everybody into rows that are due in a year, as the product does it. Returns seconds."""
    later = now.replace(year=now.year + 1)
    wish = Wish(topic="alerts", urgent=True)
    what = Spread(occasion="bench", audience=Everybody(), wish=wish, lane=Lane.BULK, not_before=later)
    async with db.write() as tx:
        await begin(tx, what, {ANYBODY: [Message(text="Water is rising.")]}, now)
    stop = asyncio.Event()
    begun = time.perf_counter()
    work = asyncio.create_task(Spreader(db, lambda: datetime.now(UTC), ZoneInfo("UTC")).run(stop))
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


async def idle(path: Path) -> float:
    """The product's own freeze while nothing else happens."""
    async with Database.open(f"sqlite:///{path}") as db:
        return await spread(db, datetime.now(UTC))


async def draining(path: Path, api: Api, residents: int) -> Busy:
    """The product's own freeze while its engine drains at `RATE` over the same writer, as in `liaison run`."""
    await fresh(path, residents)
    queue(path, RATE * 120, lane=4)
    api.set(delay="20,60")
    limits = ChannelSettings(rate=RATE, chat=ChatLimit(per_second=1000, burst=100))
    async with AiohttpRequest(connections=256) as request, Database.open(f"sqlite:///{path}") as db:
        sender = TelegramSender(make_bot(TOKEN, request, api_url=api.url), request)
        async with Engine(db, {"telegram": sender}, EngineSettings(channels={"telegram": limits})).running():
            while (await asyncio.to_thread(api.stats))["accepted"] < RATE * 3:
                await asyncio.sleep(0.1)
            before = (await asyncio.to_thread(api.stats))["accepted"]
            begun, late = time.perf_counter(), list[float]()
            watching = asyncio.create_task(watch(late))
            took = await spread(db, datetime.now(UTC))
            watching.cancel()
            stats = await asyncio.to_thread(api.stats)
            kept = (stats["accepted"] - before) / (time.perf_counter() - begun)
    return Busy(seconds=took, gap=float(stats["longest_gap"]), kept=kept, late=statistics.quantiles(late, n=100)[98])


async def main(residents: int) -> None:
    sys.setswitchinterval(TURN_SECONDS)  # as everywhere in `liaison run`
    alone, quiet, busy = [], [], []
    async with bot_api() as api:
        for _ in range(REPEATS):
            with folder() as place:
                await fresh(place / "bare.db", residents)
                alone.append(await asyncio.to_thread(bare, place / "bare.db"))
                await fresh(place / "idle.db", residents)
                quiet.append(await idle(place / "idle.db"))
                busy.append(await draining(place / "busy.db", api, residents))
    base = statistics.median(alone)
    took, gap, kept, late = (
        statistics.median(getattr(one, name) for one in busy) for name in ("seconds", "gap", "kept", "late")
    )
    table(
        f"Freezing {residents:,} recipients",
        ["how", "seconds", "x bare", "longest gap between sends, ms", f"% of {RATE}/s kept", "loop late, p99, ms"],
        [
            ["one bare INSERT … SELECT", base, 1.0, "", "", ""],
            ["the product, idle", statistics.median(quiet), statistics.median(quiet) / base, "", "", ""],
            ["the product, while its engine drains", took, took / base, 1000 * gap, 100 * kept / RATE, late],
        ],
    )


if __name__ == "__main__":
    asyncio.run(main(int((sys.argv[1:] or ["1000000"])[0])))
