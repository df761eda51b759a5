"""One request at a time and what its answer means: for the row, for the chat, for the whole channel."""

import asyncio
import random
from collections.abc import Callable

import structlog

from delivery.answers import AnswerTimes
from delivery.breaker import Breaker
from delivery.clocks import SECOND, Clocks
from delivery.health import Alarm, Tally
from delivery.limits import Chats, Pace
from delivery.settings import EngineSettings
from delivery.unpack import unpack
from delivery.verdict import Judge
from domain.crash_points import reach
from domain.delivery import DeliveryState
from domain.errors import InDoubt, NotSent, PlatformDown, RateLimited, Revoked, SendError
from domain.ports import Sender
from storage.ledger import Outcome, Waiting

log = structlog.get_logger(__name__)


class Courier:
    """Sends of one channel. `end` takes each outcome; `fell` and `rose` hear when the channel goes down and is back."""

    def __init__(
        self,
        channel: str,
        sender: Sender,
        settings: EngineSettings,
        pace: Pace,
        chats: Chats,
        clocks: Clocks,
        rng: random.Random,
        *,
        alarm: Callable[[Alarm], None],
        end: Callable[[Outcome], None],
        fell: Callable[[], None],
        rose: Callable[[], None],
    ) -> None:
        self._channel, self._sender, self._settings = channel, sender, settings
        self._pace, self._chats, self._clocks, self._rng = pace, chats, clocks, rng
        self._alarm, self._end, self._fell, self._rose = alarm, end, fell, rose
        self._judge = Judge(doubt=settings.doubt, backoff=settings.backoff, attempts=settings.attempts)
        self.breaker = Breaker(threshold=settings.outage_after, backoff=settings.outage)
        self.tally = Tally()
        self.answers = AnswerTimes()
        self.waits: dict[str, int] = {}  # scope -> not before; for the ledger
        self._flying: dict[int, tuple[asyncio.Task[None], float]] = {}
        self._closing = False

    def __len__(self) -> int:
        return len(self._flying)

    def launch(self, row: Waiting) -> None:
        """Send `row` now."""
        task = asyncio.get_running_loop().create_task(self._send(row))
        self._flying[row.id] = (task, self._clocks.now())

    def sweep(self) -> None:
        """Give up answers that do not come: a timer for each send would cost more than the look once a second."""
        overdue = self._clocks.now() - self._settings.answer_limit
        for task, since in list(self._flying.values()):
            if since < overdue:
                task.cancel()

    async def drain(self, patience: float) -> None:
        """Await the open answers for `patience` seconds; what has none then is in doubt."""
        self._closing = True
        tasks = [task for task, _ in self._flying.values()]
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=patience)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _send(self, row: Waiting) -> None:
        try:
            delivery = unpack(self._channel, row)
        except ValueError:
            outcome = Outcome(row, DeliveryState.FAILED, "unreadable", counted=1)
        else:
            try:
                reach("marked")
                receipt = await self._sender.send(delivery)
                reach("answered")
                outcome = self._judge.sent(row, receipt)
                self._answered(row)
            except SendError as error:
                outcome = self._trouble(row, error)
            except (asyncio.CancelledError, TimeoutError):
                outcome = self._unanswered(row)
            except Exception as error:
                # no traceback: it may hold words of a person
                log.error("sender", channel=self._channel, delivery=row.id, error=type(error).__name__)  # noqa: TRY400
                outcome = self._trouble(row, InDoubt(type(error).__name__))
        del self._flying[row.id]
        self._end(outcome)

    def _answered(self, row: Waiting) -> None:
        now = self._clocks.now()
        self.answers.add(now - self._flying[row.id][1])
        self.tally.count_sent(now)
        self._well()

    def _well(self) -> None:
        if self.breaker.succeeded():
            self._alarm(Alarm(channel=self._channel, kind="back"))
            self._rose()

    def _unanswered(self, row: Waiting) -> Outcome:
        if self._closing:
            return self._judge.failed(row, InDoubt("stopped"), self._clocks.micros(), 0.0, down=False)
        return self._trouble(row, InDoubt("no answer in time"))

    def _trouble(self, row: Waiting, error: SendError) -> Outcome:
        self.tally.error(error.reason, self._clocks.wall())
        if isinstance(error, RateLimited):
            self._limited(row, error)
            self._well()
        elif isinstance(error, Revoked | PlatformDown | NotSent | InDoubt):
            self._unwell(error)
        else:
            self._well()
        return self._judge.failed(row, error, self._clocks.micros(), self._rng.random(), down=self.breaker.open)

    def _unwell(self, error: SendError) -> None:
        now = self._clocks.now()
        if isinstance(error, Revoked):
            kind, news = "revoked", self.breaker.revoke(now, self._settings.revoked_probe)
        else:
            kind = "down"
            news = self.breaker.failed(now, self._rng.random(), probe=len(self._flying) == 1)
        if news:
            self._fell()
            self._alarm(Alarm(channel=self._channel, kind=kind, detail=error.reason))  # type: ignore[arg-type]

    def _limited(self, row: Waiting, error: RateLimited) -> None:
        self.tally.rate_limited += 1
        until = self._clocks.now() + error.retry_after
        if error.scope == "channel":
            self._pace.pause(until)
            self._pace.punish()
            scope = self._channel
        else:
            self._chats.pause(row.address, until)
            scope = f"{self._channel}:{row.address}"
        micros = self._clocks.micros() + int(error.retry_after * SECOND)
        self.waits[scope] = max(micros, self.waits.get(scope, 0))
