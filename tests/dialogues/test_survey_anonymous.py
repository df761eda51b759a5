"""Anonymous means: the database is the same whoever of two people gave which answers. Compared table by table."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import orjson
import pytest
import sqlalchemy as sa

from bot.inbox_worker import InboxWorker
from domain.codec import decode, encode
from domain.content import Message
from domain.inbound import Inbound, ResidentEdited, ResidentPressed, ResidentWrote
from handlers import survey_closing
from handlers.reading import Reading
from storage import inbox, surveys
from storage.inbox import Stored
from storage.schema import metadata
from storage.surveys import Survey
from storage.tables_surveys import survey_seats, survey_tallies, survey_texts
from tests.databases import ON_POSTGRES
from tests.dialogues.surveyed import arrived, market, opened
from tests.dialogues.town import MONDAY_MORNING, ResidentActor, Town
from tests.dialogues.understanding import read

PEOPLE = ("Amira", "Basil", "Cora", "Dora", "Emil", "Fatima")
KINDS = {kind.__name__: kind for kind in (ResidentPressed, ResidentWrote, ResidentEdited)}
YES, NO = ("yes", "5"), ("no", "too far from the mill")


class FrontDoor:
    """Updates take the whole way: stored in the inbox, read back, handled by the real worker, delivered."""

    def __init__(self, town: Town) -> None:
        self.town, self.number = town, 0
        self.worker = InboxWorker(
            town.db,
            parse=self._parse,
            read=self._read,
            make_context=town.context,
            learn=self._nothing,
            alarm=self._nothing,
            now=lambda: town.now,
        )

    @staticmethod
    def _parse(row: Stored) -> Inbound:
        data = json.loads(row.payload)
        event: Inbound = decode(KINDS[data["_"]], data)  # type: ignore[assignment]  # one of the kinds
        return event

    @staticmethod
    async def _read(event: Inbound) -> Reading | None:
        return read(event.text, "en") if isinstance(event, ResidentWrote) else None

    @staticmethod
    async def _nothing(*_: Any) -> None:
        return None

    async def takes(self, person: ResidentActor, event: ResidentPressed | ResidentWrote | ResidentEdited) -> None:
        """One update of that person."""
        self.number += 1
        arrival = inbox.Arrival(
            channel="telegram",
            dedupe=str(self.number),
            conversation=f"telegram:{person.address}",
            payload=orjson.dumps(encode(event), default=str).decode(),
        )
        async with self.town.db.write() as tx:
            await inbox.store(tx, [arrival], self.town.now)
            row = (await inbox.waiting(tx, after=0, limit=1))[0]
        await self.worker.handle_one(row)
        await self.town.deliver()


async def answers(door: FrontDoor, survey: Survey, person: ResidentActor, said: tuple[str, str]) -> None:
    """The person goes through the survey, by button and by writing."""
    await press(door, person, f"r:survey:{survey.id}:go")
    await press(door, person, f"r:survey:{survey.id}:0:={said[0]}")
    if said[0] == "yes":
        await press(door, person, f"r:survey:{survey.id}:1:={said[1]}")
    else:
        asked = person.posts()[-1].id
        message = ResidentWrote(
            sender=person.sender,
            message_id="m1",
            sent_at=door.town.now,
            text=said[1],
            reply_to=asked,
        )
        await door.takes(person, message)


async def press(door: FrontDoor, person: ResidentActor, data: str) -> None:
    """The person presses the button with that data."""
    await door.takes(person, ResidentPressed(sender=person.sender, data=data, press_id="p"))


async def dump(town: Town) -> dict[str, list[str]]:
    """Every row of every table. Drawn keys and running numbers of rows that came and went are left out."""
    found: dict[str, list[str]] = {}
    async with town.db.read() as tx:
        for table in metadata.sorted_tables:
            rows = [dict(row._mapping) for row in await tx.all(sa.select(table))]
            for row in rows:
                row.pop("key", None)
                if table.name == "outbox":
                    row.pop("id")
                    row.pop("platform_id")
            lines = [json.dumps(row, default=str, sort_keys=True) for row in rows]
            # PostgreSQL shows rows in the order in which they were last written; the texts are mixed every hour
            found[table.name] = sorted(lines) if ON_POSTGRES or table.name in ("outbox", "survey_texts") else lines
    return found


async def lived_through(folder: Path, first: tuple[str, str], second: tuple[str, str], *, close: bool) -> Any:
    """A town in which Amira answers `first` and Basil `second`; all its rows afterwards."""
    async with Town.open(folder) as town:
        await arrived(town, *PEOPLE)
        survey = await opened(town, market(anonymous=True))
        door = FrontDoor(town)
        for name, said, minute in (("Amira", first, 10), ("Basil", second, 20)):
            town.now = MONDAY_MORNING + timedelta(hours=1, minutes=minute)
            await answers(door, survey, town.resident(name), said)
        await town.pass_time(minutes=2)
        if close:
            town.now = MONDAY_MORNING + timedelta(days=8)
            async with town.db.write() as tx:
                await survey_closing.close(town.context(tx), await surveys.get(tx, survey.id))
            await town.deliver()
        return await dump(town)


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Two towns' folders."""
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
    return tmp_path / "one", tmp_path / "other"


