"""How far a delivery of several messages has come, so that a second try goes on where the first one stopped."""

from collections import OrderedDict


class Progress:
    """Ids of the parts already sent, by delivery. Remembers the last `limit` unfinished deliveries of this process.

    After a crash the parts are sent again: repeats are at most the sends that were in flight.
    """

    def __init__(self, limit: int = 1000) -> None:
        self._sent: OrderedDict[int, list[str]] = OrderedDict()
        self._limit = limit

    def of(self, delivery_id: int) -> list[str]:
        """The ids so far; append to it as parts go out."""
        sent = self._sent.setdefault(delivery_id, [])
        self._sent.move_to_end(delivery_id)
        while len(self._sent) > self._limit:
            self._sent.popitem(last=False)
        return sent

    def finish(self, delivery_id: int) -> None:
        """Forget a delivery that has ended."""
        self._sent.pop(delivery_id, None)
