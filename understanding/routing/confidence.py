"""How sure the router may be: what makes its chances true, and when it may act alone."""

from collections import deque
from collections.abc import Sequence
from itertools import groupby
from math import exp, log
from operator import itemgetter

from understanding.routing.profile import RouterSettings

NEVER = 1.01
_SHORTEST = 15  # cases a threshold has to rest on
_START, _TRUST, _LEAST_TRUST = (1.2, 0.5), (40.0, 80.0), 10.0
_MEMORY, _MOST_SPREAD = 0.995, 4.0
_CANDID, _FADING, _SUREST = 40.0, 0.002, 0.9999
_DOUBTS = 1.0  # a wrong case imagined beside the real ones: a short run of luck opens nothing
_OTHERS = 0.5  # what a case of another language counts beside one of this: alone, few cases set the threshold by luck
Case = tuple[float, bool, int]  # chance of the first department before learning, was it right, how manieth it was


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


class Candour:
    """Corrects the chance of the first department by how often such chances came true.

    It is a line through the log odds that starts from no correction and is moved by every label, like Temperature.
    """

    def __init__(self) -> None:
        self.line = [1.0, 0.0]  # the log odds are multiplied by the first and raised by the second
        self.trust = [_CANDID, 0.0, _CANDID]  # how much the present line weighs: slope, both, height

    def corrected(self, chance: float) -> float:
        """The chance, 0-1, at which this one has come true so far; a higher one stays higher."""
        return 1.0 / (1.0 + exp(-(self.line[0] * _log_odds(chance) + self.line[1])))

    def learn(self, chance: float, right: bool) -> None:
        """Move by one case: the uncorrected chance of the first department, and whether it was the right one."""
        odds, found = _log_odds(chance), self.corrected(chance)
        spread, miss = found * (1.0 - found), found - right
        grown = (spread * odds * odds + _FADING * _CANDID, spread * odds, spread + _FADING * _CANDID)
        self.trust = [(1.0 - _FADING) * old + new for old, new in zip(self.trust, grown, strict=True)]
        slope, both, height = self.trust
        size = slope * height - both * both
        self.line[0] = min(2.5, max(0.3, self.line[0] - (height * odds - both) * miss / size))
        self.line[1] = min(2.0, max(-2.0, self.line[1] - (slope - both * odds) * miss / size))


def _log_odds(chance: float) -> float:
    kept = min(_SUREST, max(1.0 - _SUREST, chance))
    return log(kept / (1.0 - kept))


class Gate:
    """Remembers how its own guesses fared and finds the lowest chance from which enough of them are right.

    Beside it stands the rule of the first day: see `trusts_plain_words`.
    """

    def __init__(self, settings: RouterSettings) -> None:
        self._settings = settings
        self.cases: dict[str, deque[Case]] = {}
        self.recorded = 0
        self.plain: dict[str, deque[bool]] = {}
        self._thresholds: dict[str, float] = {}

    def record_plain(self, lang: str | None, right: bool) -> None:
        """Note one labelled case that was plain by its configured words alone."""
        self.plain.setdefault(lang or "", deque(maxlen=self._settings.window)).append(right)

    def trusts_plain_words(self, lang: str | None) -> bool:
        """Whether plain configured words may be acted on alone in this language: from the first message on, until
        more of such cases turned out wrong than the aim allows (one more, so that a single mistake ends nothing)."""
        cases = self.plain.get(lang or "", ())
        return len(cases) - sum(cases) <= 1 + (1.0 - self._settings.aim) * len(cases)

    def record(self, lang: str | None, chance: float, right: bool) -> None:
        """Note one labelled case."""
        self.recorded += 1
        self.cases.setdefault(lang or "", deque(maxlen=self._settings.window)).append((chance, right, self.recorded))
        self._thresholds.clear()

    def threshold(self, lang: str | None) -> float:
        """The chance from which a message in this language is routed alone; above 1 where nothing earns it yet."""
        key = lang or ""
        if key not in self._thresholds:
            own = len(self.cases.get(key, ()))
            self._thresholds[key] = self._find(key) if own >= self._settings.least_cases else NEVER
        return self._thresholds[key]

    def _find(self, key: str) -> float:
        """Walk down from the surest case; keep the lowest point at which enough are right."""
        others = [case for lang, cases in self.cases.items() if lang != key for case in cases]
        newest = sorted(others, key=itemgetter(2))[-self._settings.window :]
        weighed = [(chance, right, 1.0) for chance, right, _ in self.cases[key]]
        weighed += [(chance, right, _OTHERS) for chance, right, _ in newest]
        best, right, count = NEVER, 0.0, 0.0
        for chance, tied in groupby(sorted(weighed, reverse=True), key=itemgetter(0)):
            fared = [(correct * weight, weight) for _, correct, weight in tied]
            right, count = right + sum(one for one, _ in fared), count + sum(weight for _, weight in fared)
            if count >= _SHORTEST and right / (count + _DOUBTS) >= self._settings.aim:
                best = chance
        return best
