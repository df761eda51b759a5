"""Who does not like to type finds every command behind a button."""

from domain.people import Reach
from handlers.commands import NAMES
from storage.tables import residents
from tests.dialogues.town import Town, buttons_of

BEHIND_OTHERS = {"start", "status", "help"}  # after /stop, in the list of cases, in every receipt


async def test_help_has_a_button_for_every_command(town: Town) -> None:
    amira = town.resident("Amira")
    await amira.writes("The bin is full", to="waste")
    await amira.presses("Help")
    data = [button.data for button in buttons_of(amira.posts()[-1].content)]
    assert sorted(data) == sorted(f"r:cmd:{name}" for name in NAMES if name not in BEHIND_OTHERS)


async def test_a_cases_state_is_behind_the_list_of_cases(town: Town) -> None:
    amira = town.resident("Amira")
    await amira.writes("The bin is full", to="waste")
    await amira.presses("My matters")
    await amira.presses((await town.case()).reference)
    assert "waiting for someone to take it on" in amira.last


async def test_announcements_are_stopped_and_taken_up_again_by_buttons(town: Town) -> None:
    amira = town.resident("Amira")
    await amira.writes("", command="help")
    await amira.presses("No announcements")
    assert (await town.rows(residents))[0].reach == Reach.STOPPED
    await amira.presses("Announcements again")
    assert (await town.rows(residents))[0].reach == Reach.ACTIVE
    assert "Welcome back" in amira.last
