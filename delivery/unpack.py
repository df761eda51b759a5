"""From a row to what a sender gets. A broadcast's text rests once and is decoded once."""

from functools import lru_cache
from typing import cast

import orjson

from domain.codec import decode
from domain.content import Content
from domain.delivery import Delivery, Lane, Operation
from storage.ledger import Waiting


@lru_cache(maxsize=256)
def _content(text: str) -> Content:
    return cast(Content, decode(Content, orjson.loads(text)))  # type: ignore[arg-type]


_OPERATIONS = {one.value: one for one in Operation}
_LANES = {int(one): one for one in Lane}


def unpack(channel: str, row: Waiting) -> Delivery:
    """The delivery of `row`. Raises ValueError where it cannot be read (written by a newer version, say)."""
    if row.operation not in _OPERATIONS or row.lane not in _LANES:
        raise ValueError("an operation or lane of another version")
    return Delivery(
        id=row.id,
        channel=channel,
        address=row.address,
        operation=_OPERATIONS[row.operation],
        content=None if row.content is None else _content(row.content),
        lane=_LANES[row.lane],
        target_id=row.target_id if row.target is not None else _named(row),
        thread_id=row.thread_id,
        reply_to=row.reply_to,
        person=row.person,
        attempt=row.attempts + 1,
    )


def _named(row: Waiting) -> str | None:
    """The message to change where no anchor names it: `reply_to` does, by the platform's own id."""
    return row.reply_to if row.operation in (Operation.EDIT, Operation.DELETE) else None
