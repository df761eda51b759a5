"""Liaison put together: database, channels, engine, reader, inbox worker, clock. `bot.start` sets it to work.

Handling messages waits until both platforms have said who we are there (`bot.meeting`); taking them in does not
(`bot.polling`).
"""

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from typing import Any

import structlog

from alerts.playbooks.plan import Playbook
from bot.alarms import Alarms
from bot.connections import Connections
from bot.doors import serve
from bot.inbox_worker import InboxWorker
from bot.meeting import Meeting
from bot.own_files import OwnFiles
from bot.own_report import own_report
from bot.polling import Polling
from bot.reader import Reader
from bot.refusals import Refusals
from bot.roles import ALL, of_role
from bot.scheduler import keep_time
from bot.stopping import pause, until
from bot.store import open_store
from bot.supervise import Work, supervise
from bot.ticks import sender_ticks, ticks
from bot.warning_feeds import WarningFeeds
from bot.watchdog import Watchdog
from broadcasts.spreading import Spreader
from channels.raw import from_json
from channels.slack import client as slack_client
from channels.slack.forms import SlackForms
from channels.slack.inbound import parse as parse_slack
from channels.slack.intake import make_app
from channels.slack.outbound import SlackSender
from channels.slack.said import SlackIdentity
from channels.slack.socket import SocketListener
from channels.telegram import bot as telegram_bot
from channels.telegram.inbound import parse as parse_telegram
from channels.telegram.outbound import TelegramSender
from channels.telegram.poller import PollState
from channels.telegram.transport import AiohttpRequest
from delivery.engine import Engine
from delivery.health import Alarm
from delivery.limits import ChatLimit
from delivery.settings import SLACK, ChannelSettings, EngineSettings
from domain.community import Community
from domain.content import Form
from domain.errors import LiaisonError
from domain.inbound import Inbound, StaffFilled
from domain.ports import FileSource, Sender
from handlers import forms
from handlers.context import Context, Taught
from locales import Catalogs
from storage.duty import Duty
from storage.engine import PASSING, Database, Tx
from storage.inbox import Stored

LESSONS_SECONDS = 30.0

log = structlog.get_logger()


