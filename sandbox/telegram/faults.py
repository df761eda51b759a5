"""Faults that are switched on while the emulator runs: limited by method, chat, bot, number and probability.

    faults.add(Fault(kind="too_many_requests", method="sendMessage", retry_after=3, count=1))
    faults.add(Fault(kind="drop_after", probability=0.01))

Kinds that answer a call: delay, too_many_requests, blocked, deactivated, chat_not_found, server_error, drop_before,
drop_after, malformed_json, empty_body. Of these, drop_after, malformed_json and empty_body come after the call has
been carried out and recorded; server_error does too when `accepted` is set.
Kinds that spoil the updates of a bot: duplicate_updates, reorder_updates, malformed_updates.
With one seed and the same calls in the same order the same calls are hit.
"""

import itertools
import random
from dataclasses import dataclass, field
from typing import Any

CALL_KINDS = frozenset(
    (
        "delay",
        "too_many_requests",
        "blocked",
        "deactivated",
        "chat_not_found",
        "server_error",
        "drop_before",
        "drop_after",
        "malformed_json",
        "empty_body",
    )
)
UPDATE_KINDS = frozenset(("duplicate_updates", "reorder_updates", "malformed_updates"))
_AFTER = frozenset(("drop_after", "malformed_json", "empty_body"))


@dataclass(slots=True, kw_only=True)
class Fault:
    """One switch. Empty limits match everything; `count` is how often it may still strike, None for always.

    `seconds`: length of a delay. `retry_after`: seconds told with 429. `status`: 500 or 502 of a server error, whose
    body is a web page. `skip`: that many matching calls pass first. Raises ValueError for an unknown kind.
    """

    kind: str
    method: str | None = None
    chat_id: int | None = None
    bot_id: int | None = None
    count: int | None = None
    probability: float = 1.0
    skip: int = 0
    seconds: float = 0.0
    retry_after: int = 1
    status: int = 502
    accepted: bool = False
    id: int = 0
    struck: int = 0

    def __post_init__(self) -> None:
        if self.kind not in CALL_KINDS | UPDATE_KINDS:
            raise ValueError(f"unknown fault {self.kind!r}: choose from {sorted(CALL_KINDS | UPDATE_KINDS)}")

    @property
    def after(self) -> bool:
        """Whether the call is carried out before the fault shows."""
        return self.kind in _AFTER or (self.kind == "server_error" and self.accepted)


@dataclass(slots=True)
class Faults:
    """All switches of one emulator."""

    seed: int = 0
    active: list[Fault] = field(default_factory=list)
    _numbers: Any = field(default_factory=lambda: itertools.count(1))
    _random: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)  # noqa: S311

    def add(self, fault: Fault) -> int:
        """Switch a fault on; returns its id."""
        fault.id = next(self._numbers)
        self.active.append(fault)
        return fault.id

    def clear(self, fault_id: int | None = None) -> None:
        """Switch one fault off, or all of them."""
        self.active = [] if fault_id is None else [fault for fault in self.active if fault.id != fault_id]

    def for_call(self, method: str, chat_id: int | None, bot_id: int) -> list[Fault]:
        """The faults that strike this call now (each counts as used)."""
        return [
            fault for fault in self.active if fault.kind in CALL_KINDS and self._hits(fault, method, chat_id, bot_id)
        ]

    def for_update(self, kind: str, bot_id: int) -> Fault | None:
        """The fault of this kind if it strikes this update."""
        for fault in self.active:
            if fault.kind == kind and self._hits(fault, None, None, bot_id):
                return fault
        return None

    def shuffle(self, items: list[Any]) -> None:
        """Bring a list out of order, reproducibly."""
        self._random.shuffle(items)

    def choose(self, count: int) -> int:
        """A number below `count`, reproducibly."""
        return self._random.randrange(count)

    def _hits(self, fault: Fault, method: str | None, chat_id: int | None, bot_id: int) -> bool:
        if fault.count is not None and fault.struck >= fault.count:
            return False
        if fault.method is not None and (method is None or fault.method.lower() != method.lower()):
            return False
        if fault.chat_id is not None and fault.chat_id != chat_id:
            return False
        if fault.bot_id is not None and fault.bot_id != bot_id:
            return False
        if fault.probability < 1.0 and self._random.random() >= fault.probability:
            return False
        if fault.skip > 0:
            fault.skip -= 1
            return False
        fault.struck += 1
        return True
