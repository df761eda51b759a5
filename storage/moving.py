"""A community moves from its SQLite file to PostgreSQL: every row with its number, in one transaction, checked.

Rows go over in chunks by COPY; memory stays flat whatever their number. Before the commit both sides are read again
and compared by count and by the sum of every row's SHA-256: what differs in one letter stops the move, and then the new
database is as empty as before. The old file is only read.
"""

import asyncio
import hashlib
import sqlite3
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
import sqlalchemy as sa

from domain.errors import LiaisonError
from storage.postgres import connect
from storage.schema import metadata

CHUNK = 5_000  # rows in memory at a time
_WRAP = 1 << 128
Row = Sequence[Any]


class NotMoved(LiaisonError):
    """The move was not made; the message says why. Both databases are as they were."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A table that has moved: how many rows, and the sum of their hashes."""

    table: str
    rows: int
    checksum: str


async def move(source: Path, target_dsn: str, tell: Callable[[Moved], None]) -> list[Moved]:
    """Copy every table of the SQLite file `source` into the empty, migrated PostgreSQL database at `target_dsn`.

    Both must stand at this version's migration, and nobody may write to either. `tell` hears of each table as it is
    done. Raises NotMoved; OSError or asyncpg's errors where PostgreSQL cannot be reached.
    """
    old = sqlite3.connect(f"file:{source}?mode=ro", uri=True, check_same_thread=False)
    new = await connect(target_dsn, command_seconds=3600)
    try:
        async with new.transaction():
            await _refuse_if_filled(new)
            moved = []
            for table in metadata.sorted_tables:
                moved.append(await _move_table(old, new, table))
                tell(moved[-1])
        return moved
    finally:
        old.close()
        await new.close()


async def _refuse_if_filled(new: Any) -> None:
    for table in metadata.sorted_tables:
        await new.execute(f'LOCK TABLE "{table.name}" IN EXCLUSIVE MODE')
        if await new.fetchval(f'SELECT EXISTS (SELECT 1 FROM "{table.name}")'):
            raise NotMoved(
                f"The new database is not empty: its table {table.name} holds rows. Nothing was changed. "
                "Make an empty database and name that one."
            )


async def _move_table(old: sqlite3.Connection, new: Any, table: sa.Table) -> Moved:
    columns = [column.name for column in table.columns]
    there = Sum()
    async for rows in _old_rows(old, table):
        there.add(rows)
        await new.copy_records_to_table(table.name, records=rows, columns=columns)
    here = Sum()
    async for rows in _new_rows(new, table):
        here.add(rows)
    if here != there:
        raise NotMoved(
            f"Table {table.name}: {there.rows} rows were read and {here.rows} were found afterwards, or their contents "
            "differ. Nothing was moved; the old database is untouched. Please report this."
        )
    await _count_on(new, table)
    return Moved(table=table.name, rows=here.rows, checksum=here.text)


class Sum:
    """Rows counted and summed up, in whatever order they come."""

    def __init__(self) -> None:
        self.rows = self._sum = 0

    def add(self, rows: Sequence[Row]) -> None:
        """More rows."""
        self.rows += len(rows)
        for row in rows:
            digest = hashlib.sha256(orjson.dumps([_plain(value) for value in row])).digest()
            self._sum = (self._sum + int.from_bytes(digest[:16], "big")) % _WRAP

    @property
    def text(self) -> str:
        """The sum as 32 hexadecimal digits."""
        return f"{self._sum:032x}"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sum) and (self.rows, self._sum) == (other.rows, other._sum)

    __hash__ = None  # type: ignore[assignment]


def _plain(value: Any) -> Any:
    return value.hex() if isinstance(value, bytes) else value


async def _old_rows(old: sqlite3.Connection, table: sa.Table) -> AsyncIterator[list[Row]]:
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    flags = [at for at, column in enumerate(table.columns) if isinstance(column.type, sa.Boolean)]
    cursor = await asyncio.to_thread(old.execute, f'SELECT {names} FROM "{table.name}"')
    while rows := await asyncio.to_thread(cursor.fetchmany, CHUNK):
        yield [_for_postgres(list(row), flags) for row in rows]


def _for_postgres(row: list[Any], flags: list[int]) -> Row:
    """SQLite keeps truth as 0 and 1, and takes the character NUL, which PostgreSQL refuses in a text."""
    for at in flags:
        row[at] = None if row[at] is None else bool(row[at])
    return tuple(value.replace("\0", "\ufffd") if isinstance(value, str) else value for value in row)


async def _new_rows(new: Any, table: sa.Table) -> AsyncIterator[list[Row]]:
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    cursor = await new.cursor(f'SELECT {names} FROM "{table.name}"')
    while rows := await cursor.fetch(CHUNK):
        yield [tuple(row) for row in rows]


async def _count_on(new: Any, table: sa.Table) -> None:
    """New rows get numbers after those that came along."""
    for column in table.primary_key.columns:
        sequence = await new.fetchval("SELECT pg_get_serial_sequence($1, $2)", f'"{table.name}"', column.name)
        if sequence:
            await new.execute(
                f'SELECT setval($1::text::regclass, COALESCE(max("{column.name}"), 1), count(*) > 0)'
                f' FROM "{table.name}"',
                sequence,
            )
