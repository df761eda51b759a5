"""A small HTTP interface to the residents' side, for emulators that run as a process of their own.

    GET    /control/state                      bots, users, versions, counts
    POST   /control/users                      {first_name, last_name?, username?, language_code?, id?} -> {id}
    GET    /control/users/{id}/messages        the private chat, ?since=<message_id>
    POST   /control/users/{id}/{deed}          write {text, reply_to?, chat_id?}, start {payload?},
                                               edit {message_id, text},
                                               press {button, message_id?, wait?}, tap {text}, block, unblock,
                                               react {message_id, emoji?}, attach {kind, text?, size?, name?, caption?},
                                               location {latitude, longitude}, contact {}
    POST   /control/writes                     [{id, text}, …]: people are created where they are missing
    GET    /control/faults                     POST adds one (fields of faults.Fault), DELETE [/id] switches off
    GET    /control/journal                    ?since=<line>&limit=, DELETE forgets it
    GET    /control/journal/summary            numbers only
    POST   /control/updates                    any object, queued as an update as it is
    POST   /control/rates                      fields of limits.Rates, or null for none
    GET    /control/changes                    ?after=<version>&wait=<seconds>: waits for the next change

Answers are JSON; what cannot be done answers 400 {"error": "…"}.
"""

import dataclasses
from collections.abc import Awaitable, Callable
from typing import Any, Protocol

import orjson
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sandbox.telegram.bots import Bot
from sandbox.telegram.faults import Fault
from sandbox.telegram.identity import Json
from sandbox.telegram.limits import Rates
from sandbox.telegram.network import Network
from sandbox.telegram.residents import Resident

Deed = Callable[[Resident, Json], Any]


class People(Protocol):
    """An emulator as this interface needs it: its network, its first bot, and the people who talk with that."""

    network: Network
    bot: Bot

    def resident(
        self,
        first_name: str,
        *,
        last_name: str | None = None,
        username: str | None = None,
        language_code: str | None = None,
        user_id: int | None = None,
    ) -> Resident:
        """Create a person."""

    def resident_behind(self, user_id: int) -> Resident:
        """The person with this id. Raises LookupError when there is none."""


def control(server: People) -> Starlette:
    """The application behind /control/ of this emulator."""
    desk = _Desk(server)
    routes = [
        Route("/control/state", desk.state),
        Route("/control/users", desk.add_user, methods=["POST"]),
        Route("/control/users/{id:int}/messages", desk.messages),
        Route("/control/users/{id:int}/{deed}", desk.act, methods=["POST"]),
        Route("/control/writes", desk.writes, methods=["POST"]),
        Route("/control/faults", desk.faults, methods=["GET", "POST", "DELETE"]),
        Route("/control/faults/{id:int}", desk.faults, methods=["DELETE"]),
        Route("/control/journal", desk.journal, methods=["GET", "DELETE"]),
        Route("/control/journal/summary", desk.summary),
        Route("/control/updates", desk.inject, methods=["POST"]),
        Route("/control/rates", desk.rates, methods=["POST"]),
        Route("/control/changes", desk.changes),
    ]
    refused: dict[Any, Callable[[Request, Exception], Awaitable[Response]]] = dict.fromkeys(
        (LookupError, ValueError, TypeError, TimeoutError), _refuse
    )
    return Starlette(routes=routes, exception_handlers=refused)


async def _refuse(_: Request, error: Exception) -> Response:
    return _json({"error": f"{type(error).__name__}: {error}"}, 400)


def _json(value: Any, status: int = 200) -> Response:
    return Response(orjson.dumps(value), status, media_type="application/json")


async def _body(request: Request) -> Any:
    body = await request.body()
    return orjson.loads(body) if body else {}


