"""What the router is told and what it answers: plain immutable data, no behaviour, no words for people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

Action = Literal["auto", "ask", "front_desk"]
ReasonKind = Literal["keyword", "similar", "learned", "area"]
LabelKind = Literal["reassigned", "confirmed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DepartmentProfile:
    """One department as a clerk configures it. All three mappings are keyed by language code (ISO 639)."""

    id: str
    name: Mapping[str, str] = field(default_factory=dict)
    description: Mapping[str, str] = field(default_factory=dict)
    keywords: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """What is known of a message when it is routed.

    `lang` is the detected language or None; `area` the configured area's id; `attachments` the kinds
    ("photo", "voice", "location", ...).
    """

    text: str
    lang: str | None = None
    area: str | None = None
    attachments: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why the first department was chosen: the matched word, the similar case's reference or the area's id."""

    kind: ReasonKind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """All departments with probabilities (sum 1, best first), what to do, and why.

    `action`: "auto" route alone; "ask" the resident with the first three as buttons; "front_desk" a person decides.
    """

    ranking: tuple[tuple[str, float], ...]
    action: Action
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RouterSettings:
    """How careful the router is. The defaults are the ones measured in benchmarks/routing.py."""

    aim: float = 0.9  # share of what it routes alone that has to be right
    window: int = 300  # cases of a language that the threshold is kept on
    least_cases: int = 60  # labelled cases in a language before it may route alone by what it learned
    plain_from: float = 0.9  # chance from which plain configured words are acted on alone, also on the first day
    ask_from: float = 0.55  # chance that one of the three likeliest is right, from which asking is worth it
    remembered: int = 1500  # past cases kept for look-ups and for rehearsal
    rehearsal: int = 8  # past cases learned again with each new one
