"""From a plan to the times at which it takes place: RFC 5545 rules, bounded whatever the rule says.

A rule may come from a hostile file: only the parts that a calendar of events needs are taken, the search ends at a
horizon, and a rule without an end is refused.
"""

import itertools
import re
from collections.abc import Iterator
from datetime import MAXYEAR, UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

from domain.event import EventRefused, Plan
from domain.event_time import computed, entered, local, zone_named
from storage.occasions import Times

MOST_OCCASIONS = 400
HORIZON = timedelta(days=3 * 366)
LONGEST_RULE = 300  # characters
LONGEST_EVENT = timedelta(days=31)
_CYCLE_DAYS = 146_097  # of 400 years, whole weeks
_FREQUENCIES = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}
_PARTS = {
    "FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "BYYEARDAY", "BYWEEKNO", "WKST",
}  # fmt: skip
_UNTIL = re.compile(r"(\d{8})(?:T(\d{6})(Z?))?")


def times_of(plan: Plan) -> list[Times]:
    """Every time that the plan takes place, oldest first, at least one.

    Raises EventRefused: ``zone``, ``time``, ``gap``, ``fold``, ``end-before-start``, ``too-long``, ``endless``,
    ``rule``, ``too-many``, ``deadline``.
    """
    zone = zone_named(plan.zone)
    start = entered(plan.start, zone)
    length = entered(plan.end, zone) - start
    if length <= timedelta(0):
        raise EventRefused("end-before-start")
    if length > LONGEST_EVENT:
        raise EventRefused("too-long", count=LONGEST_EVENT.days)
    wall = local(plan.end) - local(plan.start)
    return [_times(plan, start, wall, zone) for start in _starts(plan, zone)]


def _times(plan: Plan, start: datetime, wall: timedelta, zone: ZoneInfo) -> Times:
    starts_at = computed(start, zone)
    ends_at = max(computed(start + wall, zone), starts_at + timedelta(minutes=1))
    closes_at = starts_at - timedelta(minutes=plan.deadline_minutes or 0)
    return Times(original=starts_at, starts_at=starts_at, ends_at=ends_at, closes_at=closes_at)


def _starts(plan: Plan, zone: ZoneInfo) -> list[datetime]:
    first = local(plan.start)
    found = set(itertools.islice(_by_rule(plan.rule, first, zone), MOST_OCCASIONS + 1)) if plan.rule else {first}
    found |= {local(text) for text in plan.also[: MOST_OCCASIONS + 1]}
    found -= {local(text) for text in plan.without[: MOST_OCCASIONS + 1]}
    if not found:
        raise EventRefused("rule", rule=plan.rule[:60])
    if len(found) > MOST_OCCASIONS:
        raise EventRefused("too-many", count=MOST_OCCASIONS)
    return sorted(found)


def _by_rule(rule: str, first: datetime, zone: ZoneInfo) -> Iterator[datetime]:
    """Local starts by the rule, the first one always among them (RFC 5545, 3.8.5.3)."""
    parts = _parts(rule)
    if "COUNT" not in parts and "UNTIL" not in parts:
        raise EventRefused("endless")
    count = _number(parts.pop("COUNT", None), rule)
    until = first + HORIZON
    if "UNTIL" in parts:
        until = min(until, _until(parts.pop("UNTIL"), zone, rule))
    found = _late(";".join(f"{name}={value}" for name, value in parts.items()), first, until, rule)
    series = itertools.chain([first], (start for start in found if start != first))
    return itertools.islice(series, count) if count is not None else series


def _late(text: str, first: datetime, until: datetime, rule: str) -> Iterator[datetime]:
    """What the rule yields until then, computed as late in the range of dates as it can be.

    A rule that never matches (30 February) is searched until the year 9999, whatever its UNTIL says. The calendar
    repeats itself every 400 years, weekdays included, so the search may begin close to that end.
    """
    cycles = (MAXYEAR - until.year) // 400
    shift = timedelta(days=cycles * _CYCLE_DAYS)
    try:
        found = rrulestr(f"{text};UNTIL={until + shift:%Y%m%dT%H%M%S}", dtstart=first + shift)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError):
        raise EventRefused("rule", rule=rule[:60]) from None
    return (start - shift for start in found)


def _parts(rule: str) -> dict[str, str]:
    if len(rule) > LONGEST_RULE:
        raise EventRefused("rule", rule=rule[:60])
    pairs = [part.partition("=") for part in rule.upper().removeprefix("RRULE:").split(";") if part]
    parts = {name.strip(): value.strip() for name, _, value in pairs}
    known = len(parts) == len(pairs) and parts.keys() <= _PARTS and parts.get("FREQ") in _FREQUENCIES
    if not known or not re.fullmatch(r"[1-9]\d{0,2}", parts.get("INTERVAL", "1")):
        raise EventRefused("rule", rule=rule[:60])
    return parts


def _number(text: str | None, rule: str) -> int | None:
    if text is None:
        return None
    if not re.fullmatch(r"[1-9]\d{0,5}", text):
        raise EventRefused("rule", rule=rule[:60])
    return int(text)


def _until(text: str, zone: ZoneInfo, rule: str) -> datetime:
    match = _UNTIL.fullmatch(text)
    if match is None:
        raise EventRefused("rule", rule=rule[:60])
    try:
        moment = datetime.strptime(match[1] + (match[2] or "235959"), "%Y%m%d%H%M%S")  # noqa: DTZ007 - local time
        return moment.replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None) if match[3] else moment
    except (ValueError, OverflowError):
        raise EventRefused("rule", rule=rule[:60]) from None
