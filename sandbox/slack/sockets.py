"""Socket Mode: URLs, connections, envelopes, acknowledgements, refreshes.

`SocketHub` is an ASGI WebSocket application and a Carrier. Every envelope goes to one of up to ten connections, in
turn. A URL works once. `refresh()` asks the app to reconnect, `silence()` makes the present connections play dead,
`close_all()` cuts them. Source of the rules: docs.slack.dev/apis/events-api/using-socket-mode.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, MutableMapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from sandbox.slack.changes import Changes
from sandbox.slack.clock import Identifiers
from sandbox.slack.deliveries import Ack, EnvelopeKind
from sandbox.slack.faults import ENVELOPE_KINDS, SOCKET_KINDS, Faults
from sandbox.slack.transport import cut, play_dead

Json = dict[str, Any]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

MAX_CONNECTIONS = 10
_REORDER_PATIENCE = 1.0
_DEBUG_HOST = "applink-sandbox-1"


@dataclass(eq=False, kw_only=True)
class Connection:
    """One WebSocket of the app. `waiting` are envelopes sent on it and not yet acknowledged."""

    number: int
    receive: Receive
    send: Send
    silent: bool = False
    closed: bool = False
    waiting: dict[str, asyncio.Future[Ack]] = field(default_factory=dict)

    async def write(self, message: Json) -> None:
        """Send one frame; a connection that plays dead or is gone swallows it."""
        if self.silent or self.closed:
            return
        with suppress(Exception):  # the peer may vanish at any moment: the missing acknowledgement will tell
            await self.send({"type": "websocket.send", "text": json.dumps(message)})

    async def close(self, code: int = 1000) -> None:
        if not self.closed:
            self.closed = True
            with suppress(Exception):
                await self.send({"type": "websocket.close", "code": code})

    def abandon(self) -> None:
        """Nothing more will come: whatever waits has failed."""
        self.closed = True
        for waiting in self.waiting.values():
            if not waiting.done():
                waiting.set_result(Ack(ok=False, reason="connection_failed"))


@dataclass(kw_only=True)
class SocketHub:
    """All Socket Mode connections of the app."""

    faults: Faults
    ids: Identifiers
    changes: Changes
    app_id: str
    connections: list[Connection] = field(default_factory=list)
    accepted: int = 0
    refused: int = 0
    _tickets: set[str] = field(default_factory=set)
    _turn: int = 0
    _overtaken: list[asyncio.Future[None]] = field(default_factory=list)
    _graces: set[asyncio.Task[None]] = field(default_factory=set)

    def issue(self, base_url: str) -> str:
        """A fresh WebSocket URL below an http:// base URL."""
        ticket = self.ids.envelope()
        self._tickets.add(ticket)
        return f"{base_url.replace('http', 'ws', 1)}/link/?ticket={ticket}&app_id={self.app_id}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one WebSocket until either side closes it."""
        await receive()  # websocket.connect
        struck = {fault.kind for fault in self.faults.strike(SOCKET_KINDS, "*")}
        valid = self._redeem(scope)  # a refused URL stays refused, as a client that retries it finds out
        if self.faults.down or "socket_refuse" in struck or not valid:
            await self._refuse(send)
            return
        await send({"type": "websocket.accept"})
        self.accepted += 1
        connection = Connection(number=self.accepted, receive=receive, send=send)
        if len(self.connections) >= MAX_CONNECTIONS:
            await connection.write(_disconnect("too_many_websockets"))
            await connection.close()
            return
        self.connections.append(connection)
        self.changes.note("socket")
        try:
            await self._greet(connection, struck)
            await self._listen(connection)
        finally:
            connection.abandon()
            self.connections.remove(connection)
            self.changes.note("socket")

    def _redeem(self, scope: Scope) -> bool:
        query = scope.get("query_string", b"").decode()
        ticket = next((part[7:] for part in query.split("&") if part.startswith("ticket=")), "")
        known = ticket in self._tickets
        self._tickets.discard(ticket)
        return known

    async def _refuse(self, send: Send) -> None:
        self.refused += 1
        await send({"type": "websocket.close", "code": 1013})  # before accepting: the handshake gets a 403

    async def _greet(self, connection: Connection, struck: set[str]) -> None:
        if "socket_no_hello" not in struck:
            await connection.write(
                {
                    "type": "hello",
                    "num_connections": len(self.connections),
                    "debug_info": {**_debug_info(), "approximate_connection_time": 18060},
                    "connection_info": {"app_id": self.app_id},
                }
            )
        if "socket_silent" in struck:
            self._silence(connection)
        if "socket_close" in struck:
            await connection.close()

    async def _listen(self, connection: Connection) -> None:
        while True:
            event = await connection.receive()
            if event["type"] == "websocket.disconnect":
                return
            self._acknowledge(connection, event.get("text") or "")

    def _acknowledge(self, connection: Connection, text: str) -> None:
        try:
            message = json.loads(text)
            waiting = connection.waiting.get(message["envelope_id"])
        except (ValueError, KeyError, TypeError):
            return  # real Slack ignores what it cannot read, too
        if waiting is not None and not waiting.done():
            waiting.set_result(Ack(ok=True, payload=message.get("payload")))

    async def deliver(self, kind: EnvelopeKind, payload: Json, *, attempt: int, reason: str, wait: float) -> Ack:
        """Send one envelope to one connection and wait for its acknowledgement."""
        struck = {fault.kind for fault in self.faults.strike(ENVELOPE_KINDS, kind)}
        if "envelope_reorder" in struck:
            await self._let_another_pass()
        connection = self._next()
        if connection is None:
            return Ack(ok=False, reason="connection_failed")
        if "envelope_duplicate" in struck:
            await connection.write(self._envelope(kind, payload, attempt, reason))
        envelope = self._envelope(kind, payload, attempt, reason)
        answer: asyncio.Future[Ack] = asyncio.get_running_loop().create_future()
        connection.waiting[envelope["envelope_id"]] = answer
        try:
            if "envelope_drop" not in struck:
                await connection.write(envelope)
                self._passed()
            async with asyncio.timeout(wait):
                return await answer
        except TimeoutError:
            return Ack(ok=False, reason="timeout")
        finally:
            connection.waiting.pop(envelope["envelope_id"], None)

    def _envelope(self, kind: EnvelopeKind, payload: Json, attempt: int, reason: str) -> Json:
        envelope: Json = {
            "envelope_id": self.ids.envelope(),
            "payload": payload,
            "type": kind,
            "accepts_response_payload": kind != "events_api",
        }
        if kind == "events_api":
            envelope |= {"retry_attempt": attempt, "retry_reason": reason}
        return envelope

    def _next(self) -> Connection | None:
        usable = [one for one in self.connections if not one.closed]
        if not usable:
            return None
        self._turn += 1
        return usable[self._turn % len(usable)]

    async def _let_another_pass(self) -> None:
        passed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._overtaken.append(passed)
        with suppress(TimeoutError):
            async with asyncio.timeout(_REORDER_PATIENCE):
                await passed

    def _passed(self) -> None:
        for waiting in self._overtaken:
            if not waiting.done():
                waiting.set_result(None)
        self._overtaken.clear()

    async def refresh(self, reason: str = "refresh_requested", *, grace: float = 10.0) -> None:
        """Tell every connection to reconnect (`warning` only announces it); cut those that stay after `grace` s."""
        for connection in list(self.connections):
            await connection.write(_disconnect(reason))
            if reason != "warning":
                task = asyncio.create_task(_close_after(connection, grace))
                self._graces.add(task)
                task.add_done_callback(self._graces.discard)

    def silence(self) -> None:
        """From now on the present connections neither read nor answer, pings included."""
        for connection in self.connections:
            self._silence(connection)

    def _silence(self, connection: Connection) -> None:
        connection.silent = True
        play_dead(connection.receive)
        self.changes.note("socket")

    def stop(self) -> None:
        """Forget refreshes that are still waiting for their time."""
        for task in self._graces:
            task.cancel()

    async def close_all(self, *, abrupt: bool = False) -> None:
        """Close every connection, with a close frame or (`abrupt`) by cutting the TCP connection."""
        for connection in list(self.connections):
            if abrupt:
                cut(connection.receive)
            else:
                await connection.close(1001)


async def _close_after(connection: Connection, seconds: float) -> None:
    await asyncio.sleep(seconds)
    await connection.close(1000)


def _disconnect(reason: str) -> Json:
    return {"type": "disconnect", "reason": reason, "debug_info": _debug_info()}


def _debug_info() -> Json:
    return {"host": _DEBUG_HOST, "build_number": 1, "started": "", "approximate_connection_time": 18060}
