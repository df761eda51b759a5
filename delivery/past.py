"""What others sent before us: a former life of this process, or another engine whose addresses are ours now."""

from collections.abc import Sequence

from delivery.clocks import SECOND, Clocks
from delivery.limits import Chats
from storage.ledger import Ledger, Waiting

MINUTE = 61  # seconds; groups have a limit of messages a minute


class Past:
    """Asks the ledger once per group what it got within the last minute, during the first minute after `begin`."""

    def __init__(self, channel: str, ledger: Ledger, chats: Chats, clocks: Clocks) -> None:
        self._channel, self._ledger, self._chats, self._clocks = channel, ledger, chats, clocks
        self._until = float("inf")
        self._recalled: set[str] = set()

    def begin(self) -> None:
        """From now on addresses are ours that were not."""
        self._until = self._clocks.now() + MINUTE
        self._recalled.clear()

    async def recall(self, rows: Sequence[Waiting]) -> None:
        """Count what these rows' groups got from others, so that their limit holds. Raises LedgerTrouble."""
        if self._clocks.now() > self._until:
            return
        for address in {row.address for row in rows if self._chats.is_group(row.address)} - self._recalled:
            self._recalled.add(address)
            times = await self._ledger.recent(self._channel, address, self._clocks.micros() - MINUTE * SECOND)
            self._chats.recall(address, [self._clocks.in_seconds(time) for time in times])
