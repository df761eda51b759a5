"""Liaison put together: database, channels, engine, reader, inbox worker, clock. Start it with `run`.

Taking messages in begins at once and needs nothing but the database. Handling them waits until both platforms have
said who we are there; what they said last time is kept, so a restart works while one of them is out of reach.
"""

import asyncio
import random
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson
import structlog
from starlette.routing import Route

from bot.alarms import Alarms
from bot.connections import Connections
from bot.inbox_worker import InboxWorker
from bot.instance_lock import hold
from bot.menus import menus
from bot.own_files import OwnFiles
from bot.reader import Reader
from bot.scheduler import Tick, keep_time
from bot.supervise import supervise
from bot.web import serve_web, web_app
from bot.workspace import learn_workspace, remembered_channels, resolve
from channels.raw import RawUpdate, from_json
from channels.slack import client as slack_client
from channels.slack.directory import SlackDirectory
from channels.slack.forms import SlackForms
from channels.slack.http import events_route
from channels.slack.inbound import parse as parse_slack
from channels.slack.intake import make_app
from channels.slack.outbound import SlackSender
from channels.slack.said import SlackIdentity
from channels.slack.socket import SocketListener
from channels.telegram import bot as telegram_bot
from channels.telegram.inbound import BotIdentity
from channels.telegram.inbound import parse as parse_telegram
from channels.telegram.menu import set_menu
from channels.telegram.outbound import TelegramSender
from channels.telegram.poller import Poller, PollState
from channels.telegram.transport import AiohttpRequest
from channels.telegram.webhook import announce_webhook, webhook_route
from delivery.engine import Engine
from delivery.health import Alarm
from delivery.limits import ChatLimit
from delivery.settings import SLACK, ChannelSettings, EngineSettings
from domain.codec import decode, encode
from domain.community import Community
from domain.content import Form
from domain.errors import LiaisonError, SendError
from domain.inbound import DeliveryEnded, Inbound
from domain.ports import FileSource, Sender
from handlers import due, forms
from handlers.context import Context, Taught
from locales import Catalogs
from storage import documents, inbox
from storage.engine import Database, Tx
from storage.inbox import Stored
from storage.migrate import migrate

RETRY_SECONDS = 5.0
DUE_SECONDS = 2.0
WORKSPACE_SECONDS = 600.0
TIDY_SECONDS = 3600.0

log = structlog.get_logger()


