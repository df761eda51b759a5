"""Flood limits over sliding windows, the journal's columns, and faults that a seed makes repeatable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.telegram.faults import Fault, Faults
from sandbox.telegram.journal import Journal
from sandbox.telegram.limits import Limiter, Rates, Window

moments = st.lists(st.floats(0, 0.4), min_size=1, max_size=120)


@given(moments, st.integers(1, 30))
def test_no_one_second_window_ever_holds_more(gaps: list[float], rate: int) -> None:
    limiter = Limiter(Rates(per_second=rate, per_chat_second=None, per_group_minute=None))
    now, accepted = 0.0, []
    for gap in gaps:
        now += gap
        if limiter.judge(1, 1, paid=False, now=now) == 0:
            accepted.append(now)
    for start in accepted:
        assert sum(start <= moment < start + 1.0 for moment in accepted) <= rate
    assert limiter.refused == len(gaps) - len(accepted)


@given(moments, st.integers(1, 5))
def test_waiting_as_told_is_enough(gaps: list[float], rate: int) -> None:
    window, now = Window(rate, 1.0), 0.0
    for gap in gaps:
        now += gap
        now += window.wait(now) + 1e-9
        assert window.wait(now) == 0
        window.add(now)


def test_each_chat_and_group_has_its_own_limit() -> None:
    limiter = Limiter(Rates())
    assert limiter.judge(1, 1, paid=False, now=0.0) == 0
    assert limiter.judge(1, 1, paid=False, now=0.5) == 1
    assert limiter.judge(2, 1, paid=False, now=0.5) == 0
    assert limiter.judge(1, 1, paid=False, now=1.0) == 0
    answers = [limiter.judge(-5, 1, paid=False, now=10.0 + second) for second in range(25)]
    assert answers[:20] == [0] * 20
    assert answers[20] == 40


def test_paid_messages_have_a_window_of_their_own() -> None:
    limiter = Limiter(Rates(per_second=2, paid_per_second=4, per_chat_second=None))
    answers = [limiter.judge(chat, 1, paid=True, now=0.0) for chat in range(1, 6)]
    assert answers == [0, 0, 0, 0, 1]
    assert limiter.judge(9, 1, paid=False, now=0.0) == 0


def test_the_penalty_may_be_fixed() -> None:
    limiter = Limiter(Rates(per_second=1, per_chat_second=None, penalty=30))
    assert [limiter.judge(chat, 1, paid=False, now=0.0) for chat in (1, 2)] == [0, 30]


def test_the_journal_gives_back_what_was_written() -> None:
    journal = Journal()
    for number in range(1000):
        journal.record(7, number % 10, "sendMessage", number, "the same text")
    journal.record(7, 3, "sendPhoto", 1000, None)
    assert len(journal) == 1001
    lines = journal.to(3)
    assert [line.message_id for line in lines] == [*range(3, 1000, 10), 1000]
    assert lines[0].text is lines[1].text
    assert (lines[-1].method, lines[-1].text) == ("sendPhoto", None)
    assert journal.times() == sorted(journal.times())
    assert [line.message_id for line in journal.since(998)] == [998, 999, 1000]
    journal.clear()
    assert (len(journal), list(journal)) == (0, [])


def test_counts_only_keeps_no_lines() -> None:
    journal = Journal("counts")
    for number in range(5):
        journal.record(7, number % 2, "sendMessage", number, "x")
    assert (len(journal), dict(journal.per_chat), list(journal)) == (5, {0: 3, 1: 2}, [])


def strikes(seed: int) -> list[bool]:
    faults = Faults(seed)
    faults.add(Fault(kind="drop_after", probability=0.3))
    return [bool(faults.for_call("sendMessage", 1, 1)) for _ in range(200)]


def test_a_seed_repeats_the_same_strikes() -> None:
    assert strikes(1) == strikes(1) != strikes(2)
    assert 30 < sum(strikes(1)) < 90


def test_a_fault_strikes_within_its_limits() -> None:
    faults = Faults()
    faults.add(Fault(kind="blocked", method="sendmessage", chat_id=5, bot_id=1, skip=1, count=2))
    calls = [("sendMessage", 5, 1)] * 5 + [("sendPhoto", 5, 1), ("sendMessage", 6, 1), ("sendMessage", 5, 2)]
    assert [bool(faults.for_call(*call)) for call in calls] == [False, True, True, False, False, False, False, False]


def test_an_unknown_fault_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown fault"):
        Fault(kind="earthquake")
