"""A resident changes their mind: the new words stand, the desk sees that they are new, and the old ones are kept."""

from domain.inbound import ResidentEdited
from storage.tables import entries
from tests.dialogues.town import Town


async def test_an_edit_is_shown_as_one_and_the_old_words_are_kept(town: Town) -> None:
    amira = town.resident("Amira")
    message = await amira.writes("The bin at number 5 is full", to="waste")
    await amira.edits(message, "The bin at number 7 is full")
    case = await town.case()
    assert (await town.card(case)).quote == "The bin at number 7 is full"
    assert [line for line in await town.thread(case) if "number 7" in line and "changed" in line]
    (line,) = await town.rows(entries, kind="resident")
    assert line.text == "The bin at number 7 is full"
    assert "number 5" in str(line.data)
    assert line.edited_at is not None


async def test_fifty_edits_leave_the_last_words_and_one_message(town: Town) -> None:
    amira = town.resident("Amira")
    message = await amira.writes("The bin is full (0)", to="waste")
    heard = len(amira.inbox())
    for number in range(1, 51):
        await amira.edits(message, f"The bin is full ({number})")
    (line,) = await town.rows(entries, kind="resident")
    assert line.text == "The bin is full (50)"
    assert (await town.card(await town.case())).quote == "The bin is full (50)"
    assert len(amira.inbox()) == heard


async def test_an_edit_that_changes_nothing_says_nothing(town: Town) -> None:
    amira = town.resident("Amira")
    message = await amira.writes("The bin is full", to="waste")
    before = await town.thread(await town.case())
    await amira.edits(message, "The bin is full")
    assert await town.thread(await town.case()) == before


async def test_an_edit_that_overtakes_its_message_is_the_message(town: Town) -> None:
    amira = town.resident("Amira")
    edit = ResidentEdited(
        sender=amira.sender, message_id="late", edited_at=town.now, text="The bin at number 7 is full"
    )
    await town.handle(edit)
    await amira.writes("The bin at number 5 is full", message_id="late")
    assert [row.text for row in await town.rows(entries, kind="resident")] == ["The bin at number 7 is full"]
    assert len(await town.cases()) == 1


async def test_a_reply_to_a_message_that_never_came_is_an_ordinary_one(town: Town) -> None:
    await town.resident("Amira").writes("The bin is full", to="waste", reply_to="4711")
    assert len(await town.cases()) == 1
