"""INSERT … ON CONFLICT, which both engines have and SQLAlchemy keeps in each one's own dialect.

A dialect is imported when it is first written for: PostgreSQL's brings its drivers along, which a start on SQLite need
not wait for.
"""

from typing import TYPE_CHECKING, Union

import sqlalchemy as sa

from storage.engine import Tx

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql, sqlite

Upsert = Union["sqlite.Insert", "postgresql.Insert"]


def upsert(tx: Tx, table: sa.Table) -> Upsert:
    """An INSERT of the engine in use that knows `on_conflict_do_update` and `on_conflict_do_nothing`."""
    if tx.dialect == "sqlite":
        from sqlalchemy.dialects import sqlite

        return sqlite.insert(table)
    from sqlalchemy.dialects import postgresql

    return postgresql.insert(table)
