"""kill -9 at random moments under load, then compare what arrived with what was due."""

import asyncio
import random
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from delivery.enqueue import enqueue
from domain.content import Message
from domain.delivery import Draft, Lane
from sandbox.telegram.faults import Fault
from sandbox.telegram.options import Options
from sandbox.telegram.server import TelegramServer, running
from storage.engine import Database
from storage.tables import outbox
from tests.databases import fresh_url

pytestmark = [pytest.mark.crash, pytest.mark.slow]
ROOT = Path(__file__).parents[2]
W = 16
RATE = 150


class Bench:
    """A database, an emulator that takes 30 ms for an answer, and a sending process that can be killed."""

    def __init__(self, db: Database, url: str, telegram: TelegramServer, policy: str) -> None:
        self.db, self.url, self.telegram, self.policy = db, url, telegram, policy
        self.rng = random.Random(7)
        self.queued = 0

    async def put(self, count: int) -> None:
        """Queue messages of all kinds, each with a text of its own; a third of them in thirty busy chats."""
        drafts = []
        for number in range(self.queued, self.queued + count):
            lane = self.rng.choice(list(Lane))
            chat = self.rng.randrange(1, 30) if lane in (Lane.REPLY, Lane.DESK) else 1000 + number
            text = Message(text=f"message {number}")
            drafts.append(Draft(channel="telegram", address=str(chat), lane=lane, content=text))
        async with self.db.write() as tx:
            await enqueue(tx, drafts, datetime.now(UTC), {})
        self.queued += count

    async def spawn(self) -> asyncio.subprocess.Process:
        words = (self.url, self.telegram.address, self.telegram.token, str(RATE), str(W), self.policy)
        return await asyncio.create_subprocess_exec(sys.executable, "-m", "tests.crash.engine_child", *words, cwd=ROOT)

    async def killed_while_sending(self) -> None:
        """Start the sender and kill it at some moment after its first message went out."""
        before = len(self.telegram.journal)
        child = await self.spawn()
        try:
            async with asyncio.timeout(30):
                while len(self.telegram.journal) == before:
                    assert child.returncode is None
                    await asyncio.sleep(0.005)
            await asyncio.sleep(self.rng.uniform(0, 0.6))
        finally:
            child.kill()
            await child.wait()

    async def finish(self) -> None:
        """Let one sender end what is left, and stop it kindly."""
        child = await self.spawn()
        try:
            async with asyncio.timeout(120):
                while await self.count("queued", "sending"):
                    assert child.returncode is None
                    await asyncio.sleep(0.1)
            child.terminate()
            async with asyncio.timeout(10):
                assert await child.wait() == 0
        finally:
            if child.returncode is None:
                child.kill()
                await child.wait()

    async def count(self, *states: str) -> int:
        async with self.db.read() as tx:
            return int(
                await tx.scalar(sa.select(sa.func.count()).select_from(outbox).where(outbox.c.state.in_(states)))
            )

    async def by_text(self) -> dict[str, sa.Row[tuple[object, ...]]]:
        async with self.db.read() as tx:
            rows = await tx.all(sa.select(outbox).order_by(outbox.c.id))
        return {f"message {number}": row for number, row in enumerate(rows)}

    def arrived(self) -> Counter[str]:
        return Counter(sent.text for sent in self.telegram.journal if sent.text is not None)


@asynccontextmanager
async def bench(tmp_path: Path, policy: str) -> AsyncIterator[Bench]:
    async with (
        running(Options(auto_chats=True, message_limit=0)) as telegram,
        fresh_url(tmp_path) as url,
        Database.open(url) as db,
    ):
        telegram.faults.add(Fault(kind="delay", seconds=0.03))
        yield Bench(db, url, telegram, policy)


async def test_kills_lose_nothing_and_repeat_at_most_what_was_in_flight(tmp_path: Path) -> None:
    kills = 20
    async with bench(tmp_path, "resend") as at:
        await at.put(800)
        for _ in range(kills):
            await at.killed_while_sending()
            assert await at.count("sending") <= W
            await at.put(40)
        await at.finish()
        arrived, rows = at.arrived(), await at.by_text()
        assert len(rows) == at.queued
        assert set(arrived) == set(rows)  # nothing lost, nothing that was not due
        assert {row.state for row in rows.values()} == {"sent"}
        repeats = {text: count - 1 for text, count in arrived.items() if count > 1}
        assert sum(repeats.values()) <= W * kills
        assert all(rows[text].doubts >= again for text, again in repeats.items())  # each of them is named
        firsts = list(dict.fromkeys(sent.text for sent in at.telegram.journal if sent.text))
        for chat in {row.address for row in rows.values()}:
            for lane in (Lane.REPLY, Lane.DESK):
                there = [rows[text].id for text in firsts if (rows[text].address, rows[text].lane) == (chat, lane)]
                assert there == sorted(there)


async def test_with_hold_nothing_is_repeated_and_every_doubt_is_listed(tmp_path: Path) -> None:
    kills = 5
    async with bench(tmp_path, "hold") as at:
        await at.put(400)
        for _ in range(kills):
            await at.killed_while_sending()
        await at.finish()
        arrived, rows = at.arrived(), await at.by_text()
        assert max(arrived.values()) == 1
        missing = {text for text in rows if text not in arrived}
        doubts = {text for text, row in rows.items() if row.state == "doubt"}
        assert missing <= doubts
        assert len(doubts) <= W * kills
        assert {row.state for row in rows.values()} <= {"sent", "doubt"}
