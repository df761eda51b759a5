"""A case moves to another department: card, history, resident, router, audit."""

from domain.case import CaseState
from domain.content import Attachment, FileRef
from storage.tables import audit, labels
from tests.dialogues.town import Town

PHOTO = Attachment(kind="photo", file=FileRef(channel="telegram", handle="f1", name="bin.jpg", mime="image/jpeg"))


async def test_the_case_moves_with_its_history(town: Town) -> None:
    amira = town.resident("Amira", language="ar")
    await amira.writes("The bin blocks the road", to="waste", attachments=[PHOTO])
    case, anna = await town.case(), town.staff("U_ANNA")
    await anna.presses("Claim", case)
    await anna.fills("reply", case, text="We have a look.")
    await anna.says_in_thread(case, "This is for Roads, I think")
    old_card = town.channel("C_WASTE")[0]

    form = await anna.presses("Reassign", case)
    assert form is not None
    offered = [choice.value for ask in form.asks for choice in ask.choices]
    assert offered == ["front", "roads", "water", "safety"]
    await anna.fills("reassign", case, department="roads", note="It stands on the carriageway")

    moved = await town.case()
    assert (moved.department, moved.state, moved.assignee, moved.card) == ("roads", CaseState.NEW, None, 2)
    assert "Moved to Roads" in old_card.words
    assert getattr(old_card.content, "buttons", None) == ()
    assert "It stands on the carriageway" in "\n".join(p.words for p in town.channel("C_WASTE"))

    assert "The bin blocks the road" in (await town.card(moved)).quote
    history = "\n".join(await town.thread(moved))
    for words in ("We have a look.", "This is for Roads, I think", "It stands on the carriageway", "bin.jpg"):
        assert words in history
    assert "الطرق" in amira.last
    assert case.reference in amira.last

    kinds = [(row.department, row.kind, row.by) for row in await town.rows(labels)]
    assert kinds == [("waste", "confirmed", "slack:U_ANNA"), ("roads", "reassigned", "slack:U_ANNA")]
    assert town.taught[-1].department == "roads"
    (line,) = await town.rows(audit, deed="case.reassign")
    assert line.data == {"source": "waste", "target": "roads"}
    assert "carriageway" not in str(line.data)


async def test_the_old_department_has_no_say_any_more_and_the_new_one_has(town: Town) -> None:
    amira = town.resident("Amira")
    await amira.writes("The bin blocks the road", to="waste")
    case, anna = await town.case(), town.staff("U_ANNA")
    await anna.fills("reassign", case, department="roads", note="")

    await anna.presses(f"s:claim:{case.id}")
    assert "Only members of Roads" in anna.whispers()[-1]

    carla = town.staff("U_CARLA")
    await carla.presses("Claim", case)
    assert (await town.case()).assignee == "U_CARLA"
    assert "Roads" in amira.last
    await amira.writes("Any news?", to="roads")
    assert any("Any news?" in line for line in await town.thread(await town.case()))


async def test_an_answer_that_was_under_way_shows_its_end_in_the_new_thread(town: Town) -> None:
    amira = town.resident("Amira")
    await amira.writes("The bin blocks the road", to="waste")
    case, ben = await town.case(), town.staff("U_BEN")
    town.hold("telegram")
    await ben.fills("reply", case, text="We have a look.")
    await ben.fills("reassign", case, department="roads")
    await town.let_go("telegram")

    line = next(line for line in await town.thread(case) if "We have a look." in line)
    assert "Ben Kamara to the resident: ✅ sent" in line


async def test_undecided_words_stay_behind_as_a_note(town: Town) -> None:
    amira = town.resident("Amira")
    await amira.writes("The bin blocks the road", to="waste")
    case, ben = await town.case(), town.staff("U_BEN")
    await ben.says_in_thread(case, "We come tomorrow", mention=True)
    heard = amira.inbox()
    await ben.fills("reassign", case, department="roads")
    assert all("We come tomorrow" not in words for words in amira.inbox()[len(heard) :])
    assert any("We come tomorrow" in line for line in await town.thread(case))


async def test_nowhere_and_the_same_department_are_explained(town: Town) -> None:
    await town.resident("Amira").writes("The bin blocks the road", to="waste")
    case, anna = await town.case(), town.staff("U_ANNA")
    for department in ("waste", "atlantis", ""):
        await anna.fills("reassign", case, department=department, note="x")
    assert sum("already with Waste" in words for words in anna.whispers()) == 1
    assert (await town.case()).card == 1
