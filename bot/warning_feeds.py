"""Looks into the configured feeds of official warnings and turns what is new into drafts. The clock calls `poll`."""

from collections import OrderedDict
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any, Final
from urllib.parse import urlsplit

import aiohttp
import structlog

from alerts.cap.bounded import MAX_BYTES
from alerts.cap.feed import read_feed
from alerts.cap.message import Alert
from alerts.cap.read import read
from alerts.cap.remark import Refused
from channels.warning_feed import Document, ForeignHost, Mark, NotFetched, fetch
from domain.broadcast import Refusal
from domain.community import Broadcasting, WarningFeed
from handlers.context import Context
from handlers.official_warning import take_warning
from storage import once
from storage.engine import Database, Tx

MOST_A_POLL: Final = 50  # messages fetched from one feed at a time; the rest follows with the next
REMEMBERED: Final = 5_000  # addresses whose message was read: they do not change
AGENT: Final = "Liaison"  # with the town's name: publishers turn away whoever does not say who they are
ALARM_AFTER: Final = 3  # polls in a row without an answer

log = structlog.get_logger()
Alarm = Callable[..., Awaitable[Any]]


class WarningFeeds:
    """All feeds of one community. What was read is in the database; what is kept here only saves requests."""

    def __init__(
        self,
        db: Database,
        make_context: Callable[[Tx], Context],
        now: Callable[[], datetime],
        casting: Broadcasting,
        alarm: Alarm,
    ) -> None:
        self._db, self._make_context, self._now, self._alarm = db, make_context, now, alarm
        self._feeds = casting.feeds
        self._agent = f"{AGENT} ({casting.sender})" if casting.sender else AGENT
        self._marks: dict[str, Mark] = {}
        self._done: OrderedDict[str, None] = OrderedDict()
        self._failures: dict[str, int] = {}

    async def poll(self) -> None:
        """Look into every feed whose turn it is, one after the other."""
        due = [feed for feed in self._feeds if await self._is_due(feed)]
        if not due:
            return
        async with aiohttp.ClientSession(headers={"User-Agent": self._agent}) as session:
            for feed in due:
                await self._look(session, feed)

    async def _is_due(self, feed: WarningFeed) -> bool:
        """Whether nobody, here or in another process, has looked in this span of time."""
        span = int(self._now().timestamp() // (feed.minutes * 60))

        async def claim(tx: Tx) -> bool:
            now, name = self._now(), f"feed {feed.address} "
            mine = await once.first(tx, f"{name}{span}", now)
            if mine:
                await once.forget_named(tx, name, now - 2 * timedelta(minutes=feed.minutes))
            return mine

        return await self._db.transact(claim)

    async def _look(self, session: aiohttp.ClientSession, feed: WarningFeed) -> None:
        hosts = {urlsplit(feed.address).hostname or "", *feed.hosts}
        try:
            document = await fetch(session, feed.address, hosts, MAX_BYTES, self._marks.get(feed.address))
            complete = await self._follow(session, feed, document, hosts)
        except (NotFetched, Refused) as error:
            await self._failed(feed, error)
            return
        self._failures.pop(feed.address, None)
        if complete:
            self._marks[feed.address] = document.mark
        else:
            self._marks.pop(feed.address, None)

    async def _follow(
        self, session: aiohttp.ClientSession, feed: WarningFeed, document: Document, hosts: set[str]
    ) -> bool:
        """Read what the feed points at; whether nothing is left for the next time."""
        if document.data is None:
            return True
        found = read_feed(document.data, document.address)
        if found.is_message:
            await self._read(feed, document.data)
            return True
        fresh = [link for link in found.links if link not in self._done]
        complete = len(fresh) <= MOST_A_POLL
        messages: list[tuple[str, bytes]] = []
        for link in fresh[:MOST_A_POLL]:
            try:
                got = await fetch(session, link, hosts, MAX_BYTES)
            except ForeignHost:
                log.warning("warning lies elsewhere: name its host in the configuration", address=link)
                self._remember(link)
            except NotFetched as error:
                log.warning("warning not fetched", feed=feed.address, address=link, reason=error.reason)
                complete = False
            else:
                messages.append((link, got.data or b""))
        for link, data in reversed(messages):  # a feed has the newest first; an update must find what it updates
            if await self._read(feed, data):
                self._remember(link)
            else:
                complete = False
        return complete

    async def _read(self, feed: WarningFeed, data: bytes) -> bool:
        """Take one message in; False where somebody changed its broadcast at that moment and it is to be read again."""
        reading = read(data)
        if reading.alert is None:
            log.warning("warning refused", feed=feed.address, reason=reading.remarks[0].key)
            return True
        alert: Alert = reading.alert

        async def deed(tx: Tx) -> str:
            ctx = self._make_context(tx)
            origin = f"feed:{feed.address}"
            received = await take_warning(ctx, alert, origin=origin, author="feed", local_only=True)
            return received.outcome

        try:
            outcome = await self._db.transact(deed)
        except Refusal:
            return False
        log.info("warning read", feed=feed.address, warning=alert.identifier, outcome=outcome)
        return True

    async def _failed(self, feed: WarningFeed, error: NotFetched | Refused) -> None:
        reason = error.reason if isinstance(error, NotFetched) else error.remark.key
        log.warning("feed not read", feed=feed.address, reason=reason)
        self._failures[feed.address] = self._failures.get(feed.address, 0) + 1
        if self._failures[feed.address] == ALARM_AFTER:
            await self._alarm("feed", feed.address, address=feed.address, reason=reason)

    def _remember(self, link: str) -> None:
        self._done[link] = None
        if len(self._done) > REMEMBERED:
            self._done.popitem(last=False)
