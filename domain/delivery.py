"""Lanes, states and shapes of what leaves."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum

from domain.content import Content


class Lane(IntEnum):
    """Order of precedence; a lower number goes first."""

    EMERGENCY = 0
    REPLY = 1
    AUTOMATIC = 2
    DESK = 3
    REMINDER = 4
    BULK = 5


class Operation(StrEnum):
    """What a delivery does at its address."""

    POST = "post"  # a new message
    EDIT = "edit"  # change the message at `target`
    DELETE = "delete"  # take the message at `target` away
    FILE = "file"  # pass a file on
    ANSWER = "answer"  # answer a button press
    PRIVATE = "private"  # a note that one person alone sees
    HOME = "home"  # a member's own page


class DeliveryState(StrEnum):
    """Where a delivery stands. The last seven are final."""

    QUEUED = "queued"
    PAUSED = "paused"  # with all of its broadcast
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    BLOCKED = "blocked"
    DOUBT = "doubt"
    STOPPED = "stopped"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A delivery before it has a row.

    `address` is the place at the platform: a Telegram chat id, a Slack channel or user id. `anchor` is the name under
    which the platform's message id is remembered once sent; `target` (edit, delete) and `thread` name such anchors and
    the delivery waits until they are known. `reply_to` is a literal id of the platform; of an
    edit or deletion without `target` it is the message to change. A queued delivery with the
    same `replaces` key is superseded by this one. `report`: tell the handlers when it has ended. `person`: who alone
    sees a PRIVATE note, or the press id of an ANSWER.
    """

    channel: str
    address: str
    lane: Lane
    content: Content | None
    operation: Operation = Operation.POST
    anchor: str | None = None
    target: str | None = None
    thread: str | None = None
    reply_to: str | None = None
    person: str | None = None
    replaces: str | None = None
    case_id: int | None = None
    entry_id: int | None = None
    resident_id: int | None = None
    not_before: datetime | None = None
    not_after: datetime | None = None
    report: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """A delivery as a sender gets it: every anchor already resolved to the platform's id."""

    id: int
    channel: str
    address: str
    operation: Operation
    content: Content | None
    lane: Lane = Lane.AUTOMATIC
    target_id: str | None = None
    thread_id: str | None = None
    reply_to: str | None = None
    person: str | None = None
    attempt: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """The platform's word that it was sent; `platform_id` names the message there (first part of several)."""

    platform_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Capabilities:
    """What a channel can do, as data: no `if channel == …` anywhere. Lengths in UTF-16 units or characters."""

    channel: str
    text_limit: int
    utf16: bool
    edits: bool
    deletes: bool
    private_notes: bool
    forms: bool
    file_limit: int  # bytes
    buttons_in_row: int
