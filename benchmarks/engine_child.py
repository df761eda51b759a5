"""One sender in a process of its own, measured from inside: the engine, the bare library, or what people use today.

python -m benchmarks.engine_child '{"mode": "engine", "api": "http://127.0.0.1:1", …}'    prints one line of JSON
"""

import asyncio
import json
import resource
import sys
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import telegram
from telegram.request import HTTPXRequest

from channels.telegram.bot import make_bot
from channels.telegram.outbound import CAPABILITIES, TelegramSender
from channels.telegram.transport import AiohttpRequest
from delivery.doubt import HOLD_ALL, POLICIES
from delivery.engine import Engine
from delivery.limits import ChatLimit
from delivery.settings import ChannelSettings, EngineSettings
from domain.content import Message
from domain.delivery import Delivery, Receipt
from storage.engine import Database
from storage.ledger import Ask, Batch, Look
from storage.ledger_sqlite import SqliteLedger

TOKEN = "1:bench"
WARM = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What to do. `count`: stop after that many messages; `seconds`: or after that long."""

    mode: str  # engine | engine-full | no-intent | bare | stock | loop | gather
    api: str
    db: str = ""
    count: int = 10**9
    seconds: float = 60.0
    rate: float = 1e6
    in_flight: int | None = None
    durability: str = "FULL"
    hold: bool = False
    text: str = "Water is rising. Go to higher ground now."


class Bare:
    """The thinnest sender there is: the library's call and nothing else."""

    capabilities = CAPABILITIES

    def __init__(self, bot: telegram.Bot) -> None:
        self._bot = bot

    async def send(self, delivery: Delivery) -> Receipt:
        assert isinstance(delivery.content, Message)
        sent = await self._bot.send_message(int(delivery.address), delivery.content.text)
        return Receipt(platform_id=str(sent.message_id))


class NoIntents(SqliteLedger):
    """The same ledger without the mark before the send: a row is written once, when it was sent. A crash repeats."""

    def _connect(self) -> None:
        super()._connect()
        self._taken: set[int] = set()

    def _look(self, ask: Ask) -> Look:
        look = super()._look(ask._replace(limit=ask.limit + len(self._taken)))
        return look._replace(rows=[row for row in look.rows if row.id not in self._taken])

    def _commit(self, batch: Batch) -> set[int]:
        self._connection.executemany(
            "UPDATE outbox SET state = 'sent', platform_id = ?, ended_at = ?, attempts = attempts + 1 WHERE id = ?",
            [(one.platform_id, batch.now, one.row.id) for one in batch.outcomes],
        )
        self._taken.difference_update(one.row.id for one in batch.outcomes)
        claimed = {row.id for row in batch.claims}
        self._taken |= claimed
        return claimed


