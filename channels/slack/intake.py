"""Takes payloads from Slack through Bolt: stored first, acknowledged afterwards.

Bolt acknowledges an event before its listener runs, and its authorisation answers 200 to a request that it then drops
when Slack's API is down. So everything happens in one middleware that stands right behind the signature check: what is
stored there is answered 200, what could not be stored is not acknowledged, and Slack delivers it again.
"""

import asyncio
import json
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import parse_qsl

import structlog
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from channels.raw import Store, Unreadable
from channels.slack.forms import form_view
from channels.slack.inbound import dedupe_key, parse, pressed_data, raw_update
from channels.slack.said import SlackIdentity, is_own
from domain.content import Form
from domain.errors import SendError
from domain.inbound import StaffFilled
from domain.ports import FormOpener

log = structlog.get_logger(__name__)

FORM_DATA = "s:form:"  # a button, or a slash command, that may open a form
_FORM_SECONDS = 2.5  # a trigger is good for three; asking and opening must both fit
_REMEMBERED = 1000

FormFor = Callable[[str, str, str, str | None], Awaitable[Form | None]]
"""(user, data, channel_id, message_id) -> the form to open, or None to treat it as an ordinary press or command."""
NextForm = Callable[[StaffFilled], Awaitable[Form | None]]
"""What was submitted -> the step that follows in the same window, or None where it was the last one."""


def make_app(
    client: AsyncWebClient,
    me: SlackIdentity,
    *,
    store: Store,
    form_for: FormFor,
    opener: FormOpener,
    next_form: NextForm | None = None,
    signing_secret: str = "",
) -> AsyncApp:
    """The Bolt app for `SocketListener` and `events_route`. `signing_secret` is needed for HTTP only."""
    intake = _Intake(me, store, form_for, opener, next_form)
    return AsyncApp(
        name="liaison",
        client=client,
        signing_secret=signing_secret or "unused-in-socket-mode",
        process_before_response=True,
        before_authorize=intake.receive,
    )


class _Intake:
    """The middleware: a form at once where one is wanted, everything else into the store."""

    def __init__(
        self, me: SlackIdentity, store: Store, form_for: FormFor, opener: FormOpener, next_form: NextForm | None
    ) -> None:
        self._me = me
        self._store = store
        self._form_for = form_for
        self._opener = opener
        self._next_form = next_form
        self._opened: OrderedDict[str, None] = OrderedDict()  # presses whose form was opened: a replay opens none

    async def receive(
        self,
        req: AsyncBoltRequest,
        next: Callable[[], Awaitable[BoltResponse]],
    ) -> BoltResponse:
        """Answer 200 once the payload is on disk, 503 (so: no acknowledgement) when storing failed."""
        payload = req.body or _body_of(req)
        if payload.get("type") == "url_verification":
            return await next()
        try:
            if (view := await self._next_step(payload)) is not None:
                return BoltResponse(status=200, body={"response_action": "update", "view": view})
            if not self._is_echo(payload) and not await self._form_opened(payload):
                await self._store([raw_update(payload)])
        except Exception as error:  # whatever broke: unacknowledged, Slack delivers it again
            log.warning("payload could not be stored", error=type(error).__name__)
            return BoltResponse(status=503, body="")
        return BoltResponse(status=200, body="")

    def _is_echo(self, payload: dict[str, Any]) -> bool:
        """Our own posts come back as events, one each: no news, and not worth a row."""
        event = payload.get("event")
        return isinstance(event, dict) and event.get("type") == "message" and is_own(event, self._me)

    async def _next_step(self, payload: dict[str, Any]) -> dict[str, Any] | None:
        """The view that follows a submitted one in its window. Trouble is no answer: then the submission is stored."""
        if self._next_form is None or payload.get("type") != "view_submission":
            return None
        try:
            event = parse(payload, self._me)
            if not isinstance(event, StaffFilled):
                return None
            async with asyncio.timeout(_FORM_SECONDS):
                form = await self._next_form(event)
        except (Unreadable, TimeoutError) as error:
            log.warning("next step not shown", error=type(error).__name__)
            return None
        return None if form is None else form_view(form)

    async def _form_opened(self, payload: dict[str, Any]) -> bool:
        """Whether the payload wanted a form and got it. Trouble is no answer: then the press is stored."""
        wanted = _form_wanted(payload)
        if wanted is None:
            return False
        key = dedupe_key(payload)
        if key in self._opened:
            return True
        try:
            async with asyncio.timeout(_FORM_SECONDS):
                form = await self._form_for(*wanted)
                if form is None:
                    return False
                await self._opener.open_form(str(payload.get("trigger_id") or ""), form)
        except (SendError, TimeoutError) as error:
            log.warning("form not opened", error=type(error).__name__)
            return False
        self._opened[key] = None
        while len(self._opened) > _REMEMBERED:
            self._opened.popitem(last=False)
        return True


def _form_wanted(payload: dict[str, Any]) -> tuple[str, str, str, str | None] | None:
    """(user, data, channel, message) of a payload that may open a form; None for all others."""
    if command := payload.get("command"):
        data = f"{FORM_DATA}/{str(command).lstrip('/')} {payload.get('text') or ''}".strip()
        return str(payload.get("user_id") or ""), data, str(payload.get("channel_id") or ""), None
    if payload.get("type") not in ("block_actions", "shortcut", "message_action"):
        return None
    data = pressed_data(payload) or str(payload.get("callback_id") or "")
    if not data.startswith(FORM_DATA):
        return None
    container = _dict(payload.get("container"))
    channel = _dict(payload.get("channel")).get("id") or container.get("channel_id") or ""
    message = container.get("message_ts") or _dict(payload.get("message")).get("ts")
    user = str(_dict(payload.get("user")).get("id") or "")
    return user, data, str(channel), message if isinstance(message, str) else None


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _body_of(req: AsyncBoltRequest) -> dict[str, Any]:
    """Bolt reads a form body that merely contains the word "payload" (a slash command's text, say) as empty."""
    fields = dict(parse_qsl(req.raw_body, keep_blank_values=True))
    if "payload" in fields:
        value = json.loads(fields["payload"])
        return value if isinstance(value, dict) else {}
    return dict(fields)
