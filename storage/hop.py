"""Whole transactions on SQLite in one hop to a thread and back, for steps that come by the hundred.

Over the async driver every statement is a hop of its own, and on a busy event loop each waits its turn while the write
lock is held: ten statements of a freeze beside a drain took 27 ms of which four were SQLite's (docs/performance.md).
Here the very same coroutine runs to its end in the thread: its transaction answers at once, so it never waits.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import sqlalchemy as sa

T = TypeVar("T")


class AtOnce:
    """A connection whose answers need not be waited for, to those who await them all the same."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self.dialect = connection.dialect

    async def execute(self, statement: sa.Executable, values: Any = None) -> sa.CursorResult[Any]:
        """The result of one statement."""
        return self._connection.execute(statement, values)


class Hop:
    """One connection in a thread of its own. `engine` hands out no second one."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="hop")

    async def run(self, deed: Callable[[AtOnce], Awaitable[T]]) -> T:
        """Run `deed` in one transaction; raises what it raises, and then nothing is changed."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._whole, deed)

    def _whole(self, deed: Callable[[AtOnce], Awaitable[T]]) -> T:
        with self._engine.begin() as connection:
            return _to_its_end(deed(AtOnce(connection)))

    async def close(self) -> None:
        """Close the connection and end the thread."""
        await asyncio.get_running_loop().run_in_executor(self._thread, self._engine.dispose)
        self._thread.shutdown(wait=False)


def _to_its_end(work: Awaitable[T]) -> T:
    """What a coroutine returns that waits for nothing. Raises RuntimeError for one that does."""
    assert isinstance(work, Coroutine)
    try:
        work.send(None)
    except StopIteration as end:
        result: T = end.value
        return result
    work.close()
    raise RuntimeError("a transaction in one hop waited for something else than the database")
