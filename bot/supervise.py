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


class Supervisor:
    """Keeps tasks alive until `stop` is set. Some may begin before others are known (`bot.start`)."""

    def __init__(self, stop: asyncio.Event) -> None:
        self.stop = stop
        self._running: set[asyncio.Task[None]] = set()

    def begin(self, tasks: Mapping[str, Work]) -> None:
        """Set these tasks to work."""
        for name, work in tasks.items():
            self._running.add(asyncio.create_task(_keep_alive(name, work, self.stop), name=name))

    async def finish(self) -> None:
        """Wait until every task has ended: on `stop`, or on one that keeps dying. Raises TaskGivenUp, and NoCure."""
        failure: BaseException | None = None
        while self._running:
            done, self._running = await asyncio.wait(self._running, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                if task.exception() is not None and failure is None:
                    failure = task.exception()
                    self.stop.set()
        if failure is not None:
            raise failure


async def supervise(tasks: Mapping[str, Work], stop: asyncio.Event) -> None:
    """Run every task until `stop` is set, then let each finish. Raises TaskGivenUp when one keeps dying, and NoCure."""
    supervisor = Supervisor(stop)
    supervisor.begin(tasks)
    await supervisor.finish()


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
