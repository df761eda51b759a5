"""The ledger on PostgreSQL: asyncpg without SQLAlchemy, for one of any number of members that send side by side.

One connection carries the engine's commits, one after the other; another keeps our place among the members
(`storage.fleet`), so that a slow commit cannot cost it. Every commit begins by making sure that we are still on the
list and ends before anybody can take us off: what a member that was paused or cut off says too late finds nothing of
its own to change. Whoever takes members off settles what they left as sending, in the same way as a start does.

One address is served by one member at a time: addresses are dealt out by their hash, and where two members are of
different opinions for a moment, an advisory lock and the rows that are being sent decide.
"""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Any, TypeVar

import structlog

from storage import ledger_postgres_sql as sql
from storage.engine import Database, finish
from storage.fleet import BEAT, LEASE, Membership, Part
from storage.ledger import (
    HALTS,
    Ask,
    Batch,
    Fenced,
    Hold,
    LedgerTrouble,
    Look,
    Outcome,
    Recovery,
    Standing,
    Waiting,
    report_of,
)
from storage.postgres import connect, troubles

T = TypeVar("T")
BEHIND = 500_000  # microseconds after which a row is looked at again whose turn it was not
COMMIT_SECONDS = LEASE  # a commit that takes longer is given up: by then others may have settled its rows
IDLE_SECONDS = 1.5  # of a transaction of ours: its lock on our place must end before our lease does
_HOLDS = 10_000
_ORDERED = range(1, 4)
OWN = 0x4C4F  # the first number of advisory locks about a member's own commits
_ADDRESSES = 0x4C41  # the first number of advisory locks about addresses; the second is the address's hash

log = structlog.get_logger(__name__)


