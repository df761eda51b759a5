"""Reads `config/playbooks/*.toml`, one plan a file: strict about keys and values, each problem with its line.

Texts may be incomplete here; `alerts.playbooks.check` says what is missing, so that a plan can be written in steps.
"""

import re
import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from alerts.cap.message import Category, Certainty, ResponseType, Severity, Urgency
from alerts.playbooks.plan import Defaults, Kind, Part, Playbook, Reach
from bot.configuration import ConfigurationError
from bot.configuration_lines import Lines
from bot.configuration_table import Problems, Table, suggestion
from domain.community import Words

FOLDER = "playbooks"  # beside the community's file
LONGEST_HOURS = 24 * 31
_ID = r"[a-z0-9][a-z0-9-]{0,31}"
_VARIABLE = r"[a-z][a-z0-9_]{0,31}"
Code = TypeVar("Code", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A plan, the file that it stands in, and in which line each key stands."""

    playbook: Playbook
    path: Path
    lines: Lines


def read_playbooks(folder: Path, languages: Collection[str]) -> tuple[Playbook, ...]:
    """All plans of the folder by file name; none where there is no folder. Raises ConfigurationError."""
    written: list[Written] = []
    problems: list[str] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            written.append(read_playbook(path, languages))
        except ConfigurationError as error:
            problems += error.problems
    if problems:
        raise ConfigurationError(problems)
    return tuple(one.playbook for one in written)


def read_playbook(path: Path, languages: Collection[str]) -> Written:
    """The plan in the file, for a community of those languages. Raises ConfigurationError with every problem in it."""
    try:
        text = path.read_text("utf-8-sig")
        data = tomllib.loads(text)
    except FileNotFoundError:
        raise ConfigurationError([f"{path}: there is no such file."]) from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError([f"{path}: cannot be read: {error}."]) from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError([f"{path}: is not valid TOML: {error}."]) from None
    lines = Lines(text)
    problems = Problems(str(path), lines)
    playbook = _Reader(Table(data, (), problems), languages).read(path.stem)
    if problems.sentences():
        raise ConfigurationError(problems.sentences())
    return Written(playbook=playbook, path=path, lines=lines)


class _Reader:
    def __init__(self, root: Table, languages: Collection[str]) -> None:
        self.root = root
        self.languages = languages

    def read(self, stem: str) -> Playbook:
        root = self.root
        playbook = Playbook(
            id=stem,
            event=root.words("event", self.languages, required=False),
            draft=root.flag("draft"),
            owner=root.matching("owner", _ID, "the id of a department", ""),
            review=_day(root, "review"),
            expires=_day(root, "expires"),
            cap=self._defaults(),
            variables=(variables := self._variables()),
            labels=self._labels(variables),
            texts={kind: parts for kind in Kind if (parts := self._message(kind))},
            departments=root.texts("departments"),
            responders=root.texts("responders"),
            reach=_one_of(root, "reach", Reach, Reach.AREAS),
            checklist=root.lists("checklist", self.languages),
        )
        root.finish()
        return playbook

    def _defaults(self) -> Defaults:
        root = self.root
        return Defaults(
            categories=_several(root, "categories", Category) or (Category.OTHER,),
            urgency=_one_of(root, "urgency", Urgency, Urgency.UNKNOWN),
            severity=_one_of(root, "severity", Severity, Severity.UNKNOWN),
            certainty=_one_of(root, "certainty", Certainty, Certainty.UNKNOWN),
            responses=_several(root, "responses", ResponseType),
            lasts_hours=root.number("lasts_hours", 12.0, 0.25, LONGEST_HOURS),
        )

    def _variables(self) -> tuple[str, ...]:
        names = self.root.texts("variables")
        for name in names:
            if not re.fullmatch(_VARIABLE, name):
                self.root.note("variables", f'"{name}" is not a name (small letters a-z, digits and _).')
        return names

    def _labels(self, variables: tuple[str, ...]) -> dict[str, Words]:
        table = self.root.table("labels")
        words = {name: table.words(name, self.languages, required=False) for name in variables}
        table.finish("is not one of the plan's variables")
        return {name: texts for name, texts in words.items() if texts}

    def _message(self, kind: Kind) -> dict[Part, Words]:
        table = self.root.table(kind)
        words = {part: table.words(part, self.languages, required=False) for part in Part}
        parts: dict[Part, Words] = {part: texts for part, texts in words.items() if texts}
        table.finish()
        return parts


def _day(table: Table, key: str) -> date | None:
    value = table.raw(key)
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    table.note(key, "must be a date without quotation marks, for example 2027-03-01.")
    return None


def _one_of(table: Table, key: str, codes: type[Code], default: Code) -> Code:
    return _code(table, key, table.text(key, default), codes) or default


def _several(table: Table, key: str, codes: type[Code]) -> tuple[Code, ...]:
    found = [_code(table, key, text, codes) for text in table.texts(key)]
    return tuple(code for code in found if code is not None)


def _code(table: Table, key: str, text: str, codes: type[Code]) -> Code | None:
    try:
        return codes(text)
    except ValueError:
        near = suggestion(text, codes) or f"; there are {', '.join(codes)}"
        table.note(key, f'"{text}" is not known{near}.')
        return None
