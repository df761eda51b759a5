"""When quiet hours begin while something long is still leaving: what has not left waits until they end."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.delivery import Lane
from storage import quieting
from storage.engine import Database


async def hold_back(db: Database, channels: Iterable[str], now: datetime, zone: ZoneInfo) -> int:
    """Put off what is due to residents whose quiet hours begin or go on. Returns how many rows.

    It looks beside the work and writes a few thousand rows a transaction; with nothing in the queue it costs two
    look-ups in an index.
    """
    async with db.read() as tx:
        busy = [(c, lane) for c in channels for lane in quieting.LANES if await quieting.waits(tx, c, lane, now)]
        quiet = await quieting.quiet_soon(tx, now, zone) if busy else ()
    held = 0
    if quiet:
        for channel, lane in busy:
            held += await _hold_back(db, channel, lane, now, quiet)
    return held


async def _hold_back(db: Database, channel: str, lane: Lane, now: datetime, quiet: quieting.Quiet) -> int:
    held, after, more = 0, None, True
    while more:
        async with db.read() as tx:
            found = await quieting.disturbing(tx, channel, lane, now, quiet, after)
        for until, rows in found.rows.items():
            async with db.write() as tx:
                held += await quieting.hold_back(tx, until, rows)
        after, more = found.after, found.after is not None
    return held
