"""Reads `config/community.toml`: strict, all problems at once, each with its line and what to do about it."""

import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from bot.configuration_broadcasting import read_broadcasting
from bot.configuration_hours import parse_hours
from bot.configuration_lines import Lines
from bot.configuration_retention import read_retention
from bot.configuration_table import Problems, Table, suggestion
from bot.configuration_topics import read_topics
from bot.configuration_volunteers import read_volunteering
from domain.community import Area, Community, Department, Emergency, Hours, Roles, Timings
from domain.errors import LiaisonError
from locales.known import languages

EXAMPLES = 10  # a language and department: what the router makes use of
_ID = r"[a-z0-9][a-z0-9-]{0,31}"
_CHANNEL = r"#[^\sA-Z#.,@]{1,80}|[CG][A-Z0-9]{2,}"
_PERSON = r"[UW][A-Z0-9]{2,}"
_PERSON_OR_GROUP = r"[UWS][A-Z0-9]{2,}"
_NUMBER = r"\+?[0-9][0-9 -]{1,18}"


class ConfigurationError(LiaisonError):
    """The configuration cannot be used. `problems`: one sentence each, with file, line and key."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def read_community(path: Path) -> Community:
    """The organisation that the file describes. Raises ConfigurationError with every problem in it."""
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        raise ConfigurationError([f"{path}: there is no such file. LIAISON_CONFIG in .env names it."]) from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError([f"{path}: cannot be read: {error}."]) from None
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError([f"{path}{_end(text, error)}: is not valid TOML: {error}."]) from None
    problems = Problems(str(path), Lines(text))
    community = _Reader(Table(data, (), problems)).read()
    if problems.sentences() or community is None:
        raise ConfigurationError(problems.sentences())
    return community


def _end(text: str, error: tomllib.TOMLDecodeError) -> str:
    """The last line's number where the parser names none: something was opened and never closed."""
    return f":{len(text.splitlines())}" if "at end of document" in str(error) else ""


class _Reader:
    """Reads the parts in the order in which they need each other."""

    def __init__(self, root: Table) -> None:
        self.root = root
        self.problems = root.problems
        self.languages: tuple[str, ...] = ()
        self.hours: tuple[Hours, ...] = ()

    def read(self) -> Community | None:
        """The community; None where so much is missing that there is none. Problems are noted either way."""
        head = self.root.table("community")
        if "community" not in self.root:
            self.problems.add((), "there is no [community] table.")
            return None
        self.languages = self._languages(head)
        zone = _zone(head)
        self.hours = self._hours(head, "office_hours", ())
        departments = [self._department(table) for table in self.root.tables("departments")]
        self._whole(departments)
        community = Community(
            name=head.words("name", self.languages),
            languages=self.languages,
            default_language=_one_of(head, "default_language", self.languages, first=True),
            staff_language=_one_of(head, "staff_language", languages()),
            time_zone=zone,
            departments=tuple(departments),
            front_desk=_one_of(head, "front_desk", [d.id for d in departments]),
            areas=self._areas(),
            topics=read_topics(self.root, self.languages),
            roles=self._roles(),
            broadcasting=read_broadcasting(self.root),
            emergency=self._emergency(),
            greeting=head.words("greeting", self.languages, required=False),
            privacy_url=head.matching("privacy_url", r"https?://\S+", "a web address", ""),
            privacy_contact=head.text("privacy_contact", ""),
            timings=(timings := self._timings()),
            retention=read_retention(self.root, timings),
            volunteering=read_volunteering(self.root, self.languages),
            holidays=_holidays(head),
        )
        head.finish()
        self.root.finish()
        return community

    def _languages(self, head: Table) -> tuple[str, ...]:
        codes = head.texts("languages")
        known = languages()
        if not codes:
            head.note("languages", 'must name at least one language, for example ["pl", "en"].')
        for code in codes:
            if code not in known:
                near = suggestion(code, known) or f"; there are catalogs for {', '.join(known)}"
                head.note("languages", f'"{code}" is not a language that Liaison speaks{near}.')
        for code in _twice(codes):
            head.note("languages", f'names "{code}" twice.')
        return tuple(dict.fromkeys(codes))

    def _department(self, table: Table) -> Department:
        department = Department(
            id=table.matching("id", _ID, "an id (small letters a-z, digits and dashes, at most 32)"),
            name=table.words("name", self.languages),
            description=table.words("description", self.languages),
            channel=table.matching("channel", _CHANNEL, "a Slack channel: #small-letters, or its id (C…)"),
            examples=table.lists("examples", self.languages, EXAMPLES),
            lead=table.matching("lead", _PERSON, "a Slack user id (U…)", "") or None,
            hours=self._hours(table, "hours", self.hours),
            answer_within_hours=table.number("answer_within_hours", 16.0, 0.25, 1000),
            emergency=table.flag("emergency"),
        )
        table.finish()
        return department

    def _hours(self, table: Table, key: str, default: tuple[Hours, ...]) -> tuple[Hours, ...]:
        text = table.text(key, "")
        if not text:
            return default
        try:
            return parse_hours(text)
        except ValueError as error:
            table.note(key, str(error))
            return default

    def _whole(self, departments: Sequence[Department]) -> None:
        """What must be true of all departments together."""
        if not departments:
            self.problems.add(("departments",), "there must be at least one [[departments]] table.")
        for key in ("id", "channel"):
            values = [getattr(department, key) for department in departments]
            for value in _twice(values):
                second = len(values) - 1 - values[::-1].index(value)
                self.problems.add(("departments", second, key), f'"{value}" is used by another department already.')

    def _areas(self) -> tuple[Area, ...]:
        areas = []
        for table in self.root.tables("areas"):
            areas.append(
                Area(
                    id=table.matching("id", _ID, "an id (small letters a-z, digits and dashes, at most 32)"),
                    name=table.words("name", self.languages),
                    geocodes=table.texts("geocodes"),
                    polygon=_polygon(table),
                )
            )
            table.finish()
        for area_id in _twice([area.id for area in areas]):
            second = max(i for i, area in enumerate(areas) if area.id == area_id)
            self.problems.add(("areas", second, "id"), f'"{area_id}" is used by another area already.')
        return tuple(areas)

    def _roles(self) -> Roles:
        table = self.root.table("roles")
        found: dict[str, frozenset[str]] = {}
        for role in ("coordinators", "approvers", "admins", "duty_officers"):
            found[role] = frozenset(people := table.texts(role))
            for person in people:
                self._check_person(table, role, person)
        table.finish()
        return Roles(**found)

    @staticmethod
    def _check_person(table: Table, role: str, person: str) -> None:
        if not re.fullmatch(_PERSON_OR_GROUP, person):
            table.note(role, f'"{person}" is not the id of a Slack user (U…) or user group (S…).')

    def _emergency(self) -> Emergency:
        table = self.root.table("emergency")
        number = table.matching("number", _NUMBER, "a phone number")
        words = table.lists("words", self.languages)
        absent = [code for code in self.languages if code not in words]
        if absent:
            table.note("words", f"has no emergency words in {', '.join(absent)}.")
        table.finish()
        return Emergency(number=number, words=words)

    def _timings(self) -> Timings:
        table = self.root.table("timings")
        d = Timings()
        timings = Timings(
            choose_department_minutes=table.whole("choose_department_minutes", d.choose_department_minutes, 1, 1440),
            choose_case_minutes=table.whole("choose_case_minutes", d.choose_case_minutes, 1, 1440),
            reopen_days=table.whole("reopen_days", d.reopen_days, 0, 365),
            confirm_days=table.whole("confirm_days", d.confirm_days, 1, 365),
            album_seconds=table.number("album_seconds", d.album_seconds, 0.2, 10),
            offer_hours=table.number("offer_hours", d.offer_hours, 0.25, 168),
            flood_messages=table.whole("flood_messages", d.flood_messages, 3, 1000),
            flood_seconds=table.whole("flood_seconds", d.flood_seconds, 5, 3600),
        )
        table.finish()
        return timings


