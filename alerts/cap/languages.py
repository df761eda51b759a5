"""Which of the community's languages a language tag of a warning means."""

from collections.abc import Collection
from typing import Final

from alerts.cap.message import DEFAULT_LANGUAGE

SAME: Final = {
    "tl": "fil", "tgl": "fil", "pol": "pl", "ara": "ar", "eng": "en", "ukr": "uk", "rus": "ru", "deu": "de",
    "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "vie": "vi",
}  # fmt: skip
"""Codes that publishers use for a language that we write otherwise (ISO 639-2; Tagalog is the base of Filipino)."""


def ours(tag: str | None, known: Collection[str]) -> str:
    """The community's code for the tag ("en-GB" is "en"); for another language its own first part in small letters."""
    whole = (tag or DEFAULT_LANGUAGE).lower()
    first = whole.partition("-")[0]
    return next((code for code in (whole, first, SAME.get(first, "")) if code in known), first)
