"""Waiting that ends early when the process is asked to stop."""

import asyncio
from collections.abc import Awaitable
from typing import Any


async def pause(stop: asyncio.Event, seconds: float) -> None:
    """Sleep, or less if told to stop."""
    try:
        async with asyncio.timeout(seconds):
            await stop.wait()
    except TimeoutError:
        return


async def until(stop: asyncio.Event, work: Awaitable[Any]) -> None:
    """Run `work` until it ends or `stop` is set; then it is cancelled. What it raises is raised."""
    task, stopper = asyncio.ensure_future(work), asyncio.ensure_future(stop.wait())
    await asyncio.wait({task, stopper}, return_when=asyncio.FIRST_COMPLETED)
    stopper.cancel()
    if not task.done():
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    elif not task.cancelled():
        task.result()
