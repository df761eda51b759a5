"""The emulated Telegram without its bots: people, time, chance, and what everybody shares."""

import itertools

from sandbox.telegram.changes import Changes
from sandbox.telegram.chats import SUPERGROUP_BASE
from sandbox.telegram.faults import Faults
from sandbox.telegram.identity import User
from sandbox.telegram.journal import Journal
from sandbox.telegram.options import Options


class World:
    """What a bot's server sees around it. Everything lives in memory and in one event loop."""

    def __init__(self, options: Options | None = None) -> None:
        self.options = options or Options()
        self.users: dict[int, User] = {}
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

    def next_group_id(self) -> int:
        """An id for a basic group."""
        return next(self._group_ids)

    def next_supergroup_id(self) -> int:
        """An id for a supergroup or channel."""
        return next(self._supergroup_ids)
