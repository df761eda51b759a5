"""What the emulator accepted: one line a message that reached a chat, to compare with what was due.

Columns instead of objects: about 40 bytes a line plus the text (equal texts are kept once), so that a million sends
fit in memory. `keep="counts"` keeps only how many messages each chat got.
"""

import time
from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Keep = Literal["all", "counts"]
_INTERNED = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One accepted message. `at` is time.monotonic() of the emulator's process; `text` is None for plain media."""

    bot_id: int
    chat_id: int
    method: str
    message_id: int
    text: str | None
    at: float


class Journal:
    """Every accepted send, in order. Iterate over it for `Sent` lines, or ask for one chat's."""

    def __init__(self, keep: Keep = "all") -> None:
        self.keep = keep
        self.per_chat: Counter[int] = Counter()
        self.per_method: Counter[str] = Counter()
        self.first_at: float | None = None
        self.last_at: float | None = None
        self._start()

    def _start(self) -> None:
        self._bots = array("q")
        self._chats = array("q")
        self._messages = array("q")
        self._times = array("d")
        self._methods: list[str] = []
        self._texts: list[str | None] = []
        self._interned: dict[str, str] = {}

    def clear(self) -> None:
        """Forget all lines and counts."""
        self.per_chat.clear()
        self.per_method.clear()
        self.first_at = self.last_at = None
        self._start()

    def record(self, bot_id: int, chat_id: int, method: str, message_id: int, text: str | None) -> None:
        """Write one line, now."""
        now = time.monotonic()
        if self.first_at is None:
            self.first_at = now
        self.last_at = now
        self.per_chat[chat_id] += 1
        self.per_method[method] += 1
        if self.keep == "counts":
            return
        self._bots.append(bot_id)
        self._chats.append(chat_id)
        self._messages.append(message_id)
        self._times.append(now)
        self._methods.append(method)
        self._texts.append(self._intern(text))

    def _intern(self, text: str | None) -> str | None:
        if text is None:
            return None
        known = self._interned.get(text)
        if known is not None:
            return known
        if len(self._interned) >= _INTERNED:
            self._interned.clear()
        self._interned[text] = text
        return text

    def __len__(self) -> int:
        return self.per_method.total()

    def __getitem__(self, index: int) -> Sent:
        return Sent(
            bot_id=self._bots[index],
            chat_id=self._chats[index],
            method=self._methods[index],
            message_id=self._messages[index],
            text=self._texts[index],
            at=self._times[index],
        )

    def __iter__(self) -> Iterator[Sent]:
        return (self[index] for index in range(len(self._times)))

    def since(self, index: int, limit: int | None = None) -> list[Sent]:
        """Lines from this index on, at most `limit`."""
        end = len(self._times) if limit is None else min(len(self._times), index + limit)
        return [self[line] for line in range(index, end)]

    def to(self, chat_id: int) -> list[Sent]:
        """The lines of one chat, in order."""
        return [self[index] for index, chat in enumerate(self._chats) if chat == chat_id]

    def times(self) -> list[float]:
        """When each message was accepted, in order (monotonic seconds)."""
        return list(self._times)
