"""The delivery engine's own path through the outbox: look, mark the intent, record the outcome, all set-wise.

A send of a delivery is bracketed by two commits: the row turns ``sending`` before the request may leave, and final
(or ``queued`` again) after the answer. Outcomes and the next intents share a commit. The engine knows only this
interface; each database says it in its own SQL (`storage.ledger_sqlite`), without SQLAlchemy, whose layers cost six
times the CPU of the driver on this path.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

import orjson

HALTS = 0x4C48  # PostgreSQL: the first number of advisory locks about halts; the second is the spread's id


class LedgerTrouble(Exception):
    """The database cannot be used just now; what was asked for may or may not have happened, and may be asked again."""


class Fenced(LedgerTrouble):
    """Other members took us for dead: nothing that we had claimed is ours any more, and a new life must begin."""


class Waiting(NamedTuple):
    """A queued row as the engine sees it. Instants are microseconds since 1970 UTC; contents are encoded JSON."""

    id: int
    address: str
    lane: int
    operation: str
    content: str | None
    anchor: str | None
    target: str | None
    thread: str | None
    target_id: str | None  # the platform's id that `target` stands for; None while it is not known
    thread_id: str | None
    reply_to: str | None
    person: str | None
    case_id: int | None
    report: int
    attempts: int
    doubts: int
    next_at: int
    not_after: int | None
    spread_id: int | None  # what was said to many at once; None for a message of its own


class Ask(NamedTuple):
    """What to look for: rows of these lanes that are due at `now`, at most `limit`."""

    channel: str
    now: int
    limit: int
    lanes: Sequence[int]


class Look(NamedTuple):
    """What is due, best lane first; the rows are not ours until claimed. `next_at`: when more becomes due."""

    rows: list[Waiting]
    full: bool  # there may be more due than was asked for
    next_at: int | None


class Outcome(NamedTuple):
    """What became of a row. `state` ``queued`` means: once more at `next_at`."""

    row: Waiting
    state: str
    reason: str | None = None
    platform_id: str | None = None
    next_at: int | None = None
    counted: int = 0  # 1 where it used up an attempt
    doubted: int = 0  # 1 where it may have arrived unseen
    moved_to: str | None = None


class Turn(NamedTuple):
    """A queued row put off to its turn. `held`: later rows of its conversation wait behind it."""

    next_at: int
    id: int
    held: bool = True


class Hold(NamedTuple):
    """A row that was tried and waits for its next try, and with it the later ones of its address and lane."""

    channel: str
    address: str
    lane: int
    id: int
    next_at: int


@dataclass(slots=True, kw_only=True)
class Batch:
    """One commit of one channel. `claims`: rows to mark as sending; `endings`: rows that end without being sent."""

    channel: str
    now: int
    outcomes: Sequence[Outcome] = ()
    endings: Sequence[Outcome] = ()
    claims: Sequence[Waiting] = ()
    turns: Sequence[Turn] = ()
    roused: Sequence[int] = ()  # ids whose anchor has become known
    waits: dict[str, int] = field(default_factory=dict)  # scope -> not before

    def __bool__(self) -> bool:
        """Whether there is anything to write."""
        return bool(self.outcomes or self.endings or self.claims or self.turns or self.roused or self.waits)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovery:
    """What a start found: rows that a dead owner left as sending, by what was done with them, and waits to be kept."""

    resent: int
    held: int
    holds: tuple[Hold, ...]
    waits: dict[str, int]
    untouched: bool  # nothing was ever sent from here: no window of a platform can be half used
    shares: Mapping[str, int] = field(default_factory=dict)  # as in `Standing`; without a figure all of it is ours


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What falls to this engine among others. `shares`: messages a window, by channel.

    `moved`: other addresses than before are ours now, or somebody's rows came back. `waits`: as in `Recovery`.
    """

    shares: Mapping[str, int]
    moved: bool
    waits: Mapping[str, int]


class Ledger(Protocol):
    """What the engine asks of a database. Every method is one transaction at most and safe to repeat.

    All raise LedgerTrouble where the database cannot be used just now.
    """

    @property
    def sure(self) -> bool:
        """Whether what we have claimed is surely still ours: no send may start while it is not."""

    async def look(self, ask: Ask) -> Look:
        """What is due. Changes nothing."""

    async def commit(self, batch: Batch, ask: Ask | None = None) -> tuple[set[int], Look | None]:
        """Write a batch; returns the ids of `claims` that are now ours (not: stopped or superseded meanwhile).

        Rows of a halted spread are told so instead of being claimed; endings of a spread's rows are tallied.

        And, where it is asked for, what is due right afterwards: one hop to the database instead of two.
        """

    async def pending_anchors(self, names: Sequence[str]) -> set[str]:
        """Which of these anchors a queued or sending row will still set."""

    async def recover(self, now: int, lanes_held: Sequence[int], harmless: Sequence[str]) -> Recovery:
        """Settle what dead owners left as sending, before anything is sent.

        Lanes in `lanes_held` end in doubt; the others go out again, counted as a doubt unless the operation is
        `harmless` to repeat.
        """

    async def rewind(self, channel: str, before: int, now: int) -> None:
        """The wall clock was set back from `before` to `now`: what was due stays due, although written in a future."""

    async def changes(self) -> int:
        """A figure that differs from the last one if another connection has committed."""

    async def recent(self, channel: str, address: str, since: int) -> list[int]:
        """When deliveries to this address ended since then, as far as it is cheaply known."""

    async def keep(
        self, now: Callable[[], int], tell: Callable[[Standing], None], lower: Callable[[str, int], None]
    ) -> None:
        """Keep our place among other engines until cancelled. Raises Fenced when we have lost it.

        `now` is the wall clock in microseconds. `tell` hears about every second how we stand. `lower` (channel, share)
        is called before the others may count on a smaller share of ours. An engine that is alone hears nothing.
        """

    async def close(self) -> None:
        """Give the connection back."""


def report_of(id_: int, case_id: int | None, state: str, reason: str | None) -> tuple[str, str, str]:
    """An ended delivery as a row of the inbox: what tells it apart, its conversation, its payload."""
    conversation = f"delivery:{id_}" if case_id is None else f"case:{case_id}"
    payload = orjson.dumps({"delivery_id": id_, "state": state, "reason": reason}).decode()
    return f"delivery:{id_}:{state}", conversation, payload
