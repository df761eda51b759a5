"""From the start of `liaison run` to its first question to Telegram, against importing the three libraries alone.

python -m benchmarks.startup      medians of five, interleaved; CPU of the child, user and system

A second figure is taken when it listens to Slack, too: by then everything is loaded and messages are handled.
"""

import asyncio
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
STAY = "; import sys; print('there', flush=True); sys.stdin.read()"
Figures = tuple[float, float, float]  # CPU seconds, seconds since the start, resident MiB


def figures(child: int, begun: float) -> Figures:
    """How the process is doing now; all its threads together."""
    took = time.perf_counter() - begun
    threads = Path(f"/proc/{child}/task").iterdir()
    spent = sum(int((one / "schedstat").read_text().split()[0]) for one in threads)  # ns on a core: sched-stats
    resident = Path(f"/proc/{child}/status").read_text().partition("VmRSS:")[2].split()[0]
    return spent / 1e9, took, int(resident) / 1024


def libraries() -> Figures:
    """Of an interpreter that has imported them."""
    begun = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", LIBRARIES + STAY], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        child.stdout.readline()
        return figures(child.pid, begun)


async def liaison(hall: TownHall) -> tuple[Figures, Figures]:
    """Of `liaison run` as it asks Telegram for updates, and as it listens to Slack; its database is already there."""
    polling, sockets = hall.telegram.bot.polling, hall.slack.sockets
    while polling.open is not None or sockets.connections:  # of the life before
        await asyncio.sleep(0.05)
    begun = time.perf_counter()
    child = subprocess.Popen(
        [LIAISON, "run"], env=hall.environment(), cwd=hall.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        while polling.open is None:
            await asyncio.sleep(0.002)
        asks = figures(child.pid, begun)
        while not sockets.connections:
            await asyncio.sleep(0.002)
        return asks, figures(child.pid, begun)
    finally:
        child.kill()
        await asyncio.to_thread(child.wait)


async def main() -> None:
    with TemporaryDirectory() as name:
        async with town_hall(Path(name), f"sqlite:///{name}/liaison.db") as hall:
            async with hall.running():
                pass  # tables and compiled modules are there
            runs: list[tuple[Figures, Figures, Figures]] = [(libraries(), *await liaison(hall)) for _ in range(REPEATS)]
    labels = (LIBRARIES, "liaison run, to the first poll", "liaison run, until it listens to Slack, too")
    medians = [[median(run[at][of] for run in runs) for of in range(3)] for at in range(3)]
    rows: list[list[object]] = [
        [label, 1000 * cpu, cpu / medians[0][0], 1000 * wall, memory]
        for label, (cpu, wall, memory) in zip(labels, medians, strict=True)
    ]
    table("Start", ["what", "CPU ms", "x", "ms", "MiB"], rows)


if __name__ == "__main__":
    asyncio.run(main())
