"""Lingua as the second voice on short texts: low-accuracy mode, restricted to the candidates, floored."""

import math
from collections.abc import Sequence

from lingua import IsoCode639_1, LanguageDetector, LanguageDetectorBuilder

_FLOOR = 0.01
"""No language's probability counts for less, so that one voice never outweighs the others by much."""


class SecondVoice:
    """Log-probabilities from lingua for the languages that it knows; its models load at the first use."""

    def __init__(self, languages: Sequence[str]) -> None:
        self._known = tuple(lang for lang in languages if hasattr(IsoCode639_1, lang.upper()))
        self._detector = _detector(self._known)

    def scores(self, folded: str, candidates: Sequence[str]) -> dict[str, float]:
        """Centred log-probability for each candidate; {} where lingua knows nothing about the text."""
        if self._detector is None:
            return {}
        values = self._detector.compute_language_confidence_values(folded)
        found = {v.language.iso_code_639_1.name.lower(): v.value for v in values}
        if max(found.values(), default=0.0) < 1.5 / len(self._known):
            return {}
        logs = {lang: math.log(max(found[lang], _FLOOR)) for lang in candidates if lang in found}
        middle = sum(logs.values()) / len(logs) if logs else 0.0
        return {lang: log - middle for lang, log in logs.items()}


def _detector(known: Sequence[str]) -> LanguageDetector | None:
    if len(known) < 2:
        return None
    codes = [getattr(IsoCode639_1, lang.upper()) for lang in known]
    return LanguageDetectorBuilder.from_iso_codes_639_1(*codes).with_low_accuracy_mode().build()