class Meter:
    """CPU, time and memory of this process between the end of the warm-up and now."""

    def __init__(self) -> None:
        self.samples: list[tuple[int, float, float, float]] = []

    def note(self, done: int) -> None:
        self.samples.append((done, time.process_time(), time.monotonic(), rss()))

    def report(self) -> dict[str, float]:
        (n0, cpu0, t0, _), (n1, cpu1, t1, _) = self.samples[0], self.samples[-1]
        tenth = next(sample for sample in self.samples if sample[0] >= n1 / 10)
        done = max(1, n1 - n0)
        return {
            "sent": n1,
            "cpu_us": 1e6 * (cpu1 - cpu0) / done,
            "per_second": done / max(1e-9, t1 - t0),
            "rss_tenth": tenth[3],
            "rss_end": self.samples[-1][3],
            "rss_peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        }


def rss() -> float:
    """Resident memory in MiB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 2**20


async def engine(task: Task) -> dict[str, float]:
    import delivery.engine as home

    if task.mode == "no-intent":

        async def open_without(db: Database, owner: str, durability: str) -> SqliteLedger:
            return await NoIntents.open(db, owner, durability)  # type: ignore[arg-type]

        home.open_ledger = open_without  # type: ignore[assignment]

    limits = ChannelSettings(
        rate=task.rate, chat=ChatLimit(per_second=1000, burst=100), in_flight=task.in_flight, in_flight_most=256
    )
    settings = EngineSettings(
        channels={"telegram": limits},
        durability=task.durability,  # type: ignore[arg-type]
        doubt=HOLD_ALL if task.hold else POLICIES,
    )
    async with AiohttpRequest(connections=256) as request:
        bot = make_bot(TOKEN, request, api_url=task.api)
        sender = TelegramSender(bot, request) if task.mode == "engine-full" else Bare(bot)
        async with Database.open(task.db) as db:
            running = Engine(db, {"telegram": sender}, settings)
            async with running.running():
                return await _watch(task, lambda: _ended(running))


def _ended(engine: Engine) -> int:
    tally = engine._outlets["telegram"].courier.tally
    return tally.sent + tally.failed


async def _watch(task: Task, done: Callable[[], int]) -> dict[str, float]:
    meter, until = Meter(), time.monotonic() + task.seconds
    while done() < min(WARM, task.count // 4) and time.monotonic() < until:
        await asyncio.sleep(0.005)
    while done() < task.count and time.monotonic() < until:
        meter.note(done())
        await asyncio.sleep(0.02)
    meter.note(done())
    return meter.report()


async def bare(task: Task) -> dict[str, float]:
    """`in_flight` workers around the library's call, on our transport or its own."""
    request = HTTPXRequest(connection_pool_size=256) if task.mode == "stock" else AiohttpRequest(connections=256)
    done = 0
    async with request:
        bot = telegram.Bot(TOKEN, base_url=f"{task.api}/bot", request=request)
        numbers = iter(range(1, task.count + 1))

        async def work() -> None:
            nonlocal done
            for number in numbers:
                await bot.send_message(number, task.text)
                done += 1

        workers = [asyncio.create_task(work()) for _ in range(task.in_flight or 64)]
        result = await _watch(task, lambda: done)
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
    return result


async def loop(task: Task) -> dict[str, float]:
    """The script of every tutorial: one after the other, and sleep a little."""
    done = 0

    async def work() -> None:
        nonlocal done
        async with telegram.Bot(TOKEN, base_url=f"{task.api}/bot", request=HTTPXRequest()) as bot:
            for number in range(1, task.count + 1):
                await _patiently(lambda at=number: bot.send_message(at, task.text))  # type: ignore[misc]
                done += 1
                await asyncio.sleep(0.05)

    worker = asyncio.create_task(work())
    result = await _watch(task, lambda: done)
    worker.cancel()
    await asyncio.gather(worker, return_exceptions=True)
    return result


async def gather(task: Task) -> dict[str, float]:
    """All at once, and let every call wait out its own 429."""
    done = 0
    async with HTTPXRequest(connection_pool_size=256, pool_timeout=60) as request:
        bot = telegram.Bot(TOKEN, base_url=f"{task.api}/bot", request=request)

        async def one(number: int) -> None:
            nonlocal done
            await _patiently(lambda: bot.send_message(number, task.text))
            done += 1

        workers = [asyncio.create_task(one(number)) for number in range(1, min(task.count, 300) + 1)]
        result = await _watch(task, lambda: done)
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
    return result


async def _patiently(call: Callable[[], Awaitable[object]]) -> None:
    while True:
        try:
            await call()
            return
        except telegram.error.RetryAfter as error:
            wait = error._retry_after
            await asyncio.sleep(wait.total_seconds())
        except telegram.error.TimedOut:
            continue


MODES = {"bare": bare, "stock": bare, "loop": loop, "gather": gather}

if __name__ == "__main__":
    chosen = Task(**json.loads(sys.argv[1]))
    print(json.dumps(asyncio.run(MODES.get(chosen.mode, engine)(chosen))), flush=True)
