"""Several matters in one chat, kept apart: a reply decides, ambiguity asks, and nothing waits unanswered."""

import pytest

from domain.case import CaseState
from domain.content import Place
from storage.tables import entries
from tests.dialogues.town import ResidentActor, Town


async def two_matters(town: Town) -> ResidentActor:
    amira = town.resident("Amira")
    await amira.writes("The bin was not emptied")
    await amira.writes("", command="new")
    await amira.writes("There is a pothole in Mill Street")
    assert [case.department for case in await town.cases()] == ["waste", "roads"]
    return amira


async def lines_of(town: Town, department: str) -> list[str]:
    case = next(case for case in await town.cases() if case.department == department)
    return [line for line in await town.thread(case) if "wrote" in line]


async def test_a_reply_to_our_message_decides(town: Town) -> None:
    amira = await two_matters(town)
    receipt = next(post for post in amira.posts() if "With: Waste" in post.words)

    await amira.writes("It is the one at number 17", reply_to=receipt.id)

    assert any("number 17" in line for line in await lines_of(town, "waste"))
    assert await lines_of(town, "roads") == []
    assert "(Waste)" in amira.last


async def test_a_reply_to_ones_own_message_decides(town: Town) -> None:
    amira = town.resident("Amira")
    first = await amira.writes("The bin was not emptied")
    await amira.writes("", command="new")
    await amira.writes("There is a pothole in Mill Street")

    await amira.writes("It is the one at number 17", reply_to=first)

    assert any("number 17" in line for line in await lines_of(town, "waste"))
    assert await lines_of(town, "roads") == []


async def test_otherwise_the_resident_is_asked_and_what_follows_waits_with_the_question(town: Town) -> None:
    amira = await two_matters(town)

    await amira.writes("How long will it take")
    await amira.writes("I am away from Friday")
    assert "more than one open matter" in amira.last
    assert await lines_of(town, "waste") == await lines_of(town, "roads") == []

    roads = next(case for case in await town.cases() if case.department == "roads")
    await amira.presses(f"{roads.reference} · There is a pothole in Mill…")

    said = await lines_of(town, "roads")
    assert ["How long" in said[0], "from Friday" in said[1]] == [True, True]
    assert await lines_of(town, "waste") == []


async def test_a_new_matter_can_be_chosen_instead(town: Town) -> None:
    amira = await two_matters(town)
    await amira.writes("No water since this morning")
    await amira.presses("A new matter")
    assert [case.department for case in await town.cases()] == ["waste", "roads", "water"]


async def test_thanks_opens_and_reopens_nothing(town: Town) -> None:
    amira = town.resident("Amira")
    await amira.writes("The bin was not emptied")
    case = await town.case()
    anna = town.staff("U_ANNA")
    await anna.presses("Claim", case)
    await anna.fills("resolve", case, text="It is emptied now.")

    await amira.writes("Thank you!")
    assert [case.state for case in await town.cases()] == [CaseState.RESOLVED]

    await amira.writes("It is full again")
    assert [case.state for case in await town.cases()] == [CaseState.REOPENED]


@pytest.mark.parametrize(("days", "cases"), [(13, 1), (15, 2)])
async def test_a_reply_reopens_a_case_only_within_the_configured_days(town: Town, days: int, cases: int) -> None:
    amira = town.resident("Amira")
    first = await amira.writes("The bin was not emptied")
    case = await town.case()
    anna = town.staff("U_ANNA")
    await anna.presses("Claim", case)
    await anna.fills("resolve", case, text="It is emptied now.")
    await town.pass_time(days=8)  # nobody objects: it is closed
    await town.pass_time(days=days)
    await amira.writes("It is full again", reply_to=first)
    found = await town.cases()
    assert len(found) == cases
    assert (found[0].state is CaseState.REOPENED) is (cases == 1)


async def test_a_place_goes_along_when_a_message_becomes_a_matter_of_its_own(town: Town) -> None:
    amira = town.resident("Amira")
    await amira.writes("The bin is full", to="waste")
    await amira.writes("", place=Place(latitude=52.41, longitude=16.93))
    await amira.presses("A new matter")
    (_, new) = await town.cases()
    (line,) = await town.rows(entries, kind="resident", case_id=new.id)
    assert line.data["place"]["latitude"] == 52.41
