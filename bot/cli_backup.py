"""`liaison backup`: a copy of the database while Liaison runs."""

from pathlib import Path

import click

from bot.cli import refuse
from bot.settings import SettingsError, read_settings
from storage.backup import BackupRefused, copy_database


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
def backup(file: Path) -> None:
    """Copy the database to the new FILE while Liaison runs.

    The copy is of one moment and is checked before it gets its name. To restore it, stop Liaison and put it where
    DATABASE_URL points, without the old files that end in -wal and -shm; docs/operate.md says how.
    """
    try:
        size = copy_database(read_settings().database_url, file)
    except SettingsError as error:
        refuse(error.problems)
        raise
    except BackupRefused as error:
        refuse([str(error)])
        raise
    click.echo(f"{file}: {size / 1_000_000:.1f} MB, checked.")
