"""A plan (playbook): defaults of the warning, texts of its four messages, people to tell, a checklist, an owner."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from alerts.cap.message import Category, Certainty, ResponseType, Severity, Urgency
from domain.community import Words


class Kind(StrEnum):
    """The messages that a plan has ready."""

    ALERT = "alert"
    UPDATE = "update"
    CORRECTION = "correction"
    ALL_CLEAR = "all_clear"


class Part(StrEnum):
    """The parts of a message, in the order in which they are read."""

    HEADLINE = "headline"
    DESCRIPTION = "description"
    INSTRUCTION = "instruction"


class Reach(StrEnum):
    """Who is told unless the coordinator chooses otherwise."""

    AREAS = "areas"  # residents of the areas that are chosen
    EVERYONE = "everyone"


ESSENTIAL: Mapping[Kind, tuple[str, ...]] = {
    Kind.ALERT: ("source", "place", "until"),
    Kind.UPDATE: ("source", "place", "until"),
    Kind.CORRECTION: ("source", "place"),
    Kind.ALL_CLEAR: ("source", "place"),
}
"""What every message must say by a variable: who says it, where, and until when (research on warnings: people act when
they know the source, the hazard and its impact, the place, the time and what to do)."""

REPEATED: Mapping[Kind, tuple[Part, ...]] = {
    Kind.UPDATE: (Part.INSTRUCTION,),
    Kind.CORRECTION: (Part.HEADLINE, Part.INSTRUCTION),
}
"""Parts that say the same as in the alert unless they are written. A correction must stand alone: it replaces the alert
where a platform can change messages, and whoever never got the alert reads nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """Defaults of the CAP fields. `lasts_hours`: after that many hours the message has run out."""

    categories: tuple[Category, ...]
    urgency: Urgency
    severity: Severity
    certainty: Certainty
    responses: tuple[ResponseType, ...] = ()
    lasts_hours: float = 12.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Playbook:
    """One plan. `texts[kind][part][language]` is a text with ``{variables}``; what is not written is absent.

    A draft is shown and checked but cannot be sent from: it came from elsewhere and nobody has answered for it yet.
    `review` is the day by which the owner looks at it again, `expires` the last day on which it may be used at all.
    """

    id: str
    event: Words
    draft: bool = False
    owner: str = ""
    review: date | None = None
    expires: date | None = None
    cap: Defaults
    variables: tuple[str, ...] = ()
    labels: Mapping[str, Words] = field(default_factory=dict)  # what to ask for when a variable is filled in
    texts: Mapping[Kind, Mapping[Part, Words]] = field(default_factory=dict)
    departments: tuple[str, ...] = ()
    responders: tuple[str, ...] = ()
    reach: Reach = Reach.AREAS
    checklist: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def label(self, variable: str, language: str) -> str:
        """What to ask for, for people who read `language`; the variable's own name where the plan does not say."""
        return self.labels.get(variable, {}).get(language) or variable

    def words(self, kind: Kind, part: Part) -> Words:
        """The texts of a part by language: its own, else the alert's where the message repeats that."""
        found = self.texts.get(kind, {}).get(part, {})
        repeats = not found and part in REPEATED.get(kind, ())
        return self.texts.get(Kind.ALERT, {}).get(part, {}) if repeats else found
