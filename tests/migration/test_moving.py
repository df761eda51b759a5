"""A community moves from SQLite to PostgreSQL: every row, once, or nothing at all."""

import asyncio
import os
import sqlite3
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from bot.instance_lock import hold
from storage.engine import Database
from storage.migrate import migrate
from storage.moving import Moved, NotMoved, move
from storage.schema import metadata
from storage.tables import documents, inbox, outbox, residents
from tests.databases import fresh_url, postgres_only
from tests.unit.test_storage import AMIRA, NOW

pytestmark = postgres_only


@asynccontextmanager
async def community(folder: Path) -> AsyncIterator[Path]:
    """A SQLite file in which every table holds a row, with all that is hard to carry."""
    path = folder / "liaison.db"
    async with Database.open(f"sqlite:///{path}") as db:
        await migrate(db)
        async with db.write() as tx:
            await tx.execute(sa.text("PRAGMA defer_foreign_keys=ON"))
            for table in metadata.sorted_tables:
                await tx.execute(table.insert().values(**{c.name: _something(c) for c in table.columns}))
            await tx.execute(
                residents.insert(),
                [
                    {"id": 1000 + at, "channel": "telegram", "address": str(at), "language": "ar", "created_at": NOW,
                     "history": {"ar": at}, "dialogue": {}, "name": "أميرة \U0001f30a" if at % 2 else "nul\0here"}
                    for at in range(12_000)
                ],
            )  # fmt: skip
            await tx.execute(documents.insert().values(name="router", version=2, body=bytes(range(256)), at=NOW))
    yield path


def _something(column: sa.Column[Any]) -> Any:
    kind = column.type
    if isinstance(kind, sa.Boolean):
        return True
    if isinstance(kind, sa.JSON):
        return {"ł": ["\u202e", 1, None]}
    if isinstance(kind, sa.LargeBinary):
        return b"\x00\xff"
    if isinstance(kind, sa.Text):
        return f"{column.name} — zażółć"
    return 1 if isinstance(kind, sa.Integer) else NOW


async def test_every_row_arrives_and_the_next_number_is_free(tmp_path: Path) -> None:
    told: list[Moved] = []
    async with community(tmp_path) as path, fresh_url(tmp_path) as url:
        async with Database.open(url) as db:
            moved = await move(path, db.dsn, told.append)
            with sqlite3.connect(path) as old:
                counts = {
                    t.name: old.execute(f'SELECT count(*) FROM "{t.name}"').fetchone()[0]
                    for t in metadata.sorted_tables
                }
            assert {one.table: one.rows for one in moved} == counts
            assert told == moved
            assert counts["residents"] == 12_001
            async with db.write() as tx:
                (one,) = await tx.all(sa.select(residents).where(residents.c.id == 1001))
                assert (one.name, one.history, one.created_at) == ("أميرة \U0001f30a", {"ar": 1}, NOW)
                (other,) = await tx.all(sa.select(residents).where(residents.c.id == 1000))
                assert other.name == "nul\ufffdhere"
                assert await tx.scalar(sa.select(documents.c.body).where(documents.c.name == "router")) == bytes(
                    range(256)
                )
                new = await tx.insert(
                    residents,
                    channel="slack",
                    address=AMIRA.address,
                    language="en",
                    created_at=NOW,
                    history={},
                    dialogue={},
                )
                assert new == 13_000
                assert (
                    await tx.insert(
                        inbox, channel="x", dedupe="y", conversation="z", payload="{}", received_at=NOW, next_at=NOW
                    )
                    == 2
                )


async def test_a_database_that_holds_anything_is_refused(tmp_path: Path) -> None:
    async with community(tmp_path) as path, fresh_url(tmp_path) as url, Database.open(url) as db:
        async with db.write() as tx:
            await tx.execute(documents.insert().values(name="x", body=b"", at=NOW))
        with pytest.raises(NotMoved, match="documents holds rows"):
            await move(path, db.dsn, lambda moved: None)


async def test_a_row_that_differs_stops_the_move_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with community(tmp_path) as path, fresh_url(tmp_path) as url, Database.open(url) as db:
        async with db.write() as tx:  # as a fault of the disk, or of ours, would
            await tx.execute(
                sa.text(
                    "CREATE FUNCTION spoil() RETURNS trigger AS $$ BEGIN NEW.address := NEW.address || ' '; RETURN NEW;"
                    " END $$ LANGUAGE plpgsql"
                )
            )
            await tx.execute(
                sa.text("CREATE TRIGGER spoil BEFORE INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION spoil()")
            )
        with pytest.raises(NotMoved, match="Table outbox"):
            await move(path, db.dsn, lambda moved: None)
        async with db.read() as tx:
            assert await tx.scalar(sa.select(sa.func.count()).select_from(residents)) == 0
            assert await tx.scalar(sa.select(sa.func.count()).select_from(outbox)) == 0


async def command(*words: str) -> tuple[int, str]:
    process = await asyncio.create_subprocess_exec(
        Path(sys.executable).with_name("liaison"), "migrate", *words,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT, env={**os.environ},
    )  # fmt: skip
    out, _ = await process.communicate()
    assert process.returncode is not None
    return process.returncode, out.decode()


async def test_the_command_says_what_it_did_and_refuses_a_database_in_use(tmp_path: Path) -> None:
    async with community(tmp_path) as path, fresh_url(tmp_path, migrated=False) as url:
        words = ("--from", f"sqlite:///{path}", "--to", url)
        with hold(path.with_name(path.name + ".lock")):
            code, said = await command(*words)
            assert (code, "already uses this database" in said) == (2, True), said
        code, said = await command(*words)
        assert code == 0, said
        assert "residents" in said
        assert "12,001 rows" in said
        code, said = await command(*words)
        assert code == 2
        assert "not empty" in said
        code, said = await command("--from", f"sqlite:///{tmp_path}/none.db", "--to", "mysql://x")
        assert code == 2
        assert "--to must begin with postgresql://" in said
