"""What one alone does: one at a time, taken up by another when its holder is gone, never by two who are sure of it."""

import asyncio

from storage.duty import Duty
from storage.engine import Database
from tests.databases import postgres_only, sqlite_only
from tests.waiting import until


@sqlite_only
async def test_on_sqlite_every_duty_is_ours(db: Database) -> None:
    stop, worked = asyncio.Event(), asyncio.Event()

    async def work(over: asyncio.Event) -> None:
        worked.set()
        await over.wait()

    duty = Duty(db, "clock")
    assert duty.sure
    task = asyncio.create_task(duty.run(stop, work))
    await asyncio.wait_for(worked.wait(), 2)
    stop.set()
    await asyncio.wait_for(task, 2)


@postgres_only
async def test_one_works_and_the_next_takes_over_when_it_stops(db: Database) -> None:
    log: list[str] = []
    stops = [asyncio.Event() for _ in range(3)]

    async def member(number: int) -> None:
        async def work(over: asyncio.Event) -> None:
            log.append(f"{number} begins")
            await over.wait()
            log.append(f"{number} ends")

        await Duty(db, "telegram").run(stops[number], work)

    tasks = [asyncio.create_task(member(number)) for number in range(3)]
    for begun in (1, 3, 5):
        await until(lambda begun=begun: len(log) >= begun)  # type: ignore[misc]
        await asyncio.sleep(1)
        assert len(log) == begun  # exactly one is at it
        stops[int(log[-1].split()[0])].set()
    await asyncio.gather(*tasks)
    assert len(log) == 6
    assert all(log[at].split()[0] == log[at + 1].split()[0] for at in (0, 2, 4))


@postgres_only
async def test_whoever_is_cut_off_ends_its_work_before_another_begins(db: Database) -> None:
    first, second = Duty(db, "clock"), Duty(db, "clock")
    stop, ended, began = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def work(over: asyncio.Event) -> None:
        await over.wait()
        assert not first.sure
        ended.set()

    async def follow(over: asyncio.Event) -> None:
        assert not first.sure
        began.set()
        await over.wait()

    one = asyncio.create_task(first.run(stop, work))
    await until(lambda: first.sure)
    other = asyncio.create_task(second.run(stop, follow))
    first._db = Database("postgresql://nobody@127.0.0.1:9/nowhere")  # the network is gone
    await asyncio.wait_for(began.wait(), 20)
    assert ended.is_set()
    stop.set()
    await asyncio.gather(one, other)
