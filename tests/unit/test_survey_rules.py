"""Surveys, the pure parts: what is sound, where a branch leads, what answers, and which figures may be shown."""

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.codec import decode, encode
from domain.content import Place
from domain.survey import END, Branch, Definition, Option, QuestionKind, SurveyQuestion, follower
from domain.survey_answer import Answered, WrongKind, by_button, by_message
from domain.survey_check import mistakes, ways
from domain.survey_results import OTHERS, RESPONDENTS, SMALLEST, Tally, merged, result_of

LANGUAGES = ("en", "pl")
WORDS = {"en": "words", "pl": "słowa"}


def choice(question_id: str, *branches: Branch, options: Sequence[str] = ("a", "b"), **rest: object) -> SurveyQuestion:
    return SurveyQuestion(
        id=question_id,
        kind=QuestionKind.CHOICE,
        text=WORDS,
        options=tuple(Option(id=option, label=WORDS) for option in options),
        branches=branches,
        **rest,  # type: ignore[arg-type]
    )


def survey(*questions: SurveyQuestion) -> Definition:
    return Definition(title=WORDS, questions=questions)


def codes(definition: Definition) -> set[str]:
    return {mistake.code for mistake in mistakes(definition, LANGUAGES)}


def test_a_sound_survey_has_nothing_to_mend() -> None:
    sound = survey(choice("q1", Branch(answers=("a",), to="q3")), choice("q2", then=END), choice("q3"))
    assert mistakes(sound, LANGUAGES) == ()
    assert decode(Definition, encode(sound)) == sound


@pytest.mark.parametrize(
    ("definition", "code"),
    [
        (survey(), "none"),
        (survey(*(choice(f"q{n}") for n in range(31))), "many"),
        (survey(choice("q1"), choice("q1")), "twice"),
        (survey(choice("Q 1")), "id"),
        (survey(choice("end")), "id"),
        (survey(choice("q1", options=("a",))), "options-few"),
        (survey(choice("q1", options=[f"o{n}" for n in range(13)])), "options-many"),
        (survey(choice("q1", options=("a", "a"))), "option-twice"),
        (survey(choice("q1", Branch(answers=("z",), to=END))), "branch-answer"),
        (survey(choice("q1", Branch(answers=("a",), to="q9"))), "branch-target"),
        (survey(choice("q1", then="q9")), "branch-target"),
        (survey(choice("q1"), choice("q2", Branch(answers=("a",), to="q1"))), "circle"),
        (survey(choice("q1", then="q1")), "circle"),
        (survey(choice("q1", then=END), choice("q2")), "unreached"),
        (survey(SurveyQuestion(id="q", kind=QuestionKind.SCALE, text=WORDS, low=5, high=5)), "range"),
        (survey(SurveyQuestion(id="q", kind=QuestionKind.SCALE, text=WORDS, low=0, high=20)), "range"),
        (
            survey(
                SurveyQuestion(id="q", kind=QuestionKind.TEXT, text=WORDS, branches=(Branch(answers=("a",), to=END),))
            ),
            "branch-kind",
        ),
        (survey(SurveyQuestion(id="q", kind=QuestionKind.TEXT, text={"en": "only"})), "text"),
        (survey(SurveyQuestion(id="q", kind=QuestionKind.TEXT, text={"en": "x" * 1001, "pl": "x"})), "long"),
    ],
)
def test_every_mistake_is_named(definition: Definition, code: str) -> None:
    assert code in codes(definition)


@st.composite
def definitions(draw: st.DrawFn) -> Definition:
    """Surveys with arbitrary ways, sound or not."""
    count = draw(st.integers(1, 7))
    names = [f"q{n}" for n in range(count)]
    target = st.sampled_from([*names, END])
    questions = []
    for name in names:
        leads = draw(st.dictionaries(st.sampled_from(["a", "b"]), target, max_size=2))
        branches = tuple(Branch(answers=(answer,), to=to) for answer, to in leads.items())
        then = draw(st.one_of(st.just(""), target))
        questions.append(choice(name, *branches, then=then, optional=draw(st.booleans())))
    return survey(*questions)


@given(definitions(), st.lists(st.sampled_from([("a",), ("b",), ()]), min_size=8, max_size=8))
def test_a_sound_survey_ends_whatever_is_answered(definition: Definition, answers: list[tuple[str, ...]]) -> None:
    if mistakes(definition, LANGUAGES):
        return
    question, seen = definition.questions[0], set()
    for picks in answers:
        assert question.id not in seen
        seen.add(question.id)
        following = follower(definition, question, picks if picks or question.optional else ("a",))
        if following == END:
            return
        assert following in ways(definition, question)
        found = definition.question(following)
        assert found is not None
        question = found
    raise AssertionError("a survey without end was found sound")


