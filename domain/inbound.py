"""What reaches us, free of any platform.

A channel's `inbound` module turns one stored update into exactly one of these. `conversation` orders: events of one
conversation are handled one after the other, different conversations in parallel.
"""

from dataclasses import dataclass, field
from datetime import datetime

from domain.content import Attachment, ContactCard, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """A resident as the platform names them. `address` is where an answer goes (chat id, Slack DM channel id)."""

    channel: str
    address: str
    user: str  # the platform's id of the person (in a private Telegram chat equal to `address`)
    name: str
    client_language: str | None = None
    in_group: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ResidentWrote:
    """A resident's message. Ids are the platform's; `command` comes without slash and bot name."""

    sender: Sender
    message_id: str
    sent_at: datetime
    text: str = ""
    attachments: tuple[Attachment, ...] = ()
    place: Place | None = None
    contact: ContactCard | None = None
    reply_to: str | None = None
    album: str | None = None
    command: str | None = None
    arguments: str = ""
    addressed: bool = True  # False: a group message that does not speak to the bot
    unsupported: str | None = None  # kind of content that cannot be taken in (sticker, poll, game …)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResidentEdited:
    """A resident changed an earlier message. What it now says is read as a fresh message's words are."""

    sender: Sender
    message_id: str
    edited_at: datetime
    text: str = ""
    command: str | None = None
    arguments: str = ""
    addressed: bool = True  # False: a group message that does not speak to the bot


@dataclass(frozen=True, slots=True, kw_only=True)
class ResidentPressed:
    """A resident pressed a button under message `message_id`; `press_id` is what an answer to the press needs."""

    sender: Sender
    data: str
    press_id: str
    message_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReachabilityChanged:
    """A resident blocked (`reachable` False) or unblocked the bot, or a group removed or added it."""

    sender: Sender
    reachable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatMoved:
    """A group became a supergroup: its address changed."""

    channel: str
    old_address: str
    new_address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffPressed:
    """A member of staff pressed a button (`data`) on a card or a private note."""

    user: str
    data: str
    channel_id: str
    message_id: str | None = None
    thread_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffFilled:
    """A member of staff submitted form `form` about `about`. Several chosen values are joined by newlines."""

    user: str
    form: str
    about: str
    values: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffWrote:
    """A member of staff wrote in a desk channel. `mentions_bot`: it began with a mention of the bot (cut off)."""

    user: str
    channel_id: str
    message_id: str
    text: str
    thread_id: str | None = None
    mentions_bot: bool = False
    attachments: tuple[Attachment, ...] = ()
    edited: bool = False
    deleted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffCommanded:
    """A member of staff used a slash command."""

    user: str
    channel_id: str
    command: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffOpenedHome:
    """A member of staff looks at their own page."""

    user: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipChanged:
    """Someone joined or left a desk channel."""

    user: str
    channel_id: str
    joined: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryEnded:
    """Our own report: a delivery that someone waits for reached `state` (see domain.delivery.DeliveryState).

    Or, with the state ``waiting``, it is late: `reason` and `next_at` are then those of its whole channel, if any.
    """

    delivery_id: int
    state: str
    reason: str = ""
    next_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignored:
    """Nothing to do (our own echo, a kind of update that Liaison does not use); `why` is for the log."""

    why: str


Inbound = (
    ResidentWrote
    | ResidentEdited
    | ResidentPressed
    | ReachabilityChanged
    | ChatMoved
    | StaffPressed
    | StaffFilled
    | StaffWrote
    | StaffCommanded
    | StaffOpenedHome
    | MembershipChanged
    | DeliveryEnded
    | Ignored
)
