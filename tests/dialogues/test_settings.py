"""Residents say what they want to hear of and when, by buttons alone, in their language."""

import pytest

from domain.content import Place
from storage import preferences, residents
from storage.tables import cases
from tests.dialogues.town import ResidentActor, Town, buttons_of, plain


async def wishes(town: Town, who: ResidentActor) -> tuple[frozenset[str], frozenset[str]]:
    """The areas and topics of a resident, as the rows now are."""
    async with town.db.read() as tx:
        found = await residents.find(tx, "telegram", who.address)
        assert found is not None
        return await preferences.areas_of(tx, found.id), await preferences.topics_of(tx, found.id)


async def test_a_resident_chooses_areas_topics_and_quiet_hours(town: Town) -> None:
    robin = town.resident("Robin")
    await robin.writes("", command="settings")
    assert "Areas: all of them" in robin.last
    assert "Topics: Warnings" in robin.last
    assert "Quiet hours: none" in robin.last
    assert "Your clock: Warsaw" in robin.last

    await robin.presses("Areas")
    await robin.presses("Harbour")
    await robin.presses("Hills")
    await robin.presses("Harbour")
    await robin.presses("Back")
    await robin.presses("Topics")
    await robin.presses("Events")
    await robin.presses("Back")
    await robin.presses("Quiet hours")
    await robin.presses("22:00 – 07:00")
    await robin.presses("Back")
    await robin.presses("Time zone")
    await robin.presses("Manila · 17:00")
    await robin.presses("Back")

    assert "Areas: Hills" in robin.last
    assert "Topics: Warnings and Events" in robin.last
    assert "Quiet hours: 22:00 – 07:00" in robin.last
    assert "Your clock: Manila" in robin.last
    assert await wishes(town, robin) == (frozenset({"hills"}), frozenset({"alerts", "events"}))
    assert sum("What we send you" in words for words in robin.inbox()) == 1, "one message that changed"


async def test_settings_are_reached_from_the_menu_and_old_ones_answer_with_new_ones(town: Town) -> None:
    robin = town.resident("Robin")
    await robin.writes("", command="help")
    await robin.presses("Settings")
    await robin.writes("", command="settings")
    first, second = (m for m in robin.posts() if "What we send you" in m.words)
    assert first.id != second.id
    press = next(b for b in buttons_of(first.content) if plain(b.label).endswith("Topics"))
    await robin.presses(press.data)
    assert "What do you want to hear of?" in robin.last


@pytest.mark.parametrize(
    ("language", "title"),
    [("pl", "Co i kiedy do Ciebie wysyłamy"), ("ar", "ما نرسله إليك ومتى"), ("fil", "Ano ang ipinapadala namin")],
)
async def test_settings_speak_the_residents_language(town: Town, language: str, title: str) -> None:
    amira = town.resident("Amira", language=language)
    await amira.writes("", command="settings")
    assert title in amira.last
    for page in ("areas", "topics", "quiet", "zone"):
        await amira.presses(f"r:set:{page}")
        assert title in amira.last


async def test_a_shared_place_chooses_the_area_and_becomes_no_case(town: Town) -> None:
    robin = town.resident("Robin")
    await robin.writes("", command="settings")
    await robin.presses("Areas")
    await robin.presses("By my location")
    assert "We keep only the area" in robin.last
    await robin.writes("", place=Place(latitude=54.05, longitude=18.05))

    assert robin.last == "Thank you. From now on you hear of this area: Harbour"
    assert (await wishes(town, robin))[0] == {"harbour"}
    assert await town.rows(cases) == []


async def test_a_place_outside_changes_nothing_and_the_next_one_is_a_matter_again(town: Town) -> None:
    robin = town.resident("Robin")
    await robin.writes("", command="settings")
    await robin.presses("r:set:place")
    await robin.writes("", place=Place(latitude=10.0, longitude=18.05))
    assert "in none of our areas. Nothing was changed" in robin.last
    await robin.writes("The bin was not emptied", place=Place(latitude=54.05, longitude=18.05))
    assert len(await town.cases()) == 1
    assert (await wishes(town, robin))[0] == {"harbour"}, "where a matter is, news of it is wanted"


@pytest.mark.parametrize("data", ["areas:nowhere", "topics:secrets", "quiet:3-4", "zone:Mars/Crater", "nothing", ""])
async def test_a_forged_choice_changes_nothing(town: Town, data: str) -> None:
    robin = town.resident("Robin")
    await robin.writes("", command="settings")
    assert "no longer works" in await robin.presses(f"r:set:{data}")
    assert await wishes(town, robin) == (frozenset(), frozenset({"alerts"}))
