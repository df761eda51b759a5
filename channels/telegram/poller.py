"""Fetches updates by long polling and hands them over raw; the offset moves only after they are on disk.

The library's own Updater confirms a batch while it sits in memory and asks for ever for a batch that it cannot parse
(a poison update stops the bot). This loop reads plain JSON, stores, and only then asks for what comes next.
"""

import asyncio
import re
import time
from collections.abc import Awaitable, Callable
from enum import StrEnum
from typing import Any

import structlog
from telegram.error import TelegramError

from channels.raw import RawUpdate, Store, fingerprint, from_json
from channels.telegram.transport import AiohttpRequest, Answer, description_of, retry_after
from channels.telegram.updates import ALLOWED_UPDATES, raw_update

log = structlog.get_logger(__name__)

_UPDATE_ID = re.compile(rb'"update_id"\s*:\s*(\d{1,18})')
_FORGET_OFFSET_SECONDS = 86_400.0  # Telegram keeps updates a day and may restart its numbers after a quiet week


class PollState(StrEnum):
    """How polling goes."""

    OK = "ok"
    DOWN = "down"  # no connection, 5xx, nonsense, or our own store fails
    CONFLICT = "conflict"  # 409: another instance polls, or a webhook is set
    REVOKED = "revoked"  # 401 or 404: the token is not valid


Report = Callable[[PollState, str], Awaitable[None]]
"""Told about each change of state, with a short reason for the log."""


class Poller:
    """The loop. `run` goes on until cancelled, whatever Telegram answers.

    `timeout` is how long Telegram may hold an empty answer back (seconds, at most 50). After trouble it waits
    1, 2, 4 … `longest_pause` seconds; after a 409 or a 401 `refused_pause`; after a 429 exactly what was asked.
    `asked` is set as the first question leaves.
    """

    def __init__(
        self,
        token: str,
        *,
        store: Store,
        report: Report | None = None,
        api_url: str = "https://api.telegram.org",
        timeout: int = 25,
        longest_pause: float = 30.0,
        refused_pause: float = 15.0,
        asked: asyncio.Event | None = None,
    ) -> None:
        self._root = f"{api_url.rstrip('/')}/bot{token}"
        self._store = store
        self._report = report
        self._timeout = timeout
        self._longest_pause = longest_pause
        self._refused_pause = refused_pause
        self._asked = asked or asyncio.Event()
        self._request = AiohttpRequest(connections=1)
        self._offset: int | None = None
        self._limit = 100
        self._failures = 0
        self._state = PollState.OK
        self._last_answer = self._last_update = time.monotonic()

    @property
    def state(self) -> PollState:
        """How the last attempt went."""
        return self._state

    def seconds_since_answer(self) -> float:
        """Seconds since Telegram last gave a good answer: a figure for the health page."""
        return time.monotonic() - self._last_answer

    async def run(self) -> None:
        """Poll until cancelled."""
        async with self._request:
            await self._leave_webhook()
            while True:
                pause = await self._step()
                if pause > 0:
                    await asyncio.sleep(pause)

    async def _leave_webhook(self) -> None:
        """A webhook of an earlier set-up would answer every poll with 409. Waiting updates are kept."""
        try:
            await self._request.call(f"{self._root}/deleteWebhook", {"drop_pending_updates": False}, 20.0)
        except TelegramError as error:
            log.info("webhook not removed", error=type(error).__name__)

    async def _step(self) -> float:
        """One getUpdates; returns the seconds to pause before the next."""
        self._forget_offset_after_a_quiet_day()
        self._asked.set()
        try:
            answer = await self._request.call(f"{self._root}/getUpdates", self._question(), self._timeout + 15.0)
            return await self._take(answer)
        except Exception as error:  # the loop must outlive whatever store or network come up with
            log.warning("polling failed", error=type(error).__name__)
            return await self._trouble(PollState.DOWN, type(error).__name__, self._backoff())

    def _question(self) -> dict[str, Any]:
        question: dict[str, Any] = {
            "timeout": self._timeout,
            "limit": self._limit,
            "allowed_updates": list(ALLOWED_UPDATES),
        }
        if self._offset is not None:
            question["offset"] = self._offset
        return question

    async def _take(self, answer: Answer) -> float:
        if answer.status == 429:
            return await self._trouble(PollState.DOWN, "429", float(retry_after(answer)))
        if answer.status in (401, 404):
            return await self._trouble(PollState.REVOKED, description_of(answer), self._refused_pause)
        if answer.status == 409:
            return await self._trouble(PollState.CONFLICT, description_of(answer), self._refused_pause)
        if answer.status != 200:
            return await self._trouble(PollState.DOWN, description_of(answer), self._backoff())
        try:
            updates = from_json(answer.body)["result"]
            if not isinstance(updates, list):
                raise TypeError("result is no list")  # noqa: TRY301
        except (ValueError, KeyError, TypeError):
            return await self._take_unreadable(answer.body)
        return await self._keep(updates)

    async def _keep(self, updates: list[Any]) -> float:
        """Store the batch, then move the offset behind it."""
        if updates:
            await self._store([raw_update(update) for update in updates])
            self._last_update = time.monotonic()
        before = self._offset
        self._move_offset([update.get("update_id") for update in updates if isinstance(update, dict)])
        self._limit = 100
        await self._well()
        # Updates without a number cannot be confirmed: they would come back at once, for ever.
        return self._backoff() if updates and self._offset == before else 0.0

    async def _take_unreadable(self, body: bytes) -> float:
        """An answer that is no JSON: ask for one update at a time, and set the one that cannot be read aside."""
        numbers = [int(number) for number in _UPDATE_ID.findall(body)]
        if not numbers:
            return await self._trouble(PollState.DOWN, "answer is not readable", self._backoff())
        if self._limit > 1:
            self._limit = 1
            return 0.0
        text = body.decode("utf-8", "replace")
        await self._store(
            [RawUpdate(channel="telegram", dedupe=fingerprint(text), conversation="telegram:-", payload=text)]
        )
        log.warning("an update that is no JSON was set aside", update_id=numbers[0])
        self._move_offset(numbers[:1])
        self._limit = 100
        await self._well()
        return 0.0

    def _move_offset(self, numbers: list[Any]) -> None:
        known = [number for number in numbers if isinstance(number, int) and not isinstance(number, bool)]
        if known:
            self._offset = max(known) + 1

    def _forget_offset_after_a_quiet_day(self) -> None:
        if self._offset is not None and time.monotonic() - self._last_update > _FORGET_OFFSET_SECONDS:
            self._offset = None  # everything before it was confirmed by the polls since
            self._last_update = time.monotonic()

    async def _well(self) -> None:
        self._last_answer = time.monotonic()
        self._failures = 0
        await self._change(PollState.OK, "")

    async def _trouble(self, state: PollState, reason: str, pause: float) -> float:
        await self._change(state, reason)
        return pause

    def _backoff(self) -> float:
        self._failures += 1
        return min(float(2 ** min(self._failures - 1, 10)), self._longest_pause)

    async def _change(self, state: PollState, reason: str) -> None:
        if state == self._state:
            return
        self._state = state
        log.info("polling", state=state.value, reason=reason)
        if self._report is not None:
            try:
                await self._report(state, reason)
            except Exception as error:  # a broken report must not stop the intake
                log.warning("report failed", error=type(error).__name__)
