"""Safety checks: opened with a broadcast, answered by residents, chased among the silent, closed."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.delivery import DeliveryState
from domain.safety import Answer, Check
from storage.audience import REACHED_STATES
from storage.engine import Tx
from storage.spread_tally import count_ended
from storage.tables import outbox, residents
from storage.tables_broadcasts import broadcasts
from storage.tables_safety import safety_answers, safety_checks, safety_tally
from storage.tables_spreading import spreads
from storage.upsert import upsert


async def open_check(tx: Tx, check_id: int, now: datetime, chase_at: datetime | None) -> None:
    """Ask: from now on answers are expected. One that was closed is open again, with the answers that it had."""
    values: dict[str, Any] = {"opened_at": now, "changed_at": now, "chase_at": chase_at, "reached": {}}
    insert = upsert(tx, safety_checks).values(id=check_id, **values)
    again = {"closed_at": None, "chase_at": chase_at, "changed_at": now}
    await tx.execute(insert.on_conflict_do_update(index_elements=["id"], set_=again))


async def get(tx: Tx, check_id: int) -> Check | None:
    """The check that hangs on that broadcast, or None."""
    row = await tx.one(sa.select(safety_checks).where(safety_checks.c.id == check_id))
    return None if row is None else Check(**row._mapping)


async def open_checks(tx: Tx) -> list[Check]:
    """Every check that is not closed, oldest first."""
    query = sa.select(safety_checks).where(safety_checks.c.closed_at.is_(None)).order_by(safety_checks.c.id)
    return [Check(**row._mapping) for row in await tx.all(query)]


async def close(tx: Tx, check_id: int, now: datetime) -> bool:
    """Nobody is chased any more; answers still count. False where it was closed already."""
    result = await tx.execute(
        safety_checks.update()
        .where(safety_checks.c.id == check_id, safety_checks.c.closed_at.is_(None))
        .values(closed_at=now, chase_at=None, changed_at=now)
    )
    return result.rowcount == 1


async def chased(tx: Tx, check: Check, now: datetime, next_at: datetime | None) -> bool:
    """The silent are asked once more, by us alone. False where somebody else was first."""
    result = await tx.execute(
        safety_checks.update()
        .where(
            safety_checks.c.id == check.id,
            safety_checks.c.chases == check.chases,
            safety_checks.c.closed_at.is_(None),
        )
        .values(chases=check.chases + 1, chase_at=next_at, changed_at=now)
    )
    return result.rowcount == 1


async def postpone(tx: Tx, check_id: int, chase_at: datetime) -> None:
    """Chase later: not everybody has been asked yet."""
    await tx.execute(safety_checks.update().where(safety_checks.c.id == check_id).values(chase_at=chase_at))


async def drawn(tx: Tx, check_id: int, now: datetime) -> None:
    """Its board was drawn."""
    await tx.execute(safety_checks.update().where(safety_checks.c.id == check_id).values(drawn_at=now))


async def keep_reached(tx: Tx, check_id: int, reached: dict[str, int], now: datetime) -> None:
    """Remember how many people were reached in each area."""
    values = {"reached": reached, "reached_at": now, "changed_at": now}
    await tx.execute(safety_checks.update().where(safety_checks.c.id == check_id).values(**values))


async def answer(
    tx: Tx, check_id: int, resident_id: int, area: str | None, said: Answer, now: datetime
) -> Answer | None:
    """Keep what a resident says; returns what they had said before. The sums follow."""
    before = await tx.one(
        sa.select(safety_answers.c.answer, safety_answers.c.area).where(
            safety_answers.c.check_id == check_id, safety_answers.c.resident_id == resident_id
        )
    )
    if before is not None:
        await _count(tx, check_id, before.area, before.answer, -1)
    key = {"check_id": check_id, "resident_id": resident_id}
    values = {"answer": said.value, "area": area or "", "at": now}
    insert = upsert(tx, safety_answers).values(**key, **values)
    await tx.execute(insert.on_conflict_do_update(index_elements=list(key), set_=values))
    await _count(tx, check_id, area or "", said, 1)
    await tx.execute(safety_checks.update().where(safety_checks.c.id == check_id).values(changed_at=now))
    return None if before is None else Answer(before.answer)


async def case_of(tx: Tx, check_id: int, resident_id: int) -> int | None:
    """The case that was opened for this resident's call for help, or None."""
    found = await tx.scalar(
        sa.select(safety_answers.c.case_id).where(
            safety_answers.c.check_id == check_id, safety_answers.c.resident_id == resident_id
        )
    )
    return None if found is None else int(found)


async def remember_case(tx: Tx, check_id: int, resident_id: int, case_id: int) -> None:
    """This case was opened for the resident's call for help."""
    mine = sa.and_(safety_answers.c.check_id == check_id, safety_answers.c.resident_id == resident_id)
    await tx.execute(safety_answers.update().where(mine).values(case_id=case_id))


