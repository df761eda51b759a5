"""The HTTP face: /bot<token>/<method>, /file/bot<token>/<path>; everything else goes to the control pages.

A plain ASGI application rather than routes, because a load test asks it thousands of times a second.
"""

import asyncio
import contextlib
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import unquote

import orjson
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sandbox.serving import cut_connection
from sandbox.telegram import methods
from sandbox.telegram.arguments import Arguments, whole_number
from sandbox.telegram.bots import Bot
from sandbox.telegram.calls import METHODS, Call, Method, Outcome
from sandbox.telegram.chats import Message as ChatMessage
from sandbox.telegram.errors import ApiError, bad_request, forbidden, too_many_requests
from sandbox.telegram.faults import Fault
from sandbox.telegram.files import DOWNLOAD_LIMIT
from sandbox.telegram.identity import Json
from sandbox.telegram.network import Network
from sandbox.telegram.requests import read_arguments, target_of
from sandbox.telegram.webhook import WebhookDelivery

_JSON = (b"content-type", b"application/json")
_BAD_GATEWAY = (
    b"<html>\r\n<head><title>%d %s</title></head>\r\n<body>\r\n<center><h1>%d %s</h1></center>\r\n"
    b"<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n"
)
_REASONS = {500: b"Internal Server Error", 502: b"Bad Gateway", 503: b"Service Unavailable", 504: b"Gateway Timeout"}

assert methods.__all__  # importing the package is what registers the methods


