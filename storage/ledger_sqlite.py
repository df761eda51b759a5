"""The ledger on SQLite: one connection on one thread of its own, one hop to it per commit.

A whole commit runs as one job on that thread, so a cancelled task can never leave a transaction open. Commits take
`Database.write_lock`, the queue in which all writers of this process stand: SQLite's own busy back-off is unfair.
"""

import asyncio
import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Literal, TypeVar

import orjson

from storage.engine import BUSY_MILLISECONDS, Database, finish
from storage.ledger import Ask, Batch, Hold, LedgerTrouble, Look, Outcome, Recovery, Standing, Waiting, report_of

T = TypeVar("T")
U = TypeVar("U")
Durability = Literal["FULL", "NORMAL"]
LEASE = 60_000_000  # microseconds; matters only where several engines share a database
BEHIND = 500_000  # microseconds after which a row is looked at again that has an earlier one before it
_HOLDS = 10_000
_ORDERED = range(1, 4)  # lanes of the index outbox_in_order

_LOOK = """
SELECT o.id, o.address, o.lane, o.operation, COALESCE(o.content, b.content), o.anchor, o.target, o.thread,
       t.platform_id, h.platform_id, o.reply_to, o.person, o.case_id, o.report, o.attempts, o.doubts,
       o.next_at, o.not_after, o.spread_id
FROM outbox o INDEXED BY outbox_claim
LEFT JOIN bodies b ON b.id = o.body_id
LEFT JOIN anchors t ON t.name = o.target
LEFT JOIN anchors h ON h.name = o.thread
WHERE o.channel = ? AND o.lane = ? AND o.state = 'queued' AND o.next_at <= ?
ORDER BY o.next_at, o.id LIMIT ?"""
_NEXT = """
SELECT next_at FROM outbox INDEXED BY outbox_claim
WHERE channel = ? AND lane = ? AND state = 'queued' AND next_at > ? ORDER BY next_at LIMIT 1"""
_CLAIM = """
UPDATE outbox SET state = 'sending', leased_by = ?, lease_until = ?, started_at = ?
WHERE id IN (SELECT value FROM json_each(?)) AND state = 'queued'"""
_EARLIER = """
SELECT 1 FROM outbox e INDEXED BY outbox_in_order
WHERE e.channel = outbox.channel AND e.address = outbox.address AND e.lane = outbox.lane AND e.id < outbox.id
  AND e.state = 'queued' AND e.lane + 0 BETWEEN 1 AND 3 AND e.operation <> 'answer'
  AND (e.leased_by IS NOT NULL OR e.next_at <= ?)"""
_CLAIM_IN_ORDER = f"{_CLAIM} AND (operation = 'answer' OR NOT EXISTS ({_EARLIER}))"
_CLAIMED = "SELECT id FROM outbox WHERE id IN (SELECT value FROM json_each(?)) AND state = 'sending' AND leased_by = ?"
_SENT = """
UPDATE outbox SET state = 'sent', reason = done.reason, platform_id = done.platform_id, ended_at = ?1,
       attempts = attempts + 1
FROM (SELECT json_extract(value, '$[0]') AS id, json_extract(value, '$[1]') AS platform_id,
             json_extract(value, '$[2]') AS reason FROM json_each(?2)) AS done
WHERE outbox.id = done.id AND outbox.state = 'sending' AND outbox.leased_by = ?3"""
_ENDED = """
UPDATE outbox SET state = ?, reason = ?, ended_at = ?, attempts = attempts + ?, doubts = doubts + ?
WHERE id = ? AND state = 'sending' AND leased_by = ?"""
_AGAIN = """
UPDATE outbox SET state = 'queued', reason = ?1, next_at = ?2, attempts = attempts + ?3, doubts = doubts + ?4,
       leased_by = CASE WHEN ?1 IS NULL AND attempts = 0 THEN NULL ELSE leased_by END
WHERE id = ?5 AND state = 'sending' AND leased_by = ?6"""
_UNSENT = "UPDATE outbox SET state = ?, reason = ?, ended_at = ? WHERE id = ? AND state = 'queued'"
_TURN = """
UPDATE outbox SET next_at = ?, leased_by = CASE WHEN ? THEN ? ELSE leased_by END WHERE id = ? AND state = 'queued'"""
_ROUSE = "UPDATE outbox SET next_at = ? WHERE id = ? AND state = 'queued'"
_ANCHOR = """
INSERT INTO anchors (name, channel, address, platform_id) VALUES (?, ?, ?, ?)
ON CONFLICT (name) DO UPDATE SET channel = excluded.channel, address = excluded.address,
                                 platform_id = excluded.platform_id"""
