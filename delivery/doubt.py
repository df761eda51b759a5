"""What to do with a delivery of which nobody knows whether it arrived.

Neither platform has an idempotency key, so whoever resends may say it twice and whoever does not may never have said
it. Each lane has its policy; whatever it is, the row's `doubts` counts it and `liaison` can list it. Edits, deletions,
home pages and answers to button presses do no harm twice: they are repeated without a doubt.

A crash leaves the rows of which the intent was committed; most of them never left. Under `resend` they always go out
again: nothing is lost, and repeats stay within the sends that were in flight. Under `hold` each ends as ``doubt``.
An answer that never came (time-out, cut connection) is resent at most `resends` times, then the row ends as ``doubt``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from domain.delivery import Lane, Operation

HARMLESS = frozenset({Operation.EDIT, Operation.DELETE, Operation.HOME, Operation.ANSWER})


@dataclass(frozen=True, slots=True)
class DoubtPolicy:
    """`resend`: say it again, at most `resends` times for missing answers. `hold`: a person decides."""

    way: Literal["resend", "hold"] = "resend"
    resends: int = 1


POLICIES: Mapping[Lane, DoubtPolicy] = {
    Lane.EMERGENCY: DoubtPolicy("resend", 3),  # twice is a nuisance, never is a danger
    Lane.REPLY: DoubtPolicy("resend", 2),
    Lane.AUTOMATIC: DoubtPolicy("resend", 1),
    Lane.DESK: DoubtPolicy("resend", 2),  # a card twice is better than a case that nobody sees
    Lane.REMINDER: DoubtPolicy("resend", 1),
    Lane.BULK: DoubtPolicy("resend", 1),
}

HOLD_ALL: Mapping[Lane, DoubtPolicy] = {lane: DoubtPolicy("hold") for lane in Lane}


def harmless(operation: str) -> bool:
    """Whether doing it twice looks the same as doing it once."""
    return operation in HARMLESS
