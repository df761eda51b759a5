"""Events from an iCalendar file that somebody uploaded: taken for what they plainly say, refused with a reason else.

The file is untrusted. Its size, its depth and the number of its entries are looked at before the library parses it,
and every rule in it passes `broadcasts.recurrence`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

import icalendar

from domain.community import Community
from domain.event import EventRefused, Plan

MOST_BYTES = 512_000
MOST_LINES = 20_000
MOST_ENTRIES = 100
DEEPEST = 4  # BEGINs inside one another: calendar, time zone, its parts
LONGEST_TITLE = 200  # characters
LONGEST_TEXT = 3_000
LENGTH = timedelta(hours=1)  # of an entry that names no end


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One event of the file. `uid` names it there; `cancelled`: the file says that it does not take place."""

    uid: str
    plan: Plan
    cancelled: bool


def read(body: bytes, community: Community, department: str) -> list[Entry]:
    """Every event of the file, for `department`. Times without a zone are the community's.

    Raises EventRefused: ``file-size``, ``file-broken``, ``file-empty``, ``file-entries``, or what is wrong with an
    entry, with its title.
    """
    components = _components(body)
    reader = _Reader(community, department, _moved(components))
    return [reader.entry(component) for component in components]


def _components(body: bytes) -> list[Any]:
    if len(body) > MOST_BYTES:
        raise EventRefused("file-size", limit=MOST_BYTES // 1000)
    _check_shape(body)
    try:
        calendars = icalendar.Calendar.from_ical(body, multiple=True)
        found = [entry for one in calendars for entry in one.walk("VEVENT")]
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError):
        raise EventRefused("file-broken") from None
    if not found:
        raise EventRefused("file-empty")
    if len(found) > MOST_ENTRIES:
        raise EventRefused("file-entries", limit=MOST_ENTRIES)
    return found


def _check_shape(body: bytes) -> None:
    """Refuse what is no calendar, or one whose nesting or length is meant to hurt."""
    lines = body.splitlines()
    depth = deepest = 0
    for line in lines:
        word = line[:6].upper()
        depth += (word == b"BEGIN:") - (line[:4].upper() == b"END:")
        deepest = max(deepest, depth)
    if len(lines) > MOST_LINES or deepest > DEEPEST or depth != 0:
        raise EventRefused("file-broken")
    if not body.lstrip(b"\xef\xbb\xbf \r\n").upper().startswith(b"BEGIN:VCALENDAR"):
        raise EventRefused("file-broken")


def _moved(components: list[Any]) -> dict[str, list[Any]]:
    """RECURRENCE-IDs by UID: the times of a series that an entry of its own replaces."""
    found: dict[str, list[Any]] = {}
    for component in components:
        if "recurrence-id" in component:
            found.setdefault(str(component.get("uid", "")), []).append(component["recurrence-id"])
    return found


