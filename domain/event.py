"""An event: what a coordinator plans, when it takes place, and who comes."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from domain.community import Words
from domain.errors import LiaisonError

REMIND = (24 * 60, 2 * 60)  # minutes before the start at which people are reminded, unless the plan says otherwise
MOST_PEOPLE = 20  # that one resident can bring
DOOR_OPENS_MINUTES = 120  # before the start people can be checked in


class EventRefused(LiaisonError):
    """The plan cannot be carried out as it is; nothing was changed.

    `code` ends the catalog's key ``event-refuse-<code>``, `values` are its placeholders.
    """

    def __init__(self, code: str, /, **values: Any) -> None:
        super().__init__(f"{code} {values}" if values else code)
        self.code = code
        self.values = values


class EventState(StrEnum):
    """Where an event, or one occasion of it, stands."""

    OPEN = "open"
    CANCELLED = "cancelled"
    DROPPED = "dropped"  # an occasion that the changed rule does not have any more


class Answer(StrEnum):
    """What a resident answered to one occasion."""

    GOING = "going"
    MAYBE = "maybe"
    NO = "no"
    WAITING = "waiting"  # wants to come, but it is full
    OFFERED = "offered"  # a freed seat is held for them until they accept


SEATED = frozenset({Answer.GOING, Answer.OFFERED})  # they hold seats
CONCERNED = frozenset({Answer.GOING, Answer.MAYBE, Answer.WAITING, Answer.OFFERED})  # they want to know of changes


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Something that must be there or be done: a room, chairs, a person who opens. `who` brings or does it."""

    text: str
    who: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a coordinator enters. `start` and `end` are local wall time in `zone` (``2026-11-20T18:00``).

    `rule` is an RRULE of RFC 5545 without its name, empty for a single event; `without` and `also` are EXDATE and
    RDATE as local starts. `deadline_minutes` before the start sign-up ends; None: at the start. `remind`: minutes
    before the start, whole days counted by the calendar. `capacity` None: as many as like.
    """

    title: Words
    description: Words = field(default_factory=dict)
    zone: str
    start: str
    end: str
    rule: str = ""
    without: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    place: str = ""
    latitude: float | None = None
    longitude: float | None = None
    capacity: int | None = None
    topic: str = "events"
    area: str | None = None
    department: str = ""  # whose channel hears of it
    organiser: str = ""
    accessibility: Words = field(default_factory=dict)
    languages: tuple[str, ...] = ()  # spoken on site
    deadline_minutes: int | None = None
    remind: tuple[int, ...] = REMIND
    tasks: tuple[Task, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One row of the event table. `code` is what deep links and posters carry; `uid` names it in calendars."""

    id: int
    code: str
    uid: str
    state: EventState
    sequence: int  # of changes, as calendars count them
    created_by: str
    created_at: datetime
    updated_at: datetime
    plan: Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """One time that an event takes place. `original`: the start by the rule, by which calendars name it.

    `taken` seats are held by people who come or who have an offer. `door` is the code shown at the entrance.
    """

    id: int
    event_id: int
    original: datetime
    starts_at: datetime
    ends_at: datetime
    closes_at: datetime
    state: EventState
    capacity: int | None
    taken: int
    door: str

    @property
    def free(self) -> int | None:
        """Seats left; None where there is no limit."""
        return None if self.capacity is None else max(0, self.capacity - self.taken)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signup:
    """A resident's answer to one occasion. `ticket` is the code that lets them in; `people` come with it."""

    id: int
    occasion_id: int
    resident_id: int
    answer: Answer
    people: int
    ticket: str
    answered_at: datetime
    waits_since: datetime | None = None
    offer_until: datetime | None = None
    came_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is different for the people concerned: fields of the plan that they are told of, before and after."""

    when: bool = False
    place: bool = False
    cancelled: bool = False

    def __bool__(self) -> bool:
        """Whether there is anything to tell."""
        return self.when or self.place or self.cancelled


def changed(old: Plan, new: Plan) -> Change:
    """What people concerned are to be told of. A better description or one more task is no news to them.

    Nor is the first pin for a place that they know by its name; another pin is.
    """
    times = ("zone", "start", "end", "rule", "without", "also")
    pinned = old.latitude is not None or not old.place
    another_pin = (old.latitude, old.longitude) != (new.latitude, new.longitude)
    return Change(
        when=any(getattr(old, name) != getattr(new, name) for name in times),
        place=old.place != new.place or (pinned and another_pin),
    )
