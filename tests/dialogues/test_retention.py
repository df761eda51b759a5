"""Words are kept as long as the configuration says and no longer, here and in Slack; that a case existed stays."""

from datetime import timedelta

import sqlalchemy as sa

from domain.case import CaseState
from domain.content import Attachment, FileRef, Place
from handlers import retention
from storage import inbox
from storage.schema import metadata
from storage.tables import audit, entries, outbox, questions
from storage.tables import inbox as inbox_table
from tests.dialogues.town import Town, buttons_of

WORDS = "The neighbour's dog Burek bit me"
ANSWER = "Our vet Anna Przykładowa will call on you"
FILE = Attachment(kind="photo", file=FileRef(channel="telegram", handle="secret-handle", name="wound.jpg", mime=""))


async def empty_cases(town: Town) -> int:
    """What the clock does every ten minutes, and what it leaves is delivered."""
    async with town.db.write() as tx:
        count = await retention.empty_closed_cases(town.context(tx))
    await town.deliver()
    return count


async def empty_deliveries(town: Town) -> None:
    """A whole round through the ledger."""
    more = True
    while more:
        async with town.db.write() as tx:
            more = await retention.empty_old_deliveries(town.context(tx))


async def everything(town: Town) -> str:
    """All that the database holds, as text, and all that stands in Slack."""
    async with town.db.read() as tx:
        rows = [str(tuple(row)) for table in metadata.sorted_tables for row in await tx.all(sa.select(table))]
    return "\n".join([*rows, *(posted.words for posted in town.platform.posted if posted.channel == "slack")])


async def closed_case(town: Town) -> None:
    """A matter with a photo, a place and an answer, from beginning to end."""
    amira = town.resident("Amira")
    await amira.writes(WORDS, to="waste", attachments=[FILE], place=Place(latitude=52.123456, longitude=21.654321))
    anna = town.staff("U_ANNA")
    await anna.says_in_thread(await town.case(), "Burek again? I know that dog")
    await anna.fills("reply", await town.case(), text=ANSWER)
    await anna.fills("resolve", await town.case(), text="Burek is muzzled now.")
    await amira.presses(buttons_of(amira.posts()[-1].content)[0].data)
    assert (await town.case()).state is CaseState.CLOSED


async def test_a_closed_case_keeps_its_words_for_a_year_and_then_none_of_them(town: Town) -> None:
    await closed_case(town)
    await town.pass_time(days=364)
    assert await empty_cases(town) == 0
    assert "Burek" in await everything(town)

    await town.pass_time(days=2)
    assert await empty_cases(town) == 1
    left = await everything(town)
    for gone in ("Burek", "vet Anna", "secret-handle", "wound.jpg", "52.123456"):
        assert gone not in left
    case = await town.case()
    assert (case.state, case.department, case.rating) == (CaseState.CLOSED, "waste", None)
    assert await town.thread(case) == []
    assert case.reference in (await town.card(case)).title
    assert [row.data["count"] for row in await town.rows(audit, deed="retention.cases")] == [1]
    assert await empty_cases(town) == 0


async def test_open_and_resolved_cases_keep_their_words(town: Town) -> None:
    await town.resident("Amira").writes(WORDS, to="waste")
    await town.pass_time(days=4000)
    assert await empty_cases(town) == 0
    assert WORDS in await everything(town)


async def test_a_case_that_comes_back_is_worked_and_emptied_again_a_year_after_its_next_end(town: Town) -> None:
    amira, anna = town.resident("Amira"), town.staff("U_ANNA")
    await closed_case(town)
    await town.pass_time(days=366)
    assert await empty_cases(town) == 1
    async with town.db.write() as tx:  # a coordinator puts it back
        await tx.execute(sa.text("UPDATE cases SET state = 'reopened', closed_at = NULL, resolved_at = NULL"))
    await amira.writes("Burek did it again", to="waste")
    assert "Burek did it again" in "\n".join(await town.thread(await town.case()))
    await anna.fills("resolve", await town.case(), text="Sorry.")
    await amira.presses(buttons_of(amira.posts()[-1].content)[0].data)

    await town.pass_time(days=300)
    assert await empty_cases(town) == 0
    await town.pass_time(days=66)
    assert await empty_cases(town) == 1
    assert "Burek" not in await everything(town)


async def test_many_cases_take_several_steps_and_each_is_done_once(town: Town) -> None:
    for number in range(retention.CASES_A_STEP + 3):
        await town.resident(f"Resident {number}").writes(f"Bin {number} is full")
    async with town.db.write() as tx:
        await tx.execute(sa.text("UPDATE cases SET state = 'closed', closed_at = 0"))
    async with town.db.write() as tx:
        assert await retention.empty_closed_cases(town.context(tx)) == retention.CASES_A_STEP
    async with town.db.write() as tx:
        assert await retention.empty_closed_cases(town.context(tx)) == 3
    await town.deliver()
    assert {row.text for row in await town.rows(entries, kind="resident")} == {""}


async def test_contents_of_ended_deliveries_go_after_a_month_and_waiting_ones_stay(town: Town) -> None:
    await town.resident("Amira").writes(WORDS, to="waste")
    town.hold("telegram")
    await town.staff("U_ANNA").fills("reply", await town.case(), text=ANSWER)
    await town.pass_time(days=29)
    await empty_deliveries(town)
    assert [row for row in await town.rows(outbox, state="sent") if row.content and WORDS in row.content]

    await town.pass_time(days=2)
    await empty_deliveries(town)
    assert {row.content for row in await town.rows(outbox, state="sent") if row.operation != "delete"} == {None}
    assert ANSWER in str([row.content for row in await town.rows(outbox, state="queued")])
    assert len(await town.rows(audit, deed="retention.deliveries")) == 1
    await town.let_go("telegram")
    assert ANSWER in town.resident("Amira").last


async def test_handled_updates_go_after_eight_days_and_set_aside_ones_with_the_cases(town: Town) -> None:
    async with town.db.write() as tx:
        names = ("handled", "aside", "new")
        arrivals = [inbox.Arrival(channel="telegram", dedupe=n, conversation=n, payload="{}") for n in names]
        await inbox.store(tx, arrivals, town.now)
        await inbox.done(tx, 1, town.now)
        await inbox.set_aside(tx, 2, "ValueError", town.now)
    for days, left in ((7, ["handled", "aside", "new"]), (2, ["aside", "new"]), (357, ["new"])):
        town.now += timedelta(days=days)
        async with town.db.write() as tx:
            await retention.forget_updates(town.context(tx))
        assert [row.dedupe for row in await town.rows(inbox_table)] == left


async def test_messages_that_waited_with_a_question_leave_no_copy_behind(town: Town) -> None:
    amira = town.resident("Amira")
    await amira.writes("The bin is full", to="waste")
    await amira.writes(WORDS, to="roads")  # of which matter is that?
    await amira.presses(buttons_of(amira.posts()[-1].content)[0].data)
    assert [row for row in await town.rows(questions, kind="case") if "Burek" in str(row.data)]
    town.now += timedelta(days=31)
    async with town.db.write() as tx:
        await retention.forget_updates(town.context(tx))
    assert [row.data for row in await town.rows(questions, kind="case")] == [{}]
    assert WORDS in [row.text for row in await town.rows(entries, kind="resident")]


async def test_the_privacy_page_says_how_long(town: Town) -> None:
    amira = town.resident("Amira")
    await amira.writes("", command="privacy")
    assert "365 days after a matter is closed" in amira.last
