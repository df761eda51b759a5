"""Answers: they leave through the form alone, and the thread says how far they got."""

from datetime import timedelta

from bot.own_report import own_report
from channels.raw import from_json
from domain.case import Case, CaseState
from domain.inbound import DeliveryEnded
from domain.people import Reach
from storage.late import report_late
from storage.tables import audit, entries, inbox, labels, outbox, residents
from tests.dialogues.town import Town


async def test_the_form_shows_language_last_words_and_how_it_will_look(town: Town) -> None:
    amira = town.resident("Amira", language="ar")
    await amira.writes("لم يتم إفراغ القمامة")
    form = await town.staff("U_ANNA").presses("Reply", await town.case())

    assert form is not None
    assert form.name == "reply"
    asks = {ask.name: ask for ask in form.asks}
    assert "العربية" in asks["about"].initial
    assert "لم يتم إفراغ القمامة" in asks["last"].initial
    assert "النفايات" in asks["looks"].initial
    assert "right to left" in asks["looks"].initial
    assert asks["text"].kind == "text"
    assert [choice.value for choice in asks["then"].choices] == ["send", "preview"]


async def test_a_reply_is_sent_only_after_the_platform_said_so(town: Town) -> None:
    amira = town.resident("Amira")
    asked = await amira.writes("The bin was not emptied")
    case = await town.case()
    anna = town.staff("U_ANNA")

    town.hold("telegram")
    await anna.fills("reply", case, text="We come tomorrow.", then="send")
    line = (await town.thread(case))[-1]
    assert "queued" in line
    assert "We come tomorrow." in line
    assert "We come tomorrow." not in "\n".join(amira.inbox())

    await town.let_go("telegram")
    answer = amira.posts()[-1]
    assert "We come tomorrow." in answer.words
    assert "Waste" in answer.words
    assert case.reference in answer.words
    assert answer.reply_to == asked
    line = next(line for line in await town.thread(case) if "We come tomorrow." in line)
    assert "sent, today at" in line
    assert "queued" not in line


async def test_whoever_answers_a_case_that_nobody_has_has_it(town: Town) -> None:
    amira = town.resident("Amira")
    await amira.writes("The bin was not emptied")
    before = len(amira.inbox())
    await town.staff("U_BEN").fills("reply", await town.case(), text="On our way.")

    case = await town.case()
    assert (case.state, case.assignee) == (CaseState.CLAIMED, "U_BEN")
    assert len(amira.inbox()) == before + 1  # the answer itself says who has it
    assert [row.kind for row in await town.rows(labels)] == ["confirmed"]
    assert len(await town.rows(audit, deed="case.reply")) == 1

    await town.staff("U_ANNA").fills("reply", case, text="I help too.")
    assert (await town.case()).assignee == "U_BEN"


async def test_the_same_form_twice_sends_once(town: Town) -> None:
    amira = town.resident("Amira")
    await amira.writes("The bin was not emptied")
    case = await town.case()
    anna = town.staff("U_ANNA")
    await anna.fills("reply", case, text="We come tomorrow.")
    await anna.fills("reply", case, text="We come tomorrow.")
    assert sum("We come tomorrow." in words for words in amira.inbox()) == 1

    await town.pass_time(minutes=10)
    await anna.fills("reply", case, text="We come tomorrow.")
    assert sum("We come tomorrow." in words for words in amira.inbox()) == 2


async def test_a_blocked_resident_is_named_in_the_thread_with_what_to_do(town: Town) -> None:
    amira = town.resident("Amira")
    await amira.writes("The bin was not emptied")
    case = await town.case()
    town.block(amira)

    await town.staff("U_ANNA").fills("reply", case, text="We come tomorrow.")

    lines = await town.thread(case)
    line = next(line for line in lines if "We come tomorrow." in line)
    assert "not sent: the resident has blocked the bot" in line
    assert sum("What you can do" in line for line in lines) == 1
    assert not any("✅ sent" in line for line in lines)
    assert (await town.rows(residents))[0].reach == Reach.BLOCKED

    form = await town.staff("U_ANNA").presses("Reply", case)
    assert form is not None
    assert "blocked" in [ask.name for ask in form.asks]


async def test_a_refused_reply_says_why(town: Town) -> None:
    amira = town.resident("Amira")
    await amira.writes("The bin was not emptied")
    case = await town.case()
    town.fail(amira.address, "failed", "refused")
    await town.staff("U_ANNA").fills("reply", case, text="We come tomorrow.")
    assert any("not sent: the platform refuses" in line for line in await town.thread(case))

    town.fail(amira.address, "doubt", "no-answer")
    await town.staff("U_ANNA").fills("reply", case, text="Are you there?")
    assert any("perhaps sent" in line and "Are you there?" in line for line in await town.thread(case))


async def test_a_wait_that_the_platform_asked_for_is_shown_with_its_end(town: Town) -> None:
    amira = town.resident("Amira")
    await amira.writes("The bin was not emptied")
    case = await town.case()
    town.hold("telegram")
    await town.staff("U_ANNA").fills("reply", case, text="We come tomorrow.")
    (row,) = await town.rows(outbox, channel="telegram", state="queued")
    async with town.db.write() as tx:
        later = {"reason": "rate-limited", "next_at": town.now + timedelta(minutes=15)}
        await tx.execute(outbox.update().where(outbox.c.id == row.id).values(**later))

    await town.handle(DeliveryEnded(delivery_id=row.id, state="queued", reason="rate-limited"))
    line = next(line for line in await town.thread(case) if "We come tomorrow." in line)
    assert "not sent yet: the platform asks us to wait. Next try today at 10:15" in line

    await town.pass_time(minutes=16)
    await town.let_go("telegram")
    line = next(line for line in await town.thread(case) if "We come tomorrow." in line)
    assert "✅ sent, today at 10:16" in line


