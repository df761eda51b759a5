"""The pure half of a delivery report: who counts as reached, which arrival completes a share, how figures are said."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.delivery import DeliveryState
from domain.delivery_report import Outcomes, Report, rank
from handlers.broadcast_report import _percent, clock

OUTCOMES = st.lists(
    st.builds(
        Outcomes,
        language=st.sampled_from(("pl", "ar")),
        area=st.sampled_from(("", "mill")),
        channel=st.just("telegram"),
        state=st.sampled_from(DeliveryState),
        reason=st.sampled_from(("", "blocked", "refused")),
        people=st.integers(1, 1000),
    ),
    max_size=8,
).map(tuple)


@given(OUTCOMES)
def test_nobody_is_lost_between_the_figures(outcomes: tuple[Outcomes, ...]) -> None:
    report = Report(outcomes=outcomes, reached_after={})
    assert report.reached + sum(report.unreached().values()) == report.people
    for group in ("language", "area", "channel"):
        shares = report.shares(lambda one, group=group: getattr(one, group))  # type: ignore[misc]
        assert sum(people for _, people, _ in shares) == report.people
        assert sum(reached for _, _, reached in shares) == report.reached


@given(st.integers(1, 10_000_000), st.sampled_from((50, 95, 100)))
def test_the_arrival_that_completes_a_share(reached: int, percent: int) -> None:
    number = rank(percent, reached)
    assert (number + 1) * 100 >= reached * percent
    assert number * 100 < reached * percent


def test_figures_do_not_round_the_unreached_away() -> None:
    assert _percent(10, 10) == "100"
    assert _percent(9_999, 10_000) == "99.9"
    assert _percent(999_999, 1_000_000) == "99.9"
    assert _percent(0, 0) == "0"
    assert clock(timedelta(seconds=0.2)) == "0:00:01"
    assert clock(timedelta(hours=9, minutes=16, seconds=3)) == "9:16:03"
