"""The engine end to end on a real database with a scripted sender: what arrived, and what the rows say."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import orjson
import pytest
import sqlalchemy as sa

from delivery.backoff import Backoff
from delivery.doubt import HOLD_ALL
from delivery.engine import Engine
from delivery.enqueue import enqueue
from delivery.health import Alarm
from delivery.limits import ChatLimit
from delivery.settings import ChannelSettings, EngineSettings
from domain.content import Message
from domain.delivery import Capabilities, Delivery, Draft, Lane, Operation, Receipt
from domain.errors import Blocked, InDoubt, Moved, NotSent, PlatformDown, RateLimited, Refused, Revoked
from storage.engine import Database
from storage.migrate import migrate
from storage.tables import anchors, inbox, outbox, residents, waits

CAN = Capabilities(
    channel="telegram", text_limit=4096, utf16=True, edits=True, deletes=True, private_notes=False, forms=False,
    file_limit=50_000_000, buttons_in_row=8,
)  # fmt: skip
FAST = ChannelSettings(rate=500, chat=ChatLimit(per_second=1000, burst=10))
QUICK = Backoff(first=0.02, most=0.05, least=0.01)


def settings(**changes: Any) -> EngineSettings:
    values: dict[str, Any] = {
        "channels": {"telegram": FAST, "slack": FAST}, "backoff": QUICK, "outage": QUICK, "poll": 0.2,
    }  # fmt: skip
    return EngineSettings(**{**values, **changes})


class Script:
    """A platform: answers by the script of each address, then says yes. Remembers what arrived, with its time."""

    def __init__(self, channel: str = "telegram", answer: float = 0.0) -> None:
        self.capabilities = CAN
        self.channel = channel
        self.answer = answer
        self.scripts: dict[str, list[Exception]] = {}
        self.seen: list[tuple[float, Delivery]] = []
        self.open = 0
        self.most_open = 0
        self.everything: Callable[[Delivery], Exception | None] = lambda delivery: None

    async def send(self, delivery: Delivery) -> Receipt:
        self.seen.append((asyncio.get_running_loop().time(), delivery))
        self.open += 1
        self.most_open = max(self.most_open, self.open)
        try:
            if self.answer:
                await asyncio.sleep(self.answer)
            error = self.everything(delivery)
            if error is None and self.scripts.get(delivery.address):
                error = self.scripts[delivery.address].pop(0)
            if error is not None:
                raise error
        finally:
            self.open -= 1
        return Receipt(platform_id=f"m{len(self.seen)}")

    def texts(self, address: str | None = None) -> list[str]:
        return [
            delivery.content.text
            for _, delivery in self.seen
            if isinstance(delivery.content, Message) and address in (None, delivery.address)
        ]


class House:
    def __init__(self, db: Database, script: Script) -> None:
        self.db, self.script = db, script
        self.alarms: list[Alarm] = []

    async def put(self, *drafts: Draft) -> list[int]:
        async with self.db.write() as tx:
            return await enqueue(tx, drafts, datetime.now(UTC), {"telegram": CAN})

    async def rows(self) -> list[Any]:
        async with self.db.read() as tx:
            return list(await tx.all(sa.select(outbox).order_by(outbox.c.id)))

    async def states(self) -> list[str]:
        return [row.state for row in await self.rows()]

    async def until(self, *states: str, seconds: float = 5) -> list[Any]:
        """Wait until the rows stand like this, in order of their ids; a single state stands for all."""
        async with asyncio.timeout(seconds):
            while True:
                rows = await self.rows()
                found = [row.state for row in rows]
                if found == list(states) or (len(states) == 1 and set(found) == set(states)):
                    return rows
                await asyncio.sleep(0.01)

    @asynccontextmanager
    async def engine(
        self, chosen: EngineSettings | None = None, senders: Mapping[str, Script] | None = None
    ) -> AsyncIterator[Engine]:
        engine = Engine(self.db, senders or {"telegram": self.script}, chosen or settings(), alarms=self.alarms.append)
        async with engine.running():
            yield engine


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with Database.open(f"sqlite:///{tmp_path}/house.db") as db:
        await migrate(db)
        yield House(db, Script())


def say(text: str, address: str = "7", **values: Any) -> Draft:
    return Draft(
        **{"channel": "telegram", "address": address, "lane": Lane.AUTOMATIC, "content": Message(text=text), **values}
    )


async def test_what_is_queued_arrives_and_is_recorded(house: House) -> None:
    async with house.engine():
        await house.put(say("one"), say("two", "8"))
        rows = await house.until("sent")
    assert sorted(house.script.texts()) == ["one", "two"]
    assert {row.platform_id for row in rows} == {"m1", "m2"}
    assert all(row.attempts == 1 and row.ended_at is not None and row.doubts == 0 for row in rows)
