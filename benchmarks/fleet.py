"""Several senders on one PostgreSQL: how they add up, whether the limit holds, how soon a dead one is replaced.

python -m benchmarks.fleet [throughput|limit|takeover]       all three without a word
A throw-away PostgreSQL is started with its usual care for the disk (fsync on); TEST_POSTGRES names another one.
"""

import asyncio
import json
import os
import signal
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from statistics import median
from typing import Any

import asyncpg

from benchmarks.bench import ROOT, TEXT, Api, bot_api, table
from domain.codec import encode
from domain.content import Message
from storage.engine import Database
from storage.migrate import migrate
from tests.postgres_server import VARIABLE, server

FLEETS = (1, 2, 4)
MESSAGES = 24_000
COUNTED = (6_000, 14_000)  # between these everybody has a share and nobody has run out of rows
REPEATS = 2


class Rows:
    """The database of one run."""

    def __init__(self, url: str) -> None:
        self.url = url

    async def fresh(self, count: int) -> None:
        """Empty, then `count` messages queued, each to a chat of its own."""
        async with Database.open(self.url) as db:
            await migrate(db)
        await self.do("TRUNCATE outbox, bodies, members, budgets RESTART IDENTITY CASCADE")
        content = json.dumps(encode(Message(text=TEXT)))
        await self.do("INSERT INTO bodies (id, content) VALUES (1, $1)", content)
        await self.do(
            "INSERT INTO outbox (channel, address, lane, operation, body_id, created_at, next_at)"
            " SELECT 'telegram', n::text, 5, 'post', 1, $2, $2 FROM generate_series(1, $1) n",
            count, time.time_ns() // 1000,
        )  # fmt: skip
        await self.do("ANALYZE outbox")

    async def do(self, statement: str, *values: Any) -> None:
        connection = await asyncpg.connect(self.url)
        await connection.execute(statement, *values)
        await connection.close()

    async def one(self, question: str) -> Any:
        connection = await asyncpg.connect(self.url)
        try:
            return await connection.fetchval(question)
        finally:
            await connection.close()


@asynccontextmanager
async def senders(rows: Rows, api: Api, count: int, rate: float) -> AsyncIterator[list[asyncio.subprocess.Process]]:
    """So many senders, on the list and with a share each when the block begins."""
    words = (rows.url, api.url, "1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", str(rate), "64", "resend")
    command = (sys.executable, "-m", "tests.crash.engine_child", *words)
    children = [await asyncio.create_subprocess_exec(*command, cwd=ROOT) for _ in range(count)]
    try:
        while await rows.one("SELECT count(*) FROM members") != count:
            await asyncio.sleep(0.02)
        yield children
    finally:
        for child in children:
            if child.returncode is None:
                child.send_signal(signal.SIGCONT)
                child.terminate()
        await asyncio.gather(*(child.wait() for child in children))


async def arrived(api: Api, count: int, seconds: float = 300) -> float:
    """Wait until so many have arrived; returns when, in seconds of the monotonic clock."""
    async with asyncio.timeout(seconds):
        while (await asyncio.to_thread(api.stats))["accepted"] < count:
            await asyncio.sleep(0.02)
    return time.monotonic()


async def throughput(rows: Rows, api: Api) -> None:
    """No limit that binds: what do two and four senders add on this machine?"""
    rates: dict[int, list[float]] = {size: [] for size in FLEETS}
    for _ in range(REPEATS):
        for size in FLEETS:
            await rows.fresh(MESSAGES)
            api.set(delay="20,20")
            async with senders(rows, api, size, 20_000):
                begun = await arrived(api, COUNTED[0])
                ended = await arrived(api, COUNTED[1])
            rates[size].append((COUNTED[1] - COUNTED[0]) / (ended - begun))
    base = median(rates[1])
    lines: list[list[object]] = [[size, median(rates[size]), median(rates[size]) / base] for size in FLEETS]
    table(
        f"Throughput without a limit ({os.cpu_count()} cores, the database on the same)",
        ["senders", "messages/s", "x one"],
        lines,
    )


async def limit(rows: Rows, api: Api) -> None:
    """The platform refuses what is over the limit in any second: does the fleet keep it, and use it?"""
    lines = []
    for rate in (30, 300):
        for size in FLEETS:
            await rows.fresh(rate * 15)
            api.set(delay="40,40", limit=rate)
            async with senders(rows, api, size, rate):
                begun = await arrived(api, rate * 3)
                ended = await arrived(api, rate * 13)
                stats = api.stats()
            got = rate * 10 / (ended - begun)
            lines.append([f"{rate}/s", size, got, 100 * got / rate, stats["refused"], stats["worst_window"]])
    table("At the platform's limit", ["limit", "senders", "messages/s", "% of it", "429s", "fullest second"], lines)


async def takeover(rows: Rows, api: Api) -> None:
    """One of two senders is killed, or stands still: when does the other have its rows and its rate?"""
    lines = []
    for how, name in ((signal.SIGKILL, "killed"), (signal.SIGSTOP, "paused")):
        await rows.fresh(3000)
        api.set(delay="40,40", limit=100)
        async with senders(rows, api, 2, 100) as children:
            await arrived(api, 300)
            children[0].send_signal(how)
            struck = time.monotonic()
            while await rows.one("SELECT count(*) FROM members") != 1:
                await asyncio.sleep(0.01)
            off = time.monotonic() - struck
            while await rows.one("SELECT COALESCE(sum(share), 0) FROM budgets") != 100:
                await asyncio.sleep(0.01)
            share = time.monotonic() - struck
            if how == signal.SIGSTOP:
                children[0].send_signal(signal.SIGCONT)
            await arrived(api, 3000)
            stats = api.stats()
        lines.append([name, off, share, stats["refused"], stats["repeats"]])
    table("A member is gone", ["how", "taken off after s", "its rate used after s", "429s", "repeats"], lines)


async def main(chosen: list[str]) -> None:
    with _server() as url:
        async with bot_api() as api:
            for name in chosen or ["throughput", "limit", "takeover"]:
                await {"throughput": throughput, "limit": limit, "takeover": takeover}[name](Rows(url), api)


def _server() -> Any:
    from contextlib import nullcontext

    return nullcontext(os.environ[VARIABLE]) if os.environ.get(VARIABLE) else server(settings=())


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