class _Desk:
    def __init__(self, server: People) -> None:
        self.server = server
        self.network = server.network

    async def state(self, _: Request) -> Response:
        bots = [
            {"id": bot.id, "username": bot.user.username, "pending_updates": len(bot.updates), "chats": len(bot.chats)}
            | {"next_update_id": bot.updates.next_id, "confirmed": bot.updates.confirmed, "webhook": bot.webhook.url}
            | {"refused_by_rates": bot.limiter.refused}
            for bot in self.network.bots.values()
        ]
        users = sum(not user.is_bot for user in self.network.users.values())
        return _json({"version": self.network.changes.version, "bots": bots, "users": users})

    async def add_user(self, request: Request) -> Response:
        wanted = await _body(request)
        number = wanted.pop("id", None)
        return _json({"id": self.server.resident(**wanted, user_id=number).user.id})

    async def messages(self, request: Request) -> Response:
        resident = self.server.resident_behind(request.path_params["id"])
        since = int(request.query_params.get("since", "0"))
        return _json([view(message) for message in resident.messages if message.id > since])

    async def act(self, request: Request) -> Response:
        resident = self.server.resident_behind(request.path_params["id"])
        name, details = request.path_params["deed"], await _body(request)
        if name == "press":
            return await _press(resident, details)
        deed = _DEEDS.get(name)
        if deed is None:
            raise LookupError(f"people cannot {name!r}")
        message = deed(resident, details)
        return _json({"message_id": message.id} if message is not None else {})

    async def writes(self, request: Request) -> Response:
        ids = []
        for item in await _body(request):
            if item["id"] not in self.network.users:
                self.server.resident(f"Resident {item['id']}", user_id=item["id"])
            ids.append(self.server.resident_behind(item["id"]).write(item["text"]).id)
        return _json({"message_ids": ids})

    async def faults(self, request: Request) -> Response:
        faults = self.network.faults
        if request.method == "POST":
            return _json({"id": faults.add(Fault(**await _body(request)))})
        if request.method == "DELETE":
            faults.clear(request.path_params.get("id"))
        return _json([dataclasses.asdict(fault) for fault in faults.active])

    async def journal(self, request: Request) -> Response:
        journal = self.network.journal
        if request.method == "DELETE":
            journal.clear()
        since = int(request.query_params.get("since", "0"))
        limit = int(request.query_params.get("limit", "100000"))
        return _json([dataclasses.asdict(line) for line in journal.since(since, limit)])

    async def summary(self, _: Request) -> Response:
        journal = self.network.journal
        times = {"first_at": journal.first_at, "last_at": journal.last_at}
        counts = {"messages": len(journal), "chats": len(journal.per_chat), "methods": dict(journal.per_method)}
        return _json({**counts, **times})

    async def inject(self, request: Request) -> Response:
        return _json({"update_id": self.server.bot.updates.inject(await _body(request))})

    async def rates(self, request: Request) -> Response:
        wanted = await _body(request)
        self.server.bot.limiter.apply(Rates(**wanted) if wanted is not None else None)
        return _json({})

    async def changes(self, request: Request) -> Response:
        after, wait = int(request.query_params.get("after", "0")), float(request.query_params.get("wait", "0"))
        return _json({"version": await self.network.changes.wait(after, min(wait, 60.0))})


def view(message: Any) -> Json:
    """A message as a client shows it: the Bot API object with `keyboard`, `reactions` and `outgoing` beside it."""
    shown: Json = {**message.shown(), "outgoing": message.outgoing, "edits": message.edits}
    if message.keyboard is not None:
        shown["keyboard"] = message.keyboard
    if message.reactions:
        shown["reactions"] = [reaction for given in message.reactions.values() for reaction in given]
    return shown


async def _press(resident: Resident, details: Json) -> Response:
    message = _message(resident, details["message_id"]) if "message_id" in details else None
    button = details["button"]
    query = resident.click(tuple(button) if isinstance(button, list) else button, message)
    if not details.get("wait"):
        return _json({"callback_query_id": query.id})
    return _json(dataclasses.asdict(await query.wait(float(details["wait"]))))


def _message(resident: Resident, message_id: int) -> Any:
    found = resident.chat.messages.get(message_id)
    if found is None:
        raise LookupError(f"no message {message_id} in this chat")
    return found


def _write(resident: Resident, details: Json) -> Any:
    chat = resident.bot.chats[details["chat_id"]] if "chat_id" in details else None
    reply_to = (chat or resident.chat).messages[details["reply_to"]] if "reply_to" in details else None
    return resident.write(details["text"], reply_to=reply_to, chat=chat)


def _attach(resident: Resident, details: Json) -> Any:
    content = str(details.pop("text", "")).encode() or bytes(min(int(details.get("size", 1)), 1024))
    return resident.attach(details.pop("kind"), content, **details)


_DEEDS: dict[str, Deed] = {
    "write": _write,
    "start": lambda resident, details: resident.start(str(details.get("payload", ""))),
    "edit": lambda resident, details: resident.edit(_message(resident, details["message_id"]), details["text"]),
    "tap": lambda resident, details: resident.tap(details["text"]),
    "block": lambda resident, _: resident.block(),
    "unblock": lambda resident, _: resident.unblock(),
    "react": lambda resident, details: resident.react(
        _message(resident, details["message_id"]), str(details.get("emoji", ""))
    ),
    "attach": _attach,
    "location": lambda resident, details: resident.send_location(details["latitude"], details["longitude"]),
    "contact": lambda resident, _: resident.send_contact(),
}
