"""Takes payloads over Socket Mode: Bolt's handler, two connections, and a watchdog over each.

slack-sdk 3.47 can wedge for ever: when the address it got at a refresh is refused, it tries that same address again
and never asks for a new one. The watchdog replaces a connection that stays bad, with an address of its own asking.
"""

import asyncio
import contextlib
import time
from collections.abc import Coroutine
from typing import Any

import structlog
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.web.async_client import AsyncWebClient

from channels.slack.errors import as_send_error
from domain.errors import RateLimited

log = structlog.get_logger(__name__)


class SocketListener:
    """Keeps `connections` sockets open; two bridge the moment in which Slack refreshes one of them.

    `app_client` carries the app-level token (connections:write). A connection that is bad for `patience` checks,
    `check_every` seconds apart, is replaced by a new one. Refreshes that Slack announces are the SDK's own business.
    """

    def __init__(
        self,
        app: AsyncApp,
        app_client: AsyncWebClient,
        *,
        connections: int = 2,
        check_every: float = 1.0,
        patience: int = 5,
        ping_interval: float = 10.0,
    ) -> None:
        self._app = app
        self._app_client = app_client
        self._connections = connections
        self._check_every = check_every
        self._patience = patience
        self._ping_interval = ping_interval
        self._handlers: dict[int, AsyncSocketModeHandler] = {}
        self._last_envelope = time.monotonic()
        self._renewals = 0

    @property
    def renewals(self) -> int:
        """How often the watchdog had to step in."""
        return self._renewals

    def seconds_since_envelope(self) -> float:
        """Seconds since Slack last delivered anything: a figure for the health page."""
        return time.monotonic() - self._last_envelope

    async def connected(self) -> int:
        """How many connections are up."""
        return sum([await handler.client.is_connected() for handler in self._handlers.values()])

    async def run(self) -> None:
        """Connect, listen and watch until cancelled; then close."""
        try:
            await asyncio.gather(*(self._keep(slot) for slot in range(self._connections)))
        finally:
            for handler in self._handlers.values():
                await _close(handler)

    async def _keep(self, slot: int) -> None:
        """Keep one connection: replace it whenever it stays bad, after a pause that grows until one holds."""
        failures = 0
        while True:
            handler = self._handlers[slot] = await self._opened()
            connecting = asyncio.create_task(_quietly(handler.client.connect()))  # type: ignore[no-untyped-call]
            try:
                held = await self._watch(handler.client)
            finally:
                connecting.cancel()
            failures = 0 if held else failures + 1
            self._renewals += 1
            log.warning("Socket Mode connection replaced", renewals=self._renewals)
            await _close(handler)
            if failures > 1:
                await asyncio.sleep(_pause(failures - 1))

    async def _watch(self, client: SocketModeClient) -> bool:
        """Return once the connection was bad for too long; whether it had ever been good."""
        bad, held = 0, False
        while bad < self._patience:
            await asyncio.sleep(self._check_every)
            good = await client.is_connected()
            held, bad = held or good, 0 if good else bad + 1
        return held

    async def _opened(self) -> AsyncSocketModeHandler:
        """A handler with a fresh address, for which Slack is asked as often and no oftener than it allows."""
        failures = 0
        while True:
            try:
                answer = await self._app_client.apps_connections_open(app_token=self._app_client.token or "")
                handler = self._handler()
                handler.client.wss_uri = str(answer["url"])
                return handler
            except Exception as error:  # whatever it is, there is no listening without a connection
                failures += 1
                meaning = as_send_error(error)
                log.warning("no Socket Mode address", reason=meaning.reason, detail=meaning.detail)
                await asyncio.sleep(meaning.retry_after if isinstance(meaning, RateLimited) else _pause(failures))

    def _handler(self) -> AsyncSocketModeHandler:
        handler = AsyncSocketModeHandler(
            self._app,
            self._app_client.token,
            web_client=self._app_client,
            ping_interval=self._ping_interval,
        )
        handler.client.socket_mode_request_listeners.insert(0, self._note)
        return handler

    async def _note(self, client: Any, request: SocketModeRequest) -> None:
        self._last_envelope = time.monotonic()


def _pause(failures: int) -> float:
    """Seconds before the next try: 1, 2, 4 … 30."""
    return float(min(2 ** (failures - 1), 30))


async def _close(handler: AsyncSocketModeHandler) -> None:
    with contextlib.suppress(Exception):
        await handler.client.close()  # type: ignore[no-untyped-call]


async def _quietly(work: Coroutine[Any, Any, None]) -> None:
    """The SDK raises what it could not connect to; the watchdog sees it anyway."""
    try:
        await work
    except Exception as error:  # an attempt that failed is not the end of listening
        log.info("Socket Mode connect failed", error=type(error).__name__)
