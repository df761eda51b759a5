"""Instants and spans in a person's language and the community's time zone.

Hours are written 00:00-23:59 and digits are Western (0-9) in every language, so that a time can be read out on the
phone to anyone.
"""

from datetime import date, datetime, timedelta, tzinfo
from functools import cache

from babel import UnknownLocaleError
from babel.dates import format_date as babel_date

from locales.catalogs import HOUSE_LANGUAGE, Catalogs


def format_when(language: str, instant: datetime, now: datetime, zone: tzinfo) -> str:
    """`instant` (aware) as an adverb of time: "today at 14:00", "tomorrow at 12:00", "Monday at 9:30", "3 May at 8:00".

    Weekdays name the next six days only; everything else is a date, with its year where that is not `now`'s.
    """
    local, today = instant.astimezone(zone), now.astimezone(zone).date()
    days, time = (local.date() - today).days, f"{local:%H:%M}"
    near = {-1: "when-yesterday", 0: "when-today", 1: "when-tomorrow"}.get(days)
    if near is not None:
        return _words().say(language, near, time=time)
    if 2 <= days <= 6:
        return _words().say(language, "when-weekday", weekday=local.weekday(), time=time)
    return _words().say(language, "when-date", date=_day(language, local.date(), today), time=time)


def format_date(language: str, day: date, today: date) -> str:
    """`day` as "3 May", with its year where that is not `today`'s."""
    return _words().say(language, "when-day", date=_day(language, day, today))


def format_day(language: str, day: date) -> str:
    """`day` with its year, as it stands on paper: "3 May 2026"."""
    return _written(language, day, "d MMMM y")


def format_age(language: str, age: timedelta) -> str:
    """`age` in its largest whole unit, short, for a card: "under a minute", "25 min", "3 h", "2 days"."""
    minutes = max(0, int(age.total_seconds() // 60))
    for key, size in (("when-age-days", 24 * 60), ("when-age-hours", 60), ("when-age-minutes", 1)):
        if minutes >= size:
            return _words().say(language, key, count=minutes // size)
    return _words().say(language, "when-age-moment")


def _day(language: str, day: date, today: date) -> str:
    return _written(language, day, "d MMMM" if day.year == today.year else "d MMMM y")


def _written(language: str, day: date, pattern: str) -> str:
    try:
        return babel_date(day, pattern, locale=language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return babel_date(day, pattern, locale=HOUSE_LANGUAGE)


@cache
def _words() -> Catalogs:
    return Catalogs(strict=False)
