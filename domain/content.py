"""What is said, free of any platform: messages, cards, forms, files, places.

Every class here is a frozen dataclass of plain values; `domain.codec` writes it to JSON and reads it back, so the
same shapes rest in the ledger. Text is always plain text: a channel escapes it for its platform, never interprets it.
"""

from dataclasses import dataclass
from typing import Literal

AttachmentKind = Literal["photo", "voice", "audio", "video", "document", "animation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRef:
    """A file that rests at a platform. `handle` is Telegram's file_id, or Slack's url_private; `size` in bytes."""

    channel: str
    handle: str
    name: str
    mime: str = "application/octet-stream"
    size: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that someone sent. `duration` in seconds (voice, video)."""

    kind: AttachmentKind
    file: FileRef
    duration: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A point on the map, degrees WGS 84; `label` as the sender named it."""

    latitude: float
    longitude: float
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactCard:
    """A contact that someone shared; `own` says that the sender shared their own number."""

    name: str
    phone: str
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """A button under a message or card. `data` travels back when it is pressed (at most 64 bytes, Bot API)."""

    label: str
    data: str
    style: Literal["plain", "primary", "danger"] = "plain"
    url: str | None = None
    confirm: str | None = None  # question asked before the press counts, where the platform can


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message for a person. `lead` is shown in bold above `text`; `rtl` marks a right-to-left text."""

    text: str
    lead: str = ""
    buttons: tuple[tuple[Button, ...], ...] = ()
    ask_place: str = ""  # label of a "share my location" button, where the platform has one
    silent: bool = False
    rtl: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A short labelled value on a card. `since`: the value is the age of that instant (Unix seconds), and grows."""

    label: str
    value: str
    since: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A desk card. `quote` are the resident's own words: shown literally, cut by the channel where it must be."""

    title: str
    fields: tuple[Field, ...] = ()
    quote: str = ""
    notes: tuple[str, ...] = ()  # small print: why it is here, what is attached
    buttons: tuple[Button, ...] = ()
    tone: Literal["plain", "urgent", "done"] = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One entry of a list to choose from."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One question of a form."""

    name: str
    label: str
    kind: Literal["line", "text", "choice", "choices", "date", "time", "info"] = "line"
    choices: tuple[Choice, ...] = ()
    initial: str = ""
    hint: str = ""
    optional: bool = False
    max_length: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form to fill. `name` says which handler reads it, `about` which row it concerns (a case id, say)."""

    name: str
    about: str
    title: str
    submit: str
    cancel: str
    asks: tuple[Ask, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """What a member of staff sees on their own page: cards under headings."""

    title: str
    buttons: tuple[Button, ...] = ()
    sections: tuple["HomeSection", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeSection:
    """A heading, cards, and what to say when there are none."""

    heading: str
    cards: tuple[Card, ...] = ()
    empty: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Toast:
    """The short answer to a button press; `alert` asks for a box that must be dismissed, where there is one."""

    text: str = ""
    alert: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Forwarded:
    """A file to pass on, with a line of text."""

    attachment: Attachment
    caption: str = ""


Content = Message | Card | Home | Toast | Forwarded
