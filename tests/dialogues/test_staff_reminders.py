"""Staff are reminded once: of cases that should have been answered, of tomorrow's events, of the week."""

import pytest

from tests.dialogues.fair import plan, warsaw
from tests.dialogues.town import Town


@pytest.fixture
async def town(town: Town) -> Town:
    """A town whose clock reminds staff."""
    town.staff_reminders = True
    return town


def said(town: Town, channel: str, part: str) -> list[str]:
    """What stands in a channel and contains `part`."""
    return [m.words for m in town.channel(channel) if part in m.words]


async def test_unanswered_cases_are_named_every_working_morning(town: Town) -> None:
    await town.resident("Amira").writes("The bin was not emptied", to="waste")
    case = await town.case()
    await town.wait_until(warsaw(2026, 11, 17, 9))
    assert said(town, "C_WASTE", "should have been answered") == [], "an answer is due in 16 working hours"
    await town.wait_until(warsaw(2026, 11, 19, 7, 59))
    assert said(town, "C_WASTE", "should have been answered") == []
    await town.wait_until(warsaw(2026, 11, 19, 8))
    (words,) = said(town, "C_WASTE", "should have been answered")
    assert words.startswith("⏰ One case should have been answered by now:\n" + case.reference)
    assert "nobody yet" in words
    await town.pass_time(minutes=30)
    assert len(said(town, "C_WASTE", "should have been answered")) == 1
    await town.staff("U_ANNA").presses("Claim", case)
    await town.wait_until(warsaw(2026, 11, 20, 8))
    assert "Anna Nowak" in said(town, "C_WASTE", "should have been answered")[-1]
    await town.wait_until(warsaw(2026, 11, 21, 12))
    assert len(said(town, "C_WASTE", "should have been answered")) == 2, "nobody works on a Saturday"


async def test_tomorrows_events_are_listed_with_what_is_still_to_do(town: Town) -> None:
    await plan(town)
    await town.resident("Robin").presses("r:ev:going:1")
    await town.wait_until(warsaw(2026, 11, 18, 16))
    assert said(town, "C_WASTE", "Tomorrow") == []
    await town.wait_until(warsaw(2026, 11, 19, 15))
    (words,) = said(town, "C_WASTE", "Tomorrow")
    assert "Repair fair · Friday, 20 November, 18:00–20:00 · Old fire station · signed up: 1" in words
    assert "⬜ Chairs for 20" in words
    assert "Key of the hall" not in words
    assert said(town, "C_ROADS", "Tomorrow") == []
    await town.pass_time(hours=1)
    assert len(said(town, "C_WASTE", "Tomorrow")) == 1


async def test_every_department_gets_its_week_once_even_when_monday_was_missed(town: Town) -> None:
    await town.resident("Amira").writes("The bin was not emptied", to="waste")
    await plan(town, day="2026-11-26")
    await town.wait_until(warsaw(2026, 11, 24, 9))  # a Tuesday; nothing ran on Monday
    (words,) = said(town, "C_WASTE", "The week of Waste")[-1:]
    assert "Last week: 1 new cases, 0 resolved" in words
    assert "Open now: 1" in words
    assert "Of these overdue: 1" in words
    assert "Events this week: 1" in words
    count = len(said(town, "C_WASTE", "The week of"))
    await town.wait_until(warsaw(2026, 11, 25, 9))
    assert len(said(town, "C_WASTE", "The week of")) == count
