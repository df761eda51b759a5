"""Reads who and what is in the workspace, as plain values. Slow on purpose where Slack asks for it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from channels.slack.errors import as_send_error
from domain.errors import NotSent, PlatformDown, RateLimited, SendError
from domain.people import StaffMember

_PAGE = 200  # docs.slack.dev: no more than 200 at a time is recommended
_TRIES = 5


class SlackDirectory:
    """The workspace's channels, members, people and user groups. Every method raises `SendError`s."""

    def __init__(self, client: AsyncWebClient, *, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self._client = client
        self._sleep = sleep

    async def channels(self) -> dict[str, str]:
        """Name (without "#") to id of every channel that the app can see."""
        types = "public_channel,private_channel"
        pages = self._pages("conversations.list", "channels", types=types, exclude_archived=True)
        return {str(channel["name"]): str(channel["id"]) async for channel in pages}

    async def joined_channels(self) -> dict[str, str]:
        """Name to id of the channels that the app is a member of."""
        types = "public_channel,private_channel"
        pages = self._pages("conversations.list", "channels", types=types, exclude_archived=True)
        return {str(channel["name"]): str(channel["id"]) async for channel in pages if channel.get("is_member")}

    async def members(self, channel_id: str) -> frozenset[str]:
        """User ids of a channel's members."""
        pages = self._pages("conversations.members", "members", channel=channel_id)
        return frozenset([str(user) async for user in pages])

    async def users(self) -> list[StaffMember]:
        """Everybody in the workspace who is not deactivated."""
        return [_person(user) async for user in self._pages("users.list", "members") if not user.get("deleted")]

    async def groups(self) -> dict[str, str]:
        """Handle to id (S…) of the user groups; empty where the workspace's plan has none."""
        answer = await self._call("usergroups.list")
        return {
            str(group.get("handle") or group.get("name")): str(group["id"]) for group in _list(answer, "usergroups")
        }

    async def group_members(self, group_id: str) -> frozenset[str]:
        """User ids of a user group's members."""
        return frozenset(
            str(user) for user in _list(await self._call("usergroups.users.list", usergroup=group_id), "users")
        )

    async def _pages(self, method: str, field: str, **arguments: Any) -> AsyncIterator[Any]:
        cursor = ""
        while True:
            answer = await self._call(method, limit=_PAGE, **arguments, **({"cursor": cursor} if cursor else {}))
            for item in _list(answer, field):
                yield item
            cursor = (answer.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return

    async def _call(self, method: str, **arguments: Any) -> dict[str, Any]:
        """One reading call, repeated while Slack is busy: reading twice does no harm."""
        for attempt in range(1, _TRIES + 1):
            try:
                answer = await self._client.api_call(method, params=arguments)
                return answer.data if isinstance(answer.data, dict) else {}
            except Exception as error:
                meaning = as_send_error(error)
                pause = _pause(meaning, attempt)
                if pause is None or attempt == _TRIES:
                    raise meaning from None
            await self._sleep(pause)
        raise PlatformDown(method)


def _pause(error: SendError, attempt: int) -> float | None:
    """Seconds to wait before the next try; None where another one would not help."""
    if isinstance(error, RateLimited):
        return error.retry_after
    if isinstance(error, PlatformDown | NotSent) or not error.certain:
        return float(2 ** (attempt - 1))
    return None


def _list(answer: dict[str, Any], field: str) -> list[Any]:
    found = answer.get(field)
    return found if isinstance(found, list) else []


def _person(user: dict[str, Any]) -> StaffMember:
    profile = user.get("profile") or {}
    names = (profile.get("display_name"), profile.get("real_name"), user.get("real_name"), user.get("name"))
    return StaffMember(
        user=str(user["id"]),
        name=next((str(name) for name in names if name), str(user["id"])),
        time_zone=user.get("tz"),
        bot=bool(user.get("is_bot")) or user["id"] == "USLACKBOT",
    )
