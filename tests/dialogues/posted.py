"""What stands at the platforms of the small town, and what a person reads of it."""

import re
from dataclasses import dataclass, field

from domain.content import Button, Card, Content, Forwarded, Home, Message, Toast
from domain.delivery import Capabilities

CAPABILITIES = {
    "telegram": Capabilities(
        channel="telegram",
        text_limit=4096,
        utf16=True,
        edits=True,
        deletes=True,
        private_notes=False,
        forms=False,
        file_limit=50_000_000,
        buttons_in_row=8,
    ),
    "slack": Capabilities(
        channel="slack",
        text_limit=12_000,
        utf16=False,
        edits=True,
        deletes=True,
        private_notes=True,
        forms=True,
        file_limit=100_000_000,
        buttons_in_row=25,
    ),
}
_ISOLATES = re.compile("[\u2066-\u2069]")
_PICTURE = re.compile(r"^[^\w(]+")


def plain(text: str) -> str:
    """`text` without the marks that keep writing directions apart."""
    return _ISOLATES.sub("", text)


def same_label(button: Button, label: str) -> bool:
    """Whether a button is meant by `label`: its words with or without the picture before them, or its data."""
    words = plain(button.label)
    return label in (words, _PICTURE.sub("", words), button.data)


def words_of(content: Content | None) -> str:
    """Everything that a person reads in `content`, one part a line."""
    match content:
        case Message():
            parts: tuple[str, ...] = (content.lead, content.text)
        case Card():
            pairs = tuple(f"{pair.label}: {pair.value}" for pair in content.fields)
            parts = (content.title, *pairs, content.quote, *content.notes)
        case Home():
            inner = [(s.heading, *map(words_of, s.cards), s.empty if not s.cards else "") for s in content.sections]
            parts = (content.title, *(part for section in inner for part in section))
        case Forwarded():
            parts = (content.attachment.file.name, content.caption)
        case Toast():
            parts = (content.text,)
        case None:
            parts = ()
    return plain("\n".join(part for part in parts if part))


def buttons_of(content: Content | None) -> list[Button]:
    """Every button of a message, card or page."""
    match content:
        case Message():
            return [button for row in content.buttons for button in row]
        case Card():
            return list(content.buttons)
        case Home():
            return [*content.buttons, *(b for s in content.sections for card in s.cards for b in card.buttons)]
    return []


@dataclass(slots=True, kw_only=True)
class Posted:
    """A message as it now stands at its platform. `person`: who alone sees it; `edits`: how often it was changed."""

    id: str
    channel: str
    address: str
    content: Content | None
    thread: str | None = None
    reply_to: str | None = None
    person: str | None = None
    edits: int = 0

    @property
    def words(self) -> str:
        """What a person reads."""
        return words_of(self.content)


@dataclass(slots=True, kw_only=True)
class Platform:
    """What both platforms hold, and the troubles that are switched on."""

    posted: list[Posted] = field(default_factory=list)
    blocked: set[str] = field(default_factory=set)  # addresses of residents who blocked the bot
    failing: dict[str, tuple[str, str]] = field(default_factory=dict)  # address -> (state, reason)
    held: set[str] = field(default_factory=set)  # channels that are down: everything waits
    number: int = 1000

    def find(self, address: str, platform_id: str | None) -> Posted | None:
        """The message of that id, or None."""
        return next((m for m in self.posted if (m.address, m.id) == (address, platform_id)), None)
