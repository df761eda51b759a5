"""Fetches the files that handlers asked for and hands each over in one transaction: handlers have no network."""

from collections.abc import Awaitable, Callable

import structlog

from bot.parts import Parts
from broadcasts.calendar_in import MOST_BYTES
from domain.errors import SendError
from handlers.context import Context
from handlers.events import importing
from storage import fetches
from storage.engine import Tx
from storage.fetches import Fetch

log = structlog.get_logger()
READERS: dict[str, Callable[[Context, Fetch, bytes], Awaitable[None]]] = {importing.PURPOSE: importing.arrived}
FAILED: dict[str, Callable[[Context, Fetch], Awaitable[None]]] = {importing.PURPOSE: importing.failed}


async def fetch_due(app: Parts) -> None:
    """Fetch every file whose time has come."""
    if not app.ready.is_set():
        return
    async with app.db.read() as tx:
        due = await fetches.due(tx, app.now())
    for fetch in due:
        await _fetch(app, fetch)


async def _fetch(app: Parts, fetch: Fetch) -> None:
    try:
        body = await app.files[fetch.file.channel].fetch(fetch.file, MOST_BYTES + 1)
    except SendError as error:
        log.warning("fetch.failed", fetch=fetch.id, reason=error.reason, detail=error.detail)
        again = error.retry
        await app.db.transact(lambda tx: _put_off(app, tx, fetch, again=again))
        return

    async def deed(tx: Tx) -> None:
        if await fetches.end(tx, fetch, "done"):
            await READERS[fetch.purpose](app.make_context(tx), fetch, body)

    await app.db.transact(deed)


async def _put_off(app: Parts, tx: Tx, fetch: Fetch, *, again: bool) -> None:
    if again and await fetches.again(tx, fetch, app.now()):
        return
    if await fetches.end(tx, fetch, "failed"):
        await FAILED[fetch.purpose](app.make_context(tx), fetch)
