"""The web server: a health page, and the doors through which the platforms push when they are not polled."""

import asyncio
import contextlib
import socket
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from bot.supervise import NoCure

Health = Callable[[], Awaitable[dict[str, Any]]]


def web_app(health: Health, doors: Sequence[Route] = ()) -> Starlette:
    """The application: ``/health`` answers 200 while everything works and 503 while something does not."""

    async def show(_request: Request) -> JSONResponse:
        figures = await health()
        return JSONResponse(figures, status_code=200 if figures["ok"] else 503)

    return Starlette(routes=[Route("/health", show), *doors])


async def serve_web(app: Starlette, host: str, port: int, stop: asyncio.Event) -> None:
    """Serve until `stop` is set. Signals stay with the owner of the process. Raises NoCure where the port is taken."""
    with _listening(host, port) as listener:
        config = uvicorn.Config(app, log_config=None, access_log=False, lifespan="off")
        server = _Quiet(config)
        task = asyncio.create_task(server.serve(sockets=[listener]))
        stopper = asyncio.create_task(stop.wait())
        await asyncio.wait({task, stopper}, return_when=asyncio.FIRST_COMPLETED)
        server.should_exit = True
        stopper.cancel()
        await task


def _listening(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        raise NoCure(
            f"The health page cannot listen on {host}:{port} ({error.strerror}). Stop the other program, or choose "
            "another LIAISON_HTTP_PORT in .env (0: no health page). What residents have written is kept."
        ) from None


class _Quiet(uvicorn.Server):
    def capture_signals(self) -> Any:
        """Leave signals alone: uvicorn would raise them again and end the process before it has drained."""
        return contextlib.nullcontext()
