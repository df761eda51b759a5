"""The front door of the outbox: what is too long for its channel becomes several rows, sent one after the other."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from delivery.split import length, numbered
from domain.content import Forwarded, Message
from domain.delivery import Capabilities, Draft, Operation
from storage import outbox
from storage.engine import Tx

CAPTION_LIMIT = 1024  # Bot API: a caption has 0-1024 characters; a longer one follows the file as a message


async def enqueue(
    tx: Tx, drafts: Sequence[Draft], now: datetime, capabilities: Mapping[str, Capabilities]
) -> list[int]:
    """Write the rows of `drafts` in the caller's transaction and return their ids, in order.

    `capabilities` by channel name; a draft for a channel without an entry is taken as it is. The first part of a
    split text keeps anchor, target and `reply_to`, the last one its buttons; every part is reported where asked for.
    """
    return await outbox.enqueue(tx, [part for draft in drafts for part in fit(draft, capabilities)], now)


def fit(draft: Draft, capabilities: Mapping[str, Capabilities]) -> list[Draft]:
    """`draft` as its channel can take it: itself, or several in the order in which they are to be sent. Pure."""
    can = capabilities.get(draft.channel)
    content = draft.content
    if can is None:
        return [draft]
    if isinstance(content, Message):
        return _fit_message(draft, content, can)
    if isinstance(content, Forwarded) and length(content.caption, can.utf16) > CAPTION_LIMIT:
        words = _follow(draft, Message(text=content.caption))
        return [
            replace(draft, content=replace(content, caption="")),
            *_fit_message(words, Message(text=content.caption), can),
        ]
    return [draft]


def _fit_message(draft: Draft, message: Message, can: Capabilities) -> list[Draft]:
    above = length(message.lead, can.utf16) + 2 if message.lead else 0  # the lead and the empty line below it
    if above + length(message.text, can.utf16) <= can.text_limit:
        return [draft]
    if above > can.text_limit // 2:
        message = replace(message, lead="", text=f"{message.lead}\n\n{message.text}")
        above = 0
    texts = numbered(message.text, can.text_limit - above, utf16=can.utf16)
    first = replace(message, text=texts[0], buttons=(), ask_place="")
    middle = [replace(first, text=text, lead="") for text in texts[1:-1]]
    last = replace(message, text=texts[-1], lead="")
    following = [_follow(draft, part) for part in [*middle, last]]
    return [replace(draft, content=first), *following]


def _follow(draft: Draft, part: Message) -> Draft:
    return replace(draft, operation=_following(draft.operation), content=part, anchor=None, target=None, reply_to=None)


def _following(operation: Operation) -> Operation:
    return Operation.PRIVATE if operation is Operation.PRIVATE else Operation.POST
