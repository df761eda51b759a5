"""The whole of the emulated Telegram: the world and the bots in it."""

import re

from sandbox.telegram.bots import Bot
from sandbox.telegram.identity import User
from sandbox.telegram.options import Options
from sandbox.telegram.world import World

_TOKEN = re.compile(r"(\d{3,16}):[A-Za-z0-9_-]{3,80}")
DEFAULT_TOKEN = "123456789:sandbox-token-for-the-local-server"  # noqa: S105


class Network(World):
    """People and bots of one emulator."""

    def __init__(self, options: Options | None = None) -> None:
        super().__init__(options)
        self.bots: dict[str, Bot] = {}

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
