"""A copy of a running SQLite database: whole, checked, and readable by its owner alone."""

import os
import sqlite3
from pathlib import Path

from domain.errors import LiaisonError
from storage.place import file_of


class BackupRefused(LiaisonError):
    """There is no copy, and nothing that was there before has changed; the text says why."""


def copy_database(url: str, target: Path) -> int:
    """Copy the database at `url` to the new file `target` while Liaison runs; returns its size in bytes.

    SQLite writes the copy in one read transaction (VACUUM INTO), so it is of one moment. It takes its name only when
    it is complete and sound. Raises BackupRefused.
    """
    source = _existing(url)
    if target.exists():
        raise BackupRefused(f"{target} is there already and was not touched. Choose another name.")
    half = target.with_name(f".{target.name}.half")
    try:
        _write(source, half)
        _check(half)
        half.rename(target)
        return target.stat().st_size
    except (OSError, sqlite3.Error) as error:
        raise BackupRefused(f"No copy was made: {error}. The database itself is unaffected.") from None
    finally:
        half.unlink(missing_ok=True)


def _existing(url: str) -> Path:
    path = file_of(url)
    if path is None:
        raise BackupRefused("The database is PostgreSQL: copy it with pg_dump (docs/operate.md).")
    if not path.is_file():
        raise BackupRefused(f"There is no database {path} yet: there is nothing to copy.")
    return path


def _write(source: Path, half: Path) -> None:
    half.unlink(missing_ok=True)
    os.close(os.open(half, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))  # people's words: nobody else's business
    connection = sqlite3.connect(f"file:{source.resolve().as_posix()}?mode=rw", uri=True, timeout=30)
    try:
        connection.execute("VACUUM INTO ?", (str(half),))
    finally:
        connection.close()
    with half.open("rb") as written:
        os.fsync(written.fileno())


def _check(half: Path) -> None:
    connection = sqlite3.connect(half)
    try:
        found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    finally:
        connection.close()
    if found != "ok":
        raise sqlite3.DatabaseError(found)
