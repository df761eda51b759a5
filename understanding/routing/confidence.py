"""How sure the router may be: one temperature that makes its chances true, and a threshold for acting alone."""

from collections import deque
from collections.abc import Iterable, Sequence

from understanding.routing.profile import RouterSettings

NEVER = 1.01
_SHORTEST = 15  # cases a threshold has to rest on
_START, _TRUST, _LEAST_TRUST = (1.5, 0.55), (8.0, 40.0), 10.0
_MEMORY, _MOST_SPREAD = 0.995, 4.0
_DOUBTS = 1.0  # a wrong case imagined beside the real ones: a short run of luck opens nothing
Case = tuple[float, bool]  # (chance of the first department, was it right), as predicted before learning


class Temperature:
    """Two factors, on what the configuration says and on what was learned, moved by every label (Newton steps with
    forgetting, on guesses made before learning), so that 70 % means 70 % and early luck is not believed too soon."""

    def __init__(self) -> None:
        self.factors = list(_START)
        self.trust = list(_TRUST)  # how much the present factors weigh, in units of the parts' variance

    def scores(self, base: Sequence[float], learned: Sequence[float]) -> list[float]:
        """One score a department."""
        first, second = self.factors
        return [first * b + second * w for b, w in zip(base, learned, strict=True)]

    def learn(self, parts: Sequence[Sequence[float]], chances: Sequence[float], right: int) -> None:
        """Move by one case; `parts` are its configured and its learned scores."""
        for number, scores in enumerate(parts):
            mean = sum(c * s for c, s in zip(chances, scores, strict=True))
            spread = sum(c * (s - mean) ** 2 for c, s in zip(chances, scores, strict=True))
            self.trust[number] = _MEMORY * self.trust[number] + min(_MOST_SPREAD, spread)
            step = (scores[right] - mean) / max(_LEAST_TRUST, self.trust[number])
            self.factors[number] = min(2.5, max(0.2, self.factors[number] + max(-0.05, min(0.05, step))))


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
            if count >= _SHORTEST and right / (count + _DOUBTS) >= self._settings.aim:
                best = chance
        return best
