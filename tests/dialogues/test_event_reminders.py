"""Reminders by a virtual clock: a day and two hours before, across both changes of Warsaw's clock, after a downtime."""

from datetime import timedelta

import pytest

from handlers.events import reminding
from storage import reminders
from storage.tables import outbox
from tests.dialogues.fair import dates, form, plan, planned, warsaw
from tests.dialogues.town import ResidentActor, Town


async def coming(town: Town, name: str = "Robin", language: str = "en") -> ResidentActor:
    """A resident who is coming to the only event."""
    who = town.resident(name, language=language)
    await who.writes("", command="start")
    await who.presses("r:ev:going:1")
    return who


def reminded(who: ResidentActor) -> list[str]:
    """The reminders that a resident has received."""
    return [words for words in who.inbox() if "⏰" in words]


async def test_people_are_reminded_a_day_and_two_hours_before(town: Town) -> None:
    await plan(town)
    robin, amira = await coming(town), await coming(town, "Amira", "ar")
    await town.wait_until(warsaw(2026, 11, 19, 17, 59))
    assert reminded(robin) == []
    await town.wait_until(warsaw(2026, 11, 19, 18, 0))
    assert len(reminded(robin)) == 1
    assert "A reminder of this event:\n📅 Friday, 20 November, 18:00–20:00" in robin.last
    assert "📍 Old fire station" in robin.last
    assert "تذكير" in amira.last
    await town.wait_until(warsaw(2026, 11, 20, 16, 0))
    await town.wait_until(warsaw(2026, 11, 20, 17, 59))
    assert len(reminded(robin)) == 2


async def test_only_who_comes_or_may_come_is_reminded(town: Town) -> None:
    await plan(town, capacity="1")
    robin, sam, kim = (town.resident(name) for name in ("Robin", "Sam", "Kim"))
    await robin.presses("r:ev:going:1")
    await sam.presses("r:ev:maybe:1")
    await kim.presses("r:ev:going:1")  # waits
    stopped = town.resident("Stopped")
    await stopped.presses("r:ev:maybe:1")
    await stopped.writes("", command="stop")
    await town.wait_until(warsaw(2026, 11, 19, 18, 0))
    assert [len(reminded(who)) for who in (robin, sam, kim, stopped)] == [1, 1, 0, 0]


@pytest.mark.parametrize(
    ("day", "eve", "hours"),
    [("2027-03-28", (2027, 3, 27), 23), ("2027-10-31", (2027, 10, 30), 25)],
)
async def test_a_day_before_is_the_same_hour_the_day_before_when_the_clock_changes(
    town: Town, day: str, eve: tuple[int, int, int], hours: int
) -> None:
    event = await plan(town, day=day, start="10:00", end="12:00")
    robin = await coming(town)
    rows, (first,) = await planned(town), await dates(town, event)
    assert rows[1440].due_at == warsaw(*eve, 10)
    assert first.starts_at - rows[1440].due_at == timedelta(hours=hours)
    assert first.starts_at - rows[120].due_at == timedelta(hours=2)
    await town.wait_until(warsaw(*eve, 10))
    assert len(reminded(robin)) == 1


async def test_after_three_hours_down_what_lies_ahead_goes_out_once(town: Town) -> None:
    await plan(town)
    robin = await coming(town)
    await town.wait_until(warsaw(2026, 11, 20, 17, 0))  # nothing ran for a day: both are overdue
    assert len(reminded(robin)) == 1
    assert {minutes: row.state for minutes, row in (await planned(town)).items()} == {1440: "merged", 120: "sent"}
    await town.pass_time(minutes=1)
    assert len(reminded(robin)) == 1
    assert not any("Nobody was reminded" in m.words for m in town.channel("C_WASTE"))


async def test_what_makes_no_sense_any_more_is_reported_and_not_sent(town: Town) -> None:
    await plan(town, remind="60")
    robin = await coming(town)
    await town.wait_until(warsaw(2026, 11, 20, 18, 30))
    assert reminded(robin) == []
    reports = [m.words for m in town.channel("C_WASTE") if "Nobody was reminded" in m.words]
    assert len(reports) == 1
    assert "the reminder was due today at 17:00" in reports[0]
    await town.pass_time(minutes=1)
    assert len([m for m in town.channel("C_WASTE") if "Nobody was reminded" in m.words]) == 1


async def test_quiet_hours_hold_a_reminder_back_and_drop_it_where_it_would_come_too_late(town: Town) -> None:
    await plan(town, start="08:00", end="10:00", remind="180\n30")
    robin, sam = await coming(town), await coming(town, "Sam")
    for who, span in ((robin, "22-7"), (sam, "20-8")):
        await who.writes("", command="settings")
        await who.presses(f"r:set:quiet:{span}")
    await town.wait_until(warsaw(2026, 11, 20, 5, 0))
    assert reminded(robin) == []
    await town.wait_until(warsaw(2026, 11, 20, 7, 0))
    assert len(reminded(robin)) == 1
    await town.wait_until(warsaw(2026, 11, 20, 8, 0))
    assert reminded(sam) == [], "quiet until it begins: a reminder would be of no use"
    assert await town.rows(outbox, lane=4, address=sam.address) == []


async def test_a_reader_in_another_zone_sees_both_clocks(town: Town) -> None:
    await plan(town)
    robin = await coming(town)
    await robin.writes("", command="settings")
    await robin.presses("r:set:zone:Asia/Manila")
    await town.wait_until(warsaw(2026, 11, 19, 18, 0))
    assert "Friday, 20 November, 18:00–20:00 (by your clock: Saturday, 21 November, 01:00)" in robin.last


async def test_two_processes_remind_once(town: Town) -> None:
    await plan(town)
    robin = await coming(town)
    town.now = warsaw(2026, 11, 19, 18, 0)
    async with town.db.read() as tx:
        seen_by_both = await reminders.due(tx, town.now)
    for first in (True, False):
        async with town.db.write() as tx:
            assert [await reminding._settle(town.context(tx), due) for due in seen_by_both] == [first]
    assert not await town._remind()
    await town.deliver()
    assert len(reminded(robin)) == 1


async def test_a_moved_event_reminds_anew_and_an_unmoved_one_does_not(town: Town) -> None:
    event = await plan(town)
    robin = await coming(town)
    await town.wait_until(warsaw(2026, 11, 19, 18, 0))
    cora = town.staff("U_CORA")
    await cora.fills_in(await form(town, str(event.id)), place="Library")
    await town.wait_until(warsaw(2026, 11, 19, 20, 0))
    assert len(reminded(robin)) == 1
    await cora.fills_in(await form(town, str(event.id)), day="2026-11-27")
    await town.wait_until(warsaw(2026, 11, 26, 18, 0))
    assert len(reminded(robin)) == 2


async def test_a_reminder_is_frozen_and_expires_when_it_begins(town: Town) -> None:
    await plan(town)
    robin = await coming(town)
    town.hold("telegram")
    await town.wait_until(warsaw(2026, 11, 20, 16, 0))
    row = (await town.rows(outbox, lane=4))[-1]
    assert row.content is None
    assert row.body_id is not None
    assert row.not_after == warsaw(2026, 11, 20, 18)
    await town.wait_until(warsaw(2026, 11, 20, 18, 5))
    await town.let_go("telegram")
    assert reminded(robin) == []
