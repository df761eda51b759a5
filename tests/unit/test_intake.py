"""The way in: what arrives together shares a commit, in order; nobody is told "received" before the disk has it."""

import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest
import sqlalchemy as sa

from bot.intake import MOST_TOGETHER, Intake
from channels.raw import RawUpdate
from storage import inbox
from storage.engine import Database, Unavailable
from storage.tables import inbox as table


def update(number: int, payload: str = "{}") -> RawUpdate:
    return RawUpdate(channel="telegram", dedupe=f"{number:05}", conversation="one", payload=payload)


async def stored(db: Database) -> list[str]:
    async with db.read() as tx:
        return [row.dedupe for row in await tx.all(sa.select(table.c.dedupe).order_by(table.c.id))]


@pytest.fixture
def commits(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many updates each commit held."""
    sizes: list[int] = []
    real = inbox.store

    async def counted(tx: Any, arrivals: Any, now: datetime) -> int:
        sizes.append(len(arrivals))
        return await real(tx, arrivals, now)

    monkeypatch.setattr(inbox, "store", counted)
    return sizes


@pytest.fixture
def intake(db: Database) -> Intake:
    return Intake(db, lambda: datetime(2026, 3, 2, tzinfo=UTC))


async def test_what_arrives_together_shares_commits_and_keeps_its_order(
    db: Database, intake: Intake, commits: list[int]
) -> None:
    await asyncio.gather(*(intake.store([update(number)]) for number in range(1200)))
    assert await stored(db) == [f"{number:05}" for number in range(1200)]
    assert len(commits) < 20
    assert max(commits) <= MOST_TOGETHER


async def test_whoever_was_told_finds_the_row_on_disk(db: Database, intake: Intake) -> None:
    async def bring(number: int) -> None:
        await intake.store([update(number)])
        assert f"{number:05}" in await stored(db)

    await asyncio.gather(*(bring(number) for number in range(50)))


async def test_one_that_cannot_be_stored_keeps_nobody_else_out(
    db: Database, intake: Intake, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = inbox.store

    async def picky(tx: Any, arrivals: Any, now: datetime) -> int:
        if any(one.payload == "poison" for one in arrivals):
            raise ValueError("not to be stored")
        return await real(tx, arrivals, now)

    monkeypatch.setattr(inbox, "store", picky)
    updates = [update(number, "poison" if number == 3 else "{}") for number in range(6)]
    results = await asyncio.gather(*(intake.store([one]) for one in updates), return_exceptions=True)
    assert [type(result) for result in results] == [type(None)] * 3 + [ValueError] + [type(None)] * 2
    assert await stored(db) == ["00000", "00001", "00002", "00004", "00005"]


async def test_while_the_database_fails_everybody_hears_it_and_comes_again(
    db: Database, intake: Intake, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> Any:
        raise Unavailable("INSERT", {}, Exception("database or disk is full"))

    with monkeypatch.context() as patch:
        patch.setattr(inbox, "store", full)
        results = await asyncio.gather(*(intake.store([update(n)]) for n in range(5)), return_exceptions=True)
        assert {type(result) for result in results} == {Unavailable}
    assert await stored(db) == []
    await asyncio.gather(*(intake.store([update(n)]) for n in range(5)))
    assert len(await stored(db)) == 5


async def test_a_platform_that_hangs_up_meanwhile_harms_nobody(db: Database, intake: Intake) -> None:
    gone = asyncio.create_task(intake.store([update(1)]))
    await asyncio.sleep(0)
    gone.cancel()
    await intake.store([update(2)])
    assert await stored(db) == ["00001", "00002"]
