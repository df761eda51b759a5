"""Waiting, priorities and the end of a case, which the resident decides."""

from domain.case import CaseState, Priority
from storage.tables import entries, outbox
from tests.dialogues.town import Town, buttons_of


async def test_resolve_needs_a_closing_message_and_asks_the_resident(town: Town) -> None:
    amira = town.resident("Amira")
    await amira.writes("The bin was not emptied")
    case, anna = await town.case(), town.staff("U_ANNA")

    await anna.fills("resolve", case, text=" ")
    assert (await town.case()).state is CaseState.NEW

    await anna.fills("resolve", case, text="The bin was emptied today.")
    case = await town.case()
    assert (case.state, case.assignee) == (CaseState.RESOLVED, "U_ANNA")
    assert case.resolved_at is not None
    assert "The bin was emptied today." in amira.last
    assert len(buttons_of(amira.posts()[-1].content)) == 2
    card = await town.card(case)
    assert (card.tone, card.buttons) == ("done", ())
    line = next(line for line in await town.thread(case) if "The bin was emptied today." in line)
    assert "✅ sent" in line


async def test_no_puts_it_back_to_the_same_owner_with_its_history(town: Town) -> None:
    amira = town.resident("Amira")
    await amira.writes("The bin was not emptied")
    case, anna, ben = await town.case(), town.staff("U_ANNA"), town.staff("U_BEN")
    await anna.presses("Claim", case)
    await ben.fills("resolve", case, text="Done.")

    await amira.presses(buttons_of(amira.posts()[-1].content)[1].data)

    case = await town.case()
    assert (case.state, case.assignee) == (CaseState.REOPENED, "U_ANNA")
    await ben.presses(f"s:claim:{case.id}", case)
    assert "Anna Nowak" in ben.whispers()[-1]
    await anna.presses(f"s:claim:{case.id}", case)
    assert (await town.case()).state is CaseState.CLAIMED


async def test_what_is_resolved_cannot_be_resolved_waited_for_or_moved_again(town: Town) -> None:
    amira = town.resident("Amira")
    await amira.writes("The bin was not emptied")
    case, anna = await town.case(), town.staff("U_ANNA")
    await anna.fills("resolve", case, text="Done.")
    heard = len(amira.inbox())

    await anna.fills("resolve", case, text="Done, really.")
    await anna.fills("wait", case, text="When?")
    await anna.fills("reassign", case, department="roads", note="yours")
    await anna.fills("priority", case, priority="urgent")
    await anna.presses(f"s:claim:{case.id}", case)
    await anna.presses(f"s:release:{case.id}", case)

    assert len(amira.inbox()) == heard
    assert (await town.case()).state is CaseState.RESOLVED
    assert len(anna.whispers()) == 6
    assert all("is resolved" in words for words in anna.whispers())
    assert "Done, really." in anna.whispers()[0]
    assert "yours" in anna.whispers()[2]
    assert await anna.opens("reply", case) is None
    assert "is resolved" in anna.whispers()[-1]


async def test_wait_with_a_question_asks_the_resident_and_their_answer_resumes(town: Town) -> None:
    amira = town.resident("Amira")
    await amira.writes("The bin was not emptied")
    case, anna = await town.case(), town.staff("U_ANNA")

    await anna.fills("wait", case, text="Which house number?")
    case = await town.case()
    assert (case.state, case.assignee) == (CaseState.WAITING, "U_ANNA")
    assert "Which house number?" in amira.last

    await amira.writes("Number 7", reply_to=amira.posts()[-1].id)
    assert (await town.case()).state is CaseState.CLAIMED
    assert any("Number 7" in line for line in await town.thread(case))


async def test_wait_without_a_question_writes_to_nobody(town: Town) -> None:
    amira = town.resident("Amira")
    await amira.writes("The bin was not emptied")
    heard = len(amira.inbox())
    case, anna = await town.case(), town.staff("U_ANNA")
    await anna.fills("wait", case, text="")
    await anna.fills("wait", case, text="")
    assert (await town.case()).state is CaseState.WAITING
    assert len(amira.inbox()) == heard
    assert len(anna.whispers()) == 1


async def test_priority_is_set_once_and_seen_on_the_card(town: Town) -> None:
    await town.resident("Amira").writes("The bin was not emptied")
    case, anna = await town.case(), town.staff("U_ANNA")
    form = await anna.presses("Priority", case)
    assert form is not None
    assert form.asks[0].initial == "normal"

    await anna.fills("priority", case, priority="urgent")
    await anna.fills("priority", case, priority="urgent")
    await anna.fills("priority", case, priority="cosmic")

    assert (await town.case()).priority is Priority.URGENT
    assert (await town.card(case)).tone == "urgent"
    events = [row.data for row in await town.rows(entries, kind="event") if row.data.get("step") == "priority"]
    assert events == [{"step": "priority", "before": "normal", "after": "urgent"}]


async def test_no_deed_of_staff_leaves_anything_waiting(town: Town) -> None:
    amira = town.resident("Amira")
    await amira.writes("The bin was not emptied")
    case, ben = await town.case(), town.staff("U_BEN")
    await ben.presses("Claim", case)
    await ben.fills("wait", case, text="Where?")
    await ben.fills("reassign", case, department="roads", note="please")
    await ben.fills("priority", case, priority="high")
    await ben.fills("resolve", case, text="Done.")
    assert await town.rows(outbox, state="queued") == []
