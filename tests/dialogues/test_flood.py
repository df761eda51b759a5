"""One who writes very much at once is slowed and told once; who merely waited for us to come back is not."""

from datetime import timedelta

from domain.case import Priority
from domain.inbound import ResidentWrote
from storage.tables import entries
from tests.dialogues.town import Town
from tests.dialogues.understanding import read


async def write(town: Town, count: int, apart: timedelta, last: str = "") -> None:
    """Messages that were written one after the other, `apart`, and reach us now."""
    amira = town.resident("Amira")
    began = town.now - count * apart
    for number in range(count):
        text = last if last and number == count - 1 else f"The bin is full ({number})"
        event = ResidentWrote(sender=amira.sender, message_id=f"m{number}", sent_at=began + number * apart, text=text)
        await town.handle(event, read(text, "en", to="waste"))


async def test_a_flood_is_kept_and_told_once_and_shown_as_a_number(town: Town) -> None:
    await write(town, 30, timedelta(seconds=0.1))
    assert len(await town.rows(entries, kind="resident")) == 30
    assert sum("a lot of messages" in words for words in town.resident("Amira").inbox()) == 1
    thread = await town.thread(await town.case())
    assert sum("The bin is full" in line for line in thread) == 19
    assert [line for line in thread if "10 more are kept" in line]


async def test_messages_that_piled_up_while_we_were_away_are_no_flood(town: Town) -> None:
    await write(town, 30, timedelta(minutes=1))
    assert sum("a lot of messages" in words for words in town.resident("Amira").inbox()) == 0
    thread = await town.thread(await town.case())
    assert sum("The bin is full" in line for line in thread) == 29


async def test_an_emergency_word_is_heard_in_the_middle_of_a_flood(town: Town) -> None:
    await write(town, 25, timedelta(seconds=0.1), last="fire in the house")
    assert sum("call 112" in words for words in town.resident("Amira").inbox()[1:]) == 1
    case = await town.case()
    assert case.priority is Priority.URGENT
    assert [line for line in await town.thread(case) if "fire" in line]


async def test_what_cannot_be_seen_opens_nothing_and_is_answered(town: Town) -> None:
    amira = town.resident("Amira")
    await amira.writes("\u200b\u202e\u2069")
    assert await town.cases() == []
    assert "Please put it in words" in amira.last


async def test_many_stickers_at_once_get_one_answer(town: Town) -> None:
    amira = town.resident("Amira")
    town.hold("telegram")
    for _ in range(20):
        await amira.writes("", unsupported="sticker")
    await town.let_go("telegram")
    assert sum("Nice sticker" in words for words in amira.inbox()) == 1
