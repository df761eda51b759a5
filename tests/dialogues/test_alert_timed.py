"""Broadcasts that wait for their time and that come again: once each, stale ones reported, until the all-clear."""

import pytest

from domain.broadcast import State
from handlers import broadcast_clock, broadcast_report
from storage import preferences, residents
from storage.tables_broadcasts import broadcast_schedules
from tests.dialogues.coordinators import CRISIS, FLOOD, Coordinator, card, newest, now
from tests.dialogues.town import ResidentActor, Town

HEADLINE = "The river is rising in the Harbour"


@pytest.fixture
async def robin(town: Town) -> ResidentActor:
    found = town.resident("Robin", "en")
    await found.writes("", command="start")
    async with town.db.write() as tx:
        known = await residents.find(tx, "telegram", found.address)
        assert known is not None
        await preferences.want_area(tx, known.id, "harbour", wanted=True)
    return found


@pytest.fixture
def cora(town: Town) -> Coordinator:
    return Coordinator(town, "U_CORA")


@pytest.fixture
def ali(town: Town) -> Coordinator:
    return Coordinator(town, "U_ALI")


def heard(town: Town, robin: ResidentActor) -> int:
    """How often the resident has got the alert."""
    return sum(HEADLINE in post.words for post in town.channel(robin.address))


async def test_it_waits_for_its_time_and_goes_out_once(
    town: Town, robin: ResidentActor, cora: Coordinator, ali: Coordinator
) -> None:
    draft = await cora.writes(**{**FLOOD, "start-day": "2026-11-16", "start-time": "12:00"})
    await cora.submits(draft)
    await ali.approves(draft)
    assert (await now(town, draft.id)).state is State.APPROVED
    assert heard(town, robin) == 0
    assert any("Next: " in note for note in card(town).notes)
    await town.pass_time(minutes=118)
    assert heard(town, robin) == 0
    await town.pass_time(minutes=2)
    assert heard(town, robin) == 1
    await town.pass_time(seconds=5)
    assert (await now(town, draft.id)).state is State.DONE
    assert await town.rows(broadcast_schedules) == []


async def test_every_hour_until_the_all_clear(
    town: Town, robin: ResidentActor, cora: Coordinator, ali: Coordinator
) -> None:
    draft = await cora.writes(**{**FLOOD, "repeat": "hourly"})
    await cora.submits(draft)
    await ali.approves(draft)
    assert heard(town, robin) == 1
    for hour in (2, 3):
        await town.pass_time(hours=1)
        await town.pass_time(seconds=5)
        assert heard(town, robin) == hour
        assert (await now(town, draft.id)).state is State.RUNNING
    clear = await cora.follows("all-clear", draft)
    await cora.submits(clear)
    await ali.approves(clear)
    said = heard(town, robin)
    await town.pass_time(hours=1)
    await town.pass_time(hours=1)
    assert heard(town, robin) == said
    assert (await now(town, draft.id)).state is State.STOPPED
    assert await town.rows(broadcast_schedules) == []


async def test_two_who_look_at_once_send_it_once(
    town: Town, robin: ResidentActor, cora: Coordinator, ali: Coordinator
) -> None:
    draft = await cora.writes(**{**FLOOD, "repeat": "hourly"})
    await cora.submits(draft)
    await ali.approves(draft)
    await town.pass_time(hours=1)
    async with town.db.write() as tx:
        assert await broadcast_clock.act_on_schedules(town.context(tx)) == 0
    assert heard(town, robin) == 2


async def test_after_a_downtime_the_stale_ones_are_reported_and_not_sent(
    town: Town, robin: ResidentActor, cora: Coordinator, ali: Coordinator
) -> None:
    draft = await cora.writes(**{**FLOOD, "start-day": "2026-11-16", "start-time": "12:00"})
    await cora.submits(draft)
    await ali.approves(draft)
    await town.pass_time(hours=4)
    assert heard(town, robin) == 0
    assert any("was not sent at its time" in post.words for post in town.channel(CRISIS))
    assert await town.rows(broadcast_schedules) == []


async def test_paused_it_misses_and_called_off_it_never_comes(
    town: Town, robin: ResidentActor, cora: Coordinator, ali: Coordinator
) -> None:
    hourly = await cora.writes(**{**FLOOD, "repeat": "hourly"})
    await cora.submits(hourly)
    await ali.approves(hourly)
    await cora.presses(f"s:cast:pause:{hourly.id}:{hourly.version}")
    await town.pass_time(hours=1)
    assert heard(town, robin) == 1
    later = await cora.writes(**{**FLOOD, "start-day": "2026-11-16", "start-time": "13:00"})
    await cora.submits(later)
    await ali.approves(later)
    await cora.presses(f"s:cast:stop:{later.id}:{later.version}")
    assert (await now(town, later.id)).state is State.CALLED_OFF
    await town.pass_time(hours=2)
    assert heard(town, robin) == 1


async def test_a_time_that_has_passed_and_an_end_before_the_beginning(town: Town, cora: Coordinator) -> None:
    first = await cora.writes()
    await cora.writes(**{**FLOOD, "start-day": "2026-11-15", "start-time": "12:00"})
    assert "That time has passed" in cora.told
    assert (await newest(town)).id == first.id
    late = await cora.writes(**{**FLOOD, "start-day": "2026-11-17", "start-time": "12:00"})
    assert cora.preview().notes[0].startswith("❗")
    await cora.submits(late)
    assert (await now(town, late.id)).state is State.DRAFT


async def test_the_table_of_a_repeated_broadcast_has_every_delivery(
    town: Town, robin: ResidentActor, cora: Coordinator, ali: Coordinator, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = await cora.writes(**{**FLOOD, "repeat": "hourly"})
    await cora.submits(draft)
    await ali.approves(draft)
    await town.pass_time(hours=1)
    assert heard(town, robin) == 2
    monkeypatch.setattr(broadcast_report, "CHUNK", 1)
    async with town.db.read() as tx:
        table = [row async for row in broadcast_report.rows(town.context(tx), draft.id, 0)]
    assert [row[1] for row in table[1:]] == ["Robin", "Robin"]
