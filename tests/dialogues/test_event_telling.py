"""A coordinator tells people of an event: those who want to hear of its topic and area, once."""

from broadcasts.spreading import Spreader
from storage.tables_spreading import spreads
from tests.dialogues.fair import plan
from tests.dialogues.town import ResidentActor, Town


async def wants(who: ResidentActor, *choices: str) -> ResidentActor:
    """Choose in the settings."""
    await who.writes("", command="settings")
    for choice in choices:
        await who.presses(f"r:set:{choice}")
    return who


async def spread(town: Town) -> None:
    """Let the rows be written, as the spreading worker does, and delivered."""
    spreader = Spreader(town.db, lambda: town.now, town.community.time_zone)
    while await spreader.once():
        pass
    await town.deliver()


async def test_who_wants_the_topic_and_the_area_hears_of_it_and_answers(town: Town) -> None:
    robin = await wants(town.resident("Robin"), "topics:events", "areas:harbour")
    amira = await wants(town.resident("Amira", language="ar"), "topics:events")
    elsewhere = await wants(town.resident("Elsewhere"), "topics:events", "areas:hills")
    silent = await wants(town.resident("Silent"), "areas:harbour")
    coming = await wants(town.resident("Coming"), "topics:events")
    await plan(town)
    await coming.presses("r:ev:going:1")

    cora = town.staff("U_CORA")
    await cora.presses("s:event:tell:1")
    assert "People are being told" in cora.whispers()[-1]
    await spread(town)

    assert "Bring what is broken." in robin.last
    assert "معرض التصليح" in amira.last
    assert not any("Bring what is broken." in words for who in (elsewhere, silent, coming) for words in who.inbox())
    await robin.presses("Going")
    assert "You are coming" in robin.last


async def test_told_twice_it_leaves_once_and_only_coordinators_tell(town: Town) -> None:
    robin = await wants(town.resident("Robin"), "topics:events")
    await plan(town)
    anna, cora = town.staff("U_ANNA"), town.staff("U_CORA")
    await anna.presses("s:event:tell:1")
    assert "Only coordinators plan events" in anna.whispers()[-1]
    assert await town.rows(spreads) == []
    await cora.presses("s:event:tell:1")
    await cora.presses("s:event:tell:1")
    assert "People were told of this event before" in cora.whispers()[-1]
    await spread(town)
    assert sum("Bring what is broken." in words for words in robin.inbox()) == 1
