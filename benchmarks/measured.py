"""What a measured child is told, and how it measures itself. Imports nothing of Liaison."""

import asyncio
import resource
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

TOKEN = "1:bench"
WARM = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What to do. `count`: stop after that many messages; `seconds`: or after that long."""

    mode: str  # engine | engine-full | no-intent | bare-same | bare | stock | loop | gather
    api: str
    db: str = ""
    count: int = 10**9
    seconds: float = 60.0
    rate: float = 1e6
    in_flight: int | None = None
    durability: str = "FULL"
    hold: bool = False
    text: str = "Water is rising. Go to higher ground now."


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


async def watch(task: Task, done: Callable[[], int]) -> dict[str, float]:
    meter, until = Meter(), time.monotonic() + task.seconds
    while done() < min(WARM, task.count // 4) and time.monotonic() < until:
        await asyncio.sleep(0.005)
    while done() < task.count and time.monotonic() < until:
        meter.note(done())
        await asyncio.sleep(0.02)
    meter.note(done())
    return meter.report()
