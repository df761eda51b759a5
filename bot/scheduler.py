"""APScheduler as the clock. It only wakes; what is due stands in tables: a missed or doubled tick changes nothing."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler

Deed = Callable[[], Awaitable[object]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A deed that looks into the tables every so many seconds."""

    name: str
    seconds: float
    deed: Deed


async def keep_time(ticks: list[Tick], stop: asyncio.Event) -> None:
    """Run the ticks until `stop` is set.

    One at a time each, late ones run once: APScheduler's own default skips a job that is a second late and would
    silently drop it on a busy loop.
    """
    # A tick that still runs when its next turn comes is passed over on purpose; APScheduler would warn each time.
    logging.getLogger("apscheduler.scheduler").setLevel(logging.ERROR)
    scheduler = AsyncIOScheduler(
        timezone="UTC", job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
    )
    for tick in ticks:
        scheduler.add_job(_on_the_loop(tick), "interval", seconds=tick.seconds, id=tick.name)
    scheduler.start()
    try:
        await stop.wait()
    finally:
        scheduler.shutdown(wait=False)


def _on_the_loop(tick: Tick) -> Callable[[], Coroutine[Any, Any, object]]:
    """A coroutine function: APScheduler would run a lambda in a thread and never await what it returns."""

    async def run() -> object:
        return await tick.deed()

    return run
