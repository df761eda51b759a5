"""How a channel is doing at this moment, for the health page."""

from delivery.health import ChannelHealth
from delivery.outlet import Outlet


def figures(outlet: Outlet, queued: int) -> ChannelHealth:
    """Figures of this moment; `queued` deliveries wait for the channel."""
    now, tally, breaker = outlet.clocks.now(), outlet.courier.tally, outlet.courier.breaker
    until = max(outlet.pace.paused_until, breaker.until if breaker.open else now)
    paused = until > now
    state = "revoked" if breaker.revoked else "down" if breaker.open else "paused" if paused else "ok"
    return ChannelHealth(
        channel=outlet.channel,
        state=state,  # type: ignore[arg-type]
        queued=queued,
        in_flight=len(outlet.courier),
        slots=outlet.slots,
        rate=tally.rate(now),
        guard=outlet.pace.share,
        sent=tally.sent,
        failed=tally.failed,
        rate_limited=tally.rate_limited,
        last_error=tally.last_error,
        last_error_at=tally.last_error_at,
        paused_until=outlet.clocks.wall_at(until) if paused else None,
    )
