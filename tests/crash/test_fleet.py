"""Several senders on one PostgreSQL: killed, paused and awake again, with the platform's limit kept all the while."""

import asyncio
import signal
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
from storage import ledger_postgres_sql as sql
from storage.engine import Database
from storage.fleet import Membership
from storage.ledger_postgres import IDLE_SECONDS, OWN
from storage.postgres import connect
from storage.tables import outbox
from storage.tables_fleet import members
from tests.databases import fresh_url, postgres_only
from tests.waiting import until

pytestmark = [pytest.mark.crash, pytest.mark.slow, postgres_only]
ROOT = Path(__file__).parents[2]
RATE = 120
IN_FLIGHT = 16


class Fleet:
    """A database, a platform that takes 30 ms for an answer, and senders by number."""

    def __init__(self, db: Database, url: str, telegram: TelegramServer) -> None:
        self.db, self.url, self.telegram = db, url, telegram
        self.senders: list[asyncio.subprocess.Process] = []
        self.queued = 0

    async def put(self, count: int) -> None:
        """Queue messages, a fifth of them in twenty busy chats that must keep their order."""
        drafts = []
        for number in range(self.queued, self.queued + count):
            busy = number % 5 == 0
            drafts.append(
                Draft(
                    channel="telegram",
                    address=str(1 + number // 5 % 20 if busy else 1000 + number),
                    lane=Lane.REPLY if busy else Lane.BULK,
                    content=Message(text=f"message {number}"),
                )
            )
        async with self.db.write() as tx:
            await enqueue(tx, drafts, datetime.now(UTC), {})
        self.queued += count

    async def start(self, count: int) -> None:
        """So many more senders, each at work when this returns."""
        words = (self.url, self.telegram.address, self.telegram.token, str(RATE), str(IN_FLIGHT), "resend")
        for _ in range(count):
            command = (sys.executable, "-m", "tests.crash.engine_child", *words)
            self.senders.append(await asyncio.create_subprocess_exec(*command, cwd=ROOT))
        await self.members(len(self.senders))

    async def members(self, count: int, seconds: float = 20) -> None:
        """Wait until so many senders are on the list."""
        async with asyncio.timeout(seconds):
            while await self.scalar(sa.select(sa.func.count()).select_from(members)) != count:
                await asyncio.sleep(0.05)

    async def scalar(self, query: sa.Executable) -> int:
        async with self.db.read() as tx:
            return int(await tx.scalar(query))

    async def sent(self, count: int, seconds: float = 60) -> None:
        """Wait until so many rows are sent."""
        done = sa.select(sa.func.count()).select_from(outbox).where(outbox.c.state == "sent")
        async with asyncio.timeout(seconds):
            while await self.scalar(done) < count:
                assert all(one.returncode in (None, -9) for one in self.senders)
                await asyncio.sleep(0.05)

    async def shares(self, *wanted: int) -> None:
        """Wait until the limit is dealt out like this; never is more of it dealt out than there is."""
        async with asyncio.timeout(20):
            while True:
                async with self.db.read() as tx:
                    found = sorted(row[0] for row in await tx.all(sa.text("SELECT share FROM budgets")))
                assert sum(found) <= RATE
                if found == sorted(wanted):
                    return
                await asyncio.sleep(0.05)

    async def close(self) -> None:
        for one in self.senders:
            if one.returncode is None:
                one.send_signal(signal.SIGCONT)
                one.terminate()
        for one in self.senders:
            try:
                await asyncio.wait_for(one.wait(), 15)
            except TimeoutError:
                one.kill()
                await one.wait()

    # What must hold at the end

    def repeats(self) -> int:
        arrived = Counter(sent.text for sent in self.telegram.journal)
        assert set(arrived) == {f"message {number}" for number in range(self.queued)}  # nothing lost, nothing else
        return sum(arrived.values()) - len(arrived)

    def fullest_window(self) -> int:
        """The most messages that arrived within any second."""
        times = [sent.at for sent in self.telegram.journal]
        most, first = 0, 0
        for last, at in enumerate(times):
            while times[first] <= at - 1:
                first += 1
            most = max(most, last - first + 1)
        return most

    def in_order(self) -> bool:
        """Whether each busy chat got its messages in the order in which they were written, repeats aside."""
        chats: dict[int, list[int]] = {}
        for sent in self.telegram.journal:
            assert sent.text is not None
            number = int(sent.text.split()[1])
            line = chats.setdefault(sent.chat_id, [])
            if number not in line:
                line.append(number)
        return all(line == sorted(line) for line in chats.values())


@asynccontextmanager
async def fleet(tmp_path: Path) -> AsyncIterator[Fleet]:
    async with (
        running(Options(auto_chats=True, message_limit=0)) as telegram,
        fresh_url(tmp_path) as url,
        Database.open(url) as db,
    ):
        telegram.faults.add(Fault(kind="delay", seconds=0.03))
        ours = Fleet(db, url, telegram)
        try:
            yield ours
        finally:
            await ours.close()


async def test_members_come_and_go_and_the_limit_holds_for_all_of_them_together(tmp_path: Path) -> None:
    async with fleet(tmp_path) as ours:
        await ours.put(1200)
        await ours.start(1)
        await ours.sent(100)
        await ours.start(2)
        await ours.shares(40, 40, 40)
        await ours.sent(500)
        ours.senders[0].terminate()  # a rolling upgrade: one leaves kindly, the others take over
        assert await asyncio.wait_for(ours.senders[0].wait(), 15) == 0
        del ours.senders[0]
        await ours.sent(1200)
        assert ours.repeats() == 0
        assert ours.fullest_window() <= RATE
        assert ours.in_order()


async def test_a_killed_member_is_followed_by_the_others_within_five_seconds(tmp_path: Path) -> None:
    async with fleet(tmp_path) as ours:
        await ours.put(1000)
        await ours.start(3)
        await ours.sent(150)
        ours.senders[1].kill()
        await ours.senders[1].wait()
        await ours.members(2)
        await ours.sent(1000)
        assert ours.repeats() <= IN_FLIGHT
        assert ours.fullest_window() <= RATE
        assert ours.in_order()


async def test_a_member_that_was_paused_does_no_harm_when_it_wakes_up(tmp_path: Path) -> None:
    async with fleet(tmp_path) as ours:
        await ours.put(1500)
        await ours.start(2)
        await ours.sent(150)
        paused = ours.senders[0]
        paused.send_signal(signal.SIGSTOP)
        stopped = asyncio.get_running_loop().time()
        await ours.members(1)  # its lease has run out: the other one has its rows and its share
        before = len(ours.telegram.journal)
        await until(lambda: len(ours.telegram.journal) > before)
        await asyncio.sleep(max(0.0, stopped + 4 - asyncio.get_running_loop().time()))
        paused.send_signal(signal.SIGCONT)
        await ours.members(2)
        await ours.sent(1500)
        assert ours.repeats() <= IN_FLIGHT
        assert ours.fullest_window() <= RATE
        assert ours.in_order()
        stuck = sa.select(sa.func.count()).select_from(outbox).where(outbox.c.state == "sending")
        assert await ours.scalar(stuck) == 0


async def test_a_member_that_is_paused_in_the_middle_of_a_commit_is_followed_in_time(tmp_path: Path) -> None:
    """It holds a lock on its own place; the server lets go of it for the others."""
    async with fleet(tmp_path) as ours:
        await ours.put(1)
        await ours.start(1)
        connection = await connect(ours.url, idle_seconds=IDLE_SECONDS)
        member = Membership(connection, "paused", "sender", {"telegram": RATE})
        await member.join()
        await connection.execute("BEGIN")
        await connection.fetchval(sql.STANDING, "paused", OWN)
        await ours.members(1, seconds=6)
        await ours.sent(1)
        connection.terminate()
