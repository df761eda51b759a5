"""The words: one catalog a language and subject, and the look-up with plurals, fallback and right-to-left isolation.

Names are imported on their first use: reading the configuration needs the list of languages (`locales.known`) and no
Fluent, and a start takes messages in before anything is said.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from locales.catalogs import Catalogs
    from locales.listing import format_city, format_list
    from locales.number import format_number
    from locales.span import format_moment, format_span
    from locales.when import format_age, format_date, format_day, format_when

__all__ = [
    "Catalogs",
    "format_age",
    "format_city",
    "format_date",
    "format_day",
    "format_list",
    "format_moment",
    "format_number",
    "format_span",
    "format_when",
]
_WHERE = {
    "Catalogs": "locales.catalogs",
    "format_age": "locales.when",
    "format_city": "locales.listing",
    "format_date": "locales.when",
    "format_day": "locales.when",
    "format_list": "locales.listing",
    "format_moment": "locales.span",
    "format_number": "locales.number",
    "format_span": "locales.span",
    "format_when": "locales.when",
}


def __getattr__(name: str) -> Any:
    """Import `name` where it lives (PEP 562)."""
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_WHERE[name]), name)
    return value
