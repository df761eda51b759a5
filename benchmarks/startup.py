"""From the start of `liaison run` to its first question to Telegram, against importing the three libraries alone.

python -m benchmarks.startup      medians of five, interleaved; CPU of the child, user and system
"""

import asyncio
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.bench import table
from tests.crash.town_hall import LIAISON, TownHall, town_hall

REPEATS = 5
LIBRARIES = "import telegram.ext, slack_bolt.async_app, aiosqlite"


def libraries() -> tuple[float, float, float]:
    """CPU seconds, seconds and resident MiB of an interpreter that imports them."""
    begun = time.perf_counter()
    child = subprocess.Popen([sys.executable, "-c", LIBRARIES])
    _, _, usage = os.wait4(child.pid, 0)
    return usage.ru_utime + usage.ru_stime, time.perf_counter() - begun, usage.ru_maxrss / 1024


async def liaison(hall: TownHall) -> tuple[float, float, float]:
    """The same of `liaison run` until it asks Telegram for updates; its database is already there."""
    polling = hall.telegram.bot.polling
    while polling.open is not None:  # of the life before
        await asyncio.sleep(0.05)
    begun = time.perf_counter()
    child = subprocess.Popen(
        [LIAISON, "run"], env=hall.environment(), cwd=hall.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    while polling.open is None:
        await asyncio.sleep(0.005)
    took = time.perf_counter() - begun
    child.kill()
    _, _, usage = await asyncio.to_thread(os.wait4, child.pid, 0)
    return usage.ru_utime + usage.ru_stime, took, usage.ru_maxrss / 1024


async def main() -> None:
    with TemporaryDirectory() as name:
        async with town_hall(Path(name), f"sqlite:///{name}/liaison.db") as hall:
            async with hall.running():
                pass  # tables and compiled modules are there
            base, ours = [], []
            for _ in range(REPEATS):
                base.append(libraries())
                ours.append(await liaison(hall))
    rows: list[list[object]] = []
    first = median(one[0] for one in base)
    for label, runs in ((LIBRARIES, base), ("liaison run, to the first poll", ours)):
        cpu, wall, memory = (median(one[at] for one in runs) for at in range(3))
        rows.append([label, 1000 * cpu, cpu / first, 1000 * wall, memory])
    table("Start", ["what", "CPU ms", "x", "ms", "MiB"], rows)


if __name__ == "__main__":
    asyncio.run(main())
