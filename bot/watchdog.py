"""Notices when the event loop stands still, and says in the log where: from a thread, for the loop itself cannot."""

import asyncio
import sys
import threading
import traceback
from time import monotonic

import structlog

BEAT_SECONDS = 1.0
BLOCKED_SECONDS = 5.0

log = structlog.get_logger()


class Watchdog:
    """`run` beats on the loop; a thread looks whether the beats come. `blocked` counts how often they did not."""

    def __init__(self, beat: float = BEAT_SECONDS, blocked_after: float = BLOCKED_SECONDS) -> None:
        self._beat, self._blocked_after = beat, blocked_after
        self._last = monotonic()
        self.blocked = 0

    async def run(self, stop: asyncio.Event) -> None:
        """Beat until told to stop."""
        self._last, ended = monotonic(), threading.Event()
        loop_thread = threading.get_ident()
        thread = threading.Thread(target=self._watch, args=(loop_thread, ended), name="watchdog", daemon=True)
        thread.start()
        try:
            while not stop.is_set():
                self._last = monotonic()
                await asyncio.sleep(self._beat)
        finally:
            ended.set()

    def _watch(self, loop_thread: int, ended: threading.Event) -> None:
        told = 0.0
        while not ended.wait(self._beat):
            late = monotonic() - self._last
            if late > self._blocked_after and told != self._last:
                told, self.blocked = self._last, self.blocked + 1
                log.error("loop.blocked", seconds=round(late, 1), where=_where(loop_thread))


def _where(thread: int) -> list[str]:
    """The innermost frames of a thread, as ``file:line function``."""
    frame = sys._current_frames().get(thread)
    return [f"{at.filename}:{at.lineno} {at.name}" for at in traceback.extract_stack(frame)[-8:]] if frame else []
