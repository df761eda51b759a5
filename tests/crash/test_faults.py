"""Faults of the machine and of its operators, on the real `liaison run`. docs/faults.md says which row each covers."""

import asyncio
import json
import random
import resource
import sqlite3
import time
from pathlib import Path
from typing import Any

import pytest

from sandbox.telegram.faults import Fault
from storage.tables import inbox
from tests.crash.compare import compare, lines_of
from tests.crash.crowd import Crowd, Neighbour
from tests.crash.town_hall import TownHall, town_hall
from tests.databases import fresh_url, sqlite_only

pytestmark = [pytest.mark.crash, pytest.mark.slow]
EMERGENCY = "Fire in the cellar of 5 Sample Street!"


def crowd_of(hall: TownHall, count: int) -> Crowd:
    crowd = Crowd(hall=hall, rng=random.Random(8))
    crowd.gather(count)
    return crowd


def cry(crowd: Crowd) -> None:
    """Everybody writes something that is answered at once and needs no question."""
    for one in crowd.neighbours:
        cry_of(one)


def cry_of(one: Neighbour) -> None:
    message = one.resident.write(f"{EMERGENCY} ({one.resident.user.id}-{len(one.written)})")
    one.written[message.id] = message.text


async def all_answered(crowd: Crowd, within: float = 30) -> None:
    for one in crowd.neighbours:
        await one.resident.expect("marked it as urgent", within=within)


