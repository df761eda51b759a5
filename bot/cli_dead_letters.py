"""`liaison dead-letters`: updates that could not be handled, and how to try them again."""

import asyncio
from datetime import UTC, datetime

import click

from bot.settings import read_settings
from storage import inbox
from storage.engine import Database


@click.command("dead-letters")
@click.option("--replay", "number", type=int, default=None, help="Put this one back in the queue.")
def dead_letters(number: int | None) -> None:
    """Show updates that were set aside, and replay them."""
    asyncio.run(_replay(number) if number is not None else _show())


async def _show() -> None:
    async with Database.open(read_settings().database_url) as db, db.read() as tx:
        rows = await inbox.dead(tx)
    for row in rows:
        click.echo(f"{row.id}\t{row.channel}\t{row.received_at:%Y-%m-%d %H:%M}\t{row.problem}")
    click.echo(f"{len(rows)} set aside.")


async def _replay(number: int) -> None:
    async with Database.open(read_settings().database_url) as db, db.write() as tx:
        found = await inbox.replay(tx, number, datetime.now(UTC))
    click.echo(f"{number} is back in the queue." if found else f"There is no dead letter {number}; nothing changed.")
    if not found:
        raise SystemExit(1)
