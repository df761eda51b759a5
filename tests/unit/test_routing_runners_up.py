"""Second and third place: counting orders them, the first place and the chances themselves stay."""

from hypothesis import given, settings
from hypothesis import strategies as st

from understanding.routing.evidence import Seen, Weighed, Worth
from understanding.routing.profile import Features
from understanding.routing.runners_up import reordered

PIPE, LAMP = Seen(Features(text="burst pipe")), Seen(Features(text="dark lamp"))
LABELS = (400, 300, 200, 100)


def experienced() -> tuple[Worth, Weighed]:
    """Four departments after 1,000 labels; the words of PIPE went to the last one, those of LAMP to the second."""
    worth = Worth(4)
    for _ in range(30):
        for seen, department in ((PIPE, 3), (LAMP, 1)):
            worth.note(seen)
            worth.label(seen, department)
    return worth, worth.weigh(PIPE)


def test_the_department_that_such_words_went_to_becomes_second() -> None:
    worth, weighed = experienced()
    assert reordered([0.7, 0.11, 0.1, 0.09], worth, weighed, LABELS) == [0.7, 0.1, 0.09, 0.11]


def test_a_clear_lead_of_the_learner_stands() -> None:
    worth, weighed = experienced()
    assert reordered([0.6, 0.399, 0.0006, 0.0004], worth, weighed, LABELS)[1] == 0.399


def test_without_labels_nothing_moves() -> None:
    worth, weighed = experienced()
    assert reordered([0.7, 0.11, 0.1, 0.09], worth, weighed, (0, 0, 0, 0)) == [0.7, 0.11, 0.1, 0.09]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 1000), min_size=4, max_size=4).filter(any))
def test_the_first_stays_first_and_no_chance_is_lost(shares: list[int]) -> None:
    worth, weighed = experienced()
    chances = [share / sum(shares) for share in shares]
    after = reordered(chances, worth, weighed, LABELS)
    assert after.index(max(after)) == chances.index(max(chances))
    assert sorted(after) == sorted(chances)
