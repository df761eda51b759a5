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


def unpack(channel: str, row: Waiting) -> Delivery:
    """The delivery of `row`. Raises ValueError where its content cannot be read (written by a newer version, say)."""
    return Delivery(
        id=row.id,
        channel=channel,
        address=row.address,
        operation=Operation(row.operation),
        content=None if row.content is None else _content(row.content),
        lane=Lane(row.lane),
        target_id=row.target_id,
        thread_id=row.thread_id,
        reply_to=row.reply_to,
        person=row.person,
        attempt=row.attempts + 1,
    )
