"""An official warning comes in: it becomes a draft, changes one, calls one off, or is left aside with a reason.

Nothing is sent here, ever: what was drafted needs a coordinator and an approver like every other broadcast.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from alerts.cap.message import Alert, MsgType, Reference, Scope, Status
from alerts.cap.remark import Remark, warn
from broadcasts.compose import forgotten, settled
from broadcasts.surroundings import Surroundings
from broadcasts.warning_plan import draw_plan, ends, is_all_clear, is_exercise
from domain.broadcast import STARTED, WAITING, Broadcast, Kind, Plan, Refusal, State, Step, Wording
from storage import audit, broadcasts, warnings


class Outcome(StrEnum):
    """What became of a warning."""

    DRAFTED = "drafted"
    CHANGED = "changed"  # a draft that had not been sent yet
    CALLED_OFF = "called-off"  # likewise
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """The outcome with its reasons, and the broadcast that it concerns."""

    outcome: Outcome
    broadcast: Broadcast | None = None
    remarks: tuple[Remark, ...] = ()


async def receive(s: Surroundings, alert: Alert, *, origin: str, author: str, local_only: bool = False) -> Received:
    """Take in a valid message. One that was read before is left aside. `author` answers for the draft.

    `local_only`: leave aside what concerns none of our areas, as a feed of a whole country mostly does.
    """
    name = _name(alert.name)
    if not await warnings.first(s.tx, name, origin, s.now):
        return _ignored("cap-import-known")
    received = _set_aside(s, alert) or await _act(s, alert, author, local_only)
    number = received.broadcast.id if received.broadcast else None
    await warnings.settle(s.tx, name, received.outcome, number)
    if received.broadcast is not None:
        deed = f"broadcast.warning-{received.outcome}"
        await audit.note(s.tx, author, deed, received.broadcast.reference, s.now, origin=origin, warning=name[1])
    return received


async def held(s: Surroundings, alert: Alert) -> dict[Reference, int | None]:
    """Which of the messages that it refers to were read, with the broadcast that each became."""
    found = await warnings.held(s.tx, [_name(reference) for reference in alert.references])
    by_name = {_name(reference): reference for reference in alert.references}
    return {by_name[name]: number for name, number in found.items()}


def _set_aside(s: Surroundings, alert: Alert) -> Received | None:
    """What is never a draft, whatever it refers to."""
    if alert.status in {Status.DRAFT, Status.SYSTEM}:
        return _ignored("cap-import-status", status=alert.status)
    if alert.scope is not Scope.PUBLIC:
        return _ignored("cap-import-scope", scope=alert.scope)
    if alert.msg_type in {MsgType.ACK, MsgType.ERROR}:
        return _ignored("cap-import-reply", type=alert.msg_type)
    if alert.infos and ends(alert) <= s.now:
        return _ignored("cap-import-expired")
    if not alert.infos and alert.msg_type is not MsgType.CANCEL:
        return _ignored("cap-import-no-info")
    return None


async def _act(s: Surroundings, alert: Alert, author: str, local_only: bool) -> Received:
    earlier = await _earlier(s, alert)
    if earlier is not None and is_exercise(alert) and not earlier.plan.exercise:
        return _ignored("cap-import-mixed")
    if earlier is not None and earlier.plan.exercise and not (is_exercise(alert) or s.community.broadcasting.training):
        earlier = None  # the real thing after a drill is an alert of its own
    if earlier is not None and earlier.state in WAITING:
        return await _overtake(s, alert, earlier)
    if earlier is not None and earlier.state in STARTED:
        plan, remarks = _follow(s, alert, earlier)
        return await _draft(s, plan, author, remarks)
    if alert.msg_type is MsgType.CANCEL:
        return _ignored("cap-import-cancels-nothing")
    drawn = draw_plan(alert, s.community)
    if drawn.elsewhere and local_only:
        return _ignored("cap-import-elsewhere")
    unknown = (warn("cap-import-earlier-unknown"),) if alert.msg_type is MsgType.UPDATE else ()
    return await _draft(s, drawn.plan, author, (*drawn.remarks, *unknown))


async def _earlier(s: Surroundings, alert: Alert) -> Broadcast | None:
    """The broadcast that the newest of the messages that it refers to became.

    None, too, where nobody can say any more whom that one reached.
    """
    numbers = [number for number in (await held(s, alert)).values() if number is not None]
    found = await broadcasts.get(s.tx, numbers[-1]) if numbers else None
    return None if found is not None and await forgotten(s, found) else found


async def _draft(s: Surroundings, plan: Plan, author: str, remarks: tuple[Remark, ...]) -> Received:
    made = await broadcasts.add(s.tx, await settled(s, plan), author, s.now, s.rng)
    return Received(outcome=Outcome.DRAFTED, broadcast=made, remarks=remarks)


def _follow(s: Surroundings, alert: Alert, earlier: Broadcast) -> tuple[Plan, tuple[Remark, ...]]:
    """An update or all-clear to those who got the earlier one."""
    before = earlier.plan
    if not alert.infos:
        return _withdrawn(s, alert, before, earlier.id), ()
    drawn = draw_plan(alert, s.community)
    plan = replace(drawn.plan, kind=Kind.UPDATE, refers_to=earlier.id)
    remarks = drawn.remarks
    if not plan.areas:  # it speaks of the same danger: those who were told before are told again
        plan, remarks = replace(plan, areas=before.areas, audience=before.audience), ()
    if is_all_clear(alert):
        facts = replace(plan.facts, urgency="Past", expires=None) if plan.facts else None
        plan = replace(plan, kind=Kind.ALL_CLEAR, facts=facts)
    return plan, remarks


def _withdrawn(s: Surroundings, alert: Alert, before: Plan, number: int) -> Plan:
    """The all-clear of a cancellation that says nothing itself, in our own words."""
    words = tuple(
        Wording(
            language=one.language,
            headline=s.catalogs.say(one.language, "cap-withdrawn-headline", headline=one.headline),
            description=s.catalogs.say(one.language, "cap-withdrawn-text", sender=alert.sender),
        )
        for one in before.wordings
    )
    facts = replace(before.facts, urgency="Past", onset=None, expires=None) if before.facts else None
    return replace(before, kind=Kind.ALL_CLEAR, refers_to=number, wordings=words, facts=facts, safety_check=False)


async def _overtake(s: Surroundings, alert: Alert, waiting: Broadcast) -> Received:
    """What has not been sent yet is changed, or is not sent at all."""
    if is_all_clear(alert):
        step = Step.STOP if waiting.state is State.APPROVED else Step.DISCARD
        gone = await broadcasts.move(s.tx, waiting, step, s.now)
        return Received(outcome=Outcome.CALLED_OFF, broadcast=_mine(gone))
    drawn = draw_plan(alert, s.community)
    before = waiting.plan
    plan = replace(drawn.plan, exercise=before.exercise, refers_to=before.refers_to, kind=before.kind)
    if not plan.areas:
        plan = replace(plan, areas=before.areas, audience=before.audience)
    changed = await broadcasts.replan(s.tx, waiting, plan, s.now)
    return Received(outcome=Outcome.CHANGED, broadcast=_mine(changed), remarks=drawn.remarks)


def _mine(broadcast: Broadcast | None) -> Broadcast:
    """Raise Refusal where somebody else changed it meanwhile: the message can be read again."""
    if broadcast is None:
        raise Refusal("changed")
    return broadcast


def _ignored(key: str, **values: str) -> Received:
    return Received(outcome=Outcome.IGNORED, remarks=(warn(key, None, **values),))


def _name(reference: Reference) -> warnings.Name:
    return reference.sender, reference.identifier, reference.sent
