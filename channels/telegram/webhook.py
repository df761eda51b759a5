"""Takes updates that Telegram pushes: secret checked, body capped, stored, and only then answered 200.

Telegram repeats whatever is not answered 2xx, and keeps one update of a chat in flight, so order comes free.
"""

import hmac
from collections.abc import Awaitable, Callable

import structlog
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Bot
from telegram.error import TelegramError

from channels.raw import RawUpdate, Store, fingerprint, from_json
from channels.telegram.errors import as_send_error
from channels.telegram.updates import ALLOWED_UPDATES, raw_update

log = structlog.get_logger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  (the header's name)
MAX_BYTES = 1_048_576  # an update is a few kB; files never travel in it

Refused = Callable[[str], None]
"""Told why a request was turned away, in a word."""


def _nobody_counts(_reason: str) -> None:
    return


def webhook_route(
    path: str, *, secret: str, store: Store, max_bytes: int = MAX_BYTES, refused: Refused = _nobody_counts
) -> Route:
    """The route to mount. Raises ValueError for an empty secret: without one anybody could forge updates.

    Answers 200 once stored, 403 for a wrong secret, 413 for a body over `max_bytes`, 503 when storing failed.
    `refused` is told why a request was turned away.
    """
    return Route(path, _endpoint(secret, store, max_bytes, refused), methods=["POST"])


async def announce_webhook(bot: Bot, url: str, *, secret: str) -> None:
    """Tell Telegram to push updates to `url` (setWebhook). Waiting updates are kept. Raises `SendError`s.

    Bot API: HTTPS on port 443, 80, 88 or 8443; a Bot API server of one's own also takes HTTP.
    """
    try:
        await bot.set_webhook(url, secret_token=secret, allowed_updates=list(ALLOWED_UPDATES), max_connections=40)
    except TelegramError as error:
        raise as_send_error(error) from None


def _endpoint(secret: str, store: Store, max_bytes: int, refused: Refused) -> Callable[[Request], Awaitable[Response]]:
    if not secret:
        raise ValueError("a webhook needs a secret token")

    async def receive(request: Request) -> Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode("utf-8", "replace"), secret.encode()):
            refused("secret")
            return Response(status_code=403)
        body = await read_capped(request, max_bytes)
        if body is None:
            refused("size")
            return Response(status_code=413)
        try:
            await store([_raw(body)])
        except Exception as error:  # whatever broke, Telegram must keep the update and repeat it
            log.warning("webhook could not store", error=type(error).__name__)
            return Response(status_code=503, headers={"Retry-After": "1"})
        return Response(status_code=200)

    return receive


def _raw(body: bytes) -> RawUpdate:
    """A body that is no JSON is kept as its text: it ends among the dead letters, not in the void."""
    try:
        return raw_update(from_json(body))
    except ValueError:
        text = body.decode("utf-8", "replace")
        return RawUpdate(channel="telegram", dedupe=fingerprint(text), conversation="telegram:-", payload=text)


async def read_capped(request: Request, max_bytes: int) -> bytes | None:
    """The body, or None as soon as it exceeds `max_bytes`."""
    body = bytearray()
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > max_bytes:
                return None
    except ClientDisconnect:
        return None
    return bytes(body)
