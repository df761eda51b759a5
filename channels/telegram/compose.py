"""`domain.content` to what the Bot API sends. Pure; plain text only, bold through an explicit entity.

What is too long was split before it got a row (`delivery.enqueue`); what comes here all the same is split once more.
"""

from dataclasses import dataclass
from typing import Any

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    MessageEntity,
    ReplyKeyboardMarkup,
)

from channels.plain import cut, outgoing, utf16
from delivery.split import numbered, split
from domain.content import Button, Card, Message

TEXT_LIMIT = 4096  # Bot API: sendMessage.text, in UTF-16 units to be safe
CAPTION_LIMIT = 1024
_BUTTONS_IN_ROW = 8
_STYLES = {"plain": None, "primary": "primary", "danger": "danger"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One message on the wire. `bold` is the length in UTF-16 units of what stands bold, from `bold_from` on."""

    text: str
    bold: int = 0
    bold_from: int = 0

    @property
    def spans(self) -> list[dict[str, Any]]:
        """The bold lead, where there is one (Bot API: MessageEntity)."""
        return [{"type": "bold", "offset": self.bold_from, "length": self.bold}] if self.bold else []

    @property
    def entities(self) -> list[MessageEntity]:
        """The same as the library has it."""
        return [MessageEntity(**span) for span in self.spans]


def as_message(content: Message | Card) -> Message:
    """A card where only messages are known: its title leads, its fields are lines."""
    if isinstance(content, Message):
        return content
    lines = [f"{field.label}: {field.value}" for field in content.fields]
    text = "\n\n".join(part for part in ("\n".join(lines), content.quote, "\n".join(content.notes)) if part)
    return Message(text=text, lead=content.title, buttons=tuple((button,) for button in content.buttons))


def parts_of(message: Message, first: int = TEXT_LIMIT) -> list[Part]:
    """The message in as many parts as it needs, numbered where there are several. `first`: room in the first one."""
    lead, body = outgoing(message.lead).strip(), outgoing(message.text).strip()
    whole = f"{lead}\n{body}".rstrip() if lead else body
    if utf16(whole) <= first:
        return [Part(text=whole, bold=utf16(lead))]
    head = split(whole, first, utf16=True)[0] if first < TEXT_LIMIT else ""
    texts = numbered(whole[len(head) :], TEXT_LIMIT, utf16=True)
    if head.strip():
        texts = [head.strip(), *texts]
    above = utf16(texts[0].partition("\n")[0]) + 1 if not head and len(texts) > 1 else 0
    bold = min(utf16(lead), utf16(texts[0].rstrip()) - above)
    return [Part(text=texts[0], bold=bold, bold_from=above), *(Part(text=text) for text in texts[1:] if text.strip())]


def one_part(message: Message) -> Part:
    """The message in one part, cut where it is too long: an edit cannot become several messages."""
    lead, body = outgoing(message.lead).strip(), outgoing(message.text).strip()
    lead = _shorten(lead, TEXT_LIMIT // 2)
    whole = f"{lead}\n{body}".rstrip() if lead else body
    return Part(text=_shorten(whole, TEXT_LIMIT), bold=utf16(lead))


def _shorten(text: str, limit: int) -> str:
    """Cut to `limit` UTF-16 units."""
    while utf16(text) > limit:
        text = cut(text, len(text) - max((utf16(text) - limit + 1) // 2, 1))
    return text


def markup_of(message: Message, private: bool) -> InlineKeyboardMarkup | ReplyKeyboardMarkup | None:
    """Buttons under the message, or the key that shares a location (private chats only); buttons win over the key."""
    if rows := _rows(message.buttons):
        return InlineKeyboardMarkup(rows)
    if message.ask_place and private:
        key = KeyboardButton(outgoing(message.ask_place), request_location=True)
        return ReplyKeyboardMarkup([[key]], resize_keyboard=True, one_time_keyboard=True)
    return None


def _rows(rows: tuple[tuple[Button, ...], ...]) -> list[list[InlineKeyboardButton]]:
    drawn = []
    for row in rows:
        keys = [_key(button) for button in row]
        drawn += [keys[start : start + _BUTTONS_IN_ROW] for start in range(0, len(keys), _BUTTONS_IN_ROW)]
    return drawn


def _key(button: Button) -> InlineKeyboardButton:
    label = outgoing(button.label).strip() or "·"
    if button.url:
        return InlineKeyboardButton(label, url=button.url)
    return InlineKeyboardButton(label, callback_data=button.data, style=_STYLES[button.style])
