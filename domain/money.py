"""Sums of money: whole cents and a currency's code. Pure."""

import re
from dataclasses import dataclass

MOST_CENTS = 10**14  # a sum above is a slip of the finger
_SUM = re.compile(
    r"(?P<whole>\d{1,3}(?:[ \u00a0.,']\d{3})+|\d{1,12})(?:[.,](?P<cents>\d{1,2}))?\s*(?P<code>[A-Za-z]{3})?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """An amount in cents (hundredths) of a currency, by its ISO 4217 code."""

    cents: int
    currency: str

    def shared(self, people: int) -> "Money | None":
        """An equal part of it, rounded to the cent; None for nobody."""
        return Money(cents=(2 * self.cents + people) // (2 * people), currency=self.currency) if people else None

    @property
    def written(self) -> str:
        """As it is written in every language: ``1 200.50 PLN``."""
        whole, cents = divmod(self.cents, 100)
        return f"{whole:,}".replace(",", "\u00a0") + (f".{cents:02d}" if cents else "") + f"\u00a0{self.currency}"


def read_money(text: str, currency: str) -> Money | None:
    """What somebody typed: ``1200``, ``1 200,50 PLN``, ``1,200.50``. `currency` where none is written.

    None for anything else, negative and absurd sums included.
    """
    found = _SUM.fullmatch(text.strip())
    if found is None:
        return None
    whole = int(re.sub(r"\D", "", found["whole"]))
    cents = whole * 100 + int((found["cents"] or "0").ljust(2, "0"))
    return Money(cents=cents, currency=(found["code"] or currency).upper()) if cents <= MOST_CENTS else None
