"""What the engine does when a platform says no, says nothing, or is gone: arrivals, rows and alarms."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from delivery.backoff import Backoff
from delivery.doubt import HOLD_ALL
from delivery.engine import Engine
from delivery.enqueue import enqueue
from delivery.health import Alarm
from delivery.limits import ChatLimit
from delivery.settings import ChannelSettings
from domain.delivery import DeliveryState, Lane, Operation
from domain.errors import InDoubt, NotSent, PlatformDown, RateLimited, Revoked
from storage.engine import Database
from storage.ledger import Ask, Batch, Ledger, LedgerTrouble, Look
from storage.outbox import doubts, requeue
from storage.tables import anchors, outbox, waits
from tests.databases import fresh_url
from tests.unit.delivery_house import House, Script, housed, ledger_of_this_engine, say, settings, wall

Test = Callable[[House], Awaitable[None]]
Run = Callable[[Test], None]


@pytest.fixture
def house(tmp_path: Path) -> Run:
    return lambda test: housed(tmp_path, test)


def test_a_429_for_the_channel_stops_everything_until_its_time(house: Run) -> None:
    async def test(house: House) -> None:
        house.script.scripts["5"] = [RateLimited(7.0)]
        await house.put(*[say(str(at), str(at), lane=Lane.BULK) for at in range(60)])
        slow = ChannelSettings(rate=30, chat=ChatLimit(per_second=1000))
        async with house.engine(settings(channels={"telegram": slow}, watch=1)):
            rows = await house.until("sent", every=0.5)
        [hit, again] = house.script.times("5")
        answered = hit + house.script.answer
        assert not [at for at in house.script.times() if answered < at < answered + 7]
        assert again == pytest.approx(answered + 7, abs=0.2)
        assert [row.attempts for row in rows if row.address == "5"] == [1]

    house(test)


def test_a_429_survives_a_restart(house: Run) -> None:
    async def test(house: House) -> None:
        house.script.scripts["5"] = [RateLimited(300.0)]
        await house.put(say("a", "5"), say("b", "6", not_before=wall() + timedelta(seconds=3)))
        async with house.engine(settings(watch=1)):
            await asyncio.sleep(2)
        [wait] = await house.all(sa.select(waits))
        assert wait.scope == "telegram"
        async with house.engine(settings(watch=1)):
            await asyncio.sleep(60)
            assert len(house.script.seen) == 1
            await house.until("sent", seconds=400, every=5)
        assert house.script.times()[1] >= house.script.times()[0] + 300
        async with house.engine():
            assert await house.all(sa.select(waits)) == []

    house(test)


def test_a_429_for_one_chat_concerns_that_chat_alone(house: Run) -> None:
    async def test(house: House) -> None:
        house.script.scripts["5"] = [RateLimited(20.0, "chat")]
        await house.put(say("a", "5", lane=Lane.REPLY), say("b", "5", lane=Lane.REPLY))
        async with house.engine(settings(watch=1)):
            await asyncio.sleep(2)
            await house.put(say("c", "6"), say("d", "5"))
            await house.until("sent")
        assert house.script.times("6")[0] < 3.1
        assert house.script.texts("5") == ["a", "a", "b", "d"]
        assert house.script.times("5")[1] >= house.script.times("5")[0] + 20

    house(test)


def test_ten_minutes_without_a_network_cost_no_attempts_and_drain_in_order(house: Run) -> None:
    async def test(house: House) -> None:
        down = True
        house.script.always = lambda delivery: NotSent() if down else None
        await house.put(*[say(f"{at}", "700", lane=Lane.REPLY) for at in range(3)])
        await house.put(*[say(f"x{at}", str(at), lane=Lane.BULK) for at in range(200)])
        fast = ChannelSettings(rate=500, chat=ChatLimit(per_second=1000))
        slow_probe = Backoff(first=1, most=30, least=0.5)
        async with house.engine(settings(channels={"telegram": fast}, outage=slow_probe, watch=1)) as engine:
            await asyncio.sleep(600)
            tries = len(house.script.seen)
            while (figures := (await engine.health())["telegram"]).in_flight:  # the one that asks whether it is back
                await asyncio.sleep(0.1)
            assert (figures.state, figures.queued, figures.last_error) == ("down", 203, "network")
            down = False
            rows = await house.until("sent", seconds=60, every=1)
            assert (await engine.health())["telegram"].state == "ok"
        assert tries < 100
        assert {row.attempts for row in rows} == {1}
        assert house.script.texts("700")[-3:] == ["0", "1", "2"]
        assert [(alarm.kind, alarm.detail) for alarm in house.alarms] == [("down", "network"), ("back", "")]

    house(test)


def test_an_outage_of_one_platform_leaves_the_other_alone(house: Run) -> None:
    async def test(house: House) -> None:
        slack = Script()
        slack.always = lambda delivery: PlatformDown()
        await house.put(
            *[say(str(at), str(at)) for at in range(20)], *[say("c", f"C{at}", channel="slack") for at in range(20)]
        )
        async with house.engine(settings(watch=1), {"telegram": house.script, "slack": slack}):
            await house.until(*["sent"] * 20, *["queued"] * 20)

    house(test)


def test_a_revoked_token_stops_the_channel_and_loses_nothing(house: Run) -> None:
    async def test(house: House) -> None:
        revoked = True
        house.script.always = lambda delivery: Revoked() if revoked else None
        await house.put(*[say(str(at), str(at)) for at in range(50)])
        async with house.engine(settings(revoked_probe=1e6, watch=1)) as engine:
            await asyncio.sleep(60)
            tries = len(house.script.seen)
            await asyncio.sleep(3600)
            assert len(house.script.seen) == tries < 60
            assert (await engine.health())["telegram"].state == "revoked"
            assert await house.states() == ["queued"] * 50
            revoked = False
            engine.resume("telegram")
            rows = await house.until("sent", every=0.5)
        assert {row.attempts for row in rows} == {1}
        assert house.alarms == [
            Alarm(channel="telegram", kind="revoked", detail="token-revoked"),
            Alarm(channel="telegram", kind="back"),
        ]

    house(test)


def test_a_revoked_channel_finds_out_by_itself_that_the_token_works_again(house: Run) -> None:
    async def test(house: House) -> None:
        house.script.scripts["7"] = [Revoked()]
        await house.put(say("a"))
        async with house.engine(settings(revoked_probe=30, watch=1)):
            await house.until("sent", every=1)
        assert house.script.times()[1] == pytest.approx(house.script.times()[0] + 30, abs=1.2)

    house(test)


def test_a_missing_answer_is_resent_once_and_then_named(house: Run) -> None:
    async def test(house: House) -> None:
        house.script.scripts = {"1": [InDoubt()], "2": [InDoubt(), InDoubt()]}
        await house.put(say("a", "1"), say("b", "2", report=True), say("c", "3"))
        async with house.engine(settings(watch=1)):
            rows = await house.until("sent", "doubt", "sent")
        assert [(row.doubts, row.attempts) for row in rows] == [(1, 2), (2, 2), (0, 1)]
        async with house.db.read() as tx:
            named = await doubts(tx)
        assert [(one.id, one.state) for one in named] == [(2, DeliveryState.DOUBT), (1, DeliveryState.SENT)]

    house(test)


def test_a_doubt_can_be_sent_again_by_hand(house: Run) -> None:
    async def test(house: House) -> None:
        house.script.scripts = {"1": [InDoubt()]}
        await house.put(say("a", "1"))
        async with house.engine(settings(doubt=HOLD_ALL, watch=1)):
            [row] = await house.until("doubt")
            async with house.db.write() as tx:
                assert await requeue(tx, [row.id], wall()) == 1
            [row] = await house.until("sent")
        assert (row.doubts, row.attempts) == (1, 1)

    house(test)


def test_with_hold_nothing_is_said_twice(house: Run) -> None:
    async def test(house: House) -> None:
        await house.do(anchors.insert().values(name="a", channel="telegram", address="2", platform_id="9"))
        house.script.scripts = {"1": [InDoubt()], "2": [InDoubt()]}
        await house.put(say("a", "1"), say("edit", "2", operation=Operation.EDIT, target="a"))
        async with house.engine(settings(doubt=HOLD_ALL, watch=1)):
            rows = await house.until("doubt", "sent")
        assert house.script.texts("1") == ["a"]
        assert [row.doubts for row in rows] == [1, 0]

    house(test)


async def left_by_a_crash(house: House, **values: object) -> None:
    await house.put(
        say("a", "1", lane=Lane.BULK, report=True),
        say("edit", "2", operation=Operation.EDIT, target="x"),
        say("c", "3"),
    )
    await house.do(anchors.insert().values(name="x", channel="telegram", address="2", platform_id="9"))
    await house.do(outbox.update().where(outbox.c.id < 3).values(state="sending", leased_by="gone:1:ab"))


def test_what_a_crash_left_in_doubt_goes_out_again_and_is_counted(house: Run) -> None:
    async def test(house: House) -> None:
        await left_by_a_crash(house)
        async with house.engine():
            rows = await house.until("sent")
        assert [(row.doubts, row.attempts) for row in rows] == [(1, 2), (0, 2), (0, 1)]

    house(test)


def test_what_a_crash_left_in_doubt_is_held_where_the_policy_says_so(house: Run) -> None:
    async def test(house: House) -> None:
        await left_by_a_crash(house)
        async with house.engine(settings(doubt=HOLD_ALL)):
            rows = await house.until("doubt", "sent", "sent")
        assert (rows[0].reason, rows[0].doubts) == ("crash", 1)
        assert house.script.texts("1") == []
        found = await house.all(sa.text("SELECT dedupe FROM inbox"))
        assert [row.dedupe for row in found] == ["delivery:1:doubt"]

    house(test)


def test_after_a_restart_the_platform_is_given_a_whole_window(house: Run) -> None:
    async def test(house: House) -> None:
        three = ChannelSettings(rate=3, chat=ChatLimit(per_second=1000))
        await house.put(*[say(str(at), str(at)) for at in range(12)])
        for _ in range(4):
            async with house.engine(settings(channels={"telegram": three})):
                await asyncio.sleep(1.9)
        times = house.script.times()
        assert len(times) >= 6
        assert all(sum(1 for other in times if at <= other < at + 1) <= 3 for at in times)

    house(test)


def test_an_unknown_error_of_a_sender_is_a_doubt_not_a_dead_engine(house: Run) -> None:
    async def test(house: House) -> None:
        house.script.scripts = {"1": [KeyError("bug")]}
        await house.put(say("a", "1"), say("b", "2"))
        async with house.engine():
            rows = await house.until("sent")
        assert [row.doubts for row in rows] == [1, 0]

    house(test)


def test_a_sender_that_never_answers_holds_up_nobody(house: Run) -> None:
    async def test(house: House) -> None:
        silent = asyncio.Event()
        send = house.script.send

        async def sometimes(delivery: object) -> object:
            if delivery.address == "1" and not silent.is_set():  # type: ignore[attr-defined]
                silent.set()
                await asyncio.Event().wait()
            return await send(delivery)  # type: ignore[arg-type]

        house.script.send = sometimes  # type: ignore[assignment,method-assign]
        await house.put(say("a", "1"), *[say(str(at), str(at)) for at in range(2, 50)])
        async with house.engine(settings(answer_limit=30, watch=1)):
            await asyncio.sleep(5)
            assert (await house.states()).count("sent") == 48
            await house.until("sent")

    house(test)


def test_unreadable_content_fails_alone(house: Run) -> None:
    async def test(house: House) -> None:
        await house.put(say("a", "1"), say("b", "2"))
        await house.do(outbox.update().where(outbox.c.id == 1).values(content='{"_":"Hologram"}'))
        async with house.engine():
            rows = await house.until("failed", "sent")
        assert rows[0].reason == "unreadable"

    house(test)


async def test_rows_of_another_process_are_noticed_at_once(tmp_path: Path) -> None:
    """In real time: a commit of somebody else's, who shares no memory with the engine."""
    async with fresh_url(tmp_path) as url, Database.open(url) as db, Database.open(url) as elsewhere:
        house = House(db, Script(answer=0))
        loop = asyncio.get_running_loop()
        async with house.engine(settings(poll=60)):
            await asyncio.sleep(0.3)
            async with elsewhere.write() as tx:
                await enqueue(tx, [say("flood", lane=Lane.EMERGENCY)], datetime.now(UTC) - timedelta(days=1000), {})
            committed = loop.time()
            async with asyncio.timeout(5):
                while not house.script.seen:
                    await asyncio.sleep(0.005)
        assert house.script.seen[0][0] - committed < 0.5


