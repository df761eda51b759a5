"""What happens by the clock: one line a deed. Each looks into the tables and does what is due, set-wise."""

from typing import TYPE_CHECKING

from bot.scheduler import Tick
from handlers import due
from storage import inbox, late
from storage.engine import Tx

if TYPE_CHECKING:
    from bot.app import App

DUE_SECONDS = 2.0
LATE_SECONDS = 2.0
TIDY_SECONDS = 3600.0
WAITING = {"paused": "rate-limited", "revoked": "token-revoked"}  # what a channel's state is called as a reason


def ticks(app: "App") -> list[Tick]:
    """Every deed of the clock, with how often it looks."""
    return [
        Tick(name="due", seconds=DUE_SECONDS, deed=lambda: act_on_time(app)),
        Tick(name="late", seconds=LATE_SECONDS, deed=lambda: tell_late_answers(app)),
        Tick(name="tidy", seconds=TIDY_SECONDS, deed=lambda: tidy(app)),
    ]


async def act_on_time(app: "App") -> None:
    """Unanswered questions and cases that nobody objected to; not before we know our way around."""
    if not app.ready.is_set():
        return

    async def deed(tx: Tx) -> int:
        return await due.act_on_time(app.make_context(tx))

    await app.db.transact(deed)


async def tidy(app: "App") -> None:
    """Forget handled updates that no platform repeats any more."""
    async with app.db.write() as tx:
        await inbox.forget_before(tx, app.now() - inbox.KEEP_DONE)


async def tell_late_answers(app: "App") -> None:
    """Answers that cannot go now: the threads say why, and when they are tried next."""
    for channel, health in (await app.engine.health()).items():
        reason = WAITING.get(health.state, health.last_error or health.state) if health.state != "ok" else None
        async with app.db.write() as tx:
            await late.report_late(tx, channel, app.now(), reason=reason, next_at=health.paused_until)
