"""The way out of one channel: look, claim, wait for the permit, send, record. See `delivery.engine` for the whole.

Two tasks. The pump turns outcomes and intents into group commits. The pacer takes the permits: strictly after the
intent is on disk and right before the request, best lane first, so an emergency overtakes whatever was claimed
before it.
"""

import asyncio
import heapq
import random
import sqlite3
from collections.abc import Callable
from datetime import datetime

import structlog

from delivery.answers import AnswerTimes, slots
from delivery.breaker import Breaker
from delivery.choose import ANCHOR_LOOK, SECOND, Choice, Chooser
from delivery.health import Alarm, ChannelHealth, Tally
from delivery.limits import Chats, Pace
from delivery.settings import EngineSettings
from delivery.unpack import unpack
from delivery.verdict import Judge
from domain.delivery import DeliveryState, Lane, Operation
from domain.errors import InDoubt, NotSent, PlatformDown, RateLimited, Revoked, SendError
from domain.ports import Sender
from storage.ledger import Batch, Ledger, Look, Outcome, Recovery, Turn, Waiting
from storage.tables import from_micros, to_micros

LANES = tuple(int(lane) for lane in Lane)
LOOK_MORE = 16  # rows looked at beyond the room there is: some of them cannot go yet
STALE = 2.0  # seconds after which a claimed row that got no permit is given back
log = structlog.get_logger(__name__)


