"""The start of `liaison run`: residents are heard before the rest is there, and a start that fails loses nothing."""

import asyncio
import threading
from datetime import UTC, datetime
from types import ModuleType

import pytest

from bot import start
from bot.configuration import ConfigurationError
from bot.loading import load
from bot.polling import Polling
from channels.telegram.poller import PollState
from sandbox.page.town import Town
from storage.engine import Database
from storage.tables import inbox
from tests.contract.test_bot_app import COMMUNITY, connected, liaison, town
from tests.waiting import until

__all__ = ["town"]


async def kept(database_url: str) -> list[str]:
    """The payloads that are on disk, oldest first."""
    async with Database.open(database_url) as db, db.read() as tx:
        return [row.payload for row in await tx.all(inbox.select().order_by(inbox.c.id))]


async def test_what_is_written_while_the_rest_is_loaded_is_on_disk_and_then_answered(
    town: Town, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_load = threading.Event()

    def slowly(module: str) -> ModuleType:
        assert may_load.wait(30)
        return load(module)

    monkeypatch.setattr(start, "load", slowly)
    robin = next(p for p in town.people.values() if p.language.code == "en").resident
    stop = asyncio.Event()
    work = asyncio.create_task(start.run(COMMUNITY, connected(town, database_url), stop, tuple))
    try:
        await until(lambda: town.telegram.bot.polling.open is not None or work.done())
        robin.write("Fire in the cellar of 5 Sample Street!")
        await until(lambda: not town.telegram.bot.updates or work.done())
        assert len(await kept(database_url)) == 1
        assert town.slack.journal.posts == []
    finally:
        may_load.set()
    await robin.expect("marked it as urgent", within=20)
    stop.set()
    await work


async def test_plans_that_cannot_be_read_end_the_start_and_the_next_one_answers_what_came(
    town: Town, database_url: str
) -> None:
    robin = next(p for p in town.people.values() if p.language.code == "en").resident
    robin.write("Fire in the cellar of 5 Sample Street!")

    def unreadable() -> tuple[()]:
        raise ConfigurationError(["flood.toml: line 3: no such key."])

    with pytest.raises(ConfigurationError, match=r"flood\.toml"):
        await asyncio.wait_for(start.run(COMMUNITY, connected(town, database_url), asyncio.Event(), unreadable), 30)
    assert {task.get_name() for task in asyncio.all_tasks()} & {"telegram", "handle", "engine"} == set()
    async with liaison(town, database_url, webhook=False):
        await robin.expect("marked it as urgent", within=20)


async def test_trouble_from_before_anybody_could_be_told_is_told_then(town: Town, db: Database) -> None:
    connection = connected(town, "sqlite:///unused.db").telegram
    polling = Polling(db, lambda: datetime.now(UTC), connection)
    told: list[PollState] = []

    async def whom(state: PollState) -> None:
        told.append(state)

    town.telegram.bot.revoked = True
    stop = asyncio.Event()
    work = asyncio.create_task(polling.poll(stop))
    await until(lambda: polling.state is PollState.REVOKED)
    assert told == []
    await polling.tell(whom)
    assert told == [PollState.REVOKED]
    stop.set()
    await work
