"""`/api/<method>`: read the arguments, check token, scopes and limits, run the method, answer; faults on the way."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from typing import Any

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from sandbox.slack.errors import SlackError, missing_scope, rate_limited
from sandbox.slack.faults import API_KINDS, Fault
from sandbox.slack.methods import METHODS, Call, Method
from sandbox.slack.state import Workspace
from sandbox.slack.transport import cut

Json = dict[str, Any]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

_HANG_SECONDS = 3600.0
_CHANNEL_ARGUMENTS = ("channel", "channel_id", "channels")


@dataclass(frozen=True, slots=True, kw_only=True)
class Arguments:
    """What a request carried: its arguments, its token and what Slack would warn about."""

    values: Json
    token: str
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WebApi:
    """An ASGI application for everything below /api/."""

    workspace: Workspace

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        name = request.url.path.rsplit("/api/", 1)[-1].rstrip("/")
        self.workspace.journal.calls[name] += 1
        try:
            arguments = await read_arguments(request)
        except SlackError as refusal:
            await _respond(self._refused(name, refusal), scope, receive, send)
            return
        struck = self.workspace.faults.strike(API_KINDS, name, self._channels(arguments.values))
        for fault in struck:
            if fault.kind == "delay":
                await asyncio.sleep(fault.seconds)
        worst = next((one for one in struck if one.kind != "delay"), None)
        response = await self._hit(name, arguments, receive, worst) if worst else self.answer(name, arguments)
        if response is not None:
            await _respond(response, scope, receive, send)

    def answer(self, name: str, arguments: Arguments) -> Response:
        """Run one call, without faults."""
        try:
            return self._granted(name, arguments)
        except SlackError as refusal:
            return self._refused(name, refusal)

    def _granted(self, name: str, arguments: Arguments) -> Response:
        found = METHODS.get(name)
        if found is None:
            raise SlackError("method_deprecated" if name == "files.upload" else "unknown_method", req_method=name)
        self._authorise(found, arguments.token)
        call = Call(workspace=self.workspace, method=name, arguments=arguments.values)
        self._limit(found, call)
        body: Json = {"ok": True, **found.run(call)}
        warnings = [*call.warnings, *arguments.warnings]
        if warnings:
            body["warning"] = ",".join(warnings)
            body["response_metadata"] = {**body.get("response_metadata", {}), "warnings": warnings}
        accepted = {"x-accepted-oauth-scopes": ",".join(found.scopes)} if found.scopes else {}
        return self._json(body, 200, accepted)

    def _authorise(self, found: Method, token: str) -> None:
        workspace = self.workspace
        if found.auth == "none":
            return
        if not token:
            raise SlackError("not_authed")
        if workspace.revoked:
            raise SlackError(workspace.revoked)
        if token not in {workspace.bot_token, workspace.app_token}:
            raise SlackError("invalid_auth")
        if (token == workspace.app_token) != (found.auth == "app") and found.name != "auth.test":
            raise SlackError("not_allowed_token_type")
        if found.auth == "bot" and found.scopes and not set(found.scopes) & workspace.manifest.scopes:
            raise missing_scope(found.scopes[0], workspace.manifest.scopes)

    def _limit(self, found: Method, call: Call) -> None:
        channel = call.text("channel") if found.name == "chat.postMessage" else ""
        wait = self.workspace.limits.wait_for(found.name, found.tier, channel, self.workspace.clock.monotonic())
        if wait:
            raise rate_limited(wait)

    def _refused(self, name: str, refusal: SlackError) -> Response:
        self.workspace.journal.errors[f"{name}:{refusal.code}"] += 1
        return self._json(refusal.body(), refusal.status, refusal.headers)

    def _json(self, body: Json, status: int, headers: dict[str, str]) -> Response:
        scopes = ",".join(sorted(self.workspace.manifest.scopes))
        return Response(
            json.dumps(body),
            status_code=status,
            headers={"x-oauth-scopes": scopes, "x-slack-req-id": self.workspace.ids.envelope(), **headers},
            media_type="application/json; charset=utf-8",
        )

    def _channels(self, values: Json) -> frozenset[str]:
        """The channel that a call is about, by id and by name."""
        given = {str(values[name]).removeprefix("#") for name in _CHANNEL_ARGUMENTS if values.get(name)}
        known = [one for one in self.workspace.channels.values() if one.id in given or one.name in given]
        return frozenset(given | {one.id for one in known} | {one.name for one in known})

    async def _hit(self, name: str, arguments: Arguments, receive: Receive, fault: Fault) -> Response | None:
        """The answer under a fault; None when there is none at all."""
        executed = fault.executed or fault.kind in {"drop_after", "trickle"}
        real = self.answer(name, arguments) if executed else None
        if fault.kind in {"drop_before", "drop_after"}:
            if not cut(receive):
                raise ConnectionResetError("fault: connection cut")
            return None
        if fault.kind == "hang":
            await asyncio.sleep(_HANG_SECONDS)
        if fault.kind == "trickle" and real is not None:
            return StreamingResponse(_trickle(bytes(real.body), fault.seconds), headers=dict(real.headers))
        if fault.kind == "ratelimited":
            return self._refused(name, rate_limited(fault.retry_after))
        if fault.kind == "error":
            return self._refused(name, SlackError(fault.error))
        if fault.kind == "status":
            return Response(fault.body, status_code=fault.status, media_type="text/html")
        if fault.kind == "malformed":
            body = bytes(real.body) if real is not None else b'{"ok":true,"channel":"C0000000000"}'
            return Response(body[: max(1, len(body) // 2)], media_type="application/json; charset=utf-8")
        return Response(b"", media_type="application/json; charset=utf-8")


async def _trickle(body: bytes, pause: float) -> AsyncIterator[bytes]:
    for position in range(len(body)):
        yield body[position : position + 1]
        await asyncio.sleep(pause)


async def read_arguments(request: Request) -> Arguments:
    """Query, form, multipart or JSON body as one mapping. Raises SlackError invalid_json, json_not_object,
    invalid_form_data."""
    values: Json = dict(request.query_params)
    content_type, _, parameters = request.headers.get("content-type", "").partition(";")
    warnings: list[str] = []
    token = ""
    if content_type == "application/json":
        body = await request.body()
        values |= _json_object(body) if body.strip() else {}
        if "charset" not in parameters:
            warnings.append("missing_charset")
        values.pop("token", None)  # with a JSON body the token is taken from the header only
    elif content_type in {"application/x-www-form-urlencoded", "multipart/form-data"}:
        values |= await _form(request)
    token = str(values.pop("token", ""))
    scheme, _, bearer = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and bearer.strip():
        token = bearer.strip()
    return Arguments(values=values, token=token, warnings=tuple(warnings))


def _json_object(body: bytes) -> Json:
    try:
        document = json.loads(body)
    except ValueError as error:
        raise SlackError("invalid_json") from error
    if not isinstance(document, dict):
        raise SlackError("json_not_object")
    return document


async def _form(request: Request) -> Json:
    try:
        form: FormData = await request.form()
    except Exception as error:
        raise SlackError("invalid_form_data") from error
    return {name: value for name, value in form.items() if isinstance(value, str)}


async def _respond(response: Response, scope: Scope, receive: Receive, send: Send) -> None:
    await response(scope, receive, send)
