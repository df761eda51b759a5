"""Several members of a fleet start at once on an empty database."""

import asyncio
from pathlib import Path

import pytest
import sqlalchemy as sa

from storage.engine import Database
from storage.migrate import DatabaseRefused, known_versions, migrate, version_of
from storage.tables import metadata
from tests.databases import fresh_url, inspected, postgres_only


async def test_one_migrates_and_the_others_find_it_done(tmp_path: Path) -> None:
    async def start(url: str) -> str | None:
        async with Database.open(url) as db:
            await migrate(db)
            return await version_of(db)

    async with fresh_url(tmp_path, migrated=False) as url:
        assert await asyncio.gather(*(start(url) for _ in range(6))) == [known_versions()[-1]] * 6


@postgres_only
async def test_a_migration_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with fresh_url(tmp_path, migrated=False) as url, Database.open(url) as db:
        async with db.write() as tx:
            await tx.execute(sa.text("CREATE TABLE alembic_version (version_num VARCHAR(32) PRIMARY KEY)"))
            await tx.execute(sa.text("CREATE TABLE cases (id INTEGER)"))  # in the way of the first migration
        with pytest.raises(DatabaseRefused, match="Nothing was changed"):
            await migrate(db)
        async with db.read() as tx:
            names = await inspected(tx).run_sync(lambda sync: sa.inspect(sync).get_table_names())
        assert sorted(names) == ["alembic_version", "cases"]


@postgres_only
async def test_columns_rest_in_the_types_that_the_tables_name(db: Database) -> None:
    async with db.read() as tx:
        found = await inspected(tx).run_sync(
            lambda sync: {
                (table, column["name"]): (str(column["type"].compile(sync.dialect)), column["nullable"])
                for table in metadata.tables
                for column in sa.inspect(sync).get_columns(table)
            }
        )
        dialect = tx.connection.dialect
    wanted = {
        (name, column.name): (str(column.type.compile(dialect)), bool(column.nullable))
        for name, table in metadata.tables.items()
        for column in table.columns
    }
    assert found == wanted


async def test_a_server_that_is_not_there_is_named_in_one_sentence() -> None:
    async with Database.open("postgresql://someone:secret@127.0.0.1:9/none") as db:
        with pytest.raises(DatabaseRefused, match="takes connections") as refused:
            await migrate(db)
    assert "secret" not in str(refused.value)
