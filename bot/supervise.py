"""Background tasks that must not die unnoticed: each is restarted a few times, then the whole process ends non-zero.

What the database's own trouble interrupts (locked, disk full, server away) is started again however long that lasts.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from time import monotonic

import structlog

from domain.errors import LiaisonError
from storage.engine import PASSING

MOST_RESTARTS = 3  # within `FORGET_SECONDS`; after that a supervisor above us (systemd, a container) should act
FORGET_SECONDS = 600.0
PAUSE_SECONDS = 1.0

log = structlog.get_logger()
Work = Callable[[asyncio.Event], Awaitable[None]]


class NoCure(LiaisonError):
    """Starting the task again would not help: a person must mend something first. The text says what."""


class TaskGivenUp(LiaisonError):
    """A background task kept dying; the process should end and be started afresh."""


async def supervise(tasks: Mapping[str, Work], stop: asyncio.Event) -> None:
    """Run every task until `stop` is set, then let each finish. Raises TaskGivenUp when one keeps dying, and NoCure."""
    running = {asyncio.create_task(_keep_alive(name, work, stop), name=name): name for name, work in tasks.items()}
    failure: BaseException | None = None
    while running:
        done, _ = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            del running[task]
            if task.exception() is not None and failure is None:
                failure = task.exception()
                stop.set()
    if failure is not None:
        raise failure


async def _keep_alive(name: str, work: Work, stop: asyncio.Event) -> None:
    deaths: list[float] = []
    while not stop.is_set():
        try:
            await work(stop)
        except NoCure:
            raise
        except PASSING as error:
            log.warning("task.interrupted", task=name, error=type(error).__name__)
        except Exception:
            deaths = [at for at in deaths if monotonic() - at < FORGET_SECONDS] + [monotonic()]
            log.exception("task.died", task=name, restarts=len(deaths))
            if len(deaths) > MOST_RESTARTS:
                raise TaskGivenUp(f"The background task {name!r} died {len(deaths)} times; Liaison stops.") from None
        else:
            if stop.is_set():
                return
            log.warning("task.ended_early", task=name)
        await asyncio.sleep(PAUSE_SECONDS)
