"""Broadcasts that wait for their time, and those that come again. The approval covers every occurrence."""

from broadcasts.launch import launch, launch_again
from broadcasts.surroundings import Surroundings
from domain.broadcast import Broadcast, Refusal, State
from domain.broadcast_schedule import Due, due, occurrence
from storage import audit, broadcast_schedules, broadcasts
from storage.broadcast_schedules import Pending


async def start(s: Surroundings, approved: Broadcast) -> Broadcast:
    """What an approval leads to: it is sent now, or it waits for its time. Raises Refusal, see `launch`."""
    schedule = approved.plan.schedule
    if schedule is None:
        return await launch(s, approved)
    first = occurrence(schedule, 0, s.community.time_zone)
    if first is not None and first > s.now:
        await broadcast_schedules.begin(s.tx, approved.id, 0, first)
        return approved
    second = occurrence(schedule, 1, s.community.time_zone)
    if second is not None:
        await broadcast_schedules.begin(s.tx, approved.id, 1, second)
    return await launch(s, approved)


async def act(s: Surroundings, pending: Pending) -> tuple[Broadcast, Due] | None:
    """Do what is due of one broadcast; returns what that was. None where somebody else did it, or it is over."""
    broadcast = await broadcasts.get(s.tx, pending.broadcast_id)
    schedule = broadcast.plan.schedule
    over = broadcast.plan.expires is not None and broadcast.plan.expires <= s.now
    if schedule is None or over or broadcast.state not in (State.APPROVED, State.RUNNING, State.PAUSED):
        await broadcast_schedules.end(s.tx, broadcast.id)
        return None
    found = due(schedule, pending.number, s.now, s.community.time_zone)
    if broadcast.state is State.PAUSED and found.send is not None:
        found = _held(found)
    if not await broadcast_schedules.move_on(s.tx, pending, found.next_number, found.next_at, len(found.missed)):
        return None
    broadcast = await _send(s, broadcast, found)
    for number in found.missed:
        await audit.note(s.tx, "liaison", "broadcast.missed", broadcast.reference, s.now, occurrence=number + 1)
    return broadcast, found


def _held(found: Due) -> Due:
    """While it is paused nothing of it is sent: what was due is missed."""
    missed = (*found.missed, *(() if found.send is None else (found.send,)))
    return Due(send=None, missed=missed, next_number=found.next_number, next_at=found.next_at)


async def _send(s: Surroundings, broadcast: Broadcast, found: Due) -> Broadcast:
    if found.send is None:
        return broadcast
    try:
        if broadcast.state is State.APPROVED:
            return await launch(s, broadcast)
        await launch_again(s, broadcast, found.send)
    except Refusal as refusal:  # the seal is broken, or a drill lost its mark: said by the card, never sent
        await broadcast_schedules.end(s.tx, broadcast.id)
        await audit.note(s.tx, "liaison", "broadcast.refused", broadcast.reference, s.now, code=refusal.code)
    return broadcast


async def comes_again(s: Surroundings, broadcast: Broadcast) -> bool:
    """Whether an occurrence is still to come."""
    return await broadcast_schedules.get(s.tx, broadcast.id) is not None