class _Reader:
    """Reads entries; every refusal names the entry's title."""

    def __init__(self, community: Community, department: str, moved: Mapping[str, list[Any]]) -> None:
        self.community, self.department, self.moved = community, department, moved

    def entry(self, component: Any) -> Entry:
        """One entry. Raises EventRefused."""
        title = _text(component, "summary", LONGEST_TITLE)
        try:
            return self._entry(component, title)
        except EventRefused as refusal:
            raise EventRefused(refusal.code, **{**refusal.values, "title": title}) from None
        except (ValueError, TypeError, AttributeError, KeyError, OverflowError):
            raise EventRefused("entry-broken", title=title) from None

    def _entry(self, component: Any, title: str) -> Entry:
        uid = str(component.get("uid", ""))[:200]
        if not title or not uid or "dtstart" not in component:
            raise EventRefused("entry-broken")
        zone = self._zone(component["dtstart"])
        start = _wall(component["dtstart"].dt, zone)
        if "recurrence-id" in component:
            uid = f"{uid}/{_wall(component['recurrence-id'].dt, zone):%Y%m%dT%H%M}"
        latitude, longitude = _geo(component)
        plan = Plan(
            title=self._words(component, "summary", LONGEST_TITLE),
            description=self._words(component, "description", LONGEST_TEXT),
            zone=zone.key,
            start=_written(start),
            end=_written(_end(component, start, zone)),
            rule=_rule(component),
            without=self._without(component, zone),
            also=tuple(_written(wall) for wall in _dates(component, "rdate", zone)),
            place=_text(component, "location", LONGEST_TITLE),
            latitude=latitude,
            longitude=longitude,
            topic=self._topic(component),
            department=self.department,
            organiser=_organiser(component),
        )
        return Entry(uid=uid, plan=plan, cancelled=str(component.get("status", "")).upper() == "CANCELLED")

    def _zone(self, start: Any) -> ZoneInfo:
        """The entry's own zone where it is one of the world's; the community's for UTC and for times without one."""
        named = str(start.params.get("TZID", ""))
        if not isinstance(start.dt, datetime) or (start.dt.tzinfo is None and not named):
            return self.community.time_zone
        if str(start.dt.tzinfo) in {"UTC", "Etc/UTC"} or start.dt.tzinfo is UTC:
            return self.community.time_zone
        name = str(getattr(start.dt.tzinfo, "key", "") or named)
        if name not in available_timezones():
            raise EventRefused("zone", zone=name[:60])
        return ZoneInfo(name)

    def _words(self, component: Any, name: str, limit: int) -> dict[str, str]:
        value = component.get(name)
        text = _text(component, name, limit)
        said = str(getattr(value, "params", {}).get("LANGUAGE", "")).split("-")[0].lower()
        language = said if said in self.community.languages else self.community.default_language
        return {language: text} if text else {}

    def _without(self, component: Any, zone: ZoneInfo) -> tuple[str, ...]:
        gone = list(_dates(component, "exdate", zone))
        if "recurrence-id" not in component:
            gone += [_wall(moved.dt, zone) for moved in self.moved.get(str(component.get("uid", "")), [])]
        return tuple(_written(wall) for wall in gone)

    def _topic(self, component: Any) -> str:
        value = component.get("categories")
        named = [str(item).lower() for item in getattr(value, "cats", [])]
        known = [topic.id for topic in self.community.topics if topic.id in named]
        return known[0] if known else "events"


def _text(component: Any, name: str, limit: int) -> str:
    value = component.get(name)
    if isinstance(value, list):
        value = value[0] if value else ""
    return str(value or "").strip()[:limit]


def _wall(value: date | datetime, zone: ZoneInfo) -> datetime:
    """The wall time in `zone` that a DATE or DATE-TIME means; a day begins at midnight."""
    if not isinstance(value, datetime):
        return datetime.combine(value, time())
    return value.replace(tzinfo=None) if value.tzinfo is None else value.astimezone(zone).replace(tzinfo=None)


def _written(wall: datetime) -> str:
    return wall.isoformat(timespec="minutes")


def _end(component: Any, start: datetime, zone: ZoneInfo) -> datetime:
    if "dtend" in component:
        return _wall(component["dtend"].dt, zone)
    if "duration" in component:
        length: timedelta = component["duration"].dt
        return start + length
    return start + (LENGTH if isinstance(component["dtstart"].dt, datetime) else timedelta(days=1))


def _rule(component: Any) -> str:
    rule = component.get("rrule")
    if rule is None:
        return ""
    if isinstance(rule, list):
        raise EventRefused("rule", rule="")
    return str(rule.to_ical().decode())


def _dates(component: Any, name: str, zone: ZoneInfo) -> list[datetime]:
    value = component.get(name)
    lists = value if isinstance(value, list) else [] if value is None else [value]
    return [_wall(item.dt, zone) for one in lists for item in one.dts if not isinstance(item.dt, tuple)]


def _geo(component: Any) -> tuple[float | None, float | None]:
    value = component.get("geo")
    if value is None:
        return None, None
    latitude, longitude = float(value.latitude), float(value.longitude)
    return (latitude, longitude) if abs(latitude) <= 90 and abs(longitude) <= 180 else (None, None)


def _organiser(component: Any) -> str:
    value = component.get("organizer")
    name = getattr(value, "params", {}).get("CN", "") if value is not None else ""
    return str(name or value or "").removeprefix("mailto:").removeprefix("MAILTO:")[:LONGEST_TITLE]
