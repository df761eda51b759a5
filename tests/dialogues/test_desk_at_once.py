"""Two processes at once: a resident writes while staff move the case. No line is left at the old one."""

import asyncio
from datetime import timedelta

from domain.inbound import ResidentWrote, StaffFilled
from handlers import dispatch
from storage.tables import outbox
from tests.databases import postgres_only
from tests.dialogues.town import Town

WORDS = "And there is glass on the ground"


@postgres_only
async def test_a_line_written_during_a_move_stands_under_the_new_card(town: Town) -> None:
    amira = town.resident("Amira")
    await amira.writes("The bin blocks the road", to="waste")
    case = await town.case()
    town.now += timedelta(minutes=10)
    move = StaffFilled(user="U_ANNA", form="reassign", about=str(case.id), values={"department": "roads", "note": "x"})
    message = ResidentWrote(sender=amira.sender, message_id="900", sent_at=town.now, text=WORDS)
    begun = asyncio.Event()

    async def write() -> None:
        async with town.db.write() as tx:
            begun.set()
            await dispatch.handle(town.context(tx), message)

    async with town.db.write() as tx:
        await dispatch.handle(town.context(tx), move)
        writing = asyncio.create_task(write())
        await begun.wait()
        await asyncio.wait({writing}, timeout=0.5)
        assert not writing.done(), "the message waits until the case has arrived at its new desk"
    await asyncio.wait_for(writing, 10)
    await town.deliver()
    assert (await town.case()).card == 2
    assert any(WORDS in words for words in await town.thread(case))
    assert [row.thread for row in await town.rows(outbox, channel="slack") if WORDS in (row.content or "")] == [
        f"case:{case.id}:card:2"
    ]