class App:
    """One running Liaison. Made by `running`; every part is an attribute so that tests and the health page can look."""

    def __init__(self, db: Database, community: Community, connections: Connections) -> None:
        self.db, self.configured, self.connections = db, community, connections
        self.community = community  # with channel ids, once Slack has told them
        self.catalogs = Catalogs(community.default_language, strict=False, zone=community.time_zone)
        self.rng = random.SystemRandom()
        self.ready = asyncio.Event()
        self.telegram_me: BotIdentity | None = None
        self.slack_me: SlackIdentity | None = None
        self.polling = PollState.OK
        self.reader = Reader(db, community, self.now)
        self.alarms = Alarms(db, self.make_context, self.now)
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
        self.socket: SocketListener | None = None
        self._later: set[asyncio.Task[None]] = set()

    @staticmethod
    def now() -> datetime:
        """The present instant."""
        return datetime.now(UTC)

    def make_context(self, tx: Tx) -> Context:
        """The surroundings of one handler."""
        return Context(
            tx=tx,
            now=self.now(),
            community=self.community,
            catalogs=self.catalogs,
            capabilities={channel: sender.capabilities for channel, sender in self.senders.items()},
            rng=self.rng,
        )

    # --- in ---------------------------------------------------------------------------------------------------------

    async def store(self, updates: Sequence[RawUpdate]) -> None:
        """Put updates on disk; only after this are they acknowledged."""
        arrivals = [
            inbox.Arrival(channel=u.channel, dedupe=u.dedupe, conversation=u.conversation, payload=u.payload)
            for u in updates
        ]

        async def deed(tx: Tx) -> int:
            return await inbox.store(tx, arrivals, self.now())

        await self.db.transact(deed)

    def parse(self, row: Stored) -> Inbound:
        """What a stored update says. Raises where it cannot be understood: a dead letter."""
        payload = from_json(row.payload)
        if row.channel == "telegram" and self.telegram_me is not None:
            return parse_telegram(payload, self.telegram_me, received_at=row.received_at)
        if row.channel == "slack" and self.slack_me is not None:
            return parse_slack(payload, self.slack_me, received_at=row.received_at)
        if row.channel == "liaison":
            return DeliveryEnded(
                delivery_id=payload["delivery_id"], state=payload["state"], reason=payload.get("reason") or ""
            )
        raise LiaisonError(f"no channel is called {row.channel!r}")

    async def form_for(self, user: str, data: str, channel_id: str, message_id: str | None) -> Form | None:
        """The form that a button or command opens, drawn from the tables at once."""
        if not self.ready.is_set():
            return None
        async with self.db.read() as tx:
            return await forms.form_for(self.make_context(tx), user, data, channel_id, message_id)

    async def _learn(self, lessons: list[Taught]) -> None:
        await self.reader.learn(lessons)

    async def _dead_letter(self, kind: str, row: Stored) -> None:
        await self.alarms.raise_(kind, row.channel, number=row.id)

    # --- start ------------------------------------------------------------------------------------------------------

    async def open_channels(self, stack: AsyncExitStack) -> None:
        """Make senders and clients; nothing is asked of the platforms yet."""
        telegram, slack = self.connections.telegram, self.connections.slack
        files: dict[str, FileSource] = {"liaison": OwnFiles(self.db)}
        self.request = AiohttpRequest(connections=64)
        self.bot = telegram_bot.make_bot(telegram.token, self.request, api_url=telegram.api_url)
        await self.request.initialize()
        stack.push_async_callback(self.request.shutdown)
        session = await stack.enter_async_context(slack_client.slack_session())
        self.slack = slack_client.make_client(slack.bot_token, session, api_url=slack.api_url)
        self.slack_app_client = slack_client.make_client(slack.app_token, session, api_url=slack.api_url)
        cancel = self.catalogs.say(self.configured.staff_language, "desk-form-cancel")
        telegram_sender = TelegramSender(self.bot, self.request, files=files)
        slack_sender = SlackSender(self.slack, cancel_label=cancel, files=files)
        files |= {"telegram": telegram_sender, "slack": slack_sender}
        self.senders |= {"telegram": telegram_sender, "slack": slack_sender}
        self.engine = Engine(self.db, self.senders, self._engine_settings(), alarms=self._engine_alarm)

    def _engine_settings(self) -> EngineSettings:
        chat = ChatLimit(per_second=1.0, burst=3, group_per_minute=20)
        telegram = ChannelSettings(rate=self.connections.telegram.rate, chat=chat)
        return EngineSettings(channels={"telegram": telegram, "slack": SLACK})

    def _engine_alarm(self, alarm: Alarm) -> None:
        log.warning("engine.alarm", channel=alarm.channel, kind=alarm.kind)
        if alarm.kind in {"revoked", "down", "back"}:
            self._soon(self.alarms.raise_(f"channel-{alarm.kind}", alarm.channel, channel=alarm.channel.title()))

    def _soon(self, work: Any) -> None:
        task: asyncio.Task[None] = asyncio.ensure_future(work)
        self._later.add(task)
        task.add_done_callback(self._later.discard)

    async def introduce(self, stop: asyncio.Event) -> None:
        """Learn who we are on both platforms; then handling begins. Later, look at the workspace now and then."""
        await self._recall()
        await asyncio.gather(self._meet_telegram(stop), self._meet_slack(stop))
        while not stop.is_set():
            await _pause(stop, WORKSPACE_SECONDS)
            if not stop.is_set():
                await self._look_again()

    async def _look_again(self) -> None:
        try:
            await self.look_at_workspace()
        except SendError as error:
            log.warning("slack.not_reached", reason=error.reason)

    async def _recall(self) -> None:
        async with self.db.read() as tx:
            telegram = await documents.take(tx, "telegram-identity")
            slack = await documents.take(tx, "slack-identity")
        if telegram and self.connections.telegram.token.startswith(f"{orjson.loads(telegram)['id']}:"):
            self.telegram_me = decode(BotIdentity, orjson.loads(telegram))
        if slack:
            self.slack_me = decode(SlackIdentity, orjson.loads(slack))
        channels = await remembered_channels(self.db)
        if self.telegram_me and self.slack_me and channels:
            self.community = resolve(self.configured, channels)
            self.ready.set()

    async def _meet_telegram(self, stop: asyncio.Event) -> None:
        telegram = self.connections.telegram
        while not stop.is_set():
            try:
                self.telegram_me = await telegram_bot.identify(self.bot)
                await set_menu(self.bot, menus(self.catalogs, self.configured), self.configured.default_language)
                if telegram.webhook_url:
                    await announce_webhook(self.bot, telegram.webhook_url, secret=telegram.webhook_secret)
                break
            except SendError as error:
                log.warning("telegram.not_reached", reason=error.reason, detail=error.detail)
                await _pause(stop, RETRY_SECONDS)
        if self.telegram_me:
            await self._keep("telegram-identity", encode(self.telegram_me))
            self._maybe_ready()

    async def _meet_slack(self, stop: asyncio.Event) -> None:
        while not stop.is_set():
            try:
                self.slack_me = await slack_client.identify(self.slack)
                await self.look_at_workspace()
                break
            except SendError as error:
                log.warning("slack.not_reached", reason=error.reason, detail=error.detail)
                await _pause(stop, RETRY_SECONDS)
        if self.slack_me:
            await self._keep("slack-identity", encode(self.slack_me))
            self._maybe_ready()

    def _maybe_ready(self) -> None:
        known = all(not d.channel.startswith("#") for d in self.community.departments)
        if self.telegram_me and self.slack_me and known:
            self.ready.set()

    async def look_at_workspace(self) -> None:
        """Read channels, members and groups again; the seats decide who may act on what."""
        directory = SlackDirectory(self.slack)
        channels = await learn_workspace(self.db, directory, self.configured, self.now())
        self.community = resolve(self.configured, channels)

    async def _keep(self, name: str, value: Any) -> None:
        async with self.db.write() as tx:
            await documents.put(tx, name, orjson.dumps(value), self.now())

    # --- work -------------------------------------------------------------------------------------------------------

    async def take_telegram(self, stop: asyncio.Event) -> None:
        """Poll Telegram until told to stop."""
        telegram = self.connections.telegram
        poller = Poller(telegram.token, store=self.store, report=self._report_poll, api_url=telegram.api_url)
        await _until(stop, poller.run())

    async def _report_poll(self, state: PollState, reason: str) -> None:
        self.polling = state
        if state in {PollState.CONFLICT, PollState.REVOKED}:
            self._soon(self.alarms.raise_(f"telegram-{state}", "polling"))

    async def take_slack(self, stop: asyncio.Event) -> None:
        """Listen to Slack over Socket Mode until told to stop."""
        while self.slack_me is None and not stop.is_set():
            await _pause(stop, 0.2)
        if stop.is_set() or self.slack_me is None:
            return
        self.socket = SocketListener(self._slack_app(self.slack_me), self.slack_app_client, connections=2)
        await _until(stop, self.socket.run())

    def _slack_app(self, me: SlackIdentity) -> Any:
        return make_app(
            self.slack,
            me,
            store=self.store,
            form_for=self.form_for,
            opener=SlackForms(self.slack),
            signing_secret=self.connections.slack.signing_secret,
        )

    async def handle(self, stop: asyncio.Event) -> None:
        """Handle the inbox once both platforms have said who we are."""
        await self.reader.start()
        await _until(stop, self.ready.wait())
        if self.ready.is_set():
            await self.worker.run(stop)

    async def act_on_time(self) -> None:
        """Do what is due."""
        if not self.ready.is_set():
            return

        async def deed(tx: Tx) -> int:
            return await due.act_on_time(self.make_context(tx))

        await self.db.transact(deed)

    async def tidy(self) -> None:
        """Forget handled updates that no platform repeats any more."""
        async with self.db.write() as tx:
            await inbox.forget_before(tx, self.now() - inbox.KEEP_DONE)

    async def health(self) -> dict[str, Any]:
        """Figures for the health page."""
        async with self.db.read() as tx:
            waiting = await inbox.counts(tx)
        channels = {name: encode(figures) for name, figures in (await self.engine.health()).items()}
        sockets = await self.socket.connected() if self.socket else 0
        troubled = any(figures["state"] in {"down", "revoked"} for figures in channels.values())
        return {
            "ok": self.ready.is_set() and not troubled and self.polling is PollState.OK,
            "ready": self.ready.is_set(),
            "polling": self.polling,
            "slack_connections": sockets,
            "inbox": {**waiting, "in_memory": self.worker.busy},
            "channels": channels,
        }

    def doors(self) -> list[Route]:
        """Routes for what is pushed rather than polled. Slack's needs its identity first."""
        doors = []
        telegram, slack = self.connections.telegram, self.connections.slack
        if telegram.webhook_url:
            doors.append(webhook_route("/telegram", secret=telegram.webhook_secret, store=self.store))
        if not slack.app_token and self.slack_me is not None:
            doors.append(
                events_route("/slack/events", self._slack_app(self.slack_me), signing_secret=slack.signing_secret)
            )
        return doors

    async def serve(self, stop: asyncio.Event) -> None:
        """Serve the health page and the doors."""
        while not self.connections.slack.app_token and self.slack_me is None and not stop.is_set():
            await _pause(stop, 0.2)
        await serve_web(
            web_app(self._health_json, self.doors()), self.connections.http_host, self.connections.http_port, stop
        )

    async def _health_json(self) -> dict[str, Any]:
        figures: dict[str, Any] = orjson.loads(orjson.dumps(await self.health(), default=str))
        return figures

    async def work(self, stop: asyncio.Event) -> None:
        """Run everything until `stop` is set. Raises TaskGivenUp when a part keeps dying."""
        ticks = [
            Tick(name="due", seconds=DUE_SECONDS, deed=self.act_on_time),
            Tick(name="tidy", seconds=TIDY_SECONDS, deed=self.tidy),
        ]
        tasks = {
            "introduce": self.introduce,
            "handle": self.handle,
            "engine": self.engine.run,
            "clock": lambda stop: keep_time(ticks, stop),
        }
        if not self.connections.telegram.webhook_url:
            tasks["telegram"] = self.take_telegram
        if self.connections.slack.app_token:
            tasks["slack"] = self.take_slack
        if self.connections.http_port:
            tasks["web"] = self.serve
        try:
            await supervise(tasks, stop)
        finally:
            await self.reader.close()


