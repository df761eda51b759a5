"""After an alert: what became of it, in words and a picture for all coordinators, names for the asker alone."""

import csv
import io

import pytest

from bot.own_files import OwnFiles
from domain.broadcast import Broadcast
from domain.content import FileRef, Forwarded
from domain.errors import Refused
from storage import preferences, residents
from tests.dialogues.coordinators import CRISIS, FLOOD, Coordinator
from tests.dialogues.town import ResidentActor, Town, plain


@pytest.fixture
async def alerted(town: Town) -> tuple[Broadcast, list[ResidentActor]]:
    """An alert that reached two of three: one had left without a word."""
    people = [town.resident("=Robin", "en"), town.resident("Amira", "ar"), town.resident("Zofia", "pl")]
    for person in people:
        await person.writes("", command="start")
        async with town.db.write() as tx:
            known = await residents.find(tx, "telegram", person.address)
            assert known is not None
            await residents.change(tx, known.id, language=person.language, area="harbour")
            await preferences.want_area(tx, known.id, "harbour", wanted=True)
    town.block(people[2])
    cora, ali = Coordinator(town, "U_CORA"), Coordinator(town, "U_ALI")
    draft = await cora.writes(**{**FLOOD, "safety": "ask"})
    await cora.submits(draft)
    await ali.approves(draft)
    await people[0].presses("✅ I am safe")
    await town.pass_time(seconds=5)
    return draft, people


async def fetch(town: Town, handle: str) -> bytes:
    """A file as it is made when it is sent."""
    source = OwnFiles(town.db, town.context)
    return await source.fetch(FileRef(channel="liaison", handle=handle, name="x"), 50_000_000)


async def test_coordinators_read_what_became_of_it(town: Town, alerted: tuple[Broadcast, list[ResidentActor]]) -> None:
    draft, _ = alerted
    said = next(post.words for post in town.channel(CRISIS) if post.words.startswith("Delivery report"))
    assert "Recipients: 3. Reached: 2 (67 %)." in said
    assert "Not reached (blocked): 1" in said
    assert "100 % of them were reached after 0:00:0" in said
    assert "✅ 1" in said
    assert "Polski: 0 of 1 (0 %)" in said
    assert "Harbour: 2 of 3 (67 %)" in said
    files = [post.content for post in town.channel(CRISIS) if isinstance(post.content, Forwarded)]
    assert [one.attachment.file.mime for one in files] == ["image/png"], "names are not posted in the channel"
    assert (await fetch(town, f"broadcast-chart:{draft.id}")).startswith(b"\x89PNG")


async def test_the_table_names_everybody_to_the_asker_alone(
    town: Town, alerted: tuple[Broadcast, list[ResidentActor]]
) -> None:
    draft, people = alerted
    cora = Coordinator(town, "U_CORA")
    await cora.presses(f"s:cast:report:{draft.id}:{draft.version}")
    sent = [m for m in town.platform.posted if isinstance(m.content, Forwarded) and m.address == "U_CORA"]
    assert [m.content.attachment.file.mime for m in sent if isinstance(m.content, Forwarded)] == ["text/csv"]
    body = (await fetch(town, f"broadcast-table:{draft.id}:0")).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(body)))
    assert [row[1] for row in rows[1:]] == ["'=Robin", "Amira", "Zofia"], "a name is no formula"
    assert [plain(row[5]) for row in rows[1:]] == ["sent", "sent", "blocked"]
    assert rows[1][8].endswith("I am safe")
    assert people


async def test_others_get_no_names(town: Town, alerted: tuple[Broadcast, list[ResidentActor]]) -> None:
    draft, _ = alerted
    posted = len(town.platform.posted)
    dora = Coordinator(town, "U_DORA")
    await dora.presses(f"s:cast:report:{draft.id}:{draft.version}")
    assert "role" in dora.told or "may" in dora.told
    files = [m for m in town.platform.posted[posted:] if isinstance(m.content, Forwarded)]
    assert files == []


async def test_a_file_of_nothing_is_refused(town: Town) -> None:
    for handle in ("broadcast-table:999:0", "broadcast-chart:999", "broadcast-table:x", "nothing:1"):
        with pytest.raises(Refused):
            await fetch(town, handle)
