"""A resident changes their mind: the new words stand, the desk sees that they are new, and the old ones are kept."""

from dataclasses import replace

from domain.case import Priority
from domain.inbound import ResidentEdited
from storage.tables import entries
from tests.dialogues.town import Town
from tests.dialogues.understanding import read


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


async def test_an_edit_in_a_group_that_never_spoke_to_the_bot_is_none_of_its_business(town: Town) -> None:
    sender = replace(town.resident("Amira").sender, address="-100", in_group=True)
    chatter = ResidentEdited(sender=sender, message_id="m1", edited_at=town.now, text="The bin!", addressed=False)
    await town.handle(chatter, read("The bin!", "en"))
    assert await town.cases() == []
    assert town.channel("-100") == []


async def test_a_mistyped_command_that_is_edited_is_run(town: Town) -> None:
    amira = town.resident("Amira")
    await amira.writes("/help", command="help")
    edit = ResidentEdited(
        sender=amira.sender, message_id=f"{amira.address}-1", edited_at=town.now, text="/cases", command="cases"
    )
    await town.handle(edit)
    assert await town.cases() == []
    assert "no open matters" in amira.inbox()[-1]


async def test_an_edited_new_matter_keeps_the_matter_without_the_command(town: Town) -> None:
    amira = town.resident("Amira")
    message = await amira.writes("/new The bin at 5", command="new", arguments="The bin at 5", to="waste")
    edit = ResidentEdited(
        sender=amira.sender,
        message_id=message,
        edited_at=town.now,
        text="/new The bin at 7",
        command="new",
        arguments="The bin at 7",
    )
    await town.handle(edit)
    assert (await town.card(await town.case())).quote == "The bin at 7"


async def test_an_emergency_word_that_an_edit_adds_is_answered_with_the_number(town: Town) -> None:
    amira = town.resident("Amira")
    message = await amira.writes("there is a fier in the bin", to="waste")
    await amira.edits(message, "there is a fire in the bin")
    assert "call 112" in amira.inbox()[-1]
    assert (await town.case()).priority is Priority.URGENT
    heard = len(amira.inbox())
    await amira.edits(message, "there is a fire in the large bin")
    assert len(amira.inbox()) == heard


async def test_an_emergency_does_not_wait_until_a_department_is_chosen(town: Town) -> None:
    amira = town.resident("Amira")
    message = await amira.writes("who can help?")
    assert (await town.case()).department is None
    await amira.edits(message, "who can help? there is fire")
    assert "call 112" in amira.inbox()[-1]
    case = await town.case()
    assert case.department == next(d.id for d in town.community.departments if d.emergency)
    assert "there is fire" in (await town.card(case)).quote