async def test_while_telegram_is_down_every_answer_says_so_and_when_it_is_tried_again(town: Town) -> None:
    await town.resident("Amira").writes("The bin was not emptied")
    first = await town.case()
    await town.resident("Basia").writes("The bin was not emptied either")
    second = await town.case()
    town.hold("telegram")
    for case in (first, second):
        await town.staff("U_ANNA").fills("reply", case, text=f"We come to {case.reference}.")
    assert await _tell_late(town, "platform-down") == 0  # they have not waited long

    await town.pass_time(seconds=10)
    assert await _tell_late(town, "platform-down") == 2
    for case in (first, second):
        line = await _line(town, case, f"We come to {case.reference}.")
        assert "not sent yet: the platform has a fault. Next try today at 10:00" in line
    await town.pass_time(seconds=10)
    assert await _tell_late(town, "platform-down") == 0  # nobody wants to read it every two seconds

    await town.pass_time(minutes=16)
    assert await _tell_late(town, "platform-down") == 2
    assert "Next try today at 10:16" in await _line(town, first, "We come to")
    await town.let_go("telegram")
    for case in (first, second):
        assert "✅ sent" in await _line(town, case, f"We come to {case.reference}.")


async def test_an_answer_that_merely_queues_is_not_called_late(town: Town) -> None:
    await town.resident("Amira").writes("The bin was not emptied")
    town.hold("telegram")
    await town.staff("U_ANNA").fills("reply", await town.case(), text="We come.")
    await town.pass_time(minutes=1)
    assert await _tell_late(town, None) == 0
    async with town.db.write() as tx:
        await tx.execute(outbox.update().where(outbox.c.report).values(reason="rate-limited"))
    await town.staff("U_ANNA").fills("reply", await town.case(), text="And soon.")
    await town.pass_time(minutes=1)
    assert await _tell_late(town, None) == 2  # the second waits behind the first
    for words in ("We come.", "And soon."):
        assert "not sent yet: the platform asks us to wait" in await _line(town, await town.case(), words)


async def _tell_late(town: Town, reason: str | None) -> int:
    """The clock's deed: report what is late, and let the desk hear of it; returns how many answers that were."""
    until = None if reason is None else town.now + timedelta(seconds=30)
    async with town.db.write() as tx:
        reported = await report_late(tx, "telegram", town.now, reason=reason, next_at=until)
    for row in await town.rows(inbox, channel="liaison", state="new"):
        await town.handle(own_report(from_json(row.payload)))
    async with town.db.write() as tx:
        await tx.execute(inbox.update().values(state="done"))
    return reported


async def _line(town: Town, case: Case, words: str) -> str:
    return next(line for line in await town.thread(case) if words in line)


async def test_a_preview_leaves_only_when_somebody_presses_send(town: Town) -> None:
    amira = town.resident("Amira")
    await amira.writes("The bin was not emptied")
    case = await town.case()
    anna, ben = town.staff("U_ANNA"), town.staff("U_BEN")

    await anna.fills("reply", case, text="We come tomorrow.", then="preview")
    assert "We come tomorrow." in (await town.thread(case))[-1]
    assert not any("We come tomorrow." in words for words in amira.inbox())

    await ben.presses("Send to the resident", case)
    assert "We come tomorrow." in amira.last


async def test_an_answer_is_not_sent_empty_and_typed_words_come_back(town: Town) -> None:
    amira = town.resident("Amira")
    await amira.writes("The bin was not emptied")
    case = await town.case()
    anna, carla = town.staff("U_ANNA"), town.staff("U_CARLA")
    heard = len(amira.inbox())

    await anna.fills("reply", case, text="  \n ")
    assert "write something first" in anna.whispers()[-1]

    await carla.fills("reply", case, text="Half an hour of typing")
    assert "Only members" in carla.whispers()[-1]
    assert "Half an hour of typing" in carla.whispers()[-1]
    assert len(amira.inbox()) == heard
    assert await town.rows(entries, kind="reply") == []


async def test_markup_of_a_resident_and_of_staff_stays_plain_text(town: Town) -> None:
    amira = town.resident("Amira")
    nasty = "<!channel> <@U_ANNA> *bin* <b>&amp;</b> https://evil.example"
    await amira.writes(nasty)
    case = await town.case()
    assert (await town.card(case)).quote == nasty

    await town.staff("U_ANNA").fills("reply", case, text="<script>& _done_")
    assert "<script>& _done_" in amira.last


async def test_a_long_answer_arrives_whole_and_its_line_stays_one(town: Town) -> None:
    amira = town.resident("Amira")
    await amira.writes("The bin was not emptied")
    case = await town.case()
    lines = len(await town.thread(case))
    long = "Sentence number one. " * 200
    mention = await town.staff("U_ANNA").says_in_thread(case, long, mention=True)
    assert mention
    await town.staff("U_ANNA").presses("Send to the resident", case)

    parts = [row for row in await town.rows(outbox, channel="telegram") if row.entry_id]
    assert len(parts) == 2
    assert all(row.state == "sent" for row in parts)
    reply = [line for line in (await town.thread(case))[lines:] if "Anna Nowak to the resident" in line]
    assert len(reply) == 1
    assert "✅ sent" in reply[0]
