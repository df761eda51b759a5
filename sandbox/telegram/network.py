"""The whole of the emulated Telegram: people, bots, time, chance, and what they share."""

import itertools
import re

from sandbox.telegram.bots import Bot
from sandbox.telegram.changes import Changes
from sandbox.telegram.chats import SUPERGROUP_BASE, Chat
from sandbox.telegram.faults import Faults
from sandbox.telegram.identity import User
from sandbox.telegram.journal import Journal
from sandbox.telegram.options import Options

_TOKEN = re.compile(r"(\d{3,16}):[A-Za-z0-9_-]{3,80}")
DEFAULT_TOKEN = "123456789:sandbox-token-for-the-local-server"  # noqa: S105


class Network:
    """People and bots of one emulator. Everything lives in memory and in one event loop."""

    def __init__(self, options: Options | None = None) -> None:
        self.options = options or Options()
        self.users: dict[int, User] = {}
        self.bots: dict[str, Bot] = {}
        self.changes = Changes()
        self.faults = Faults(self.options.seed)
        self.journal = Journal(self.options.journal)
        self._user_ids = itertools.count(5_000_000_001)
        self._group_ids = itertools.count(-4_000_000_001, -1)
        self._supergroup_ids = itertools.count(SUPERGROUP_BASE - 2_000_000_001, -1)

    def now(self) -> float:
        """Unix seconds of the emulator's clock."""
        return self.options.clock()

    def date(self) -> int:
        """The same in whole seconds, as messages carry it."""
        return int(self.options.clock())

    def add_user(
        self,
        first_name: str,
        *,
        last_name: str | None = None,
        username: str | None = None,
        language_code: str | None = None,
        user_id: int | None = None,
    ) -> User:
        """Create a person. Raises ValueError when the id is taken."""
        number = next(self._user_ids) if user_id is None else user_id
        if number in self.users:
            raise ValueError(f"there is a user {number} already")
        user = User(
            id=number,
            first_name=first_name,
            last_name=last_name,
            username=username,
            language_code=language_code,
            phone_number=f"+1555{number % 10_000_000:07d}",
        )
        self.users[number] = user
        return user

    def add_bot(
        self, token: str = DEFAULT_TOKEN, *, name: str = "Liaison", username: str = "liaison_sandbox_bot"
    ) -> Bot:
        """Create a bot behind this token ("<id>:<secret>"). Raises ValueError when it is malformed or taken."""
        found = _TOKEN.fullmatch(token)
        if found is None:
            raise ValueError("a bot token looks like 123456789:letters-digits_and-dashes")
        if token in self.bots or int(found[1]) in self.users:
            raise ValueError("there is a bot with this token or id already")
        user = User(id=int(found[1]), first_name=name, username=username, is_bot=True)
        self.users[user.id] = user
        self.bots[token] = Bot(self, token, user)
        return self.bots[token]

    def next_group_id(self) -> int:
        """An id for a basic group."""
        return next(self._group_ids)

    def next_supergroup_id(self) -> int:
        """An id for a supergroup or channel."""
        return next(self._supergroup_ids)

    def private_chat(self, bot: Bot, user: User) -> Chat:
        """The chat of this user with the bot, made when it is not there yet (not started)."""
        chat = bot.chats.get(user.id)
        if chat is None:
            chat = Chat(id=user.id, type="private", user=user)
            bot.chats[user.id] = chat
        return chat

    def automatic_chat(self, bot: Bot, chat_id: int) -> Chat:
        """The chat that `auto_chats` finds behind any positive id; kept only when messages are kept."""
        user = self.users.get(chat_id)
        if user is None:
            user = User(id=chat_id, first_name=f"Resident {chat_id}")
        if self.options.message_limit == 0:
            return Chat(id=chat_id, type="private", user=user, started=True)
        self.users[chat_id] = user
        chat = self.private_chat(bot, user)
        chat.started = True
        return chat