@pytest.mark.parametrize("close", [False, True])
async def test_no_table_tells_which_of_two_people_gave_which_answers(folders: tuple[Path, Path], close: bool) -> None:
    one = await lived_through(folders[0], YES, NO, close=close)
    other = await lived_through(folders[1], NO, YES, close=close)
    assert {name: rows for name, rows in one.items() if rows != other[name]} == {}
    assert sum("too far from the mill" in row for rows in one.values() for row in rows) == 1  # it is there, once


@pytest.fixture
async def done(town: Town) -> tuple[Town, FrontDoor, Survey]:
    """Six people were asked anonymously; Amira and Basil have answered."""
    await arrived(town, *PEOPLE)
    survey = await opened(town, market(anonymous=True))
    door = FrontDoor(town)
    await answers(door, survey, town.resident("Amira"), YES)
    await answers(door, survey, town.resident("Basil"), NO)
    return town, door, survey


async def test_who_took_part_is_known_and_nothing_else_of_them(done: tuple[Town, FrontDoor, Survey]) -> None:
    town, _, _ = done
    seats = sorted(await town.rows(survey_seats), key=lambda row: row.resident_id)
    assert [(row.state, row.position, row.picked) for row in seats[:2]] == [("done", None, "")] * 2
    forbidden = {"resident_id", "address", "at", "created_at", "id"}
    for table in (survey_tallies, survey_texts):
        assert forbidden.isdisjoint(column.name for column in table.columns)
        assert table.dialect_options["sqlite"]["with_rowid"] is False


async def test_an_anonymous_answer_stays_out_of_named_tables_and_the_export(
    done: tuple[Town, FrontDoor, Survey],
) -> None:
    from storage import erasure

    town, _, _ = done
    everything = await dump(town)
    holders = [name for name, rows in everything.items() if any("too far from the mill" in row for row in rows)]
    assert holders == ["survey_texts"]
    async with town.db.read() as tx:
        copies = [json.dumps(await erasure.everything_about(tx, number), default=str) for number in (1, 2)]
    assert not any("too far" in copy for copy in copies)


async def test_a_small_language_or_area_is_not_counted_apart(town: Town) -> None:
    await arrived(town, *PEOPLE)
    await arrived(town, "سامي", language="ar")
    survey = await opened(town, market(anonymous=True))
    await answers(FrontDoor(town), survey, town.resident("سامي"), YES)
    parts = {(row.breakdown, row.part) for row in await town.rows(survey_tallies)}
    assert parts == {("", ""), ("language", ""), ("area", "")}


async def test_results_of_an_anonymous_survey_come_after_its_end(done: tuple[Town, FrontDoor, Survey]) -> None:
    town, door, survey = done
    for name in PEOPLE[2:5]:
        await answers(door, survey, town.resident(name), YES)
    admin = town.staff("U_ADMIN")
    await admin.commands(f"results {survey.id}", command="survey")
    assert "once it has ended" in admin.whispers()[-1]
    assert "Yes" not in admin.whispers()[-1]
    await town.pass_time(days=8)
    words = next(whisper for whisper in admin.whispers() if "Yes: 4 (80 %)" in whisper)
    assert "Fewer than 5 people have answered" in words
    assert "too far" not in words


async def test_a_changed_answer_opens_no_case(done: tuple[Town, FrontDoor, Survey]) -> None:
    town, door, _ = done
    basil = town.resident("Basil")
    edit = ResidentEdited(sender=basil.sender, message_id="m1", edited_at=town.now, text="too far from the bridge")
    await door.takes(basil, edit)
    assert "Answers to a survey stay" in basil.last
    assert await town.cases() == []
    assert not any("bridge" in row for rows in (await dump(town)).values() for row in rows)


async def test_words_that_nobody_explained_reach_nobody(town: Town) -> None:
    await arrived(town, *PEOPLE)
    survey = await opened(town, market(anonymous=True))
    door, amira = FrontDoor(town), town.resident("Amira")
    await press(door, amira, f"r:survey:{survey.id}:go")
    await press(door, amira, f"r:survey:{survey.id}:0:=no")
    await amira.writes("because of my boss")
    await town.pass_time(minutes=31)
    assert "passed it on to nobody" in amira.last
    assert await town.cases() == []
    assert not any("my boss" in row for rows in (await dump(town)).values() for row in rows)


async def test_the_invitation_says_that_it_is_anonymous(town: Town) -> None:
    await arrived(town, "Amira")
    await opened(town, market(anonymous=True))
    content = town.resident("Amira").posts()[-1].content
    assert isinstance(content, Message)
    assert "nowhere who answered it" in content.text
