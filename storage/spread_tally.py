"""How the rows of a spread ended, counted as they end: a progress bar must not count a million rows."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import sqlalchemy as sa

from domain.delivery import DeliveryState
from storage.engine import Tx
from storage.tables import outbox
from storage.tables_spreading import spread_tally, spreads
from storage.upsert import upsert


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How far spreads have come. `complete`: every recipient has a row. `ended` counts rows by final state."""

    people: int = 0
    rows: int = 0
    complete: bool = True
    settled: bool = True  # every row that a halt concerns has been told
    ended: dict[str, int] = field(default_factory=dict)

    @property
    def sent(self) -> int:
        """Rows that the platform said yes to."""
        return self.ended.get(DeliveryState.SENT, 0)

    @property
    def unsent(self) -> int:
        """Rows that ended otherwise, whatever the reason."""
        return sum(self.ended.values()) - self.sent

    @property
    def left(self) -> int:
        """Rows that have not ended."""
        return max(0, self.rows - sum(self.ended.values()))

    @property
    def finished(self) -> bool:
        """Whether nothing more will happen."""
        return self.complete and self.settled and self.left == 0


async def count_ended(tx: Tx, spread_id: int, state: str, rows: int) -> None:
    """`rows` more of the spread ended in `state`."""
    insert = upsert(tx, spread_tally)
    await tx.execute(
        insert.values(spread_id=spread_id, state=str(state), rows=rows).on_conflict_do_update(
            index_elements=["spread_id", "state"], set_={"rows": spread_tally.c.rows + insert.excluded.rows}
        )
    )


async def tally(tx: Tx, spread_ids: Sequence[int]) -> Tally:
    """How far these spreads have come together. Costs the same for ten rows and for a million."""
    s = spreads.c
    whole = await tx.one(
        sa.select(
            sa.func.coalesce(sa.func.sum(s.people), 0),
            sa.func.coalesce(sa.func.sum(s.rows), 0),
            sa.func.count(s.ended_at) == sa.func.count(),
            sa.func.coalesce(sa.func.sum(sa.case((s.halt_done.is_(False), 1), else_=0)), 0),
        ).where(s.id.in_(spread_ids))
    )
    t = spread_tally.c
    ended = sa.select(t.state, sa.func.sum(t.rows)).where(t.spread_id.in_(spread_ids)).group_by(t.state)
    counts = {row[0]: int(row[1]) for row in await tx.all(ended)}
    assert whole is not None
    return Tally(people=int(whole[0]), rows=int(whole[1]), complete=bool(whole[2]), settled=not whole[3], ended=counts)


async def recount(tx: Tx, spread_ids: Sequence[int]) -> dict[str, int]:
    """Rows by state, counted one by one: for a report and for tests of the tally, not for a progress bar."""
    o = outbox.c
    query = sa.select(o.state, sa.func.count()).where(o.spread_id.is_not(None), o.spread_id.in_(spread_ids))
    return {row[0]: row[1] for row in await tx.all(query.group_by(o.state))}
