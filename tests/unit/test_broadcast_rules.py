"""The table of a broadcast's states, and which lane and whose wishes a plan has."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadcasts.targets import only_drill_group, targets
from domain.audience import AllOf, Everybody, Having, InAreas
from domain.broadcast import (
    FOLLOWING,
    SEVERITIES,
    TRANSITIONS,
    UNDER_WAY,
    WAITING,
    Facts,
    Fallback,
    Kind,
    Plan,
    State,
    Step,
    Wording,
    after,
)
from domain.codec import decode, encode
from domain.delivery import Lane
from domain.errors import ForbiddenTransition

ALLOWED = """
draft      edit->draft submit->submitted override->approved expire->expired discard->discarded
submitted  edit->draft return->draft approve->approved override->approved expire->expired discard->discarded
approved   edit->draft start->running stop->called-off expire->expired
running    pause->paused stop->stopped finish->done
paused     resume->running stop->stopped finish->done
"""


def test_the_table_allows_exactly_these_steps() -> None:
    expected = {
        (State(line.split()[0]), Step(step.split("->")[0])): State(step.split("->")[1])
        for line in ALLOWED.strip().splitlines()
        for step in line.split()[1:]
    }
    assert expected == TRANSITIONS
    for state, step in itertools.product(State, Step):
        if (state, step) in expected:
            assert after(state, step) is expected[state, step]
        else:
            with pytest.raises(ForbiddenTransition):
                after(state, step)


def test_nothing_leads_out_of_an_end_and_nothing_is_sent_without_a_second_word() -> None:
    ends = set(State) - WAITING - UNDER_WAY
    assert not [step for state, step in TRANSITIONS if state in ends]
    ways_to_run = {state for (state, step), to in TRANSITIONS.items() if to is State.RUNNING and step is Step.START}
    assert ways_to_run == {State.APPROVED}
    ways_to_approved = {step for (_, step), to in TRANSITIONS.items() if to is State.APPROVED}
    assert ways_to_approved == {Step.APPROVE, Step.OVERRIDE}


PLANS = st.builds(
    Plan,
    kind=st.sampled_from(Kind),
    facts=st.none() | st.builds(Facts, event=st.text(max_size=5), severity=st.sampled_from(SEVERITIES)),
    wordings=st.lists(
        st.builds(Wording, language=st.sampled_from(("pl", "ar")), headline=st.text(max_size=5)), max_size=2
    ).map(tuple),
    fallbacks=st.lists(st.builds(Fallback, language=st.just("ar"), uses=st.just("pl")), max_size=1).map(tuple),
    exercise=st.booleans(),
    audience=st.sampled_from((Everybody(), InAreas(areas=("mill",)))),
)


@given(plan=PLANS)
def test_a_plan_comes_back_from_its_row_as_it_was(plan: Plan) -> None:
    assert decode(Plan, encode(plan)) == plan


@given(plan=PLANS)
def test_the_emergency_lane_is_for_extreme_and_severe_alerts_alone(plan: Plan) -> None:
    severe = plan.facts is not None and plan.facts.severity in ("Extreme", "Severe")
    emergency = severe and not plan.exercise and plan.kind in FOLLOWING | {Kind.ALERT}
    assert (plan.lane is Lane.EMERGENCY) is emergency
    assert plan.wish.urgent is emergency


@given(plan=PLANS, family=st.lists(st.integers(1, 9), max_size=3).map(tuple))
def test_every_target_of_a_drill_is_the_drill_group(plan: Plan, family: tuple[int, ...]) -> None:
    for target in targets(plan, None, family):
        drilled = isinstance(target.audience, AllOf) and Having(roles=("drill",)) in target.audience.parts
        assert drilled is plan.exercise
    assert Having(roles=("drill",)) in only_drill_group(Everybody()).parts  # type: ignore[union-attr]


def test_a_reader_gets_the_own_text_else_that_of_the_chosen_fallback() -> None:
    polish, arabic = Wording(language="pl", headline="Woda"), Wording(language="ar", headline="ماء")
    plan = Plan(
        kind=Kind.ALERT,
        wordings=(polish, arabic),
        fallbacks=(Fallback(language="fil", uses="pl"), Fallback(language="ar", uses="pl")),
    )
    assert [plan.wording(language) for language in ("pl", "ar", "fil", "en")] == [polish, arabic, polish, None]
