"""An audience with a name: saved from a draft, offered by the next form, and known on the command line by it."""

import random

import pytest

from domain.audience import AllOf, Attending, Everybody, Having
from domain.event import Answer
from storage import occasions, residents, signups
from storage.tables import cases
from storage.tables_broadcasts import broadcasts as table
from tests.dialogues.coordinators import FLOOD, Coordinator, newest, now, value
from tests.dialogues.fair import named, plan
from tests.dialogues.town import ResidentActor, Town, plain

People = tuple[ResidentActor, ResidentActor, ResidentActor]


async def test_a_saved_audience_is_offered_and_used(town: Town) -> None:
    cora = Coordinator(town, "U_CORA")
    draft = await cora.writes("alert", "", **{**FLOOD, "roles": "volunteer"})
    await cora.saves(draft.id, "Volunteers everywhere")
    assert "“Volunteers everywhere” is saved" in plain(cora.told)
    form = await cora.begins()
    assert form is not None
    [ask] = [ask for ask in form.asks if ask.name == "audience"]
    assert [choice.label for choice in ask.choices] == ["Volunteers everywhere"]
    again = await cora.writes("alert", "harbour", **{**FLOOD, "audience": "Volunteers everywhere"})
    assert again.plan.audience == AllOf(parts=(Everybody(), Having(roles=("volunteer",))))


async def test_names_that_nothing_has_and_strangers_change_nothing(town: Town) -> None:
    cora, stranger = Coordinator(town, "U_CORA"), Coordinator(town, "U_STRANGER")
    draft = await cora.writes()
    await cora.saves(draft.id, "  ")
    assert "needs a name" in cora.told
    await stranger.saves(draft.id, "Mine")
    assert "do not have the role" in stranger.told
    await cora.writes("alert", "harbour", **{**FLOOD, "audience": "Nobody knows"})
    assert "No audience is called" in plain(cora.told)
    assert (await newest(town)).id == draft.id
    assert (await now(town, draft.id)).version == 1


async def test_a_shape_of_an_official_warning_chooses_the_areas_that_it_meets(town: Town, people: People) -> None:
    cora = Coordinator(town, "U_CORA")
    for shape in ("54.05,18.05 1", "54.0,18.0 54.0,18.2 54.2,18.2"):
        draft = await cora.writes("alert", "", **{**FLOOD, "shape": shape})
        assert draft.plan.areas == ("harbour",)
        assert value(cora.preview(), "People") == "3"
        assert value(cora.preview(), "Where") == "Harbour"


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ({"shape": "the river"}, "no outline, circle or code"),
        ({"shape": "54.0,18.0 54.1,18.1"}, "no outline, circle or code"),
        ({"shape": "10.0,10.0 1"}, "meets none of our areas"),
        ({"cases": "K4T-7M2 river"}, "Not all of that are references"),
        ({"events": "ZZZ-ZZZ"}, "No event has the code ZZZ-ZZZ"),
        ({"also": "Nobody knows"}, "No audience is called Nobody knows"),
    ],
)
async def test_people_that_cannot_be_understood_make_no_draft(town: Town, said: dict[str, str], answer: str) -> None:
    cora = Coordinator(town, "U_CORA")
    await cora.fills_in("kind=alert", {**FLOOD, **said})
    assert answer in plain(cora.told)
    assert await town.rows(table) == []


async def test_only_people_with_an_open_case(town: Town, people: People) -> None:
    robin, amira, _ = people
    await robin.writes("The bin in Quay Street has not been emptied", to="waste")
    await amira.writes("There is a hole in the road", to="roads")
    cora = Coordinator(town, "U_CORA")
    await cora.writes("alert", "", **{**FLOOD, "case-departments": "waste"})
    assert value(cora.preview(), "By language") == "English 1"
    opened = {row.department: row.reference for row in await town.rows(cases)}
    await cora.writes("alert", "", **{**FLOOD, "cases": f"{opened['roads'].lower()}, {opened['waste']}"})
    assert value(cora.preview(), "People") == "2"


async def test_only_people_who_signed_up_for_an_event(town: Town, people: People) -> None:
    await named(town)
    event = await plan(town)
    async with town.db.write() as tx:
        known = await residents.find(tx, "telegram", people[1].address)
        [first] = await occasions.of_event(tx, event.id)
        assert known is not None
        await signups.write(
            tx, None, occasion_id=first.id, resident_id=known.id, answer=Answer.GOING, people=1, now=town.now,
            rng=random.Random(1),
        )  # fmt: skip
    cora = Coordinator(town, "U_CORA")
    form = await cora.begins()
    assert form is not None
    [ask] = [ask for ask in form.asks if ask.name == "events"]
    await cora.writes("alert", "", **{**FLOOD, "events": ask.choices[0].value})
    assert value(cora.preview(), "By language") == "العربية 1"


async def test_of_an_event_with_a_door_only_people_who_came(town: Town, people: People) -> None:
    await named(town)
    event = await plan(town)
    seats = []
    async with town.db.write() as tx:
        [first] = await occasions.of_event(tx, event.id)
        for person in people[:2]:
            known = await residents.find(tx, "telegram", person.address)
            assert known is not None
            seat = await signups.write(
                tx, None, occasion_id=first.id, resident_id=known.id, answer=Answer.GOING, people=1, now=town.now,
                rng=random.Random(known.id),
            )  # fmt: skip
            seats.append(seat.id)
    cora = Coordinator(town, "U_CORA")
    await cora.writes("alert", "", **{**FLOOD, "events": event.code})
    assert value(cora.preview(), "People") == "2"
    async with town.db.write() as tx:
        assert await signups.let_in(tx, seats[1], town.now)
    draft = await cora.writes("alert", "", **{**FLOOD, "events": event.code})
    assert value(cora.preview(), "By language") == "العربية 1"
    await town.pass_time(hours=24 * 8)
    form = await cora.begins()
    assert form is not None
    assert event.code in [choice.value for ask in form.asks if ask.name == "events" for choice in ask.choices]
    assert draft.plan.audience == AllOf(parts=(Everybody(), Attending(occasions=(first.id,), came=True)))


async def test_saved_audiences_are_added_and_left_out(town: Town, people: People) -> None:
    cora = Coordinator(town, "U_CORA")
    polish = await cora.writes("alert", "", **{**FLOOD, "languages": "pl"})
    await cora.saves(polish.id, "Polish")
    await cora.writes("alert", "hills", **{**FLOOD, "also": "Polish"})
    assert value(cora.preview(), "People") == "2"  # Jun of the Hills, and Zofia
    await cora.writes("alert", "harbour", **{**FLOOD, "without": "Polish"})
    assert value(cora.preview(), "People") == "2"  # Robin and Amira
    await cora.writes("alert", "", **{**FLOOD, "without-areas": "harbour"})
    assert value(cora.preview(), "People") == "1"
