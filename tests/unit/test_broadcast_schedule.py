"""Monday 18:00 stays Monday 18:00; after a downtime the newest goes out once and the stale ones are reported."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from domain.broadcast_schedule import MOST_TIMES, Repeat, Schedule, due, late_most, occurrence

WARSAW = ZoneInfo("Europe/Warsaw")
INSTANTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
SCHEDULES = st.builds(Schedule, first=INSTANTS, repeat=st.sampled_from(Repeat), times=st.integers(0, 40))


def walls(schedule: Schedule, count: int) -> list[str]:
    found = [occurrence(schedule, number, WARSAW) for number in range(count)]
    return [at.astimezone(WARSAW).strftime("%a %d.%m. %H:%M") for at in found if at is not None]


def test_a_week_keeps_its_hour_through_both_changes_of_the_clock() -> None:
    autumn = Schedule(first=datetime(2026, 10, 19, 18, tzinfo=WARSAW), repeat=Repeat.WEEKLY)
    assert walls(autumn, 3) == ["Mon 19.10. 18:00", "Mon 26.10. 18:00", "Mon 02.11. 18:00"]
    spring = Schedule(first=datetime(2027, 3, 22, 18, tzinfo=WARSAW), repeat=Repeat.WEEKLY)
    assert walls(spring, 2) == ["Mon 22.03. 18:00", "Mon 29.03. 18:00"]


def test_half_past_two_in_the_nights_of_the_change() -> None:
    spring = Schedule(first=datetime(2027, 3, 27, 2, 30, tzinfo=WARSAW), repeat=Repeat.DAILY)
    assert walls(spring, 3) == ["Sat 27.03. 02:30", "Sun 28.03. 03:30", "Mon 29.03. 02:30"]
    autumn = Schedule(first=datetime(2026, 10, 24, 2, 30, tzinfo=WARSAW), repeat=Repeat.DAILY)
    instants = [occurrence(autumn, number, WARSAW) for number in range(3)]
    assert [at and at.hour for at in instants] == [0, 0, 1], "of the hour that comes twice, the first"


def test_hours_go_by_the_instant() -> None:
    night = Schedule(first=datetime(2026, 10, 25, 0, 0, tzinfo=UTC), repeat=Repeat.HOURLY)
    assert [occurrence(night, n, WARSAW) for n in range(3)] == [
        datetime(2026, 10, 25, hour, tzinfo=UTC) for hour in range(3)
    ]


def test_after_three_hours_of_downtime_one_goes_out_and_the_others_are_reported() -> None:
    start = datetime(2026, 11, 16, 12, tzinfo=UTC)
    hourly = Schedule(first=start, repeat=Repeat.HOURLY)
    found = due(hourly, 1, start + timedelta(hours=3, minutes=5), WARSAW)
    assert (found.send, found.missed, found.next_number) == (3, (1, 2), 4)
    stale = due(hourly, 1, start + timedelta(hours=3, minutes=45), WARSAW)
    assert (stale.send, stale.missed) == (None, (1, 2, 3))
    once = Schedule(first=start)
    assert due(once, 0, start + timedelta(minutes=59), WARSAW).send == 0
    assert due(once, 0, start + timedelta(minutes=61), WARSAW).missed == (0,)
    assert due(once, 0, start + timedelta(minutes=61), WARSAW).next_at is None


@given(SCHEDULES, INSTANTS, st.integers(0, 3))
def test_every_occurrence_is_sent_missed_or_still_to_come(schedule: Schedule, now: datetime, number: int) -> None:
    found = due(schedule, number, now, WARSAW)
    handled = [*found.missed, *([found.send] if found.send is not None else [])]
    assert handled == list(range(number, number + len(handled)))
    assert found.next_number == number + len(handled)
    assert found.next_at is None or found.next_at > now
    if found.send is not None:
        at = occurrence(schedule, found.send, WARSAW)
        assert at is not None
        assert timedelta(0) <= now - at <= late_most(schedule)


@given(SCHEDULES)
def test_occurrences_rise_and_end(schedule: Schedule) -> None:
    found = [occurrence(schedule, number, WARSAW) for number in range(MOST_TIMES + 2)]
    instants = [at for at in found if at is not None]
    assert instants == sorted(set(instants))
    assert len(instants) == (1 if schedule.repeat is Repeat.NEVER else schedule.times or MOST_TIMES)
