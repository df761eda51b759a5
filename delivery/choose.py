"""Which of the rows that are due may be claimed now, and when the others get their turn. Pure but for its memory."""

import heapq
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from delivery.clocks import SECOND
from domain.delivery import DeliveryState, Operation
from storage.ledger import Outcome, Turn, Waiting

ANCHOR_LOOK = SECOND  # a row that waits for an anchor is looked at again so often, and as soon as the anchor is known
GRACE = 5 * SECOND  # a row that does not show up so long after its turn was stopped or superseded


@dataclass(slots=True)
class Choice:
    """What to do with the rows that were looked at."""

    claims: list[Waiting] = field(default_factory=list)
    endings: list[Outcome] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)
    anchorless: list[Waiting] = field(default_factory=list)


class _Line:
    """Rows of one address and lane that wait for a turn or for their next try, by id."""

    __slots__ = ("_ids", "at", "last")

    def __init__(self) -> None:
        self.at: dict[int, int] = {}  # id -> its turn
        self.last = 0
        self._ids: list[int] = []

    def put(self, id_: int, at: int) -> None:
        if id_ not in self.at:
            heapq.heappush(self._ids, id_)
        self.at[id_] = at
        self.last = max(self.last, at)

    def head(self) -> int | None:
        while self._ids and self._ids[0] not in self.at:
            heapq.heappop(self._ids)
        return self._ids[0] if self._ids else None


class Chooser:
    """Keeps one address to one delivery at a time, and the rows of one address and lane in the order of their ids.

    `free_at(address)` says in microseconds when the address may get its next message; 0 for now. Rows that must wait
    are put off to a turn of their own, one `spacing` after the other, so that a crowded address does not stand in the
    way of the others; a row that waits for its next try holds up only those behind it.
    """

    def __init__(self, free_at: Callable[[str], int], spacing: Callable[[], int]) -> None:
        self.busy: dict[str, int] = {}  # address -> id of the delivery that is claimed there
        self._lines: dict[tuple[str, int], _Line] = {}
        self._free_at = free_at
        self._spacing = spacing

    def hold(self, address: str, lane: int, id_: int, next_at: int) -> None:
        """This row waits for its next try; later ones of its address and lane wait behind it."""
        self._lines.setdefault((address, lane), _Line()).put(id_, next_at)

    def ended(self, row: Waiting) -> None:
        """This row waits no longer."""
        line = self._lines.get((row.address, row.lane))
        if line is not None:
            line.at.pop(row.id, None)

    def choose(self, rows: Sequence[Waiting], room: int, now: int) -> Choice:
        """Sort `rows`, best first, into what may go (at most `room`), ends, or waits for its turn."""
        choice = Choice()
        taken: set[str] = set()
        for row in _in_order(rows):
            if row.not_after is not None and row.not_after <= now:
                choice.endings.append(Outcome(row, DeliveryState.EXPIRED, "expired"))
            elif (row.target and row.target_id is None) or (row.thread and row.thread_id is None):
                choice.anchorless.append(row)
            elif row.operation == Operation.ANSWER:
                if len(choice.claims) < room:
                    choice.claims.append(row)
            else:
                self._consider(row, room, now, taken, choice)
        return choice

    def sweep(self, now: int) -> None:
        """Forget rows that did not show up for their turn, and lines that nobody stands in."""
        for place, line in list(self._lines.items()):
            head = line.head()
            while head is not None and line.at[head] + GRACE < now:
                del line.at[head]
                head = line.head()
            if head is None:
                del self._lines[place]

    def _consider(self, row: Waiting, room: int, now: int, taken: set[str], choice: Choice) -> None:
        turn = self._turn(row, now, taken)
        if turn is not None:
            self.hold(row.address, row.lane, row.id, turn)
            choice.turns.append(Turn(turn, row.id))
        elif len(choice.claims) < room:
            taken.add(row.address)
            choice.claims.append(row)
            self.ended(row)

    def _turn(self, row: Waiting, now: int, taken: set[str]) -> int | None:
        """When this row may be looked at again; None if it may go now."""
        line = self._lines.get((row.address, row.lane))
        head = None if line is None else line.head()
        if line is not None and head is not None and head < row.id:
            ahead = line.at[head] if row.id in line.at else line.last
            return max(now, ahead) + self._spacing()
        if row.address in taken or row.address in self.busy:
            return max(now, self._free_at(row.address)) + self._spacing()
        free = self._free_at(row.address)
        return free if free > now else None


def _in_order(rows: Sequence[Waiting]) -> list[Waiting]:
    """Best lane first as they came; but of one address and lane the older row takes the place of the first."""
    if len({row.address for row in rows}) == len(rows):
        return list(rows)
    places: dict[tuple[str, int], list[int]] = {}
    for at, row in enumerate(rows):
        places.setdefault((row.address, row.lane), []).append(at)
    ordered = list(rows)
    for spots in places.values():
        if len(spots) > 1:
            for spot, row in zip(spots, sorted((rows[at] for at in spots), key=lambda one: one.id), strict=True):
                ordered[spot] = row
    return ordered


def missing(row: Waiting) -> set[str]:
    """Names of the messages whose platform ids the row needs and that are not known."""
    wanted = ((row.target, row.target_id), (row.thread, row.thread_id))
    return {name for name, known in wanted if name and known is None}