@given(definitions())
def test_what_is_refused_as_a_circle_has_one_and_what_is_not_has_none(definition: Definition) -> None:
    following = {question.id: set(ways(definition, question)) for question in definition.questions}
    for _ in following:  # close over all ways
        following = {here: there.union(*(following[step] for step in there)) for here, there in following.items()}
    assert ("circle" in codes(definition)) == any(here in there for here, there in following.items())


NUMBER = SurveyQuestion(id="n", kind=QuestionKind.NUMBER, text=WORDS, low=-5, high=1000)


@pytest.mark.parametrize(
    ("text", "value"),
    [("7", "7"), (" 07 ", "7"), ("2,50", "2.5"), ("2.0", "2"), ("-3", "-3"), ("٤٢", "42"), ("٢٫٥", "2.5"), ("-0", "0")],
)
def test_numbers_in_every_writing(text: str, value: str) -> None:
    assert by_message(NUMBER, text, None, "en") == Answered(picks=(value,))


@pytest.mark.parametrize("text", ["", "seven", "1001", "-6", "1e2", "NaN", "1 000 people", "½", "9" * 30, "--1"])
def test_what_is_no_number_of_the_range(text: str) -> None:
    assert by_message(NUMBER, text, None, "en") == WrongKind(hint="number")


@given(st.text(), st.sampled_from(QuestionKind))
def test_any_text_is_an_answer_or_a_kind_refusal(text: str, kind: QuestionKind) -> None:
    question = SurveyQuestion(
        id="q", kind=kind, text=WORDS, options=(Option(id="a", label=WORDS), Option(id="b", label={"en": "b"}))
    )
    said = by_message(question, text, None, "en")
    assert isinstance(said, WrongKind) or said.picks
    assert isinstance(by_button(question, text), WrongKind) or text in {"a", "b", "1", "2", "3", "4", "5"}


def test_a_label_may_be_typed_and_a_place_needs_a_place() -> None:
    question = choice("q")
    assert by_message(question, " Words! ", None, "en") == Answered(picks=("a",))
    place = SurveyQuestion(id="p", kind=QuestionKind.PLACE, text=WORDS)
    assert by_message(place, "here", None, "en") == WrongKind(hint="place")
    assert by_message(place, "", Place(latitude=51.1, longitude=17.03), "en") == Answered(picks=("51.10000,17.03000",))


sizes = st.dictionaries(st.text("abcdefgh", min_size=1, max_size=2), st.integers(1, 12), max_size=7)


@given(sizes, st.integers(0, 12))
def test_no_group_under_five_is_shown_and_none_can_be_subtracted(groups: dict[str, int], unknown: int) -> None:
    whole = sum(groups.values()) + unknown
    names = merged(groups, whole)
    shown = {name: sum(groups[g] for g in groups if names[g] == name) for name in set(names.values()) - {OTHERS}}
    rest = whole - sum(shown.values())
    assert all(size >= SMALLEST for size in shown.values())
    assert rest == 0 or rest >= SMALLEST or not shown


@given(sizes, st.integers(0, 12))
def test_nothing_is_hidden_without_need(groups: dict[str, int], unknown: int) -> None:
    names = merged(groups, sum(groups.values()) + unknown)
    if unknown in (0, *range(SMALLEST, 13)) and all(size >= SMALLEST for size in groups.values()):
        assert all(names[group] == group for group in groups)


def tallies(question: str, counts: dict[str, dict[str, int]]) -> list[Tally]:
    """`counts`: area -> answer -> people."""
    found = []
    whole: dict[str, int] = {}
    for area, answers in counts.items():
        found.append(Tally(question=question, by="area", group=area, value=RESPONDENTS, count=sum(answers.values())))
        for value, count in answers.items():
            found.append(Tally(question=question, by="area", group=area, value=value, count=count))
            whole[value] = whole.get(value, 0) + count
    found.append(Tally(question=question, by="", group="", value=RESPONDENTS, count=sum(whole.values())))
    return found + [Tally(question=question, by="", group="", value=v, count=c) for v, c in whole.items()]


def test_counts_shares_averages_and_groups() -> None:
    scale = SurveyQuestion(id="q", kind=QuestionKind.SCALE, text=WORDS)
    counts = {"mill": {"5": 4, "4": 2}, "port": {"1": 5}, "hill": {"2": 2}, "": {"3": 1}}
    result = result_of(scale, tallies("q", counts))
    assert result.whole is not None
    assert (result.whole.people, result.whole.counts["5"]) == (14, 4)
    assert result.whole.average == Decimal(40) / 14
    assert result.whole.share("1") == pytest.approx(5 / 14)
    assert set(result.by_area) == {"mill"}  # hill and the unknown are three: the port joins them


def test_fewer_than_five_show_nothing_at_all() -> None:
    scale = SurveyQuestion(id="q", kind=QuestionKind.SCALE, text=WORDS)
    assert result_of(scale, tallies("q", {"mill": {"5": 4}})).whole is None
