"""The SDK's web client on one shared aiohttp session, and who the app is."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from channels.slack.errors import as_send_error
from channels.slack.said import SlackIdentity


@asynccontextmanager
async def slack_session(
    *, connections: int = 64, connect_timeout: float = 5.0, total_timeout: float = 30.0
) -> AsyncGenerator[aiohttp.ClientSession, None]:
    """The session that all of Slack's clients share (a connection per call costs more than twice the CPU).

    Its time-outs, in seconds, are the ones that count: the SDK's own are ignored where a session is given.
    """
    timeout = aiohttp.ClientTimeout(total=total_timeout, connect=connect_timeout, sock_connect=connect_timeout)
    connector = aiohttp.TCPConnector(limit=connections, keepalive_timeout=30)
    async with aiohttp.ClientSession(connector=connector, timeout=timeout) as session:
        yield session


def make_client(
    token: str, session: aiohttp.ClientSession, *, api_url: str = "https://slack.com/api/"
) -> AsyncWebClient:
    """A client for `token` (bot or app level). `api_url` is the Web API's root, ending in "/api/".

    The SDK's retries are off: it would repeat a message whose first sending may have arrived.
    """
    return AsyncWebClient(token=token, base_url=api_url, session=session, retry_handlers=[])


async def identify(client: AsyncWebClient) -> SlackIdentity:
    """Ask Slack who the app is (auth.test). Raises `SendError`s; `Revoked` where the token is wrong."""
    try:
        answer = await client.auth_test()
    except Exception as error:
        raise as_send_error(error) from None
    return SlackIdentity(
        user_id=answer.get("user_id") or "",
        bot_id=answer.get("bot_id") or "",
        app_id=answer.get("app_id") or "",
        team_id=answer.get("team_id") or "",
    )