def _zone(head: Table) -> ZoneInfo:
    name = head.text("time_zone")
    known = available_timezones()
    if name in known:
        return ZoneInfo(name)
    if name:
        head.note("time_zone", f'"{name}" is not a time zone{suggestion(name, known)}.')
    return ZoneInfo("UTC")


def _one_of(table: Table, key: str, known: Sequence[str], *, first: bool = False) -> str:
    """A text that is one of `known`; with `first` the first of them may be left unsaid."""
    value = table.text(key, known[0] if first and known else None)
    if value and known and value not in known:
        near = suggestion(value, known) or f"; there are {', '.join(known)}"
        table.note(key, f'"{value}" is not known{near}.')
    return value


def _holidays(head: Table) -> frozenset[str]:
    value = head.raw("holidays")
    if value is None:
        return frozenset()
    if not isinstance(value, list):
        head.note("holidays", "must be a list of dates, for example [2026-12-25, 2026-12-26].")
        return frozenset()
    return frozenset(day for item in value if (day := _day(head, item)))


def _day(head: Table, item: Any) -> str:
    try:
        day = item if isinstance(item, date) and not isinstance(item, datetime) else date.fromisoformat(item)
    except (TypeError, ValueError):
        head.note("holidays", f'"{item}" is not a date like 2026-12-25.')
        return ""
    return day.isoformat()


def _polygon(table: Table) -> tuple[tuple[float, float], ...]:
    value = table.raw("polygon")
    if value is None:
        return ()
    if not isinstance(value, list) or len(value) < 3 or not all(map(_point, value)):
        table.note("polygon", "must be three or more points [latitude, longitude], for example [51.1, 17.0].")
        return ()
    return tuple((float(latitude), float(longitude)) for latitude, longitude in value)


def _point(value: Any) -> bool:
    if not isinstance(value, list) or len(value) != 2:
        return False
    numbers = all(isinstance(number, int | float) and not isinstance(number, bool) for number in value)
    return numbers and abs(value[0]) <= 90 and abs(value[1]) <= 180


def _twice(values: Sequence[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1 and value]
