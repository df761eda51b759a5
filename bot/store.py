"""The database of a process at work: this role may use it, nobody else has it (SQLite), and it is up to date."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from bot.instance_lock import hold
from bot.roles import check
from storage.engine import Database
from storage.migrate import migrate


@asynccontextmanager
async def open_store(role: str, url: str) -> AsyncIterator[Database]:
    """Open, migrate and listen. Raises OneProcessOnly for a role that SQLite cannot serve, AlreadyRunning,
    DatabaseRefused.
    """
    check(role, url)
    async with AsyncExitStack() as stack:
        if url.startswith("sqlite:///"):
            path = Path(url.removeprefix("sqlite:///"))
            stack.enter_context(hold(path.with_name(path.name + ".lock")))
        db = await stack.enter_async_context(Database.open(url))
        await migrate(db)
        db.listen()
        yield db
