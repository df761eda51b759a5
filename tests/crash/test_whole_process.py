"""kill -9 of the whole `liaison run` while people on both sides are busy: nothing is missing, order is kept.

LIAISON_TEST_KILLS says how often it is killed besides (``make test-kills`` does it 200 times and tells the figures).
"""

import asyncio
import os
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from domain.crash_points import STEPS, VARIABLE
from tests.crash.compare import compare
from tests.crash.crowd import Crowd
from tests.crash.town_hall import TownHall, town_hall

pytestmark = [pytest.mark.crash, pytest.mark.slow]
KILLS = int(os.environ.get("LIAISON_TEST_KILLS", "3"))
LONGEST_LIFE = 3.0  # seconds, of which a start takes about two
PATIENCE = 120.0 + 4 * KILLS
EVERY = 1.5 if KILLS < 20 else 2.5  # seconds between messages: nobody floods, and a desk channel takes a line a second


@asynccontextmanager
async def busy_town(folder: Path, url: str, rng: random.Random) -> AsyncIterator[tuple[TownHall, Crowd]]:
    """A town in which people are busy while the block runs; then a last life ends what is left, and all is compared."""
    async with town_hall(folder, url) as hall:
        crowd = Crowd(hall=hall, rng=rng)
        crowd.gather(6)
        busy = asyncio.gather(crowd.write(every=EVERY, most=10_000), crowd.work(every=0.2))
        yield hall, crowd
        async with hall.running():
            async with asyncio.timeout(180):
                while len(crowd.replies) < 3 and not busy.done():
                    await asyncio.sleep(0.2)
            if busy.done():
                busy.result()  # what made them stop
            busy.cancel()
            await asyncio.gather(busy, return_exceptions=True)
            await hall.settled(PATIENCE)
            while crowd.answer():
                await hall.settled(PATIENCE)
        print("\n" + await compare(hall, crowd))


async def test_deaths_at_every_step_and_at_random_moments_lose_nothing(tmp_path: Path, database_url: str) -> None:
    rng = random.Random(20)
    async with busy_town(tmp_path, database_url, rng) as (hall, _):
        for step in STEPS:
            child = await hall.start(**{VARIABLE: step})
            assert await child.died() == -9, child.log.read_text()
            await hall.count_in_flight()
        for number in range(KILLS):
            child = await hall.start()
            if number % 2:  # every other life may go on until staff can do something
                await hall.listening(child)
            await asyncio.sleep(rng.uniform(0.2, LONGEST_LIFE))
            await hall.kill(child)
