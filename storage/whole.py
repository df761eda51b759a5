"""Is the database file whole, and may we write to it? Asked once, before anything is written."""

import sqlalchemy as sa

from storage.engine import Database


async def what_is_wrong(db: Database) -> str:
    """A few words about a file that is damaged; empty where all is well (always on PostgreSQL, which checks itself).

    Takes about a second for each gigabyte. Raises sqlalchemy's DatabaseError where the file is no database at all, or
    must not be written.
    """
    if db.dialect != "sqlite":
        return ""
    async with db.read() as tx:
        found = await tx.scalar(sa.text("PRAGMA quick_check(1)"))
    if found != "ok":
        return f"it is damaged ({str(found).splitlines()[-1]})"
    async with db.write():  # BEGIN IMMEDIATE: refused for a file that is read-only
        return ""
