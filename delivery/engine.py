"""The one engine through which everything leaves.

look -> claim (the intent, on disk) -> permit -> send -> outcome (on disk, in the commit of the next intents).
Rows are the truth; memory holds at most W of them a channel. Lanes go strictly first come by precedence, each address
gets one delivery at a time, the platform's limits and waits are kept, and a crash leaves at most W rows of which
nobody knows whether they arrived (`delivery.doubt` says what happens to those).
"""

import asyncio
import gc
import os
import random
import secrets
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import structlog

from delivery.doubt import HARMLESS
from delivery.figures import figures
from delivery.health import Alarm, ChannelHealth
from delivery.outlet import Outlet
from delivery.settings import EngineSettings
from delivery.share import Share
from domain.ports import Sender
from storage.engine import Database
from storage.ledger import Fenced, Ledger, LedgerTrouble, Standing
from storage.open_ledger import open_ledger
from storage.outbox import backlog
from storage.tables import to_micros

log = structlog.get_logger(__name__)
BELL_SECONDS = 60.0


def _utc() -> datetime:
    return datetime.now(UTC)


def _new_owner() -> str:
    """Names one life of one engine on the rows that it claims."""
    return f"{os.uname().nodename}:{os.getpid()}:{secrets.token_hex(4)}"


def _ignore(alarm: Alarm) -> None:
    log.warning("delivery alarm", channel=alarm.channel, kind=alarm.kind, detail=alarm.detail)


class Engine:
    """Sends what rests in the outbox of `db` through `senders`, by channel name.

    One engine per database file; any number of them on one PostgreSQL. `alarms` is called on the event loop when a
    channel is revoked, down or back, or the database fails; it must not block.
    """

    def __init__(
        self,
        db: Database,
        senders: Mapping[str, Sender],
        settings: EngineSettings | None = None,
        *,
        clock: Callable[[], datetime] = _utc,
        alarms: Callable[[Alarm], None] = _ignore,
        rng: random.Random | None = None,
    ) -> None:
        self._db, self._senders, self._clock, self._hear_alarm = db, senders, clock, alarms
        self.settings = settings or EngineSettings()
        self._rng = rng or random.Random()  # noqa: S311 - jitter, not a secret
        self.owner = _new_owner()
        self._outlets: dict[str, Outlet] = {}

    @asynccontextmanager
    async def running(self) -> AsyncIterator["Engine"]:
        """Run in the background while the body runs; on the way out drain within ten seconds.

        Should the engine itself fail, its error is raised on the way out; whoever must know at once awaits `run`.
        """
        stop, started = asyncio.Event(), asyncio.Event()
        work = asyncio.create_task(self.run(stop, started))
        ready = asyncio.create_task(started.wait())
        try:
            await asyncio.wait([work, ready], return_when=asyncio.FIRST_COMPLETED)
            if not work.done():
                yield self
        finally:
            ready.cancel()
            stop.set()
            await work

    async def run(self, stop: asyncio.Event, started: asyncio.Event | None = None) -> None:
        """Work until `stop` is set, then take nothing new, await open answers for a while and record them.

        Should the others of a fleet have taken us for dead, we begin anew as somebody else.
        """
        gc.freeze()  # what was imported so far lives as long as we do: no need to search it again and again
        gc.set_threshold(10_000, 20, 20)
        fenced = True
        while fenced and not stop.is_set():
            fenced = False
            try:
                await self._live(stop, started)
            except* Fenced:
                log.warning("taken for dead", owner=self.owner)
                fenced = True

    async def _live(self, stop: asyncio.Event, started: asyncio.Event | None) -> None:
        self.owner = _new_owner()
        whole = {channel: Share.whole(self.settings.of(channel).rate) for channel in self._senders}
        ledger = await open_ledger(self._db, self.owner, self.settings.durability, whole)
        try:
            await self._recover(ledger)
            if started is not None:
                started.set()
            async with asyncio.TaskGroup() as group:
                kept = ledger.keep(lambda: to_micros(self._clock()), self._stand, self._lower)
                watchers = [group.create_task(work) for work in (kept, self._hear(), self._watch(ledger))]
                working = [group.create_task(outlet.run()) for outlet in self._outlets.values()]
                try:
                    await stop.wait()
                finally:
                    for outlet in self._outlets.values():
                        outlet.stop()
                await asyncio.wait(working)  # our place is kept until the last answer is written down
                for watcher in watchers:
                    watcher.cancel()
        finally:
            await ledger.close()

    def _stand(self, standing: Standing) -> None:
        for outlet in self._outlets.values():
            outlet.stand(standing)

    def _lower(self, channel: str, share: int) -> None:
        self._outlets[channel].share.lower(share)

    async def health(self) -> dict[str, ChannelHealth]:
        """Figures per channel. Reads the database for the length of the queues, counting up to 10,000 a lane."""
        async with self._db.read() as tx:
            queues = await backlog(tx, list(self._outlets))
        queued = {channel: sum(one.count for one in queues if one.channel == channel) for channel in self._outlets}
        return {channel: figures(outlet, queued[channel]) for channel, outlet in self._outlets.items()}

    def resume(self, channel: str) -> None:
        """Try `channel` again at once: a new token is in place, or someone says that the platform is back."""
        self._outlets[channel].resume()

    async def _recover(self, ledger: Ledger) -> None:
        held = [int(lane) for lane, policy in self.settings.doubt.items() if policy.way == "hold"]
        recovery = await ledger.recover(to_micros(self._clock()), held, [one.value for one in HARMLESS])
        if recovery.resent or recovery.held:
            log.warning("deliveries in doubt after a crash", resent=recovery.resent, held=recovery.held)
        for channel, sender in self._senders.items():
            outlet = Outlet(channel, sender, ledger, self.settings, self._clock, self._alarm, self._rng)
            outlet.take_over(recovery)
            outlet.share.first(recovery.shares.get(channel, outlet.pace.count))
            self._outlets[channel] = outlet

    def _alarm(self, alarm: Alarm) -> None:
        try:
            self._hear_alarm(alarm)
        except Exception:
            log.exception("nobody hears the alarm", channel=alarm.channel, kind=alarm.kind)

    async def _hear(self) -> None:
        """Rows of this process ring a bell."""
        while True:
            if await self._db.wake.wait("outbox", BELL_SECONDS):
                self._ring()

    async def _watch(self, ledger: Ledger) -> None:
        """Rows of other processes change the database."""
        seen = None
        while True:
            await asyncio.sleep(self.settings.watch)
            try:
                changes = await ledger.changes()
            except LedgerTrouble as error:
                log.warning("watch", error=type(error).__name__)
                continue
            if changes != seen:
                seen = changes
                self._ring()

    def _ring(self) -> None:
        for outlet in self._outlets.values():
            outlet.ring()