class BotApi:
    """The ASGI application of one network. `beside` answers the paths that are no Bot API paths."""

    def __init__(self, network: Network, beside: ASGIApp | None = None) -> None:
        self.network = network
        self.beside = beside
        self._deliveries: dict[int, tuple[WebhookDelivery, asyncio.Task[None]]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path: str = scope.get("path", "")
        if scope["type"] == "http" and path.startswith("/bot"):
            await self._method(path, scope, receive, send)
        elif scope["type"] == "http" and path.startswith("/file/bot"):
            await self._file(path, send)
        elif self.beside is not None:
            await self.beside(scope, receive, send)
        elif scope["type"] == "http":
            await _answer_error(send, ApiError(404, "Not Found"))
        elif scope["type"] == "lifespan":
            await _lifespan(receive, send)

    def bot_behind(self, token: str) -> Bot:
        """The bot of this token. Raises 404 for a malformed token, 401 for an unknown or revoked one."""
        bot = self.network.bots.get(token) or self.network.bots.get(unquote(token))
        if bot is None and ":" not in token:
            raise ApiError(404, "Not Found")
        if bot is None or bot.revoked:
            raise ApiError(401, "Unauthorized")
        return bot

    async def stop(self) -> None:
        """End the webhook deliveries that are under way."""
        tasks = [task for _, task in self._deliveries.values()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _deliver_updates(self, bot: Bot) -> None:
        """Start posting to the bot's webhook, unless that is already done with these settings."""
        running = self._deliveries.get(bot.id)
        if running is not None and running[0].webhook is bot.webhook and not running[1].done():
            return
        delivery = WebhookDelivery(bot, self._perform)
        self._deliveries[bot.id] = (delivery, asyncio.create_task(delivery.run(), name=f"webhook of {bot.id}"))

    async def _perform(self, bot: Bot, call: Json) -> None:
        """Carry out the method that a webhook put into its answer; nobody hears of its failure."""
        with contextlib.suppress(ApiError):
            await self.carry_out(bot, _find(str(call["method"])), Arguments(call))

    async def _method(self, path: str, scope: Scope, receive: Receive, send: Send) -> None:
        strikes: Sequence[Fault] = ()
        try:
            target = target_of(path)
            bot = self.bot_behind(target.token)
            found = _find(target.method)
            arguments = await read_arguments(scope, receive)
            if self.network.faults.active:
                strikes = self.network.faults.for_call(found.name, _chat_id(arguments), bot.id)
                if await self._struck_before(strikes, send):
                    return
            body = await self.carry_out(bot, found, arguments)
        except ApiError as error:
            await _answer_error(send, error)
            return
        if any(fault.after for fault in strikes):
            await _struck_after(strikes, body, send)
            return
        await _answer(send, 200, body)

    async def carry_out(self, bot: Bot, found: Method, arguments: Arguments) -> bytes:
        """Run a method and record what it sent; returns the body of a successful answer. Raises ApiError."""
        if bot.logged_out:
            raise bad_request("Logged out")
        if found.sends:
            self._limit(bot, found, arguments)
        call = Call(network=self.network, bot=bot, method=found.name, arguments=arguments)
        result = found.run(call)
        if found.awaited:
            result = await result
        if found.sends:
            self._record(bot, found, result)
        elif bot.webhook.url:
            self._deliver_updates(bot)
        return _body(result)

    def _limit(self, bot: Bot, found: Method, arguments: Arguments) -> None:
        if bot.limiter.rates is None:
            return
        media = arguments.decoded("media", "media") if found.name == "sendMediaGroup" else None
        count = len(media) if isinstance(media, list) else 1
        seconds = bot.limiter.judge(
            _chat_id(arguments) or 0,
            count,
            paid=arguments.flag("allow_paid_broadcast"),
            now=asyncio.get_running_loop().time(),
        )
        if seconds:
            raise too_many_requests(seconds)

    def _record(self, bot: Bot, found: Method, result: Any) -> None:
        for message in _messages(result):
            if isinstance(message, ChatMessage):
                text = message.content.get("text") or message.content.get("caption")
                self.network.journal.record(bot.id, message.chat.id, found.name, message.id, text)

    async def _struck_before(self, strikes: Sequence[Fault], send: Send) -> bool:
        for fault in strikes:
            if fault.kind == "delay":
                await asyncio.sleep(fault.seconds)
            elif fault.kind == "drop_before":
                await cut_connection(send)
                return True
            elif fault.kind == "server_error" and not fault.accepted:
                await _server_error(send, fault.status)
                return True
            elif not fault.after:
                raise _REFUSALS[fault.kind](fault)
        return False

    async def _file(self, path: str, send: Send) -> None:
        try:
            token, _, place = path.removeprefix("/file/bot").partition("/")
            content = _content(self.bot_behind(token), unquote(place))
        except ApiError as error:
            await _answer_error(send, error)
            return
        await _answer(send, 200, content, (b"content-type", b"application/octet-stream"))


_REFUSALS: dict[str, Callable[[Fault], ApiError]] = {
    "too_many_requests": lambda fault: too_many_requests(fault.retry_after),
    "blocked": lambda _: forbidden("bot was blocked by the user"),
    "deactivated": lambda _: forbidden("user is deactivated"),
    "chat_not_found": lambda _: bad_request("chat not found"),
}


def _content(bot: Bot, path: str) -> bytes:
    stored = bot.files.at(path)
    if stored is None or stored.content is None or stored.size > DOWNLOAD_LIMIT:
        raise ApiError(404, "Not Found")
    return stored.content


def _find(name: str) -> Method:
    found = METHODS.get(name.lower())
    if found is None:
        raise ApiError(404, "Not Found: method not found")
    return found


def _chat_id(arguments: Arguments) -> int | None:
    value = arguments.values.get("chat_id")
    return None if value is None else whole_number(value)


def shown(result: Any) -> Any:
    """What a method returned, as JSON can show it."""
    if isinstance(result, ChatMessage):
        return result.shown()
    if isinstance(result, Outcome):
        return shown(result.result)
    if isinstance(result, list):
        return [shown(item) for item in result]
    return result


def _body(result: Any) -> bytes:
    if isinstance(result, Outcome) and result.description:
        return orjson.dumps({"ok": True, "result": shown(result.result), "description": result.description})
    return orjson.dumps({"ok": True, "result": shown(result)})


def _messages(result: Any) -> Sequence[Any]:
    if isinstance(result, Outcome):
        return result.messages
    return result if isinstance(result, list) else (result,)


async def _struck_after(strikes: Sequence[Fault], body: bytes, send: Send) -> None:
    kind, status = next((fault.kind, fault.status) for fault in strikes if fault.after)
    if kind == "drop_after":
        await cut_connection(send)
    elif kind == "empty_body":
        await _answer(send, 200, b"")
    elif kind == "malformed_json":
        await _answer(send, 200, body[: max(1, len(body) // 2)])
    else:
        await _server_error(send, status)


async def _server_error(send: Send, status: int) -> None:
    reason = _REASONS.get(status, b"Server Error")
    await _answer(send, status, _BAD_GATEWAY % (status, reason, status, reason), (b"content-type", b"text/html"))


async def _answer_error(send: Send, error: ApiError) -> None:
    answer: dict[str, Any] = {"ok": False, "error_code": error.code, "description": error.description}
    headers = [_JSON]
    if error.parameters:
        answer["parameters"] = error.parameters
        if "retry_after" in error.parameters:
            headers.append((b"retry-after", str(error.parameters["retry_after"]).encode()))
    await _answer(send, error.code, orjson.dumps(answer), *headers)


async def _answer(send: Send, status: int, body: bytes, *headers: tuple[bytes, bytes]) -> None:
    length = (b"content-length", b"%d" % len(body))
    start: Message = {"type": "http.response.start", "status": status, "headers": [*(headers or (_JSON,)), length]}
    with contextlib.suppress(OSError):
        await send(start)
        await send({"type": "http.response.body", "body": body})


async def _lifespan(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return
