"""Old and new side by side: a process goes on while a newer version migrates the database under its feet."""

import random
from pathlib import Path

import pytest
import sqlalchemy as sa

from storage.engine import Database
from storage.schema import metadata
from storage.tables import inbox, outbox
from tests.crash.compare import compare
from tests.crash.crowd import Crowd
from tests.crash.test_faults import all_answered, cry
from tests.crash.town_hall import TownHall, town_hall

pytestmark = [pytest.mark.crash, pytest.mark.slow]


async def migrated_by_a_newer_one(url: str) -> None:
    """What the next version may do while this one runs (docs/operate.md): tables and columns come, nothing goes."""
    async with Database.open(url) as db, db.write() as tx:
        for table in metadata.tables:
            await tx.execute(sa.text(f"ALTER TABLE {table} ADD COLUMN from_tomorrow TEXT"))
            await tx.execute(sa.text(f"ALTER TABLE {table} ADD COLUMN counted_tomorrow INTEGER NOT NULL DEFAULT 0"))
        await tx.execute(sa.text("CREATE TABLE tomorrow (id INTEGER PRIMARY KEY)"))
        await tx.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))


async def test_a_process_goes_on_while_a_newer_version_migrates(tmp_path: Path, database_url: str) -> None:
    async with town_hall(tmp_path, database_url) as hall:
        child = await hall.start()
        await hall.ready(child)
        crowd = Crowd(hall=hall, rng=random.Random(9))
        crowd.gather(3)
        cry(crowd)
        await all_answered(crowd)
        for one in crowd.neighbours:
            one.write()
        await migrated_by_a_newer_one(database_url)
        cry(crowd)
        for one in crowd.neighbours:
            one.write()
        await hall.settled(60)
        while crowd.answer():  # which of their matters they mean
            await hall.settled(60)
        await compare(hall, crowd)
        assert (await hall.health())["ok"]
        assert await failed(hall) == (0, 0)
        assert await child.stop() == 0
        refused = await hall.start()  # of the old version no further process may start
        assert await refused.died() == 2
        assert "newer Liaison (schema 9999" in refused.log.read_text()


async def failed(hall: TownHall) -> tuple[int, int]:
    """Deliveries that failed, and updates that were set aside."""
    return (
        await hall.count(outbox, outbox.c.state == "failed"),
        await hall.count(inbox, inbox.c.state == "dead"),
    )
