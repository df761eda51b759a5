"""`liaison dead-letters`: updates that could not be handled, and how to try them again."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import click

from bot.cli import refuse
from bot.settings import SettingsError, read_settings
from storage import inbox
from storage.engine import Database
from storage.migrate import version_of
from storage.place import file_of


@click.command("dead-letters")
@click.option("--replay", "number", type=int, default=None, help="Put the one of this number back in the queue.")
def dead_letters(number: int | None) -> None:
    """Show updates that were set aside, and replay them.

    An update is set aside when handling it failed again and again; nothing of it is lost, and the ones behind it go on.
    Each line: number, channel, when it came, what went wrong. Mend the cause (often: update Liaison), then --replay it.
    Liaison may be running meanwhile.
    """
    asyncio.run(_replay(number) if number is not None else _show())


@asynccontextmanager
async def _database() -> AsyncIterator[Database]:
    """The database of the settings, if there is one; else exit code 2."""
    try:
        url = read_settings().database_url
    except SettingsError as error:
        refuse(error.problems)
        raise
    nowhere = f"There is no database at {url} yet: nothing was set aside."
    path = file_of(url)
    if path is not None and not path.is_file():
        refuse([nowhere])
    async with Database.open(url) as db:
        if await version_of(db) is None:
            refuse([nowhere])
        yield db


async def _show() -> None:
    async with _database() as db, db.read() as tx:
        rows = await inbox.dead(tx)
    for row in rows:
        click.echo(f"{row.id}\t{row.channel}\t{row.received_at:%Y-%m-%d %H:%M}\t{row.problem}")
    hint = f" `liaison dead-letters --replay {rows[0].id}` tries one again." if rows else ""
    click.echo(f"{len(rows)} set aside.{hint}")


async def _replay(number: int) -> None:
    async with _database() as db, db.write() as tx:
        found = await inbox.replay(tx, number, datetime.now(UTC))
    click.echo(f"{number} is back in the queue." if found else f"There is no dead letter {number}; nothing changed.")
    if not found:
        raise SystemExit(1)
