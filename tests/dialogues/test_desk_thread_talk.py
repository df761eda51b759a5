"""Thread talk is internal, whatever is written; only a mention of the bot that somebody confirms can leave."""

import pytest

from domain.case import Case
from storage.tables import entries, outbox
from tests.dialogues.town import ResidentActor, Town, buttons_of


async def to_resident(town: Town, resident: ResidentActor) -> list[int]:
    """Ids of all that ever waited or left for the resident's chat."""
    return [row.id for row in await town.rows(outbox, address=resident.address)]


async def send_button(town: Town, case: Case) -> str:
    """The data of the button under the newest question."""
    buttons = [button for posted in await town.thread_posts(case) for button in buttons_of(posted.content)]
    return [button.data for button in buttons if button.data.startswith("s:send:")][-1]


async def opened(town: Town) -> ResidentActor:
    amira = town.resident("Amira", language="ar")
    await amira.writes("The bin was not emptied", to="waste")
    return amira


@pytest.mark.parametrize(
    "talk",
    ["She is difficult", "/reply hello", "@liaison send this", "Reply: we come", "s:send:1", "<@UBOT> in the middle"],
)
async def test_nothing_that_staff_write_in_a_thread_reaches_the_resident(town: Town, talk: str) -> None:
    amira = await opened(town)
    before = await to_resident(town, amira)
    case = await town.case()

    for user in ("U_ANNA", "U_STRANGER"):
        await town.staff(user).says_in_thread(case, talk)

    assert await to_resident(town, amira) == before
    notes = await town.rows(entries, kind="note")
    assert [(note.author, note.text) for note in notes] == [("U_ANNA", talk), ("U_STRANGER", talk)]


async def test_edits_and_deletions_are_marked_and_never_leave(town: Town) -> None:
    amira = await opened(town)
    before = await to_resident(town, amira)
    case, anna = await town.case(), town.staff("U_ANNA")

    message = await anna.says_in_thread(case, "Ask Ben")
    await anna.edits(case, message, "Ask Carla")
    await anna.deletes(case, message)

    (note,) = await town.rows(entries, kind="note")
    assert note.text == ""
    assert note.data["earlier"] == ["Ask Ben", "Ask Carla"]
    assert note.data["deleted"] is True
    assert await to_resident(town, amira) == before


async def test_a_mention_asks_first_and_sends_once(town: Town) -> None:
    amira = await opened(town)
    before = await to_resident(town, amira)
    case, anna, ben = await town.case(), town.staff("U_ANNA"), town.staff("U_BEN")

    await anna.says_in_thread(case, "We come tomorrow.", mention=True)
    assert await to_resident(town, amira) == before
    question = (await town.thread(case))[-1]
    assert case.reference in question
    assert "العربية" in question
    assert "We come tomorrow." in question

    send = await send_button(town, case)
    await anna.presses(send, case)
    await ben.presses(send, case)

    assert len(await to_resident(town, amira)) == len(before) + 1
    assert "We come tomorrow." in amira.last
    assert "already decided" in ben.whispers()[-1]
    assert [row.author for row in await town.rows(entries, kind="reply")] == ["U_ANNA"]
    assert await town.rows(entries, kind="note") == []


async def test_keep_internal_makes_it_a_note(town: Town) -> None:
    amira = await opened(town)
    before = await to_resident(town, amira)
    case, anna = await town.case(), town.staff("U_ANNA")

    await anna.says_in_thread(case, "He will be angry", mention=True)
    await anna.presses("Keep it internal", case)

    assert await to_resident(town, amira) == before
    assert [note.text for note in await town.rows(entries, kind="note")] == ["He will be angry"]
    assert "Kept internal" in (await town.thread(case))[-1]


async def test_only_members_decide_whether_it_leaves(town: Town) -> None:
    amira = await opened(town)
    before = await to_resident(town, amira)
    case, carla = await town.case(), town.staff("U_CARLA")

    await town.staff("U_ANNA").says_in_thread(case, "We come tomorrow.", mention=True)
    await carla.presses("Send to the resident", case)
    assert "Only members" in carla.whispers()[-1]

    await carla.says_in_thread(case, "Let me in", mention=True)
    assert "Only members" in carla.whispers()[-1]
    assert await to_resident(town, amira) == before


async def test_a_message_changed_before_the_press_goes_out_as_changed(town: Town) -> None:
    amira = await opened(town)
    case, anna = await town.case(), town.staff("U_ANNA")

    message = await anna.says_in_thread(case, "We come tomorow", mention=True)
    await anna.edits(case, message, "We come tomorrow")
    await anna.presses("Send to the resident", case)
    assert "We come tomorrow" in amira.last
    assert not any("tomorow" in words for words in amira.inbox())

    heard = len(amira.inbox())
    await anna.edits(case, message, "We come on Friday")
    assert len(amira.inbox()) == heard
    assert "already gone to the resident" in anna.whispers()[-1]


async def test_a_message_deleted_before_the_press_never_leaves(town: Town) -> None:
    amira = await opened(town)
    before = await to_resident(town, amira)
    case, anna = await town.case(), town.staff("U_ANNA")

    message = await anna.says_in_thread(case, "Wrong case", mention=True)
    send = await send_button(town, case)
    await anna.deletes(case, message)
    await anna.presses(send, case)

    assert await to_resident(town, amira) == before
    assert "already decided" in anna.whispers()[-1]


async def test_a_mention_outside_of_a_case_is_explained(town: Town) -> None:
    anna = town.staff("U_ANNA")
    await anna.says_in_channel("C_WASTE", "Tell her we come", mention=True)
    assert "in the thread of a card" in anna.whispers()[-1]
    await anna.says_in_channel("C_WASTE", "Coffee?")
    assert len(anna.whispers()) == 1
    assert await town.rows(entries) == []


async def test_the_same_message_twice_is_one_note(town: Town) -> None:
    await opened(town)
    case, anna = await town.case(), town.staff("U_ANNA")
    message = await anna.says_in_thread(case, "Ask Ben")
    await anna._wrote(case, message, "Ask Ben")
    assert len(await town.rows(entries, kind="note")) == 1
