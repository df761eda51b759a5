"""Lists and places in a person's language: "Old Town, Port and Mill", "Warsaw"."""

from babel import Locale, UnknownLocaleError
from babel.dates import get_timezone_location
from babel.lists import format_list as babel_list

from locales.catalogs import HOUSE_LANGUAGE


def format_list(language: str, items: list[str]) -> str:
    """The items in one breath, joined as the language does it; empty for none."""
    return babel_list(items, locale=locale_of(language)) if items else ""


def format_city(language: str, zone: str) -> str:
    """The city that a time zone (IANA name) is called after, in `language`."""
    return str(get_timezone_location(zone, locale=locale_of(language), return_city=True))


def locale_of(language: str) -> Locale:
    """What CLDR knows of `language`; of English where it knows nothing."""
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse(HOUSE_LANGUAGE)
