"""What a coordinator should know before anything is sent: how many, who not, how long, and how it reads."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from broadcasts.surroundings import Surroundings
from broadcasts.targets import Target, targets
from broadcasts.texts import Texts, edited, texts
from delivery.rates import FREE_RATE
from domain.broadcast import FOLLOWING, Broadcast, Plan
from storage import audience, broadcasts

PAID_RATE, STARS = 1000.0, 0.1  # Bot API, paid broadcasts: messages a second, Stars for each above the free rate


@dataclass(frozen=True, slots=True, kw_only=True)
class Draught:
    """A plan with its targets and texts: what is frozen when it is submitted."""

    targets: tuple[Target, ...]
    texts: dict[str, Texts]  # part of the plan -> language -> parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """Counts are people; `messages` counts parts. `unreachable` says why; `missing` are languages without a text."""

    people: int
    messages: int
    by_language: dict[str, int]
    by_channel: dict[str, int]
    by_area: dict[str, int]  # of residence; "" where nobody told us
    unreachable: dict[str, int]
    missing: dict[str, int]
    seconds: float
    paid_seconds: float
    paid_stars: int
    draught: Draught
    edits: int = 0
    reach: dict[str, int] = field(default_factory=dict)  # people of each part


async def original_of(s: Surroundings, plan: Plan) -> tuple[Broadcast | None, tuple[int, ...]]:
    """The broadcast that the plan refers to, and the numbers of its family; None for a plan of its own."""
    if plan.kind not in FOLLOWING or plan.refers_to is None:
        return None, ()
    family = await broadcasts.family(s.tx, plan.refers_to)
    return await broadcasts.get(s.tx, plan.refers_to), tuple(one.id for one in family)


async def draught(s: Surroundings, plan: Plan, languages: Sequence[str] = ()) -> Draught:
    """Targets and texts of the plan, for the community's languages and `languages`."""
    original, family = await original_of(s, plan)
    known = tuple(dict.fromkeys([*s.community.languages, *languages]))
    written = {"main": texts(s, plan, known, original)}
    chosen = targets(plan, original, family)
    if any(target.part == "others" for target in chosen):
        written["others"] = texts(s, plan, known)
    if any(target.edits is not None for target in chosen):
        written["edit"] = edited(s, plan, known)
    return Draught(targets=chosen, texts=written)


async def preview(s: Surroundings, plan: Plan) -> Preview:
    """Count and render. One query a target for the people, one for those who are left out."""
    counts: list[tuple[str, audience.Count]] = []
    left_out: Counter[str] = Counter()
    original, family = await original_of(s, plan)
    for target in targets(plan, original, family):
        if target.edits is None:
            counts += [(target.part, one) for one in await audience.count(s.tx, target.audience, target.wish)]
            for gone in await audience.unreachable(s.tx, target.audience, target.wish):
                left_out[gone.reason] += gone.people
    drawn = await draught(s, plan, sorted({one.language for _, one in counts}))
    return _summed(s, plan, counts, left_out, drawn)


def _summed(
    s: Surroundings, plan: Plan, counts: list[tuple[str, audience.Count]], left_out: Counter[str], drawn: Draught
) -> Preview:
    language, channel, area, part, missing = (Counter[str]() for _ in range(5))
    messages: Counter[str] = Counter()  # by channel
    for where, one in counts:
        written = drawn.texts[where].get(one.language)
        if written is None:
            missing[one.language] += one.people
        language[one.language] += one.people
        channel[one.channel] += one.people
        area[one.area or ""] += one.people
        part[where] += one.people
        messages[one.channel] += one.people * len(written or ())
    edits = part["main"] if "edit" in drawn.texts else 0
    paid = messages["telegram"]
    return Preview(
        people=sum(language.values()),
        messages=sum(messages.values()),
        by_language=dict(language),
        by_channel=dict(channel),
        by_area=dict(area),
        unreachable=dict(left_out),
        missing=dict(missing),
        seconds=max((count / s.rates.get(name, FREE_RATE) for name, count in messages.items()), default=0.0),
        paid_seconds=paid / PAID_RATE,
        paid_stars=math.ceil(max(0.0, paid - FREE_RATE * paid / PAID_RATE) * STARS),
        draught=drawn,
        edits=edits,
        reach=dict(part),
    )
