"""Volunteers: what they can do and when, what a shift needs, who fits, and how hours are counted. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.survey import Words

NOON, EVENING = 12, 17  # hours of the local day at which afternoon and evening begin
LONGEST_SHIFT = timedelta(hours=24)
WIDEN_AFTER = timedelta(hours=12)  # so long the offer is the fitting ones' alone
REMIND_BEFORE = timedelta(hours=24)
CHECK_IN_BEFORE = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """Something that volunteers can be asked for. Those of `DEFAULT_SKILLS` are named by the catalogs."""

    id: str
    name: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Welcome:
    """A step of the welcome sequence: so many days after joining, these words and perhaps a page to read."""

    after_days: float
    text: Words
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Training:
    """Material to read; `skills`: for whom it is meant, all where empty."""

    title: Words
    url: str
    skills: tuple[str, ...] = ()


DEFAULT_SKILLS = tuple(
    Skill(id=name)
    for name in ("interpreting", "first-aid", "driving", "carrying", "cooking", "children", "seniors", "computers")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Volunteering:
    """How the community works with volunteers."""

    skills: tuple[Skill, ...] = DEFAULT_SKILLS
    welcome: tuple[Welcome, ...] = ()
    training: tuple[Training, ...] = ()


class Trait(StrEnum):
    """What a volunteer chooses about themselves; several values each."""

    SKILL = "skill"
    LANGUAGE = "language"
    AREA = "area"
    TIME = "time"


TIMES = tuple(f"{day}-{part}" for day in ("weekday", "weekend") for part in ("morning", "afternoon", "evening"))


class PlaceState(StrEnum):
    """Where a volunteer stands with one shift."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    LATE = "late"  # wanted it when it was full; hears first when a place is freed
    LEFT = "left"  # had it and gave it back
    CAME = "came"
    MISSED = "missed"


def time_of(start: datetime, zone: ZoneInfo) -> str:
    """Which of `TIMES` a shift that starts then belongs to, by the local clock."""
    wall = start.astimezone(zone)
    part = "morning" if wall.hour < NOON else "afternoon" if wall.hour < EVENING else "evening"
    return f"{'weekend' if wall.weekday() >= 5 else 'weekday'}-{part}"


def overlap(first: tuple[datetime, datetime], second: tuple[datetime, datetime]) -> bool:
    """Whether two spans share a moment; one that begins when the other ends does not."""
    return first[0] < second[1] and second[0] < first[1]


def minutes_of(starts_at: datetime, ends_at: datetime) -> int:
    """The length of a shift in whole minutes, by the clock that does not jump."""
    return int((ends_at - starts_at).total_seconds() // 60)


def total_hours(minutes: Iterable[int]) -> float:
    """Hours, to the quarter that is complete."""
    return sum(minutes) // 15 / 4
