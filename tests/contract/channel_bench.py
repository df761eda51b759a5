"""A channel on its platform's local stand-in, in terms that every channel shares: what a resident sees and does."""

import asyncio
import contextlib
import re
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

from slack_bolt.async_app import AsyncApp
from telegram import Bot

from channels.plain import outgoing
from channels.raw import RawUpdate, from_json
from channels.slack import inbound as slack_inbound
from channels.slack.client import identify as identify_slack
from channels.slack.client import make_client, slack_session
from channels.slack.forms import SlackForms
from channels.slack.intake import make_app
from channels.slack.outbound import SlackSender
from channels.slack.said import SlackIdentity
from channels.slack.socket import SocketListener
from channels.telegram import inbound as telegram_inbound
from channels.telegram.bot import identify as identify_telegram
from channels.telegram.bot import make_bot
from channels.telegram.inbound import BotIdentity
from channels.telegram.outbound import TelegramSender
from channels.telegram.poller import Poller
from channels.telegram.transport import AiohttpRequest
from domain.content import FileRef, Form
from domain.inbound import Inbound
from domain.ports import FileSource, Sender
from sandbox.slack import AppManifest, Member, SlackWorkspace
from sandbox.telegram.faults import Fault
from sandbox.telegram.options import Options
from sandbox.telegram.residents import Resident
from sandbox.telegram.server import TelegramServer, running

E = TypeVar("E")

GONE_ADDRESS = "http://127.0.0.1:9"  # discard: nothing listens there
CANCEL = "Cancel"


@dataclass
class Inbox:
    """Keeps what a channel stores, in memory; `broken` makes storing fail."""

    rows: list[RawUpdate] = field(default_factory=list)
    broken: bool = False

    async def __call__(self, updates: Sequence[RawUpdate]) -> None:
        if self.broken:
            raise OSError("disk full")
        for update in updates:
            if all(row.dedupe != update.dedupe for row in self.rows):
                self.rows.append(update)


class Shelf:
    """A file source of a third channel."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    async def fetch(self, file: FileRef, limit: int) -> bytes:
        return self.content


class Bench(ABC):
    """One channel, one resident."""

    channel: str
    address: str
    missing_address: str
    missing_message: str
    sender: Sender
    source: FileSource
    files: dict[str, FileSource]
    inbox: Inbox

    @abstractmethod
    def shown(self) -> list[str]:
        """Texts of the app's messages that the resident sees, oldest first."""

    @abstractmethod
    def write(self, text: str) -> str:
        """The resident writes; returns the message's id."""

    @abstractmethod
    def edit(self, message_id: str, text: str) -> None:
        """The resident changes a message."""

    @abstractmethod
    async def press(self, label: str) -> str:
        """The resident presses a button; returns its data."""

    @abstractmethod
    def replied_to(self) -> str | None:
        """What the app's last message answers."""

    @abstractmethod
    def pings(self) -> int:
        """How many people the app's words would have notified."""

    @abstractmethod
    def fail(self, kind: str, after: int = 0, **options: Any) -> None:
        """Switch a fault of the stand-in on, for one send; `after` sends pass first."""

    @abstractmethod
    def refuse_resident(self) -> None:
        """The resident cannot be reached any more."""

    @abstractmethod
    def revoke(self) -> None:
        """The token is not valid any more."""

    @abstractmethod
    def file_contents(self) -> list[bytes]:
        """Bytes of the files that the app sent."""

    @abstractmethod
    def upload(self, name: str, content: bytes) -> None:
        """The resident sends a file."""

    @abstractmethod
    def lose_files(self) -> None:
        """The platform has the residents' files no more."""

    def reads(self, text: str) -> str:
        """`text` as the platform itself shows plain text, whoever sends it."""
        return outgoing(text).strip()

    @abstractmethod
    def parse(self, row: RawUpdate) -> Inbound:
        """The channel's own reading of a stored row."""

    @abstractmethod
    def listen(self) -> Any:
        """An async context in which updates flow into the inbox."""

    @abstractmethod
    async def unreachable(self) -> Sender:
        """A sender whose platform does not listen."""

    async def event(self, kind: type[E], **wanted: Any) -> E:
        """The first stored event of `kind` whose fields are as `wanted`. Raises TimeoutError after five seconds."""
        async with asyncio.timeout(5):
            while True:
                for event in map(self.parse, self.inbox.rows):
                    if isinstance(event, kind) and all(getattr(event, name) == is_ for name, is_ in wanted.items()):
                        return event
                await asyncio.sleep(0.005)


