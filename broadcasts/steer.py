"""A broadcast that is under way: pause, resume, stop; and what the clock finds finished or expired."""

from broadcasts.roles import need
from broadcasts.surroundings import Surroundings
from broadcasts.timing import comes_again
from domain.broadcast import UNDER_WAY, Broadcast, Refusal, State, Step
from domain.errors import ForbiddenTransition
from storage import audit, broadcast_schedules, broadcasts, halting
from storage.halting import Halt
from storage.spread_tally import Tally, tally

_HALTS: dict[Step, Halt | None] = {Step.PAUSE: "paused", Step.RESUME: None, Step.STOP: "stopped"}


async def steer(s: Surroundings, broadcast: Broadcast, user: str, step: Step) -> Broadcast:
    """Pause, resume or stop. What is on the wire arrives; nothing else leaves from this commit on. Raises Refusal."""
    await need(s, user, "coordinators", "approvers", "duty_officers")
    values = {"stopped_by": user} if step is Step.STOP else {}
    try:
        moved = await broadcasts.move(s.tx, broadcast, step, s.now, **values)
    except ForbiddenTransition:
        raise Refusal("state") from None
    if moved is None:
        raise Refusal("changed")
    await halting.halt(s.tx, await broadcasts.spreads_of(s.tx, broadcast.id), _HALTS[step])
    await audit.note(s.tx, f"slack:{user}", f"broadcast.{step}", broadcast.reference, s.now)
    return moved


async def standing(s: Surroundings, broadcast: Broadcast) -> Tally:
    """How far it has come with its recipients. Costs the same for ten of them and for a million."""
    return await tally(s.tx, await broadcasts.spreads_of(s.tx, broadcast.id, public=False))


async def public_standing(s: Surroundings, broadcast: Broadcast) -> Tally:
    """How far its posts to public places have come."""
    return await tally(s.tx, await broadcasts.spreads_of(s.tx, broadcast.id, public=True))


async def finish(s: Surroundings, broadcast: Broadcast, counted: Tally) -> Broadcast:
    """Mark it as done where nothing more will happen."""
    if broadcast.state is not State.RUNNING or not counted.finished:
        return broadcast
    if not (await public_standing(s, broadcast)).finished or await comes_again(s, broadcast):
        return broadcast
    return await broadcasts.move(s.tx, broadcast, Step.FINISH, s.now) or broadcast


async def expire(s: Surroundings) -> int:
    """End what has expired: drafts are not sent any more, and of what runs nothing else leaves. Returns how many."""
    ended = 0
    for broadcast in await broadcasts.overdue(s.tx, s.now):
        if broadcast.state in UNDER_WAY:
            ended += await _halt_expired(s, broadcast)
        elif await broadcasts.move(s.tx, broadcast, Step.EXPIRE, s.now):
            await audit.note(s.tx, "liaison", "broadcast.expired", broadcast.reference, s.now)
            ended += 1
    return ended


async def _halt_expired(s: Surroundings, broadcast: Broadcast) -> int:
    await broadcast_schedules.end(s.tx, broadcast.id)
    numbers = await broadcasts.spreads_of(s.tx, broadcast.id)
    if await halting.is_halted(s.tx, numbers, "expired"):
        return 0
    await halting.halt(s.tx, numbers, "expired")
    if broadcast.state is State.PAUSED:
        await broadcasts.move(s.tx, broadcast, Step.RESUME, s.now)  # so that it can finish
    return 1