async def sums(tx: Tx, check_id: int) -> dict[tuple[str, Answer], int]:
    """People by area and answer. Costs the same for ten answers and for a million."""
    query = sa.select(safety_tally).where(safety_tally.c.check_id == check_id, safety_tally.c.people > 0)
    return {(row.area, Answer(row.answer)): int(row.people) for row in await tx.all(query)}


async def was_asked(tx: Tx, check_id: int, resident_id: int) -> bool:
    """Whether a message of the check's family reached the resident, or may have."""
    found = sa.select(outbox.c.id).where(*_asked(check_id), outbox.c.resident_id == resident_id)
    return await tx.scalar(found.limit(1)) is not None


async def people_asked(tx: Tx, check_id: int) -> dict[str, int]:
    """How many people were reached in each area. Looks at every recipient: not for every tick of a large broadcast."""
    area = sa.func.coalesce(residents.c.area, "")
    people = sa.select(outbox.c.resident_id).where(*_asked(check_id)).distinct().subquery()
    query = (
        sa.select(area, sa.func.count())
        .select_from(people.join(residents, residents.c.id == people.c.resident_id))
        .group_by(area)
    )
    return {row[0]: int(row[1]) for row in await tx.all(query)}


async def silent(tx: Tx, check_id: int, after: int, limit: int) -> Sequence[Any]:
    """(id, name, channel, language, area) of those who were reached and have not answered, by id, beyond `after`."""
    r = residents.c
    asked = sa.exists().where(*_asked(check_id), outbox.c.resident_id == r.id).correlate(residents)
    said = sa.exists().where(safety_answers.c.check_id == check_id, safety_answers.c.resident_id == r.id)
    query = sa.select(r.id, r.name, r.channel, r.language, r.area).where(
        r.id > after, asked, sa.not_(said.correlate(residents))
    )
    return await tx.all(query.order_by(r.id).limit(limit))


async def let_be(tx: Tx, occasions: Sequence[str], resident_id: int, now: datetime) -> int:
    """They have answered: a question to them that has not left yet stays here. Returns how many were stopped."""
    if not occasions:
        return 0
    of_it = sa.select(spreads.c.id).where(spreads.c.occasion.in_(occasions))
    stopped = 0
    for spread_id in [row.id for row in await tx.all(of_it)]:
        result = await tx.execute(
            outbox.update()
            .where(
                outbox.c.spread_id.is_not(None),
                outbox.c.spread_id == spread_id,
                outbox.c.resident_id == resident_id,
                outbox.c.state.in_(("queued", "paused")),
            )
            .values(state=DeliveryState.STOPPED.value, reason="answered", ended_at=now)
        )
        if result.rowcount > 0:
            await count_ended(tx, spread_id, DeliveryState.STOPPED, result.rowcount)
            stopped += result.rowcount
    return stopped


async def chases_of(tx: Tx, check: Check) -> list[int]:
    """Numbers of everything that was spread among the silent."""
    if not check.chases:
        return []
    query = sa.select(spreads.c.id).where(spreads.c.occasion.in_(check.occasions())).order_by(spreads.c.id)
    return [row.id for row in await tx.all(query)]


async def forget(tx: Tx, resident_id: int) -> None:
    """Drop a resident's answers; the sums, which name nobody, stay."""
    await tx.execute(safety_answers.delete().where(safety_answers.c.resident_id == resident_id))


async def everything_of(tx: Tx, resident_id: int) -> list[dict[str, Any]]:
    """What a resident answered, as plain values for a file of their own."""
    query = sa.select(safety_answers).where(safety_answers.c.resident_id == resident_id)
    rows = await tx.all(query.order_by(safety_answers.c.check_id))
    return [{"check": row.check_id, "answer": row.answer, "at": row.at.isoformat()} for row in rows]


def _asked(check_id: int) -> tuple[sa.ColumnElement[bool], ...]:
    family = sa.select(broadcasts.c.id).where(sa.or_(broadcasts.c.id == check_id, broadcasts.c.refers_to == check_id))
    of_it = sa.select(spreads.c.id).where(spreads.c.broadcast_id.in_(family.scalar_subquery()))
    return (
        outbox.c.spread_id.is_not(None),
        outbox.c.spread_id.in_(of_it.scalar_subquery()),
        outbox.c.resident_id.is_not(None),
        outbox.c.operation == "post",
        outbox.c.state.in_(REACHED_STATES),
    )


async def _count(tx: Tx, check_id: int, area: str, said: str, people: int) -> None:
    key = {"check_id": check_id, "area": area, "answer": str(said)}
    insert = upsert(tx, safety_tally).values(**key, people=people)
    more = {"people": safety_tally.c.people + insert.excluded.people}
    await tx.execute(insert.on_conflict_do_update(index_elements=list(key), set_=more))
