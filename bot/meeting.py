"""Meeting the platforms: who we are there, and what the workspace looks like.

Handling waits until both platforms have told us; what they said last time is kept, so a restart works while one of
them is out of reach.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import Any

import orjson
import structlog

from bot.connections import Connections
from bot.menus import menus
from bot.stopping import pause
from bot.workspace import learn_workspace, remembered_channels, resolve
from channels.slack import client as slack_client
from channels.slack.directory import SlackDirectory
from channels.slack.said import SlackIdentity
from channels.telegram import bot as telegram_bot
from channels.telegram.inbound import BotIdentity
from channels.telegram.menu import set_menu
from channels.telegram.webhook import announce_webhook
from domain.codec import decode, encode
from domain.community import Community
from domain.errors import SendError
from locales import Catalogs
from storage import documents
from storage.engine import Database

RETRY_SECONDS = 5.0
WORKSPACE_SECONDS = 600.0

log = structlog.get_logger()


class Meeting:
    """What the platforms have told us. `ready` is set once both have; `community` then has channel ids."""

    def __init__(
        self,
        db: Database,
        configured: Community,
        connections: Connections,
        catalogs: Catalogs,
        now: Callable[[], datetime],
    ) -> None:
        self._db, self._configured, self._connections = db, configured, connections
        self._catalogs, self._now = catalogs, now
        self.community = configured
        self.ready = asyncio.Event()
        self.telegram_me: BotIdentity | None = None
        self.slack_me: SlackIdentity | None = None
        self._bot: Any = None
        self._slack: Any = None

    def with_clients(self, bot: Any, slack: Any) -> None:
        """The clients to ask with; before `run`."""
        self._bot, self._slack = bot, slack

    async def run(self, stop: asyncio.Event) -> None:
        """Learn who we are on both platforms; then handling begins. Later, look at the workspace now and then."""
        await self._recall()
        await asyncio.gather(self._meet_telegram(stop), self._meet_slack(stop))
        while not stop.is_set():
            await pause(stop, WORKSPACE_SECONDS)
            if not stop.is_set():
                await self._look_again()

    async def know_slack(self, stop: asyncio.Event) -> SlackIdentity | None:
        """Who we are in Slack, as soon as that is known; None when told to stop before."""
        while self.slack_me is None and not stop.is_set():
            await pause(stop, 0.2)
        return self.slack_me

    async def look_at_workspace(self) -> None:
        """Read channels, members and groups again; the seats decide who may act on what."""
        directory = SlackDirectory(self._slack)
        channels = await learn_workspace(self._db, directory, self._configured, self._now())
        self.community = resolve(self._configured, channels)

    async def _look_again(self) -> None:
        try:
            await self.look_at_workspace()
        except SendError as error:
            log.warning("slack.not_reached", reason=error.reason)

    async def _recall(self) -> None:
        async with self._db.read() as tx:
            telegram = await documents.take(tx, "telegram-identity")
            slack = await documents.take(tx, "slack-identity")
        if telegram and self._connections.telegram.token.startswith(f"{orjson.loads(telegram)['id']}:"):
            self.telegram_me = decode(BotIdentity, orjson.loads(telegram))
        if slack:
            self.slack_me = decode(SlackIdentity, orjson.loads(slack))
        channels = await remembered_channels(self._db)
        if self.telegram_me and self.slack_me and channels:
            self.community = resolve(self._configured, channels)
            self.ready.set()

    async def _meet_telegram(self, stop: asyncio.Event) -> None:
        telegram = self._connections.telegram
        while not stop.is_set():
            try:
                self.telegram_me = await telegram_bot.identify(self._bot)
                await set_menu(self._bot, menus(self._catalogs, self._configured), self._configured.default_language)
                if telegram.webhook_url:
                    await announce_webhook(self._bot, telegram.webhook_url, secret=telegram.webhook_secret)
                break
            except SendError as error:
                log.warning("telegram.not_reached", reason=error.reason, detail=error.detail)
                await pause(stop, RETRY_SECONDS)
        if self.telegram_me:
            await self._keep("telegram-identity", encode(self.telegram_me))
            self._maybe_ready()

    async def _meet_slack(self, stop: asyncio.Event) -> None:
        while not stop.is_set():
            try:
                self.slack_me = await slack_client.identify(self._slack)
                await self.look_at_workspace()
                break
            except SendError as error:
                log.warning("slack.not_reached", reason=error.reason, detail=error.detail)
                await pause(stop, RETRY_SECONDS)
        if self.slack_me:
            await self._keep("slack-identity", encode(self.slack_me))
            self._maybe_ready()

    def _maybe_ready(self) -> None:
        known = all(not d.channel.startswith("#") for d in self.community.departments)
        if self.telegram_me and self.slack_me and known:
            self.ready.set()

    async def _keep(self, name: str, value: Any) -> None:
        async with self._db.write() as tx:
            await documents.put(tx, name, orjson.dumps(value), self._now())
