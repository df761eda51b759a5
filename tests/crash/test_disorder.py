"""Platforms that repeat, shuffle and hang, on the real `liaison run`: all acts once, and nobody waits for another."""

import asyncio
import random
import time
from pathlib import Path

import pytest

from sandbox.telegram.faults import Fault
from storage.tables import inbox, outbox
from tests.crash.compare import lines_of
from tests.crash.crowd import Crowd
from tests.crash.test_faults import cry, cry_of
from tests.crash.town_hall import town_hall

pytestmark = [pytest.mark.crash, pytest.mark.slow]


async def test_what_comes_twice_or_in_another_order_acts_once(tmp_path: Path, database_url: str) -> None:
    async with town_hall(tmp_path, database_url) as hall, hall.running():
        crowd = Crowd(hall=hall, rng=random.Random(5))
        crowd.gather(4)
        for kind in ("duplicate_updates", "reorder_updates"):
            hall.telegram.faults.add(Fault(kind=kind, probability=0.5))
        hall.slack.faults.add("envelope_duplicate", probability=0.5)
        cry(crowd)
        for one in crowd.neighbours:
            await one.resident.expect("marked it as urgent", within=30)
        for number in range(20):
            one = crowd.rng.choice(crowd.neighbours)
            words = one.write()
            if number % 8 == 0:  # an edit on its heels may overtake what it edits
                message = one.resident.messages[-1]
                one.resident.edit(message, words + " (edited)")
                one.written[message.id] = words + " (edited)"
        answers = [f"Answer number {number} from the desk" for number in range(4)]
        for words in answers:
            await crowd.reply(words)
        hall.telegram.faults.clear()
        await hall.settled(120)
        assert await hall.count(inbox, inbox.c.state != "done") == 0
        for one in crowd.neighbours:
            lines = await lines_of(hall, one)
            assert {int(line.message_id): line.text for line in lines} == one.written
            assert len(lines) == len(one.written)
        said = [m.text for one in crowd.neighbours for m in one.resident.replies]
        for words in answers:
            assert sum(words in text for text in said) == 1
        assert await hall.count(outbox, outbox.c.state == "failed") == 0


async def test_a_chat_and_a_channel_that_hang_hold_up_nobody_else(tmp_path: Path, database_url: str) -> None:
    async with town_hall(tmp_path, database_url) as hall, hall.running():
        crowd = Crowd(hall=hall, rng=random.Random(6))
        crowd.gather(4)
        stuck, *others = crowd.neighbours
        hall.telegram.faults.add(Fault(kind="delay", seconds=30, chat_id=stuck.resident.chat.id))
        hall.slack.faults.add("hang", method="chat.*", channel="waste")
        cry_of(stuck)
        await asyncio.sleep(1)
        delays = []
        for one in others:
            began = time.monotonic()
            cry_of(one)
            await one.resident.expect("marked it as urgent", within=15)
            delays.append(time.monotonic() - began)
        assert max(delays) < 12, delays  # they hang for 30; the promise of five is for a machine at rest
        assert [m.text for m in stuck.resident.replies] == []
        hall.telegram.faults.clear()
        hall.slack.faults.clear()
        await stuck.resident.expect("marked it as urgent", within=60)
