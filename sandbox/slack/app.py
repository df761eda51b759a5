"""The server as an ASGI application: Web API, Socket Mode, uploads and downloads, response URLs.

`SlackApp` can be served by itself or mounted in a bigger application (then set `workspace.base_url` to its address,
the mount's path included, before anybody acts).
"""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import unquote

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route

from sandbox.slack import files
from sandbox.slack.errors import SlackError
from sandbox.slack.responses import respond
from sandbox.slack.sockets import SocketHub
from sandbox.slack.state import Workspace
from sandbox.slack.web_api import WebApi, read_arguments

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

_DOWN_PAGE = "<html><body><h1>503 Service Unavailable</h1></body></html>"
_SIGN_IN_PAGE = "<!DOCTYPE html><html><head><title>Sign in | Slack</title></head><body>Sign in</body></html>"


class SlackApp:
    """HTTP goes to the routes and WebSockets to the hub; while the workspace is down everything gets a 503."""

    def __init__(self, workspace: Workspace, hub: SocketHub) -> None:
        self._workspace = workspace
        self._hub = hub
        self._routes = Starlette(
            routes=[
                Mount("/api", app=WebApi(workspace)),
                Route("/upload/v1/{file_id}", self._upload, methods=["POST"]),
                Route("/files-pri/{address}/{rest:path}", self._download),
                Route("/signin", _sign_in),
                Route("/actions/{path:path}", self._respond, methods=["POST"]),
                Route("/commands/{path:path}", self._respond, methods=["POST"]),
            ]
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await self._hub(scope, receive, send)
        elif scope["type"] == "http" and self._workspace.faults.down:
            await HTMLResponse(_DOWN_PAGE, status_code=503)(scope, receive, send)
        else:
            self._learn_address(scope)
            await self._routes(scope, receive, send)

    def _learn_address(self, scope: Scope) -> None:
        """Addresses that the server hands out are those under which it is reached."""
        if scope["type"] == "http" and not self._workspace.base_url:
            self._workspace.base_url = str(Request(scope).base_url).rstrip("/")

    async def _upload(self, request: Request) -> Response:
        if request.headers.get("content-type", "").startswith("multipart/form-data"):
            form = await request.form()
            part = next((value for value in form.values() if not isinstance(value, str)), None)
            content = await part.read() if part is not None else b""
        else:
            content = await request.body()
        try:
            stored = files.receive(self._workspace, request.path_params["file_id"], content)
        except SlackError as refusal:
            return PlainTextResponse(refusal.code, status_code=refusal.status)
        return PlainTextResponse(f"OK - {stored.size}")

    async def _download(self, request: Request) -> Response:
        """The bytes for a valid bearer token with files:read; for anybody else the sign-in page, as Slack does."""
        workspace = self._workspace
        arguments = await read_arguments(request)
        allowed = arguments.token == workspace.bot_token and not workspace.revoked
        if not allowed or "files:read" not in workspace.manifest.scopes:
            return RedirectResponse(f"/signin?redir={request.url.path}", status_code=302)
        stored = workspace.files.get(request.path_params["address"].rpartition("-")[2])
        visible = stored is not None and (
            stored.by_app or any(workspace.bot_user.id in workspace.channels[one].members for one in stored.shares)
        )
        if stored is None or stored.content is None or not visible:
            return HTMLResponse("<html><body>File not found</body></html>", status_code=404)
        headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{unquote(stored.id)}"}
        return Response(stored.content, media_type=stored.mimetype, headers=headers)

    async def _respond(self, request: Request) -> Response:
        """A message through a response_url."""
        self._workspace.journal.calls["response_url"] += 1
        try:
            target = self._workspace.triggers.use_response(request.path_params["path"])
            arguments = await read_arguments(request)
            respond(self._workspace, target, arguments.values)
        except SlackError as refusal:
            status = refusal.status if refusal.status != 200 else 400
            return JSONResponse(refusal.body(), status_code=status)
        return PlainTextResponse("ok")


async def _sign_in(_request: Request) -> Response:
    return HTMLResponse(_SIGN_IN_PAGE)
