"""Quiet hours by the wall clock: a minute-by-minute walk agrees, across daylight saving and in odd zones."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.quiet import Quiet, is_quiet, next_allowed

WARSAW = ZoneInfo("Europe/Warsaw")
NIGHT = Quiet(start=22 * 60, end=7 * 60)
# Around the changes of Warsaw, and where clocks change by half an hour, at midnight, or by a whole day.
CHANGES = [
    ("Europe/Warsaw", datetime(2027, 3, 28, 1, tzinfo=UTC)),
    ("Europe/Warsaw", datetime(2026, 10, 25, 1, tzinfo=UTC)),
    ("Australia/Lord_Howe", datetime(2026, 4, 4, 15, tzinfo=UTC)),
    ("Australia/Lord_Howe", datetime(2026, 10, 3, 15, 30, tzinfo=UTC)),
    ("Asia/Beirut", datetime(2026, 3, 28, 22, tzinfo=UTC)),
    ("Pacific/Apia", datetime(2011, 12, 30, 10, tzinfo=UTC)),
    ("Asia/Manila", datetime(2026, 6, 1, tzinfo=UTC)),
]
minutes = st.integers(0, 1439)


@given(st.sampled_from(CHANGES), st.integers(-26 * 60, 26 * 60), minutes, minutes)
def test_it_is_the_first_minute_that_is_not_quiet(
    change: tuple[str, datetime], offset: int, start: int, end: int
) -> None:
    zone, quiet = ZoneInfo(change[0]), Quiet(start=start, end=end)
    at = change[1] + timedelta(minutes=offset)
    walk = at
    while is_quiet(walk, quiet, zone):
        walk += timedelta(minutes=1)
    assert next_allowed(at, quiet, zone) == walk


@given(st.floats(0, 10 * 365 * 86_400.0), minutes, minutes)
def test_seconds_inside_a_minute_change_nothing(seconds: float, start: int, end: int) -> None:
    at, quiet = datetime(2024, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds), Quiet(start=start, end=end)
    allowed = next_allowed(at, quiet, WARSAW)
    assert allowed >= at
    assert not is_quiet(allowed, quiet, WARSAW)
    assert allowed == at or is_quiet(allowed - timedelta(microseconds=1), quiet, WARSAW)


def local(*when: int, fold: int = 0) -> datetime:
    """What Warsaw's clock shows, as an instant: instants of a fold are never equal across zones."""
    return datetime(*when, tzinfo=WARSAW, fold=fold).astimezone(UTC)  # type: ignore[misc,arg-type]


def test_a_night_ends_at_seven() -> None:
    assert next_allowed(local(2026, 11, 16, 23, 30), NIGHT, WARSAW) == local(2026, 11, 17, 7)
    assert next_allowed(local(2026, 11, 16, 6, 59), NIGHT, WARSAW) == local(2026, 11, 16, 7)
    assert next_allowed(local(2026, 11, 16, 7), NIGHT, WARSAW) == local(2026, 11, 16, 7)


def test_the_short_night_of_march_and_the_long_one_of_october() -> None:
    march, october = local(2027, 3, 27, 22), local(2026, 10, 24, 22)
    assert next_allowed(march, NIGHT, WARSAW) - march.astimezone(UTC) == timedelta(hours=8)
    assert next_allowed(october, NIGHT, WARSAW) - october.astimezone(UTC) == timedelta(hours=10)


def test_an_end_that_the_clock_skips_is_the_end_of_the_gap() -> None:
    early = Quiet(start=22 * 60, end=2 * 60 + 30)
    assert next_allowed(local(2027, 3, 28, 1), early, WARSAW) == datetime(2027, 3, 28, 1, tzinfo=UTC)


def test_the_hour_that_comes_twice_is_quiet_twice() -> None:
    early = Quiet(start=22 * 60, end=2 * 60 + 30)
    assert next_allowed(local(2026, 10, 25, 1), early, WARSAW) == local(2026, 10, 25, 2, 30)
    assert next_allowed(local(2026, 10, 25, 2, 10, fold=1), early, WARSAW) == local(2026, 10, 25, 2, 30, fold=1)


def test_no_wish_and_an_empty_one_hold_nothing_back() -> None:
    at = local(2026, 11, 16, 3)
    assert next_allowed(at, None, WARSAW) == at
    assert next_allowed(at, Quiet(start=60, end=60), WARSAW) == at


@pytest.mark.parametrize(("start", "end"), [(-1, 60), (0, 1440)])
def test_minutes_that_no_day_has_are_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no minutes of a day"):
        Quiet(start=start, end=end)
