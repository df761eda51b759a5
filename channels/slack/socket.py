"""Takes payloads over Socket Mode: Bolt's handler, two connections, and a watchdog over each.

slack-sdk 3.47 can wedge for ever: when the address it got at a refresh is refused, it tries that same address again
and never asks for a new one. The watchdog takes the address away and asks for a connection to a new endpoint.
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

log = structlog.get_logger(__name__)


class SocketListener:
    """Keeps `connections` sockets open; two bridge the moment in which Slack refreshes one of them.

    `app_client` carries the app-level token (connections:write). A connection that is bad for `patience` checks,
    `check_every` seconds apart, is renewed.
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
        self._handlers: list[AsyncSocketModeHandler] = []
        self._tasks: set[asyncio.Task[None]] = set()
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
        return sum([await handler.client.is_connected() for handler in self._handlers])

    async def run(self) -> None:
        """Connect, listen and watch until cancelled; then close."""
        self._handlers = [self._handler() for _ in range(self._connections)]
        try:
            for handler in self._handlers:
                self._spawn(handler.client.connect())  # type: ignore[no-untyped-call]
            await asyncio.gather(*(self._watch(handler.client) for handler in self._handlers))
        finally:
            await self._close()

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

    async def _watch(self, client: SocketModeClient) -> None:
        bad = 0
        while True:
            await asyncio.sleep(self._check_every)
            bad = 0 if await client.is_connected() else bad + 1
            if bad >= self._patience:
                bad = 0
                self._renew(client)

    def _renew(self, client: SocketModeClient) -> None:
        self._renewals += 1
        log.warning("Socket Mode connection renewed", renewals=self._renewals)
        client.wss_uri = None  # a connect that is stuck on a refused address asks for a new one
        if not client.connect_operation_lock.locked():
            self._spawn(client.connect_to_new_endpoint(force=True))

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(_quietly(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _close(self) -> None:
        for task in list(self._tasks):
            task.cancel()
        for handler in self._handlers:
            with contextlib.suppress(Exception):
                await handler.client.close()  # type: ignore[no-untyped-call]


async def _quietly(work: Coroutine[Any, Any, None]) -> None:
    """The SDK raises what it could not connect to; the watchdog sees it anyway and tries again."""
    try:
        await work
    except Exception as error:  # an attempt that failed is not the end of listening
        log.info("Socket Mode connect failed", error=type(error).__name__)
