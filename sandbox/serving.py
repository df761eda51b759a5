"""Run an ASGI application on a free loopback port inside the running event loop.

    async with serve(app) as address:      # "http://127.0.0.1:43127"
        ...

The server is up when the block is entered and gone when it is left. Leaving is fast: requests still open after
`grace` seconds are cut, so a long poll or a WebSocket never holds up a test.
"""

import asyncio
import contextlib
import socket
from collections.abc import AsyncGenerator, Generator
from typing import Any

import uvicorn

_BACKLOG = 4096
_ROUNDS = 100


class _EmbeddedServer(uvicorn.Server):
    """A uvicorn server that leaves signals to the owner of the process and stops at once when told to."""

    def __init__(self, config: uvicorn.Config, grace: float) -> None:
        super().__init__(config)
        self.grace = grace
        self.stopping = asyncio.Event()

    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        try:
            await super().startup(sockets)
        except SystemExit:  # uvicorn ends the whole process here; an embedded server must not
            raise RuntimeError("the application's start-up failed: the log of uvicorn.error has the reason") from None

    async def main_loop(self) -> None:
        await self.on_tick(0)
        await self.stopping.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for server in self.servers:
            server.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        await self._finish_requests()
        for connection in list(self.server_state.connections):
            if connection.transport is not None:
                connection.transport.abort()
        await self.lifespan.shutdown()

    async def _finish_requests(self) -> None:
        requests = {task for task in self.server_state.tasks if not task.done()}
        if not requests:
            return
        _, late = await asyncio.wait(requests, timeout=self.grace)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)


async def cut_connection(send: Any) -> None:
    """Break the TCP connection of a request without an answer, as a failing network would.

    `send` is the callable that uvicorn gave to the application (not one wrapped by middleware).
    Raises TypeError for any other.
    """
    transport = getattr(getattr(send, "__self__", None), "transport", None)
    if transport is None:
        raise TypeError("only the server's own send belongs to a connection that can be cut")
    transport.abort()
    # The loop reports the loss one round later; until then uvicorn would still try to answer 500.
    for _ in range(_ROUNDS):
        if send.__self__.disconnected:
            return
        await asyncio.sleep(0)


def listen(host: str = "127.0.0.1", port: int = 0) -> socket.socket:
    """Bind and listen at once, so that the port is known (and taken) before the server starts.

    Raises OSError when the address is taken or not ours.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # With the protocol named, asyncio switches Nagle's algorithm off; otherwise every small answer waits 40 ms.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(_BACKLOG)
        listener.setblocking(False)
    except OSError:
        listener.close()
        raise
    return listener


def address_of(listener: socket.socket) -> str:
    """The base URL of a listening socket, without a trailing slash: "http://127.0.0.1:43127"."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _configuration(app: Any) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http="httptools",
        ws="websockets-sansio",
        loop="none",
        log_config=None,
        access_log=False,
        backlog=_BACKLOG,
        timeout_keep_alive=75,
        server_header=False,
        date_header=False,
    )


async def _until_started(server: uvicorn.Server, running: asyncio.Task[None]) -> None:
    while not server.started:
        if running.done():
            await running
            raise RuntimeError("the server stopped before it had started: its log has the reason")
        await asyncio.sleep(0.001)


def _quiet_when_cut(app: Any, stopping: asyncio.Event) -> Any:
    """A request that is cut because the server stops is no error worth a traceback."""

    async def call(scope: Any, receive: Any, send: Any) -> None:
        try:
            await app(scope, receive, send)
        except asyncio.CancelledError:
            if not stopping.is_set():
                raise

    return call


@contextlib.asynccontextmanager
async def serve(app: Any, host: str = "127.0.0.1", port: int = 0, *, grace: float = 0.2) -> AsyncGenerator[str, None]:
    """Serve `app` (ASGI) while the block runs; yields the base URL without a trailing slash.

    `port=0` takes a free one. `grace`, in seconds, is how long open requests may go on once the block is left.
    Raises OSError when the address cannot be bound, RuntimeError when the application's start-up fails.
    """
    listener = listen(host, port)
    server = _EmbeddedServer(_configuration(app), grace)
    server.config.app = _quiet_when_cut(app, server.stopping)
    address = address_of(listener)
    running = asyncio.create_task(server.serve(sockets=[listener]), name=f"serving {address}")
    try:
        await _until_started(server, running)
        yield address
    finally:
        server.stopping.set()
        await asyncio.gather(running, return_exceptions=True)
        listener.close()
