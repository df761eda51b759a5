"""Residents by the dozen, and what they wish, for tests of what is said to many."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

import sqlalchemy as sa

from storage.engine import Database
from storage.tables import cases, outbox, residents
from storage.tables_preferences import resident_areas, resident_roles, resident_topics

NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class Person:
    """A resident as a test wants them."""

    id: int
    language: str = "pl"
    channel: str = "telegram"
    reach: str = "active"
    home: str | None = None
    areas: tuple[str, ...] = ()
    topics: dict[str, bool] = field(default_factory=dict)
    roles: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()  # of open cases
    quiet: tuple[int, int] | None = None


async def settle(db: Database, people: Sequence[Person]) -> None:
    """Let these, and nobody else, live here."""
    async with db.write() as tx:
        for table in (resident_areas, resident_topics, resident_roles, cases, residents):
            await tx.execute(table.delete())
        for person in people:
            values: dict[str, object] = {"id": person.id, "channel": person.channel, "address": str(7000 + person.id)}
            values |= {"language": person.language, "reach": person.reach, "area": person.home, "created_at": NOW}
            quiet_from, quiet_to = person.quiet or (None, None)
            await tx.insert(residents, **values, quiet_from=quiet_from, quiet_to=quiet_to, history={}, dialogue={})
            for area in person.areas:
                await tx.execute(resident_areas.insert().values(resident_id=person.id, area=area))
            for topic, wanted in person.topics.items():
                await tx.execute(resident_topics.insert().values(resident_id=person.id, topic=topic, wanted=wanted))
            for role in person.roles:
                await tx.execute(resident_roles.insert().values(resident_id=person.id, role=role))
            for number, department in enumerate(person.departments):
                await tx.insert(
                    cases, reference=f"C{person.id}-{number}", resident_id=person.id, department=department,
                    kind="report", state="new", language="pl", created_at=NOW, updated_at=NOW, routing={},
                )  # fmt: skip


async def rows(db: Database, *names: str) -> list[tuple[object, ...]]:
    """These columns of every row of the outbox, in the order of their ids."""
    async with db.read() as tx:
        found = await tx.all(sa.select(*(outbox.c[name] for name in names)).order_by(outbox.c.id))
    return [tuple(row) for row in found]
