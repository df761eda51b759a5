"""Several inbox workers on one PostgreSQL: each row once, each conversation in order, and a dead worker's go on."""

import asyncio
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from storage import inbox
from storage.engine import Database
from storage.inbox import Arrival
from tests.databases import postgres_only
from tests.unit.test_inbox_worker import Desk
from tests.waiting import until

pytestmark = postgres_only
ROWS = 12
CONVERSATIONS = 8


def member_on(db: Database) -> Desk:
    """A worker in real time."""
    desk = Desk(db)
    desk.worker._now = lambda: datetime.now(UTC)
    return desk


async def know_each_other(one: Desk, other: Desk) -> None:
    """Wait until they have shared the conversations between them."""
    mine, theirs = one.worker._crew, other.worker._crew
    await until(lambda: mine.shards and theirs.shards and not {*mine.shards} & {*theirs.shards})


async def put(db: Database) -> None:
    """Rows of several conversations, and a table that tells in which order they were marked done."""
    now = datetime.now(UTC)
    async with db.write() as tx:
        await tx.execute(sa.text("CREATE TABLE handled (id BIGSERIAL, conversation TEXT, row_id BIGINT)"))
        await tx.execute(
            sa.text(
                "CREATE FUNCTION note() RETURNS trigger AS $$ BEGIN INSERT INTO handled (conversation, row_id)"
                " VALUES (NEW.conversation, NEW.id); RETURN NEW; END $$ LANGUAGE plpgsql"
            )
        )
        await tx.execute(
            sa.text(
                "CREATE TRIGGER note AFTER UPDATE ON inbox FOR EACH ROW WHEN (NEW.state = 'done')"
                " EXECUTE FUNCTION note()"
            )
        )
        arrivals = [
            Arrival(channel="telegram", dedupe=f"{row}:{one}", conversation=f"chat:{one}", payload="{}")
            for row in range(ROWS)
            for one in range(CONVERSATIONS)
        ]
        await inbox.store(tx, arrivals, now)


async def done(db: Database, count: int) -> None:
    async with asyncio.timeout(30):
        while True:
            async with db.read() as tx:
                if await tx.scalar(sa.text("SELECT count(*) FROM handled")) >= count:
                    return
            await asyncio.sleep(0.05)


async def in_order(db: Database) -> bool:
    """Whether every row was handled once, those of a conversation in the order in which they came."""
    async with db.read() as tx:
        rows = await tx.all(sa.text("SELECT conversation, row_id FROM handled ORDER BY id"))
    lines: dict[str, list[int]] = {}
    for conversation, number in rows:
        lines.setdefault(conversation, []).append(number)
    return len(rows) == ROWS * CONVERSATIONS and all(line == sorted(line) for line in lines.values())


async def test_two_workers_share_the_conversations_and_keep_each_in_order(db: Database, database_url: str) -> None:
    async with Database.open(database_url) as other:
        members = [member_on(db), member_on(other)]
        stop = asyncio.Event()
        work = [asyncio.create_task(member.worker.run(stop)) for member in members]
        await know_each_other(*members)
        await put(db)
        await done(db, ROWS * CONVERSATIONS)
        stop.set()
        await asyncio.gather(*work)
        assert await in_order(db)
        assert all(member.parsed for member in members)  # both had a part in it


async def test_two_who_are_of_different_opinions_still_keep_the_order(
    db: Database, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with Database.open(database_url) as other:
        members = [member_on(db), member_on(other)]
        for member in members:  # as in the moment when one joins: both believe that everything is theirs

            async def alone() -> None:
                await asyncio.Event().wait()

            monkeypatch.setattr(member.worker._crew, "belong", alone)
            member.worker._crew.shards = range(64)
        await put(db)
        stop = asyncio.Event()
        work = [asyncio.create_task(member.worker.run(stop)) for member in members]
        await done(db, ROWS * CONVERSATIONS)
        stop.set()
        await asyncio.gather(*work)
        assert await in_order(db)


async def test_what_falls_to_a_worker_that_leaves_is_handled_by_the_other(db: Database, database_url: str) -> None:
    async with Database.open(database_url) as other:
        gone, left = member_on(other), member_on(db)
        early, stop = asyncio.Event(), asyncio.Event()
        leaving = asyncio.create_task(gone.worker.run(early))
        staying = asyncio.create_task(left.worker.run(stop))
        await know_each_other(gone, left)
        early.set()
        await leaving
        await put(db)
        await done(db, ROWS * CONVERSATIONS)
        stop.set()
        await staying
        assert await in_order(db)
