"""Drive a workspace over HTTP from another process: crash tests, load scripts, exercises.

Everything is JSON. Errors: 400 {"error": …} for what cannot be done, 404 for what is not there.

    GET  /control/state                          team, tokens, channels, members, sockets, version, pending deliveries
    GET  /control/changes?after=N&wait=S         waits up to S seconds until the version is above N: {"version"}
    POST /control/members   {name, real_name, channels}       POST /control/channels {name, is_private, members}
    POST /control/groups    {handle, name, members}
    POST /control/post      {member, channel, text, thread_ts}     ("channel": "" is the direct message with the app)
    POST /control/edit      {member, channel, ts, text}            POST /control/delete {member, channel, ts}
    POST /control/react     {member, channel, ts, name}
    POST /control/upload    {member, channel, filename, base64, comment, thread_ts}
    POST /control/command   {member, command, text, channel}
    POST /control/shortcut  {member, callback_id [, channel, ts]}
    POST /control/press     {member, channel, ts, action_id, value, block_id}
    POST /control/choose    {member, channel, ts, action_id, value, block_id}
    POST /control/home      {member}  opens it                     POST /control/press-home {member, action_id, value}
    POST /control/fill      {member, action_id, value, block_id}   POST /control/press-modal {member, action_id, value}
    POST /control/submit    {member}                               POST /control/close {member}
    GET  /control/read?member=&channel=[&thread_ts=]  GET /control/modal?member=   GET /control/home?member=
    GET  /control/files/{id}                     the bytes
    GET  /control/journal    posts, updates, deletions, ephemerals, pings, lost events, counts; DELETE forgets them
    GET  /control/faults     POST /control/faults {kind, method, …}    DELETE /control/faults [?id=]
    POST /control/sockets   {do: "refresh" | "warning" | "silence" | "close" | "cut"}
    POST /control/down      {down: true | false}                   POST /control/clock {advance: seconds}
    POST /control/settings  {retry_delays, ack_seconds, limits_enforced, revoked}
"""

import dataclasses
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from sandbox.slack.control_deeds import DEEDS
from sandbox.slack.emulator import SlackWorkspace
from sandbox.slack.errors import SlackError
from sandbox.slack.members import NotOnScreenError
from sandbox.slack.shapes import channel_json, user_json

Json = dict[str, Any]


