"""The page's web application: static files, one JSON address a view and a deed, and a socket that says "look again"."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import orjson
from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.websockets import WebSocket, WebSocketDisconnect

from sandbox.page import doings
from sandbox.page.desk import desk_shown
from sandbox.page.disturbances import Disturbances
from sandbox.page.doings import Refusal
from sandbox.page.phone import phone_shown, town_shown
from sandbox.page.town import Town
from sandbox.slack import Member, NotOnScreenError, SlackError

STATIC = Path(__file__).parent / "static"
PAUSE = 0.06  # seconds in which several changes become one look
Json = dict[str, Any]
# Nothing from elsewhere is ever loaded, and nothing that a resident wrote can run.
POLICY = "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; connect-src 'self' ws: wss:"


class Page:
    """The handlers of one town."""

    def __init__(self, town: Town, home: tuple[float, float]) -> None:
        self.town = town
        self.home = home  # where "my location" is, degrees
        self.disturbances = Disturbances(town)

    # --- residents --------------------------------------------------------------------------------------------------

    async def show_town(self, _request: Request) -> Json:
        return town_shown(self.town)

    async def move_in(self, request: Request) -> Json:
        data = await request.json()
        try:
            townsman = self.town.move_in(str(data.get("name", "")), str(data.get("language", "")))
        except ValueError as error:
            raise Refusal(str(error)) from error
        return {"id": townsman.resident.user.id}

    async def show_phone(self, request: Request) -> Json:
        return phone_shown(self.town, self._townsman(request))

    async def do_phone(self, request: Request) -> Json:
        townsman, deed = self._townsman(request), request.path_params["deed"]
        if deed == "file":
            return await self._file(request)
        data = await request.json()
        match deed:
            case "write":
                doings.write(townsman, data)
            case "edit":
                doings.edit(townsman, data)
            case "press":
                return await doings.press(townsman, data)
            case "place":
                doings.place(townsman, data, self.home)
            case "voice":
                sound = doings.Upload(name="voice.ogg", mime="audio/ogg", content=doings.voice_sample())
                doings.files(townsman, "voice", [sound], "")
            case "contact":
                townsman.resident.send_contact()
            case "sticker":
                townsman.resident.send_sticker()
            case "block":
                (townsman.resident.block if data.get("blocked") else townsman.resident.unblock)()
            case _:
                raise Refusal("nobody can do that")
        return {}

    async def _file(self, request: Request) -> Json:
        form = await request.form()
        uploads = [
            doings.Upload(
                name=one.filename or "file",
                mime=one.content_type or "application/octet-stream",
                content=await one.read(),
            )
            for one in form.getlist("file")
            if isinstance(one, UploadFile)
        ]
        doings.files(self._townsman(request), str(form.get("kind", "")), uploads, str(form.get("caption", "")))
        return {}

    def _townsman(self, request: Request) -> Any:
        return doings.townsman_of(self.town, request.path_params["number"])

    # --- staff ------------------------------------------------------------------------------------------------------

    async def show_desk(self, request: Request) -> Json:
        query = request.query_params
        return desk_shown(self.town, self._member(request), query.get("channel", ""), query.get("thread", ""))

    async def do_desk(self, request: Request) -> Json:
        member, data = self._member(request), await request.json()
        outcome = None
        match request.path_params["deed"]:
            case "post":
                doings.say(member, data)
            case "join":
                member.join(str(data.get("channel", "")))
            case "home":
                member.open_home()
            case "command":
                command, words = str(data.get("command", "")), str(data.get("text", ""))
                outcome = await member.command(command, words, channel=str(data.get("channel") or ""))
            case "use":
                outcome = await doings.use(member, data)
            case "submit":
                outcome = await doings.submit(member, data)
            case "close":
                outcome = await member.close_modal()
            case _:
                raise Refusal("nobody can do that")
        if outcome is not None and not outcome.ok:
            raise Refusal(outcome.error or "it was not accepted")
        return {}

    def _member(self, request: Request) -> Member:
        try:
            return self.town.slack.member(request.path_params["user"])
        except LookupError as error:
            raise Refusal(str(error)) from error

    # --- both -------------------------------------------------------------------------------------------------------

    async def show_faults(self, _request: Request) -> Json:
        return {"active": self.disturbances.active}

    async def switch_fault(self, request: Request) -> Json:
        data = await request.json()
        await self.disturbances.switch(str(data.get("platform")), str(data.get("kind")), bool(data.get("on")))
        return {}

    async def slack_file(self, request: Request) -> Response:
        stored = self.town.slack.files.get(request.path_params["file"])
        return _bytes(stored.content if stored else None, stored.mimetype if stored else "")

    async def telegram_file(self, request: Request) -> Response:
        stored = self.town.telegram.bot.files.get(request.path_params["file"])
        return _bytes(stored.content if stored else None, (stored.media_type or "") if stored else "")

    async def live(self, socket: WebSocket) -> None:
        """Say "look again" whenever anything changed on either platform."""
        await socket.accept()
        looker = asyncio.create_task(self._look(socket))
        with contextlib.suppress(WebSocketDisconnect):
            while True:
                await socket.receive_text()
        looker.cancel()

    async def _look(self, socket: WebSocket) -> None:
        slack = self.town.slack.changes.subscribe()
        with self.town.telegram.network.changes.subscribe() as telegram:
            waits: list[Callable[[], Awaitable[object]]] = [slack.get, telegram.get]
            tasks = {asyncio.ensure_future(wait()): wait for wait in waits}
            try:
                while True:
                    done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
                    for task in done:
                        wait = tasks.pop(task)
                        tasks[asyncio.ensure_future(wait())] = wait
                    await asyncio.sleep(PAUSE)
                    await socket.send_text("look")
            finally:
                for task in tasks:
                    task.cancel()
                self.town.slack.changes.unsubscribe(slack)


def _bytes(content: bytes | None, mime: str) -> Response:
    if content is None:
        return Response(status_code=404)
    safe = mime if mime.startswith(("image/png", "image/jpeg", "image/gif", "image/webp", "audio/", "video/")) else ""
    return Response(
        content, media_type=safe or "application/octet-stream", headers={"X-Content-Type-Options": "nosniff"}
    )


def _said(deed: Callable[[Request], Awaitable[Json]]) -> Callable[[Request], Awaitable[Response]]:
    """Answer with JSON; what cannot be done is a 409 with the reason in words."""

    async def answer(request: Request) -> Response:
        try:
            return JSONResponse(await deed(request))
        except (Refusal, NotOnScreenError, SlackError, ValueError, orjson.JSONDecodeError) as error:
            return JSONResponse({"problem": str(error)}, status_code=409)

    return answer


def page_app(town: Town, *, home: tuple[float, float] = (52.0, 21.0)) -> Starlette:
    """The web application of `town`. `home` is where residents are when they send their place (degrees)."""
    page = Page(town, home)

    async def front(_request: Request) -> Response:
        return Response(
            (STATIC / "index.html").read_bytes(), media_type="text/html", headers={"Content-Security-Policy": POLICY}
        )

    async def at_root(_request: Request) -> Response:
        return RedirectResponse("./")

    app = Starlette(
        routes=[
            Route("/", front),
            Route("/index.html", at_root),
            Mount("/static", StaticFiles(directory=STATIC)),
            Route("/api/town", _said(page.show_town)),
            Route("/api/residents", _said(page.move_in), methods=["POST"]),
            Route("/api/phone/{number:int}", _said(page.show_phone)),
            Route("/api/phone/{number:int}/{deed}", _said(page.do_phone), methods=["POST"]),
            Route("/api/desk/{user}", _said(page.show_desk)),
            Route("/api/desk/{user}/{deed}", _said(page.do_desk), methods=["POST"]),
            Route("/api/faults", _said(page.show_faults)),
            Route("/api/faults", _said(page.switch_fault), methods=["POST"]),
            Route("/api/file/{file}", page.slack_file),
            Route("/api/telegram-file/{file}", page.telegram_file),
            WebSocketRoute("/api/live", page.live),
        ],
    )
    app.state.page = page
    return app
