"""A platform that blocks, breaks and cuts the line: every delivery ends, and only cut answers are repeated."""

import asyncio
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from channels.telegram.bot import make_bot
from channels.telegram.outbound import TelegramSender
from channels.telegram.transport import AiohttpRequest
from delivery.backoff import Backoff
from delivery.engine import Engine
from delivery.enqueue import enqueue
from delivery.limits import ChatLimit
from delivery.settings import ChannelSettings, EngineSettings
from domain.content import Message
from domain.delivery import Draft, Lane
from sandbox.telegram.faults import Fault
from sandbox.telegram.options import Options
from sandbox.telegram.server import running
from storage.engine import Database
from storage.tables import outbox
from tests.databases import fresh_database

pytestmark = pytest.mark.slow
SETTINGS = EngineSettings(
    channels={"telegram": ChannelSettings(rate=400, chat=ChatLimit(per_second=1000, burst=100), in_flight=32)},
    backoff=Backoff(first=0.1, most=1, least=0.05),
)


async def test_every_delivery_ends_and_only_what_was_cut_is_repeated(tmp_path: Path) -> None:
    count = 1500
    request = AiohttpRequest(connections=64)
    async with running(Options(auto_chats=True, message_limit=0, seed=3)) as telegram:
        telegram.faults.add(Fault(kind="blocked", probability=0.1))
        telegram.faults.add(Fault(kind="server_error", probability=0.01))
        cut = Fault(kind="drop_after", probability=0.005)
        telegram.faults.add(cut)
        await request.initialize()
        sender = TelegramSender(make_bot(telegram.token, request, api_url=telegram.address), request)
        async with fresh_database(tmp_path) as db:
            drafts = [
                Draft(channel="telegram", address=str(at + 1), lane=Lane.BULK, content=Message(text=f"message {at}"))
                for at in range(count)
            ]
            async with db.write() as tx:
                await enqueue(tx, drafts, datetime.now(UTC), {})
            async with Engine(db, {"telegram": sender}, SETTINGS).running():
                states = await _all_final(db)
        await request.shutdown()
        arrived = Counter(sent.text for sent in telegram.journal)
        assert states.keys() <= {"sent", "blocked", "doubt"}
        assert states["blocked"] == pytest.approx(count * 0.1, rel=0.4)
        repeats = sum(arrived.values()) - len(arrived)
        assert cut.struck > 0
        assert repeats <= cut.struck
        assert len(arrived) >= states["sent"]


async def _all_final(db: Database) -> Counter[str]:
    async with asyncio.timeout(60):
        while True:
            await asyncio.sleep(0.2)
            async with db.read() as tx:
                rows = await tx.all(sa.select(outbox.c.state, sa.func.count()).group_by(outbox.c.state))
            states = Counter({row[0]: row[1] for row in rows})
            if not states["queued"] and not states["sending"]:
                return states
