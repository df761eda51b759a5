"""The pure words of the trade: references, working hours, districts, tallies, states, stored shapes."""

import random
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.case import OPEN, TRANSITIONS, CaseState, Step, after
from domain.codec import decode, encode
from domain.community import Hours
from domain.content import Attachment, Button, Card, Content, Field, FileRef, Forwarded, Message
from domain.errors import ForbiddenTransition
from domain.geo import contains
from domain.hours import due_at, is_open
from domain.ids import DIGITS, LETTERS, find_reference, new_reference
from domain.tally import Tally

WARSAW = ZoneInfo("Europe/Warsaw")
OFFICE = tuple(Hours(weekday=day, opens=time(8), closes=time(16)) for day in range(5))


@given(seed=st.integers(), lower=st.booleans(), dash=st.sampled_from(["-", "", " ", "–"]))
def test_a_reference_is_found_however_it_is_written(seed: int, lower: bool, dash: str) -> None:
    reference = new_reference(random.Random(seed))
    written = reference.replace("-", dash)
    assert find_reference(f"sprawa {written.lower() if lower else written}, proszę") == reference


def test_references_hold_nothing_that_sounds_or_looks_alike() -> None:
    assert not set("0O1I") & set(LETTERS + DIGITS)
    assert find_reference("K4T7M2X") is None
    assert find_reference("nothing here") is None


@pytest.mark.parametrize(
    ("start", "hours", "due"),
    [
        (datetime(2026, 3, 2, 9, tzinfo=WARSAW), 4, datetime(2026, 3, 2, 13, tzinfo=WARSAW)),
        (datetime(2026, 3, 2, 15, tzinfo=WARSAW), 4, datetime(2026, 3, 3, 11, tzinfo=WARSAW)),
        (datetime(2026, 3, 6, 15, tzinfo=WARSAW), 2, datetime(2026, 3, 9, 9, tzinfo=WARSAW)),  # over a weekend
        (
            datetime(2026, 3, 27, 12, tzinfo=WARSAW),
            8,
            datetime(2026, 3, 30, 12, tzinfo=WARSAW),
        ),  # over the clock change
    ],
)
def test_an_answer_is_promised_in_working_hours(start: datetime, hours: float, due: datetime) -> None:
    assert due_at(start, hours, OFFICE, WARSAW, frozenset()) == due.astimezone(UTC)


def test_nobody_works_on_a_holiday() -> None:
    start = datetime(2026, 5, 1, 9, tzinfo=WARSAW)  # a Friday
    assert due_at(start, 1, OFFICE, WARSAW, frozenset({"2026-05-01"})) == datetime(2026, 5, 4, 9, tzinfo=WARSAW)
    assert not is_open(start, OFFICE, WARSAW, frozenset({"2026-05-01"}))


def test_a_department_that_never_opens_promises_nothing() -> None:
    never = (Hours(weekday=0, opens=time(8), closes=time(8)),)
    assert due_at(datetime(2026, 3, 2, tzinfo=UTC), 1, never, WARSAW, frozenset()) is None


@given(
    start=st.integers(0, 365 * 24 * 3600).map(lambda s: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=s)),
    hours=st.floats(0.1, 60, allow_nan=False),
)
def test_the_promise_lies_in_opening_hours_and_after_the_start(start: datetime, hours: float) -> None:
    due = due_at(start, hours, OFFICE, WARSAW, frozenset())
    assert due is not None
    assert due - start >= timedelta(hours=hours) - timedelta(milliseconds=1)
    local = due.astimezone(WARSAW)
    assert local.weekday() < 5
    assert time(8) <= local.time().replace(microsecond=0) <= time(16)


def test_a_point_is_found_in_its_district() -> None:
    square = ((50.0, 20.0), (50.0, 20.1), (50.1, 20.1), (50.1, 20.0))
    assert contains(square, 50.05, 20.05)
    assert not contains(square, 50.2, 20.05)
    assert not contains((), 50.05, 20.05)


def test_a_tally_starts_anew_when_its_window_is_over() -> None:
    start = datetime(2026, 1, 1, tzinfo=UTC)
    window = timedelta(seconds=60)
    tally = Tally()
    for second in range(5):
        tally = Tally.read(tally.count(start + timedelta(seconds=second), window).write())
    assert tally.number == 5
    assert tally.count(start + window, window).number == 1
    assert Tally.read("garbage").number == 0


def test_every_step_of_the_table_leads_somewhere_and_no_other_exists() -> None:
    for state in CaseState:
        for step in Step:
            if (state, step) in TRANSITIONS:
                assert after(state, step) is TRANSITIONS[state, step]
            else:
                with pytest.raises(ForbiddenTransition):
                    after(state, step)


def test_only_open_cases_can_be_resolved_and_only_ended_ones_reopened() -> None:
    assert {state for state, step in TRANSITIONS if step is Step.RESOLVE} == set(OPEN)
    assert {state for state, step in TRANSITIONS if step is Step.REOPEN} == set(CaseState) - OPEN


@given(text=st.text(), label=st.text(), lead=st.text(), rtl=st.booleans())
def test_content_survives_the_ledger(text: str, label: str, lead: str, rtl: bool) -> None:
    message = Message(text=text, lead=lead, rtl=rtl, buttons=((Button(label=label, data="r:x"),),))
    assert decode(Content, encode(message)) == message  # type: ignore[arg-type]


def test_nested_content_survives_the_ledger() -> None:
    file = FileRef(channel="telegram", handle="f1", name="a.jpg", size=3)
    for content in (
        Card(title="t", fields=(Field(label="a", value="b"),), notes=("n",), tone="urgent"),
        Forwarded(attachment=Attachment(kind="photo", file=file), caption="c"),
    ):
        assert decode(Content, encode(content)) == content  # type: ignore[arg-type]


def test_rows_of_a_newer_or_older_version_are_still_read() -> None:
    assert decode(Message, {"_": "Message", "text": "x", "invented": 1}) == Message(text="x")
    with pytest.raises(ValueError, match="Hologram"):
        decode(Content, {"_": "Hologram"})  # type: ignore[arg-type]
