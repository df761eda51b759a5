"""Fetches a feed of official warnings, or one of its messages: http(s) only, within limits of time, size and place."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final
from urllib.parse import urljoin, urlsplit

import aiohttp

from domain.errors import LiaisonError

SECONDS: Final = 20.0  # for all of one document
REDIRECTS: Final = 3
PIECE: Final = 64 * 1024


class NotFetched(LiaisonError):
    """There is no document. `reason` is a short word for the log."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class ForeignHost(NotFetched):
    """The address is on a machine that nobody named; it was not asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What the server said of the version that we have, so that it need not send it again."""

    etag: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document's bytes; None when it has not changed since `mark`. `address` is where it was in the end."""

    data: bytes | None
    address: str
    mark: Mark


async def fetch(
    session: aiohttp.ClientSession, address: str, hosts: Collection[str], limit: int, mark: Mark | None = None
) -> Document:
    """The document at `address`, at most `limit` bytes once it is unpacked.

    Only `hosts` are asked, redirects included: a feed must not send us to somebody else's machines. Raises NotFetched.
    """
    headers = {"If-None-Match": mark.etag, "If-Modified-Since": mark.modified} if mark else {}
    headers = {name: value for name, value in headers.items() if value}
    try:
        for _ in range(REDIRECTS + 1):
            _check(address, hosts)
            timeout = aiohttp.ClientTimeout(total=SECONDS)
            async with session.get(address, headers=headers, allow_redirects=False, timeout=timeout) as response:
                if response.status in {301, 302, 303, 307, 308}:
                    address = urljoin(address, response.headers.get("Location", ""))
                    continue
                return await _document(response, address, limit, mark)
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
        raise NotFetched(type(error).__name__) from None
    raise NotFetched("redirects")


async def _document(response: aiohttp.ClientResponse, address: str, limit: int, mark: Mark | None) -> Document:
    if response.status == 304:
        return Document(data=None, address=address, mark=mark or Mark())
    if response.status != 200:
        raise NotFetched(f"status {response.status}")
    data = bytearray()
    async for piece in response.content.iter_chunked(PIECE):
        data += piece
        if len(data) > limit:
            raise NotFetched("too large")
    got = Mark(etag=response.headers.get("ETag", ""), modified=response.headers.get("Last-Modified", ""))
    return Document(data=bytes(data), address=address, mark=got)


def _check(address: str, hosts: Collection[str]) -> None:
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"}:
        raise NotFetched("no web address")
    if (parts.hostname or "") not in hosts:
        raise ForeignHost("foreign host")
