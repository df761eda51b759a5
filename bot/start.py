"""The start of a live Liaison: what residents write is taken in first, all else is loaded meanwhile.

After a restart in a bad hour nothing that is written waits longer than it must, and a start that fails later on has
lost nothing: what came in is on disk. Loading is a thread's work, so that what is taken in meanwhile reaches the disk.
(docs/adr/0013)
"""

import asyncio
from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.connections import Connections
from bot.loading import load
from bot.polling import Polling
from bot.roles import ALL, of_role
from bot.store import open_store
from bot.supervise import Supervisor, Work
from domain.community import Community

if TYPE_CHECKING:
    from alerts.playbooks.plan import Playbook

FIRST_QUESTION_SECONDS = 0.5  # longest wait for the first question to Telegram: where another member polls none comes
LEAVING_SECONDS = 0.02  # until it has left; loading would take the interpreter away from it


async def run(
    community: Community,
    connections: Connections,
    stop: asyncio.Event,
    plans: "Callable[[], tuple[Playbook, ...]]",
    role: str = ALL,
) -> None:
    """Run Liaison, or its part that `role` names, until `stop` is set. `plans` reads the contingency plans.

    Raises OneProcessOnly, AlreadyRunning, DatabaseRefused, TaskGivenUp, NoCure and what `plans` raises.
    """
    async with AsyncExitStack() as stack:
        db = await stack.enter_async_context(open_store(role, connections.database_url))
        polling = Polling(db, lambda: datetime.now(UTC), connections.telegram)
        supervisor = Supervisor(stop)
        try:
            await _begin(supervisor, of_role(role, polling.tasks()), polling)
            await asyncio.to_thread(load, "bot.app")
            from bot.app import App  # it is there by now

            app = App(db, community, connections, await asyncio.to_thread(plans), role, polling)
            await app.open_channels(stack)
            stack.push_async_callback(app.close)
            supervisor.begin(of_role(role, app.tasks()))
        except BaseException:
            stop.set()
            await supervisor.finish()
            raise
        await supervisor.finish()


async def _begin(supervisor: Supervisor, tasks: Mapping[str, Work], polling: Polling) -> None:
    supervisor.begin(tasks)
    if tasks:
        try:
            async with asyncio.timeout(FIRST_QUESTION_SECONDS):
                await polling.asked.wait()
            await asyncio.sleep(LEAVING_SECONDS)
        except TimeoutError:
            return
