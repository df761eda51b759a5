"""Steps that come by the hundred: one hop to a thread on SQLite, and the same promises as any other transaction."""

import asyncio

import pytest
import sqlalchemy as sa

from storage.engine import Database, Tx
from storage.tables import anchors
from tests.databases import sqlite_only


def row(name: str) -> sa.Insert:
    return anchors.insert().values(name=name, channel="slack", address="C1", platform_id="1")


async def names(db: Database) -> list[str]:
    async with db.read() as tx:
        return [one.name for one in await tx.all(sa.select(anchors).order_by(anchors.c.name))]


async def test_what_it_returns_is_committed_and_its_bells_ring(db: Database) -> None:
    async def deed(tx: Tx) -> int:
        await tx.execute(row("a"))
        tx.wake("post")
        return await tx.scalar(sa.select(sa.func.count()).select_from(anchors))  # type: ignore[no-any-return]

    assert await db.take_step(deed) == 1
    assert await names(db) == ["a"]
    assert await db.wake.wait("post", 1)


async def test_a_step_that_fails_changes_nothing_and_the_next_one_goes_on(db: Database) -> None:
    async def failing(tx: Tx) -> None:
        await tx.execute(row("a"))
        raise LookupError("no such spread")

    with pytest.raises(LookupError):
        await db.take_step(failing)
    assert await names(db) == []
    await db.take_step(lambda tx: tx.execute(row("b")))
    assert await names(db) == ["b"]


async def test_steps_and_other_transactions_take_turns(db: Database) -> None:
    async def other(number: int) -> None:
        async with db.write() as tx:
            await tx.execute(row(f"other-{number}"))

    async def step(number: int) -> None:
        await db.take_step(lambda tx: tx.execute(row(f"step-{number}")))

    await asyncio.gather(*(deed(number) for number in range(10) for deed in (other, step)))
    assert len(await names(db)) == 20


async def test_a_step_whose_asker_gives_up_is_finished_whole(db: Database) -> None:
    task = asyncio.create_task(db.take_step(lambda tx: tx.execute(row("a"))))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await db.take_step(lambda tx: tx.execute(row("b")))
    assert await names(db) == ["a", "b"]


@sqlite_only
async def test_a_step_that_waits_for_something_else_is_refused_and_undone(db: Database) -> None:
    async def dawdling(tx: Tx) -> None:
        await tx.execute(row("a"))
        await asyncio.sleep(0)

    with pytest.raises(RuntimeError, match="waited for something else"):
        await db.take_step(dawdling)
    assert await names(db) == []
