"""Keeping words no longer than the configuration says: one small step at a time, each in a transaction of its own.

After the words, in its own time, goes the knowledge of who got what was said to many (docs/adr/0014).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

import orjson

from domain.delivery import Lane
from domain.delivery_report import Outcomes
from handlers import desk
from handlers.context import Context
from storage import audit, cases, documents, inbox, once, pruning, retention

CASES_A_STEP = 50  # each leaves an edit of its card and deletions of its thread's lines
DELIVERIES_A_STEP = 5_000
RECIPIENTS_A_STEP = 2_000  # a row goes from a dozen indexes; sending goes on in between
CURSOR = "retention-deliveries"
NOTICES_CURSOR = "retention-notices"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """What stays of a spread whose recipients are kept no longer. `pace`: percent of the reached -> by when."""

    spread_id: int
    outcomes: tuple[Outcomes, ...]
    pace: dict[int, datetime]


async def empty_closed_cases(ctx: Context) -> int:
    """Erase the words of cases that were closed long enough ago, here and in Slack; returns how many cases it were."""
    before = ctx.now - timedelta(days=ctx.community.retention.closed_cases_days)
    ids = await retention.cases_to_empty(ctx.tx, before, CASES_A_STEP)
    if not ids:
        return 0
    await retention.take_down_threads(ctx.tx, ids, ctx.desk_channel, ctx.now)
    await retention.empty_cases(ctx.tx, ids, ctx.now)
    for case_id in ids:
        await desk.refresh_card(ctx, await cases.get(ctx.tx, case_id), lane=Lane.BULK)
    await audit.note(
        ctx.tx, "liaison", "retention.cases", "", ctx.now, count=len(ids), closed_before=before.isoformat()
    )
    return len(ids)


async def empty_old_deliveries(ctx: Context) -> bool:
    """Erase the contents of deliveries that ended long enough ago, a stretch of the ledger at a time.

    False once the end is reached; the next call begins again.
    """
    before = ctx.now - timedelta(days=ctx.community.retention.deliveries_days)
    kept = await documents.take(ctx.tx, CURSOR)
    count, after = await retention.empty_deliveries(
        ctx.tx, before, orjson.loads(kept) if kept else 0, DELIVERIES_A_STEP
    )
    await documents.put(ctx.tx, CURSOR, orjson.dumps(after), ctx.now)
    if count:
        await audit.note(ctx.tx, "liaison", "retention.deliveries", "", ctx.now, count=count)
    return after > 0


async def sum_up(ctx: Context) -> Sums | None:
    """The sums of the next spread that is old enough; None: there is none. Reads only, and every row of it."""
    spread_id = await pruning.next_to_sum(ctx.tx, ctx.now - timedelta(days=ctx.community.retention.recipients_days))
    if spread_id is None:
        return None
    outcomes, pace = await pruning.sums(ctx.tx, spread_id)
    return Sums(spread_id=spread_id, outcomes=outcomes, pace=pace)


async def keep_sums(ctx: Context, sums: Sums) -> None:
    """Write them down: from now on the single recipients are no longer named anywhere, and their rows go."""
    if await pruning.keep_sums(ctx.tx, sums.spread_id, sums.outcomes, sums.pace, ctx.now):
        people = sum(one.people for one in sums.outcomes)
        await audit.note(ctx.tx, "liaison", "retention.recipients", "", ctx.now, spread=sums.spread_id, count=people)


async def forget_recipients(ctx: Context) -> bool:
    """Delete rows of spreads whose sums are kept, a stretch at a time; False once none is left."""
    return await pruning.forget_recipients(ctx.tx, RECIPIENTS_A_STEP, ctx.now)


async def forget_notices(ctx: Context) -> bool:
    """Delete old deliveries that belong to no case and no spread. False once the end of the ledger is reached."""
    before = ctx.now - timedelta(days=ctx.community.retention.recipients_days)
    kept = await documents.take(ctx.tx, NOTICES_CURSOR)
    count, after = await pruning.forget_notices(ctx.tx, before, orjson.loads(kept) if kept else 0, RECIPIENTS_A_STEP)
    await documents.put(ctx.tx, NOTICES_CURSOR, orjson.dumps(after), ctx.now)
    if count:
        await audit.note(ctx.tx, "liaison", "retention.notices", "", ctx.now, count=count)
    return after > 0


async def forget_updates(ctx: Context) -> None:
    """Delete handled updates, and those that were set aside and that nobody asked for as long as a case is kept.

    Messages that waited with a question are in their cases by then: the question's copy goes with the deliveries.
    """
    rules = ctx.community.retention
    handled = await inbox.forget_before(ctx.tx, ctx.now - timedelta(days=rules.updates_days))
    await once.forget_before(ctx.tx, ctx.now - once.KEEP)
    aside = await retention.forget_set_aside(ctx.tx, ctx.now - timedelta(days=rules.closed_cases_days))
    waited = await retention.empty_questions(ctx.tx, ctx.now - timedelta(days=rules.deliveries_days))
    if handled or aside or waited:
        counts = {"count": handled, "set_aside": aside, "questions": waited}
        await audit.note(ctx.tx, "liaison", "retention.updates", "", ctx.now, **counts)
