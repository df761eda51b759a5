"""What an answer, or the lack of one, means for a delivery. Pure: errors in, outcomes out."""

from collections.abc import Mapping
from dataclasses import dataclass

from delivery.backoff import Backoff
from delivery.clocks import SECOND
from delivery.doubt import DoubtPolicy, harmless
from domain.delivery import DeliveryState, Lane, Receipt
from domain.errors import Blocked, Gone, InDoubt, Moved, NotSent, RateLimited, Revoked, SendError
from storage.ledger import Outcome, Waiting


@dataclass(frozen=True, slots=True, kw_only=True)
class Judge:
    """The rules by which outcomes are decided."""

    doubt: Mapping[Lane, DoubtPolicy]
    backoff: Backoff
    attempts: int

    def sent(self, row: Waiting, receipt: Receipt) -> Outcome:
        """The platform said yes."""
        return Outcome(row, DeliveryState.SENT, None, receipt.platform_id)

    def failed(self, row: Waiting, error: SendError, now: int, draw: float, *, down: bool) -> Outcome:
        """The platform said no, or nothing. `down`: the whole channel is, so no attempt of this row is used up.

        `now` in microseconds since 1970, `draw` random in [0, 1).
        """
        if isinstance(error, Blocked):
            return Outcome(row, DeliveryState.BLOCKED, error.reason, counted=1)
        if isinstance(error, Gone) and harmless(row.operation):
            return Outcome(row, DeliveryState.SENT, error.reason)  # it already is as it should be
        if not error.retry:
            return Outcome(row, DeliveryState.FAILED, error.reason, counted=1)
        if isinstance(error, InDoubt):
            return self._doubted(row, error.reason, now, draw)
        if isinstance(error, RateLimited):
            whole = error.scope == "channel"  # then the channel waits, and this row goes first when it is over
            at = row.next_at if whole else now + int(error.retry_after * SECOND)
            return Outcome(row, DeliveryState.QUEUED, error.reason, next_at=at)
        if isinstance(error, Moved):
            return self._again(row, error.reason, now, counted=1, moved_to=error.new_address)
        if isinstance(error, Revoked | NotSent) or down:
            return self._again(row, error.reason, now + self._wait(row, draw), counted=0)
        return self._again(row, error.reason, now + self._wait(row, draw), counted=1)

    def _again(self, row: Waiting, reason: str, at: int, *, counted: int, moved_to: str | None = None) -> Outcome:
        if counted and row.attempts + counted >= self.attempts:
            return Outcome(row, DeliveryState.FAILED, reason, counted=counted)
        return Outcome(row, DeliveryState.QUEUED, reason, next_at=at, counted=counted, moved_to=moved_to)

    def _doubted(self, row: Waiting, reason: str, now: int, draw: float) -> Outcome:
        if harmless(row.operation):
            return self._again(row, reason, now + self._wait(row, draw), counted=1)
        policy = self.doubt[Lane(row.lane)]
        if policy.way == "hold" or row.doubts >= policy.resends:
            return Outcome(row, DeliveryState.DOUBT, reason, counted=1, doubted=1)
        return Outcome(row, DeliveryState.QUEUED, reason, next_at=now + self._wait(row, draw), counted=1, doubted=1)

    def _wait(self, row: Waiting, draw: float) -> int:
        return int(self.backoff.wait(row.attempts + 1, draw) * SECOND)
