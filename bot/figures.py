"""Figures for the health page: what an operator, or a supervisor above us, should know at a glance."""

from typing import Any

from bot.parts import Parts
from channels.telegram.poller import PollState
from domain.codec import encode
from storage import inbox
from storage.engine import PASSING


async def health(app: Parts) -> dict[str, Any]:
    """Figures of this moment; ``ok`` only while everything works."""
    try:
        async with app.db.read() as tx:
            waiting = await inbox.counts(tx)
        channels = {name: encode(figures) for name, figures in (await app.engine.health()).items()}
    except PASSING:  # a health page that fails with what it should report is of no use
        return {"ok": False, "ready": app.ready.is_set(), "database": "failing"}
    sockets = await app.socket.connected() if app.socket else 0
    troubled = any(figures["state"] in {"down", "revoked"} for figures in channels.values())
    return {
        "ok": app.ready.is_set() and not troubled and app.polling.state is PollState.OK and app.db.state == "ok",
        "ready": app.ready.is_set(),
        "polling": app.polling.state,
        "database": app.db.state,
        "loop_blocked": app.watchdog.blocked,
        "slack_connections": sockets,
        "inbox": {**waiting, "in_memory": app.worker.busy},
        "channels": channels,
        "refused": app.refusals.counts,
    }
