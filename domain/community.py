"""The organisation as its configuration describes it. The reader of the file is in `bot`; this is what it yields."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from zoneinfo import ZoneInfo

from domain.volunteering import Volunteering

Words = Mapping[str, str]  # language -> text
ALERTS = "alerts"  # the topic that everybody hears of who has not switched it off


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """Opening of one weekday (Monday 0), local time of the community."""

    weekday: int
    opens: time
    closes: time


@dataclass(frozen=True, slots=True, kw_only=True)
class Department:
    """A department: who they are, what they deal with, where they sit in Slack, when they work."""

    id: str
    name: Words
    description: Words
    channel: str  # Slack channel id, or #name
    examples: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lead: str | None = None  # Slack user id
    hours: tuple[Hours, ...] = ()
    answer_within_hours: float = 16.0  # working hours until an answer may be expected
    emergency: bool = False  # receives urgent cases that no other department claims


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A district. `geocodes`: its names elsewhere (CAP valueName=value); `polygon`: (latitude, longitude) points."""

    id: str
    name: Words
    geocodes: tuple[str, ...] = ()
    polygon: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """Something that residents can choose to hear of. Those of `DEFAULT_TOPICS` are named by the catalogs."""

    id: str
    name: Words = field(default_factory=dict)


DEFAULT_TOPICS = tuple(Topic(id=name) for name in (ALERTS, "events", "news", "volunteering", "surveys"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """Slack user ids or user group ids (S…) that may coordinate, approve, administrate, act as duty officer."""

    coordinators: frozenset[str] = frozenset()
    approvers: frozenset[str] = frozenset()
    admins: frozenset[str] = frozenset()
    duty_officers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Emergency:
    """The number to call and the words, per language, that make a message an emergency."""

    number: str
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timings:
    """Waiting times of the dialogues. Units are in the names."""

    choose_department_minutes: int = 10
    choose_case_minutes: int = 30
    reopen_days: int = 14
    confirm_days: int = 7
    album_seconds: float = 1.2
    offer_hours: float = 12.0  # a freed seat of an event is held for who waits
    flood_messages: int = 20
    flood_seconds: int = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningFeed:
    """A feed of official warnings (CAP, Atom or RSS). `hosts`: where its messages may lie beside its own host."""

    address: str
    minutes: int = 5
    hosts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Broadcasting:
    """How broadcasts are worked. `channel` is the coordinators' Slack channel; without it there are no broadcasts.

    `public_telegram` (``@name`` or a chat id) and `slack_channels` get one post each, first of all. `sender` names the
    organisation in CAP messages. `chase_minutes` after a safety check, and again as long after each chase, the silent
    are asked once more, `chase_times` at most. `training`: whatever is composed now is a drill, and stays one.
    """

    channel: str = ""
    public_telegram: str = ""
    slack_channels: tuple[str, ...] = ()
    sender: str = ""
    chase_minutes: int = 20
    chase_times: int = 2
    training: bool = False
    feeds: tuple[WarningFeed, ...] = ()  # official warnings of others, which become drafts


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    """How long words are kept, in days: of closed cases, of ended deliveries, of the platforms' handled updates.

    `recipients_days`: how long it is kept who got what was said to many; then the sums stay.
    """

    closed_cases_days: int = 365
    deliveries_days: int = 30
    recipients_days: int = 365
    updates_days: int = 8  # platforms repeat an update for a day, and may number anew after a quiet week


@dataclass(frozen=True, slots=True, kw_only=True)
class Community:
    """Everything that the handlers know of the organisation."""

    name: Words
    languages: tuple[str, ...]
    default_language: str
    staff_language: str
    time_zone: ZoneInfo
    departments: tuple[Department, ...]
    front_desk: str  # id of the department that gets what nobody else is sure of
    areas: tuple[Area, ...] = ()
    topics: tuple[Topic, ...] = DEFAULT_TOPICS  # `alerts` is always one of them
    roles: Roles = field(default_factory=Roles)
    broadcasting: Broadcasting = field(default_factory=Broadcasting)
    emergency: Emergency
    greeting: Words = field(default_factory=dict)  # an own sentence after the standard greeting
    privacy_url: str = ""
    privacy_contact: str = ""  # who answers questions about data: an e-mail address or a phone number
    timings: Timings = field(default_factory=Timings)
    retention: Retention = field(default_factory=Retention)
    volunteering: Volunteering = field(default_factory=Volunteering)
    holidays: frozenset[str] = frozenset()  # ISO dates on which nobody works

    def department(self, department_id: str | None) -> Department | None:
        """The department of that id, or None."""
        return next((d for d in self.departments if d.id == department_id), None)

    def department_of_channel(self, channel: str) -> Department | None:
        """The department whose desk is Slack channel `channel`, or None."""
        return next((d for d in self.departments if d.channel == channel), None)

    def area(self, area_id: str | None) -> Area | None:
        """The area of that id, or None."""
        return next((a for a in self.areas if a.id == area_id), None)

    def say(self, words: Words, language: str) -> str:
        """`words` in `language`, else in the default language, else in whichever there is."""
        return words.get(language) or words.get(self.default_language) or next(iter(words.values()), "")