class TelegramBench(Bench):
    channel = "telegram"
    missing_address = "999000111"
    missing_message = "999999"

    def __init__(self, server: TelegramServer, bot: Bot, request: AiohttpRequest, me: BotIdentity) -> None:
        self.server, self.bot, self.me = server, bot, me
        self.files = {}
        self.sender = self.source = TelegramSender(bot, request, files=self.files)
        self.inbox = Inbox()
        self.resident: Resident = server.resident("Ola", language_code="pl")
        self.resident.start()
        self.address = str(self.resident.chat.id)

    def shown(self) -> list[str]:
        return [message.text for message in self.resident.replies]

    def write(self, text: str) -> str:
        return str(self.resident.write(text).id)

    def edit(self, message_id: str, text: str) -> None:
        self.resident.edit(self.resident.chat.messages[int(message_id)], text)

    async def press(self, label: str) -> str:
        return self.resident.click(label).data

    def replied_to(self) -> str | None:
        shown = self.resident.replies[-1].shown()
        return str(shown["reply_to_message"]["message_id"]) if "reply_to_message" in shown else None

    def pings(self) -> int:
        return 0  # a bot's words notify nobody but the chat they are sent to

    def fail(self, kind: str, after: int = 0, **options: Any) -> None:
        names = {"limited": "too_many_requests", "down": "server_error"}
        self.server.faults.add(Fault(kind=names.get(kind, kind), count=1, skip=after, **options))

    def refuse_resident(self) -> None:
        self.resident.block()

    def revoke(self) -> None:
        self.server.network.bots.clear()

    def file_contents(self) -> list[bytes]:
        contents = []
        for message in self.resident.replies:
            for media in (message.content.get("document"), *(message.content.get("photo") or [])[-1:]):
                if media:
                    stored = self.server.bot.files.get(media["file_id"])
                    assert stored is not None
                    assert stored.content is not None
                    contents.append(stored.content)
        return contents

    def lose_files(self) -> None:
        for stored in self.server.bot.files._by_id.values():
            stored.content = None

    def reads(self, text: str) -> str:
        """Telegram's server takes directional overrides and separators away and makes tabs spaces, in every message."""
        return re.sub("[\u2028-\u202e]", "", super().reads(text).replace("\t", " ")).strip()

    def upload(self, name: str, content: bytes) -> None:
        stored = self.server.bot.files.add("document", content, name=name, media_type="text/plain")
        media = {**stored.shown(), "file_name": name, "mime_type": "text/plain"}
        self.resident.send({"document": media})

    def parse(self, row: RawUpdate) -> Inbound:
        return telegram_inbound.parse(from_json(row.payload), self.me)

    @asynccontextmanager
    async def listen(self) -> AsyncIterator[None]:
        poller = Poller(self.server.token, store=self.inbox, api_url=self.server.address, timeout=2)
        async with background(poller.run()):
            yield

    async def unreachable(self) -> Sender:
        request = AiohttpRequest(connect_timeout=1)
        bot = make_bot(self.server.token, request, api_url=GONE_ADDRESS)
        await request.initialize()
        return TelegramSender(bot, request)


class _Posts(list[Any]):
    """The journal's posts; does something once `count` more have been accepted."""

    def __init__(self, before: list[Any], count: int, then: Callable[[], None]) -> None:
        super().__init__(before)
        self._full, self._then = len(before) + count, then

    def append(self, post: Any) -> None:
        super().append(post)
        if len(self) == self._full:
            self._then()


