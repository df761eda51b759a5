"""Old cards, strangers, forged data: each gets a private word, none gets anything else."""

import pytest

from domain.inbound import DeliveryEnded, StaffFilled, StaffPressed
from storage.tables import audit, entries, outbox
from tests.dialogues.town import Town

GARBAGE = [
    "",
    "s:",
    "s:claim:",
    "s:claim:0",
    "s:claim:-1",
    "s:claim:999999",
    "s:claim:99999999999999999999999999",
    "s:claim:²",
    "s:claim:١",
    "s:claim:1:2",
    "s:claim:1; DROP TABLE cases",
    "s:release:x",
    "s:send:1",
    "s:keep:abc",
    "s:form:reply:77",
    "s:form:nonsense:1",
    "s:form:/liaison",
    "r:q:1:yes",
    "\u202es:claim:1",
    "s:dance",
]


@pytest.mark.parametrize("data", GARBAGE)
async def test_garbage_is_explained_and_changes_nothing(town: Town, data: str) -> None:
    amira = town.resident("Amira")
    await amira.writes("The bin is full")
    before = [tuple(row) for row in await town.rows(entries)]
    anna, heard = town.staff("U_ANNA"), amira.inbox()

    await anna.presses(data, await town.case())

    assert [tuple(row) for row in await town.rows(entries)] == before
    assert amira.inbox() == heard
    assert len(anna.whispers()) == 1


@pytest.mark.parametrize(
    ("form", "about"), [("reply", ""), ("reply", "0"), ("reply", "x"), ("nonsense", "1"), ("resolve", "1e9"), ("", "")]
)
async def test_forms_about_nothing_give_the_words_back(town: Town, form: str, about: str) -> None:
    amira = town.resident("Amira")
    await amira.writes("The bin is full")
    heard = amira.inbox()
    anna = town.staff("U_ANNA")
    await town.handle(StaffFilled(user="U_ANNA", form=form, about=about, values={"text": "My long words"}))
    assert "My long words" in anna.whispers()[-1]
    assert amira.inbox() == heard


@pytest.mark.parametrize("form", ["reply", "reassign", "priority", "wait", "resolve"])
async def test_a_stranger_can_neither_open_nor_submit(town: Town, form: str) -> None:
    amira = town.resident("Amira")
    await amira.writes("The bin is full")
    case, stranger = await town.case(), town.staff("U_STRANGER")
    heard = amira.inbox()

    assert await stranger.opens(form, case) is None
    await stranger.fills(form, case, text="Hello", department="roads", priority="urgent", note="n")

    assert await town.case() == case
    assert amira.inbox() == heard
    assert len(stranger.whispers()) == 2
    assert all("Only members" in words for words in stranger.whispers())
    assert await town.rows(audit, actor="slack:U_STRANGER") == []


async def test_a_form_that_could_not_be_opened_is_explained(town: Town) -> None:
    await town.resident("Amira").writes("The bin is full")
    case = await town.case()
    await town.handle(StaffPressed(user="U_ANNA", data=f"s:form:reply:{case.id}", channel_id="C_WASTE"))
    assert "could not be opened" in town.staff("U_ANNA").whispers()[-1]


async def test_reports_about_nothing_known_are_nothing(town: Town) -> None:
    before = len(await town.rows(outbox))
    await town.handle(DeliveryEnded(delivery_id=424242, state="sent"))
    assert len(await town.rows(outbox)) == before


async def test_a_report_that_comes_twice_says_it_once(town: Town) -> None:
    amira = town.resident("Amira")
    await amira.writes("The bin is full")
    case = await town.case()
    town.block(amira)
    await town.staff("U_ANNA").fills("reply", case, text="Hello")
    lines = await town.thread(case)
    row = next(row for row in await town.rows(outbox, state="blocked") if row.entry_id)
    await town.handle(DeliveryEnded(delivery_id=row.id, state="blocked", reason="blocked"))
    assert await town.thread(case) == lines


async def test_a_file_that_cannot_be_shown_is_reported_in_the_thread(town: Town) -> None:
    from tests.dialogues.test_desk_reassign import PHOTO

    await town.resident("Amira").writes("The bin is full")
    case = await town.case()
    town.fail("C_WASTE", "failed", "refused")
    await town.resident("Amira").writes("See", attachments=[PHOTO])
    del town.platform.failing["C_WASTE"]
    row = next(row for row in await town.rows(outbox, operation="file"))
    await town.handle(DeliveryEnded(delivery_id=row.id, state="failed", reason="refused"))
    assert any("could not be shown here" in line for line in await town.thread(case))
