"""How sure the router may be: one temperature that makes its chances true, and a threshold for acting alone."""

from collections import deque
from collections.abc import Iterable, Sequence

from understanding.routing.profile import RouterSettings

NEVER = 1.01
Case = tuple[float, bool]  # (chance of the first department, was it right), as predicted before learning


class Temperature:
    """One factor on all scores, moved by every label (a Newton step with forgetting), so that 70 % means 70 %."""

    def __init__(self) -> None:
        self.factor = 0.9
        self.trust = 25.0  # how much the starting factor weighs, in units of the scores' variance

    def learn(self, scores: Sequence[float], chances: Sequence[float], right: int) -> None:
        """Move by one case that was predicted before it was learned."""
        mean = sum(c * s for c, s in zip(chances, scores, strict=True))
        spread = sum(c * (s - mean) ** 2 for c, s in zip(chances, scores, strict=True))
        self.trust = 0.995 * self.trust + min(4.0, spread)
        step = (scores[right] - mean) / max(10.0, self.trust)
        self.factor = min(1.6, max(0.3, self.factor + max(-0.05, min(0.05, step))))


class Gate:
    """Remembers how its own guesses fared and finds the lowest chance from which enough of them are right."""

    def __init__(self, settings: RouterSettings) -> None:
        self._settings = settings
        self.cases: dict[str, deque[Case]] = {}
        self._thresholds: dict[str, float] = {}

    def record(self, lang: str | None, chance: float, right: bool) -> None:
        """Note one labelled case."""
        key = lang or ""
        self.cases.setdefault(key, deque(maxlen=self._settings.window)).append((chance, right))
        self._thresholds.pop(key, None)

    def threshold(self, lang: str | None) -> float:
        """The chance from which a message in this language is routed alone; above 1 where nothing earns it yet."""
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
        for count, (chance, correct) in enumerate(ordered, start=1):
            right += correct
            if count >= self._settings.least_cases // 2 and right / (count + 1) >= self._settings.aim - 0.005:
                best = chance
        return best
