"""Night falls while a long broadcast is leaving: what has not left to those who want quiet waits for their morning."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from broadcasts import nightfall
from domain.content import Message
from domain.delivery import Draft, Lane, Operation
from storage import outbox as ledger
from storage import quieting
from storage.engine import Database
from storage.tables import outbox
from tests.unit.spreading_house import Person, rows, settle
from tests.unit.test_spreading import URGENT, WARSAW, everybody, spread_out, start

EVENING = datetime(2026, 11, 20, 18, tzinfo=UTC)  # 19:00 in Warsaw
BEDTIME = datetime(2026, 11, 20, 21, tzinfo=UTC)  # 22:00
MORNING = datetime(2026, 11, 21, 6, tzinfo=UTC)  # 7:00
NIGHT = (22 * 60, 7 * 60)
SLEEPER, OWL = Person(id=1, quiet=NIGHT), Person(id=2)


async def evening(db: Database, **values: Any) -> None:
    """What is said to a sleeper and an owl at seven; it has not left by ten."""
    await settle(db, [SLEEPER, OWL])
    await start(db, everybody(**values), now=EVENING)
    await spread_out(db, EVENING)


async def fall(db: Database, now: datetime) -> int:
    return await nightfall.hold_back(db, ["telegram", "slack"], now, WARSAW)


async def times(db: Database) -> dict[Any, Any]:
    """resident -> from when their row may leave."""
    return {row[0]: row[1] for row in await rows(db, "resident_id", "next_at")}


@pytest.mark.parametrize("now", [BEDTIME - timedelta(seconds=30), BEDTIME, BEDTIME + timedelta(hours=5)])
async def test_what_is_still_queued_when_the_night_begins_waits_until_it_ends(db: Database, now: datetime) -> None:
    await evening(db)
    assert await fall(db, now) == 1
    assert await times(db) == {1: MORNING, 2: EVENING}
    assert await fall(db, now) == 0


async def test_before_the_night_nothing_is_held(db: Database) -> None:
    await evening(db)
    assert await fall(db, BEDTIME - timedelta(minutes=5)) == 0
    assert await times(db) == {1: EVENING, 2: EVENING}


@pytest.mark.parametrize("lane", [Lane.EMERGENCY, Lane.BULK])
async def test_an_urgent_alert_is_not_held(db: Database, lane: Lane) -> None:
    await evening(db, wish=URGENT, lane=lane)
    assert await fall(db, BEDTIME) == 0


async def test_what_has_left_or_was_stopped_is_left_alone(db: Database) -> None:
    await evening(db)
    for state in ("sending", "sent", "stopped", "paused"):
        async with db.write() as tx:
            await tx.execute(outbox.update().values(state=state))
        assert await fall(db, BEDTIME) == 0


@pytest.mark.parametrize(("until", "held"), [(None, 1), (MORNING + timedelta(hours=1), 1), (MORNING, 0)])
async def test_news_that_is_of_no_use_in_the_morning_is_let_through(
    db: Database, until: datetime | None, held: int
) -> None:
    await settle(db, [SLEEPER])
    await leave(db, Lane.REMINDER, not_after=until)
    assert await fall(db, BEDTIME) == held


@pytest.mark.parametrize("lane", [Lane.REPLY, Lane.AUTOMATIC])
async def test_answers_are_not_held(db: Database, lane: Lane) -> None:
    await settle(db, [SLEEPER])
    await leave(db, lane)
    assert await fall(db, BEDTIME) == 0


async def test_a_change_in_place_makes_no_sound_and_is_not_held(db: Database) -> None:
    await settle(db, [SLEEPER])
    await leave(db, Lane.REMINDER, operation=Operation.EDIT, reply_to="1")
    assert await fall(db, BEDTIME) == 0


async def test_more_than_one_look_takes_are_all_held(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quieting, "CHUNK", 3)
    people = [Person(id=number, quiet=NIGHT if number % 3 else None) for number in range(1, 21)]
    await settle(db, people)
    await start(db, everybody(), now=EVENING)
    await spread_out(db, EVENING)
    assert await fall(db, BEDTIME) == sum(person.quiet is not None for person in people)
    assert await times(db) == {one.id: MORNING if one.quiet else EVENING for one in people}


async def leave(db: Database, lane: Lane, **values: Any) -> None:
    """One row for the sleeper."""
    draft = Draft(channel="telegram", address="7001", lane=lane, content=Message(text="x"), resident_id=1, **values)
    async with db.write() as tx:
        await ledger.enqueue(tx, [draft], EVENING)