class Outlet:
    """One channel. `ring` says that there may be something new; `run` works until `stop` is called."""

    def __init__(
        self,
        channel: str,
        sender: Sender,
        ledger: Ledger,
        settings: EngineSettings,
        clock: Callable[[], datetime],
        alarm: Callable[[Alarm], None],
        rng: random.Random,
    ) -> None:
        self.channel = channel
        limits = settings.of(channel)
        self._sender, self._ledger, self._settings, self._limits = sender, ledger, settings, limits
        self._clock, self._alarm, self._rng = clock, alarm, rng
        self._judge = Judge(doubt=settings.doubt, backoff=settings.backoff, attempts=settings.attempts)
        self.pace = Pace(limits.rate, limits.guard)
        self.chats = Chats(limits.chat)
        self.breaker = Breaker(threshold=settings.outage_after, backoff=settings.outage)
        self.tally = Tally()
        self._chooser = Chooser(self._free_at, self._spacing)
        self._answers = AnswerTimes()
        self._ready: list[tuple[int, int, float, Waiting]] = []  # heap: lane, id, since, row
        self._flying: dict[int, asyncio.Task[None]] = {}
        self._done: list[Outcome] = []
        self._recording = 0
        self._waits: dict[str, int] = {}
        self._parked: dict[str, set[int]] = {}  # anchor -> ids of rows that wait for it
        self._nudge, self._tick = asyncio.Event(), asyncio.Event()
        self._look_at = float("-inf")  # when something may be due
        self._rung = True  # something came since the last look: it may be an emergency
        self._timer: asyncio.TimerHandle | None = None
        self._stopping = False
        self._ailing = False  # the database fails
        self._strangers_until = float("inf")  # until then, groups may have had messages from a former life
        self._recalled: set[str] = set()

    # What others may do

    def ring(self) -> None:
        """There may be new rows."""
        self._look_at = float("-inf")
        self._rung = True
        self._nudge.set()

    def resume(self) -> None:
        """Try again at once although the channel was given up."""
        self.breaker.resume(self._now())
        self.ring()

    def take_over(self, recovery: Recovery) -> None:
        """Begin where the former life of the process ended: waits hold, and the limit's window may be used up."""
        now, micros = self._now(), self._micros()
        if not recovery.untouched:
            self.pace.pause(now + 1 + self.pace.share)
        self._strangers_until = now + 61
        for hold in recovery.holds:
            if hold.channel == self.channel:
                self._chooser.hold(hold.address, hold.lane, hold.id, hold.next_at)
        for scope, until in recovery.waits.items():
            at = now + (until - micros) / SECOND
            channel, _, address = scope.partition(":")
            if channel == self.channel and address:
                self.chats.pause(address, at)
            elif channel == self.channel:
                self.pace.pause(at)

    def health(self, queued: int) -> ChannelHealth:
        """Figures of this moment."""
        now, tally = self._now(), self.tally
        until = max(self.pace.paused_until, self.breaker.until if self.breaker.open else now)
        paused = until > now
        state = "revoked" if self.breaker.revoked else "down" if self.breaker.open else "paused" if paused else "ok"
        return ChannelHealth(
            channel=self.channel,
            state=state,  # type: ignore[arg-type]
            queued=queued,
            in_flight=len(self._flying),
            slots=self.slots,
            rate=tally.rate(now),
            guard=self.pace.share,
            sent=tally.sent,
            failed=tally.failed,
            rate_limited=tally.rate_limited,
            last_error=tally.last_error,
            last_error_at=tally.last_error_at,
            paused_until=from_micros(self._micros() + int((until - now) * SECOND)) if paused else None,
        )

    @property
    def slots(self) -> int:
        """W: how many deliveries may be marked and not yet recorded."""
        fixed = self._limits.in_flight
        return fixed or slots(self.pace.rate, self._answers.p95, self._limits.in_flight_most)

    async def run(self) -> None:
        """Work until `stop`; then take nothing new, await the answers for `drain` seconds and record them."""
        pacer = asyncio.create_task(self._keep_pace())
        sweeper = asyncio.create_task(self._sweep())
        patience = 0.0  # for answers, where we are cancelled or fail
        try:
            self._nudge.set()
            await self._pump(pacer)
            patience = self._settings.drain
        finally:
            for task in (pacer, sweeper):
                task.cancel()
            await asyncio.gather(pacer, sweeper, return_exceptions=True)
            if self._timer is not None:
                self._timer.cancel()
            await self._drain(patience)

    def stop(self) -> None:
        """Take nothing new."""
        self._stopping = True
        self._nudge.set()

    # The pump: outcomes and intents, in group commits

    async def _pump(self, pacer: asyncio.Task[None]) -> None:
        while not self._stopping:
            await self._nudge.wait()
            self._nudge.clear()
            if pacer.done():
                pacer.result()
            try:
                await self._cycle()
                self._ailing = False
            except (sqlite3.Error, OSError) as error:
                await self._storage_trouble(error)

    async def _storage_trouble(self, error: Exception) -> None:
        log.error("ledger", channel=self.channel, error=type(error).__name__)
        if not self._ailing:
            self._ailing = True
            self._alarm(Alarm(channel=self.channel, kind="storage", detail=type(error).__name__))
        await asyncio.sleep(1)
        self.ring()

    async def _cycle(self) -> None:
        now = self._now()
        look, choice = None, Choice()
        room, urgent = self._room(now), self._urgent_room()
        if room > 0 and now >= self._look_at:
            self._look_at = now + self._settings.poll
            look, choice = await self._look(LANES, room)
        elif urgent and self._rung:
            seen, choice = await self._look(*urgent)
            self._rung = seen.full
        await self._commit(choice)
        self._plan_next(look, choice)

    async def _look(self, lanes: tuple[int, ...], room: int) -> tuple[Look, Choice]:
        self._rung = False
        try:
            look = await self._ledger.look(self.channel, self._micros(), room + LOOK_MORE, lanes)
            await self._recall(look.rows)
            choice = self._chooser.choose(look.rows, room, self._micros())
            await self._anchorless(choice)
        except BaseException:
            self.ring()
            raise
        return look, choice

    async def _recall(self, rows: list[Waiting]) -> None:
        """In the first minute: what did a former life of the process send to these groups within the last one?"""
        now = self._now()
        if now > self._strangers_until:
            return
        for address in {row.address for row in rows if self.chats.is_group(row.address)} - self._recalled:
            self._recalled.add(address)
            micros = self._micros()
            times = await self._ledger.recent(self.channel, address, micros - 61 * SECOND)
            self.chats.recall(address, [now - (micros - time) / SECOND for time in times])

    def _urgent_room(self) -> tuple[tuple[int, ...], int] | None:
        """Lanes better than what is ready, and how many of theirs may be claimed before it: they overtake at once.

        A share of the slots is kept for emergencies alone.
        """
        if self._stopping or self.breaker.open or self.pace.paused_until > self._now() + 1:
            return None
        free = self.slots - self._taken()
        lanes = LANES[: max((lane for lane, *_ in self._ready), default=1)]
        if free > self._reserve() and lanes:
            return lanes, free - self._reserve()
        return (LANES[:1], free) if free > 0 else None

    def _taken(self) -> int:
        return len(self._ready) + len(self._flying) + len(self._done) + self._recording

    def _reserve(self) -> int:
        return max(1, self.slots // 8)

    def _room(self, now: float) -> int:
        """How many rows of any lane may be claimed."""
        if self._stopping or self.pace.paused_until > now + 1:
            return 0
        if self.breaker.open:
            return int(self.breaker.allows(now, self._taken()))
        ahead = max(2, int(self.pace.rate * self._settings.ready_ahead)) - len(self._ready)
        return min(self.slots - self._reserve() - self._taken(), ahead)

    async def _anchorless(self, choice: Choice) -> None:
        """Rows that need the id of a message that is not known: wait if it is still to be sent, else fail."""
        if not choice.anchorless:
            return
        missing = {name for row in choice.anchorless for name in _missing(row)}
        pending = await self._ledger.pending_anchors(sorted(missing))
        later = self._micros() + ANCHOR_LOOK
        for row in choice.anchorless:
            names = _missing(row)
            if names <= pending:
                choice.turns.append(Turn(later, row.id, held=False))
                for name in names:
                    self._parked.setdefault(name, set()).add(row.id)
            else:
                choice.endings.append(Outcome(row, DeliveryState.FAILED, "anchor-lost"))
                for name in names - pending:
                    self._parked.pop(name, None)

    async def _commit(self, choice: Choice) -> None:
        outcomes, self._done = self._done, []
        waits, self._waits = self._waits, {}
        self._recording = len(outcomes) + len(choice.claims)
        known = [one.row.anchor for one in outcomes if one.row.anchor and one.state == DeliveryState.SENT]
        roused = [id_ for name in known for id_ in self._parked.get(name, ())]
        batch = Batch(
            channel=self.channel, now=self._micros(), outcomes=outcomes, endings=choice.endings, claims=choice.claims,
            turns=choice.turns, roused=roused, waits=waits,
        )  # fmt: skip
        if not batch:
            return
        try:
            claimed = await self._ledger.commit(batch)
        except BaseException:
            self._done = outcomes + self._done
            self._waits = {**waits, **self._waits}
            raise
        finally:
            self._recording = 0
        for name in known:
            self._parked.pop(name, None)
        self._recorded(outcomes, choice.endings)
        self._claimed([row for row in choice.claims if row.id in claimed])
        if roused:
            self._look_at = float("-inf")

    def _recorded(self, outcomes: list[Outcome], endings: list[Outcome]) -> None:
        for one in outcomes:
            row = one.row
            if self._chooser.busy.get(row.address) == row.id:
                del self._chooser.busy[row.address]
            if one.state == DeliveryState.QUEUED and one.next_at is not None and one.reason is not None:
                self._chooser.hold(row.address, row.lane, row.id, one.next_at)
                self._look_by(one.next_at)
            else:
                self._chooser.ended(row)
        for one in endings:
            self._chooser.ended(one.row)

    def _claimed(self, rows: list[Waiting]) -> None:
        now = self._now()
        for row in rows:
            if row.operation == Operation.ANSWER:
                self._launch(row)  # outside the message budget, and a press waits only seconds for its answer
                continue
            self._chooser.busy[row.address] = row.id
            heapq.heappush(self._ready, (row.lane, row.id, now, row))
        if rows:
            self._tick.set()

    def _plan_next(self, look: Look | None, choice: Choice) -> None:
        """Decide when the pump turns again: at once while there is both room and work, else at the next due instant."""
        for turn in choice.turns:
            self._look_by(turn.next_at)
        settled = len(choice.claims) + len(choice.endings) + len(choice.turns)
        if look is not None and (look.full or len(look.rows) > settled):
            self._look_at = float("-inf")
        elif look is not None and look.next_at is not None:
            self._look_by(look.next_at)
        now = self._now()
        room = self._room(now)
        blocked = self.breaker.until if self.breaker.open else self.pace.paused_until - 1
        at = max(self._look_at, blocked)
        if room > 0 and at <= now:
            self._nudge.set()
        elif at > now:
            if self._timer is not None:
                self._timer.cancel()
            self._timer = asyncio.get_running_loop().call_at(at, self._nudge.set)

    def _look_by(self, micros: int) -> None:
        at = self._now() + max(0, micros - self._micros()) / SECOND
        self._look_at = min(self._look_at, at)

    # The pacer: permits, right before the request

    async def _keep_pace(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            wake_at = self._launch_due()
            handle = None if wake_at is None else loop.call_at(wake_at, self._tick.set)
            await self._tick.wait()
            self._tick.clear()
            if handle is not None:
                handle.cancel()

    def _launch_due(self) -> float | None:
        """Send all that may go now. Returns when to look again; None: when something new is ready."""
        while self._ready:
            now = self._now()
            row = self._ready[0][3]
            at = self.pace.earliest(now)
            if at > now:
                return at
            heapq.heappop(self._ready)
            free = self.chats.earliest(row.address, now)
            if row.not_after is not None and row.not_after <= self._micros():
                self._finished(Outcome(row, DeliveryState.EXPIRED, "expired"))
            elif free > now or (self.breaker.open and self._flying):
                self._give_back(row, max(0.0, free - now))
            else:
                self.pace.take(now)
                self.chats.take(row.address, now)
                self._launch(row)
            self._maybe_refill(now)
        return None

    def _maybe_refill(self, now: float) -> None:
        if now >= self._look_at and len(self._ready) <= max(1, int(self.pace.rate * self._settings.ready_ahead / 2)):
            self._nudge.set()

    def _give_back(self, row: Waiting, seconds: float = 0.0) -> None:
        """Return a row that was claimed but not sent, as if it had not been touched."""
        self._finished(
            Outcome(row, DeliveryState.QUEUED, next_at=max(row.next_at, self._micros() + int(seconds * SECOND)))
        )

    async def _sweep(self) -> None:
        while True:
            await asyncio.sleep(1)
            now = self._now()
            self.chats.sweep(now)
            if not self.breaker.open and self.pace.paused_until <= now:  # else nobody shows up for their turn
                self._chooser.sweep(self._micros())
            stale = [entry for entry in self._ready if entry[2] < now - STALE]
            if stale:
                self._ready = [entry for entry in self._ready if entry[2] >= now - STALE]
                heapq.heapify(self._ready)
                for entry in stale:
                    self._give_back(entry[3])

    # One send

    def _launch(self, row: Waiting) -> None:
        self._flying[row.id] = asyncio.get_running_loop().create_task(self._send(row))

    async def _send(self, row: Waiting) -> None:
        started = self._now()
        try:
            delivery = unpack(self.channel, row)
        except ValueError:
            outcome = Outcome(row, DeliveryState.FAILED, "unreadable", counted=1)
        else:
            try:
                async with asyncio.timeout(self._settings.answer_limit):
                    receipt = await self._sender.send(delivery)
                outcome = self._judge.sent(row, receipt)
                self._answered(started)
            except SendError as error:
                outcome = self._trouble(row, error)
            except TimeoutError:
                outcome = self._trouble(row, InDoubt("no answer in time"))
            except asyncio.CancelledError:
                outcome = self._judge.failed(row, InDoubt("stopped"), self._micros(), 0.0, down=False)
            except Exception as error:
                # no traceback: it may hold words of a person
                log.error("sender", channel=self.channel, delivery=row.id, error=type(error).__name__)  # noqa: TRY400
                outcome = self._trouble(row, InDoubt(type(error).__name__))
        del self._flying[row.id]
        self._finished(outcome)

    def _answered(self, started: float) -> None:
        now = self._now()
        self._answers.add(now - started)
        self.tally.count_sent(now)
        self._well()

    def _well(self) -> None:
        if self.breaker.succeeded():
            self._alarm(Alarm(channel=self.channel, kind="back"))
            self.ring()

    def _trouble(self, row: Waiting, error: SendError) -> Outcome:
        now = self._now()
        self.tally.error(error.reason, self._clock())
        if isinstance(error, RateLimited):
            self._limited(row, error, now)
            self._well()
        elif isinstance(error, Revoked):
            self._withdraw()
            if self.breaker.revoke(now, self._settings.revoked_probe):
                self._alarm(Alarm(channel=self.channel, kind="revoked", detail=error.reason))
        elif isinstance(error, PlatformDown | NotSent | InDoubt):
            if self.breaker.failed(now, self._rng.random(), probe=not self._ready and len(self._flying) == 1):
                self._withdraw()
                self._alarm(Alarm(channel=self.channel, kind="down", detail=error.reason))
        else:
            self._well()
        down = self.breaker.open
        return self._judge.failed(row, error, self._micros(), self._rng.random(), down=down)

    def _limited(self, row: Waiting, error: RateLimited, now: float) -> None:
        self.tally.rate_limited += 1
        until = now + error.retry_after
        micros = self._micros() + int(error.retry_after * SECOND)
        if error.scope == "channel":
            self.pace.pause(until)
            self.pace.punish()
            scope = self.channel
        else:
            self.chats.pause(row.address, until)
            scope = f"{self.channel}:{row.address}"
        self._waits[scope] = max(micros, self._waits.get(scope, 0))

    def _finished(self, outcome: Outcome) -> None:
        """Put an outcome up for the next commit: when enough are together, or after a moment."""
        if outcome.state not in (DeliveryState.SENT, DeliveryState.QUEUED):
            self.tally.failed += 1
        self._done.append(outcome)
        if len(self._done) == 1:
            asyncio.get_running_loop().call_later(self._settings.linger, self._nudge.set)
        if len(self._done) >= self.slots // 4:
            self._nudge.set()

    # The end

    async def _drain(self, patience: float) -> None:
        self._withdraw()
        tasks = list(self._flying.values())
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=patience)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        await self._commit(Choice())

    def _withdraw(self) -> None:
        """Give back whatever is claimed and waits for its permit."""
        ready, self._ready = self._ready, []
        for entry in ready:
            self._give_back(entry[3])

    # Clocks

    def _now(self) -> float:
        return asyncio.get_running_loop().time()

    def _micros(self) -> int:
        return to_micros(self._clock())

    def _free_at(self, address: str) -> int:
        now = self._now()
        wait = self.chats.earliest(address, now) - now
        return self._micros() + int(wait * SECOND) + 1 if wait > 0 else 0

    def _spacing(self) -> int:
        return int(max(0.02, min(self.chats.interval, 60.0)) * SECOND)


def _missing(row: Waiting) -> set[str]:
    wanted = ((row.target, row.target_id), (row.thread, row.thread_id))
    return {name for name, known in wanted if name and known is None}
