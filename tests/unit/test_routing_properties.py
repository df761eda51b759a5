"""What the router promises for any text, any departments and any order."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from understanding.routing import (
    DepartmentProfile,
    Features,
    Router,
    judge_kind,
    judge_sensitive,
    judge_urgency,
)

LANGS = st.sampled_from(["en", "pl", "ar", "fil", "th", "xx", "", None])
WORDS = st.sampled_from(
    [
        "water",
        "woda",
        "rury",
        "مياه",
        "basura",
        "pothole",
        "น้ำท่วม",
        "ok",
        "7",
        "👍",
        "bin",
        "latarnia",
        "😀😀",
        "\u202e",
    ]
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=12).map(" ".join))
FEATURES = st.builds(
    Features,
    text=TEXTS,
    lang=LANGS,
    area=st.sampled_from([None, "north", ""]),
    attachments=st.lists(st.sampled_from(["photo", "voice"]), max_size=2).map(tuple),
)
PROFILES = st.builds(
    DepartmentProfile,
    id=st.text(min_size=1, max_size=8),
    name=st.dictionaries(st.sampled_from(["en", "pl"]), st.text(max_size=12), max_size=2),
    keywords=st.dictionaries(st.sampled_from(["en", "pl", "ar"]), st.lists(TEXTS, max_size=3), max_size=2),
)
TOWNS = st.lists(PROFILES, min_size=1, max_size=4, unique_by=lambda profile: profile.id)
HISTORIES = st.lists(st.tuples(FEATURES, st.integers(0, 3)), max_size=6)


def taught(town: list[DepartmentProfile], history: list[tuple[Features, int]]) -> Router:
    router = Router(town)
    ids = sorted(profile.id for profile in town)
    for features, number in history:
        router.learn(features, ids[number % len(ids)])
    return router


@settings(max_examples=40, deadline=None)
@given(TOWNS, HISTORIES, FEATURES)
def test_probabilities_sum_to_one_and_name_every_department(
    town: list[DepartmentProfile], history: list[tuple[Features, int]], asked: Features
) -> None:
    decision = taught(town, history).predict(asked)
    assert sum(chance for _, chance in decision.ranking) == pytest.approx(1.0)
    assert all(0.0 <= chance <= 1.0 for _, chance in decision.ranking)
    assert sorted(department for department, _ in decision.ranking) == sorted(profile.id for profile in town)
    assert [c for _, c in decision.ranking] == sorted((c for _, c in decision.ranking), reverse=True)


@settings(max_examples=30, deadline=None)
@given(TOWNS, HISTORIES, FEATURES)
def test_the_order_of_departments_does_not_matter_and_answers_repeat(
    town: list[DepartmentProfile], history: list[tuple[Features, int]], asked: Features
) -> None:
    one, other = taught(town, history), taught(town[::-1], history)
    assert one.predict(asked) == one.predict(asked) == other.predict(asked)


@settings(max_examples=40, deadline=None)
@given(TOWNS, HISTORIES, FEATURES, st.integers(0, 3))
def test_learning_never_lowers_the_learned_label_on_the_same_text(
    town: list[DepartmentProfile], history: list[tuple[Features, int]], asked: Features, number: int
) -> None:
    router = taught(town, history)
    label = sorted(profile.id for profile in town)[number % len(town)]
    for _ in range(2):
        before = dict(router.predict(asked).ranking)[label]
        router.learn(asked, label)
        assert dict(router.predict(asked).ranking)[label] >= before - 1e-12


@settings(max_examples=20, deadline=None)
@given(TOWNS, HISTORIES, FEATURES)
def test_a_state_survives_the_store(
    town: list[DepartmentProfile], history: list[tuple[Features, int]], asked: Features
) -> None:
    router = taught(town, history)
    again = Router.load(router.dump(), town)
    assert again.predict(asked) == router.predict(asked)
    assert again.dump() == router.dump()


@settings(max_examples=150, deadline=None)
@given(TEXTS, LANGS)
def test_judgements_never_fail(text: str, lang: str | None) -> None:
    for judgement in (judge_kind(text, lang), judge_urgency(text, lang, {"en": ["fire"]}), judge_sensitive(text, lang)):
        assert 0.0 <= judgement.confidence <= 1.0
        assert judgement.kind