def test_a_group_gets_no_more_than_twenty_a_minute_over_a_restart(house: Run) -> None:
    async def test(house: House) -> None:
        limits = ChannelSettings(rate=30, chat=ChatLimit(per_second=1000, burst=100, group_per_minute=20))
        await house.put(*[say(str(at), "-100", case_id=1) for at in range(20)])
        async with house.engine(settings(channels={"telegram": limits}, watch=1)):
            await house.until("sent")
        await house.put(*[say(str(at), "-100", case_id=1) for at in range(20, 30)])
        async with house.engine(settings(channels={"telegram": limits}, watch=1)):
            await house.until("sent", seconds=300, every=2)
        times = house.script.times("-100")
        assert all(sum(1 for other in times if at <= other < at + 60) <= 20 for at in times)
        assert times[-1] < 70

    house(test)


def test_a_database_that_fails_for_a_while_costs_no_delivery(house: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    async def test(house: House) -> None:
        ledger = ledger_of_this_engine()
        commit = ledger.commit
        broken = False

        async def sometimes(self: Ledger, batch: Batch, ask: Ask | None = None) -> tuple[set[int], Look | None]:
            if broken:
                raise LedgerTrouble("database or disk is full")
            found: tuple[set[int], Look | None] = await commit(self, batch, ask)
            return found

        monkeypatch.setattr(ledger, "commit", sometimes)
        await house.put(*[say(str(at), str(at)) for at in range(100)])
        slow = ChannelSettings(rate=20, chat=ChatLimit(per_second=1000))
        async with house.engine(settings(channels={"telegram": slow}, watch=1)):
            await asyncio.sleep(3)
            broken = True
            await asyncio.sleep(60)
            stalled = len(house.script.seen)
            assert stalled < 60
            broken = False
            rows = await house.until("sent")
        assert len(house.script.seen) == 100
        assert all(row.attempts == 1 for row in rows)
        assert [alarm.kind for alarm in house.alarms] == ["storage"]

    house(test)


def test_cancelling_the_engine_leaves_nothing_unsettled(house: Run) -> None:
    async def test(house: House) -> None:
        house.script.answer = 5.0
        await house.put(*[say(str(at), str(at)) for at in range(4)])
        engine = Engine(house.db, {"telegram": house.script}, settings(watch=1), clock=wall)
        task = asyncio.create_task(engine.run(asyncio.Event()))
        await asyncio.sleep(2)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert [(row.state, row.doubts) for row in await house.rows()] == [("queued", 1)] * 4
        house.script.answer = 0.02
        async with house.engine():
            await house.until("sent")

    house(test)


@pytest.mark.parametrize("hours", [-1, 1])
def test_a_clock_that_jumps_an_hour_holds_up_nothing(house: Run, hours: int) -> None:
    async def test(house: House) -> None:
        slow = ChannelSettings(rate=5, chat=ChatLimit(per_second=1000))
        house.script.scripts["3"] = [PlatformDown()]
        at_nine = wall() + timedelta(hours=2)
        await house.put(*[say(str(at), str(at)) for at in range(50)], say("at ten", "99", not_before=at_nine))
        async with house.engine(settings(channels={"telegram": slow}, watch=1)):
            await asyncio.sleep(4)
            wall.set_by = timedelta(hours=hours)
            try:
                await house.put(say("after", "98"))
                await house.until(*["sent"] * 50, "queued", "sent", seconds=30, every=1)
                assert house.script.times("98")[0] < 20
                await asyncio.sleep((at_nine - wall()).total_seconds() + 2)
                assert house.script.times("99")[0] == pytest.approx(7200 - hours * 3600, abs=2)
            finally:
                wall.set_by = timedelta()

    house(test)


def test_an_alarm_that_fails_costs_nothing(house: Run) -> None:
    async def test(house: House) -> None:
        def fail(alarm: Alarm) -> None:
            raise RuntimeError(alarm.kind)

        house.alarms = type("Deaf", (), {"append": staticmethod(fail)})()
        house.script.scripts["1"] = [Revoked()]
        await house.put(say("a", "1"))
        async with house.engine(settings(revoked_probe=5, watch=1)):
            await house.until("sent")

    house(test)
