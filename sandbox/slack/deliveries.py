"""Carry events and interactions to the app: over Socket Mode or over HTTP, with Slack's retries.

An event that is not acknowledged is sent again with the same event_id: at once, after a minute, after five minutes
(`retry_delays`, seconds; tests shorten them). An interaction is sent once; without an acknowledgement within
`ack_seconds` the person sees an error.
"""

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from sandbox.slack.journal import Journal, LostEvent

Json = dict[str, Any]
EnvelopeKind = Literal["events_api", "slash_commands", "interactive"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ack:
    """What became of one delivery; `reason` says why it was not acknowledged (Slack's retry_reason)."""

    ok: bool
    payload: Any = None
    reason: str = ""
    stop_retries: bool = False


class Carrier(Protocol):
    """One way to reach the app."""

    async def deliver(self, kind: EnvelopeKind, payload: Json, *, attempt: int, reason: str, wait: float) -> Ack:
        """Send once and wait up to `wait` seconds for the acknowledgement."""
        ...


@dataclass(kw_only=True)
class Deliveries:
    """All deliveries of one app, over whichever carrier is configured."""

    carrier: Carrier
    journal: Journal
    ack_seconds: float = 3.0
    retry_delays: tuple[float, ...] = (0.0, 60.0, 300.0)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def send_event(self, payload: Json) -> None:
        """Start delivering an event; needs a running event loop. Without one, nobody could be listening: it is lost."""
        try:
            self.start(self._deliver_event(payload))
        except RuntimeError:
            self._lose(payload, 0, "no event loop")

    async def interact(self, kind: EnvelopeKind, payload: Json) -> Ack:
        """Deliver an interaction or slash command and wait for its acknowledgement."""
        self.journal.envelopes[kind] += 1
        return await self.carrier.deliver(kind, payload, attempt=0, reason="", wait=self.ack_seconds)

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Run something beside the caller and keep it from being collected."""
        try:
            task = asyncio.get_running_loop().create_task(work)
        except RuntimeError:
            work.close()
            raise
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    @property
    def pending(self) -> int:
        """Deliveries not yet acknowledged or given up."""
        return len(self._tasks)

    async def idle(self) -> None:
        """Wait until nothing is under way."""
        while self._tasks:
            await asyncio.wait(set(self._tasks))

    async def close(self) -> None:
        """Give up everything under way."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _deliver_event(self, payload: Json) -> None:
        reason = ""
        for attempt, delay in enumerate((0.0, *self.retry_delays)):
            if attempt:
                await asyncio.sleep(delay)
            self.journal.envelopes["events_api"] += 1
            ack = await self.carrier.deliver(
                "events_api", payload, attempt=attempt, reason=reason, wait=self.ack_seconds
            )
            if ack.ok:
                return
            reason = ack.reason
            if ack.stop_retries:
                break
        self._lose(payload, attempt + 1, reason)

    def _lose(self, payload: Json, attempts: int, reason: str) -> None:
        kind = payload["event"]["type"]
        self.journal.lost_events.append(
            LostEvent(event_id=payload["event_id"], type=kind, attempts=attempts, reason=reason)
        )
