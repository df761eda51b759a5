"""Numbers with decimals as a language writes them: "2.5", "2,5". Digits are Western (0-9), as in times."""

from decimal import Decimal

from babel.numbers import format_decimal

from locales.listing import locale_of


def format_number(language: str, value: float | Decimal, *, least: int = 0, most: int = 2) -> str:
    """`value` with `least` to `most` decimals; whole parts are grouped as the language does it."""
    pattern = "#,##0." + "0" * least + "#" * (most - least)
    return format_decimal(value, format=pattern, locale=locale_of(language), numbering_system="latn")
