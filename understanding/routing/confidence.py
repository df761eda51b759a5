"""When the router may act alone: a threshold for each language, kept on its own last cases."""

from collections import deque
from collections.abc import Iterable

from understanding.routing.profile import RouterSettings

NEVER = 1.01
Case = tuple[float, bool]  # (probability of the first department, was it right), as predicted before learning


class Gate:
    """Remembers how its own guesses fared and finds the lowest probability from which enough of them are right."""

    def __init__(self, settings: RouterSettings) -> None:
        self._settings = settings
        self.cases: dict[str, deque[Case]] = {}
        self._thresholds: dict[str, float] = {}

    def record(self, lang: str | None, probability: float, right: bool) -> None:
        """Note one labelled case."""
        for key in {lang or "", "*"}:
            self.cases.setdefault(key, deque(maxlen=self._settings.window)).append((probability, right))
            self._thresholds.pop(key, None)

    def threshold(self, lang: str | None) -> float:
        """The probability from which a message in this language is routed alone; above 1 where nothing earns it yet."""
        key = lang or ""
        if key not in self._thresholds:
            self._thresholds[key] = self._find(self.cases.get(key, ()))
        return self._thresholds[key]

    def _find(self, cases: Iterable[Case]) -> float:
        """Walk down from the surest case; keep the lowest point at which enough are right."""
        ordered = sorted(cases, reverse=True)
        if len(ordered) < self._settings.least_cases:
            return NEVER
        best, right = NEVER, 0
        for count, (probability, correct) in enumerate(ordered, start=1):
            right += correct
            if count >= 10 and (right + 0.9) / (count + 1) >= self._settings.aim + 0.01:
                best = probability
        return best
