"""The words: one catalog a language and subject, and the look-up with plurals, fallback and right-to-left isolation."""

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
