"""kill -9 in the middle of a broadcast, and a stop in between: everybody ends in exactly one state, and sums add up."""

import asyncio
import random
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from domain.audience import Everybody, Wish
from domain.content import Message
from domain.delivery import Lane
from sandbox.telegram.faults import Fault
from sandbox.telegram.options import Options
from sandbox.telegram.server import TelegramServer, running
from storage import halting
from storage.engine import Database
from storage.spread_tally import recount, tally
from storage.spreading import Spread, begin
from storage.tables import outbox
from tests.databases import fresh_url
from tests.unit.spreading_house import Person, settle

pytestmark = [pytest.mark.crash, pytest.mark.slow]
ROOT = Path(__file__).parents[2]
PEOPLE, KILLS, IN_FLIGHT, RATE = 400, 12, 16, 150


async def spawn(url: str, telegram: TelegramServer) -> asyncio.subprocess.Process:
    words = (url, telegram.address, telegram.token, str(RATE))
    return await asyncio.create_subprocess_exec(sys.executable, "-m", "tests.crash.spread_child", *words, cwd=ROOT)


async def killed(url: str, telegram: TelegramServer, rng: random.Random) -> None:
    """Start the sender and kill it at some moment, before or after its first message."""
    before = len(telegram.journal)
    child = await spawn(url, telegram)
    try:
        async with asyncio.timeout(60):
            while len(telegram.journal) == before:
                assert child.returncode is None
                await asyncio.sleep(0.005)
        await asyncio.sleep(rng.uniform(0, 0.3))
    finally:
        child.kill()
        await child.wait()


async def finished(db: Database, url: str, telegram: TelegramServer, number: int) -> None:
    """Let one sender end what is left, and stop it kindly."""
    child = await spawn(url, telegram)
    try:
        async with asyncio.timeout(120):
            while True:
                async with db.read() as tx:
                    if (await tally(tx, [number])).finished:
                        break
                assert child.returncode is None
                await asyncio.sleep(0.1)
        child.terminate()
        async with asyncio.timeout(20):
            await child.wait()
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()


@pytest.mark.parametrize("stopped", [False, True])
async def test_kills_in_mid_broadcast_forget_nobody_and_the_sums_add_up(tmp_path: Path, stopped: bool) -> None:
    rng = random.Random(26 + stopped)
    async with (
        running(Options(auto_chats=True, message_limit=0)) as telegram,
        fresh_url(tmp_path) as url,
        Database.open(url) as db,
    ):
        telegram.faults.add(Fault(kind="delay", seconds=0.03))
        await settle(db, [Person(id=number) for number in range(1, PEOPLE + 1)])
        spread = Spread(
            occasion="broadcast:1", broadcast_id=1, audience=Everybody(), wish=Wish(topic="alerts"), lane=Lane.EMERGENCY
        )
        async with db.write() as tx:
            number = await begin(tx, spread, {"pl": [Message(text="Woda wzbiera")]}, datetime.now(UTC))
        for _ in range(KILLS):
            await killed(url, telegram, rng)
        if stopped:
            async with db.write() as tx:
                await halting.halt(tx, [number], "stopped")
        await finished(db, url, telegram, number)
        async with db.read() as tx:
            rows = await tx.all(sa.select(outbox.c.resident_id, outbox.c.address, outbox.c.state, outbox.c.doubts))
            counted, real = await tally(tx, [number]), await recount(tx, [number])
        assert sorted(row.resident_id for row in rows) == list(range(1, PEOPLE + 1))  # one row each, nobody twice
        assert {row.state for row in rows} <= {"sent", "stopped", "doubt"}
        assert counted.ended == real
        assert sum(real.values()) == counted.rows == counted.people == PEOPLE
        arrived = Counter(str(sent.chat_id) for sent in telegram.journal if sent.text)
        states = {row.address: row for row in rows}
        assert all(address in arrived for address, row in states.items() if row.state == "sent")
        assert sum(count - 1 for count in arrived.values()) <= IN_FLIGHT * KILLS
        assert all(states[address].doubts >= count - 1 for address, count in arrived.items() if address in states)
        if not stopped:
            assert set(arrived) == set(states)
