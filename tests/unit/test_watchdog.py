"""The event loop stands still: it is noticed, counted, and the log says where."""

import asyncio
import time

from structlog.testing import capture_logs

from bot.watchdog import Watchdog
from tests.waiting import until


def stand_still() -> None:
    """What no coroutine should do."""
    time.sleep(2)


async def test_a_blocked_loop_is_named_with_its_place_once() -> None:
    watchdog, stop = Watchdog(beat=0.05, blocked_after=1), asyncio.Event()
    with capture_logs() as lines:
        watching = asyncio.create_task(watchdog.run(stop))
        await asyncio.sleep(0.15)
        assert watchdog.blocked == 0
        stand_still()
        await until(lambda: watchdog.blocked)
        await asyncio.sleep(0.15)
        stop.set()
        await watching
    assert watchdog.blocked == 1
    (line,) = [line for line in lines if line["event"] == "loop.blocked"]
    assert "test_watchdog.py" in line["where"][-1]
    assert "stand_still" in line["where"][-1]
