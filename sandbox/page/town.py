"""The make-believe town: its two platforms and the people on them."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from sandbox.slack import Member, SlackWorkspace
from sandbox.telegram.residents import Resident
from sandbox.telegram.server import TelegramServer

RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language that residents may have; `rtl` where it is written from right to left.

    `examples`: what somebody might write, offered on a phone that was never used.
    """

    code: str
    name: str
    rtl: bool = False
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A Slack channel of the plan."""

    name: str
    topic: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker:
    """A member of staff of the plan; `user` is a fixed Slack id where the configuration names one."""

    name: str
    title: str
    desks: tuple[str, ...]
    handle: str
    user: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """A resident of the plan."""

    name: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a town is made from. `zone`: its clocks (IANA); `rtl`: its staff read from right to left."""

    name: str
    zone: str
    rtl: bool = False
    languages: tuple[Language, ...]
    desks: tuple[Desk, ...]
    workers: tuple[Worker, ...]
    neighbours: tuple[Neighbour, ...]


@dataclass(slots=True, kw_only=True)
class Townsman:
    """A resident with what their phone shows beside the chat. `read` is the last message that was on the screen."""

    resident: Resident
    language: Language
    read: int = 0

    @property
    def name(self) -> str:
        """Full name."""
        user = self.resident.user
        return " ".join(part for part in (user.first_name, user.last_name) if part)


@dataclass(slots=True, kw_only=True)
class Town:
    """Both platforms, the residents and the titles of the staff."""

    name: str
    zone: str
    rtl: bool
    languages: tuple[Language, ...]
    telegram: TelegramServer
    slack: SlackWorkspace
    people: dict[int, Townsman] = field(default_factory=dict)

    def move_in(self, name: str, language: str) -> Townsman:
        """A new resident, whose telephone speaks `language`. Raises ValueError when one of the two is empty."""
        if not language.strip() or not name.strip():
            raise ValueError("a resident needs a name and a language")
        spoken = next((known for known in self.languages if known.code == language), foreign(language))
        first, _, last = name.strip().partition(" ")
        code = {"fil": "tl"}.get(language, language)  # Telegram clients speak ISO 639-1
        resident = self.telegram.resident(first, last_name=last or None, language_code=code)
        townsman = Townsman(resident=resident, language=spoken)
        self.people[resident.user.id] = townsman
        return townsman

    def take_on(self, worker: Worker) -> Member:
        """A new member of staff."""
        member = self.slack.add_member(worker.handle, worker.name, channels=worker.desks, user_id=worker.user)
        member.user.title = worker.title
        return member


def found(plan: Plan, telegram: TelegramServer, slack: SlackWorkspace) -> Town:
    """Found the town of `plan` on the two emulators."""
    town = Town(name=plan.name, zone=plan.zone, rtl=plan.rtl, languages=plan.languages, telegram=telegram, slack=slack)
    for desk in plan.desks:
        channel = slack.add_channel(desk.name)
        channel.topic = {"value": desk.topic, "creator": "", "last_set": 0}
    for worker in plan.workers:
        town.take_on(worker)
    for neighbour in plan.neighbours:
        town.move_in(neighbour.name, neighbour.language)
    return town


def foreign(code: str) -> Language:
    """A language that residents may speak although the town does not."""
    return Language(code=code, name=code, rtl=code.partition("-")[0] in RIGHT_TO_LEFT)


def hue(name: str) -> int:
    """A colour for a person that stays theirs, in degrees."""
    return zlib.crc32(name.encode()) % 360


def languages_of(codes: Sequence[tuple[str, str, bool, tuple[str, ...]]]) -> tuple[Language, ...]:
    """Languages from (code, name, right to left, examples)."""
    return tuple(Language(code=code, name=name, rtl=rtl, examples=said) for code, name, rtl, said in codes)
