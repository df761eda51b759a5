"""A fleet of real processes, each with one role: people on both sides are busy while members are killed and paused."""

import asyncio
import random
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa

from storage.tables import outbox
from tests.crash.compare import compare
from tests.crash.crowd import Crowd
from tests.crash.town_hall import Child, TownHall, free_port, town_hall
from tests.databases import postgres_only

pytestmark = [pytest.mark.crash, pytest.mark.slow]
CREW = ("intake", "intake", "worker", "worker", "sender", "sender", "scheduler")


class Fleet:
    """Processes by role; what is killed is started again, as a supervisor would."""

    def __init__(self, hall: TownHall) -> None:
        self.hall = hall
        self.members: list[tuple[str, Child]] = []

    async def join(self, role: str) -> None:
        port = free_port()
        self.members.append((role, await self.hall.start("--role", role, LIAISON_HTTP_PORT=str(port))))
        self.hall.port = port

    async def ready(self) -> None:
        """The one that joined last is at work."""
        await self.hall.ready(self.members[-1][1], within=150)

    async def kill(self, role: str) -> None:
        """SIGKILL the longest serving member of this role; another one joins."""
        member = next(one for one in self.members if one[0] == role)
        self.members.remove(member)
        await self.hall.kill(member[1])
        await self.join(role)
        await self.ready()

    async def pause(self, role: str, seconds: float) -> None:
        """The longest serving member of this role stands still for so long, then goes on where it was."""
        child = next(child for one, child in self.members if one == role)
        await self.hall.count_in_flight()
        child.process.send_signal(signal.SIGSTOP)
        await asyncio.sleep(seconds)
        child.process.send_signal(signal.SIGCONT)

    async def dismiss(self, *roles: str) -> list[int]:
        """Ask the members of these roles (of none: everybody) to end; returns how they did."""
        leaving = [one for one in self.members if not roles or one[0] in roles]
        self.members = [one for one in self.members if one not in leaving]
        for _, child in leaving:
            if child.process.returncode is None:
                child.process.terminate()
        try:
            return [await asyncio.wait_for(child.process.wait(), 20) for _, child in leaving]
        finally:
            for _, child in leaving:
                await child.kill()


@asynccontextmanager
async def fleet(folder: Path, url: str) -> AsyncIterator[Fleet]:
    async with town_hall(folder, url) as hall:
        ours = Fleet(hall)
        try:
            yield ours
        finally:
            await ours.dismiss()


@postgres_only
async def test_a_fleet_by_roles_loses_nothing_while_members_die_and_sleep(tmp_path: Path, database_url: str) -> None:
    async with fleet(tmp_path, database_url) as ours:
        hall = ours.hall
        crowd = Crowd(hall=hall, rng=random.Random(5))
        crowd.gather(6)
        for role in CREW:
            await ours.join(role)
        await ours.ready()
        busy = asyncio.gather(crowd.write(every=1.5, most=10_000), crowd.work(every=1.5))
        await asyncio.sleep(4)
        await ours.pause("sender", seconds=5)
        for role in ("worker", "intake", "sender", "scheduler"):
            await ours.kill(role)
        await ours.pause("worker", seconds=5)
        await asyncio.sleep(3)
        busy.cancel()
        await asyncio.gather(busy, return_exceptions=True)
        await hall.settled(150)
        while crowd.answer():
            await hall.settled(150)
        assert await ours.dismiss("scheduler") == [0]  # it may have something to say at any moment
        await hall.settled(150)
        unsent = sa.select(outbox).where(outbox.c.state.not_in(("sent", "superseded")))
        assert await hall.rows(unsent) == []
        print("\n" + await compare(hall, crowd))
        assert await ours.dismiss() == [0] * (len(CREW) - 1)


async def test_a_single_role_on_sqlite_is_refused_in_one_sentence(tmp_path: Path) -> None:
    async with town_hall(tmp_path, f"sqlite:///{tmp_path}/town.db") as hall:
        child = await hall.start("--role", "sender")
        assert await child.died() == 2
        said = child.log.read_text()
    assert "SQLite serves one process" in said
    assert "Traceback" not in said
