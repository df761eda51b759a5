"""A coordinator drops a calendar file into a channel: all of it is taken in, or nothing and why."""

import pytest

from domain.content import Attachment, FileRef
from domain.event import EventState
from domain.inbound import StaffWrote
from handlers.events import importing
from storage import fetches
from storage.tables_events import events, occasions
from storage.tables_fetches import fetches as table
from tests.dialogues.fair import card_of, dates, every_event, form
from tests.dialogues.town import Town

SERIES = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Example//Calendar//EN
BEGIN:VEVENT
UID:choir-1@example.org
SUMMARY;LANGUAGE=en:Choir
DTSTART;TZID=Europe/Warsaw:20261118T180000
DTEND;TZID=Europe/Warsaw:20261118T193000
RRULE:FREQ=WEEKLY;COUNT=3
EXDATE;TZID=Europe/Warsaw:20261125T180000
LOCATION:Library
GEO:54.05;18.05
END:VEVENT
BEGIN:VEVENT
UID:walk-1@example.org
SUMMARY:River walk
DTSTART:20261121T090000Z
DURATION:PT2H
END:VEVENT
END:VCALENDAR
"""


async def drops(town: Town, body: str, user: str = "U_CORA", name: str = "choir.ics") -> None:
    """Put the file into #waste; the clock fetches it."""
    file = FileRef(channel="slack", handle="https://files.example/1", name=name, mime="text/calendar", size=len(body))
    wrote = StaffWrote(
        user=user,
        channel_id="C_WASTE",
        message_id="77.1",
        text="",
        attachments=(Attachment(kind="document", file=file),),
    )
    await town.handle(wrote)
    async with town.db.write() as tx:
        for fetch in await fetches.due(tx, town.now):
            assert await fetches.end(tx, fetch, "done")
            await importing.arrived(town.context(tx), fetch, body.encode())
    await town.deliver()


def answer(town: Town) -> str:
    """What the bot wrote under the file."""
    return next(m for m in reversed(town.channel("C_WASTE")) if m.reply_to == "77.1").words


async def test_every_event_of_the_file_has_its_card_and_its_dates(town: Town) -> None:
    await drops(town, SERIES)
    assert answer(town) == "2 events were taken from the file:\n➕ Choir\n➕ River walk"
    choir, walk = await every_event(town)
    assert [str(one.starts_at) for one in await dates(town, choir)] == [
        "2026-11-18 17:00:00+00:00", "2026-12-02 17:00:00+00:00",
    ]  # fmt: skip
    assert (choir.plan.place, choir.plan.latitude, choir.plan.department) == ("Library", 54.05, "waste")
    assert "Choir" in (await card_of(town, choir)).title
    assert [str(one.ends_at) for one in await dates(town, walk)] == ["2026-11-21 11:00:00+00:00"]


async def test_the_same_file_again_changes_nothing_and_a_newer_one_moves_and_tells(town: Town) -> None:
    await drops(town, SERIES)
    await drops(town, SERIES)
    assert answer(town).startswith("Nothing in the file is new")
    assert len(await town.rows(events)) == 2

    walk = (await every_event(town))[1]
    robin = town.resident("Robin")
    await robin.writes("", command="start", arguments=f"e-{walk.code}")
    await robin.presses("Going")
    cora = town.staff("U_CORA")
    await cora.fills_in(await form(town, str(walk.id)), capacity="30", area="hills")
    await drops(town, SERIES.replace("20261121T090000Z", "20261122T090000Z"))
    assert answer(town) == "One event was taken from the file:\n✏️ River walk"
    assert "New time: Sunday, 22 November, 10:00–12:00" in robin.last
    plan = (await every_event(town))[1].plan
    assert (plan.capacity, plan.area) == (30, "hills"), "what the file cannot say stays"


async def test_a_cancelled_entry_cancels_the_event(town: Town) -> None:
    await drops(town, SERIES)
    await drops(town, SERIES.replace("DURATION:PT2H", "DURATION:PT2H\nSTATUS:CANCELLED"))
    assert answer(town) == "One event was taken from the file:\n❌ River walk"
    assert [e.state for e in await every_event(town)] == [EventState.OPEN, EventState.CANCELLED]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("hello", "The file is not a calendar that can be read."),
        ("BEGIN:VCALENDAR\n" * 900 + "END:VCALENDAR\n" * 900, "not a calendar that can be read"),
        ("BEGIN:VCALENDAR\nEND:VCALENDAR\n", "There is no event in the file."),
        (SERIES.replace("COUNT=3", "INTERVAL=1"), "“Choir”: The event would repeat for ever."),
        (SERIES.replace("FREQ=WEEKLY", "FREQ=SECONDLY"), "“Choir”: The rule “FREQ=SECONDLY;COUNT=3” is not one"),
        (SERIES.replace("DURATION:PT2H", "DTEND:20261121T080000Z"), "“River walk”: It would end before it begins."),
        (SERIES.replace("TZID=Europe/Warsaw:20261118", "TZID=Mars/Crater:20261118"), "“Choir”: “Mars/Crater” is not"),
        (SERIES.replace("SUMMARY:River walk\n", ""), "An entry lacks its title"),
        (SERIES.replace("20261118T180000", "20200101T180000"), "“Choir”: "),
    ],
)
async def test_a_hostile_or_broken_file_is_refused_whole(town: Town, body: str, reason: str) -> None:
    await drops(town, body)
    assert answer(town).startswith("Nothing was taken from choir.ics.")
    assert reason in answer(town)
    assert await town.rows(events) == []
    assert await town.rows(occasions) == []


async def test_too_many_entries_are_refused(town: Town) -> None:
    entry = SERIES[SERIES.index("BEGIN:VEVENT\nUID:walk") : SERIES.index("END:VCALENDAR")]
    many = "".join(entry.replace("walk-1", f"walk-{i}") for i in range(101))
    await drops(town, f"BEGIN:VCALENDAR\nVERSION:2.0\n{many}END:VCALENDAR\n")
    assert "too many events in the file; up to 100 are read" in answer(town)
    assert await town.rows(events) == []


async def test_only_a_coordinators_calendar_is_fetched(town: Town) -> None:
    await drops(town, SERIES, user="U_ANNA")
    assert "Only coordinators plan events" in town.staff("U_ANNA").whispers()[-1]
    assert await town.rows(table) == []
    await drops(town, "x", name="picture.png")
    huge = FileRef(channel="slack", handle="https://files.example/2", name="huge.ics", size=600_000)
    wrote = StaffWrote(
        user="U_CORA",
        channel_id="C_WASTE",
        message_id="77.2",
        text="",
        attachments=(Attachment(kind="document", file=huge),),
    )
    await town.handle(wrote)
    assert "too large; up to 512 kB are read" in town.staff("U_CORA").whispers()[-1]
    assert [row.state for row in await town.rows(table)] == ["done"], "the one with the right kind alone"
