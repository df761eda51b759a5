"""Ideas and who backs them. A state is changed by compare-and-set, so that what follows from it happens once."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.errors import NotFound
from storage.engine import Tx
from storage.tables_surveys import idea_backers, ideas
from storage.upsert import upsert

NEW, PUBLIC, DECLINED, DONE = "new", "public", "declined", "done"
SHOWN = (PUBLIC, DONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea:
    """One row of the ideas table. `area` '' is the whole community; `answer`: language -> words of the staff."""

    id: int
    resident_id: int | None
    text: str
    language: str
    area: str
    state: str
    answer: dict[str, str]
    answered_by: str | None
    created_at: datetime
    changed_at: datetime


def _idea(row: Any) -> Idea:
    return Idea(**{column.name: row._mapping[column.name] for column in ideas.c})


async def add(tx: Tx, *, resident_id: int, text: str, language: str, area: str, now: datetime) -> Idea:
    """Keep an idea that staff have yet to read."""
    idea_id = await tx.insert(
        ideas,
        resident_id=resident_id,
        text=text,
        language=language,
        area=area,
        answer={},
        created_at=now,
        changed_at=now,
    )
    return await get(tx, idea_id)


async def get(tx: Tx, idea_id: int) -> Idea:
    """The idea of that id. Raises NotFound."""
    row = await tx.one(sa.select(ideas).where(ideas.c.id == idea_id))
    if row is None:
        raise NotFound(f"idea {idea_id}")
    return _idea(row)


async def shown_in(tx: Tx, area: str, limit: int) -> list[tuple[Idea, int]]:
    """Published ideas of an area and of the whole community with the number of backers, the most backed first."""
    backers = sa.func.count(idea_backers.c.resident_id)
    query = (
        sa.select(ideas, backers.label("backers"))
        .outerjoin(idea_backers, idea_backers.c.idea_id == ideas.c.id)
        .where(ideas.c.state.in_(SHOWN), ideas.c.area.in_(("", area)))
        .group_by(ideas.c.id)
        .order_by(sa.case((ideas.c.state == PUBLIC, 0), else_=1), backers.desc(), ideas.c.id.desc())
    )
    return [(_idea(row), int(row.backers)) for row in await tx.all(query.limit(limit))]


async def change(tx: Tx, idea: Idea, now: datetime, **values: Any) -> bool:
    """Set columns of an idea that is still in the state in which it was read. False where somebody was quicker."""
    result = await tx.execute(
        ideas.update().where(ideas.c.id == idea.id, ideas.c.state == idea.state).values(changed_at=now, **values)
    )
    return result.rowcount == 1


async def back(tx: Tx, idea_id: int, resident_id: int) -> bool:
    """Stand behind an idea. False where the person does so already."""
    insert = upsert(tx, idea_backers)
    fresh = insert.values(idea_id=idea_id, resident_id=resident_id).on_conflict_do_nothing()
    return await tx.scalar(fresh.returning(idea_backers.c.idea_id)) is not None


async def withdraw(tx: Tx, idea_id: int, resident_id: int) -> bool:
    """Stand behind it no more. False where the person did not."""
    mine = sa.and_(idea_backers.c.idea_id == idea_id, idea_backers.c.resident_id == resident_id)
    return bool((await tx.execute(idea_backers.delete().where(mine))).rowcount == 1)


async def backs(tx: Tx, idea_id: int, resident_id: int) -> bool:
    """Whether the person stands behind it."""
    mine = sa.and_(idea_backers.c.idea_id == idea_id, idea_backers.c.resident_id == resident_id)
    return await tx.scalar(sa.select(idea_backers.c.idea_id).where(mine)) is not None


async def count_backers(tx: Tx, idea_id: int) -> int:
    """How many stand behind it, its author included."""
    backing = sa.select(sa.func.count()).select_from(idea_backers).where(idea_backers.c.idea_id == idea_id)
    return int(await tx.scalar(backing))
