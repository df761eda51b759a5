"""Waiting for what a test needs, not for a time: a slow machine takes longer and fails nothing."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


async def until(condition: Callable[[], T], seconds: float = 20.0) -> T:
    """What `condition()` returns as soon as it is true; TimeoutError after `seconds`."""
    async with asyncio.timeout(seconds):
        while not (result := condition()):
            await asyncio.sleep(0.01)
    return result
