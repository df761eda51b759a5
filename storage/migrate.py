"""Numbered migrations that run by themselves and refuse a newer database.

Alembic does the work and is imported only when there is work: a start on a database that is up to date reads one row.
All of it is one transaction. Of several members of a fleet that start at once, one migrates and the others wait for it.
"""

import asyncio
from pathlib import Path

import sqlalchemy as sa

from domain.errors import LiaisonError
from storage.engine import Database, Tx
from storage.whole import what_is_wrong

MIGRATING = 0x4C494149  # the advisory lock of whoever migrates; any number will do, as long as all agree
VERSIONS = Path(__file__).parent / "migrations" / "versions"


class DatabaseRefused(LiaisonError):
    """The database cannot be used as it is; the message says why and what to do. Nothing was written."""


def known_versions() -> tuple[str, ...]:
    """Numbers of all migrations, oldest first (``0001`` …), read from the file names."""
    return tuple(sorted(path.name.split("_")[0] for path in VERSIONS.glob("[0-9]*_*.py")))


async def version_of(db: Database) -> str | None:
    """The migration that the database stands at; None for an empty one."""
    async with db.read() as tx:
        return await _version(tx, db)


async def _version(tx: Tx, db: Database) -> str | None:
    names = await tx.run_sync(lambda sync: sa.inspect(sync).get_table_names())
    if "alembic_version" not in names:
        if names:
            raise DatabaseRefused(
                f"{_name(db)} holds tables that Liaison did not make ({', '.join(sorted(names)[:3])}). "
                "Nothing was changed. Point DATABASE_URL at an empty database."
            )
        return None
    version = await tx.scalar(sa.text("SELECT version_num FROM alembic_version"))
    return None if version is None else str(version)


async def migrate(db: Database) -> None:
    """Bring the database to the newest version. Raises DatabaseRefused for a newer, foreign or damaged one."""
    try:
        await _migrate(db)
    except sa.exc.DatabaseError as error:
        if db.dialect == "postgresql":
            raise DatabaseRefused(
                f"{_name(db)} cannot be used: {error.orig}. Nothing was changed. "
                "Check DATABASE_URL, and that the server runs, knows this account and takes connections from here."
            ) from error
        raise DatabaseRefused(
            f"{_name(db)} cannot be used: {error.orig}. Nothing was changed. "
            "Check that the file is writable and whole, or restore the last backup (docs/operate.md)."
        ) from error


async def _migrate(db: Database) -> None:
    if wrong := await what_is_wrong(db):
        raise DatabaseRefused(
            f"{_name(db)} cannot be used: {wrong}. Nothing was changed. Restore the last backup (docs/operate.md)."
        )
    versions = known_versions()
    current = await version_of(db)
    if current == versions[-1]:
        return
    if current is not None and current not in versions:
        raise DatabaseRefused(
            f"{_name(db)} was written by a newer Liaison (schema {current}; this one knows up to {versions[-1]}). "
            "Nothing was changed. Start the newer version, or restore the backup from before the upgrade."
        )
    async with db.write() as tx:
        if db.dialect == "postgresql":
            await tx.execute(sa.select(sa.func.pg_advisory_xact_lock(MIGRATING)))
            if await _version(tx, db) == versions[-1]:
                return
        await tx.run_sync(_upgrade)


def _upgrade(connection: sa.Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _name(db: Database) -> str:
    return db.url.render_as_string(hide_password=True).replace("+aiosqlite", "").replace("+asyncpg", "")


def prepare(url: str) -> None:
    """Migrate the database at `url` from outside an event loop."""

    async def run() -> None:
        async with Database.open(url) as db:
            await migrate(db)

    asyncio.run(run())
