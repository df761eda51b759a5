"""Posting updates to a bot's webhook: in order within each chat, again after failures, with the secret header.

Rules (tdlib/telegram-bot-api, WebhookActor.cpp): 2xx is done, anything else is tried again after a growing pause, a
Retry-After of up to an hour is obeyed; one update of a chat at a time, up to max_connections at once.
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable

import aiohttp
import orjson

from sandbox.telegram.bots import Bot
from sandbox.telegram.identity import Json
from sandbox.telegram.updates import Queued

_MOST_PAUSE = 60
_MOST_RETRY_AFTER = 3600
_TIMEOUT = aiohttp.ClientTimeout(total=60)

Perform = Callable[[Bot, Json], Awaitable[None]]


class WebhookDelivery:
    """The loop that posts one bot's updates. `perform` carries out a method that a webhook puts into its answer."""

    def __init__(self, bot: Bot, perform: Perform) -> None:
        self._bot = bot
        self._perform = perform
        self.webhook = bot.webhook
        self._busy: dict[int, asyncio.Task[None]] = {}
        self._failures: dict[int, int] = {}

    async def run(self) -> None:
        """Deliver until cancelled, or until the bot has other webhook settings."""
        connector = aiohttp.TCPConnector(limit=0, force_close=False)
        async with aiohttp.ClientSession(connector=connector, timeout=_TIMEOUT) as client:
            try:
                while self._bot.webhook is self.webhook:
                    await self._round(client)
            finally:
                for task in self._busy.values():
                    task.cancel()
                await asyncio.gather(*self._busy.values(), return_exceptions=True)

    async def _round(self, client: aiohttp.ClientSession) -> None:
        changed = self._bot.updates.watch()
        try:
            self._start_ready(client)
            waiting: set[asyncio.Future[None]] = {changed, *self._busy.values()}
            await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self._bot.updates.unwatch(changed)
        self._busy = {key: task for key, task in self._busy.items() if not task.done()}

    def _start_ready(self, client: aiohttp.ClientSession) -> None:
        webhook = self.webhook
        while len(self._busy) < webhook.max_connections:
            update = self._bot.updates.ready(self._busy)
            if update is None:
                return
            self._busy[update.key] = asyncio.create_task(self._deliver(client, update))

    async def _deliver(self, client: aiohttp.ClientSession, update: Queued) -> None:
        failure, retry_after = await self._post(client, update)
        if failure is None:
            self._failures.pop(update.id, None)
            self._bot.updates.remove(update)
            return
        self.webhook.last_error_date, self.webhook.last_error_message = self._bot.network.date(), failure
        failures = self._failures.get(update.id, 0) + 1
        self._failures[update.id] = failures
        first = self._bot.network.options.webhook_backoff
        pause = first * min(2 ** (failures - 1), _MOST_PAUSE)
        await asyncio.sleep(min(retry_after, _MOST_RETRY_AFTER) or pause)

    async def _post(self, client: aiohttp.ClientSession, update: Queued) -> tuple[str | None, int]:
        webhook = self.webhook
        headers = {"Content-Type": "application/json"}
        if webhook.secret_token:
            headers["X-Telegram-Bot-Api-Secret-Token"] = webhook.secret_token
        try:
            async with client.post(webhook.url, data=orjson.dumps(update.shown), headers=headers, ssl=False) as answer:
                body = await answer.read()
        except (aiohttp.ClientError, OSError, ValueError) as error:
            return _reason(error), 0
        if not 200 <= answer.status < 300:
            told = answer.headers.get("Retry-After", "")
            return f"Wrong response from the webhook: {answer.status} {answer.reason}", int(
                told
            ) if told.isdigit() else 0
        await self._answer_in_body(body)
        return None, 0

    async def _answer_in_body(self, body: bytes) -> None:
        with contextlib.suppress(orjson.JSONDecodeError):
            call = orjson.loads(body) if body else None
            if isinstance(call, dict) and isinstance(call.get("method"), str):
                await self._perform(self._bot, call)


def _reason(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "Read timeout expired"
    return "Connection refused" if isinstance(error, aiohttp.ClientConnectorError) else "Connection closed"
