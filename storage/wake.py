"""Rousing a worker as soon as there is something for it, within one process (`storage.listening`: across many).

Rows are the truth and every worker also looks on its own now and then; this only saves the waiting.
"""

import asyncio

TOPICS = "liaison"  # the channel of PostgreSQL's LISTEN and NOTIFY; the payload is a topic


class Wake:
    """Named bells. A bell rung while nobody waits is heard by the next who does."""

    def __init__(self) -> None:
        self._bells: dict[str, asyncio.Event] = {}

    def rouse(self, topic: str) -> None:
        """Ring the bell of `topic`."""
        self._bells.setdefault(topic, asyncio.Event()).set()

    def rouse_all(self) -> None:
        """Ring every bell that anybody has ever waited for."""
        for bell in self._bells.values():
            bell.set()

    async def wait(self, topic: str, seconds: float) -> bool:
        """Sleep until the bell of `topic` rings, at most `seconds`. True if it rang."""
        bell = self._bells.setdefault(topic, asyncio.Event())
        try:
            async with asyncio.timeout(seconds):
                await bell.wait()
        except TimeoutError:
            return False
        bell.clear()
        return True