class Control:
    """The routes of the control API for one workspace."""

    def __init__(self, workspace: SlackWorkspace) -> None:
        self._workspace = workspace

    def routes(self) -> list[Route]:
        """Mount these below /control of the same server."""
        return [
            Route("/state", self._refusable(self._state)),
            Route("/changes", self._refusable(self._changes)),
            Route("/members", self._refusable(self._add_member), methods=["POST"]),
            Route("/channels", self._refusable(self._add_channel), methods=["POST"]),
            Route("/groups", self._refusable(self._add_group), methods=["POST"]),
            Route("/read", self._refusable(self._read)),
            Route("/modal", self._refusable(self._modal)),
            Route("/home", self._refusable(self._home), methods=["GET"]),
            Route("/files/{file_id}", self._file),
            Route("/journal", self._refusable(self._journal), methods=["GET", "DELETE"]),
            Route("/faults", self._refusable(self._faults), methods=["GET", "POST", "DELETE"]),
            Route("/sockets", self._refusable(self._sockets), methods=["POST"]),
            Route("/down", self._refusable(self._down), methods=["POST"]),
            Route("/clock", self._refusable(self._clock), methods=["POST"]),
            Route("/settings", self._refusable(self._settings), methods=["POST"]),
            Route("/{deed}", self._refusable(self._do), methods=["POST"]),
        ]

    def _refusable(self, answer: Callable[[Request], Awaitable[Any]]) -> Callable[[Request], Awaitable[Response]]:
        async def endpoint(request: Request) -> Response:
            try:
                return JSONResponse(await answer(request))
            except NotOnScreenError as error:
                return JSONResponse({"error": str(error)}, status_code=404)
            except SlackError as error:
                return JSONResponse({"error": error.code}, status_code=400)
            except (LookupError, TypeError, ValueError) as error:
                return JSONResponse({"error": f"{type(error).__name__}: {error}"}, status_code=400)

        return endpoint

    async def _do(self, request: Request) -> Json:
        deed = DEEDS.get(request.path_params["deed"])
        if deed is None:
            raise NotOnScreenError(f"unknown deed {request.path_params['deed']!r}; known: {', '.join(DEEDS)}")
        body = await request.json()
        result = await deed(self._workspace.member(body["member"]), body)
        if result is None:
            return {"ok": True}
        return dict(result) if isinstance(result, dict) else dataclasses.asdict(result)

    async def _state(self, _request: Request) -> Json:
        workspace = self._workspace
        return {
            "team_id": workspace.team_id,
            "bot_user_id": workspace.bot_user.id,
            "bot_id": workspace.bot_user.bot_id,
            "app_id": workspace.app_id,
            "bot_token": workspace.bot_token,
            "app_token": workspace.app_token,
            "signing_secret": workspace.signing_secret,
            "version": workspace.changes.version,
            "pending": workspace.deliveries.pending,
            "sockets": len(workspace.sockets.connections),
            "sockets_accepted": workspace.sockets.accepted,
            "sockets_refused": workspace.sockets.refused,
            "members": [user_json(workspace, user) for user in workspace.users.values()],
            "channels": [
                {**channel_json(workspace, one), "members": list(one.members)} for one in workspace.channels.values()
            ],
        }

    async def _changes(self, request: Request) -> Json:
        after = int(request.query_params.get("after", "0"))
        wait = min(float(request.query_params.get("wait", "10")), 60.0)
        changes = self._workspace.changes
        try:
            await changes.until(lambda: changes.version > after, wait)
        except TimeoutError:
            return {"version": changes.version}
        return {"version": changes.version}

    async def _add_member(self, request: Request) -> Json:
        body = await request.json()
        member = self._workspace.add_member(
            body["name"], body.get("real_name", ""), channels=body.get("channels", ()), email=body.get("email", "")
        )
        return {"id": member.id, "name": member.name}

    async def _add_channel(self, request: Request) -> Json:
        body = await request.json()
        channel = self._workspace.add_channel(
            body["name"],
            is_private=bool(body.get("is_private")),
            members=body.get("members", ()),
            with_bot=bool(body.get("with_bot", True)),
        )
        return {"id": channel.id, "name": channel.name}

    async def _add_group(self, request: Request) -> Json:
        body = await request.json()
        group = self._workspace.add_group(body["handle"], body.get("name", ""), members=body.get("members", ()))
        return {"id": group.id, "handle": group.handle}

    async def _read(self, request: Request) -> Json:
        query = request.query_params
        member = self._workspace.member(query["member"])
        channel = query.get("channel") or self._workspace.conversation_with(member.id).id
        thread_ts = query.get("thread_ts", "")
        return {"messages": member.thread(channel, thread_ts) if thread_ts else member.read(channel)}

    async def _modal(self, request: Request) -> Json:
        member = self._workspace.member(request.query_params["member"])
        return {"view": member.modal, "errors": member.modal_errors}

    async def _home(self, request: Request) -> Json:
        return {"view": self._workspace.member(request.query_params["member"]).home}

    async def _file(self, request: Request) -> Response:
        stored = self._workspace.files.get(request.path_params["file_id"])
        if stored is None or stored.content is None:
            return JSONResponse({"error": "no such file"}, status_code=404)
        return Response(stored.content, media_type=stored.mimetype)

    async def _journal(self, request: Request) -> Json:
        if request.method == "DELETE":
            self._workspace.journal.clear()
        return self._workspace.journal.as_json()

    async def _faults(self, request: Request) -> Json:
        faults = self._workspace.faults
        if request.method == "POST":
            faults.add(**await request.json())
        elif request.method == "DELETE" and "id" in request.query_params:
            faults.remove(int(request.query_params["id"]))
        elif request.method == "DELETE":
            faults.clear()
        return {"down": faults.down, "active": [dataclasses.asdict(fault) for fault in faults.active]}

    async def _sockets(self, request: Request) -> Json:
        wanted = (await request.json())["do"]
        hub = self._workspace.sockets
        if wanted == "silence":
            hub.silence()
        elif wanted in {"close", "cut"}:
            await hub.close_all(abrupt=wanted == "cut")
        elif wanted in {"refresh", "warning"}:
            await hub.refresh("warning" if wanted == "warning" else "refresh_requested")
        else:
            raise ValueError(f"sockets cannot {wanted!r}")
        return {"sockets": len(hub.connections)}

    async def _down(self, request: Request) -> Json:
        down = bool((await request.json())["down"])
        if down:
            await self._workspace.take_down()
        else:
            self._workspace.bring_up()
        return {"down": down}

    async def _clock(self, request: Request) -> Json:
        self._workspace.clock.advance(float((await request.json())["advance"]))
        return {"now": self._workspace.clock.now(), "posted": self._workspace.post_due()}

    async def _settings(self, request: Request) -> Json:
        body = await request.json()
        workspace = self._workspace
        if "retry_delays" in body:
            workspace.deliveries.retry_delays = tuple(float(delay) for delay in body["retry_delays"])
        if "ack_seconds" in body:
            workspace.deliveries.ack_seconds = float(body["ack_seconds"])
        if "limits_enforced" in body:
            workspace.limits.enforced = bool(body["limits_enforced"])
        if "revoked" in body:
            workspace.revoke_token(str(body["revoked"]))
        return {
            "retry_delays": list(workspace.deliveries.retry_delays),
            "ack_seconds": workspace.deliveries.ack_seconds,
            "limits_enforced": workspace.limits.enforced,
            "revoked": workspace.revoked,
        }
