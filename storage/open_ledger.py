"""Which ledger speaks the SQL of which database."""

from storage.engine import Database
from storage.ledger import Ledger
from storage.ledger_sqlite import Durability, SqliteLedger


async def open_ledger(db: Database, owner: str, durability: Durability = "FULL") -> Ledger:
    """A ledger of its own connection to the database of `db`; `owner` names the engine on rows it claims."""
    if db.dialect != "sqlite":
        raise NotImplementedError(f"no ledger for {db.dialect} yet")
    return await SqliteLedger.open(db, owner, durability)
