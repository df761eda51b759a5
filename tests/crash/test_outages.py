"""One platform down, then the other: the side that works goes on, and the backlog drains in order afterwards."""

import asyncio
import random
import time
from pathlib import Path
from typing import Any

import pytest

from sandbox.telegram.faults import Fault
from tests.crash.compare import compare
from tests.crash.crowd import Crowd, Neighbour
from tests.crash.town_hall import TownHall, town_hall

pytestmark = [pytest.mark.crash, pytest.mark.slow]
EMERGENCY = "Fire in the cellar of 5 Sample Street!"


def lines_in_slack(hall: TownHall, words: str) -> list[str]:
    """Every message of the workspace that holds these words, as it now reads."""
    channels = hall.slack.channels.values()
    return [str(m.blocks) for channel in channels for m in channel.messages.values() if words in str(m.blocks)]


async def seen(hall: TownHall, words: str, *more: str, within: float = 30) -> str:
    """The first such message that also holds `more`, as soon as there is one."""

    def found() -> str:
        return next((line for line in lines_in_slack(hall, words) if all(word in line for word in more)), "")

    return await hall.slack.changes.until(found, within=within)


async def test_while_slack_is_down_residents_get_their_receipts_and_the_desk_catches_up(
    tmp_path: Path, database_url: str
) -> None:
    async with town_hall(tmp_path, database_url) as hall, hall.running():
        crowd = Crowd(hall=hall, rng=random.Random(3))
        crowd.gather(2)
        await hall.slack.take_down()
        for one in crowd.neighbours:
            one.resident.write(EMERGENCY)
            one.written[one.resident.messages[-1].id] = EMERGENCY
        for one in crowd.neighbours:
            await one.resident.expect("marked it as urgent", within=20)
        for _ in range(3):
            for one in crowd.neighbours:
                one.write()
        await asyncio.sleep(2)
        assert lines_in_slack(hall, "Sample Street") == []
        hall.slack.bring_up()
        await hall.settled()
        await compare(hall, crowd)


async def test_while_telegram_is_down_every_answer_says_so_and_is_sent_in_order_afterwards(
    tmp_path: Path, database_url: str
) -> None:
    async with town_hall(tmp_path, database_url) as hall, hall.running():
        crowd = Crowd(hall=hall, rng=random.Random(4))
        crowd.gather(1)
        (robin,) = crowd.neighbours
        robin.written[robin.resident.write(EMERGENCY).id] = EMERGENCY
        await seen(hall, "Sample Street")
        await robin.resident.expect("marked it as urgent", within=20)
        hall.telegram.faults.add(Fault(kind="server_error"))
        answers = [f"Answer number {number} from the desk" for number in (1, 2, 3)]
        for words in answers:
            await crowd.reply(words)
        for words in answers:
            assert "Next try" in await seen(hall, words, "not sent yet")
        assert [m.text for m in robin.resident.replies if "Answer number" in m.text] == []
        hall.telegram.faults.clear()
        for words in answers:
            await seen(hall, words, "✅ sent", within=60)
        said = [m.text.rpartition("\n")[2] for m in robin.resident.replies if "Answer number" in m.text]
        assert said == answers
        await hall.settled()
        await compare(hall, crowd)


async def test_a_wait_that_the_platform_asked_for_is_kept_to_the_second_across_a_restart(
    tmp_path: Path, database_url: str
) -> None:
    async with town_hall(tmp_path, database_url) as hall:
        robin = Neighbour(resident=hall.town.move_in("Robin", "en").resident, matter="The bin is full")
        first = await hall.start()
        await hall.ready(first)
        limit = Fault(kind="too_many_requests", method="sendMessage", retry_after=9, count=1)
        hall.telegram.faults.add(limit)
        robin.resident.write(EMERGENCY)
        began = await until(lambda: time.monotonic() if limit.struck else 0.0)
        await asyncio.sleep(1)
        await hall.kill(first)
        async with hall.running():
            await robin.resident.expect("marked it as urgent", within=30)
            waited = min(hall.telegram.journal.times()) - began
        assert 8.5 <= waited <= 35  # not sooner; how much later is up to how fast this machine starts


async def until(condition: Any, within: float = 20) -> Any:
    """What `condition()` returns as soon as it is true."""
    async with asyncio.timeout(within):
        while not (result := condition()):
            await asyncio.sleep(0.02)
        return result
