"""Who got what was said to many is kept for a year; then the sums stay, the rows go, and nothing can follow them."""

import asyncio
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.own_files import OwnFiles
from bot.parts import Parts
from bot.ticks import keep_no_longer
from domain.broadcast import Broadcast
from domain.content import FileRef, Forwarded
from domain.delivery_report import Outcomes, Report
from handlers import retention
from storage import delivery_report, pruning, residents
from storage.tables import audit, outbox
from storage.tables_retention import spread_sums
from storage.tables_safety import safety_checks
from storage.tables_spreading import spreads
from tests.dialogues.coordinators import CRISIS, FLOOD, Coordinator
from tests.dialogues.town import Town


async def the_clock_strikes(town: Town) -> None:
    """What happens every ten minutes."""
    ready = asyncio.Event()
    ready.set()
    await keep_no_longer(cast(Parts, SimpleNamespace(db=town.db, ready=ready, make_context=town.context)))
    await town.deliver()


async def alert(town: Town, **more: str) -> Broadcast:
    """An alert to the harbour that reached two of three."""
    people = [town.resident("Robin", "en"), town.resident("Amira", "ar"), town.resident("Zofia", "pl")]
    for person in people:
        await person.writes("", command="start")
        async with town.db.write() as tx:
            known = await residents.find(tx, "telegram", person.address)
            assert known is not None
            await residents.change(tx, known.id, language=person.language, area="harbour")
    town.block(people[2])
    draft = await Coordinator(town, "U_CORA").writes(**{**FLOOD, **more})
    await Coordinator(town, "U_CORA").submits(draft)
    await Coordinator(town, "U_ALI").approves(draft)
    await town.pass_time(seconds=5)
    return draft


async def report(town: Town, broadcast: Broadcast) -> Report:
    async with town.db.read() as tx:
        return await delivery_report.report(tx, broadcast.id, broadcast.created_at)


def sums(found: Report) -> list[Outcomes]:
    return sorted(found.outcomes, key=lambda one: (one.language, one.area, one.state, one.reason))


async def recipients(town: Town) -> int:
    return len([row for row in await town.rows(outbox) if row.spread_id is not None and row.resident_id is not None])


async def test_after_a_year_the_sums_stay_and_nobody_is_named(town: Town) -> None:
    draft = await alert(town)
    before = await report(town, draft)
    assert before.people == 3
    await town.pass_time(days=364)
    await the_clock_strikes(town)
    assert await recipients(town) == 3

    await town.pass_time(days=2)
    await the_clock_strikes(town)
    assert await recipients(town) == 0
    after = await report(town, draft)
    assert (sums(after), after.reached_after) == (sums(before), before.reached_after)
    assert [row.data["count"] for row in await town.rows(audit, deed="retention.recipients")] == [3]
    assert all(row.forgotten_at is not None for row in await town.rows(spreads) if row.people)

    posted = len(town.platform.posted)
    await Coordinator(town, "U_CORA").presses(f"s:cast:report:{draft.id}:{draft.version}")
    said = [m for m in town.platform.posted[posted:] if m.address == CRISIS]
    assert "Recipients: 3. Reached: 2 (67 %)." in said[0].words
    assert said[0].words.count("Whom it reached person by person was deleted on 17 November 2027") == 1
    files = [m.content.attachment.file.mime for m in town.platform.posted[posted:] if isinstance(m.content, Forwarded)]
    assert files == ["image/png"], "there is no table of persons to send"
    chart = FileRef(channel="liaison", handle=f"broadcast-chart:{draft.id}", name="x")
    assert (await OwnFiles(town.db, town.context).fetch(chart, 50_000_000)).startswith(b"\x89PNG")


async def test_nothing_can_follow_what_nobody_is_known_to_have_got(town: Town) -> None:
    draft = await alert(town)
    await town.pass_time(days=366)
    await the_clock_strikes(town)
    cora = Coordinator(town, "U_CORA")
    made = await cora.follows("all-clear", draft)
    assert made.id == draft.id, "no draft was made"
    assert "Nobody can say any more whom that message reached" in cora.told


async def test_a_follow_up_in_the_making_keeps_the_recipients(town: Town) -> None:
    draft = await alert(town)
    await town.pass_time(days=366)
    cora = Coordinator(town, "U_CORA")
    after = await cora.follows("update", draft, until_day="2028-11-16")
    assert after.id != draft.id
    await the_clock_strikes(town)
    assert await recipients(town) == 3
    await cora.presses(f"s:cast:discard:{after.id}:{after.version}")
    await the_clock_strikes(town)
    assert await recipients(town) == 0


async def test_an_open_safety_check_keeps_them_too(town: Town) -> None:
    await alert(town, safety="ask")
    await town.pass_time(days=366)
    for open_still, kept in ((True, 3), (False, 0)):
        async with town.db.write() as tx:
            await tx.execute(safety_checks.update().values(closed_at=None if open_still else town.now))
        await the_clock_strikes(town)
        assert await recipients(town) == kept


async def test_what_still_waits_is_kept_whole(town: Town) -> None:
    await alert(town)
    async with town.db.write() as tx:
        await tx.execute(spreads.update().where(spreads.c.people > 0).values(rows=spreads.c.rows + 1))
    await town.pass_time(days=366)
    await the_clock_strikes(town)
    assert await recipients(town) == 3


async def test_rows_go_a_few_at_a_time_and_two_clocks_sum_once(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = await alert(town)
    before = await report(town, draft)
    await town.pass_time(days=366)
    monkeypatch.setattr(retention, "RECIPIENTS_A_STEP", 1)
    async with town.db.read() as tx:
        found = await retention.sum_up(town.context(tx))
    assert found is not None
    for _ in range(2):
        async with town.db.write() as tx:
            await retention.keep_sums(town.context(tx), found)
    seen = []
    more = True
    while more:
        async with town.db.write() as tx:
            more = await retention.forget_recipients(town.context(tx))
        seen.append(await recipients(town))
        assert sums(await report(town, draft)) == sums(before), "half gone, and no one is counted twice"
    assert seen[:4] == [2, 1, 0, 0]
    assert sum(row.people for row in await town.rows(spread_sums)) == 3


async def test_single_messages_of_no_case_go_and_those_of_cases_stay(town: Town) -> None:
    robin = town.resident("Robin", "en")
    await robin.writes("", command="start")
    await robin.writes("The bin was not emptied", to="waste")
    case = await town.case()
    rows = await town.rows(outbox)
    assert any(row.case_id is None and row.anchor is None for row in rows)
    of_case = [row.id for row in rows if row.case_id == case.id]
    await town.pass_time(days=366)
    async with town.db.write() as tx:
        await pruning.forget_notices(tx, town.now, 0, 100_000)
    left: list[Any] = await town.rows(outbox)
    assert set(of_case) <= {row.id for row in left}
    assert not any(row.case_id is None and row.anchor is None for row in left if row.ended_at is not None)