_REPORT = """
INSERT INTO inbox (channel, dedupe, conversation, payload, state, attempts, received_at, next_at)
VALUES ('liaison', ?, ?, ?, 'new', 0, ?, ?) ON CONFLICT DO NOTHING"""
_BLOCKED = """
UPDATE residents SET reach = 'blocked' WHERE channel = ? AND address = ? AND reach IN ('active', 'stopped')"""
_MOVED_RESIDENT = "UPDATE OR IGNORE residents SET address = ? WHERE channel = ? AND address = ?"
_MOVED_QUEUED = "UPDATE outbox SET address = ? WHERE channel = ? AND address = ? AND state IN ('queued', 'sending')"
_WAIT = """
INSERT INTO waits (scope, until) VALUES (?, ?) ON CONFLICT (scope) DO UPDATE SET until = max(until, excluded.until)"""
_PENDING = """
SELECT DISTINCT anchor FROM outbox INDEXED BY outbox_by_anchor
WHERE anchor IS NOT NULL AND anchor IN (SELECT value FROM json_each(?)) AND state IN ('queued', 'sending')"""
_HALTED = """
SELECT id, halt FROM spreads WHERE id IN (SELECT value FROM json_each(?)) AND halt IS NOT NULL"""
_HALT = """
UPDATE outbox SET state = ?, ended_at = ? WHERE id IN (SELECT value FROM json_each(?)) AND state = 'queued'"""
_TALLY = """
INSERT INTO spread_tally (spread_id, state, "rows") VALUES (?, ?, ?)
ON CONFLICT (spread_id, state) DO UPDATE SET "rows" = "rows" + excluded."rows" """
_LEFT = """
SELECT id, lane, operation, report, case_id, spread_id FROM outbox INDEXED BY outbox_sending WHERE state = 'sending'"""
_HELD = "UPDATE outbox SET state = 'doubt', reason = 'crash', ended_at = ?, doubts = doubts + 1 WHERE id = ?"
_RESENT = """
UPDATE outbox SET state = 'queued', reason = 'crash', attempts = attempts + 1, doubts = doubts + ? WHERE id = ?"""
_BEGUN = """
SELECT channel, address, lane, id, next_at FROM outbox INDEXED BY outbox_begun
WHERE state = 'queued' AND leased_by IS NOT NULL AND attempts > 0 ORDER BY id LIMIT ?"""
_REWIND = """
UPDATE outbox INDEXED BY outbox_claim SET next_at = ?1
WHERE channel = ?2 AND lane BETWEEN 0 AND 5 AND state = 'queued' AND next_at > ?1 AND next_at <= ?3
  AND created_at > ?1"""
_RECENT = """
SELECT ended_at FROM outbox INDEXED BY outbox_by_message
WHERE address = ? AND case_id IS NOT NULL AND platform_id IS NOT NULL AND channel = ? AND ended_at > ?"""


