"""To which case does a message belong: a reply decides, ambiguity asks, a thank-you opens nothing."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from domain.case import Case, CaseKind, CaseState
from handlers.belonging import AddTo, AskWhich, JustThanks, OpenNew, Situation, decide

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)


def case(number: int, state: CaseState = CaseState.CLAIMED, department: str | None = "water") -> Case:
    return Case(
        id=number,
        reference=f"K4T-7M{number % 8 + 2}",
        resident_id=1,
        kind=CaseKind.REPORT,
        state=state,
        created_at=NOW,
        updated_at=NOW,
        department=department,
    )


def test_the_first_message_is_a_new_matter() -> None:
    assert decide(Situation()) == OpenNew()


def test_a_reply_decides_even_among_many() -> None:
    first, second = case(1), case(2)
    assert decide(Situation(replied=first, open=(second, first))) == AddTo(case=first, sure=True)


def test_a_reply_to_what_was_closed_long_ago_is_a_new_matter_whatever_else_is_open() -> None:
    old = case(1, CaseState.CLOSED)
    assert decide(Situation(replied=old, over=True)) == OpenNew()
    assert decide(Situation(replied=old, over=True, open=(case(2),))) == OpenNew()
    assert decide(Situation(replied=old, over=True, thanks=True)) == JustThanks(case=old)


def test_two_open_cases_are_asked_about_even_when_the_router_is_sure() -> None:
    first, second = case(1, department="water"), case(2, department="roads")
    verdict = decide(Situation(open=(first, second), department="water"))
    assert verdict == AskWhich(candidates=(first, second))


def test_one_open_case_takes_a_further_message_but_offers_a_way_out() -> None:
    only = case(1)
    assert decide(Situation(open=(only,))) == AddTo(case=only, sure=False)
    assert decide(Situation(open=(only,), department="water")) == AddTo(case=only, sure=False)


def test_one_open_case_is_not_assumed_when_the_words_point_to_another_department() -> None:
    only = case(1)
    assert decide(Situation(open=(only,), department="roads")) == AskWhich(candidates=(only,))


def test_a_case_that_waits_for_the_resident_takes_the_answer_whatever_it_says() -> None:
    only = case(1, CaseState.WAITING)
    assert decide(Situation(open=(only,), department="roads")) == AddTo(case=only, sure=False)


def test_an_emergency_never_waits_for_a_question() -> None:
    assert decide(Situation(open=(case(1), case(2)), urgent=True)) == OpenNew()


def test_the_resident_said_that_it_is_new() -> None:
    assert decide(Situation(open=(case(1),), asked_for_new=True)) == OpenNew()


@given(
    opened=st.lists(st.integers(1, 6), unique=True, max_size=4),
    ended=st.lists(st.integers(7, 9), unique=True, max_size=2),
    replied=st.booleans(),
    new=st.booleans(),
    urgent=st.booleans(),
)
def test_thanks_never_opens_nor_reopens(
    opened: list[int], ended: list[int], replied: bool, new: bool, urgent: bool
) -> None:
    cases = tuple(case(number) for number in opened)
    done = tuple(case(number, CaseState.RESOLVED) for number in ended)
    pointed = cases[0] if replied and cases else None
    verdict = decide(Situation(replied=pointed, open=cases, recent=done, asked_for_new=new, urgent=urgent, thanks=True))
    assert isinstance(verdict, JustThanks)


@given(
    opened=st.lists(
        st.tuples(st.integers(1, 9), st.sampled_from(["water", "roads", None])), max_size=5, unique_by=lambda p: p[0]
    ),
    department=st.sampled_from(["water", "roads", "waste", None]),
)
def test_without_a_pointer_nothing_is_added_where_more_than_one_could_be_meant(
    opened: list[tuple[int, str | None]], department: str | None
) -> None:
    cases = tuple(case(number, department=d) for number, d in opened)
    verdict = decide(Situation(open=cases, department=department))
    if len(cases) > 1:
        assert isinstance(verdict, AskWhich)
    elif isinstance(verdict, AddTo):
        assert verdict.case.department in (department, None) or department is None
