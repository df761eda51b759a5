"""A background task that dies is started again; one that keeps dying ends the process, and the others end in order."""

import asyncio
import sqlite3

import pytest

from bot import supervise as supervising
from bot.supervise import MOST_RESTARTS, NoCure, TaskGivenUp, supervise


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervising, "PAUSE_SECONDS", 0.001)


async def test_a_task_that_dies_now_and_then_is_started_again() -> None:
    lives, stop = [], asyncio.Event()

    async def weak(stop: asyncio.Event) -> None:
        lives.append(1)
        if len(lives) <= MOST_RESTARTS:
            raise ValueError("for a moment")
        stop.set()

    await asyncio.wait_for(supervise({"weak": weak}, stop), 5)
    assert len(lives) == MOST_RESTARTS + 1


async def test_trouble_of_the_database_is_waited_for_however_long_it_lasts() -> None:
    lives, stop = [], asyncio.Event()

    async def interrupted(stop: asyncio.Event) -> None:
        lives.append(1)
        if len(lives) > 10 * MOST_RESTARTS:
            stop.set()
            return
        raise sqlite3.OperationalError("database or disk is full")

    await asyncio.wait_for(supervise({"interrupted": interrupted}, stop), 5)


async def test_a_task_that_ends_too_early_is_started_again() -> None:
    lives, stop = [], asyncio.Event()

    async def lazy(stop: asyncio.Event) -> None:
        lives.append(1)
        if len(lives) == 3:
            stop.set()

    await asyncio.wait_for(supervise({"lazy": lazy}, stop), 5)
    assert len(lives) == 3


async def test_a_task_that_keeps_dying_ends_everything_in_order() -> None:
    finished, stop = [], asyncio.Event()

    async def dying(stop: asyncio.Event) -> None:
        raise ValueError("always")

    async def steady(stop: asyncio.Event) -> None:
        await stop.wait()
        await asyncio.sleep(0.01)
        finished.append(1)

    with pytest.raises(TaskGivenUp, match="'dying' died 4 times"):
        await asyncio.wait_for(supervise({"dying": dying, "steady": steady}, stop), 5)
    assert finished == [1]


async def test_what_no_restart_cures_ends_at_once_with_its_own_words() -> None:
    lives, stop = [], asyncio.Event()

    async def misconfigured(_stop: asyncio.Event) -> None:
        lives.append(1)
        raise NoCure("Create the channel.")

    with pytest.raises(NoCure, match="Create the channel"):
        await asyncio.wait_for(supervise({"misconfigured": misconfigured}, stop), 5)
    assert lives == [1]
