"""Presses that no honest client sends: of somebody else's buttons, of old ones, of buttons that never were."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.case import CaseState
from storage.tables import audit, cases, questions
from tests.dialogues.town import Town, buttons_of

NONSENSE = [
    "", ":", "r:", "s:", "r:q", "r:q:", "r:q:x:0", "r:q:1", "r:q:1:", "r:q:1:-1", "r:q:1:99", "r:q:1:²", "r:q:²:0",
    "r:q:99999999999999999999:0", "r:q:1:0:0", "r:q:1:yes", "r:split:", "r:split:x", "r:split:-1", "r:split:²",
    "r:split:99999999999999999999999", "r:cmd:", "r:cmd:nothing", "r:rate:1:9", "r:lang:", "r:lang:xx", "s:claim:1",
    "s:form:reply:1", "s:send:1:1", "{x.__class__}", "'; DROP TABLE cases; --", "r:q:١:0", "r:q:1:٠", "\x00",
    "r:" + "q" * 5000, "/broadcast", "=cmd|' /C calc'!A0",
]  # fmt: skip


async def asked(town: Town) -> str:
    """Amira has a case whose department she is asked for; returns the data of the first button."""
    amira = town.resident("Amira")
    await amira.writes("Something is odd at the river. What now?")
    return buttons_of(amira.posts()[-1].content)[0].data


@pytest.mark.parametrize("data", NONSENSE)
async def test_nonsense_changes_nothing_and_breaks_nothing(town: Town, data: str) -> None:
    await asked(town)
    before = await town.rows(cases)
    await town.resident("Amira").presses(data)
    await town.staff("U_ANNA").presses(data)
    assert await town.rows(cases) == before


async def test_a_question_is_answered_by_whom_it_was_put_to_and_nobody_else(town: Town) -> None:
    button = await asked(town)
    toast = await town.resident("Basia").presses(button)
    assert "no longer works" in toast
    assert {row.state for row in await town.rows(questions)} == {"open"}
    assert (await town.case()).department is None

    await town.resident("Amira").presses(button)
    assert (await town.case()).department is not None
    department = (await town.case()).department
    for _ in range(3):  # and only once
        await town.resident("Amira").presses(button)
    assert (await town.case()).department == department


async def test_a_resident_cannot_work_the_desk_and_a_stranger_in_slack_neither(town: Town) -> None:
    await town.resident("Amira").writes("The bin was not emptied", to="waste")
    case = await town.case()
    await town.resident("Amira").presses(f"s:claim:{case.id}")
    await town.staff("U_STRANGER").presses(f"s:claim:{case.id}", case)
    assert (await town.case()).state is CaseState.NEW
    assert await town.rows(audit, deed="case.claim") == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.lists(st.text(max_size=12), max_size=5), head=st.sampled_from(["r", "s", "r:q", "s:form", "r:cmd", ""]))
async def test_any_data_at_all_is_answered(town: Town, parts: list[str], head: str) -> None:
    await town.resident("Amira").presses(":".join([head, *parts]))
    await town.staff("U_ANNA").presses(":".join([head, *parts]))
