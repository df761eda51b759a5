"""Liaison as its clock and its doors see it: the parts they use, whoever puts them together (`bot.app`)."""

import asyncio
from datetime import datetime
from typing import Any, Protocol

from bot.alarms import Alarms
from bot.connections import Connections
from bot.inbox_worker import InboxWorker
from bot.intake import Intake
from bot.meeting import Meeting
from bot.polling import Polling
from bot.refusals import Refusals
from bot.warning_feeds import WarningFeeds
from bot.watchdog import Watchdog
from channels.slack.said import SlackIdentity
from channels.slack.socket import SocketListener
from delivery.engine import Engine
from domain.ports import FileSource
from handlers.context import Context
from locales import Catalogs
from storage.duty import Duty
from storage.engine import Database, Tx


class Parts(Protocol):
    """What is there once Liaison has been put together. `ready` is set when both platforms have said who we are."""

    db: Database
    connections: Connections
    catalogs: Catalogs
    meeting: Meeting
    ready: asyncio.Event
    polling: Polling
    alarms: Alarms
    watchdog: Watchdog
    feeds: WarningFeeds
    keeps_time: Duty
    recoveries_told: int
    refusals: Refusals
    intake: Intake
    worker: InboxWorker
    engine: Engine
    files: dict[str, FileSource]
    socket: SocketListener | None

    def now(self) -> datetime:
        """The present instant."""

    def make_context(self, tx: Tx) -> Context:
        """The surroundings of one handler."""

    def slack_app(self, me: SlackIdentity) -> Any:
        """The Bolt app that stores what Slack hands over."""
