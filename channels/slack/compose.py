"""`domain.content` to Slack's messages and home pages. Pure."""

from dataclasses import dataclass

from channels.plain import ELLIPSIS, cut, outgoing
from channels.slack.blocks import (
    FALLBACK,
    MESSAGE_BLOCKS,
    NOTHING,
    TEXT,
    VIEW_BLOCKS,
    Block,
    Keys,
    divider,
    escaped,
    fields,
    header,
    quote,
    rich,
    section,
    small_print,
    words,
)
from delivery.split import split
from domain.content import Card, Home, Message

TEXT_LIMIT = 9000  # of one message: all its blocks together may hold about 13,200 characters (slackapi/bolt-js#2509)
_CARD_LIMIT = 12_000
_QUOTE_AT_HOME = 160
_TONES = {"plain": "", "urgent": "🔴 ", "done": "✅ "}


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One message on the wire: blocks, and the text that notifications and screen readers use."""

    blocks: list[Block]
    text: str


def message_posts(message: Message, cancel: str) -> list[Post]:
    """The message in as many posts as it needs; buttons under the last."""
    lead, body = outgoing(message.lead).strip(), outgoing(message.text).strip("\n")
    pieces = split(body, max(TEXT_LIMIT - len(lead), TEXT), utf16=False)
    posts = []
    for number, piece in enumerate(pieces):
        first, last = number == 0, number == len(pieces) - 1
        blocks = [rich(*_paragraphs(lead if first else "", piece))]
        if last:
            blocks += Keys(cancel).rows(*message.buttons)[: MESSAGE_BLOCKS - 1]
        posts.append(Post(blocks=blocks, text=escaped(f"{lead}\n{piece}" if first else piece, FALLBACK) or NOTHING))
    return posts


def one_post(message: Message, cancel: str) -> Post:
    """The message in one post, cut where it is too long: an edit cannot become several."""
    room = max(TEXT_LIMIT - len(message.lead), 1)
    shortened = Message(text=cut(outgoing(message.text), room), lead=cut(message.lead, TEXT), buttons=message.buttons)
    return message_posts(shortened, cancel)[0]


def _paragraphs(lead: str, text: str) -> list[Block]:
    elements = [words(cut(lead, TEXT) + ("\n" if text else ""), bold=True)] if lead else []
    elements += [words(piece) for piece in split(text, TEXT, utf16=False) if piece]
    return [section(*(elements or [words(NOTHING)]))]


def card_post(card: Card, cancel: str) -> Post:
    """A desk card: title, values, the resident's words, small print, buttons."""
    title = f"{_TONES[card.tone]}{card.title}"
    blocks = [header(title), *fields(card.fields)]
    if card.quote:
        blocks.append(quote(card.quote, _quote_room(card)))
    keys = Keys(cancel).rows(card.buttons) if card.buttons else []
    blocks += small_print(card.notes)
    blocks = [*blocks[: MESSAGE_BLOCKS - len(keys)], *keys]
    return Post(blocks=blocks, text=escaped(f"{title}\n{card.quote}", FALLBACK) or NOTHING)


def _quote_room(card: Card) -> int:
    """What the rest of the card leaves of a message's room for the resident's words."""
    rest = sum(len(field.label) + len(field.value) for field in card.fields) + sum(len(note) for note in card.notes)
    return max(min(TEXT, _CARD_LIMIT - rest), 100)


def home_view(home: Home, cancel: str) -> Block:
    """A member's own page. What does not fit into a hundred blocks is cut with an ellipsis."""
    keys = Keys(cancel)
    blocks = [header(home.title), *keys.rows(home.buttons)]
    for part in home.sections:
        blocks += [divider(), header(part.heading)]
        for card in part.cards:
            blocks += [*_small_card(card), *keys.rows(card.buttons)]
        if not part.cards and part.empty:
            blocks += small_print((part.empty,))
    if len(blocks) > VIEW_BLOCKS:
        blocks = [*blocks[: VIEW_BLOCKS - 1], *small_print((ELLIPSIS,))]
    return {"type": "home", "blocks": blocks}


def _small_card(card: Card) -> list[Block]:
    """A card in two or three lines. Isolates keep a right-to-left name from turning the line around."""
    elements = [words(f"{_TONES[card.tone]}{_line(card.title, 150)}", bold=True)]
    if card.fields:
        values = "  ·  ".join(f"\u2068{_line(field.value, 80)}\u2069" for field in card.fields if field.value)
        elements.append(words(f"\n{values}"))
    blocks = [rich(section(*elements))]
    if card.quote:
        blocks = [rich(section(*elements), *quote(card.quote, _QUOTE_AT_HOME)["elements"])]
    return [*blocks, *small_print(card.notes[:10])]


def _line(text: str, limit: int) -> str:
    return cut(" ".join(outgoing(text).split()), limit) or NOTHING
