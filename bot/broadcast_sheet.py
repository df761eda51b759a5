"""A broadcast written as a file (TOML), for the day when Slack is down: the questions of the form, answered in it.

kind = "alert"                  # alert, announcement, drill
areas = ["mill"]                # none: the whole town
playbook = "flood"              # optional; then [gaps] instead of [texts]
event = "Flood"
severity = "Severe"             # urgency, certainty likewise: values of CAP 1.2
category = "Met"                # or several: ["Met", "Infra"]
onset = 2026-11-26T14:00        # when it begins, if that is still to come; optional
until = 2026-11-26T20:00        # the town's clock
fallback = "en"                 # languages without a text get this one; optional
start = 2026-11-26T12:00        # none: as soon as it is approved
repeat = "hourly"               # never, hourly, daily, weekly; optional
without-areas = ["hills"]       # also roles, languages, case-departments, cases, events (their codes); optional
shape = "54.0,18.0 5"           # an outline, a circle (km) or NAME=code of an official warning; optional
audience = "Riverside"          # a saved one instead; also = [...] adds saved ones, without = [...] leaves them out
safety = true                   # ask everybody whether they are safe; optional
[texts.en]
headline = "The river is rising"
description = "Low streets may be under water by noon."
instruction = "Go to the school on the hill now."
[gaps.shelter]
en = "the school in Mill Street"
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from domain.broadcast_schedule import Repeat
from domain.errors import LiaisonError
from handlers import broadcast_filling, broadcast_words
from handlers.broadcast_form import LISTS, PARTS

_LINES = {"event", "contact", "topic", "fallback", "audience", "repeat", "shape", "cases", "category", *LISTS}
_MANY = {"roles", "languages", "without-areas", "case-departments", "events", "also", "without"}
_MOMENTS = ("until", "start", "onset")
_KNOWN = _LINES | _MANY | {"kind", "areas", "playbook", "safety", "texts", "gaps", *_MOMENTS}


class BadSheet(LiaisonError):
    """The file cannot be used; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What the file says, as the form would: its name, what it begins with, and the answers."""

    form: str
    about: str
    values: dict[str, str]


def read_sheet(path: Path, *, follows: tuple[str, int] | None = None) -> Sheet:
    """Read the file. `follows`: (kind, number) of what it corrects, updates or closes. Raises BadSheet."""
    try:
        data = tomllib.loads(path.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadSheet(f"{path}: cannot be read: {error}. Nothing was changed.") from None
    if unknown := sorted(set(data) - _KNOWN):
        known = ", ".join(sorted(_KNOWN))
        raise BadSheet(f"{path}: nobody reads {', '.join(unknown)}; known are {known}. Nothing was changed.")
    form = broadcast_filling.NAME if data.get("gaps") is not None else broadcast_words.NAME
    return Sheet(form=form, about=_about(data, follows), values=dict(_values(path, data)))


def _about(data: dict[str, Any], follows: tuple[str, int] | None) -> str:
    if follows is not None:
        return f"follow:{follows[0]}:{follows[1]}"
    chosen = {"kind": data.get("kind", ""), "areas": ",".join(map(str, data.get("areas", ()))),
              "playbook": data.get("playbook", "")}  # fmt: skip
    return urlencode({name: value for name, value in chosen.items() if value})


def _values(path: Path, data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name in _LINES & set(data):
        several = name == "category" and isinstance(data[name], list)
        yield name, "\n".join(map(str, data[name])) if several else str(data[name])
    for name in _MANY & set(data):
        yield name, "\n".join(map(str, data[name]))
    for name in _MOMENTS:
        if data.get(name) is not None:
            moment = _moment(path, name, data[name])
            yield f"{name}-day", f"{moment:%Y-%m-%d}"
            yield f"{name}-time", f"{moment:%H:%M}"
    if data.get("safety") is True:
        yield "safety", "ask"
    if data.get("repeat", Repeat.NEVER) not in set(Repeat):
        raise BadSheet(f"{path}: repeat must be one of {', '.join(Repeat)}. Nothing was changed.")
    for language, parts in _tables(path, data, "texts"):
        yield from ((f"{part}-{language}", str(parts[part])) for part in PARTS if part in parts)
    for gap, words in _tables(path, data, "gaps"):
        yield from ((f"gap-{gap}-{language}", str(value)) for language, value in words.items())


def _tables(path: Path, data: dict[str, Any], key: str) -> Iterator[tuple[str, dict[str, Any]]]:
    found = data.get(key, {})
    if not isinstance(found, dict) or not all(isinstance(inner, dict) for inner in found.values()):
        raise BadSheet(f"{path}: {key} must be tables like [{key}.en]. Nothing was changed.")
    yield from found.items()


def _moment(path: Path, name: str, value: Any) -> datetime:
    try:
        return value if isinstance(value, datetime) else datetime.fromisoformat(value)
    except (TypeError, ValueError):
        raise BadSheet(f'{path}: {name} must be a moment like "2026-11-26 20:00". Nothing was changed.') from None
