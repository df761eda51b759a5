"""Words that are kept no longer: of closed cases, of ended deliveries, of handled updates. All of it set-wise.

What stays says that something happened, when, and to which department it belonged: statistics and the audit need no
words.
"""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from domain.case import CaseState
from domain.delivery import Lane, Operation
from storage.engine import Tx
from storage.tables import Instant, anchors, cases, entries, inbox, labels, outbox, questions
from storage.tables_retention import emptied_cases
from storage.upsert import upsert

_ENDED = ("queued", "sending")


async def cases_to_empty(tx: Tx, closed_before: datetime, limit: int) -> list[int]:
    """Numbers of cases closed before that instant whose words are still there, oldest first."""
    done = sa.exists().where(emptied_cases.c.case_id == cases.c.id, emptied_cases.c.at >= cases.c.closed_at)
    found = sa.select(cases.c.id).where(
        cases.c.state == CaseState.CLOSED, cases.c.closed_at < closed_before, sa.not_(done)
    )
    return [row.id for row in await tx.all(found.order_by(cases.c.closed_at).limit(limit))]


async def empty_cases(tx: Tx, ids: Sequence[int], now: datetime) -> None:
    """Take words, files, places and names out of these cases' histories and deliveries, and remember that."""
    await tx.execute(
        entries.update().where(entries.c.case_id.in_(ids)).values(text="", data={}, author="", message_id=None)
    )
    await tx.execute(questions.update().where(questions.c.case_id.in_(ids)).values(data={}))
    await tx.execute(labels.update().where(labels.c.case_id.in_(ids)).values(by=""))
    await tx.execute(
        outbox.update().where(outbox.c.case_id.in_(ids), outbox.c.state.not_in(_ENDED)).values(content=None)
    )
    await tx.execute(cases.update().where(cases.c.id.in_(ids)).values(routing={}))
    insert = upsert(tx, emptied_cases)
    kept = insert.on_conflict_do_update(index_elements=["case_id"], set_={"at": now})
    await tx.execute(kept, [{"case_id": case_id, "at": now} for case_id in ids])


async def take_down_threads(tx: Tx, ids: Sequence[int], channel: str, now: datetime) -> int:
    """Leave deletions for everything that stands in desk channels about these cases but their cards.

    Returns how many. They go in the last lane: people's messages come first.
    """
    before = sa.select(emptied_cases.c.at).where(emptied_cases.c.case_id == outbox.c.case_id).scalar_subquery()
    said = (
        outbox.c.case_id.in_(ids),
        sa.or_(before.is_(None), outbox.c.ended_at > before),  # what stood there then is gone already
        outbox.c.channel == channel,
        outbox.c.operation.in_((Operation.POST.value, Operation.FILE.value)),
        outbox.c.platform_id.is_not(None),
        sa.or_(outbox.c.anchor.is_(None), outbox.c.anchor.not_like("case:%")),
    )
    name = sa.func.coalesce(outbox.c.anchor, sa.literal("outbox:") + sa.cast(outbox.c.id, sa.Text))
    known = sa.select(name, outbox.c.channel, outbox.c.address, outbox.c.platform_id).where(*said)
    insert = upsert(tx, anchors)
    columns = ("name", "channel", "address", "platform_id")
    await tx.execute(insert.from_select(columns, known).on_conflict_do_nothing())
    fields = {
        "channel": outbox.c.channel,
        "address": outbox.c.address,
        "lane": sa.literal(int(Lane.BULK)),
        "operation": sa.literal(Operation.DELETE.value),
        "target": name,
        "created_at": sa.literal(now, Instant),
        "next_at": sa.literal(now, Instant),
    }
    deletions = sa.select(*fields.values()).where(*said)
    result = await tx.execute(outbox.insert().from_select(list(fields), deletions, include_defaults=False))
    tx.wake("outbox")
    return int(result.rowcount)


async def empty_deliveries(tx: Tx, ended_before: datetime, after: int, span: int) -> tuple[int, int]:
    """Take the contents out of deliveries that ended before that instant, looking at `span` ids after `after`.

    Returns how many were emptied and the id to go on after; 0 at the end of the table, to begin again.
    """
    last = await tx.scalar(sa.select(sa.func.max(outbox.c.id))) or 0
    result = await tx.execute(
        outbox.update()
        .where(
            outbox.c.id > after,
            outbox.c.id <= after + span,
            outbox.c.ended_at < ended_before,
            outbox.c.content.is_not(None),
        )
        .values(content=None)
    )
    return int(result.rowcount), after + span if after + span < last else 0


async def forget_set_aside(tx: Tx, before: datetime) -> int:
    """Delete updates that were set aside before that instant and that nobody replayed; returns how many."""
    result = await tx.execute(inbox.delete().where(inbox.c.state == "dead", inbox.c.ended_at < before))
    return int(result.rowcount)


async def empty_questions(tx: Tx, asked_before: datetime) -> int:
    """Take messages out of ended questions in which they waited for an answer; returns how many questions it were."""
    waited = sa.and_(questions.c.kind == "case", questions.c.state != "open", questions.c.asked_at < asked_before)
    full = sa.cast(questions.c.data, sa.Text) != "{}"
    result = await tx.execute(questions.update().where(waited, full).values(data={}))
    return int(result.rowcount)
