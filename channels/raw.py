"""What a platform handed over, before anybody has understood it.

A channel stores these first and acknowledges afterwards; `parse` of its `inbound` module reads them back later.
"""

import hashlib
import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

import orjson


class Unreadable(ValueError):
    """A stored update from which not even the sender can be told: it belongs among the dead letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawUpdate:
    """One update as it came. `dedupe` is unique per channel; updates of one `conversation` keep their order."""

    channel: str
    dedupe: str
    conversation: str
    payload: str  # JSON text


Store = Callable[[Sequence[RawUpdate]], Awaitable[None]]
"""Writes updates so that they survive a crash, ignoring those it already has. It returns only when they are on disk."""


def to_json(value: Any) -> str:
    """JSON text of `value`. Text that is no valid Unicode (lone surrogates) is kept as escapes, never refused."""
    try:
        return orjson.dumps(value).decode()
    except TypeError:
        return json.dumps(value, default=repr)


def from_json(text: str | bytes) -> Any:
    """Read JSON, lenient where orjson is strict (lone surrogates, broken UTF-8, NaN). Raises ValueError."""
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        pass
    try:
        return json.loads(text.decode("utf-8", "replace") if isinstance(text, bytes) else text)
    except RecursionError:
        raise ValueError("JSON nested too deeply") from None


def fingerprint(value: Any) -> str:
    """A key for an update that has none of its own: the same update always yields the same one."""
    text = value if isinstance(value, str) else json.dumps(value, sort_keys=True, default=repr)
    return "h" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
