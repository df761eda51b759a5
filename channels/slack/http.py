"""Takes payloads that Slack pushes over HTTP: a starlette route around Bolt's own adapter.

The signature is checked here before Bolt sees the request: Bolt answers 500 to a time stamp that is no number, and
writes the body of a forged request to its log.
"""

import re
from collections.abc import Awaitable, Callable

import structlog
from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.signature import Clock, SignatureVerifier
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

log = structlog.get_logger(__name__)

MAX_BYTES = 5_242_880  # a payload with a full view's state stays far below
_TIMESTAMP = re.compile(r"\d{1,15}")


def events_route(
    path: str,
    app: AsyncApp,
    *,
    signing_secret: str,
    clock: Clock | None = None,
    max_bytes: int = MAX_BYTES,
    refused: Callable[[str], None] = lambda _reason: None,
) -> Route:
    """The route to mount: events, interactions and slash commands all go to it. Raises ValueError without a secret.

    Answers 200 once stored, 401 for a wrong, missing or old signature (over five minutes), 413 for a body over
    `max_bytes`, 400 for one that is no text, 503 when storing failed. A replay of a stored request is stored once.
    `refused` is told in a word why a request was turned away.
    """
    verifier = SignatureVerifier(signing_secret, clock or Clock())
    return Route(path, _endpoint(app, verifier, max_bytes, refused), methods=["POST"])


def _endpoint(
    app: AsyncApp, verifier: SignatureVerifier, max_bytes: int, refused: Callable[[str], None]
) -> Callable[[Request], Awaitable[Response]]:
    handler = AsyncSlackRequestHandler(app)

    async def receive(request: Request) -> Response:
        try:
            body = await _read_capped(request, max_bytes)
        except ClientDisconnect:
            return Response(status_code=400)
        if body is None:
            refused("size")
            return Response(status_code=413)
        if not _is_signed(request, body, verifier):
            refused("signature")
            return Response(status_code=401)
        try:
            return await handler.handle(request)
        except (AttributeError, TypeError, ValueError):  # signed, yet no payload: nothing that a repetition could mend
            refused("unreadable")
            return Response(status_code=400)

    return receive


async def _read_capped(request: Request, max_bytes: int) -> bytes | None:
    """The body, or None as soon as it exceeds `max_bytes`. Bolt's adapter finds it again with the request."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > max_bytes:
            return None
    request._body = bytes(body)  # where starlette keeps a body once read
    return bytes(body)


def _is_signed(request: Request, body: bytes, verifier: SignatureVerifier) -> bool:
    timestamp = request.headers.get("x-slack-request-timestamp", "")
    signature = request.headers.get("x-slack-signature", "")
    if not _TIMESTAMP.fullmatch(timestamp) or not signature.isascii():
        return False
    try:
        return verifier.is_valid(body, timestamp, signature)
    except ValueError:  # a body that is no UTF-8
        return False
