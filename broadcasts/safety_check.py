"""Are you safe? The question under an alert, and again for those who said nothing."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from broadcasts.surroundings import Surroundings
from broadcasts.targets import only_drill_group
from broadcasts.texts import Texts, lead
from domain.audience import Answered, AnyOf, Audience, Except, Reached, Wish
from domain.broadcast import STARTED, Broadcast, Kind, State
from domain.content import Button, Message
from domain.safety import Answer, Check, chase_occasion
from storage import broadcasts, halting, safety, spreading
from storage.spread_rows import ANYBODY
from storage.spreading import Spread

OVER = frozenset({State.STOPPED, State.CALLED_OFF})


def check_of(broadcast: Broadcast) -> int:
    """The number of the check that a broadcast's question belongs to: one for the whole family."""
    return broadcast.plan.refers_to or broadcast.id


def with_question(s: Surroundings, broadcast: Broadcast, texts: Texts) -> Texts:
    """`texts` with the three buttons under the last part of each."""
    return {
        language: (*parts[:-1], replace(parts[-1], buttons=buttons(s, language, check_of(broadcast))))
        for language, parts in texts.items()
    }


def buttons(s: Surroundings, language: str, check_id: int) -> tuple[tuple[Button, ...], ...]:
    """The three answers in one language, one below the other: they must not be missed in a hurry."""
    return tuple(
        (Button(label=s.catalogs.say(language, f"safety-{answer}"), data=f"r:safe:{check_id}:{answer}"),)
        for answer in Answer
    )


async def asked_before(s: Surroundings, broadcast: Broadcast) -> bool:
    """Whether the family that this one belongs to is being asked."""
    check = await safety.get(s.tx, check_of(broadcast))
    return check is not None and check.closed_at is None


async def begin(s: Surroundings, running: Broadcast) -> None:
    """Expect answers from now on, in the transaction that starts the broadcast."""
    await safety.open_check(s.tx, check_of(running), s.now, _next_chase(s, 0))


async def ended(s: Surroundings, check: Check) -> bool:
    """Whether there is no reason to ask on: stopped, expired, or all clear."""
    original = await broadcasts.get(s.tx, check.id)
    expires = original.plan.expires
    if original.state in OVER or (expires is not None and expires <= s.now):
        return True
    return any(one.plan.kind is Kind.ALL_CLEAR for one in await broadcasts.family(s.tx, check.id))


async def end(s: Surroundings, check: Check) -> bool:
    """Ask nobody any more, and take back the questions that have not left. False where it had ended before."""
    if not await safety.close(s.tx, check.id, s.now):
        return False
    await halting.halt(s.tx, await safety.chases_of(s.tx, check), "stopped")
    return True


async def chase(s: Surroundings, check: Check) -> bool:
    """Ask the silent once more: exactly those who were reached and have said nothing. False: somebody was first."""
    original = await broadcasts.get(s.tx, check.id)
    if not await safety.chased(s.tx, check, s.now, _next_chase(s, check.chases + 1)):
        return False
    spread = Spread(
        occasion=chase_occasion(check.id, check.chases + 1),
        audience=await _silent(s, check, original),
        wish=Wish(topic="", urgent=original.plan.grave),
        lane=original.plan.lane,
        not_after=original.plan.expires,
    )
    texts = _questions(s, original)
    default = texts.get(s.community.default_language)
    await spreading.begin(s.tx, spread, {**texts, **({ANYBODY: default} if default else {})}, s.now)
    return True


async def due(s: Surroundings, check: Check) -> bool:
    """Whether the silent are to be asked now. While the alert itself is still going out, later."""
    if check.chase_at is None or check.chase_at > s.now:
        return False
    family = await broadcasts.family(s.tx, check.id)
    if any(one.state is not State.DONE for one in family if one.state in STARTED and one.state not in OVER):
        await safety.postpone(s.tx, check.id, s.now + timedelta(minutes=s.community.broadcasting.chase_minutes))
        return False
    return True


async def _silent(s: Surroundings, check: Check, original: Broadcast) -> Audience:
    family = await broadcasts.family(s.tx, check.id)
    reached = AnyOf(parts=tuple(Reached(broadcast=one.id) for one in family) or (Reached(broadcast=check.id),))
    quiet = Except(base=reached, minus=Answered(check=check.id))
    return only_drill_group(quiet) if original.plan.exercise else quiet


def _questions(s: Surroundings, original: Broadcast) -> Mapping[str, tuple[Message, ...]]:
    """The question that follows, in every language of the community."""
    found: dict[str, tuple[Message, ...]] = {}
    for language in s.community.languages:
        wording = original.plan.wording(language)
        if wording is None:
            continue
        spoken = replace(wording, language=language)
        asks = s.catalogs.say(language, "safety-chase")
        source = s.catalogs.say(language, "alert-source", community=s.community.say(s.community.name, language))
        closing = s.catalogs.say(language, "alert-drill-close") if original.plan.exercise else ""
        found[language] = (
            Message(
                lead=lead(s, original.plan, spoken, Kind.UPDATE),
                text="\n\n".join(part for part in (asks, source, closing) if part),
                buttons=buttons(s, language, original.id),
                rtl=s.catalogs.direction(language) == "rtl",
            ),
        )
    return found


def _next_chase(s: Surroundings, done: int) -> datetime | None:
    rules = s.community.broadcasting
    return s.now + timedelta(minutes=rules.chase_minutes) if done < rules.chase_times else None
