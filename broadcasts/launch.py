"""From approved to on its way: the public channels first, then everybody, out of what was frozen and nothing else."""

from typing import Any

from broadcasts import safety_check
from broadcasts.public import post_publicly, tell_departments
from broadcasts.surroundings import Surroundings
from broadcasts.targets import DRILL_ROLE, only_drill_group
from domain.audience import Audience, Having, Wish, from_json
from domain.broadcast import UNDER_WAY, Broadcast, Kind, Refusal, Step
from domain.codec import decode
from domain.content import Message
from domain.delivery import Lane
from storage import audit, broadcasts, halting, spreading
from storage.spread_rows import ANYBODY
from storage.spreading import Spread

Written = dict[str, dict[str, tuple[Message, ...]]]  # part of the plan -> language -> parts


async def launch(s: Surroundings, approved: Broadcast) -> Broadcast:
    """Start an approved broadcast, in the transaction of its approval (or of the clock, for a timed one).

    Raises Refusal where what was frozen is not what its seal says, or where a drill is not marked as one.
    """
    frozen, texts, exercise = await _unsealed(s, approved)
    running = await broadcasts.move(s.tx, approved, Step.START, s.now, started_at=s.now)
    if running is None:
        raise Refusal("changed")
    if running.plan.kind in (Kind.CORRECTION, Kind.ALL_CLEAR):
        await _halt_earlier(s, running)
    await tell_departments(s, running)
    if running.plan.safety_check:
        await safety_check.begin(s, running)
    await _send_out(s, running, frozen, texts, exercise=exercise)
    return running


async def launch_again(s: Surroundings, running: Broadcast, number: int) -> None:
    """Send occurrence `number` (from 0) of one that is under way: the very texts that were approved. Raises Refusal."""
    frozen, texts, exercise = await _unsealed(s, running)
    await _send_out(s, running, frozen, texts, exercise=exercise)
    await audit.note(s.tx, "liaison", "broadcast.repeated", running.reference, s.now, occurrence=number + 1)


async def _unsealed(s: Surroundings, broadcast: Broadcast) -> tuple[dict[str, Any], Written, bool]:
    """What was frozen, its texts, and whether it is a drill. Raises Refusal for a broken seal or a drill unmarked."""
    frozen = await broadcasts.frozen(s.tx, broadcast.id)
    if frozen is None:
        raise Refusal("seal", reference=broadcast.reference)
    texts = {part: _texts(written) for part, written in frozen["texts"].items()}
    exercise = broadcast.plan.exercise or broadcast.plan.kind is Kind.DRILL or frozen["plan"]["exercise"]
    if exercise:
        _marked(s, texts)
    return frozen, texts, exercise


async def _send_out(
    s: Surroundings, running: Broadcast, frozen: dict[str, Any], texts: Written, *, exercise: bool
) -> None:
    if running.plan.public and not exercise:
        await post_publicly(s, running, texts["main"], texts.get("edit", {}))
    for target in frozen["targets"]:
        await _spread(s, running, target, texts[target["part"]], exercise=exercise)


def _texts(written: dict[str, Any]) -> dict[str, tuple[Message, ...]]:
    return {language: tuple(decode(Message, part) for part in parts) for language, parts in written.items()}


async def _spread(
    s: Surroundings,
    running: Broadcast,
    target: dict[str, Any],
    texts: dict[str, tuple[Message, ...]],
    *,
    exercise: bool,
) -> None:
    audience: Audience = from_json(target["audience"])
    if exercise and Having(roles=(DRILL_ROLE,)) not in getattr(audience, "parts", ()):
        audience = only_drill_group(audience)
    default = texts.get(s.community.default_language)
    edits = target["edits"]
    spread = Spread(
        occasion=f"broadcast:{running.id}",
        broadcast_id=running.id,
        audience=audience,
        wish=decode(Wish, target["wish"]),
        lane=running.plan.lane if edits is None else max(running.plan.lane, Lane.REMINDER),
        edits=edits,
        not_after=running.plan.expires,
    )
    await spreading.begin(s.tx, spread, {**texts, **({ANYBODY: default} if default else {})}, s.now)


def _marked(s: Surroundings, texts: dict[str, dict[str, tuple[Message, ...]]]) -> None:
    """Raise Refusal unless every message of a drill says first of all that it is one."""
    marks = [s.catalogs.say(language, "alert-drill-mark") for language in s.community.languages]
    firsts = [parts[0].lead for written in texts.values() for parts in written.values()]
    if not all(any(first.startswith(mark) for mark in marks) for first in firsts):
        raise Refusal("drill-unmarked")


async def _halt_earlier(s: Surroundings, running: Broadcast) -> None:
    """Whoever has not got the earlier messages yet shall not get them after this one."""
    for earlier in await broadcasts.family(s.tx, running.plan.refers_to or running.id):
        if earlier.id != running.id and earlier.state in UNDER_WAY:
            await halting.halt(s.tx, await broadcasts.spreads_of(s.tx, earlier.id), "stopped")
            await broadcasts.move(s.tx, earlier, Step.STOP, s.now, stopped_by=running.approved_by)
