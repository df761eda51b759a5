"""The town that dialogues take place in."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage import preferences, residents
from tests.dialogues.coordinators import Coordinator
from tests.dialogues.town import ResidentActor, Town


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    """A town with an empty ledger."""
    async with Town.open(tmp_path) as town:
        yield town


@pytest.fixture
async def people(town: Town) -> tuple[ResidentActor, ResidentActor, ResidentActor]:
    """Three residents of the Harbour and one of the Hills, in three languages."""
    found = (town.resident("Robin", "en"), town.resident("Amira", "ar"), town.resident("Zofia", "pl"))
    hills = town.resident("Jun", "en")
    for person in (*found, hills):
        await person.writes("", command="start")
    async with town.db.write() as tx:
        for person in (*found, hills):
            known = await residents.find(tx, "telegram", person.address)
            assert known is not None
            await residents.change(tx, known.id, language=person.language)
            await preferences.want_area(tx, known.id, "hills" if person is hills else "harbour", wanted=True)
    return found


@pytest.fixture
def cora(town: Town) -> Coordinator:
    return Coordinator(town, "U_CORA")


@pytest.fixture
def ali(town: Town) -> Coordinator:
    return Coordinator(town, "U_ALI")
