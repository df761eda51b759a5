"""Cursor pages: `limit` and `cursor` in, a slice and `response_metadata.next_cursor` out."""

import base64
import binascii
from collections.abc import Sequence
from typing import TypeVar

from sandbox.slack.errors import SlackError
from sandbox.slack.methods.registry import Call

T = TypeVar("T")
_PREFIX = "next:"


def page(call: Call, entries: Sequence[T], *, default: int = 100, most: int = 1000) -> tuple[list[T], str]:
    """One page and the cursor of the next ("" at the end). Raises SlackError invalid_cursor, invalid_limit."""
    given = call.text("limit")
    try:
        limit = int(given) if given else default
    except ValueError as error:
        raise SlackError("invalid_limit") from error
    if limit < 0 or limit > most:
        raise SlackError("invalid_limit")
    limit = limit or default
    start = _position(call.text("cursor"))
    end = start + limit
    return list(entries[start:end]), _cursor(end) if end < len(entries) else ""


def _cursor(position: int) -> str:
    return base64.b64encode(f"{_PREFIX}{position}".encode()).decode()


def _position(cursor: str) -> int:
    if not cursor:
        return 0
    try:
        text = base64.b64decode(cursor, validate=True).decode()
    except (binascii.Error, ValueError) as error:
        raise SlackError("invalid_cursor") from error
    if not text.startswith(_PREFIX) or not text.removeprefix(_PREFIX).isdigit():
        raise SlackError("invalid_cursor")
    return int(text.removeprefix(_PREFIX))
