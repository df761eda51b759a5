"""The times of a plan: RFC 5545 rules, bounded whatever they say; wall time across clock changes; short notes."""

import contextlib
import time
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadcasts.recurrence import HORIZON, MOST_OCCASIONS, times_of
from domain.event import EventRefused, Plan, Task
from domain.event_time import before
from handlers.events import lines

WARSAW = ZoneInfo("Europe/Warsaw")


def plan(rule: str = "", start: str = "2026-11-20T18:00", end: str = "2026-11-20T20:00", **values: object) -> Plan:
    return Plan(title={"en": "Fair"}, zone="Europe/Warsaw", start=start, end=end, rule=rule, **values)  # type: ignore[arg-type]


def starts(rule: str, **values: object) -> list[str]:
    return [f"{one.starts_at.astimezone(WARSAW):%Y-%m-%dT%H:%M}" for one in times_of(plan(rule, **values))]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=WEEKLY;COUNT=3", ["2026-11-20T18:00", "2026-11-27T18:00", "2026-12-04T18:00"]),
        ("FREQ=WEEKLY;UNTIL=20261204T170000Z", ["2026-11-20T18:00", "2026-11-27T18:00", "2026-12-04T18:00"]),
        ("RRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=3", ["2026-11-20T18:00", "2026-11-27T18:00", "2026-12-25T18:00"]),
        ("FREQ=YEARLY;COUNT=2", ["2026-11-20T18:00", "2027-11-20T18:00"]),
        ("FREQ=DAILY;INTERVAL=2;UNTIL=20261124", ["2026-11-20T18:00", "2026-11-22T18:00", "2026-11-24T18:00"]),
    ],
)
def test_rules_yield_their_dates_and_the_first_is_always_one(rule: str, expected: list[str]) -> None:
    assert starts(rule) == expected


def test_the_wall_clock_stays_across_both_changes_and_what_falls_into_a_gap_moves_on() -> None:
    assert starts("FREQ=MONTHLY;COUNT=6") == [
        f"{2026 + (m > 12)}-{(m - 1) % 12 + 1:02}-20T18:00" for m in range(11, 17)
    ]
    night = times_of(plan("FREQ=DAILY;COUNT=3", start="2027-03-27T02:30", end="2027-03-27T03:30"))
    assert [one.starts_at for one in night] == [
        datetime(2027, 3, 27, 1, 30, tzinfo=UTC),
        datetime(2027, 3, 28, 1, 30, tzinfo=UTC),  # 02:30 does not exist: 03:30 is meant
        datetime(2027, 3, 29, 0, 30, tzinfo=UTC),
    ]
    assert all(one.ends_at > one.starts_at for one in night)


def test_dates_can_be_left_out_and_added() -> None:
    found = starts("FREQ=WEEKLY;COUNT=3", without=("2026-11-27T18:00",), also=("2026-11-25T17:00",))
    assert found == ["2026-11-20T18:00", "2026-11-25T17:00", "2026-12-04T18:00"]


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("FREQ=WEEKLY", "endless"),
        ("FREQ=SECONDLY;COUNT=2", "rule"),
        ("FREQ=HOURLY;COUNT=2", "rule"),
        ("FREQ=DAILY;BYSECOND=1,2,3;COUNT=2", "rule"),
        ("FREQ=DAILY;COUNT=2;COUNT=3", "rule"),
        ("FREQ=DAILY;COUNT=0", "rule"),
        ("FREQ=DAILY;INTERVAL=0;COUNT=2", "rule"),
        ("FREQ=DAILY;UNTIL=99999999", "rule"),
        ("FREQ=DAILY;COUNT=401", "too-many"),
        ("COUNT=3", "rule"),
        ("FREQ=WEEKLY;BYDAY=XX;COUNT=2", "rule"),
        ("x" * 301, "rule"),
    ],
)
def test_hostile_rules_are_refused(rule: str, code: str) -> None:
    with pytest.raises(EventRefused) as refused:
        times_of(plan(rule))
    assert refused.value.code == code


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;UNTIL=99991231",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31;COUNT=4",
        "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6;COUNT=9",
    ],
)
def test_a_rule_that_never_comes_true_is_given_up_soon(rule: str) -> None:
    begun = time.process_time()
    assert starts(rule) == ["2026-11-20T18:00"]
    assert time.process_time() - begun < 2, "the library alone would search until the year 9999"


parts = st.sampled_from(
    ["FREQ=WEEKLY", "FREQ=MONTHLY", "BYDAY=MO,-1SU", "COUNT=7", "UNTIL=20300101", "INTERVAL=3", "X=1"]
)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.one_of(parts, st.text(max_size=12)), max_size=6))
def test_whatever_the_rule_says_it_ends(found: list[str]) -> None:
    try:
        times = times_of(plan(";".join(found)))
    except EventRefused:
        return
    assert 1 <= len(times) <= MOST_OCCASIONS
    assert [one.starts_at for one in times] == sorted({one.starts_at for one in times})
    assert times[-1].starts_at - times[0].starts_at <= HORIZON + timedelta(days=1)


@given(st.datetimes(datetime(2024, 1, 1), datetime(2032, 1, 1)), st.integers(0, 20 * 1440))  # noqa: DTZ001
def test_leads_lie_before_and_whole_days_keep_the_hour(naive: datetime, minutes: int) -> None:
    start = naive.replace(tzinfo=UTC)
    due = before(start, minutes, WARSAW)
    assert abs((start - due) - timedelta(minutes=minutes)) <= timedelta(hours=1)
    if minutes % 1440 == 0:
        local, wall = due.astimezone(WARSAW), start.astimezone(WARSAW)
        assert (local.hour, local.minute) == (wall.hour, wall.minute) or local.hour == 3, "or it lies in the gap"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("51.6402, 18.9385", (51.6402, 18.9385)),
        ("-3.5 / 100", (-3.5, 100.0)),
        ("https://www.openstreetmap.org/?mlat=51.640200&mlon=18.938500#map=18/51.6/18.9", (51.6402, 18.9385)),
        ("https://maps.example/@51.6402,18.9385,17z", (51.6402, 18.9385)),
        ("", (None, None)),
    ],
)
def test_pins_are_read_from_degrees_and_links(text: str, found: tuple[float, float]) -> None:
    assert lines.pin(text) == found


@given(st.integers(1, 24 * 60 * 60), st.floats(-90, 90), st.floats(-180, 180))
def test_what_the_form_shows_is_read_back(minutes: int, latitude: float, longitude: float) -> None:
    assert lines.hours(lines.hours_as_text(minutes)) == minutes
    found = lines.pin(lines.pin_as_text(latitude, longitude))
    assert found == pytest.approx((latitude, longitude), abs=1e-7)


def test_tasks_are_read_with_their_marks_and_written_back() -> None:
    found = lines.tasks("[ ] Chairs for 20 — Anna\n- [x] Key\nCoffee - bring your own\n\n✅ Poster @ Ben")
    assert found == (
        Task(text="Chairs for 20", who="Anna"),
        Task(text="Key", done=True),
        Task(text="Coffee - bring your own"),
        Task(text="Poster", who="Ben", done=True),
    )
    assert lines.tasks(lines.tasks_as_text(found)) == found


@given(st.text(max_size=60))
def test_whatever_is_typed_is_read_or_refused(text: str) -> None:
    for read in (lines.pin, lines.hours, lines.tasks, lambda typed: lines.whole(typed, "capacity-number")):
        with contextlib.suppress(EventRefused):
            read(text)
