"""Residents and staff."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any


class Reach(StrEnum):
    """Whether a resident can be written to."""

    ACTIVE = "active"
    STOPPED = "stopped"  # said /stop: only answers to their own cases
    BLOCKED = "blocked"  # blocked the bot, or the account is gone
    ERASED = "erased"  # asked for their data to be deleted


@dataclass(frozen=True, slots=True, kw_only=True)
class Resident:
    """One row of the resident table. `language` is what we write in; `language_chosen`: they picked it themselves."""

    id: int
    channel: str
    address: str
    name: str
    language: str
    language_chosen: bool = False
    client_language: str | None = None
    area: str | None = None
    reach: Reach = Reach.ACTIVE
    greeted_at: datetime | None = None
    created_at: datetime
    history: dict[str, Any] = field(default_factory=dict)  # decayed language history, as understanding wrote it
    dialogue: dict[str, Any] = field(default_factory=dict)  # what the chat is in the middle of
    in_group: bool = False
    time_zone: str | None = None  # IANA name; None: the community's
    quiet_from: int | None = None  # minutes of the local day; None: no quiet hours
    quiet_to: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffMember:
    """A member of staff as Slack names them."""

    user: str
    name: str
    time_zone: str | None = None
    bot: bool = False
