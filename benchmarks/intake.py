"""How fast updates are taken in, each on disk before it is answered, against the library's dispatch that keeps nothing.

python -m benchmarks.intake           updates a second, and how long the event loop waits while languages are detected

Every way runs in a process of its own, in turn, `REPEATS` times; medians are shown.
"""

import asyncio
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.bench import ROOT, folder, table

COUNT = 6_000
TOGETHER = 64  # webhook calls that are open at once
REPEATS = 3
DETECTIONS = 100
MESSAGES = (
    "The street lamp in front of our house has been broken for a week now.",
    "Od tygodnia nie działa latarnia przed naszym domem, jest zupełnie ciemno.",
    "مصباح الشارع أمام منزلنا معطل منذ أسبوع والمكان مظلم تمامًا.",
    "Isang linggo nang sira ang ilaw sa harap ng bahay namin at napakadilim.",
)


def update(number: int) -> str:
    """An update as Telegram writes it."""
    person = {"id": 5_000 + number % 500, "is_bot": False, "first_name": "Robin", "language_code": "en"}
    message = {
        "message_id": number,
        "date": 1_790_000_000,
        "chat": {"id": person["id"], "type": "private", "first_name": "Robin"},
        "from": person,
        "text": MESSAGES[number % len(MESSAGES)],
    }
    return json.dumps({"update_id": number, "message": message}, ensure_ascii=False)


async def trivial(bodies: list[str], _path: Path) -> None:
    """python-telegram-bot: parse, dispatch to a handler that does nothing, forget."""
    from telegram import Update
    from telegram.ext import Application, MessageHandler, filters

    async def nothing(_update: Any, _context: Any) -> None:
        return

    app = Application.builder().token("1:bench").updater(None).build()
    app.add_handler(MessageHandler(filters.ALL, nothing))
    app._initialized = True  # no network: it would ask who it is
    for body in bodies:
        await app.process_update(Update.de_json(json.loads(body), app.bot))


async def _intake(path: Path, work: Callable[[Any], Awaitable[None]]) -> None:
    from bot.intake import Intake
    from storage.engine import Database
    from storage.migrate import migrate

    async with Database.open(f"sqlite:///{path}") as db:
        await migrate(db)
        await work(Intake(db, lambda: datetime.now(UTC)))


async def polled(bodies: list[str], path: Path) -> None:
    """Ours, polled: a hundred updates an answer, stored before the next question."""
    from channels.raw import from_json
    from channels.telegram.updates import raw_update

    async def work(intake: Any) -> None:
        for start in range(0, len(bodies), 100):
            await intake.store([raw_update(from_json(body)) for body in bodies[start : start + 100]])

    await _intake(path, work)


async def pushed(bodies: list[str], path: Path) -> None:
    """Ours, pushed: `TOGETHER` webhook calls at once, each answered when its update is on disk."""
    from channels.raw import from_json
    from channels.telegram.updates import raw_update

    async def work(intake: Any) -> None:
        waiting = iter(bodies)

        async def caller() -> None:
            for body in waiting:
                await intake.store([raw_update(from_json(body))])

        await asyncio.gather(*(caller() for _ in range(TOGETHER)))

    await _intake(path, work)


async def watch(late: list[float]) -> None:
    """Note how many milliseconds later than asked for the event loop comes back, a thousand times a second."""
    while True:
        began = time.perf_counter()
        await asyncio.sleep(0.001)
        late.append(1000 * (time.perf_counter() - began - 0.001))


async def idle(_bodies: list[str], _path: Path) -> float:
    """The same figure while nothing is done: what this machine and its other work add."""
    late: list[float] = []
    watching = asyncio.create_task(watch(late))
    await asyncio.sleep(3)
    watching.cancel()
    return statistics.quantiles(late, n=100)[98]


async def detections(_bodies: list[str], path: Path) -> float:
    """Milliseconds that the event loop is late (99th percentile) while languages are detected, `DETECTIONS` at once."""
    from bot.configuration import read_community
    from bot.reader import Reader
    from domain.inbound import ResidentWrote, Sender
    from storage.engine import Database
    from storage.migrate import migrate

    async with Database.open(f"sqlite:///{path}") as db:
        await migrate(db)
        reader = Reader(db, read_community(ROOT / "config" / "community.toml"), lambda: datetime.now(UTC))
        await reader.start()
        sender = Sender(channel="telegram", address="1", user="1", name="Robin")
        late: list[float] = []

        async def read(number: int) -> None:
            for turn in range(8):
                text = f"{MESSAGES[(number + turn) % len(MESSAGES)]} ({number}-{turn})"
                await reader.read(
                    ResidentWrote(sender=sender, message_id=str(number), sent_at=datetime.now(UTC), text=text)
                )

        await read(0)
        watching = asyncio.create_task(watch(late))
        await asyncio.gather(*(read(number) for number in range(DETECTIONS)))
        watching.cancel()
        await reader.close()
    return statistics.quantiles(late, n=100)[98]


LATENESS = ("detections", "idle")
WAYS: dict[str, Any] = {"trivial": trivial, "polled": polled, "pushed": pushed, "detections": detections, "idle": idle}


def child(way: str) -> None:
    """Run one way and print its figure: updates a second, or milliseconds."""
    with folder() as place:
        bodies = [update(number) for number in range(COUNT)]
        asyncio.run(WAYS[way](bodies[:200], place / "warm.db") if way not in LATENESS else asyncio.sleep(0))
        began = time.perf_counter()
        figure = asyncio.run(WAYS[way](bodies, place / "measured.db"))
        print(figure if figure is not None else COUNT / (time.perf_counter() - began))


def measure(way: str) -> float:
    """The figure of a fresh process."""
    out = subprocess.run(
        [sys.executable, "-m", "benchmarks.intake", way], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return float(out.stdout.split()[-1])


def main() -> None:
    """Print the tables."""
    runs = [{way: measure(way) for way in WAYS} for _ in range(REPEATS)]
    middle = {way: statistics.median(run[way] for run in runs) for way in WAYS}
    ratios = {way: statistics.median(run[way] / run["trivial"] for run in runs) for way in ("polled", "pushed")}
    table(
        "Intake, one durable write (synchronous=FULL) before the answer",
        ["way", "updates/s", "x trivial dispatch"],
        [
            ["python-telegram-bot, parse and a handler that does nothing", middle["trivial"], 1.0],
            ["Liaison, polled, 100 an answer", middle["polled"], ratios["polled"]],
            [f"Liaison, webhook, {TOGETHER} at once", middle["pushed"], ratios["pushed"]],
        ],
    )
    print(
        f"\nEvent loop late, p99: {middle['detections']:.1f} ms while {DETECTIONS} messages are read at once, "
        f"{middle['idle']:.1f} ms doing nothing"
    )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        child(sys.argv[1])
    else:
        main()
