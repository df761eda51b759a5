"""From stored update to handled update: in order within a conversation, in parallel across conversations.

A row is handled in the very transaction that marks it done, so it counts exactly once whatever happens in between.
A row that keeps failing is set aside after `MOST_ATTEMPTS`; only its own conversation waits for it meanwhile. Trouble
of the database itself (locked, disk full) costs no attempt: the row waits until it is over.
"""

import asyncio
import dataclasses
from bisect import insort
from collections import deque
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from time import monotonic

import structlog

from domain.crash_points import reach
from domain.inbound import Inbound
from handlers.context import Context, Taught
from handlers.dispatch import handle
from handlers.reading import Reading
from storage import inbox
from storage.crew import Crew
from storage.engine import Database, Tx, Unavailable
from storage.inbox import Stored

MOST_ATTEMPTS = 5
PARALLEL = 16  # conversations handled at once; the one writer makes more pointless
BUFFER = 2_000  # rows held in memory; the rest wait on disk
LOOK_SECONDS = 1.0
LOOK_BACK_SECONDS = 30.0
NOT_YET = timedelta(seconds=0.1)

log = structlog.get_logger()

Parse = Callable[[Stored], Inbound]
Read = Callable[[Inbound], Awaitable[Reading | None]]
MakeContext = Callable[[Tx], Context]
Learn = Callable[[list[Taught]], Awaitable[None]]
Alarm = Callable[[str, Stored], Awaitable[None]]


class NotYet(Exception):
    """An earlier row of the conversation is in somebody else's hands, or has only just been committed."""


class InboxWorker:
    """Handles the inbox until told to stop; then finishes what it has begun."""

    def __init__(
        self,
        db: Database,
        *,
        parse: Parse,
        read: Read,
        make_context: MakeContext,
        learn: Learn,
        alarm: Alarm,
        now: Callable[[], datetime],
    ) -> None:
        self._db, self._parse, self._read = db, parse, read
        self._make_context, self._learn, self._alarm, self._now = make_context, learn, alarm, now
        self._queues: dict[str, deque[Stored]] = {}
        self._held: set[int] = set()  # ids of the rows in the queues
        self._cursor = 0
        self._looked_back = 0.0
        self._crew = Crew(db)
        self._turns = asyncio.Semaphore(PARALLEL)
        self._tasks: set[asyncio.Task[None]] = set()
        self._stopping = False

    async def run(self, stop: asyncio.Event) -> None:
        """Work until `stop` is set. May be run again after it has failed."""
        self._stopping = False
        stopped = asyncio.ensure_future(stop.wait())
        belonging = asyncio.ensure_future(self._crew.belong())
        try:
            while not stop.is_set():
                if await self._load_if_possible() == 0:
                    bell = asyncio.ensure_future(self._db.wake.wait(inbox.TOPIC, LOOK_SECONDS))
                    await asyncio.wait({bell, stopped}, return_when=asyncio.FIRST_COMPLETED)
                    bell.cancel()
        finally:
            self._stopping = True
            stopped.cancel()
            if self._tasks:
                await asyncio.wait(self._tasks)
            belonging.cancel()
            await asyncio.gather(belonging, return_exceptions=True)

    @property
    def busy(self) -> int:
        """Rows in memory that are not handled yet."""
        return len(self._held)

    async def _load_if_possible(self) -> int:
        try:
            return await self._load()
        except Unavailable as error:
            log.warning("inbox.database_unavailable", problem=str(error.orig))
            return 0

    async def _load(self) -> int:
        """Fetch rows into the queues of their conversations; returns how many."""
        if len(self._held) >= BUFFER:
            await asyncio.sleep(0.05)
            return 1
        self._look_back()
        async with self._db.read() as tx:
            rows = await inbox.waiting(tx, after=self._cursor, limit=500, shards=self._crew.shards)
        for row in rows:
            self._cursor = row.id
            self._enqueue(row)
        return len(rows)

    def _look_back(self) -> None:
        """A row that was replayed has an old number: begin from the first now and then, and whenever there is time.

        Where others write too, a row may be committed after one with a higher number: then look back more often.
        """
        seconds = LOOK_BACK_SECONDS if self._crew.shards is None else LOOK_SECONDS
        if not self._held or monotonic() > self._looked_back + seconds:
            self._cursor, self._looked_back = 0, monotonic()

    def _enqueue(self, row: Stored) -> None:
        if row.id in self._held:
            return
        queue = self._queues.get(row.conversation)
        if queue is None:
            queue = self._queues[row.conversation] = deque()
            task = asyncio.create_task(self._converse(row.conversation, queue))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        insort(queue, row, key=lambda one: one.id)
        self._held.add(row.id)

    async def _converse(self, conversation: str, queue: deque[Stored]) -> None:
        """Handle one conversation's rows one after the other; the task ends when there are no more."""
        try:
            while queue and not self._stopping:
                await self._next(queue)
        finally:  # whatever is left rests in the table and is fetched again
            self._queues.pop(conversation, None)
            self._held.difference_update(row.id for row in queue)

    async def _next(self, queue: deque[Stored]) -> None:
        row = queue[0]
        wait = (row.next_at - self._now()).total_seconds()
        if wait > 0:
            await asyncio.sleep(min(wait, LOOK_SECONDS))
            return
        async with self._turns:
            again = await self._attempt(row)
        if again is None:
            queue.remove(row)
            self._held.discard(row.id)
        else:
            queue[queue.index(row)] = again

    async def _attempt(self, row: Stored) -> Stored | None:
        """Handle a row. Returns it with its next time if it must be tried again."""
        try:
            return await self._handled(row)
        except NotYet:
            return dataclasses.replace(row, next_at=self._now() + NOT_YET)
        except Unavailable as error:
            log.warning("inbox.database_unavailable", row=row.id, problem=str(error.orig))
            return dataclasses.replace(row, next_at=self._now() + timedelta(seconds=1))

    async def _handled(self, row: Stored) -> Stored | None:
        try:
            await self.handle_one(row)
        except (Unavailable, NotYet):
            raise
        except Exception as error:
            return await self._failed(row, error)
        return None

    async def handle_one(self, row: Stored) -> None:
        """Handle one row in one transaction."""
        event = self._parse(row)
        reading = await self._read(event)

        async def deed(tx: Tx) -> list[Taught]:
            if not await inbox.my_turn(tx, row):
                raise NotYet(row.conversation)
            if not await inbox.done(tx, row.id, self._now()):
                return []
            ctx = self._make_context(tx)
            await handle(ctx, event, reading)
            reach("handled")
            return ctx.taught

        taught = await self._db.transact(deed)
        reach("committed")
        if taught:
            await self._learn(taught)

    async def _failed(self, row: Stored, error: Exception) -> Stored | None:
        attempts = row.attempts + 1
        problem = f"{type(error).__name__}: {error}"[:500]
        log.warning("inbox.failed", row=row.id, channel=row.channel, attempt=attempts, problem=type(error).__name__)
        if attempts >= MOST_ATTEMPTS:
            async with self._db.write() as tx:
                await inbox.set_aside(tx, row.id, problem, self._now())
            log.error("inbox.set_aside", row=row.id, channel=row.channel, exc_info=error)
            await self._alarm("dead-letter", row)
            return None
        next_at = self._now() + timedelta(seconds=0.5 * 2**attempts)
        async with self._db.write() as tx:
            await inbox.defer(tx, row.id, problem, next_at)
        return dataclasses.replace(row, attempts=attempts, next_at=next_at, problem=problem)
