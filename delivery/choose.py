"""Which of the rows that are due may be claimed now, and when the others get their turn. Pure but for its memory."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from domain.delivery import DeliveryState, Operation
from storage.ledger import Hold, Outcome, Turn, Waiting

SECOND = 1_000_000
ANCHOR_LOOK = SECOND  # a row that waits for an anchor is looked at again so often, and as soon as the anchor is known


@dataclass(slots=True)
class Choice:
    """What to do with the rows that were looked at."""

    claims: list[Waiting] = field(default_factory=list)
    endings: list[Outcome] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)
    anchorless: list[Waiting] = field(default_factory=list)


class Chooser:
    """Keeps one address to one delivery at a time, and a conversation in its order.

    `free_at(address)` says in microseconds when the address may get its next message; 0 for now. Rows that must wait are put off
    to a turn of their own, one after the other, so that a crowded address does not stand in the way of the others.
    """

    def __init__(self, free_at: Callable[[str], int], spacing: Callable[[], int]) -> None:
        self.busy: dict[str, int] = {}  # address -> id of the delivery that is claimed there
        self.holds: dict[tuple[str, int], Hold] = {}
        self._free_at = free_at
        self._spacing = spacing
        self._planned: dict[tuple[str, int], int] = {}

    def hold(self, hold: Hold) -> None:
        """This row waits for its next try; later ones of its address and lane wait behind it."""
        earlier = self.holds.get((hold.address, hold.lane))
        if earlier is None or hold.id <= earlier.id:
            self.holds[hold.address, hold.lane] = hold

    def hold_row(self, channel: str, row: Waiting, next_at: int) -> None:
        """The same, for a row that was just tried."""
        self.hold(Hold(channel, row.address, row.lane, row.id, next_at))

    def ended(self, row: Waiting) -> None:
        """This row no longer waits for a next try."""
        hold = self.holds.get((row.address, row.lane))
        if hold is not None and hold.id == row.id:
            del self.holds[row.address, row.lane]

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
        """Forget turns and holds that are over."""
        self._planned = {place: at for place, at in self._planned.items() if at > now}
        self.holds = {key: hold for key, hold in self.holds.items() if hold.next_at > now - 60 * SECOND}

    def _consider(self, row: Waiting, room: int, now: int, taken: set[str], choice: Choice) -> None:
        wait = self._waits_until(row, now, taken)
        if wait is not None:
            choice.turns.append(Turn(self._turn(row, max(wait, now)), row.id))
        elif len(choice.claims) < room:
            taken.add(row.address)
            choice.claims.append(row)

    def _waits_until(self, row: Waiting, now: int, taken: set[str]) -> int | None:
        hold = self.holds.get((row.address, row.lane))
        if hold is not None and hold.id != row.id and hold.next_at > now:
            return hold.next_at
        if row.address in taken or row.address in self.busy:
            return max(now, self._free_at(row.address)) + self._spacing()
        free = self._free_at(row.address)
        return free if free > now else None

    def _turn(self, row: Waiting, earliest: int) -> int:
        place = (row.address, row.lane)
        planned = self._planned.get(place)
        at = earliest if planned is None else max(earliest, planned + self._spacing())
        self._planned[place] = at
        return at


def _in_order(rows: Sequence[Waiting]) -> list[Waiting]:
    """Best lane first as they came; but of one address and lane the older row takes the place of the first."""
    places: dict[tuple[str, int], list[int]] = {}
    for at, row in enumerate(rows):
        places.setdefault((row.address, row.lane), []).append(at)
    ordered = list(rows)
    for spots in places.values():
        if len(spots) > 1:
            for spot, row in zip(spots, sorted((rows[at] for at in spots), key=lambda one: one.id), strict=True):
                ordered[spot] = row
    return ordered
