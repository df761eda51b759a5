"""`liaison migrate`: a community that has outgrown one machine moves to PostgreSQL."""

import asyncio
from pathlib import Path

import click

from bot.cli import refuse
from bot.instance_lock import hold
from domain.errors import LiaisonError
from storage.engine import PASSING, Database
from storage.migrate import migrate as bring_up_to_date
from storage.moving import Moved, move

SQLITE = "sqlite:///"


@click.command()
@click.option("--from", "source", required=True, metavar="sqlite:///FILE", help="The database in use so far.")
@click.option("--to", "target", required=True, metavar="postgresql://…", help="An empty PostgreSQL database.")
def migrate(source: str, target: str) -> None:
    """Move everything from a SQLite file to an empty PostgreSQL database.

    Stop Liaison first. Every row keeps its number and is compared afterwards; the old file is only read, so going back
    is setting DATABASE_URL back. If anything is wrong, nothing is moved. Exit code 2: it was not moved, and why.
    """
    problems = [
        *([] if source.startswith(SQLITE) else [f"--from must begin with {SQLITE}"]),
        *([] if target.startswith(("postgresql://", "postgres://")) else ["--to must begin with postgresql://"]),
    ]
    path = Path(source.removeprefix(SQLITE))
    if not problems and not path.is_file():
        problems.append(f"{path} does not exist: nothing was moved")
    if problems:
        refuse(problems)
    try:
        moved = asyncio.run(_migrate(source, path, target))
    except (LiaisonError, *PASSING) as error:
        refuse([str(error)])
        raise
    click.echo(
        f"{sum(one.rows for one in moved):,} rows in {len(moved)} tables moved and compared. {path} is untouched."
    )
    click.echo("Now set DATABASE_URL to the new database and start Liaison.")


async def _migrate(source: str, path: Path, target: str) -> list[Moved]:
    with hold(path.with_name(path.name + ".lock")):
        async with Database.open(source) as old, Database.open(target) as new:
            await bring_up_to_date(old)
            await bring_up_to_date(new)
            dsn = new.dsn
        return await move(path, dsn, _tell)


def _tell(moved: Moved) -> None:
    if moved.rows:
        click.echo(f"{moved.table:<24}{moved.rows:>12,} rows  {moved.checksum}")
