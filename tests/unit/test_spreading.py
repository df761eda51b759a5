"""From an audience to rows: everybody once, the right text, quiet hours kept, and a crash changes nothing."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from broadcasts.spreading import Spreader
from delivery.limits import ChatLimit
from delivery.settings import ChannelSettings
from domain.audience import Everybody, Having, Reached, Wish
from domain.content import Content, Message
from domain.delivery import Lane
from domain.errors import Blocked, RateLimited
from storage import halting
from storage.audience import addressed
from storage.engine import Database, Tx
from storage.spread_rows import ANYBODY
from storage.spread_tally import Tally, recount, tally
from storage.spreading import Spread, begin, step
from storage.tables import outbox
from storage.tables_spreading import spreads
from tests.unit.delivery_house import House, housed, settings, wall
from tests.unit.spreading_house import NOW, Person, rows, settle

ALERT = Wish(topic="alerts")
URGENT = Wish(topic="alerts", urgent=True)
TEXTS: dict[str, Sequence[Content]] = {"pl": [Message(text="Woda opada")], ANYBODY: [Message(text="Water falls")]}
WARSAW = ZoneInfo("Europe/Warsaw")


def everybody(**values: Any) -> Spread:
    chosen = {"occasion": "broadcast:1", "audience": Everybody(), "wish": ALERT, "lane": Lane.BULK, "broadcast_id": 1}
    return Spread(**{**chosen, **values})


async def start(db: Database, spread: Spread, texts: Any = TEXTS, now: datetime = NOW) -> int:
    async with db.write() as tx:
        return await begin(tx, spread, texts, now)


async def spread_out(db: Database, now: datetime = NOW, most: int = 1000) -> int:
    """Let the spreader work until nothing is open; returns how many steps it took."""
    spreader = Spreader(db, lambda: now, WARSAW)
    steps = 0
    while await spreader.once():
        steps += 1
        assert steps < most
    return steps


async def look(db: Database, *numbers: int) -> Tally:
    async with db.read() as tx:
        return await tally(tx, numbers)


async def halted(db: Database, number: int, how: Any) -> None:
    async with db.write() as tx:
        await halting.halt(tx, [number], how)


async def test_everybody_gets_their_language_once(db: Database) -> None:
    await settle(db, [Person(id=1), Person(id=2, language="ar"), Person(id=3, reach="blocked"), Person(id=4)])
    number = await start(db, everybody())
    await spread_out(db)
    found = await rows(db, "resident_id", "address", "lane", "state", "spread_id")
    assert [row[0] for row in found] == [1, 2, 4]
    assert found[0][1:] == ("7001", int(Lane.BULK), "queued", number)
    texts = [row[0] for row in await rows(db, "body_id")]
    assert texts[0] == texts[2] != texts[1]
    async with db.read() as tx:
        (standing,) = await tx.all(sa.select(spreads))
    assert (standing.people, standing.rows, standing.ended_at) == (3, 3, NOW)


async def test_whoever_has_no_text_gets_nothing(db: Database) -> None:
    await settle(db, [Person(id=1), Person(id=2, language="ar")])
    await start(db, everybody(), {"pl": TEXTS["pl"]})
    await spread_out(db)
    assert await rows(db, "resident_id") == [(1,)]


async def test_parts_come_one_behind_the_other_and_people_are_counted_not_parts(db: Database) -> None:
    await settle(db, [Person(id=number) for number in range(1, 6)])
    number = await start(db, everybody(), {"pl": [Message(text="1"), Message(text="2")]})
    await spread_out(db)
    found = await rows(db, "resident_id", "body_id")
    assert [row[0] for row in found] == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]
    assert len({row[1] for row in found[::2]}) == len({row[1] for row in found[1::2]}) == 1
    assert (await look(db, number)).people == 5


class Crash(Exception):
    """The process dies."""


async def test_a_crash_in_the_middle_repeats_nobody_and_forgets_nobody(db: Database) -> None:
    await settle(db, [Person(id=number * 3) for number in range(1, 51)])
    number = await start(db, everybody())

    async def one_step(tx: Tx) -> bool:
        return (await step(tx, number, NOW, look_at=7)).ended

    async def crashing(tx: Tx) -> None:
        await one_step(tx)
        raise Crash

    ended = False
    while not ended:
        with pytest.raises(Crash):
            await db.transact(crashing)
        ended = await db.transact(one_step)
    assert [row[0] for row in await rows(db, "resident_id")] == [3 * n for n in range(1, 51)]
    assert (await look(db, number)).rows == 50


async def test_a_thin_audience_takes_few_steps(db: Database) -> None:
    await settle(db, [Person(id=n) for n in range(1, 11)])
    async with db.write() as tx:
        if db.dialect == "postgresql":  # it does not count numbers that were given by hand
            await tx.execute(sa.text("SELECT setval(pg_get_serial_sequence('residents', 'id'), 10)"))
        await tx.execute(
            sa.text(
                "INSERT INTO residents (channel, address, name, language, language_chosen, reach, in_group, created_at,"
                " history, dialogue) SELECT 'telegram', 'x' || a.id || b.id || c.id || d.id, '', 'ar', false, 'active',"
                " false, 0, '{}', '{}' FROM residents a, residents b, residents c, residents d"
            )
        )
    await start(db, everybody(audience=Having(roles=("drill",))))
    assert await spread_out(db) <= 5


async def test_quiet_hours_hold_back_everything_but_the_gravest(db: Database) -> None:
    night = datetime(2026, 11, 20, 22, 30, tzinfo=UTC)  # 23:30 in Warsaw
    await settle(db, [Person(id=1, quiet=(22 * 60, 7 * 60)), Person(id=2)])
    await start(db, everybody(), now=night)
    await spread_out(db, night)
    await start(db, everybody(wish=URGENT), now=night)
    await spread_out(db, night)
    morning = datetime(2026, 11, 21, 6, tzinfo=UTC)
    assert [row[0] for row in await rows(db, "next_at")] == [morning, night, night, night]


async def test_the_most_urgent_is_spread_first(db: Database) -> None:
    await settle(db, [Person(id=1)])
    slow = await start(db, everybody())
    fast = await start(db, everybody(lane=Lane.EMERGENCY, wish=URGENT))
    await spread_out(db)
    assert await rows(db, "spread_id") == [(fast,), (slow,)]


@pytest.mark.parametrize("how", ["stopped", "paused", "expired"])
async def test_a_halt_while_rows_are_written_leaves_every_recipient_in_one_state(db: Database, how: Any) -> None:
    await settle(db, [Person(id=number) for number in range(1, 21)])
    number = await start(db, everybody())
    async with db.write() as tx:
        await step(tx, number, NOW, look_at=8)
    await halted(db, number, how)
    await spread_out(db)
    assert await rows(db, "resident_id", "state") == [(number, how) for number in range(1, 21)]
    counted = await look(db, number)
    assert counted.finished is (how != "paused")
    assert counted.ended == ({} if how == "paused" else {how: 20})


async def test_a_resumed_one_goes_on_and_a_stopped_one_stays_stopped(db: Database) -> None:
    await settle(db, [Person(id=1), Person(id=2)])
    number = await start(db, everybody())
    await spread_out(db)
    for how, expected in (("paused", "paused"), (None, "queued"), ("stopped", "stopped"), (None, "stopped")):
        await halted(db, number, how)
        await spread_out(db)
        assert await rows(db, "state") == [(expected,), (expected,)]


async def test_nobody_can_resume_what_was_stopped_before_every_row_knew(db: Database) -> None:
    await settle(db, [Person(id=1), Person(id=2)])
    number = await start(db, everybody())
    await spread_out(db)
    await halted(db, number, "stopped")
    await halted(db, number, None)
    await spread_out(db)
    assert await rows(db, "state") == [("stopped",), ("stopped",)]


async def test_settling_goes_on_where_it_was_when_the_process_died(db: Database) -> None:
    await settle(db, [Person(id=number) for number in range(1, 31)])
    number = await start(db, everybody())
    await spread_out(db)
    await halted(db, number, "stopped")
    async with db.write() as tx:
        assert await halting.settle(tx, number, NOW, most=10) == 10
    assert (await look(db, number)).settled is False
    await spread_out(db)
    assert set(await rows(db, "state")) == {("stopped",)}
    assert (await look(db, number)).ended == {"stopped": 30}


async def test_edits_change_the_very_messages_that_arrived(db: Database) -> None:
    await settle(db, [Person(id=number) for number in range(1, 5)])
    await start(db, everybody())
    await spread_out(db)
    async with db.write() as tx:
        for resident, state, platform_id in ((1, "sent", "901"), (2, "failed", None), (3, "doubt", None)):
            change = outbox.update().where(outbox.c.resident_id == resident)
            await tx.execute(change.values(state=state, platform_id=platform_id))
        found = [row.id for row in await tx.all(addressed(Reached(broadcast=1), ALERT))]
    assert found == [1, 3]
    await start(db, everybody(broadcast_id=2, edits=1))
    await spread_out(db)
    assert await rows(db, "resident_id", "operation", "reply_to") == [
        *((number, "post", None) for number in range(1, 5)),
        (1, "edit", "901"),
    ]


# --- with the engine -------------------------------------------------------------------------------------------------


def in_virtual_time(tmp_path: Path, people: int, test: Any, **chosen: Any) -> None:
    """Run `test(house, number, spreader)` with a spread to `people` under way."""

    async def whole(house: House) -> None:
        await settle(house.db, [Person(id=number) for number in range(1, people + 1)])
        number = await start(house.db, everybody(), now=wall())
        spreader = Spreader(house.db, wall, WARSAW)
        while await spreader.once():
            pass
        async with house.engine(settings(**chosen)):
            await test(house, number, spreader)

    housed(tmp_path, whole)


@pytest.mark.parametrize("share", [0.01, 0.5, 0.99])
def test_a_stop_halts_what_has_not_left_and_the_sums_add_up(tmp_path: Path, share: float) -> None:
    people = 400

    async def test(house: House, number: int, spreader: Spreader) -> None:
        while len(house.script.seen) < people * share:
            await asyncio.sleep(0.005)
        await halted(house.db, number, "stopped")
        left = len(house.script.seen)
        at = asyncio.get_running_loop().time()
        await asyncio.sleep(2)
        late = [when for when, _ in house.script.seen if when > at + 1]
        assert not late
        assert len(house.script.seen) <= left + 40  # what was marked and on its way
        while await spreader.once():
            pass
        counted = await look(house.db, number)
        assert counted.finished
        assert counted.ended["sent"] == len(house.script.seen) == people - counted.ended.get("stopped", 0)
        assert "stopped" in counted.ended or share == 0.99
        async with house.db.read() as tx:
            assert await recount(tx, [number]) == counted.ended

    in_virtual_time(tmp_path, people, test)


def test_the_ledger_itself_refuses_rows_of_a_halted_spread(tmp_path: Path) -> None:
    """Nobody settles here: what the engine comes across is told on the spot, and other rows are not held up."""

    async def whole(house: House) -> None:
        await settle(house.db, [Person(id=number) for number in range(1, 31)])
        stopped = await start(house.db, everybody(), now=wall())
        spreader = Spreader(house.db, wall, WARSAW)
        while await spreader.once():
            pass
        await halted(house.db, stopped, "stopped")
        other = await start(house.db, everybody(broadcast_id=2), now=wall())
        async with house.db.write() as tx:
            await step(tx, other, wall())
        async with house.engine():
            async with asyncio.timeout(30):
                while len(house.script.seen) < 30:
                    await asyncio.sleep(0.05)
        assert [row.state for row in await house.rows()] == ["stopped"] * 30 + ["sent"] * 30
        assert (await look(house.db, stopped)).ended == {"stopped": 30}

    housed(tmp_path, whole)


def test_what_is_late_expires_and_is_never_sent(tmp_path: Path) -> None:
    async def whole(house: House) -> None:
        await settle(house.db, [Person(id=number) for number in range(1, 41)])
        number = await start(house.db, everybody(not_after=wall() + timedelta(seconds=1)), now=wall())
        spreader = Spreader(house.db, wall, WARSAW)
        while await spreader.once():
            pass
        deadline = asyncio.get_running_loop().time() + 1
        slow = ChannelSettings(rate=10, chat=ChatLimit(per_second=1000, burst=10))
        async with house.engine(settings(channels={"telegram": slow})):
            async with asyncio.timeout(60):
                while not (await look(house.db, number)).finished:
                    await asyncio.sleep(0.1)
        assert all(when <= deadline for when, _ in house.script.seen)
        counted = await look(house.db, number)
        assert counted.ended["expired"] == 40 - len(house.script.seen) > 0

    housed(tmp_path, whole)


def test_blocked_people_are_unsubscribed_and_tallied(tmp_path: Path) -> None:
    async def test(house: House, number: int, _spreader: Spreader) -> None:
        async with asyncio.timeout(30):
            while not (await look(house.db, number)).finished:
                await asyncio.sleep(0.05)
        assert (await look(house.db, number)).ended == {"sent": 9, "blocked": 1}
        async with house.db.read() as tx:
            again = [row.id for row in await tx.all(addressed(Everybody(), URGENT))]
        assert again == [1, 2, 4, 5, 6, 7, 8, 9, 10]

    async def whole(house: House) -> None:
        house.script.scripts["7003"] = [Blocked("bot was blocked")]
        await settle(house.db, [Person(id=number) for number in range(1, 11)])
        number = await start(house.db, everybody(), now=wall())
        spreader = Spreader(house.db, wall, WARSAW)
        while await spreader.once():
            pass
        async with house.engine():
            await test(house, number, spreader)

    housed(tmp_path, whole)


def test_a_storm_of_429s_is_obeyed_and_everybody_gets_it_once(tmp_path: Path) -> None:
    """Every third answer asks to wait: for the chat or for the whole channel, and never is a window broken."""
    waits: list[tuple[float, float, str | None]] = []  # from, until, address (None: the whole channel)

    def storm(delivery: Any) -> Exception | None:
        count = len(waits) + len(answered)
        answered.append(delivery.address)
        if count % 3:
            return None
        at, scope = asyncio.get_running_loop().time(), "channel" if count % 2 else "chat"
        waits.append((at, at + 2.0, None if scope == "channel" else delivery.address))
        return RateLimited(2.0, scope)  # type: ignore[arg-type]

    answered: list[str] = []

    async def whole(house: House) -> None:
        house.script.always = storm
        await settle(house.db, [Person(id=number) for number in range(1, 61)])
        number = await start(house.db, everybody(), now=wall())
        spreader = Spreader(house.db, wall, WARSAW)
        while await spreader.once():
            pass
        async with house.engine():
            async with asyncio.timeout(600):
                while not (await look(house.db, number)).finished:
                    await asyncio.sleep(0.05)
        assert (await look(house.db, number)).ended == {"sent": 60}
        flight = house.script.answer
        for since, until, address in waits:
            broken = [
                when
                for when, delivery in house.script.seen
                if since + flight < when < until and address in (None, delivery.address)
            ]
            assert not broken

    housed(tmp_path, whole)
