"""Cases: every change is a compare-and-set on the state, so that of two who act at once one wins.

Who looks at a case in a transaction that writes has it alone until the end (`Tx.locked`).
"""

import random
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.case import OPEN, Case, CaseKind, CaseState, Priority, Step, after
from domain.errors import NotFound
from domain.ids import new_reference
from storage.engine import Tx
from storage.tables import cases

REFERENCE_TRIES = 50


def _case(row: Any) -> Case:
    values = dict(row._mapping)
    return Case(
        **{
            **values,
            "kind": CaseKind(values["kind"]),
            "state": CaseState(values["state"]),
            "priority": Priority(values["priority"]),
        }
    )


async def open_case(
    tx: Tx, *, resident_id: int, kind: CaseKind, language: str, now: datetime, rng: random.Random, **values: Any
) -> Case:
    """Open a case under a fresh reference. Further columns of the table may be given by name."""
    reference = await _free_reference(tx, rng)
    case_id = await tx.insert(
        cases,
        reference=reference,
        resident_id=resident_id,
        kind=kind,
        state=CaseState.NEW,
        language=language,
        created_at=now,
        updated_at=now,
        **{"routing": {}, **values},
    )
    return await get(tx, case_id)


async def _free_reference(tx: Tx, rng: random.Random) -> str:
    for _ in range(REFERENCE_TRIES):
        reference = new_reference(rng)
        if await tx.scalar(sa.select(cases.c.id).where(cases.c.reference == reference)) is None:
            return reference
    raise RuntimeError("no free case reference was found")


async def get(tx: Tx, case_id: int) -> Case:
    """The case of that id. Raises NotFound."""
    row = await tx.one(tx.locked(sa.select(cases).where(cases.c.id == case_id)))
    if row is None:
        raise NotFound(f"case {case_id}")
    return _case(row)


async def by_reference(tx: Tx, reference: str) -> Case | None:
    """The case of that canonical reference, or None."""
    row = await tx.one(tx.locked(sa.select(cases).where(cases.c.reference == reference)))
    return None if row is None else _case(row)


async def of_resident(
    tx: Tx, resident_id: int, *, states: frozenset[CaseState] | None = None, limit: int = 20
) -> list[Case]:
    """A resident's cases, newest first, of the given states (all if None)."""
    query = sa.select(cases).where(cases.c.resident_id == resident_id)
    if states is not None:
        query = query.where(cases.c.state.in_(sorted(states)))
    return [_case(row) for row in await tx.all(query.order_by(cases.c.id.desc()).limit(limit))]


async def queue(
    tx: Tx,
    departments: Sequence[str],
    *,
    unassigned: bool = False,
    limit: int = 20,
) -> list[Case]:
    """Open cases of departments, urgent ones first, then oldest first."""
    query = sa.select(cases).where(cases.c.department.in_(departments), cases.c.state.in_(sorted(OPEN)))
    if unassigned:
        query = query.where(cases.c.assignee.is_(None))
    rank = sa.case({Priority.URGENT: 0, Priority.HIGH: 1, Priority.NORMAL: 2}, value=cases.c.priority, else_=3)
    return [_case(row) for row in await tx.all(query.order_by(rank, cases.c.created_at).limit(limit))]


async def of_assignee(tx: Tx, user: str, limit: int = 20) -> list[Case]:
    """Open cases that `user` has claimed, oldest first."""
    query = sa.select(cases).where(cases.c.assignee == user, cases.c.state.in_(sorted(OPEN)))
    return [_case(row) for row in await tx.all(query.order_by(cases.c.created_at).limit(limit))]


async def queue_counts(tx: Tx) -> dict[str, dict[str, int]]:
    """Open cases by department and state: ``{"water": {"new": 3, "claimed": 1}}``."""
    query = (
        sa.select(cases.c.department, cases.c.state, sa.func.count())
        .where(cases.c.state.in_(sorted(OPEN)), cases.c.department.is_not(None))
        .group_by(cases.c.department, cases.c.state)
    )
    counts: dict[str, dict[str, int]] = {}
    for department, state, number in await tx.all(query):
        counts.setdefault(department, {})[state] = int(number)
    return counts


async def advance(tx: Tx, case: Case, step: Step, now: datetime, **values: Any) -> Case | None:
    """Take `step`. None if the case has meanwhile moved on (look again). Raises ForbiddenTransition."""
    state = after(case.state, step)
    unmoved = sa.and_(cases.c.id == case.id, cases.c.state == case.state)
    unmoved = sa.and_(unmoved, cases.c.assignee.is_not_distinct_from(case.assignee))
    result = await tx.execute(cases.update().where(unmoved).values(state=state, updated_at=now, **values))
    return await get(tx, case.id) if result.rowcount == 1 else None


async def change(tx: Tx, case_id: int, now: datetime, **values: Any) -> Case:
    """Set columns that carry no state."""
    await tx.execute(cases.update().where(cases.c.id == case_id).values(updated_at=now, **values))
    return await get(tx, case_id)


async def overdue_confirmations(tx: Tx, resolved_before: datetime, limit: int = 200) -> list[Case]:
    """Resolved cases to which nobody objected since `resolved_before`."""
    query = sa.select(cases).where(cases.c.state == CaseState.RESOLVED, cases.c.resolved_at < resolved_before)
    return [_case(row) for row in await tx.all(query.order_by(cases.c.id).limit(limit))]


async def overdue(tx: Tx, department: str, now: datetime, limit: int = 20) -> list[Case]:
    """Cases that the department should have answered by now, the longest overdue first; those that wait for the
    resident are left out."""
    owed = cases.c.state.in_(sorted(OPEN - {CaseState.WAITING}))
    query = sa.select(cases).where(cases.c.department == department, owed, cases.c.due_at < now)
    return [_case(row) for row in await tx.all(query.order_by(cases.c.due_at, cases.c.id).limit(limit))]


async def count_overdue(tx: Tx, department: str, now: datetime) -> int:
    """How many cases the department should have answered by now."""
    owed = cases.c.state.in_(sorted(OPEN - {CaseState.WAITING}))
    query = sa.select(sa.func.count()).select_from(cases)
    return int(await tx.scalar(query.where(cases.c.department == department, owed, cases.c.due_at < now)))


async def count_between(tx: Tx, department: str, since: datetime, until: datetime) -> tuple[int, int]:
    """(opened, resolved) cases of a department from `since` until before `until`."""
    query = sa.select(sa.func.count()).select_from(cases).where(cases.c.department == department)
    opened = query.where(cases.c.created_at >= since, cases.c.created_at < until)
    resolved = query.where(cases.c.resolved_at >= since, cases.c.resolved_at < until)
    return int(await tx.scalar(opened)), int(await tx.scalar(resolved))
