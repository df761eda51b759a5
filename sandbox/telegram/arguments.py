"""The arguments of one call, read the forgiving way the Bot API server reads them.

A value may come as a JSON value, a form field or a query parameter; numbers may be written as text and flags as
"true", "yes" or "1". A file is an uploaded part of a multipart body.
"""

import re
from dataclasses import dataclass
from typing import Any

import orjson

from sandbox.telegram.errors import bad_request
from sandbox.telegram.identity import Json

_LEADING_NUMBER = re.compile(r"\s*([+-]?\d+)")
_INT32 = 2**31 - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class UploadedFile:
    """One file part: its name as the client gave it, declared media type and bytes."""

    name: str
    media_type: str
    content: bytes


class Arguments:
    """Named values and files of one call."""

    __slots__ = ("files", "values")

    def __init__(self, values: Json, files: dict[str, UploadedFile] | None = None) -> None:
        self.values = values
        self.files = files or {}

    def given(self, name: str) -> bool:
        """Whether the argument is there and not empty."""
        return self.values.get(name) not in (None, "")

    def text(self, name: str, default: str = "") -> str:
        """The value as text. Raises 400 when it is not valid Unicode."""
        value = self.values.get(name)
        if value is None:
            return default
        if isinstance(value, str):
            if value.isascii():
                return value
            return _checked_unicode(value)
        return "true" if value is True else "false" if value is False else orjson.dumps(value).decode()

    def integer(self, name: str, default: int = 0, low: int = -_INT32 - 1, high: int = _INT32) -> int:
        """The value as a number between `low` and `high`; what is not a number counts as 0."""
        value = self.values.get(name)
        if value in (None, ""):
            return default
        return max(low, min(high, whole_number(value)))

    def number(self, name: str) -> float | None:
        """The value as a floating-point number, or None when it is missing or none."""
        try:
            return float(self.values[name])
        except (KeyError, TypeError, ValueError):
            return None

    def flag(self, name: str) -> bool:
        """Whether the value says yes."""
        value = self.values.get(name)
        return value is True or (isinstance(value, str | int) and str(value).lower() in ("true", "yes", "1"))

    def decoded(self, name: str, what: str) -> Any:
        """The JSON value behind an argument, None when absent. Raises 400 "can't parse `what` JSON object"."""
        value = self.values.get(name)
        if value in (None, ""):
            return None
        if not isinstance(value, str):
            return value
        try:
            return orjson.loads(value)
        except orjson.JSONDecodeError:
            raise bad_request(f"Can't parse {what} JSON object") from None


def whole_number(value: Any) -> int:
    """Read a number as the server does: leading digits count, anything else is 0."""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        return int(value)
    found = _LEADING_NUMBER.match(value) if isinstance(value, str) else None
    return int(found[1]) if found else 0


def _checked_unicode(value: str) -> str:
    try:
        value.encode()
    except UnicodeEncodeError:
        raise bad_request("Strings must be encoded in UTF-8") from None
    return value
