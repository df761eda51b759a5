"""The clock really does its deeds, however they are written."""

import asyncio

from bot.scheduler import Tick, keep_time


async def test_a_deed_is_awaited_also_when_it_is_a_lambda() -> None:
    done, stop = asyncio.Event(), asyncio.Event()

    async def deed() -> None:
        done.set()

    keeping = asyncio.create_task(keep_time([Tick(name="any", seconds=0.01, deed=lambda: deed())], stop))
    await asyncio.wait_for(done.wait(), 5)
    stop.set()
    await keeping
