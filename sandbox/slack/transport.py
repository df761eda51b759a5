"""Below HTTP: cut a connection, or let it play dead. ASGI has no words for it, so the server's own object is used.

Uvicorn hands an application bound methods of the protocol object that owns the socket; that object is found through
them. With another server a cut becomes an error answer, and playing dead is left to the caller's own silence.
"""

import asyncio
from typing import Any


def cut(receive: Any) -> bool:
    """Break the TCP connection behind an ASGI `receive` at once; False when the server does not let us."""
    transport = getattr(getattr(receive, "__self__", None), "transport", None)
    if not isinstance(transport, asyncio.Transport):
        return False
    transport.abort()
    return True


def play_dead(receive: Any) -> bool:
    """Ignore every byte that comes from now on (pings too), while the connection stays open."""
    protocol = getattr(receive, "__self__", None)
    if not isinstance(protocol, asyncio.Protocol):
        return False
    vars(protocol)["data_received"] = _ignore  # shadows the method for this one connection
    return True


def _ignore(_data: bytes) -> None:
    return None
