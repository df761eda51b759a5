"""The answer about one message's language."""

from dataclasses import dataclass

NONE = "und"
"""ISO 639-2 code for "undetermined": the message is in no language we can name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The language of a message.

    `lang` is the code as the community configured it (ISO 639-1, or "fil"), or "und"; `confidence` is the calibrated
    chance (0..1) that it is right; `ranking` holds all candidates with probabilities that sum to one, best first,
    and is empty for "und" without any evidence.
    """

    lang: str
    confidence: float
    ranking: tuple[tuple[str, float], ...]
