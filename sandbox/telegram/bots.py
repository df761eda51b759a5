"""One bot account: its chats, updates, files, commands and texts, as the server keeps them for its token."""

import asyncio
import itertools
from dataclasses import dataclass, field

from sandbox.telegram.callbacks import CallbackQuery
from sandbox.telegram.chats import Chat, Message
from sandbox.telegram.files import FileStore
from sandbox.telegram.identity import Json, User
from sandbox.telegram.limits import Limiter
from sandbox.telegram.updates import Queued, UpdateQueue
from sandbox.telegram.world import World


@dataclass(slots=True)
class Webhook:
    """Where updates are posted. An empty `url` means that they are fetched with getUpdates."""

    url: str = ""
    secret_token: str = ""
    max_connections: int = 40
    ip_address: str = ""
    has_certificate: bool = False
    last_error_date: int = 0
    last_error_message: str = ""
    next_change: float = 0.0


@dataclass(slots=True)
class Polling:
    """The one long poll that may be open, and what the server remembers of earlier ones."""

    open: "asyncio.Future[str] | None" = None
    next_conflict: float = 0.0
    last_offset: int = 0
    last_start: float = float("-inf")


@dataclass(slots=True)
class Texts:
    """Name, description and short description of the bot, by language_code ("" is the default)."""

    name: dict[str, str] = field(default_factory=dict)
    description: dict[str, str] = field(default_factory=dict)
    short_description: dict[str, str] = field(default_factory=dict)


class Bot:
    """The state behind one token. `revoked` makes every call answer 401."""

    def __init__(self, network: World, token: str, user: User) -> None:
        self.network = network
        self.token = token
        self.user = user
        self.revoked = False
        self.logged_out = False
        self.reads_all_group_messages = False
        self.chats: dict[int, Chat] = {}
        self.files = FileStore(user.id)
        self.limiter = Limiter(network.options.rates)
        self.updates = UpdateQueue(network.options.clock, first_id=100_000_001 + user.id % 1000 * 1000)
        self.queries: dict[str, CallbackQuery] = {}
        self.commands: dict[tuple[str, str], list[Json]] = {}
        self.texts = Texts()
        self.webhook = Webhook()
        self.polling = Polling()
        self.default_rights: dict[bool, Json] = {}
        self.menu_button: Json = {"type": "commands"}
        self._message_ids = itertools.count(1)
        self._query_ids = itertools.count(4_000_000_000_000_001 + user.id % 1000)
        self._album_ids = itertools.count(13_000_000_000_000_001)

    @property
    def id(self) -> int:
        """The bot's user id, the number before the colon of its token."""
        return self.user.id

    def next_message_id(self, chat: Chat) -> int:
        """The number of the next message in this chat."""
        if chat.own_numbering:
            chat.last_own_id += 1
            return chat.last_own_id
        return next(self._message_ids)

    def next_query_id(self) -> str:
        """A fresh callback query id."""
        return str(next(self._query_ids))

    def next_album_id(self) -> str:
        """A fresh media_group_id."""
        return str(next(self._album_ids))

    def chat_named(self, username: str) -> Chat | None:
        """The public group or channel behind @username (case does not matter)."""
        wanted = username.removeprefix("@").lower()
        for chat in self.chats.values():
            if chat.username and chat.username.lower() == wanted and not chat.private:
                return chat
        return None

    def private_chat(self, user: User) -> Chat:
        """The chat of this user with the bot, made when it is not there yet (not started)."""
        chat = self.chats.get(user.id)
        if chat is None:
            chat = Chat(id=user.id, type="private", user=user)
            self.chats[user.id] = chat
        return chat

    def automatic_chat(self, chat_id: int) -> Chat:
        """The chat that `auto_chats` finds behind any positive id; kept only when messages are kept."""
        network = self.network
        user = network.users.get(chat_id)
        if user is None:
            user = User(id=chat_id, first_name=f"Resident {chat_id}")
        if network.options.message_limit == 0:
            return Chat(id=chat_id, type="private", user=user, started=True)
        network.users[chat_id] = user
        chat = self.private_chat(user)
        chat.started = True
        return chat

    def keep(self, message: Message) -> Message:
        """Store a new message and tell those who watch."""
        limit = self.network.options.message_limit
        if limit != 0:
            message.chat.keep(message, limit)
        self.network.changes.note("message", self.id, message.chat.id, message.id)
        return message

    def receive(self, kind: str, content: Json, *, key: int, date: float | None = None) -> Queued | None:
        """Queue an update for the bot, spoilt by whatever update faults are on."""
        faults = self.network.faults
        update = self.updates.add(kind, content, key=key, date=date)
        if update is None or not faults.active:
            return update
        if faults.for_update("duplicate_updates", self.id):
            self.updates.repeat(update)
        if faults.for_update("malformed_updates", self.id):
            self.updates.inject(_malformed(faults.choose(5), content), key=key)
        return update


def _malformed(variant: int, content: Json) -> Json:
    """An update that a strict reader cannot take: fields missing, of the wrong type, or of an unknown kind."""
    if variant == 0:
        return {"message": {key: value for key, value in content.items() if key != "date"}}
    if variant == 1:
        return {"message": {**content, "chat": "nobody", "from": []}}
    if variant == 2:
        return {"quantum_message": {"spin": 0.5}}
    if variant == 3:
        return {"message": None}
    return {"message": {"message_id": "seven", "date": "yesterday", "chat": {"id": None}, "text": 7}}
