"""How sure the router is: chances that come true, thresholds that are earned."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from understanding.routing import RouterSettings
from understanding.routing.confidence import NEVER, Candour, Gate

CHANCES = st.floats(0.0, 1.0)
CASES = st.lists(st.tuples(CHANCES, st.booleans()), max_size=60)


@pytest.mark.parametrize("true_share", [0.5, 0.65, 0.95])
def test_a_chance_of_80_percent_is_corrected_to_how_often_it_came_true(true_share: float) -> None:
    candour, luck = Candour(), Random(3)
    assert candour.corrected(0.8) == pytest.approx(0.8)
    for _ in range(600):
        candour.learn(0.8, luck.random() < true_share)
    assert candour.corrected(0.8) == pytest.approx(true_share, abs=0.06)


def test_a_few_mistakes_do_not_overturn_what_it_believed() -> None:
    candour = Candour()
    for _ in range(3):
        candour.learn(0.9, right=False)
    assert candour.corrected(0.9) > 0.7


@given(CASES, CHANCES, CHANCES)
def test_a_higher_chance_stays_higher_whatever_was_learned(
    cases: list[tuple[float, bool]], one: float, other: float
) -> None:
    candour = Candour()
    for chance, right in cases:
        candour.learn(chance, right)
    low, high = sorted((one, other))
    assert 0.0 <= candour.corrected(low) <= candour.corrected(high) <= 1.0


def test_the_gate_opens_at_the_lowest_chance_above_which_nine_in_ten_were_right() -> None:
    gate = Gate(RouterSettings())
    for number in range(100):
        gate.record("pl", 0.95 if number % 2 else 0.5, right=number % 2 == 1 or number % 4 == 0)
    assert gate.threshold("pl") == 0.95
    assert gate.threshold("ar") == NEVER


def test_plain_words_are_trusted_until_more_than_one_in_ten_and_one_more_were_wrong() -> None:
    gate = Gate(RouterSettings())
    assert gate.trusts_plain_words("pl")
    gate.record_plain("pl", right=False)
    assert gate.trusts_plain_words("pl")
    gate.record_plain("pl", right=False)
    assert not gate.trusts_plain_words("pl")
    assert gate.trusts_plain_words("en")
    for _ in range(10):
        gate.record_plain("pl", right=True)
    assert gate.trusts_plain_words("pl")


def test_the_newest_cases_of_other_languages_count_half() -> None:
    gate = Gate(RouterSettings(least_cases=20, window=40))
    for _ in range(20):
        gate.record("pl", 0.8, right=True)
        gate.record("pl", 0.6, right=True)
    assert gate.threshold("pl") == 0.6
    for _ in range(16):
        gate.record("ar", 0.7, right=False)  # eight wrong ones beside the twenty right ones above
    assert gate.threshold("pl") == 0.8
    assert gate.threshold("ar") == NEVER  # not enough of its own
    for _ in range(40):
        gate.record("en", 0.7, right=True)  # newer than the wrong ones: those are forgotten for the others
    assert gate.threshold("pl") == 0.6
