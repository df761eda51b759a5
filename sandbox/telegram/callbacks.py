"""Presses of inline buttons: waiting for the bot's answer, for 150 seconds and once."""

import asyncio
from dataclasses import dataclass, field

from sandbox.telegram.chats import Message
from sandbox.telegram.identity import Json, User
from sandbox.telegram.updates import CALLBACK_LIFETIME


@dataclass(frozen=True, slots=True, kw_only=True)
class CallbackAnswer:
    """What the user sees after a press: a note at the top, an alert, a page to open, or just the end of waiting."""

    text: str = ""
    show_alert: bool = False
    url: str = ""
    cache_time: int = 0


@dataclass(slots=True, kw_only=True, eq=False)
class CallbackQuery:
    """One press. `answer` is None until the bot has answered; `answered` wakes whoever waits for it."""

    id: str
    user: User
    message: Message
    data: str
    created: float
    answer: CallbackAnswer | None = None
    answered: asyncio.Event = field(default_factory=asyncio.Event)

    def open(self, now: float) -> bool:
        """Whether the bot may still answer."""
        return self.answer is None and now < self.created + CALLBACK_LIFETIME

    def shown(self, chat_instance: str) -> Json:
        """The Bot API object CallbackQuery."""
        return {
            "id": self.id,
            "from": self.user.shown(),
            "message": self.message.shown(),
            "chat_instance": chat_instance,
            "data": self.data,
        }

    async def wait(self, seconds: float) -> CallbackAnswer:
        """The bot's answer. Raises TimeoutError when it does not come within `seconds`."""
        await asyncio.wait_for(self.answered.wait(), seconds)
        assert self.answer is not None
        return self.answer
