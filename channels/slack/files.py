"""Files to and from Slack."""

import json
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from channels.filename import safe_name
from channels.network import broken
from channels.plain import outgoing
from channels.slack.blocks import TEXT, rich, section, words
from delivery.split import split
from domain.content import FileRef, Forwarded
from domain.errors import InDoubt, NotSent, PlatformDown, Refused

FILE_LIMIT = 100 * 1024 * 1024  # Slack takes 1 GB; a file passes through memory here
_SLACK_HOSTS = ("slack.com", "slack-files.com", "slack-edge.com")


async def download(client: AsyncWebClient, file: FileRef, limit: int) -> bytes:
    """The file's bytes, at most `limit`. Raises `Refused` where it is larger, gone, or does not rest at Slack."""
    if file.size is not None and file.size > limit:
        raise Refused("file is too big")
    if not _may_see_token(file.handle, client.base_url):
        raise Refused("file rests elsewhere")
    headers = {"Authorization": f"Bearer {client.token}"}
    try:
        async with _session(client).get(file.handle, headers=headers, allow_redirects=False) as response:
            _check(response, file.mime)
            content = bytearray()
            async for chunk in response.content.iter_chunked(65_536):
                content += chunk
                if len(content) > limit:
                    raise Refused("file is too big")
            return bytes(content)
    except aiohttp.ClientError as error:
        raise (broken(error) or InDoubt(type(error).__name__)) from None


def _may_see_token(address: str, base_url: str) -> bool:
    """The token goes to Slack alone (or to the configured server), whatever address a message names."""
    try:
        target, home = urlsplit(address), urlsplit(base_url)
        same = (target.scheme, target.hostname, target.port) == (home.scheme, home.hostname, home.port)
    except ValueError:
        return False
    host = target.hostname or ""
    slack = any(host == name or host.endswith(f".{name}") for name in _SLACK_HOSTS)
    return same or (target.scheme == "https" and target.port in (None, 443) and slack)


def _check(response: aiohttp.ClientResponse, mime: str) -> None:
    if response.status >= 500:
        raise PlatformDown(f"HTTP {response.status}")
    if response.status != 200:
        raise Refused(f"file is not there: HTTP {response.status}")
    if response.content_type == "text/html" and mime != "text/html":
        raise Refused("a sign-in page came instead of the file: is the scope files:read there?")


async def upload(
    client: AsyncWebClient, forwarded: Forwarded, content: bytes, channel: str, thread: str | None
) -> str | None:
    """Put a file into a channel or thread; returns the message's ts where Slack names it at once.

    Only the last of the three steps shows anything, so trouble in the first two is never in doubt.
    """
    name = safe_name(forwarded.attachment.file.name)
    try:
        place = await client.files_getUploadURLExternal(filename=name, length=len(content))
        await _put(client, str(place["upload_url"]), content)
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        raise NotSent(type(error).__name__) from None
    options: dict[str, Any] = {}
    if caption := outgoing(forwarded.caption).strip():
        options["blocks"] = json.dumps([rich(section(*(words(piece) for piece in split(caption, TEXT, utf16=False))))])
    answer = await client.files_completeUploadExternal(
        files=[{"id": str(place["file_id"]), "title": name}], channel_id=channel, thread_ts=thread, **options
    )
    return _shared_ts(answer.get("files"), channel)


async def _put(client: AsyncWebClient, address: str, content: bytes) -> None:
    async with _session(client).post(address, data=content) as response:
        if response.status >= 500:
            raise PlatformDown(f"upload: HTTP {response.status}")
        if response.status != 200:
            raise Refused(f"upload: HTTP {response.status}")


def _shared_ts(files: Any, channel: str) -> str | None:
    """The ts of the message that shows the file, if the answer tells: sharing may still be under way."""
    try:
        shares = files[0]["shares"]
        return next(str(places[channel][0]["ts"]) for places in shares.values() if channel in places)
    except (KeyError, IndexError, TypeError, AttributeError, StopIteration):
        return None


def _session(client: AsyncWebClient) -> aiohttp.ClientSession:
    if client.session is None:
        raise RuntimeError("the client needs a session: see make_client")
    return client.session
