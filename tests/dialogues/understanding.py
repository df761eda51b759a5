"""A router that a test can predict: the department is the one whose word stands in the message."""

from domain.case import CaseKind
from handlers.reading import Reading, Reason

WORDS = {
    "waste": ("bin", "rubbish", "śmieci", "القمامة", "basura"),
    "roads": ("road", "pothole", "lamp", "droga", "طريق", "kalsada"),
    "water": ("water", "tap", "woda", "ماء", "tubig"),
}
THANKS = frozenset({"thanks", "thank you", "dziękuję", "شكرا", "salamat"})
URGENT = ("fire", "gas", "pożar", "حريق")
EVERYBODY = ("waste", "roads", "water")


def read(text: str, language: str, *, to: str | None = None) -> Reading:
    """One word of one department: sure. Words of several, or a question mark alone: ask. Nothing: the front desk."""
    folded = text.lower()
    found = [to] if to else [name for name, words in WORDS.items() if any(word in folded for word in words)]
    ranking = (*found, *(name for name in EVERYBODY if name not in found))
    urgent = next((word for word in URGENT if word in folded.split()), "")
    action = "auto" if len(found) == 1 else "ask" if found or "?" in text else "front_desk"
    return Reading(
        language=language if any(char.isalpha() for char in text) else "und",
        confidence=0.9,
        ranking=ranking,
        action=action,  # type: ignore[arg-type]
        reasons=(Reason(kind="keyword", text=found[0]),) if found and not to else (),
        kind=CaseKind.THANKS if folded.strip(" .!") in THANKS else CaseKind.REPORT,
        thanks_only=folded.strip(" .!") in THANKS,
        urgent=urgent,
    )
