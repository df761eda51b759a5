"""Two people: one submits, another approves, and what was submitted is what is sent, byte for byte.

Every deed names the version that its doer has seen. Of two who act at once one wins and the other is told.
"""

from dataclasses import dataclass, replace
from typing import Any

from broadcasts import safety_check
from broadcasts.compose import looked_at
from broadcasts.preview import Draught
from broadcasts.roles import has, may_compose, need
from broadcasts.surroundings import Surroundings
from broadcasts.timing import start
from domain.audience import to_json
from domain.broadcast import Broadcast, Plan, Refusal, State, Step
from domain.codec import encode
from domain.errors import ForbiddenTransition
from storage import audit, broadcasts

SAME = str.maketrans("", "", "\u2066\u2067\u2068\u2069\u200e\u200f")  # direction marks that a client may add


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What the second person says: the version they have read, and for a live alert the name of the area."""

    version: int
    area: str = ""
    reason: str = ""  # a duty officer's, who acts alone


async def submit(s: Surroundings, broadcast: Broadcast, user: str, version: int) -> Broadcast:
    """Freeze the draft and ask for a second person. Raises Refusal; nothing is changed then."""
    if not await may_compose(s, user):
        raise Refusal("role")
    _same_version(broadcast, version)
    await _freeze(s, broadcast)
    submitted = await _move(s, broadcast, Step.SUBMIT, submitted_by=user, submitted_at=s.now)
    await _note(s, submitted, user, "broadcast.submitted")
    return submitted


async def send_back(s: Surroundings, broadcast: Broadcast, user: str, version: int) -> Broadcast:
    """The second person wants it changed."""
    await need(s, user, "approvers", "coordinators", "duty_officers")
    _same_version(broadcast, version)
    returned = await _move(s, broadcast, Step.RETURN, submitted_by=None, submitted_at=None)
    await _note(s, returned, user, "broadcast.returned")
    return returned


async def approve(s: Surroundings, broadcast: Broadcast, user: str, word: Word) -> Broadcast:
    """The second person's yes: from here on it is sent. Raises Refusal; nothing is changed then."""
    await need(s, user, "approvers")
    if broadcast.state is not State.SUBMITTED:
        raise _not_waiting(broadcast)
    _same_version(broadcast, word.version)
    if user == broadcast.submitted_by:
        raise Refusal("own")
    if broadcast.submitted_by is None or not await may_compose(s, broadcast.submitted_by):
        raise Refusal("submitter-role")
    await _last_look(s, broadcast, word)
    approved = await _move(s, broadcast, Step.APPROVE, approved_by=user, approved_at=s.now)
    await _note(s, approved, user, "broadcast.approved", seal=approved.seal)
    return await start(s, approved)


async def override(s: Surroundings, broadcast: Broadcast, user: str, word: Word) -> Broadcast:
    """A duty officer sends alone, for a reason that is logged; `handlers` tell all coordinators at once."""
    await need(s, user, "duty_officers")
    if broadcast.state not in (State.DRAFT, State.SUBMITTED):
        raise _not_waiting(broadcast)
    _same_version(broadcast, word.version)
    if len(word.reason.strip()) < 10:
        raise Refusal("reason")
    if broadcast.state is State.DRAFT:
        await _freeze(s, broadcast)
    await _last_look(s, broadcast, word)
    values = {"submitted_by": broadcast.submitted_by or user, "submitted_at": broadcast.submitted_at or s.now}
    approved = await _move(
        s, broadcast, Step.OVERRIDE, approved_by=user, approved_at=s.now, override_reason=word.reason.strip(), **values
    )
    await _note(s, approved, user, "broadcast.overridden", seal=approved.seal, reason=word.reason.strip())
    return await start(s, approved)


async def may_approve(s: Surroundings, user: str) -> bool:
    """Whether the user may be the second person."""
    return await has(s, user, "approvers")


def area_to_type(s: Surroundings, plan: Plan) -> str:
    """What must be typed before a live alert is sent: the names of its areas, or the community's own."""
    language = s.community.staff_language
    names = [s.community.say(area.name, language) for area in map(s.community.area, plan.areas) if area]
    return ", ".join(names) if names else s.community.say(s.community.name, language)


async def _freeze(s: Surroundings, broadcast: Broadcast) -> None:
    shown, problems = await looked_at(s, broadcast.plan)
    if problems:
        raise problems[0]
    if broadcast.state is not State.DRAFT:
        raise Refusal("state")
    await broadcasts.freeze(s.tx, broadcast.id, _frozen(broadcast, await _asking(s, broadcast, shown.draught)))


async def _asking(s: Surroundings, broadcast: Broadcast, draught: Draught) -> Draught:
    """The texts with the safety check's question under them; a text changed in place keeps the one that it has."""
    asks = {part for part in draught.texts if broadcast.plan.safety_check}
    if "edit" in draught.texts and await safety_check.asked_before(s, broadcast):
        asks.add("edit")
    texts = {
        part: safety_check.with_question(s, broadcast, written) if part in asks else written
        for part, written in draught.texts.items()
    }
    return replace(draught, texts=texts)


def _frozen(broadcast: Broadcast, draught: Draught) -> dict[str, Any]:
    return {
        "plan": encode(broadcast.plan),
        "targets": [
            {"part": one.part, "audience": to_json(one.audience), "wish": encode(one.wish), "edits": one.edits}
            for one in draught.targets
        ],
        "texts": {
            part: {language: encode(parts) for language, parts in texts.items()}
            for part, texts in draught.texts.items()
        },
    }


async def _last_look(s: Surroundings, broadcast: Broadcast, word: Word) -> None:
    """What may have changed since it was submitted, and the name that says: I know where this goes."""
    _, problems = await looked_at(s, broadcast.plan)
    if problems:
        raise problems[0]
    wanted = area_to_type(s, broadcast.plan)
    if broadcast.plan.live_alert and _plain(word.area) != _plain(wanted):
        raise Refusal("typed-area", area=wanted)


def _plain(text: str) -> str:
    return " ".join(text.translate(SAME).casefold().split())


def _same_version(broadcast: Broadcast, version: int) -> None:
    if broadcast.version != version:
        raise Refusal("changed")


def _not_waiting(broadcast: Broadcast) -> Refusal:
    if broadcast.approved_by is not None:
        return Refusal("approved-already", reference=broadcast.reference)
    return Refusal("state")


async def _move(s: Surroundings, broadcast: Broadcast, step: Step, **values: Any) -> Broadcast:
    try:
        moved = await broadcasts.move(s.tx, broadcast, step, s.now, **values)
    except ForbiddenTransition:
        raise Refusal("state") from None
    if moved is None:
        raise Refusal("changed")
    return moved


async def _note(s: Surroundings, broadcast: Broadcast, user: str, deed: str, **data: Any) -> None:
    await audit.note(s.tx, f"slack:{user}", deed, broadcast.reference, s.now, version=broadcast.version, **data)
