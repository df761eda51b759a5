"""Exceptions in the log: where they came from, without what they say. A message may hold a resident's words.

`sqlalchemy` prints the values of a statement, `json` the text that it could not read. Only messages of
the system (disk full, address in use) and our own refusals are written for operators, and kept.
"""

import sys
import traceback
from collections.abc import MutableMapping
from typing import Any

from domain.errors import LiaisonError

_FRAMES = 12


def describe(error: BaseException) -> dict[str, Any]:
    """What a log may hold about `error`: type, place, and the message where it is meant to be read."""
    shown: dict[str, Any] = {"error": type(error).__name__, "frames": _frames(error)}
    if isinstance(error, OSError | LiaisonError):
        shown["message"] = str(error)
    if error.__cause__ is not None:
        shown["cause"] = type(error.__cause__).__name__
    return shown


def without_words(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """A structlog processor: `exc_info` becomes ``exception``."""
    given = event.pop("exc_info", None)
    if given is True:
        given = sys.exc_info()
    error = given[1] if isinstance(given, tuple) else given
    if isinstance(error, BaseException):
        event["exception"] = describe(error)
    return event


def _frames(error: BaseException) -> list[str]:
    frames = traceback.extract_tb(error.__traceback__)[-_FRAMES:]
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