class App:
    """One running Liaison. Made by `opened`; every part is an attribute so that tests and the health page can look."""

    def __init__(
        self,
        db: Database,
        community: Community,
        connections: Connections,
        playbooks: tuple[Playbook, ...] = (),
        role: str = ALL,
        polling: Polling | None = None,
    ) -> None:
        self.playbooks, self.role = playbooks, role
        self.keeps_time = Duty(db, "clock")
        self.db, self.configured, self.connections = db, community, connections
        self.catalogs = Catalogs(community.default_language, strict=False, zone=community.time_zone)
        self.rng = random.SystemRandom()
        self.meeting = Meeting(db, community, connections, self.catalogs, self.now)
        self.ready = self.meeting.ready
        self.polling = polling or Polling(db, self.now, connections.telegram)
        self.intake = self.polling.intake
        self.reader = Reader(db, community, self.now)
        self.alarms = Alarms(db, self.make_context, self.now)
        self.watchdog = Watchdog()
        self.feeds = WarningFeeds(db, self.make_context, self.now, community.broadcasting, self.alarms.raise_)
        self.recoveries_told = 0
        self.refusals = Refusals(lambda door: self._soon(self.alarms.raise_("forged", door, channel=door.title())))
        self.worker = InboxWorker(
            db,
            parse=self.parse,
            read=self.reader.read,
            make_context=self.make_context,
            learn=self._learn,
            alarm=self._dead_letter,
            now=self.now,
        )
        self.engine: Engine
        self.senders: dict[str, Sender] = {}
        self.files: dict[str, FileSource] = {}
        self.socket: SocketListener | None = None
        self._later: set[asyncio.Future[None]] = set()

    @staticmethod
    def now() -> datetime:
        """The present instant."""
        return datetime.now(UTC)

    def make_context(self, tx: Tx) -> Context:
        """The surroundings of one handler."""
        return Context(
            tx=tx,
            now=self.now(),
            community=self.meeting.community,
            catalogs=self.catalogs,
            capabilities={channel: sender.capabilities for channel, sender in self.senders.items()},
            rng=self.rng,
            playbooks=self.playbooks,
            rates={"telegram": self.connections.telegram.rate, "slack": SLACK.rate},
        )

    # --- in ---------------------------------------------------------------------------------------------------------

    def parse(self, row: Stored) -> Inbound:
        """What a stored update says. Raises where it cannot be understood: a dead letter."""
        payload = from_json(row.payload)
        met = self.meeting
        if row.channel == "telegram" and met.telegram_me is not None:
            return parse_telegram(payload, met.telegram_me, received_at=row.received_at)
        if row.channel == "slack" and met.slack_me is not None:
            return parse_slack(payload, met.slack_me, received_at=row.received_at)
        if row.channel == "liaison":
            return own_report(payload)
        raise LiaisonError(f"no channel is called {row.channel!r}")

    async def form_for(self, user: str, data: str, channel_id: str, message_id: str | None) -> Form | None:
        """The form that a button or command opens, drawn from the tables at once."""
        if not self.ready.is_set():
            return None
        async with self.db.read() as tx:
            return await forms.form_for(self.make_context(tx), user, data, channel_id, message_id)

    async def next_form(self, event: StaffFilled) -> Form | None:
        """The step that follows a submitted form, drawn from the tables at once."""
        if not self.ready.is_set() or event.form not in forms.NEXT:
            return None
        async with self.db.read() as tx:
            return await forms.next_form(self.make_context(tx), event)

    async def _learn(self, lessons: list[Taught]) -> None:
        await self.reader.learn(lessons)

    async def _dead_letter(self, kind: str, row: Stored) -> None:
        await self.alarms.raise_(kind, row.channel, number=row.id)

    # --- start ------------------------------------------------------------------------------------------------------

    async def open_channels(self, stack: AsyncExitStack) -> None:
        """Make senders and clients; nothing is asked of the platforms yet."""
        telegram, slack = self.connections.telegram, self.connections.slack
        files = self.files
        files["liaison"] = OwnFiles(self.db, self.make_context)
        self.request = AiohttpRequest(connections=64)
        self.bot = telegram_bot.make_bot(telegram.token, self.request, api_url=telegram.api_url)
        await self.request.initialize()
        stack.push_async_callback(self.request.shutdown)
        session = await stack.enter_async_context(slack_client.slack_session())
        self.slack = slack_client.make_client(slack.bot_token, session, api_url=slack.api_url)
        self.slack_app_client = slack_client.make_client(slack.app_token, session, api_url=slack.api_url)
        self.meeting.with_clients(self.bot, self.slack)
        cancel = self.catalogs.say(self.configured.staff_language, "desk-form-cancel")
        telegram_sender = TelegramSender(self.bot, self.request, files=files, paid=self.connections.telegram.paid)
        slack_sender = SlackSender(self.slack, cancel_label=cancel, files=files)
        files |= {"telegram": telegram_sender, "slack": slack_sender}
        self.senders |= {"telegram": telegram_sender, "slack": slack_sender}
        self.engine = Engine(self.db, self.senders, self._engine_settings(), alarms=self._engine_alarm)
        await self.polling.tell(self._polling_trouble)

    async def _polling_trouble(self, state: PollState) -> None:
        self._soon(self.alarms.raise_(f"telegram-{state}", "polling"))

    def _engine_settings(self) -> EngineSettings:
        chat = ChatLimit(per_second=1.0, burst=3, group_per_minute=20)
        telegram = ChannelSettings(rate=self.connections.telegram.rate, chat=chat)
        return EngineSettings(channels={"telegram": telegram, "slack": SLACK})

    def _engine_alarm(self, alarm: Alarm) -> None:
        log.warning("engine.alarm", channel=alarm.channel, kind=alarm.kind)
        if alarm.kind in {"revoked", "down", "back"}:
            self._soon(self.alarms.raise_(f"channel-{alarm.kind}", alarm.channel, channel=alarm.channel.title()))

    def _soon(self, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(work)
        self._later.add(task)
        task.add_done_callback(self._later.discard)

    # --- work -------------------------------------------------------------------------------------------------------

    async def take_slack(self, stop: asyncio.Event) -> None:
        """Listen to Slack over Socket Mode until told to stop."""
        me = await self.meeting.know_slack(stop)
        if stop.is_set() or me is None:
            return
        self.socket = SocketListener(self.slack_app(me), self.slack_app_client, connections=2)
        await until(stop, self.socket.run())

    def slack_app(self, me: SlackIdentity) -> Any:
        """The Bolt app that stores what Slack hands over."""
        return make_app(
            self.slack,
            me,
            store=self.intake.store,
            form_for=self.form_for,
            opener=SlackForms(self.slack),
            next_form=self.next_form,
            signing_secret=self.connections.slack.signing_secret,
        )

    async def handle(self, stop: asyncio.Event) -> None:
        """Handle the inbox once both platforms have said who we are."""
        await self.reader.start()
        await until(stop, self.ready.wait())
        if self.ready.is_set():
            learning = asyncio.ensure_future(self._hear_of_lessons(stop))
            try:
                await self.worker.run(stop)
            finally:
                learning.cancel()

    async def _hear_of_lessons(self, stop: asyncio.Event) -> None:
        """Other workers are taught, too: learn now and then what they have heard."""
        while self.db.dialect != "sqlite":
            await pause(stop, LESSONS_SECONDS)
            try:
                await self.reader.learn([])
            except PASSING as error:
                log.warning("lessons", problem=type(error).__name__)

    async def work(self, stop: asyncio.Event) -> None:
        """Run everything until `stop` is set. Raises TaskGivenUp when a part keeps dying."""
        try:
            await supervise(of_role(self.role, {**self.polling.tasks(), **self.tasks()}), stop)
        finally:
            await self.close()

    async def close(self) -> None:
        """Let go of what `work` took hold of."""
        await self.reader.close()

    def tasks(self) -> dict[str, Work]:
        """Everything but polling, whatever the role."""
        tasks: dict[str, Work] = {
            "introduce": self.meeting.run,
            "handle": self.handle,
            "engine": self.engine.run,
            "spread": Spreader(self.db, self.now, self.configured.time_zone).run,
            "watchdog": self.watchdog.run,
            "clock": lambda stop: self.keeps_time.run(stop, lambda over: keep_time(ticks(self), over)),
            "late": lambda stop: keep_time(sender_ticks(self), stop),
        }
        if self.connections.slack.app_token:
            tasks["slack"] = self.take_slack
        if self.connections.http_port:
            tasks["web"] = lambda stop: serve(self, stop)
        return tasks


@asynccontextmanager
async def opened(
    community: Community, connections: Connections, playbooks: tuple[Playbook, ...] = (), role: str = ALL
) -> AsyncIterator[App]:
    """An App with its database open and migrated and its channels made, not yet at work.

    Raises OneProcessOnly for a role that SQLite cannot serve, AlreadyRunning, DatabaseRefused.
    """
    async with AsyncExitStack() as stack:
        db = await stack.enter_async_context(open_store(role, connections.database_url))
        app = App(db, community, connections, playbooks, role)
        await app.open_channels(stack)
        yield app
