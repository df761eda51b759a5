"""When something takes place, in full: "Friday, 20 November, 18:00-20:00"."""

from datetime import date, datetime, tzinfo

from babel.dates import format_date as babel_date

from locales.catalogs import HOUSE_LANGUAGE, Catalogs
from locales.listing import locale_of
from locales.when import format_date

_WORDS = Catalogs(HOUSE_LANGUAGE, strict=False)


def format_span(language: str, start: datetime, end: datetime, now: datetime, zone: tzinfo) -> str:
    """From `start` to `end` (aware) in `zone`: the day with its weekday, its year where that is not `now`'s, hours.

    An end on another day is named with its own day; midnight counts to the day that it ends.
    """
    first, last, today = start.astimezone(zone), end.astimezone(zone), now.astimezone(zone).date()
    values = {"day": format_weekday(language, first.date(), today), "start": f"{first:%H:%M}", "end": f"{last:%H:%M}"}
    one_day = first.date() == last.date() or (last - first).total_seconds() < 6 * 3600
    if one_day:
        return _WORDS.say(language, "when-span", **values)
    return _WORDS.say(language, "when-span-days", **values, last=format_weekday(language, last.date(), today))


def format_moment(language: str, instant: datetime, now: datetime, zone: tzinfo) -> str:
    """`instant` in full: "Friday, 20 November, 18:00". Right whenever it is read, unlike "tomorrow at 18:00"."""
    local = instant.astimezone(zone)
    day = format_weekday(language, local.date(), now.astimezone(zone).date())
    return _WORDS.say(language, "when-moment", day=day, time=f"{local:%H:%M}")


def format_weekday(language: str, day: date, today: date) -> str:
    """`day` with its weekday: "Friday, 20 November", with its year where that is not `today`'s."""
    weekday = babel_date(day, "EEEE", locale=locale_of(language))
    return _WORDS.say(language, "when-named", weekday=weekday, date=format_date(language, day, today))
