"""The queue of updates of one bot: numbering, expiry, confirmation by offset, and waiting for more.

Rules (tdlib/telegram-bot-api, Client.cpp): an update is confirmed only by a later call whose offset is above its id;
messages are kept for 24 hours, callback queries for 150 seconds; a negative offset forgets all but the last ones.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sandbox.telegram.identity import Json

LIFETIME = 86_400
CALLBACK_LIFETIME = 150

KINDS = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "business_connection",
    "business_message",
    "edited_business_message",
    "deleted_business_messages",
    "guest_message",
    "message_reaction",
    "message_reaction_count",
    "inline_query",
    "chosen_inline_result",
    "callback_query",
    "shipping_query",
    "pre_checkout_query",
    "purchased_paid_media",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "chat_boost",
    "removed_chat_boost",
    "managed_bot",
)
NOT_BY_DEFAULT = frozenset(("chat_member", "message_reaction", "message_reaction_count"))
DEFAULT_KINDS = frozenset(KINDS) - NOT_BY_DEFAULT


@dataclass(slots=True, kw_only=True)
class Queued:
    """One update: its number, the object as it goes out, when it lapses (Unix seconds) and whose queue it is in."""

    id: int
    shown: Json
    expires: float
    key: int
    echo: bool = False


class UpdateQueue:
    """Updates that the bot has not confirmed yet. `allowed` is the set of kinds it asked for."""

    def __init__(self, clock: Callable[[], float], first_id: int) -> None:
        self._clock = clock
        self._next_id = first_id
        self._pending: deque[Queued] = deque()
        self._echoes = 0
        self._earliest = float("inf")
        self._waiters: set[asyncio.Future[None]] = set()
        self.allowed: frozenset[str] = DEFAULT_KINDS
        self.added = 0
        self.confirmed = 0
        self.expired = 0

    def __len__(self) -> int:
        self._drop_expired()
        return len(self._pending)

    @property
    def next_id(self) -> int:
        """The id that the next update will have."""
        return self._next_id

    def allow(self, kinds: Iterable[str]) -> None:
        """Set the kinds that are queued from now on; none at all means the default set, unknown names are ignored."""
        known = frozenset(kinds) & frozenset(KINDS)
        self.allowed = known or DEFAULT_KINDS

    @property
    def chosen(self) -> bool:
        """Whether the bot asked for other kinds than the default ones."""
        return self.allowed != DEFAULT_KINDS

    def add(self, kind: str, content: Json, *, key: int, date: float | None = None) -> Queued | None:
        """Queue an update of this kind, unless the bot does not want it. `key` (chat or user id) keeps its order."""
        if kind not in self.allowed:
            return None
        now = self._clock()
        lifetime = CALLBACK_LIFETIME if kind in ("callback_query", "inline_query") else LIFETIME
        update = Queued(id=self._next_id, shown={}, expires=(date or now) + lifetime, key=key)
        update.shown = {"update_id": update.id, kind: content}
        self._append(update)
        return update

    def inject(self, shown: Json, *, key: int = 0) -> int:
        """Queue an object as it is, however malformed, under the next number (set unless it brings `update_id`)."""
        update = Queued(id=self._next_id, shown=shown, expires=self._clock() + LIFETIME, key=key)
        shown.setdefault("update_id", update.id)
        self._append(update)
        return update.id

    def repeat(self, update: Queued) -> None:
        """Deliver an update once more, although it may be confirmed already, as Telegram sometimes does."""
        again = Queued(id=update.id, shown=update.shown, expires=update.expires, key=update.key, echo=True)
        self._pending.append(again)
        self._echoes += 1
        self.wake()

    def _append(self, update: Queued) -> None:
        self._next_id += 1
        self.added += 1
        self._pending.append(update)
        self._earliest = min(self._earliest, update.expires)
        self.wake()

    def wake(self) -> None:
        """Let everybody who waits look again."""
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(None)

    def confirm_below(self, offset: int) -> None:
        """Forget every update whose id is below `offset`; a repeated one goes only once it has been handed out."""
        while self._pending and self._pending[0].id < offset and not self._pending[0].echo:
            self._pending.popleft()
            self.confirmed += 1
        if self._echoes and any(update.id < offset and not update.echo for update in self._pending):
            kept = [update for update in self._pending if update.echo or update.id >= offset]
            self.confirmed += len(self._pending) - len(kept)
            self._pending = deque(kept)

    def keep_last(self, count: int) -> None:
        """Forget all but the last `count` updates (a negative offset)."""
        while len(self._pending) > count:
            self._echoes -= self._pending.popleft().echo
            self.confirmed += 1

    def peek(self, limit: int) -> list[Queued]:
        """The oldest updates, at most `limit`; repeats leave the queue as they are handed out."""
        self._drop_expired()
        taken = [update for _, update in zip(range(limit), self._pending, strict=False)]
        if self._echoes and any(update.echo for update in taken):
            given = {id(update) for update in taken if update.echo}
            self._echoes -= len(given)
            self._pending = deque(update for update in self._pending if id(update) not in given)
        return taken

    def ready(self, busy: Iterable[int]) -> Queued | None:
        """The oldest update whose key is not in `busy` (webhook delivery keeps the order of each chat)."""
        self._drop_expired()
        occupied = set(busy)
        for update in self._pending:
            if update.key not in occupied:
                return update
            occupied.add(update.key)
        return None

    def remove(self, update: Queued) -> None:
        """Take out one delivered update."""
        for index, pending in enumerate(self._pending):
            if pending is update:
                del self._pending[index]
                self._echoes -= update.echo
                self.confirmed += 1
                return

    def clear(self) -> None:
        """Forget everything (drop_pending_updates)."""
        self._pending.clear()
        self._echoes = 0

    def _drop_expired(self) -> None:
        # The earliest end is remembered, so that a long queue is not searched at every look.
        now = self._clock()
        if now < self._earliest:
            return
        kept = [update for update in self._pending if update.expires > now]
        self.expired += len(self._pending) - len(kept)
        self._pending = deque(kept)
        self._echoes = sum(update.echo for update in kept)
        self._earliest = min((update.expires for update in kept), default=float("inf"))

    def watch(self) -> asyncio.Future[None]:
        """A future that is done once something is queued; give it back with `unwatch`."""
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiters.add(waiter)
        return waiter

    def unwatch(self, waiter: asyncio.Future[None]) -> None:
        """Forget a future of `watch`."""
        self._waiters.discard(waiter)