def file_of(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///"))


async def refused(hall: TownHall) -> str:
    """Start Liaison where it must not start; returns what it said, which is one line."""
    child = await hall.start()
    assert await child.died() == 2, child.log.read_text()
    lines = [line for line in child.log.read_text().splitlines() if not line.startswith("{")]
    assert len(lines) == 1, lines
    return lines[0]


async def told(hall: TownHall, words: str) -> None:
    """Wait until staff have been told so; once."""

    def posts() -> list[str]:
        return [post.text for post in hall.slack.journal.posts if words in post.text]

    await hall.slack.changes.until(posts, within=60)
    assert len(posts()) == 1


@sqlite_only
async def test_a_lock_that_another_process_holds_is_waited_for_and_shown(tmp_path: Path, database_url: str) -> None:
    async with town_hall(tmp_path, database_url) as hall, hall.running():
        crowd = crowd_of(hall, 2)
        other = sqlite3.connect(file_of(database_url), isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        cry(crowd)
        health = await in_health(hall, "waiting")
        assert [m for one in crowd.neighbours for m in one.resident.replies] == []
        assert not health["ok"]
        other.execute("ROLLBACK")
        other.close()
        await all_answered(crowd)
        await hall.settled()
        await in_health(hall, "ok")
        await compare(hall, crowd)


async def in_health(hall: TownHall, database: str) -> dict[str, Any]:
    """The health page as soon as it says so of the database."""
    async with asyncio.timeout(30):
        while (health := await hall.health())["database"] != database:
            await asyncio.sleep(0.2)
    return health


@sqlite_only
async def test_a_full_disk_confirms_nothing_and_recovers_alone(tmp_path: Path, database_url: str) -> None:
    async with town_hall(tmp_path, database_url) as hall, hall.running() as child:
        crowd = crowd_of(hall, 2)
        limit(child.process.pid, 0)
        cry(crowd)
        await in_health(hall, "failing")
        assert len(hall.telegram.bot.updates) == 2, "an update was confirmed that is nowhere on disk"
        limit(child.process.pid, resource.RLIM_INFINITY)
        await all_answered(crowd, within=60)
        await told(hall, "nothing could be written to the database")
        await hall.settled()
        await compare(hall, crowd)


def limit(process: int, size: int) -> None:
    """Files of the process may not grow beyond that: what a full disk is to it."""
    hard = resource.prlimit(process, resource.RLIMIT_FSIZE)[1]
    resource.prlimit(process, resource.RLIMIT_FSIZE, (size, hard))


@sqlite_only
async def test_a_damaged_or_newer_database_is_refused_in_one_line(tmp_path: Path, database_url: str) -> None:
    path = file_of(database_url)
    async with town_hall(tmp_path, database_url) as hall:
        good = path.read_bytes()
        path.write_bytes(good[:8192] + bytes(8192) + good[16384:])
        assert "damaged" in await refused(hall)
        path.write_bytes(good)
        with sqlite3.connect(path) as other:
            other.execute("UPDATE alembic_version SET version_num = '9999'")
        other.close()
        assert "newer Liaison" in (said := await refused(hall))
        assert "Nothing was changed" in said


@sqlite_only
async def test_the_second_instance_stops_at_once_and_names_the_first(tmp_path: Path, database_url: str) -> None:
    async with town_hall(tmp_path, database_url) as hall, hall.running() as first:
        said = await refused(hall)
        assert f"process {first.process.pid}" in said
        crowd = crowd_of(hall, 1)
        cry(crowd)
        await all_answered(crowd)
        hall._child = first  # so that the town hall stops the right one


async def test_a_stop_takes_less_than_ten_seconds_whatever_hangs(tmp_path: Path, database_url: str) -> None:
    async with town_hall(tmp_path, database_url) as hall:
        child = await hall.start()
        await hall.ready(child)
        crowd = crowd_of(hall, 4)
        hall.telegram.faults.add(Fault(kind="delay", seconds=40, method="sendMessage"))
        hall.slack.faults.add("hang", method="chat.*")
        cry(crowd)
        await asyncio.sleep(2)
        began = time.monotonic()
        assert await child.stop(within=12) == 0, child.log.read_text()
        assert time.monotonic() - began < 10
        hall.telegram.faults.clear()
        hall.slack.faults.clear()
        await hall.count_in_flight()
        hall.in_flight += 8  # those that were cut by the stop are in doubt, too
        async with hall.running():
            await all_answered(crowd)
            await hall.settled()
            await compare(hall, crowd)


async def test_a_revoked_token_stops_that_side_alone_until_it_is_valid_again(tmp_path: Path, database_url: str) -> None:
    async with town_hall(tmp_path, database_url) as hall:
        crowd = crowd_of(hall, 2)
        child = await hall.start()
        await hall.ready(child)
        known = dict(hall.telegram.network.bots)
        hall.telegram.network.bots.clear()
        cry(crowd)  # they cannot be fetched, and what Slack is told can be
        await told(hall, "no longer accepts the bot")
        calls = sum(hall.telegram.journal.per_method.values())
        assert await child.stop() == 0
        hall.telegram.network.bots.update(known)
        async with hall.running():
            await all_answered(crowd)
            await hall.settled()
            await compare(hall, crowd)
        assert sum(hall.telegram.journal.per_method.values()) > calls


async def test_one_who_floods_delays_nobody_else(tmp_path: Path, database_url: str) -> None:
    """1,000 messages a minute from one resident; others get their receipts within five seconds."""
    async with town_hall(tmp_path, database_url) as hall, hall.running():
        crowd = crowd_of(hall, 4)
        loud, *others = crowd.neighbours
        stop = asyncio.Event()

        async def flood() -> None:
            while not stop.is_set():
                loud.write()
                await asyncio.sleep(0.06)

        flooding = asyncio.create_task(flood())
        await asyncio.sleep(4)
        delays = []
        for one in others:
            began = time.monotonic()
            cry_of(one)
            await one.resident.expect("marked it as urgent", within=15)
            delays.append(time.monotonic() - began)
        stop.set()
        await flooding
        assert max(delays) < 12, delays  # the promise of five is for a machine at rest
        assert len([m for m in loud.resident.replies if "a lot of messages" in m.text]) == 1
        await hall.settled(120)
        assert [row.text for row in await lines_of(hall, loud)] == list(loud.written.values())


async def test_a_poison_message_is_set_aside_told_and_replayed(tmp_path: Path, database_url: str) -> None:
    async with town_hall(tmp_path, database_url) as hall, hall.running():
        crowd = crowd_of(hall, 1)
        hall.telegram.bot.updates.inject({"update_id": 0, "message": {"chat": "nonsense"}})
        cry(crowd)
        await all_answered(crowd)
        await told(hall, "set aside as number")
        listed = await hall.run("dead-letters")
        assert "1 set aside." in listed
        number = listed.split("\t")[0]
        assert "back in the queue" in await hall.run("dead-letters", "--replay", number)
        assert await hall.count(inbox, inbox.c.state == "dead") == 0


async def test_a_whole_run_writes_no_word_of_anybody_and_no_secret_into_its_log(
    tmp_path: Path, database_url: str
) -> None:
    async with town_hall(tmp_path, database_url, LOG_LEVEL="DEBUG") as hall:
        crowd = crowd_of(hall, 3)
        async with hall.running() as child:
            hall.telegram.faults.add(Fault(kind="server_error", probability=0.2))
            hall.telegram.bot.updates.inject({"update_id": 0, "message": {"chat": "nonsense", "text": EMERGENCY}})
            cry(crowd)
            await all_answered(crowd, within=60)
            for _ in range(3):
                await crowd.do_something()
            hall.telegram.faults.clear()
            await hall.settled(120)
        log = child.log.read_text()
        secrets = (hall.telegram.token, hall.slack.bot_token, hall.slack.app_token, hall.slack.signing_secret)
        people = ("Sample Street", "Resident No", "from the desk")
        for word in (*secrets, hall.telegram.token.partition(":")[2], *people):
            assert word not in log, [line for line in log.splitlines() if word in line][:2]
        assert all(isinstance(json.loads(line), dict) for line in log.splitlines())


async def test_a_start_that_is_killed_while_it_makes_the_tables_leaves_none_of_them(tmp_path: Path) -> None:
    rng = random.Random(9)
    async with fresh_url(tmp_path, migrated=False) as url, town_hall(tmp_path, url) as hall:
        for _ in range(3):
            child = await hall.start()
            await asyncio.sleep(rng.uniform(0.8, 3))
            await child.kill()
        async with hall.running():
            crowd = crowd_of(hall, 1)
            cry(crowd)
            await all_answered(crowd)
