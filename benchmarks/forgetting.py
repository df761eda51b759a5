"""Forgetting who got an old broadcast: its sums, then its rows a step at a time, while a drain runs.

python -m benchmarks.forgetting [RECIPIENTS]      a million without a number

Against one bare DELETE of the same rows on an idle database. Steps come one after the other here; in `liaison run`
twenty of them every ten minutes.
"""

import asyncio
import sqlite3
import statistics
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.bench import Api, bot_api, folder, queue, table
from benchmarks.freeze import RATE, fresh
from benchmarks.intake import watch
from benchmarks.measured import TOKEN
from bot.reader import TURN_SECONDS
from channels.telegram.bot import make_bot
from channels.telegram.outbound import TelegramSender
from channels.telegram.transport import AiohttpRequest
from delivery.engine import Engine
from delivery.limits import ChatLimit
from delivery.settings import ChannelSettings, EngineSettings
from handlers.retention import RECIPIENTS_A_STEP
from storage import pruning
from storage.engine import Database

SPREAD = 999
ROWS = (
    "INSERT INTO outbox (channel, address, lane, operation, body_id, resident_id, spread_id, state, platform_id,"
    " created_at, next_at, ended_at)"
    f" SELECT channel, address, 5, 'post', 1, id, {SPREAD}, 'sent', CAST(id AS TEXT), 1, 1, 1 + id FROM residents"
)


def spread_of_old(path: Path, recipients: int) -> None:
    """One broadcast that everybody got, long ago."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("INSERT INTO bodies (content) VALUES ('{}')")
    connection.execute(
        "INSERT INTO spreads"
        " (id, occasion, broadcast_id, audience, topic, urgent, lane, created_at, people, rows, ended_at)"
        f" VALUES ({SPREAD}, 'bench', 1, '[]', '', 0, 5, 1, ?, ?, 1)",
        (recipients, recipients),
    )
    connection.execute(f"INSERT INTO spread_tally (spread_id, state, rows) VALUES ({SPREAD}, 'sent', ?)", (recipients,))
    connection.execute(ROWS)
    connection.close()


def bare(path: Path) -> float:
    """One statement."""
    connection = sqlite3.connect(path, isolation_level=None)
    begun = time.perf_counter()
    connection.execute(f"DELETE FROM outbox WHERE spread_id = {SPREAD}")
    took = time.perf_counter() - begun
    connection.close()
    return took


async def forget(db: Database) -> tuple[float, float, list[float]]:
    """Seconds of the sums, of all the steps, and of each."""
    now = datetime.now(UTC)
    begun = time.perf_counter()
    async with db.read() as tx:
        spread_id = await pruning.next_to_sum(tx, now)
        assert spread_id == SPREAD
        outcomes, pace = await pruning.sums(tx, spread_id)
    async with db.write() as tx:
        await pruning.keep_sums(tx, spread_id, outcomes, pace, now)
    summed = time.perf_counter() - begun
    steps = []
    while True:
        before = time.perf_counter()
        async with db.write() as tx:
            if not await pruning.forget_recipients(tx, RECIPIENTS_A_STEP, now):
                break
        steps.append(time.perf_counter() - before)
    return summed, time.perf_counter() - begun - summed, steps


async def main(recipients: int) -> None:
    sys.setswitchinterval(TURN_SECONDS)  # as everywhere in `liaison run`
    with folder() as place:
        await fresh(place / "bare.db", recipients)
        spread_of_old(place / "bare.db", recipients)
        alone = await asyncio.to_thread(bare, place / "bare.db")
        await fresh(place / "idle.db", recipients)
        spread_of_old(place / "idle.db", recipients)
        async with Database.open(f"sqlite:///{place}/idle.db") as db:
            idle = await forget(db)
        async with bot_api() as api:
            busy, gap, kept, late = await draining(place / "busy.db", api, recipients)
    rows: list[list[object]] = [["one bare DELETE", alone, 1.0, "", "", "", "", ""]]
    for label, (summed, steps, each), more in (
        ("sums and steps, idle", idle, ["", "", ""]),
        ("sums and steps, while the engine drains", busy, [1000 * gap, 100 * kept / RATE, late]),
    ):
        rows.append([label, steps, steps / alone, summed, 1000 * statistics.quantiles(each, n=100)[98], *more])
    heads = ["how", "seconds", "x bare", "sums, s", f"a step of {RECIPIENTS_A_STEP:,}, p99, ms", "longest gap, ms"]
    table(f"Forgetting {recipients:,} recipients", [*heads, f"% of {RATE}/s kept", "loop late, p99, ms"], rows)


async def draining(
    path: Path, api: Api, recipients: int
) -> tuple[tuple[float, float, list[float]], float, float, float]:
    """The same while the engine sends at `RATE`: also the longest gap, sends a second, milliseconds late."""
    await fresh(path, recipients)
    spread_of_old(path, recipients)
    queue(path, RATE * 240, lane=4)
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
            took = await forget(db)
            watching.cancel()
            stats = await asyncio.to_thread(api.stats)
            kept = (stats["accepted"] - before) / (time.perf_counter() - begun)
    return took, float(stats["longest_gap"]), kept, statistics.quantiles(late, n=100)[98]


if __name__ == "__main__":
    asyncio.run(main(int((sys.argv[1:] or ["1000000"])[0])))
