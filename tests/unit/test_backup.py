"""A copy of the database while it is being written: whole, private, and never over something else."""

import asyncio
import sqlite3
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli import main
from storage import inbox
from storage.backup import BackupRefused, copy_database
from storage.engine import Database
from storage.inbox import Arrival
from storage.migrate import migrate, version_of
from tests.databases import sqlite_only

pytestmark = sqlite_only  # PostgreSQL has its own tools (docs/operate-fleet.md)

NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)


def arrival(number: int) -> Arrival:
    return Arrival(channel="telegram", dedupe=str(number), conversation="7", payload="{}")


async def store(url: str, numbers: range) -> None:
    async with Database.open(url) as db:
        await migrate(db)
        async with db.write() as tx:
            await inbox.store(tx, [arrival(number) for number in numbers], NOW)


async def test_the_copy_is_of_one_moment_although_somebody_writes(database_url: str, tmp_path: Path) -> None:
    await store(database_url, range(1))
    copy = tmp_path / "copy.db"
    async with Database.open(database_url) as db:
        stop, begun = asyncio.Event(), asyncio.Event()

        async def write() -> int:
            number = 1
            while not stop.is_set():
                async with db.write() as tx:  # two a transaction: a torn copy would hold an odd one
                    await inbox.store(tx, [arrival(number), arrival(number + 1)], NOW)
                number += 2
                if number > 3:
                    begun.set()
            return number

        writing = asyncio.create_task(write())
        await asyncio.wait_for(begun.wait(), 20)
        size = await asyncio.to_thread(copy_database, database_url, copy)
        stop.set()
        written = await writing
    assert written > 3
    assert size == copy.stat().st_size
    async with Database.open(f"sqlite:///{copy}") as db, db.read() as tx:
        rows = await inbox.counts(tx)
    assert rows["waiting"] % 2 == 1


async def test_only_its_owner_may_read_it_and_it_starts_as_it_is(database_url: str, tmp_path: Path) -> None:
    await store(database_url, range(3))
    copy = tmp_path / "copy.db"
    copy_database(database_url, copy)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.glob(".*")] == []
    async with Database.open(f"sqlite:///{copy}") as db:
        assert await version_of(db) is not None
        await migrate(db)
        async with db.read() as tx:
            assert (await inbox.counts(tx))["waiting"] == 3


async def test_what_is_there_is_not_touched(database_url: str, tmp_path: Path) -> None:
    await store(database_url, range(1))
    copy = tmp_path / "copy.db"
    copy.write_text("something else")
    with pytest.raises(BackupRefused, match="is there already"):
        copy_database(database_url, copy)
    assert copy.read_text() == "something else"


def test_a_damaged_database_gives_no_copy(tmp_path: Path) -> None:
    broken, copy = tmp_path / "broken.db", tmp_path / "copy.db"
    with sqlite3.connect(broken) as connection:
        connection.execute("CREATE TABLE many (x)")
        connection.executemany("INSERT INTO many VALUES (?)", [("word" * 200,)] * 400)
    connection.close()
    content = bytearray(broken.read_bytes())
    content[5000:40_000] = bytes(35_000)
    broken.write_bytes(content)
    with pytest.raises(BackupRefused, match="No copy was made"):
        copy_database(f"sqlite:///{broken}", copy)
    assert list(tmp_path.iterdir()) == [broken]


@pytest.mark.parametrize(
    ("url", "words"),
    [("sqlite:////nowhere/liaison.db", "There is no database"), ("postgresql://host/liaison", "pg_dump")],
)
def test_where_there_is_nothing_to_copy_it_says_so(url: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(BackupRefused, match=words):
        copy_database(url, tmp_path / "copy.db")


def test_the_command(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asyncio.run(store(database_url, range(2)))
    monkeypatch.setenv("DATABASE_URL", database_url)
    copy = tmp_path / "copy.db"
    answer = CliRunner().invoke(main, ["backup", str(copy)])
    assert (answer.exit_code, answer.output.startswith(f"{copy}: ")) == (0, True)
    again = CliRunner().invoke(main, ["backup", str(copy)])
    assert (again.exit_code, "✗" in again.output) == (2, True)
