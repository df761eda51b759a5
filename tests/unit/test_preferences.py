"""Wishes as rows: said twice they are said once, alerts are wanted unless refused, quiet hours hold set-wise."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from domain.inbound import Sender
from domain.people import Reach
from storage import erasure, preferences, residents
from storage.engine import Database, Tx
from storage.tables import residents as table
from storage.tables_preferences import resident_areas, resident_roles, resident_topics

WARSAW = ZoneInfo("Europe/Warsaw")
LATE = datetime(2026, 11, 16, 22, 30, tzinfo=UTC)  # 23:30 in Warsaw, 6:30 in Manila


async def person(tx: Tx, address: str, **wishes: object) -> int:
    sender = Sender(channel="telegram", address=address, user=address, name="Robin Sample")
    met = await residents.meet(tx, sender, "en", LATE)
    return (await residents.change(tx, met.id, **wishes)).id if wishes else met.id


async def test_wishes_said_twice_are_said_once(db: Database) -> None:
    async with db.write() as tx:
        robin = await person(tx, "1")
        for _ in range(2):
            await preferences.want_area(tx, robin, "harbour", wanted=True)
            await preferences.want_topic(tx, robin, "events", wanted=True)
            await preferences.give_role(tx, robin, "volunteer")
        assert await preferences.areas_of(tx, robin) == {"harbour"}
        assert await preferences.topics_of(tx, robin) == {"alerts", "events"}
        assert await preferences.roles_of(tx, robin) == {"volunteer"}
        await preferences.want_area(tx, robin, "harbour", wanted=False)
        await preferences.want_topic(tx, robin, "alerts", wanted=False)
        await preferences.take_role(tx, robin, "volunteer")
        assert await preferences.areas_of(tx, robin) == frozenset()
        assert await preferences.topics_of(tx, robin) == {"events"}
        assert await preferences.roles_of(tx, robin) == frozenset()


async def test_everybodys_quiet_hours_are_kept_in_one_statement(db: Database) -> None:
    async with db.write() as tx:
        await person(tx, "awake")
        await person(tx, "asleep", quiet_from=22 * 60, quiet_to=7 * 60)
        await person(tx, "manila-early", quiet_from=22 * 60, quiet_to=7 * 60, time_zone="Asia/Manila")
        await person(tx, "manila-up", quiet_from=23 * 60, quiet_to=6 * 60, time_zone="Asia/Manila")
        when = await preferences.allowed_at(tx, LATE, WARSAW)
        found = {row.address: row.at for row in await tx.all(sa.select(table.c.address, when.label("at")))}
    assert found == {
        "awake": LATE,
        "asleep": datetime(2026, 11, 17, 6, tzinfo=UTC),
        "manila-early": datetime(2026, 11, 16, 23, tzinfo=UTC),
        "manila-up": LATE,
    }


async def test_whoever_is_erased_leaves_no_wish_and_a_copy_holds_them_all(db: Database) -> None:
    async with db.write() as tx:
        robin = await person(tx, "1", quiet_from=60, quiet_to=120, time_zone="Asia/Manila")
        await preferences.move_area(tx, robin, "harbour")
        await preferences.want_topic(tx, robin, "events", wanted=True)
        await preferences.give_role(tx, robin, "drill")
        copy = await erasure.everything_about(tx, robin)
        assert copy["wishes"] == {"areas": ["harbour"], "topics": ["alerts", "events"], "roles": ["drill"]}
        assert (copy["resident"]["time_zone"], copy["resident"]["quiet_from"]) == ("Asia/Manila", 60)

        await erasure.forget_resident(tx, await residents.get(tx, robin), Reach.ERASED)
        for wishes in (resident_areas, resident_topics, resident_roles):
            assert await tx.scalar(sa.select(sa.func.count()).select_from(wishes)) == 0
        gone = await residents.get(tx, robin)
        assert (gone.time_zone, gone.quiet_from, gone.quiet_to, gone.area) == (None, None, None, None)
