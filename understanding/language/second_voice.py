"""Lingua as the second voice on short texts: low-accuracy mode, restricted to the candidates, floored."""

import math
from collections.abc import Sequence

from lingua import IsoCode639_1, LanguageDetector, LanguageDetectorBuilder

_FLOOR = 0.01
"""No language's probability counts for less, so that this voice never outweighs the others by much."""
_DIGITS = 4
"""Lingua adds in no fixed order and differs in the last bits between calls; rounded, it always says the same."""
_SURPRISE = 1.5
"""Lingua is silent unless its best answer is this much likelier than chance."""


class SecondVoice:
    """Log-probabilities from lingua for the languages that it knows; its models load at the first use."""

    def __init__(self, languages: Sequence[str]) -> None:
        self._known = tuple(lang for lang in languages if hasattr(IsoCode639_1, lang.upper()))
        self._detector = _detector(self._known)

    def scores(self, folded: str, names: Sequence[str]) -> tuple[float, ...]:
        """Log-probability centred on zero for each name; zeros where lingua knows nothing about text or language."""
        silent = (0.0,) * len(names)
        if self._detector is None:
            return silent
        values = self._detector.compute_language_confidence_values(folded)
        found = {value.language.iso_code_639_1.name.lower(): value.value for value in values}
        if max(found.values(), default=0.0) < _SURPRISE / len(self._known):
            return silent
        logs = [round(math.log(max(found[name], _FLOOR)), _DIGITS) if name in found else None for name in names]
        heard = [log for log in logs if log is not None]
        if not heard:
            return silent
        middle = sum(heard) / len(heard)
        return tuple(log - middle if log is not None else 0.0 for log in logs)


def _detector(known: Sequence[str]) -> LanguageDetector | None:
    if len(known) < 2:
        return None
    codes = [getattr(IsoCode639_1, lang.upper()) for lang in known]
    return LanguageDetectorBuilder.from_iso_codes_639_1(*codes).with_low_accuracy_mode().build()
