"""The library alone, in a process of its own, measured from inside: bare calls, and what people use today.

python -m benchmarks.bare_child '{"mode": "bare", "api": "http://127.0.0.1:1", …}'    prints one line of JSON
"""

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable

import telegram
from telegram.request import HTTPXRequest

from benchmarks.measured import TOKEN, Task, watch
from channels.telegram.transport import AiohttpRequest


async def bare(task: Task) -> dict[str, float]:
    """`in_flight` workers around the library's call, on our transport or its own."""
    request = HTTPXRequest(connection_pool_size=256) if task.mode == "stock" else AiohttpRequest(connections=256)
    done = 0
    async with request:
        bot = telegram.Bot(TOKEN, base_url=f"{task.api}/bot", request=request)
        numbers = iter(range(1, task.count + 1))

        async def work() -> None:
            nonlocal done
            for number in numbers:
                await bot.send_message(number, task.text)
                done += 1

        workers = [asyncio.create_task(work()) for _ in range(task.in_flight or 64)]
        result = await watch(task, lambda: done)
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
    return result


async def loop(task: Task) -> dict[str, float]:
    """The script of every tutorial: one after the other, and sleep a little."""
    done = 0

    async def work() -> None:
        nonlocal done
        async with HTTPXRequest() as request:
            bot = telegram.Bot(TOKEN, base_url=f"{task.api}/bot", request=request)
            for number in range(1, task.count + 1):
                await _patiently(lambda at=number: bot.send_message(at, task.text))  # type: ignore[misc]
                done += 1
                await asyncio.sleep(0.05)

    worker = asyncio.create_task(work())
    result = await watch(task, lambda: done)
    worker.cancel()
    await asyncio.gather(worker, return_exceptions=True)
    return result


async def gather(task: Task) -> dict[str, float]:
    """All at once, and let every call wait out its own 429."""
    done = 0
    async with HTTPXRequest(connection_pool_size=256, pool_timeout=60) as request:
        bot = telegram.Bot(TOKEN, base_url=f"{task.api}/bot", request=request)

        async def one(number: int) -> None:
            nonlocal done
            await _patiently(lambda: bot.send_message(number, task.text))
            done += 1

        workers = [asyncio.create_task(one(number)) for number in range(1, min(task.count, 300) + 1)]
        result = await watch(task, lambda: done)
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
    return result


async def _patiently(call: Callable[[], Awaitable[object]]) -> None:
    while True:
        try:
            await call()
            return
        except telegram.error.RetryAfter as error:
            wait = error._retry_after
            await asyncio.sleep(wait.total_seconds())
        except telegram.error.TimedOut:
            continue


MODES = {"bare": bare, "stock": bare, "loop": loop, "gather": gather}

if __name__ == "__main__":
    chosen = Task(**json.loads(sys.argv[1]))
    print(json.dumps(asyncio.run(MODES[chosen.mode](chosen))), flush=True)
