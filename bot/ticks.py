"""What happens by the clock: one line a deed. Each looks into the tables and does what is due, set-wise."""

from dataclasses import replace

from bot import fetching
from bot.parts import Parts
from bot.scheduler import Deed, Tick
from broadcasts import nightfall
from handlers import due, overdue_plans, retention, safety_board, staff_reminders
from handlers.events import reminding
from storage import late, reminders, safety
from storage.engine import Tx

DUE_SECONDS = 2.0
LATE_SECONDS = 2.0
FEEDS_SECONDS = 20.0
PLANS_SECONDS = 600.0
SAFETY_SECONDS = 15.0
RETENTION_SECONDS = 600.0
RETENTION_STEPS = 4  # of each kind a time: 200 cases and 20,000 deliveries
FORGET_STEPS = 20  # a time: 40,000 recipients, nearly six million a day
REMIND_SECONDS = 0.2  # one index look-up each time: a lone reminder leaves within a quarter of a second
FETCH_SECONDS = 1.0
QUIET_SECONDS = 20.0  # less than `storage.quieting.AHEAD`, so that nothing slips in between two looks
STAFF_SECONDS = 30.0
CHANNELS = ("telegram", "slack")
WAITING = {"paused": "rate-limited", "revoked": "token-revoked"}  # what a channel's state is called as a reason


def ticks(app: Parts) -> list[Tick]:
    """Every deed of the clock, with how often it looks. In a fleet one member turns it (`storage.duty`)."""
    deeds = [
        Tick(name="due", seconds=DUE_SECONDS, deed=lambda: act_on_time(app)),
        Tick(name="storage", seconds=LATE_SECONDS, deed=lambda: tell_of_storage(app)),
        Tick(name="safety", seconds=SAFETY_SECONDS, deed=lambda: count_the_asked(app)),
        Tick(name="feeds", seconds=FEEDS_SECONDS, deed=app.feeds.poll),
        Tick(name="plans", seconds=PLANS_SECONDS, deed=lambda: point_out_plans(app)),
        Tick(name="retention", seconds=RETENTION_SECONDS, deed=lambda: keep_no_longer(app)),
        Tick(name="staff", seconds=STAFF_SECONDS, deed=lambda: remind_staff(app)),
        Tick(name="remind", seconds=REMIND_SECONDS, deed=lambda: remind(app)),
        Tick(name="fetch", seconds=FETCH_SECONDS, deed=lambda: fetching.fetch_due(app)),
        Tick(name="quiet", seconds=QUIET_SECONDS, deed=lambda: keep_the_night_quiet(app)),
    ]
    return [replace(tick, deed=_on_duty(app, tick)) for tick in deeds]


def sender_ticks(app: Parts) -> list[Tick]:
    """What whoever sends looks at by the clock: only they know how the channels are."""
    return [Tick(name="late", seconds=LATE_SECONDS, deed=lambda: tell_late_answers(app))]


def _on_duty(app: Parts, tick: Tick) -> Deed:
    """A clock that was paused must see that another has taken over before it does anything."""

    async def deed() -> object:
        return await tick.deed() if app.keeps_time.sure else None

    return deed


async def act_on_time(app: Parts) -> None:
    """Unanswered questions and cases that nobody objected to; not before we know our way around."""
    if not app.ready.is_set():
        return

    async def deed(tx: Tx) -> int:
        return await due.act_on_time(app.make_context(tx))

    await app.db.transact(deed)


async def point_out_plans(app: Parts) -> None:
    """Contingency plans whose review is overdue."""
    if not app.ready.is_set():
        return

    async def deed(tx: Tx) -> int:
        return await overdue_plans.point_out(app.make_context(tx))

    await app.db.transact(deed)


async def count_the_asked(app: Parts) -> None:
    """Large safety checks: who was reached in which area is counted beside the work, not in its way."""
    if not app.ready.is_set():
        return
    async with app.db.read() as tx:
        found = await safety_board.count(app.make_context(tx))
    for check_id, reached in found.items():
        async with app.db.write() as tx:
            await safety.keep_reached(tx, check_id, reached, app.now())


async def keep_no_longer(app: Parts) -> None:
    """Erase words that are kept no longer: a few short steps, so that people's messages pass in between."""
    if not app.ready.is_set():
        return
    for deed in (retention.empty_closed_cases, retention.empty_old_deliveries):
        for _ in range(RETENTION_STEPS):
            async with app.db.write() as tx:
                more = await deed(app.make_context(tx))
            if not more:
                break
    async with app.db.write() as tx:
        await retention.forget_updates(app.make_context(tx))
    await _forget_recipients(app)


async def _forget_recipients(app: Parts) -> None:
    """Of what was said to many long ago keep the sums; they are counted beside the work, not in its way."""
    for _ in range(FORGET_STEPS):
        async with app.db.read() as tx:
            sums = await retention.sum_up(app.make_context(tx))
        if sums is None:
            break
        async with app.db.write() as tx:
            await retention.keep_sums(app.make_context(tx), sums)
    for deed in (retention.forget_recipients, retention.forget_notices):
        for _ in range(FORGET_STEPS):
            async with app.db.write() as tx:
                more = await deed(app.make_context(tx))
            if not more:
                break


async def remind_staff(app: Parts) -> None:
    """What the hour asks for in the departments' channels."""
    if app.ready.is_set():
        async with app.db.write() as tx:
            await staff_reminders.remind(app.make_context(tx))


async def remind(app: Parts) -> None:
    """Reminders of events, one a transaction until none is due: the engine's commits pass in between."""
    if not app.ready.is_set():
        return
    async with app.db.read() as tx:
        waiting = await reminders.is_due(tx, app.now())

    async def deed(tx: Tx) -> bool:
        return await reminding.remind_next(app.make_context(tx))

    while waiting:
        waiting = await app.db.transact(deed)


async def keep_the_night_quiet(app: Parts) -> None:
    """What is still queued when somebody's quiet hours begin."""
    if app.ready.is_set():
        zone = app.meeting.community.time_zone
        await nightfall.hold_back(app.db, CHANNELS, app.now(), zone)


async def tell_late_answers(app: Parts) -> None:
    """Answers that cannot go now: the threads say why, and when they are tried next."""
    for channel, health in (await app.engine.health()).items():
        reason = WAITING.get(health.state, health.last_error or health.state) if health.state != "ok" else None
        async with app.db.write() as tx:
            await late.report_late(tx, channel, app.now(), reason=reason, next_at=health.paused_until)


async def tell_of_storage(app: Parts) -> None:
    """The database could not be written for a while, and now it can: the alarm is itself a row."""
    if app.db.recoveries > app.recoveries_told and app.ready.is_set():
        await app.alarms.raise_("storage")
        app.recoveries_told = app.db.recoveries