class SlackBench(Bench):
    channel = "slack"
    missing_address = "D0MISSING"
    missing_message = "1111111111.111111"

    def __init__(self, workspace: SlackWorkspace, client: Any, app_client: Any, me: SlackIdentity) -> None:
        self.workspace, self.client, self.me = workspace, client, me
        self.app_client = app_client
        self.files = {}
        self.sender = self.source = SlackSender(client, cancel_label=CANCEL, files=self.files)
        self.inbox = Inbox()
        self.forms: dict[str, Form] = {}
        self.resident: Member = workspace.add_member("olivia", "Olivia Example")
        self.address = workspace.conversation_with(self.resident.id).id

    def shown(self) -> list[str]:
        bot = self.workspace.bot_user.id
        return [literal(message) for message in self.resident.read_dm() if message.get("user") == bot]

    def write(self, text: str) -> str:
        return self.resident.dm(text).ts

    def edit(self, message_id: str, text: str) -> None:
        self.resident.edit(self.address, message_id, text)

    async def press(self, label: str) -> str:
        for message in reversed(self.resident.read_dm()):
            for element in buttons(message):
                if element["text"]["text"] == label:
                    outcome = await self.resident.press(self.address, message["ts"], element["action_id"])
                    assert outcome.ok, outcome
                    return str(element["value"])
        raise LookupError(label)

    def replied_to(self) -> str | None:
        messages = self.workspace.channels[self.address].messages.values()
        last = [message for message in messages if message.author == self.workspace.bot_user.id][-1]
        return last.thread_ts or None

    def pings(self) -> int:
        return len(self.workspace.journal.pings)

    def fail(self, kind: str, after: int = 0, **options: Any) -> None:
        names = {"limited": "ratelimited", "down": "status"}

        def strike() -> None:
            self.workspace.faults.add(names.get(kind, kind), times=1, **options)  # type: ignore[arg-type]

        if after:
            self.workspace.journal.posts = _Posts(self.workspace.journal.posts, after, strike)
        else:
            strike()

    def refuse_resident(self) -> None:
        self.workspace.faults.add("error", error="user_disabled", method="chat.*", times=1)

    def revoke(self) -> None:
        self.workspace.revoke_token()

    def file_contents(self) -> list[bytes]:
        return [file.content for file in self.workspace.files.values() if file.by_app and file.content is not None]

    def lose_files(self) -> None:
        self.workspace.files.clear()

    def upload(self, name: str, content: bytes) -> None:
        self.resident.upload(self.address, name, content)

    def parse(self, row: RawUpdate) -> Inbound:
        return slack_inbound.parse(from_json(row.payload), self.me)

    def app(self) -> AsyncApp:
        async def form_for(user: str, data: str, channel_id: str, message_id: str | None) -> Form | None:
            return self.forms.get(data)

        return make_app(
            self.client,
            self.me,
            store=self.inbox,
            form_for=form_for,
            opener=SlackForms(self.client),
            signing_secret=self.workspace.signing_secret,
        )

    @asynccontextmanager
    async def listen(self) -> AsyncIterator[SocketListener]:
        listener = SocketListener(self.app(), self.app_client, check_every=0.05, patience=3)
        async with background(listener.run()):
            async with asyncio.timeout(5):
                while await listener.connected() < 2:
                    await asyncio.sleep(0.01)
            yield listener

    async def unreachable(self) -> Sender:
        client = make_client("xoxb-none", self.client.session, api_url=f"{GONE_ADDRESS}/api/")
        return SlackSender(client, cancel_label=CANCEL)


@asynccontextmanager
async def background(work: Any) -> AsyncIterator[None]:
    """Run `work` while the block runs."""
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


def literal(message: dict[str, Any]) -> str:
    """What a person reads in a message, markup and all: the text of its rich_text, header and plain blocks."""
    return "\n".join(part for block in message.get("blocks") or [] for part in _texts(block))


def _texts(node: Any) -> list[str]:
    if isinstance(node, list):
        return [text for item in node for text in _texts(item)]
    if not isinstance(node, dict) or node.get("type") in ("actions", "button"):
        return []
    if node.get("type") in ("rich_text_section", "rich_text_quote"):
        return ["".join(piece["text"] for piece in node["elements"])]
    if node.get("type") in ("plain_text", "mrkdwn"):
        return [node["text"]]
    return [text for key in ("text", "fields", "elements") for text in _texts(node.get(key) or [])]


def buttons(message: dict[str, Any]) -> list[dict[str, Any]]:
    """The buttons of a message, in order."""
    rows = [block for block in message.get("blocks") or [] if block["type"] == "actions"]
    return [element for block in rows for element in block["elements"]]


@asynccontextmanager
async def telegram_bench() -> AsyncIterator[TelegramBench]:
    async with running(Options(seed=3)) as server:
        request = AiohttpRequest(connect_timeout=2, total_timeout=5)
        async with make_bot(server.token, request, api_url=server.address) as bot:
            yield TelegramBench(server, bot, request, await identify_telegram(bot))


@asynccontextmanager
async def slack_bench(manifest: AppManifest | None = None) -> AsyncIterator[SlackBench]:
    workspace = SlackWorkspace.create(manifest, seed=3)
    async with workspace.serving() as api_url, slack_session(connect_timeout=2, total_timeout=5) as session:
        client = make_client(workspace.bot_token, session, api_url=api_url)
        app_client = make_client(workspace.app_token, session, api_url=api_url)
        yield SlackBench(workspace, client, app_client, await identify_slack(client))


BENCHES: dict[str, Callable[[], AbstractAsyncContextManager[Bench]]] = {
    "telegram": telegram_bench,
    "slack": slack_bench,
}
__all__ = ["BENCHES", "Bench", "SlackBench", "TelegramBench", "buttons", "literal"]