class SqliteLedger:
    """See `storage.ledger.Ledger`. Open with `SqliteLedger.open`; must be closed, its thread outlives the loop else."""

    def __init__(self, db: Database, owner: str, durability: Durability) -> None:
        self._db = db
        self._owner = owner
        self._durability = durability
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="ledger")
        self._connection: sqlite3.Connection

    @classmethod
    async def open(cls, db: Database, owner: str, durability: Durability = "FULL") -> "SqliteLedger":
        """Open a connection to the database of `db`; `owner` names this engine on the rows that it claims."""
        ledger = cls(db, owner, durability)
        await ledger._run(ledger._connect)
        return ledger

    async def close(self) -> None:
        """Close the connection and end the thread."""
        await self._run(self._connection.close)
        self._thread.shutdown(wait=False)

    @property
    def sure(self) -> bool:
        return True  # one engine a database file (`bot.instance_lock`)

    async def keep(
        self, now: Callable[[], int], tell: Callable[[Standing], None], lower: Callable[[str, int], None]
    ) -> None:
        await asyncio.Event().wait()

    async def look(self, ask: Ask) -> Look:
        return await self._run(lambda: self._look(ask))

    async def commit(self, batch: Batch, ask: Ask | None = None) -> tuple[set[int], Look | None]:
        after = None if ask is None else lambda: self._look(ask)
        result = await self._write(lambda: self._commit(batch), after)
        if any(outcome.row.report and outcome.state != "queued" for outcome in [*batch.outcomes, *batch.endings]):
            self._db.wake.rouse("inbox")
        return result

    async def pending_anchors(self, names: Sequence[str]) -> set[str]:
        asked = _json(list(names))
        return await self._run(lambda: {row[0] for row in self._connection.execute(_PENDING, (asked,))})

    async def recover(self, now: int, lanes_held: Sequence[int], harmless: Sequence[str]) -> Recovery:
        recovery, _ = await self._write(lambda: self._recover(now, set(lanes_held), set(harmless)))
        return recovery

    async def rewind(self, channel: str, before: int, now: int) -> None:
        await self._write(lambda: self._connection.execute(_REWIND, (now, channel, before)))

    async def changes(self) -> int:
        return await self._run(lambda: int(self._connection.execute("PRAGMA data_version").fetchone()[0]))

    async def recent(self, channel: str, address: str, since: int) -> list[int]:
        return await self._run(lambda: [row[0] for row in self._connection.execute(_RECENT, (address, channel, since))])

    def _connect(self) -> None:
        self._connection = sqlite3.connect(
            str(self._db.url.database), isolation_level=None, check_same_thread=False, cached_statements=64
        )
        self._connection.execute(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute(f"PRAGMA synchronous={self._durability}")

    async def _run(self, job: Callable[[], T]) -> T:
        try:
            return await asyncio.get_running_loop().run_in_executor(self._thread, job)
        except sqlite3.Error as error:
            raise LedgerTrouble(f"{type(error).__name__}: {error}") from error

    async def _write(self, job: Callable[[], T], after: Callable[[], U] | None = None) -> tuple[T, U | None]:
        """Run a whole transaction on the thread, to its end even if this task is cancelled, holding the write lock.

        `after` is run in the same hop once it is committed.
        """
        async with self._db.write_lock:
            return await finish(self._run(lambda: (self._transaction(job), None if after is None else after())))

    def _transaction(self, job: Callable[[], T]) -> T:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            result = job()
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise
        return result

    def _look(self, ask: Ask) -> Look:
        rows: list[Waiting] = []
        channel, now, limit, lanes = ask
        for lane in lanes:
            found = self._connection.execute(_LOOK, (channel, lane, now, limit - len(rows)))
            rows.extend(map(Waiting._make, found))
            if len(rows) >= limit:
                return Look(rows, True, now)
        dues = [self._connection.execute(_NEXT, (channel, lane, now)).fetchone() for lane in lanes]
        return Look(rows, False, min((due[0] for due in dues if due), default=None))

    def _commit(self, batch: Batch) -> set[int]:
        for outcome in batch.outcomes:
            if outcome.state != "sent":
                self._settle(batch, outcome)
        sent = [outcome for outcome in batch.outcomes if outcome.state == "sent"]
        run = self._connection.executemany
        if sent:
            done = _json([(one.row.id, one.platform_id, one.reason) for one in sent])
            self._connection.execute(_SENT, (batch.now, done, self._owner))
            self._remember(batch, sent)
        for one in batch.endings:
            self._end_unsent(batch, one)
        self._count([(one.row.spread_id, one.state) for one in batch.outcomes])
        self._report(batch, [*batch.outcomes, *batch.endings])
        if batch.turns:
            run(_TURN, [(turn.next_at, turn.held, self._owner, turn.id) for turn in batch.turns])
        if batch.roused:
            run(_ROUSE, [(batch.now, id_) for id_ in batch.roused])
        if batch.waits:
            run(_WAIT, list(batch.waits.items()))
        return self._claim(batch)

    def _settle(self, batch: Batch, one: Outcome) -> None:
        """Record an outcome other than sent: rare, so row by row."""
        run = self._connection.execute
        if one.state == "queued":
            run(_AGAIN, (one.reason, one.next_at, one.counted, one.doubted, one.row.id, self._owner))
        else:
            run(_ENDED, (one.state, one.reason, batch.now, one.counted, one.doubted, one.row.id, self._owner))
        if one.state == "blocked":
            run(_BLOCKED, (batch.channel, one.row.address))
        if one.moved_to is not None:
            run(_MOVED_RESIDENT, (one.moved_to, batch.channel, one.row.address))
            run(_MOVED_QUEUED, (one.moved_to, batch.channel, one.row.address))

    def _end_unsent(self, batch: Batch, one: Outcome) -> None:
        """Whoever looked at a row may have been overtaken by a stop: then it has ended already, and is counted."""
        ended = self._connection.execute(_UNSENT, (one.state, one.reason, batch.now, one.row.id)).rowcount
        if ended:
            self._count([(one.row.spread_id, one.state)])

    def _count(self, endings: list[tuple[int | None, str]]) -> None:
        counted = Counter((spread, state) for spread, state in endings if spread is not None and state != "queued")
        if counted:
            self._connection.executemany(_TALLY, [(*which, rows) for which, rows in counted.items()])

    def _remember(self, batch: Batch, sent: list[Outcome]) -> None:
        known = [
            (one.row.anchor, batch.channel, one.row.address, one.platform_id)
            for one in sent
            if one.row.anchor is not None and one.platform_id is not None
        ]
        if known:
            self._connection.executemany(_ANCHOR, known)

    def _report(self, batch: Batch, outcomes: list[Outcome]) -> None:
        reports = [
            (*report_of(one.row.id, one.row.case_id, one.state, one.reason), batch.now, batch.now)
            for one in outcomes
            if one.row.report and one.state != "queued"
        ]
        if reports:
            self._connection.executemany(_REPORT, reports)

    def _claim(self, batch: Batch) -> set[int]:
        claims = self._not_halted(batch)
        ordered = [row.id for row in claims if row.lane in _ORDERED]
        free = [row.id for row in claims if row.lane not in _ORDERED]
        claimed = self._mark(_CLAIM, batch.now, free) if free else set()
        if ordered:
            mine = self._mark(_CLAIM_IN_ORDER, batch.now, ordered, batch.now)
            behind = [(batch.now + BEHIND, True, self._owner, id_) for id_ in ordered if id_ not in mine]
            self._connection.executemany(_TURN, behind)
            claimed |= mine
        return claimed

    def _not_halted(self, batch: Batch) -> Sequence[Waiting]:
        """The claims without rows of halted spreads: those are told here, or they would be seen again and again."""
        asked = {row.spread_id for row in batch.claims if row.spread_id is not None}
        halted = dict(self._connection.execute(_HALTED, (_json(list(asked)),)).fetchall()) if asked else {}
        if not halted:
            return batch.claims
        for spread_id, how in halted.items():
            ids = _json([row.id for row in batch.claims if row.spread_id == spread_id])
            told = self._connection.execute(_HALT, (how, None if how == "paused" else batch.now, ids)).rowcount
            if how != "paused":
                self._count([(spread_id, how)] * told)
        return [row for row in batch.claims if row.spread_id not in halted]

    def _mark(self, statement: str, now: int, ids: list[int], *more: int) -> set[int]:
        """Mark these as sending; returns those that could be. One step of SQLite for all of them: the interpreter's
        lock changes hands at each step, and the event loop wants it."""
        wanted = _json(ids)
        marked = self._connection.execute(statement, (self._owner, now + LEASE, now, wanted, *more)).rowcount
        if marked == len(ids):
            return set(ids)
        return {row[0] for row in self._connection.execute(_CLAIMED, (wanted, self._owner))}

    def _recover(self, now: int, lanes_held: set[int], harmless: set[str]) -> Recovery:
        run = self._connection.execute
        untouched = run("SELECT 1 FROM outbox LIMIT 1").fetchone() is None
        left = run(_LEFT).fetchall()
        held = [row for row in left if row[1] in lanes_held and row[2] not in harmless]
        resent = [row for row in left if not (row[1] in lanes_held and row[2] not in harmless)]
        for id_, _, _, report, case_id, _ in held:
            run(_HELD, (now, id_))
            if report:
                run(_REPORT, (*report_of(id_, case_id, "doubt", "crash"), now, now))
        self._count([(row[5], "doubt") for row in held])
        for id_, _, operation, _, _, _ in resent:
            run(_RESENT, (int(operation not in harmless), id_))
        run("DELETE FROM waits WHERE until <= ?", (now,))
        waits: dict[str, int] = dict(run("SELECT scope, until FROM waits").fetchall())
        holds = tuple(map(Hold._make, run(_BEGUN, (_HOLDS,))))
        return Recovery(resent=len(resent), held=len(held), holds=holds, waits=waits, untouched=untouched)


def _json(value: Any) -> str:
    return orjson.dumps(value).decode()
