"""Claiming and releasing: one wins, the other is told who; the resident hears it once; the router learns."""

import asyncio

from domain.case import CaseState
from domain.inbound import StaffPressed
from storage.tables import audit, labels, outbox
from tests.dialogues.town import Town


async def test_a_claim_shows_on_the_card_and_the_resident_is_told_once(town: Town) -> None:
    amira = town.resident("Amira", language="ar")
    await amira.writes("The bin was not emptied")
    anna, ben = town.staff("U_ANNA"), town.staff("U_BEN")

    await anna.presses("Claim", await town.case())

    case = await town.case()
    assert (case.state, case.assignee) == (CaseState.CLAIMED, "U_ANNA")
    card = await town.card(case)
    assert "Anna Nowak" in [field.value for field in card.fields]
    assert card.buttons[0].data == f"s:release:{case.id}"
    assert all("claim" not in button.data for button in card.buttons)
    assert any("Anna Nowak" in line for line in await town.thread(case))
    assert "النفايات" in amira.last
    assert case.reference in amira.last

    heard = len(amira.inbox())
    await anna.presses("Release", case)
    await ben.presses("Claim", case)
    assert len(amira.inbox()) == heard
    assert (await town.case()).assignee == "U_BEN"


async def test_of_two_who_claim_one_wins_and_the_other_is_told_who(town: Town) -> None:
    await town.resident("Amira").writes("The bin was not emptied")
    case = await town.case()
    anna, ben = town.staff("U_ANNA"), town.staff("U_BEN")

    await anna.presses(f"s:claim:{case.id}", case)
    await ben.presses(f"s:claim:{case.id}", case)

    assert (await town.case()).assignee == "U_ANNA"
    assert len(ben.whispers()) == 1
    assert "Anna Nowak" in ben.whispers()[0]
    assert anna.whispers() == []

    await anna.presses(f"s:claim:{case.id}", case)
    assert "is yours" in anna.whispers()[0]
    assert len(await town.rows(audit, deed="case.claim")) == 1


async def test_however_many_press_at_once_one_has_it(town: Town) -> None:
    await town.resident("Amira").writes("The bin was not emptied")
    case = await town.case()
    presses = [StaffPressed(user=f"U_{i}", data=f"s:claim:{case.id}", channel_id="C_WASTE") for i in range(8)]
    for press in presses:
        await town.staff(press.user).joins("C_WASTE")

    await asyncio.gather(*(town.handle(press) for press in presses))

    winner = (await town.case()).assignee
    assert winner is not None
    told = {press.user for press in presses if any(winner in words for words in town.staff(press.user).whispers())}
    assert told == {press.user for press in presses} - {winner}
    assert len(await town.rows(audit, deed="case.claim")) == 1


async def test_a_claim_confirms_the_department_to_the_router(town: Town) -> None:
    await town.resident("Amira").writes("The bin was not emptied")
    await town.staff("U_ANNA").presses("Claim", await town.case())

    assert [(row.department, row.kind, row.by) for row in await town.rows(labels)] == [
        ("waste", "confirmed", "slack:U_ANNA")
    ]
    assert [(lesson.text, lesson.department) for lesson in town.taught] == [("The bin was not emptied", "waste")]


async def test_the_front_desk_takes_up_anything_and_teaches_nothing(town: Town) -> None:
    await town.resident("Amira").writes("Hello, I have a matter")
    case = await town.case()
    assert case.department == "front"

    await town.staff("U_DANA").presses("Claim", case)

    assert (await town.case()).assignee == "U_DANA"
    assert await town.rows(labels) == []
    assert town.taught == []


async def test_only_members_of_the_channel_and_admins_may_claim(town: Town) -> None:
    await town.resident("Amira").writes("The bin was not emptied")
    case = await town.case()
    carla = town.staff("U_CARLA")

    await carla.presses("Claim", case)
    assert (await town.case()).assignee is None
    assert "Only members of Waste" in carla.whispers()[0]

    await town.staff("U_ADMIN").presses("Claim", case)
    assert (await town.case()).assignee == "U_ADMIN"


async def test_membership_follows_joining_and_leaving(town: Town) -> None:
    await town.resident("Amira").writes("The bin was not emptied")
    case = await town.case()
    carla = town.staff("U_CARLA")

    await carla.joins("C_WASTE")
    await carla.presses("Claim", case)
    assert (await town.case()).assignee == "U_CARLA"

    await carla.leaves("C_WASTE")
    await carla.presses("Release", case)
    assert (await town.case()).assignee == "U_CARLA"
    assert "Only members" in carla.whispers()[-1]


async def test_release_without_an_owner_is_explained(town: Town) -> None:
    await town.resident("Amira").writes("The bin was not emptied")
    case = await town.case()
    anna = town.staff("U_ANNA")
    await anna.presses(f"s:release:{case.id}", case)
    assert "This does not fit" in anna.whispers()[0]
    assert (await town.case()).state is CaseState.NEW


async def test_staff_may_take_a_case_whose_resident_is_still_being_asked(town: Town) -> None:
    amira = town.resident("Amira")
    await amira.writes("Which office is it?")
    case = await town.case()
    assert case.department is None
    dana = town.staff("U_DANA")

    await dana.presses(f"s:claim:{case.id}")

    case = await town.case()
    assert (case.department, case.assignee) == ("front", "U_DANA")
    assert "Dana Haddad" in [field.value for field in (await town.card(case)).fields]
    assert await amira.presses("Waste") != ""
    assert (await town.case()).department == "front"


async def test_a_crowded_channel_sees_the_card_change_before_the_threads_lines(town: Town) -> None:
    await town.resident("Amira").writes("The bin was not emptied")
    case = await town.case()
    town.hold("slack")
    await town.resident("Amira").writes("And it smells")
    await town.resident("Amira").writes("Very much so")
    await town.staff("U_ANNA").presses(f"s:claim:{case.id}", case)

    waiting = await town.rows(outbox, channel="slack", state="queued")
    first = min(waiting, key=lambda row: (row.lane, row.id))
    assert (first.operation, first.target) == ("edit", case.card_anchor)
    await town.let_go("slack")
    assert "Anna Nowak" in [field.value for field in (await town.card(case)).fields]
