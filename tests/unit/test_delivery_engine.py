"""The engine end to end on a real database with a scripted platform: what arrived, and what the rows say."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import orjson
import pytest
import sqlalchemy as sa

from delivery.limits import ChatLimit
from delivery.settings import ChannelSettings
from domain.delivery import Lane, Operation
from domain.errors import Blocked, Gone, Moved, PlatformDown, Refused
from storage.outbox import stop
from storage.tables import anchors, inbox, residents
from tests.unit.delivery_house import CAN, House, housed, say, settings, wall

Test = Callable[[House], Awaitable[None]]


@pytest.fixture
def house(tmp_path: Path) -> Callable[[Test], None]:
    return lambda test: housed(tmp_path, test)


def test_what_is_queued_arrives_and_is_recorded(house: Callable[[Test], None]) -> None:
    async def test(house: House) -> None:
        async with house.engine():
            await house.put(say("one"), say("two", "8"))
            rows = await house.until("sent")
        assert sorted(house.script.texts()) == ["one", "two"]
        assert {row.platform_id for row in rows} == {"m1", "m2"}
        assert all(row.attempts == 1 and row.ended_at is not None and row.doubts == 0 for row in rows)

    house(test)


def test_a_better_lane_overtakes_what_was_claimed_before_it(house: Callable[[Test], None]) -> None:
    async def test(house: House) -> None:
        slow = ChannelSettings(rate=10, chat=ChatLimit(per_second=1000, burst=10))
        await house.put(*[say(f"news {at}", str(at), lane=Lane.BULK) for at in range(100)])
        async with house.engine(settings(channels={"telegram": slow})):
            await asyncio.sleep(3)
            before = len(house.script.seen)
            await house.put(say("reply", "901", lane=Lane.REPLY), say("flood", "900", lane=Lane.EMERGENCY))
            await asyncio.sleep(1)
        assert before > 10
        assert house.script.texts()[before : before + 2] == ["flood", "reply"]

    house(test)


def test_a_conversation_keeps_its_order_through_a_retry_and_holds_up_nobody_else(house: Callable[[Test], None]) -> None:
    async def test(house: House) -> None:
        house.script.scripts["7"] = [PlatformDown(), PlatformDown()]
        await house.put(*[say(text, lane=Lane.REPLY) for text in "abc"], say("x", "8", lane=Lane.REPLY))
        async with house.engine():
            rows = await house.until("sent")
        assert house.script.texts("7") == ["a", "a", "a", "b", "c"]
        assert house.script.times("8")[0] < 1.1
        assert [row.attempts for row in rows] == [3, 1, 1, 1]

    house(test)


def test_the_order_holds_over_a_restart_between_two_tries(house: Callable[[Test], None]) -> None:
    async def test(house: House) -> None:
        house.script.scripts["7"] = [PlatformDown()]
        async with house.engine():
            await house.put(say("a", lane=Lane.DESK), say("b", lane=Lane.DESK))
            while not house.script.seen:
                await asyncio.sleep(0.01)
            await asyncio.sleep(0.2)
        assert await house.states() == ["queued", "queued"]
        await house.put(say("c", lane=Lane.DESK))
        async with house.engine():
            await house.until("sent")
        assert house.script.texts() == ["a", "a", "b", "c"]

    house(test)


def test_what_was_given_a_turn_keeps_it_over_a_restart(house: Callable[[Test], None]) -> None:
    async def test(house: House) -> None:
        one_a_second = settings(channels={"telegram": ChannelSettings(rate=500, chat=ChatLimit(burst=1))}, watch=1)
        await house.put(*[say(str(at), "C1", lane=Lane.DESK) for at in range(12)])
        async with house.engine(one_a_second):
            await asyncio.sleep(4)
        assert "queued" in await house.states()
        await house.put(say("late", "C1", lane=Lane.DESK))
        async with house.engine(one_a_second):
            await house.until("sent")
        assert house.script.texts() == [*[str(at) for at in range(12)], "late"]

    house(test)


def test_one_address_gets_one_message_at_a_time(house: Callable[[Test], None]) -> None:
    async def test(house: House) -> None:
        house.script.answer = 0.5
        await house.put(*[say(str(at), "7", lane=lane) for at, lane in enumerate([Lane.REPLY, Lane.BULK, Lane.DESK])])
        async with house.engine():
            await house.until("sent")
        assert house.script.most_open == 1
        assert house.script.texts() == ["0", "2", "1"]

    house(test)


def test_a_crowded_address_does_not_stand_in_the_way_of_others(house: Callable[[Test], None]) -> None:
    async def test(house: House) -> None:
        one_a_second = ChannelSettings(rate=500, chat=ChatLimit(per_second=1, burst=1))
        await house.put(*[say(str(at), "C1", lane=Lane.DESK) for at in range(300)], say("other", "C2", lane=Lane.DESK))
        async with house.engine(settings(channels={"telegram": one_a_second}, watch=1)):
            await asyncio.sleep(20)
            await house.put(say("late", "C1", lane=Lane.DESK), say("urgent", "C1", lane=Lane.REPLY))
            await house.until("sent", seconds=600, every=5)
        assert house.script.times("C2")[0] < 2
        said = house.script.texts("C1")
        assert [text for text in said if text != "urgent"] == [*[str(at) for at in range(300)], "late"]
        assert said.index("urgent") < 25
        gaps = [b - a for a, b in zip(house.script.times("C1"), house.script.times("C1")[1:], strict=False)]
        assert min(gaps) >= 1
        assert house.script.times("C1")[-1] < 301 * 1.04 * 1.1

    house(test)


def test_someone_who_blocked_us_is_marked_and_the_handlers_are_told(house: Callable[[Test], None]) -> None:
    async def test(house: House) -> None:
        await house.do(
            residents.insert().values(
                channel="telegram", address="7", language="pl", created_at=wall(), history={}, dialogue={}
            )
        )
        house.script.scripts["7"] = [Blocked()]
        [blocked, fine] = await house.put(
            say("a", lane=Lane.REPLY, case_id=5, report=True), say("b", "8", lane=Lane.REPLY, report=True)
        )
        async with house.engine():
            rows = await house.until("blocked", "sent")
        assert (rows[0].reason, rows[0].attempts) == ("blocked", 1)
        assert [row.reach for row in await house.all(sa.select(residents))] == ["blocked"]
        reports = {row.dedupe: row for row in await house.all(sa.select(inbox))}
        assert reports.keys() == {f"delivery:{blocked}:blocked", f"delivery:{fine}:sent"}
        told = reports[f"delivery:{blocked}:blocked"]
        assert (told.channel, told.conversation, told.state) == ("liaison", "case:5", "new")
        assert orjson.loads(told.payload) == {"delivery_id": blocked, "state": "blocked", "reason": "blocked"}
        assert reports[f"delivery:{fine}:sent"].conversation == f"delivery:{fine}"

    house(test)


def test_a_refusal_is_final_and_says_why(house: Callable[[Test], None]) -> None:
    async def test(house: House) -> None:
        house.script.scripts["7"] = [Refused("chat not found")]
        await house.put(say("a"), say("b"))
        async with house.engine():
            rows = await house.until("failed", "sent")
        assert rows[0].reason == "refused"

    house(test)


def test_a_moved_chat_is_followed_by_every_row(house: Callable[[Test], None]) -> None:
    async def test(house: House) -> None:
        await house.do(
            residents.insert().values(
                channel="telegram", address="-7", language="pl", created_at=wall(), history={}, dialogue={}
            )
        )
        house.script.always = lambda delivery: Moved("-1007") if delivery.address == "-7" else None
        await house.put(say("a", "-7"), say("b", "-7"), say("later", "-7", not_before=wall() + timedelta(hours=1)))
        async with house.engine():
            rows = await house.until("sent", "sent", "queued")
        assert [row.address for row in rows] == ["-1007"] * 3
        assert house.script.texts("-1007") == ["a", "b"]
        assert [row.address for row in await house.all(sa.select(residents))] == ["-1007"]

    house(test)


def test_a_poison_message_ends_after_its_attempts_while_others_go_on(house: Callable[[Test], None]) -> None:
    async def test(house: House) -> None:
        house.script.always = lambda delivery: PlatformDown() if delivery.address == "7" else None
        await house.put(say("poison"), *[say(str(at), "8") for at in range(100)])
        async with house.engine(settings(attempts=4)):
            rows = await house.until("failed", *["sent"] * 100, seconds=600)
        assert (rows[0].reason, rows[0].attempts) == ("platform-down", 4)

    house(test)


def test_nothing_is_sent_before_its_time_nor_after_it(house: Callable[[Test], None]) -> None:
    async def test(house: House) -> None:
        now = wall()
        await house.put(
            say("later", "1", not_before=now + timedelta(seconds=30)),
            say("stale", "2", not_before=now + timedelta(seconds=9), not_after=now + timedelta(seconds=8)),
            say("now", "3", not_after=now + timedelta(seconds=8)),
        )
        async with house.engine():
            rows = await house.until("sent", "expired", "sent")
        assert rows[1].reason == "expired"
        assert house.script.texts() == ["now", "later"]
        assert house.script.times()[1] == pytest.approx(30, abs=0.1)

    house(test)


def test_what_expires_while_it_waits_for_its_permit_is_not_sent_late(house: Callable[[Test], None]) -> None:
    async def test(house: House) -> None:
        slow = ChannelSettings(rate=1, chat=ChatLimit(per_second=1000))
        until = wall() + timedelta(seconds=5)
        await house.put(*[say(str(at), str(at), not_after=until, lane=Lane.EMERGENCY) for at in range(20)])
        async with house.engine(settings(channels={"telegram": slow})):
            await asyncio.sleep(30)
        states = await house.states()
        assert states.count("sent") in {4, 5}
        assert states.count("expired") == 20 - states.count("sent")
        assert house.script.times()[-1] <= 5.1

    house(test)


def test_a_newer_version_takes_the_place_of_a_queued_one(house: Callable[[Test], None]) -> None:
    async def test(house: House) -> None:
        await house.put(say("old", replaces="card:1"), say("other", replaces="card:2"))
        await house.put(say("new", replaces="card:1"))
        async with house.engine():
            await house.until("superseded", "sent", "sent")
        assert sorted(house.script.texts()) == ["new", "other"]

    house(test)


def test_an_edit_waits_for_its_post_and_knows_its_id(house: Callable[[Test], None]) -> None:
    async def test(house: House) -> None:
        async with house.engine():
            await house.put(
                say("card", "C1", lane=Lane.DESK, anchor="case:1", not_before=wall() + timedelta(seconds=9)),
                say("edit", "C1", lane=Lane.REPLY, operation=Operation.EDIT, target="case:1"),
                say("note", "C1", lane=Lane.REPLY, thread="case:1"),
            )
            await asyncio.sleep(7)
            assert house.script.seen == []
            await house.until("sent")
        assert house.script.texts() == ["card", "edit", "note"]
        assert house.script.seen[1][1].target_id == "m1"
        assert house.script.seen[2][1].thread_id == "m1"
        [anchor] = await house.all(sa.select(anchors))
        assert (anchor.name, anchor.channel, anchor.address, anchor.platform_id) == ("case:1", "telegram", "C1", "m1")

    house(test)


def test_what_hangs_on_a_message_that_never_left_fails_with_a_reason(house: Callable[[Test], None]) -> None:
    async def test(house: House) -> None:
        house.script.scripts["C1"] = [Refused()]
        await house.put(
            say("card", "C1", lane=Lane.DESK, anchor="case:1"), say("note", "C1", lane=Lane.DESK, thread="case:1")
        )
        async with house.engine():
            rows = await house.until("failed", "failed")
        assert [row.reason for row in rows] == ["refused", "anchor-lost"]
        assert house.script.texts() == ["card"]

    house(test)


def test_an_edit_of_what_already_looks_like_that_counts_as_done(house: Callable[[Test], None]) -> None:
    async def test(house: House) -> None:
        await house.do(anchors.insert().values(name="a", channel="telegram", address="7", platform_id="9"))
        house.script.scripts["7"] = [Gone()]
        await house.put(say("same", operation=Operation.EDIT, target="a"))
        async with house.engine():
            [row] = await house.until("sent")
        assert row.reason == "gone"

    house(test)


def test_what_is_stopped_stays(house: Callable[[Test], None]) -> None:
    async def test(house: House) -> None:
        ids = await house.put(say("a", "1"), say("b", "2", not_before=wall() + timedelta(seconds=5)))
        async with house.engine():
            await asyncio.sleep(1)
            async with house.db.write() as tx:
                assert await stop(tx, wall(), ids=ids, reason="operator") == 1
            await asyncio.sleep(10)
        rows = await house.rows()
        assert [(row.state, row.reason) for row in rows] == [("sent", None), ("stopped", "operator")]
        assert house.script.texts() == ["a"]

    house(test)


def test_an_answer_to_a_press_does_not_wait_for_the_message_budget(house: Callable[[Test], None]) -> None:
    async def test(house: House) -> None:
        slow = ChannelSettings(rate=1, chat=ChatLimit(per_second=1, burst=1))
        await house.put(*[say(str(at), "7", lane=Lane.REPLY) for at in range(20)])
        async with house.engine(settings(channels={"telegram": slow})):
            await asyncio.sleep(5)
            before = asyncio.get_running_loop().time()
            await house.put(say("ok", "7", lane=Lane.REPLY, operation=Operation.ANSWER, person="p1"))
            await asyncio.sleep(2)
        [at] = [at for at, delivery in house.script.seen if delivery.person == "p1"]
        assert at - before < 0.1

    house(test)


def test_no_more_is_marked_than_the_slots_allow(house: Callable[[Test], None]) -> None:
    async def test(house: House) -> None:
        house.script.answer = 2.0
        narrow = ChannelSettings(rate=500, chat=ChatLimit(per_second=1000), in_flight=16)
        await house.put(*[say(str(at), str(at), lane=Lane.BULK) for at in range(100)])
        async with house.engine(settings(channels={"telegram": narrow})):
            for _ in range(40):
                await asyncio.sleep(0.1)
                assert (await house.states()).count("sending") <= 16
            await house.until("sent")
        assert 8 <= house.script.most_open <= 16

    house(test)


def test_a_long_text_arrives_in_numbered_parts_in_order(house: Callable[[Test], None]) -> None:
    async def test(house: House) -> None:
        text = " ".join(f"Sentence number {at}." for at in range(600))
        house.script.scripts["7"] = [PlatformDown()]
        await house.put(say(text, lane=Lane.BULK))
        async with house.engine():
            await house.until("sent")
        parts = house.script.texts()[1:]
        assert len(parts) == 4
        assert "".join(part.split("\n", 1)[1] for part in parts) == text
        assert [part.split("\n", 1)[0].strip("\u2068\u2069") for part in parts] == [f"({at}/4)" for at in range(1, 5)]
        assert all(len(part) <= CAN.text_limit for part in parts)

    house(test)


def test_a_stop_awaits_open_answers_and_gives_back_the_rest_untouched(house: Callable[[Test], None]) -> None:
    async def test(house: House) -> None:
        house.script.answer = 3.0
        slow = ChannelSettings(rate=10, chat=ChatLimit(per_second=1000), in_flight=64)
        await house.put(*[say(str(at), str(at)) for at in range(30)])
        async with house.engine(settings(channels={"telegram": slow})):
            await asyncio.sleep(1)
            sent = len(house.script.seen)
            before = asyncio.get_running_loop().time()
        assert asyncio.get_running_loop().time() - before < 10
        rows = await house.rows()
        assert len(house.script.seen) == sent
        assert [row.state for row in rows] == ["sent"] * sent + ["queued"] * (30 - sent)
        assert all(row.attempts == 0 and row.leased_by is None for row in rows[sent:])

    house(test)
