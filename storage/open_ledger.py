"""Which ledger speaks the SQL of which database."""

from collections.abc import Mapping

from storage.engine import Database
from storage.ledger import Ledger
from storage.ledger_sqlite import Durability, SqliteLedger


async def open_ledger(
    db: Database, owner: str, durability: Durability = "FULL", rates: Mapping[str, int] | None = None
) -> Ledger:
    """A ledger of its own connection to the database of `db`; `owner` names the engine on rows it claims.

    `rates`: messages a window to each channel, of all engines together. Raises LedgerTrouble.
    """
    if db.dialect == "sqlite":
        return await SqliteLedger.open(db, owner, durability)
    from storage.ledger_postgres import PostgresLedger  # asyncpg: not where SQLite is used

    return await PostgresLedger.open(db, owner, rates or {})
