"""The pure rules: back-off, breaker, slots, verdicts."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delivery.answers import AnswerTimes, slots
from delivery.backoff import Backoff
from delivery.breaker import Breaker
from delivery.clocks import SECOND
from delivery.doubt import POLICIES
from delivery.verdict import Judge
from domain.delivery import DeliveryState, Lane
from domain.errors import (
    Blocked,
    Gone,
    InDoubt,
    Moved,
    NotSent,
    PlatformDown,
    RateLimited,
    Refused,
    Revoked,
    SendError,
)  # fmt: skip
from storage.ledger import Waiting

draws = st.floats(0, 1, exclude_max=True)
NOW = 1_800_000_000 * SECOND


def row(**values: Any) -> Waiting:
    plain: dict[str, Any] = {
        "id": 1, "address": "7", "lane": 2, "operation": "post", "content": None, "anchor": None, "target": None,
        "thread": None, "target_id": None, "thread_id": None, "reply_to": None, "person": None, "case_id": None,
        "report": 0, "attempts": 0, "doubts": 0, "next_at": NOW, "not_after": None,
            "spread_id": None,
    }  # fmt: skip
    return Waiting(**{**plain, **values})


@given(tries=st.integers(1, 10_000), draw=draws)
def test_a_wait_stays_between_its_bounds(tries: int, draw: float) -> None:
    backoff = Backoff(first=1, most=60, least=0.1)
    assert 0.1 <= backoff.wait(tries, draw) <= backoff.ceiling(tries) <= 60


@given(tries=st.integers(1, 100))
def test_the_ceiling_never_falls(tries: int) -> None:
    backoff = Backoff()
    assert backoff.ceiling(tries) <= backoff.ceiling(tries + 1)


def test_tries_are_counted_from_one() -> None:
    with pytest.raises(ValueError):
        Backoff().ceiling(0)


def test_the_breaker_lets_one_probe_through_at_a_time_and_further_and_further_apart() -> None:
    breaker = Breaker(threshold=3, backoff=Backoff(first=1, most=30, least=1))
    assert [breaker.failed(0, 0.5, probe=False) for _ in range(4)] == [False, False, True, False]
    assert not breaker.allows(0.5, 0)
    assert breaker.allows(1.0, 0)
    assert not breaker.allows(1.0, 1)
    waits = []
    now = 1.0
    for _ in range(10):
        breaker.failed(now, 0.999, probe=True)
        waits.append(breaker.until - now)
        now = breaker.until
    assert all(later >= wait - 1e-6 for wait, later in pairwise(waits))
    assert 29 < waits[-1] <= 30
    assert breaker.succeeded()
    assert breaker.allows(now, 99)
    assert not breaker.succeeded()


def test_single_failures_among_successes_never_open_the_breaker() -> None:
    breaker = Breaker(threshold=3, backoff=Backoff())
    for _ in range(100):
        breaker.failed(0, 0, probe=False)
        breaker.succeeded()
    assert not breaker.open


def test_slots_follow_rate_and_answer_time() -> None:
    assert slots(30, 0.05, 256) == 8
    assert slots(1000, 0.06, 256) == 90
    assert slots(1000, 5.0, 256) == 256
    times = AnswerTimes()
    for at in range(100):
        times.add(at / 100)
    assert times.p95 == pytest.approx(0.9, abs=0.05)


JUDGE = Judge(doubt=POLICIES, backoff=Backoff(), attempts=3)


@pytest.mark.parametrize(
    ("error", "down", "state", "counted", "doubted"),
    [
        (Blocked(), False, "blocked", 1, 0),
        (Refused(), False, "failed", 1, 0),
        (Gone(), False, "failed", 1, 0),
        (RateLimited(5.0), False, "queued", 0, 0),
        (RateLimited(5.0, "chat"), False, "queued", 0, 0),
        (NotSent(), False, "queued", 0, 0),
        (Revoked(), False, "queued", 0, 0),
        (PlatformDown(), False, "queued", 1, 0),
        (PlatformDown(), True, "queued", 0, 0),
        (Moved("8"), False, "queued", 1, 0),
        (InDoubt(), False, "queued", 1, 1),
    ],
)
def test_each_error_has_its_outcome(error: SendError, down: bool, state: str, counted: int, doubted: int) -> None:
    outcome = JUDGE.failed(row(), error, NOW, 0.5, down=down)
    assert (outcome.state, outcome.counted, outcome.doubted) == (state, counted, doubted)
    assert outcome.reason == error.reason
    assert (outcome.next_at is None) == (state != "queued")


def test_a_429_for_a_chat_puts_its_row_off_to_the_second() -> None:
    assert JUDGE.failed(row(), RateLimited(37.0, "chat"), NOW, 0.5, down=False).next_at == NOW + 37 * SECOND


def test_attempts_end() -> None:
    assert JUDGE.failed(row(attempts=2), PlatformDown(), NOW, 0.5, down=False).state == "failed"
    assert JUDGE.failed(row(attempts=2), Moved("8"), NOW, 0.5, down=False).state == "failed"
    assert JUDGE.failed(row(attempts=200), NotSent(), NOW, 0.5, down=False).state == "queued"


@pytest.mark.parametrize("lane", list(Lane))
def test_every_lane_has_a_policy_of_doubt(lane: Lane) -> None:
    resends = POLICIES[lane].resends
    assert JUDGE.failed(row(lane=int(lane), doubts=resends - 1), InDoubt(), NOW, 0.5, down=False).state == "queued"
    final = JUDGE.failed(row(lane=int(lane), doubts=resends), InDoubt(), NOW, 0.5, down=False)
    assert (final.state, final.doubted) == (DeliveryState.DOUBT, 1)
