"""Ideas: written, read by staff, backed by neighbours once each, answered in public, done."""

from storage import residents
from storage.tables_spreading import spreads
from storage.tables_surveys import idea_backers, ideas
from tests.dialogues.surveyed import arrived
from tests.dialogues.town import ResidentActor, StaffActor, Town
from tests.dialogues.townhall import townhall

ADMIN = "U_ADMIN"
DESK = townhall().broadcasting.channel
BENCH = "A bench at the harbour, for those who wait"


async def at_home_in(town: Town, area: str, *people: ResidentActor) -> None:
    async with town.db.write() as tx:
        for person in people:
            known = await residents.find(tx, "telegram", person.address)
            assert known is not None
            await residents.change(tx, known.id, area=area)


async def published(town: Town) -> tuple[ResidentActor, StaffActor]:
    """Amira's idea, published in the harbour, where Basil lives too; Cora lives in the hills."""
    await arrived(town, "Amira", "Basil", "Cora")
    amira, basil, cora = (town.resident(name) for name in ("Amira", "Basil", "Cora"))
    await at_home_in(town, "harbour", amira, basil)
    await at_home_in(town, "hills", cora)
    await amira.writes("", command="idea")
    await amira.presses("💡 A new idea")
    await amira.writes(BENCH)
    await amira.presses("💡 Send it as an idea")
    admin = town.staff(ADMIN)
    await admin.presses("s:idea:publish:1")
    return amira, admin


async def test_an_idea_goes_to_staff_first_and_then_to_the_neighbours(town: Town) -> None:
    await arrived(town, "Amira")
    amira = town.resident("Amira")
    await amira.writes("", command="idea", arguments=BENCH)
    await amira.presses("💡 Send it as an idea")
    assert "with the staff" in amira.last
    card = town.channel("C_CRISIS")[-1]
    assert BENCH in card.words
    assert "Amira" not in card.words
    await amira.writes("", command="idea")
    assert BENCH not in amira.last

    await town.staff(ADMIN).presses("s:idea:publish:1")
    assert "can now be seen" in amira.last
    assert "published" in card.words
    await amira.writes("", command="idea")
    assert BENCH in amira.last
    assert await town.cases() == []


async def test_neighbours_back_it_once_each_and_others_do_not_see_it(town: Town) -> None:
    await published(town)
    basil, cora = town.resident("Basil"), town.resident("Cora")
    await basil.writes("", command="idea")
    await basil.presses("👍 Back number 1")
    assert "together 2 people do" in basil.last
    await basil.presses("r:idea:back:1")
    assert "together 2 people do" in basil.last
    assert len(await town.rows(idea_backers)) == 2
    assert "Backed by: 2" in town.channel("C_CRISIS")[-1].words
    await basil.presses("r:idea:unback:1")
    assert len(await town.rows(idea_backers)) == 1

    await cora.writes("", command="idea")
    assert BENCH not in cora.last
    assert "no longer works" in await cora.presses("r:idea:back:1")


async def test_an_answer_and_what_was_done_reach_those_who_back_it_once(town: Town) -> None:
    amira, admin = await published(town)
    basil, cora = town.resident("Basil"), town.resident("Cora")
    await basil.presses("r:idea:back:1")
    silence = len(cora.inbox())
    form = await admin.opens_form("idea-answer:1")
    assert form is not None
    await admin.fills_form("idea-answer", 1, words_en="We are looking for a place.")
    assert "We are looking for a place." in amira.last
    assert "We are looking for a place." in basil.last

    await admin.fills_form("idea-done", 1, words_en="It stands since Monday.")
    await admin.fills_form("idea-done", 1, words_en="It stands since Monday.")
    assert "not in that state any more" in admin.whispers()[-1]
    assert "It stands since Monday." in admin.whispers()[-1]
    for person in (amira, basil):
        assert sum("You asked, we did!" in words for words in person.inbox()) == 1
    assert len(cora.inbox()) == silence
    assert [row.occasion for row in await town.rows(spreads)][-1] == "idea:1:done"
    await basil.writes("", command="idea")
    assert "You asked, we did: It stands since Monday." in basil.last


async def test_a_declined_idea_is_explained_to_its_author_alone(town: Town) -> None:
    await arrived(town, "Amira")
    amira, admin = town.resident("Amira"), town.staff(ADMIN)
    await amira.writes("", command="idea", arguments="Close the school")
    await amira.presses("💡 Send it as an idea")
    await admin.fills_form("idea-decline", 1)
    assert "Please write something first" in admin.whispers()[-1]
    await admin.fills_form("idea-decline", 1, words_en="It is needed.")
    assert "It is needed." in amira.last
    await admin.presses("s:idea:publish:1")
    assert "somebody was quicker" in admin.whispers()[-1]
    assert (await town.rows(ideas))[0].state == "declined"


async def test_a_new_matter_is_not_taken_for_an_idea(town: Town) -> None:
    await arrived(town, "Amira")
    amira = town.resident("Amira")
    await amira.presses("r:idea:new")
    await amira.writes("The bin was not emptied")
    await amira.presses("➕ A new matter")
    assert len(await town.cases()) == 1
    await amira.presses("r:idea:new")
    await amira.writes("There is a fire at the mill")
    assert len(await town.cases()) == 2
    await amira.writes("", command="idea", arguments="A tap at the market")
    await town.pass_time(minutes=31)
    assert len(await town.cases()) == 3
    assert await town.rows(ideas) == []


async def test_only_coordinators_publish_and_answer(town: Town) -> None:
    await arrived(town, "Amira")
    amira, anna = town.resident("Amira"), town.staff("U_ANNA")
    await amira.writes("", command="idea", arguments=BENCH)
    await amira.presses("💡 Send it as an idea")
    await anna.presses("s:idea:publish:1")
    assert "Only coordinators" in anna.whispers()[-1]
    assert await anna.opens_form("idea-decline:1") is None
    assert (await town.rows(ideas))[0].state == "new"


async def test_whoever_is_erased_leaves_a_published_idea_without_author(town: Town) -> None:
    amira, _ = await published(town)
    await amira.presses("r:cmd:erase")
    await amira.presses("Yes, erase everything")
    row = (await town.rows(ideas))[0]
    assert (row.text, row.resident_id) == (BENCH, None)
    assert await town.rows(idea_backers) == []
