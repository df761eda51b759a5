"""The emulator as one object: a network, its HTTP face, and a port.

async with running(Options()) as telegram:
    anna = telegram.resident("Anna", language_code="pl")
    app = ApplicationBuilder().token(telegram.token).base_url(telegram.base_url)...
"""

import contextlib
from collections.abc import AsyncGenerator

from sandbox.serving import serve
from sandbox.telegram.app import BotApi
from sandbox.telegram.bots import Bot
from sandbox.telegram.control import control
from sandbox.telegram.faults import Faults
from sandbox.telegram.groups import Group
from sandbox.telegram.journal import Journal
from sandbox.telegram.network import DEFAULT_TOKEN, Network
from sandbox.telegram.options import Options
from sandbox.telegram.residents import Resident


class TelegramServer:
    """One emulator with one bot to begin with. `api` is the ASGI application; `address` its base URL when served."""

    def __init__(self, options: Options | None = None, *, token: str = DEFAULT_TOKEN) -> None:
        self.network = Network(options)
        self.bot: Bot = self.network.add_bot(token)
        self.api = BotApi(self.network)
        self.api.beside = control(self)
        self.address = ""

    @property
    def token(self) -> str:
        """The token of the first bot."""
        return self.bot.token

    @property
    def base_url(self) -> str:
        """What python-telegram-bot takes as base_url."""
        return f"{self.address}/bot"

    @property
    def base_file_url(self) -> str:
        """What python-telegram-bot takes as base_file_url."""
        return f"{self.address}/file/bot"

    @property
    def faults(self) -> Faults:
        """The fault switches."""
        return self.network.faults

    @property
    def journal(self) -> Journal:
        """What was accepted."""
        return self.network.journal

    def resident_behind(self, user_id: int) -> Resident:
        """The person with this id. Raises LookupError when there is none."""
        user = self.network.users.get(user_id)
        if user is None or user.is_bot:
            raise LookupError(f"there is no person {user_id}")
        return Resident(self.bot, user)

    def group(
        self, title: str, *, owner: Resident, kind: str = "group", username: str | None = None, with_bot: bool = True
    ) -> Group:
        """Create a group, supergroup or channel, and let the bot in."""
        group = Group(self.bot, title, owner=owner.user, kind=kind, username=username)
        if with_bot:
            group.add_bot()
        return group

    def resident(
        self,
        first_name: str,
        *,
        last_name: str | None = None,
        username: str | None = None,
        language_code: str | None = None,
        user_id: int | None = None,
    ) -> Resident:
        """Create a person who can talk with the first bot."""
        user = self.network.add_user(
            first_name, last_name=last_name, username=username, language_code=language_code, user_id=user_id
        )
        return Resident(self.bot, user)

    @contextlib.asynccontextmanager
    async def serving(self, host: str = "127.0.0.1", port: int = 0) -> AsyncGenerator["TelegramServer", None]:
        """Listen while the block runs."""
        async with serve(self.api, host, port) as self.address:
            try:
                yield self
            finally:
                await self.api.stop()


@contextlib.asynccontextmanager
async def running(
    options: Options | None = None, *, token: str = DEFAULT_TOKEN, host: str = "127.0.0.1", port: int = 0
) -> AsyncGenerator[TelegramServer, None]:
    """A fresh emulator that listens while the block runs."""
    async with TelegramServer(options, token=token).serving(host, port) as server:
        yield server