class PostgresLedger:
    """See `storage.ledger.Ledger`. Open with `PostgresLedger.open`."""

    def __init__(self, db: Database, owner: str, rates: Mapping[str, int]) -> None:
        self._db, self._owner, self._rates = db, owner, rates
        self._line = asyncio.Lock()  # one connection, one transaction at a time
        self._connection: Any = None
        self._beating: Any = None
        self._membership: Membership
        self._part = Part(shares=dict(rates))
        self._unsure: list[int] = []  # claims of a commit of which nobody knows whether it happened
        self._settle: tuple[list[int], list[str]] = ([], [])
        self._lower: Callable[[str, int], None] = lambda channel, share: None

    @classmethod
    async def open(cls, db: Database, owner: str, rates: Mapping[str, int]) -> "PostgresLedger":
        """Connect; `owner` names this life of the engine. `rates`: messages a window of all engines, by channel."""
        ledger = cls(db, owner, rates)
        db.listen()
        async with troubles():
            ledger._beating = await connect(db.dsn, command_seconds=BEAT * 2, idle_seconds=IDLE_SECONDS)
        return ledger

    async def close(self) -> None:
        """Leave the fleet and give both connections back."""
        try:
            async with asyncio.timeout(LEASE):
                await finish(self._membership.leave())
        except Exception as error:
            log.warning("leaving", problem=type(error).__name__)  # the others will notice
        for connection in (self._connection, self._beating):
            if connection is not None:
                connection.terminate()

    @property
    def sure(self) -> bool:
        return self._membership.sure

    async def look(self, ask: Ask) -> Look:
        return await self._run(lambda connection: self._look(connection, ask))

    async def commit(self, batch: Batch, ask: Ask | None = None) -> tuple[set[int], Look | None]:
        try:
            claimed = await self._run(lambda connection: self._transaction(connection, lambda: self._commit(batch)))
            self._unsure = []
        except BaseException:
            self._unsure += [row.id for row in batch.claims]
            raise
        after = None
        if ask is not None:
            try:
                after = await self.look(ask)
            except LedgerTrouble as error:
                log.warning("look", problem=str(error))
        return claimed, after

    async def pending_anchors(self, names: Sequence[str]) -> set[str]:
        rows = await self._run(lambda connection: connection.fetch(sql.PENDING, list(names)))
        return {row[0] for row in rows}

    async def recover(self, now: int, lanes_held: Sequence[int], harmless: Sequence[str]) -> Recovery:
        self._settle = (list(lanes_held), list(harmless))
        untouched = not await self._run(lambda connection: connection.fetchval(sql.ANYTHING))
        self._membership = Membership(
            self._beating, self._owner, "sender", self._rates, lambda channel, share: self._lower(channel, share)
        )
        async with troubles():
            self._part = await self._membership.join()
        resent, held = await self._settle_orphans(now)
        await self._run(lambda connection: connection.execute(sql.FORGET_WAITS, now))
        holds = await self._run(lambda connection: connection.fetch(sql.BEGUN, _HOLDS))
        return Recovery(
            resent=resent,
            held=held,
            holds=tuple(Hold(*row) for row in holds),
            waits=await self._waits(now),
            untouched=untouched,
            shares=self._part.shares,
        )

    async def keep(
        self, now: Callable[[], int], tell: Callable[[Standing], None], lower: Callable[[str, int], None]
    ) -> None:
        self._lower = lower
        while True:
            await asyncio.sleep(BEAT)
            try:
                await self._keep_once(now(), tell)
            except Fenced:
                raise
            except LedgerTrouble as error:
                log.warning("fleet", problem=str(error))
                await self._connect_again()

    async def rewind(self, channel: str, before: int, now: int) -> None:
        await self._run(lambda connection: connection.execute(sql.REWIND, now, channel, before))

    async def changes(self) -> int:
        return 0  # others ring our bell (`Database.listen`)

    async def recent(self, channel: str, address: str, since: int) -> list[int]:
        rows = await self._run(lambda connection: connection.fetch(sql.RECENT, address, channel, since))
        return [row[0] for row in rows]

    # Our place among the members

    async def _keep_once(self, now: int, tell: Callable[[Standing], None]) -> None:
        async with troubles():
            part = await self._membership.beat()
        moved, gone = part.shards != self._part.shards, part.gone
        if moved or gone or part.shares != self._part.shares:
            log.info("fleet", members=len(part.members), shards=len(part.shards), shares=part.shares, gone=gone)
        self._part = part
        resent, held = await self._settle_orphans(now) if await self._orphans() else (0, 0)
        if resent or held:
            log.warning("deliveries of a member that is gone", resent=resent, held=held)
        tell(Standing(shares=part.shares, moved=moved or bool(resent), waits=await self._waits(now)))

    async def _connect_again(self) -> None:
        self._beating.terminate()
        with suppress(LedgerTrouble):
            async with troubles():
                self._beating = await connect(self._db.dsn, command_seconds=BEAT * 2, idle_seconds=IDLE_SECONDS)
            self._membership.carry_on(self._beating)

    async def _orphans(self) -> bool:
        """Whether anything is being sent by nobody on the list, whoever took its sender off."""
        return bool(await self._run(lambda connection: connection.fetchval(sql.ORPHANED)))

    async def _settle_orphans(self, now: int) -> tuple[int, int]:
        """What those who are gone left as sending goes out again or ends in doubt. Returns how many of each."""
        lanes_held, harmless = self._settle

        async def settle() -> tuple[int, int]:
            left = await self._connection.fetch(sql.ORPHANS)
            held = [row for row in left if row["lane"] in lanes_held and row["operation"] not in harmless]
            resent = [row["id"] for row in left if row not in held]
            if held:
                await self._connection.execute(sql.HELD, [row["id"] for row in held], now)
                reports = [report_of(row["id"], row["case_id"], "doubt", "crash") for row in held if row["report"]]
                await self._insert_reports(reports, now)
                await self._tally([(row["spread_id"], "doubt") for row in held])
            if resent:
                await self._connection.execute(sql.RESENT, resent, harmless)
            return len(resent), len(held)

        return await self._run(lambda connection: self._transaction(connection, settle))

    async def _waits(self, now: int) -> dict[str, int]:
        rows = await self._run(lambda connection: connection.fetch(sql.WAITS, now))
        return {row[0]: row[1] for row in rows}

    # One connection

    async def _run(self, job: Callable[[Any], Awaitable[T]]) -> T:
        """Do `job` on the connection, alone and to its end. Raises LedgerTrouble; then the next one connects again."""
        async with self._line:
            return await finish(self._guarded(job))

    async def _guarded(self, job: Callable[[Any], Awaitable[T]]) -> T:
        try:
            async with troubles():
                if self._connection is None:
                    self._connection = await connect(
                        self._db.dsn, command_seconds=COMMIT_SECONDS, idle_seconds=IDLE_SECONDS
                    )
                return await job(self._connection)
        except LedgerTrouble:
            if self._connection is not None:
                self._connection.terminate()
                self._connection = None
            raise

    async def _transaction(self, connection: Any, job: Callable[[], Awaitable[T]]) -> T:
        async with connection.transaction():
            return await job()

    # What a commit says

    async def _look(self, connection: Any, ask: Ask) -> Look:
        channel, now, limit, lanes = ask
        shards = list(self._part.shards)
        rows = [Waiting(*row) for row in await connection.fetch(sql.LOOK, channel, now, limit, list(lanes), shards)]
        if len(rows) >= limit:
            return Look(rows, True, now)
        return Look(rows, False, await connection.fetchval(sql.NEXT, channel, now, list(lanes), shards))

    async def _commit(self, batch: Batch) -> set[int]:
        run = self._connection
        if await run.fetchval(sql.STANDING, self._owner, OWN) is None:
            raise Fenced(self._owner)
        if self._unsure:
            await run.execute(sql.UNDO, self._unsure, self._owner)
        recorded = await self._record(batch)
        ended = await self._end_unsent(batch)
        claimed = await self._claim(batch)
        if batch.turns:
            ids, nexts, held = _columns((turn.id, turn.next_at, turn.held) for turn in batch.turns)
            await run.execute(sql.TURN, ids, nexts, held, self._owner)
        if batch.roused:
            await run.execute(sql.ROUSE, list(batch.roused), batch.now)
        if batch.waits:
            await run.execute(sql.WAIT, list(batch.waits), list(batch.waits.values()))
        await self._tally([(one.row.spread_id, one.state) for one in (*recorded, *ended)])
        await self._report([*recorded, *ended], batch.now)
        return claimed

    async def _record(self, batch: Batch) -> list[Outcome]:
        """Write down outcomes of sends; returns those that were still ours to write down."""
        sent = [one for one in batch.outcomes if one.state == "sent" and not (one.counted or one.doubted)]
        again = [one for one in batch.outcomes if one.state == "queued"]
        ended = [one for one in batch.outcomes if one not in sent and one.state != "queued"]
        ours: set[int] = set()
        if sent:
            columns = _columns((one.row.id, one.platform_id, one.reason) for one in sent)
            ours |= await self._ids(sql.SENT, *columns, self._owner, batch.now)
        if again:
            columns = _columns((one.row.id, one.reason, one.next_at, one.counted, one.doubted) for one in again)
            ours |= await self._ids(sql.AGAIN, *columns, self._owner)
        if ended:
            columns = _columns((one.row.id, one.state, one.reason, one.counted, one.doubted) for one in ended)
            ours |= await self._ids(sql.ENDED, *columns, self._owner, batch.now)
        recorded = [one for one in batch.outcomes if one.row.id in ours]
        await self._remember(batch.channel, recorded)
        return recorded

    async def _remember(self, channel: str, recorded: list[Outcome]) -> None:
        """What follows from outcomes: where messages are, who has blocked us, who has moved."""
        run = self._connection
        known = [
            (one.row.anchor, one.row.address, one.platform_id)
            for one in recorded
            if one.state == "sent" and one.row.anchor is not None and one.platform_id is not None
        ]
        if known:
            names, addresses, ids = _columns(known)
            await run.execute(sql.ANCHOR, names, channel, addresses, ids)
        blocked = [one.row.address for one in recorded if one.state == "blocked"]
        if blocked:
            await run.execute(sql.BLOCKED, channel, blocked)
        for one in recorded:
            if one.moved_to is not None:
                await run.execute(sql.MOVED_RESIDENT, one.moved_to, channel, one.row.address)
                await run.execute(sql.MOVED_QUEUED, one.moved_to, channel, one.row.address)

    async def _end_unsent(self, batch: Batch) -> list[Outcome]:
        if not batch.endings:
            return []
        columns = _columns((one.row.id, one.state, one.reason) for one in batch.endings)
        ours = await self._ids(sql.UNSENT, *columns, batch.now)
        return [one for one in batch.endings if one.row.id in ours]

    async def _claim(self, batch: Batch) -> set[int]:
        claims = await self._not_halted(batch)
        if not claims:
            return set()
        asked = [row.id for row in claims]
        free = await self._ids(sql.FREE, asked, _ADDRESSES)
        until = batch.now + int(LEASE * 1_000_000)
        claimed = await self._ids(sql.CLAIM, sorted(free), self._owner, until, batch.now) if free else set()
        late = [(row.id, batch.now + BEHIND, row.lane in _ORDERED) for row in claims if row.id not in claimed]
        if late:
            await self._connection.execute(sql.TURN, *_columns(late), self._owner)
        return claimed

    async def _not_halted(self, batch: Batch) -> Sequence[Waiting]:
        """The claims without rows of halted spreads: those are told here, or they would be seen again and again."""
        run = self._connection
        spreads = sorted({row.spread_id for row in batch.claims if row.spread_id is not None})
        if not spreads:
            return batch.claims
        await run.execute(sql.HALT_LOCK, spreads, HALTS)  # a halt waits for us, and whoever comes later sees it
        halted = {row[0]: row[1] for row in await run.fetch(sql.HALTED, spreads)}
        for spread_id, how in halted.items():
            ids = [row.id for row in batch.claims if row.spread_id == spread_id]
            told = await self._ids(sql.HALT, ids, how, None if how == "paused" else batch.now)
            if how != "paused":
                await self._tally([(spread_id, how)] * len(told))
        return [row for row in batch.claims if row.spread_id not in halted]

    async def _tally(self, endings: list[tuple[int | None, str]]) -> None:
        counted = Counter((spread, state) for spread, state in endings if spread is not None and state != "queued")
        if counted:
            spreads, states, rows = _columns((spread, state, count) for (spread, state), count in counted.items())
            await self._connection.execute(sql.TALLY, spreads, states, rows)

    async def _report(self, outcomes: Sequence[Outcome], now: int) -> None:
        await self._insert_reports(
            [
                report_of(one.row.id, one.row.case_id, one.state, one.reason)
                for one in outcomes
                if one.row.report and one.state != "queued"
            ],
            now,
        )

    async def _insert_reports(self, reports: list[tuple[str, str, str]], now: int) -> None:
        if reports:
            await self._connection.execute(sql.REPORT, *_columns(reports), now)
            await self._connection.execute(sql.NOTIFY, "inbox")

    async def _ids(self, statement: str, *values: Any) -> set[int]:
        return {row[0] for row in await self._connection.fetch(statement, *values)}


def _columns(rows: Iterable[tuple[Any, ...]]) -> list[list[Any]]:
    """Rows as the columns that unnest() puts together again; at least one row."""
    return [list(column) for column in zip(*rows, strict=True)]
