"""Things that go wrong on purpose. Switch them on while the server runs:

    workspace.faults.add("ratelimited", method="chat.postMessage", retry_after=3, times=1)
    workspace.faults.add("drop_after", method="chat.*", probability=0.01)
    workspace.faults.clear()

Web API kinds (matched by `method`, a glob, and `channel`, an id or name):
  delay          wait `seconds`, then go on as usual
  ratelimited    HTTP 429, Retry-After `retry_after`, not executed
  status         HTTP `status` (503) with an HTML body; `executed=True` executes the call first
  malformed      a JSON body cut in the middle; `executed` as above
  empty          HTTP 200 with no body; `executed` as above
  error          {"ok": false, "error": `error`}, not executed
  drop_before    the connection is cut, not executed
  drop_after     executed, then the connection is cut without an answer
  trickle        executed, then the answer comes byte by byte, `seconds` apart
  hang           the request is never answered (until the client gives up), not executed
Socket kinds (`method` is the envelope type: events_api, slash_commands, interactive; "*" for connections):
  socket_refuse     the WebSocket URL is refused (HTTP 403), and stays refused
  socket_no_hello   connected, but hello never comes
  socket_silent     connected, hello, then nothing is sent or answered, pings included
  socket_close      the connection is closed right after hello
  envelope_duplicate  the envelope is sent twice (same event_id, new envelope_id)
  envelope_reorder    the envelope is held and sent after the next one
  envelope_drop       the envelope never leaves: it runs into its acknowledgement time-out
"""

import random
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Literal

FaultKind = Literal[
    "delay", "ratelimited", "status", "malformed", "empty", "error", "drop_before", "drop_after", "trickle", "hang",
    "socket_refuse", "socket_no_hello", "socket_silent", "socket_close",
    "envelope_duplicate", "envelope_reorder", "envelope_drop",
]  # fmt: skip
API_KINDS: frozenset[str] = frozenset(
    ("delay", "ratelimited", "status", "malformed", "empty", "error", "drop_before", "drop_after", "trickle", "hang")
)
SOCKET_KINDS: frozenset[str] = frozenset(("socket_refuse", "socket_no_hello", "socket_silent", "socket_close"))
ENVELOPE_KINDS: frozenset[str] = frozenset(("envelope_duplicate", "envelope_reorder", "envelope_drop"))
KINDS = API_KINDS | SOCKET_KINDS | ENVELOPE_KINDS


@dataclass(slots=True, kw_only=True)
class Fault:
    """One switch. `times` counts down to 0 (None: for ever); `probability` is of one matching call being hit."""

    id: int
    kind: str
    method: str = "*"
    channel: str = ""
    times: int | None = None
    probability: float = 1.0
    seconds: float = 1.0
    retry_after: int = 1
    status: int = 503
    body: str = "<html><body><h1>503 Service Unavailable</h1></body></html>"
    error: str = "internal_error"
    executed: bool = False
    hits: int = 0


@dataclass(slots=True, kw_only=True)
class Faults:
    """All switches of one workspace; `down` answers everything with 503 and closes all sockets."""

    seed: int = 0
    down: bool = False
    active: list[Fault] = field(default_factory=list)
    _random: random.Random = field(init=False)
    _count: int = 0

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)  # noqa: S311 - repeatable chance is the purpose

    def add(
        self,
        kind: FaultKind,
        *,
        method: str = "*",
        channel: str = "",
        times: int | None = None,
        probability: float = 1.0,
        seconds: float = 1.0,
        retry_after: int = 1,
        status: int = 503,
        error: str = "internal_error",
        executed: bool = False,
    ) -> Fault:
        """Switch a fault on and return it. Raises ValueError for an unknown kind."""
        if kind not in KINDS:
            raise ValueError(f"unknown fault {kind!r}; known: {', '.join(sorted(KINDS))}")
        self._count += 1
        fault = Fault(
            id=self._count, kind=kind, method=method, channel=channel, times=times, probability=probability,
            seconds=seconds, retry_after=retry_after, status=status, error=error, executed=executed,
        )  # fmt: skip
        self.active.append(fault)
        return fault

    def remove(self, fault: Fault | int) -> None:
        """Switch one fault off, by itself or by its id."""
        wanted = fault if isinstance(fault, int) else fault.id
        self.active = [one for one in self.active if one.id != wanted]

    def clear(self) -> None:
        """Switch everything off."""
        self.active.clear()
        self.down = False

    def strike(self, kinds: frozenset[str], method: str, channels: frozenset[str] = frozenset()) -> list[Fault]:
        """The faults that hit this call, in the order in which they were added; each counts one hit."""
        struck = [fault for fault in self.active if self._hits(fault, kinds, method, channels)]
        for fault in struck:
            fault.hits += 1
            if fault.times is not None:
                fault.times -= 1
        self.active = [fault for fault in self.active if fault.times is None or fault.times > 0]
        return struck

    def _hits(self, fault: Fault, kinds: frozenset[str], method: str, channels: frozenset[str]) -> bool:
        if fault.kind not in kinds or not fnmatchcase(method, fault.method):
            return False
        if fault.channel and fault.channel not in channels:
            return False
        return fault.probability >= 1.0 or self._random.random() < fault.probability
