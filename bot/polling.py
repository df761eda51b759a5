"""Fetching what residents wrote on Telegram: needs the database alone, so it begins before all else is loaded."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime

from bot.connections import TelegramConnection
from bot.intake import Intake
from bot.stopping import until
from bot.supervise import Work
from channels.telegram.poller import Poller, PollState
from storage.duty import Duty
from storage.engine import Database

TROUBLE = frozenset({PollState.CONFLICT, PollState.REVOKED})  # does not pass by itself: somebody must act


class Polling:
    """One member's share in polling: of several members one polls and the others stand by."""

    def __init__(self, db: Database, now: Callable[[], datetime], telegram: TelegramConnection) -> None:
        self.intake = Intake(db, now)
        self.state = PollState.OK
        self.asked = asyncio.Event()  # set as the first question leaves
        self._telegram = telegram
        self._duty = Duty(db, "telegram")
        self._tell: Callable[[PollState], Awaitable[None]] | None = None

    def tasks(self) -> dict[str, Work]:
        """The work to be done: none where Telegram pushes its updates to us."""
        return {} if self._telegram.webhook_url else {"telegram": lambda stop: self._duty.run(stop, self.poll)}

    async def tell(self, whom: Callable[[PollState], Awaitable[None]]) -> None:
        """Have `whom` told of every trouble that does not pass by itself, and of the present one at once."""
        self._tell = whom
        if self.state in TROUBLE:
            await whom(self.state)

    async def poll(self, stop: asyncio.Event) -> None:
        """Poll until told to stop."""
        poller = Poller(
            self._telegram.token,
            store=self.intake.store,
            report=self._report,
            api_url=self._telegram.api_url,
            asked=self.asked,
        )
        await until(stop, poller.run())

    async def _report(self, state: PollState, _reason: str) -> None:
        self.state = state
        if self._tell is not None and state in TROUBLE:
            await self._tell(state)
