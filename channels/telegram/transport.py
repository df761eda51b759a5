"""python-telegram-bot's transport port (`telegram.request.BaseRequest`) over aiohttp.

The library's own transport folds "never left" and "left, but no answer came" into one time-out and slows down with
concurrency. This one keeps connections alive, bounds the whole exchange, and raises errors that tell the two apart:

* `NeverSent`: no connection, no free connection in time: nothing reached Telegram.
* `NoAnswer`: the request left and no complete answer came: it may or may not have been carried out.
* `TooManyRequests`: 429, with the seconds to wait.
* `ServerFault`: Telegram (or something before it) answered 5xx or nonsense.
* everything else Telegram answers becomes the library's own classes, as its documentation says.

No error carries an address, because the address carries the token.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import aiohttp
import orjson
from telegram.error import BadRequest, NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from channels.network import broken
from channels.raw import from_json
from domain.errors import InDoubt

_JSON = {"Content-Type": "application/json"}
_CLIENT_ERRORS_OF_THE_LIBRARY = frozenset({400, 401, 403, 404, 409})


class NeverSent(NetworkError):
    """The request never left."""


class NoAnswer(TimedOut):
    """The request left and no complete answer came."""


class TooManyRequests(TelegramError):
    """429: to wait `seconds` before the next try. (The library's own class warns at each use.)"""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"429: wait {seconds} s")
        self.seconds = seconds


class ServerFault(NetworkError):
    """5xx, or an answer that is not the Bot API's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An HTTP answer, read to its end."""

    status: int
    body: bytes
    headers: Mapping[str, str]


class TooLarge(Exception):
    """A file is larger than asked for; its download was stopped."""


class AiohttpRequest(BaseRequest):
    """Bot API calls over one aiohttp session.

    `connections` bounds what is in flight; waiting for a free one longer than `connect_timeout` is `NeverSent`.
    `total_timeout` bounds a whole exchange, `upload_timeout` one that carries a file. All in seconds.
    Initialise it inside the running event loop (`async with`, or through the bot that owns it).
    """

    def __init__(
        self,
        *,
        connections: int = 64,
        connect_timeout: float = 5.0,
        total_timeout: float = 20.0,
        upload_timeout: float = 120.0,
    ) -> None:
        self._connections = connections
        self._connect = connect_timeout
        self._total = total_timeout
        self._upload = upload_timeout
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds that a whole exchange may take."""
        return self._total

    async def initialize(self) -> None:
        """Open the session, once."""
        if self._session is None or self._session.closed:
            connector = aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=60, ttl_dns_cache=60)
            self._session = aiohttp.ClientSession(connector=connector, auto_decompress=True)

    async def shutdown(self) -> None:
        """Close the session and its connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """The library's port: send one request, return status and body. Raises the errors named above."""
        uploads = request_data is not None and request_data.contains_files
        total = self._upload if uploads else self._total
        if isinstance(read_timeout, int | float):
            total = float(read_timeout) + self._connect
        body, headers = _encode(request_data)
        answer = await self._exchange(method, url, body, headers, total)
        refuse(answer)
        return answer.status, answer.body

    async def call(self, url: str, parameters: Mapping[str, Any], total: float) -> Answer:
        """POST `parameters` as JSON within `total` seconds and hand the answer over whatever its status."""
        return await self._exchange("POST", url, orjson.dumps(parameters), _JSON, total)

    async def download(self, url: str, limit: int) -> tuple[int, bytes]:
        """GET a file of at most `limit` bytes: status and bytes. Raises `TooLarge` as soon as it is exceeded."""
        try:
            async with self._opened.get(url, timeout=self._timeouts(self._upload), allow_redirects=False) as response:
                if response.content_length is not None and response.content_length > limit:
                    raise TooLarge
                content = bytearray()
                async for chunk in response.content.iter_chunked(65_536):
                    content += chunk
                    if len(content) > limit:
                        raise TooLarge
                return response.status, bytes(content)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise _network_error(error) from None

    async def _exchange(
        self, method: str, url: str, body: bytes | aiohttp.FormData | None, headers: Mapping[str, str], total: float
    ) -> Answer:
        try:
            async with self._opened.request(
                method, url, data=body, headers=headers, timeout=self._timeouts(total), allow_redirects=False
            ) as response:
                return Answer(status=response.status, body=await response.read(), headers=response.headers)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise _network_error(error) from None

    @property
    def _opened(self) -> aiohttp.ClientSession:
        if self._session is None:
            raise NeverSent("the transport is not initialised")
        return self._session

    def _timeouts(self, total: float) -> aiohttp.ClientTimeout:
        return aiohttp.ClientTimeout(total=total, connect=self._connect, sock_connect=self._connect)

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Read an answer. Raises `ServerFault` for what is no JSON object; its text is never logged."""
        try:
            value = from_json(payload)
        except ValueError:
            value = None
        if not isinstance(value, dict):
            raise ServerFault("the answer is no JSON object")
        return value


def _encode(data: RequestData | None) -> tuple[bytes | aiohttp.FormData | None, Mapping[str, str]]:
    """JSON for plain calls; multipart where files go along (Bot API: Making requests)."""
    if data is None:
        return None, {}
    if not data.contains_files:
        return orjson.dumps(data.parameters), _JSON
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form, {}


def refuse(answer: Answer) -> None:
    """Raise for statuses that the library would fold together: 429 without parameters, 5xx, other 4xx."""
    if answer.status == 429:
        raise TooManyRequests(retry_after(answer))
    if answer.status in _CLIENT_ERRORS_OF_THE_LIBRARY or 200 <= answer.status < 300:
        return
    description = description_of(answer)
    if 400 <= answer.status < 500:
        raise BadRequest(description)
    raise ServerFault(description)


def description_of(answer: Answer) -> str:
    """Telegram's own sentence, else the status alone (a proxy's page stays out of the logs)."""
    try:
        value = from_json(answer.body)
    except ValueError:
        return f"HTTP {answer.status}"
    text = value.get("description") if isinstance(value, dict) else None
    return text[:300] if isinstance(text, str) else f"HTTP {answer.status}"


def retry_after(answer: Answer) -> int:
    """Seconds to wait: `parameters.retry_after`, else the Retry-After header, else 1 (Bot API: ResponseParameters)."""
    try:
        value = from_json(answer.body)["parameters"]["retry_after"]
    except (ValueError, KeyError, TypeError):
        value = answer.headers.get("Retry-After", "")
    try:
        return max(int(value), 1)
    except (TypeError, ValueError, OverflowError):
        return 1


def _network_error(error: BaseException) -> TelegramError:
    """Which of our errors an error of aiohttp is. Its own text stays behind: it may hold the address."""
    meaning = broken(error)
    name = type(error).__name__
    return NoAnswer(name) if isinstance(meaning, InDoubt) else NeverSent(name)
