"""The way out of one channel: look, claim, wait for the permit, send, record. See `delivery.engine` for the whole.

The pump, here, turns outcomes and the next intents into group commits; `delivery.pacer` takes the permits and
`delivery.courier` sends.
"""

import asyncio
import random
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime

import structlog

from delivery.answers import slots
from delivery.choose import ANCHOR_LOOK, Choice, Chooser, missing
from delivery.clocks import SECOND, Clocks
from delivery.courier import Courier
from delivery.health import Alarm
from delivery.limits import Chats, Pace
from delivery.pacer import Pacer
from delivery.past import Past
from delivery.settings import EngineSettings
from delivery.share import Share
from domain.crash_points import reach
from domain.delivery import DeliveryState, Lane, Operation
from domain.ports import Sender
from storage.ledger import Ask, Batch, Ledger, LedgerTrouble, Look, Outcome, Recovery, Standing, Turn, Waiting

LANES = tuple(int(lane) for lane in Lane)
SPARE = 4  # rows looked at beyond the room there is: some of them cannot go yet
FRESH = 0.1  # seconds for which what was seen in the last commit may be used
NEVER = float("-inf")
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
        self._ledger, self._settings, self._limits, self._alarm = ledger, settings, settings.of(channel), alarm
        self.clocks = Clocks(clock)
        self.pace = Pace(self._limits.rate, self._limits.guard)
        self.share = Share(self.pace, lambda: self._pacer.wake())
        self.chats = Chats(self._limits.chat)
        self._past = Past(channel, ledger, self.chats, self.clocks)
        self.courier = Courier(
            channel, sender, settings, self.pace, self.chats, self.clocks, rng,
            alarm=alarm, end=self._ended, fell=lambda: self._pacer.withdraw(), rose=self.ring,
        )  # fmt: skip
        self._pacer = Pacer(
            self.pace, self.chats, self.clocks,
            launch=self.courier.launch, end=self._ended, held=self._held, low=self._low,
        )  # fmt: skip
        self._chooser = Chooser(self._free_at, self._spacing)
        self._done: list[Outcome] = []
        self._recording = 0
        self._parked: dict[str, set[int]] = {}  # anchor -> ids of rows that wait for it
        self._nudge = asyncio.Event()
        self._look_at = NEVER  # when something may be due
        self._rung = True  # something came since the last look: it may be an emergency
        self._seen: tuple[float, Look] | None = None  # what was due right after the last commit, and when that was
        self._timer: asyncio.TimerHandle | None = None
        self._stopping = False
        self._ailing = False  # the database fails
        self._set_back: int | None = None  # what the wall clock said before it was set back

    # What others may do

    def ring(self) -> None:
        """There may be new rows."""
        self._look_at = NEVER
        self._rung = True
        self._seen = None
        self._nudge.set()

    def resume(self) -> None:
        """Try again at once although the channel was given up."""
        self.courier.breaker.resume(self.clocks.now())
        self.ring()

    def stop(self) -> None:
        """Take nothing new."""
        self._stopping = True
        self._nudge.set()

    def take_over(self, recovery: Recovery) -> None:
        """Begin where the former life of the process ended: waits hold, and the limit's window may be used up."""
        now = self.clocks.now()
        if not recovery.untouched:
            self.pace.pause(now + 1 + self.pace.share)
        self._past.begin()
        for hold in recovery.holds:
            if hold.channel == self.channel:
                self._chooser.hold(hold.address, hold.lane, hold.id, hold.next_at)
        self._mind(recovery.waits)

    def stand(self, standing: Standing) -> None:
        """How we stand among other engines."""
        self.share.grant(standing.shares.get(self.channel, self.pace.count))
        self._mind(standing.waits)
        if standing.moved:
            self._past.begin()
            self.ring()
        self._nudge.set()

    def _mind(self, waits: Mapping[str, int]) -> None:
        for scope, until in waits.items():
            channel, _, address = scope.partition(":")
            if channel == self.channel and address:
                self.chats.pause(address, self.clocks.in_seconds(until))
            elif channel == self.channel:
                self.pace.pause(self.clocks.in_seconds(until))

    @property
    def slots(self) -> int:
        """W: how many deliveries may be marked and not yet recorded."""
        fixed = self._limits.in_flight
        return fixed or slots(self.pace.rate, self.courier.answers.p95, self._limits.in_flight_most)

    async def run(self) -> None:
        """Work until `stop`; then take nothing new, await the answers for `drain` seconds and record them."""
        helpers = [asyncio.create_task(work) for work in (self._pacer.run(), self._sweep())]
        patience = 0.0  # for answers, where we are cancelled or fail
        try:
            self._nudge.set()
            await self._pump(helpers)
            patience = self._settings.drain
        finally:
            for helper in helpers:
                helper.cancel()
            await asyncio.gather(*helpers, return_exceptions=True)
            self.share.close()
            if self._timer is not None:
                self._timer.cancel()
            self._pacer.withdraw()
            await self.courier.drain(patience)
            await self._commit(Choice())

    # The pump: outcomes and intents, in group commits

    async def _pump(self, helpers: list[asyncio.Task[None]]) -> None:
        while not self._stopping:
            await self._nudge.wait()
            self._nudge.clear()
            for helper in helpers:
                if helper.done():
                    helper.result()
            try:
                await self._cycle()
                self._ailing = False
            except LedgerTrouble as error:
                await self._storage_trouble(error)

    async def _storage_trouble(self, error: Exception) -> None:
        log.error("ledger", channel=self.channel, error=type(error).__name__)
        if not self._ailing:
            self._ailing = True
            self._alarm(Alarm(channel=self.channel, kind="storage", detail=type(error).__name__))
        await asyncio.sleep(1)
        self.ring()

    async def _cycle(self) -> None:
        now = self.clocks.now()
        look, choice = None, Choice()
        room, urgent = self._room(now), self._urgent_room(now)
        if room > 0 and now >= self._look_at:
            self._look_at = now + self._settings.poll
            look, choice = await self._look(LANES, room)
        elif urgent is not None and self._rung:
            seen, choice = await self._look(*urgent)
            self._rung = seen.full
        await self._commit(choice)
        self._plan_next(look, choice)

    def _room(self, now: float) -> int:
        """How many rows of any lane may be claimed."""
        if not self._may_claim(now):
            return 0
        if self.courier.breaker.open:
            return int(self.courier.breaker.allows(now, self._taken()))
        return min(self.slots - self._reserve() - self._taken(), self._ahead() - len(self._pacer))

    def _may_claim(self, now: float) -> bool:
        waiting = self.pace.paused_until > now + 1 or not self.pace.count
        return self._ledger.sure and not self._stopping and not waiting

    def _urgent_room(self, now: float) -> tuple[tuple[int, ...], int] | None:
        """Lanes better than what is ready, and how many of theirs may be claimed before it: they overtake at once.

        A share of the slots is kept for emergencies alone.
        """
        if self.courier.breaker.open or not self._may_claim(now):
            return None
        free = self.slots - self._taken()
        lanes = LANES[: self._pacer.worst or 1]
        if free > self._reserve():
            return lanes, free - self._reserve()
        return (LANES[:1], free) if free > 0 else None

    def _taken(self) -> int:
        return len(self._pacer) + len(self.courier) + len(self._done) + self._recording

    def _reserve(self) -> int:
        return max(1, self.slots // 8)

    def _ahead(self) -> int:
        """How many rows are marked ahead of their permits, so that a commit never makes the rate wait."""
        return max(2, int(self.pace.rate * self._settings.ready_ahead))

    async def _look(self, lanes: tuple[int, ...], room: int) -> tuple[Look, Choice]:
        seen, self._seen, self._rung = self._seen, None, False
        try:
            if lanes == LANES and seen is not None and seen[0] > self.clocks.now() - FRESH:
                look = seen[1]
            else:
                look = await self._ledger.look(self._ask(lanes, room))
            await self._past.recall(look.rows)
            choice = self._chooser.choose(look.rows, room, self.clocks.micros())
            await self._anchorless(choice)
        except BaseException:
            self.ring()
            raise
        return look, choice

    def _ask(self, lanes: tuple[int, ...], room: int) -> Ask:
        return Ask(self.channel, self.clocks.micros(), room + room // 4 + SPARE, lanes)

    async def _anchorless(self, choice: Choice) -> None:
        """Rows that need the id of a message that is not known: wait if it is still to be sent, else fail."""
        if not choice.anchorless:
            return
        unknown = {name for row in choice.anchorless for name in missing(row)}
        pending = await self._ledger.pending_anchors(sorted(unknown))
        later = self.clocks.micros() + ANCHOR_LOOK
        for row in choice.anchorless:
            names = missing(row)
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
        waits, self.courier.waits = self.courier.waits, {}
        known = [one.row.anchor for one in outcomes if one.row.anchor and one.state == DeliveryState.SENT]
        roused = [id_ for name in known for id_ in self._parked.get(name, ())]
        batch = Batch(
            channel=self.channel, now=self.clocks.micros(), outcomes=outcomes, endings=choice.endings,
            claims=choice.claims, turns=choice.turns, roused=roused, waits=waits,
        )  # fmt: skip
        if not batch:
            return
        self._recording = len(outcomes) + len(choice.claims)
        try:
            claimed, seen = await self._ledger.commit(batch, self._ask_ahead(len(outcomes)))
        except BaseException:
            self._done = outcomes + self._done
            self.courier.waits = {**waits, **self.courier.waits}
            raise
        finally:
            self._recording = 0
        if outcomes:
            reach("recorded")
        if seen is not None and not self._rung:
            self._seen = (self.clocks.now(), seen)
        for name in known:
            self._parked.pop(name, None)
        self._recorded(outcomes, choice.endings)
        self._claimed([row for row in choice.claims if row.id in claimed])
        if roused:
            self.ring()

    def _ask_ahead(self, outcomes: int) -> Ask | None:
        """What to look at in the same hop to the database, where another look is due anyway."""
        busy = outcomes > 1 and not self._stopping and self.pace.rate > 100
        return self._ask(LANES, max(outcomes, self.slots // 2)) if busy else None

    def _recorded(self, outcomes: list[Outcome], endings: list[Outcome]) -> None:
        for one in outcomes:
            row = one.row
            if self._chooser.busy.get(row.address) == row.id:
                del self._chooser.busy[row.address]
            if one.state == DeliveryState.QUEUED and one.next_at is not None and one.reason is not None:
                self._chooser.hold(row.address, row.lane, row.id, one.next_at)
            else:
                self._chooser.ended(row)
            if one.state == DeliveryState.QUEUED:
                self._look_by(one.next_at or 0)
        for one in endings:
            self._chooser.ended(one.row)

    def _claimed(self, rows: list[Waiting]) -> None:
        for row in rows:
            if row.operation == Operation.ANSWER and self._ledger.sure:
                self.courier.launch(row)  # outside the message budget; a press waits only seconds for its answer
            elif row.operation == Operation.ANSWER:
                self._ended(Outcome(row, DeliveryState.QUEUED, next_at=row.next_at))
            else:
                self._chooser.busy[row.address] = row.id
        self._pacer.add([row for row in rows if row.operation != Operation.ANSWER])

    def _plan_next(self, look: Look | None, choice: Choice) -> None:
        """Decide when the pump turns again: at once while there is both room and work, else at the next due instant."""
        for turn in choice.turns:
            self._look_by(turn.next_at)
        settled = len(choice.claims) + len(choice.endings) + len(choice.turns)
        if look is not None and (look.full or len(look.rows) > settled):
            self._look_at = NEVER
        elif look is not None and look.next_at is not None:
            self._look_by(look.next_at)
        now, breaker = self.clocks.now(), self.courier.breaker
        at = max(self._look_at, breaker.until if breaker.open else self.pace.paused_until - 1)
        if at > now:
            if self._timer is not None:
                self._timer.cancel()
            self._timer = asyncio.get_running_loop().call_at(at, self._nudge.set)
        elif self._room(now) > 0:
            self._nudge.set()

    def _look_by(self, micros: int) -> None:
        self._look_at = min(self._look_at, max(self.clocks.now(), self.clocks.in_seconds(micros)))

    # What pacer and courier tell

    def _ended(self, outcome: Outcome) -> None:
        """Put an outcome up for the next commit: when enough are together, or after a moment."""
        if outcome.state not in (DeliveryState.SENT, DeliveryState.QUEUED):
            self.courier.tally.failed += 1
        self._done.append(outcome)
        if len(self._done) == 1:
            asyncio.get_running_loop().call_later(self._settings.linger, self._nudge.set)
        if len(self._done) >= self.slots // 2:
            self._nudge.set()

    def _held(self) -> bool:
        return not self._ledger.sure or not self.courier.breaker.allows(self.clocks.now(), len(self.courier))

    def _low(self) -> None:
        if len(self._pacer) <= max(1, self._ahead() // 2) and self.clocks.now() >= self._look_at:
            self._nudge.set()

    async def _sweep(self) -> None:
        while True:
            await asyncio.sleep(1)
            await self._mind_the_clock()
            self.courier.sweep()
            self._pacer.sweep()
            now = self.clocks.now()
            self.chats.sweep(now)
            if not self.courier.breaker.open and self.pace.paused_until <= now:  # else nobody shows up for their turn
                self._chooser.sweep(self.clocks.micros())

    async def _mind_the_clock(self) -> None:
        self._set_back = self.clocks.set_back() or self._set_back
        if self._set_back is None:
            return
        log.warning("the clock was set back", channel=self.channel)
        with suppress(LedgerTrouble):  # then once more in a second
            await self._ledger.rewind(self.channel, self._set_back, self.clocks.micros())
            self._set_back = None
            self.ring()

    def _free_at(self, address: str) -> int:
        now = self.clocks.now()
        at = self.chats.earliest(address, now)
        return self.clocks.in_micros(at) + 1 if at > now else 0

    def _spacing(self) -> int:
        return int(max(0.02, min(self.chats.interval, 60.0)) * SECOND)