async def _pause(stop: asyncio.Event, seconds: float) -> None:
    """Sleep, or less if told to stop."""
    try:
        async with asyncio.timeout(seconds):
            await stop.wait()
    except TimeoutError:
        return


async def _until(stop: asyncio.Event, work: Any) -> None:
    """Run `work` until it ends or `stop` is set; then it is cancelled."""
    task, stopper = asyncio.ensure_future(work), asyncio.ensure_future(stop.wait())
    await asyncio.wait({task, stopper}, return_when=asyncio.FIRST_COMPLETED)
    stopper.cancel()
    if not task.done():
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    elif not task.cancelled():
        task.result()


@asynccontextmanager
async def opened(community: Community, connections: Connections) -> AsyncIterator[App]:
    """An App with its database open and migrated and its channels made, not yet at work."""
    async with AsyncExitStack() as stack:
        if connections.database_url.startswith("sqlite:///"):
            path = Path(connections.database_url.removeprefix("sqlite:///"))
            stack.enter_context(hold(path.with_name(path.name + ".lock")))
        db = await stack.enter_async_context(Database.open(connections.database_url))
        await migrate(db)
        app = App(db, community, connections)
        await app.open_channels(stack)
        yield app


async def run(community: Community, connections: Connections, stop: asyncio.Event) -> None:
    """Run Liaison until `stop` is set."""
    async with opened(community, connections) as app:
        await app.work(stop)
