"""Sums that people type, and their parts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.money import Money, read_money
from domain.programme import Evaluation


@pytest.mark.parametrize(
    ("text", "cents", "currency"),
    [
        ("1200", 120_000, "PLN"),
        ("1 200,50 EUR", 120_050, "EUR"),
        ("1,200.5 usd", 120_050, "USD"),
        ("12.345 PLN", 1_234_500, "PLN"),
        ("0.05", 5, "PLN"),
        ("1'000 CHF", 100_000, "CHF"),
    ],
)
def test_sums_as_they_are_written(text: str, cents: int, currency: str) -> None:
    assert read_money(text, "PLN") == Money(cents=cents, currency=currency)


@pytest.mark.parametrize("text", ["", "-5", "five", "5 złoty", "1.2.3", "1e5", "9" * 13, "5,5,5", "PLN 5", "=5"])
def test_what_is_no_sum(text: str) -> None:
    assert read_money(text, "PLN") is None


@given(st.integers(0, 10**13))
def test_what_is_written_is_read_back(cents: int) -> None:
    money = Money(cents=cents, currency="PLN")
    assert read_money(money.written, "EUR") == money


@given(st.integers(0, 10**9), st.integers(1, 10**5))
def test_shares_are_right_to_the_cent(cents: int, people: int) -> None:
    share = Money(cents=cents, currency="PLN").shared(people)
    assert share is not None
    assert abs(share.cents * people - cents) * 2 <= people


def test_nothing_is_shared_by_nobody() -> None:
    figures = Evaluation(invited=9, signed_up=0, came=0, occasions=1, volunteers=0, minutes=0)
    assert figures.turned_up is None
    assert figures.cost_per_person is None
    assert Money(cents=5, currency="PLN").shared(0) is None
