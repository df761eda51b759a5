"""The limiter: no window is ever over the limit, and the whole rate is used."""

from bisect import bisect_left

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from delivery.limits import ChatLimit, Chats, Guard, Pace

arrivals = st.lists(st.floats(0, 3, allow_nan=False), min_size=1, max_size=200)
rates = st.one_of(st.integers(1, 60).map(float), st.floats(0.3, 200))


def permits(pace: Pace, gaps: list[float]) -> list[float]:
    """Requests that come `gaps` seconds apart, each waiting for its permit."""
    now, taken = 100.0, []
    for gap in gaps:
        now = pace.earliest(now + gap)
        pace.take(now)
        taken.append(now)
    return taken


def fullest(times: list[float], seconds: float) -> int:
    """The most permits in any window of this length."""
    return max(at + 1 - bisect_left(times, time - seconds + 1e-9) for at, time in enumerate(times))


@given(rate=rates, gaps=arrivals)
def test_no_window_of_a_second_is_over_the_limit(rate: float, gaps: list[float]) -> None:
    times = permits(Pace(rate), gaps)
    assert times == sorted(times)
    assert fullest(times, 1.0) <= max(1, rate)


@given(rate=rates, jumps=st.lists(st.tuples(st.integers(1, 80), st.floats(0, 5)), min_size=1, max_size=8))
def test_no_window_is_over_the_limit_after_any_silence(rate: float, jumps: list[tuple[int, float]]) -> None:
    gaps = [gap for count, silence in jumps for gap in [silence, *[0.0] * count]]
    assert fullest(permits(Pace(rate), gaps), 1.0) <= max(1, rate)


@given(gaps=arrivals, pauses=st.lists(st.tuples(st.integers(0, 199), st.floats(0, 30)), max_size=5))
def test_a_pause_is_obeyed_exactly_and_never_shortened(gaps: list[float], pauses: list[tuple[int, float]]) -> None:
    pace, now, until = Pace(30), 0.0, float("-inf")
    for at, gap in enumerate(gaps):
        for when, seconds in pauses:
            if when == at:
                pace.pause(now + seconds)
                until = max(until, now + seconds)
        now = pace.earliest(now + gap)
        assert now >= until
        pace.take(now)


@pytest.mark.parametrize("rate", [30.0, 1000.0])
def test_the_whole_guarded_rate_is_used(rate: float) -> None:
    times = permits(Pace(rate), [0.0] * int(rate * 20))
    assert len(times) / (times[-1] - times[0]) >= 0.995 * rate / 1.04


def test_a_late_wake_up_is_made_good() -> None:
    pace, now, count = Pace(1000), 0.0, 0
    while now < 10:
        now += 0.01  # a loop that wakes only every 10 ms
        while pace.earliest(now) <= now:
            pace.take(now)
            count += 1
    assert count / 10 >= 0.995 * 1000 / 1.04


def test_messages_are_spread_and_do_not_leave_in_a_lump() -> None:
    times = permits(Pace(30), [0.0] * 30)
    assert times[14] - times[0] > 0.4


def test_taking_without_a_permit_is_refused() -> None:
    pace = Pace(1)
    pace.take(5.0)
    with pytest.raises(ValueError):
        pace.take(5.5)


def test_the_guard_grows_on_a_429_and_shrinks_when_all_is_quiet() -> None:
    pace = Pace(1000, Guard(every=100))
    pace.punish()
    assert pace.share == pytest.approx(0.06)
    for _ in range(20):
        pace.punish()
    assert pace.share == 0.25
    now = 0.0
    for _ in range(40_000):
        now = pace.earliest(now)
        pace.take(now)
    assert pace.share == pytest.approx(0.03)


@given(gaps=arrivals, burst=st.integers(1, 5))
def test_a_chat_gets_one_a_second_after_its_burst(gaps: list[float], burst: int) -> None:
    chats, now, times = Chats(ChatLimit(burst=burst)), 50.0, []
    for gap in gaps:
        now = chats.earliest("7", now + gap)
        chats.take("7", now)
        times.append(now)
    for seconds in (1, 5, 20):
        assert fullest(times, float(seconds)) <= burst + seconds


@settings(max_examples=50)
@given(gaps=arrivals)
def test_a_group_gets_twenty_a_minute(gaps: list[float]) -> None:
    chats, now, times = Chats(ChatLimit(group_per_minute=20)), 50.0, []
    for gap in gaps:
        now = chats.earliest("-100", now + gap)
        chats.take("-100", now)
        times.append(now)
    assert fullest(times, 60.0) <= 20
    assert chats.earliest("7", now) == now


def test_what_a_former_life_sent_to_a_group_counts() -> None:
    chats = Chats(ChatLimit(group_per_minute=20))
    chats.recall("-100", [float(at) for at in range(20)])
    assert chats.earliest("-100", 21.0) >= 60


def test_addresses_are_forgotten_once_they_no_longer_matter() -> None:
    chats = Chats(ChatLimit(group_per_minute=20))
    for at in range(1000):
        chats.take(str(at - 500), 10.0)
    chats.pause("9999", 12.0)
    chats.sweep(20.0)
    assert len(chats) == 500  # the groups' minutes
    chats.sweep(100.0)
    assert len(chats) == 0
