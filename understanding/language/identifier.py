"""Put the voices together: script, n-gram profiles, a second voice on short texts, the client's language, history."""

import math
from collections.abc import Sequence

from understanding.language import profiles
from understanding.language.fold import fold
from understanding.language.history import History
from understanding.language.script import script_of, scripts_of_language
from understanding.language.second_voice import SecondVoice
from understanding.language.silence import is_silent
from understanding.language.verdict import NONE, Verdict

CORE_LANGUAGES = (
    "pl",
    "ar",
    "tl",
    "en",
    "uk",
    "es",
    "fr",
    "de",
    "tr",
    "ru",
    "vi",
    "zh",
    "pt",
    "ur",
    "fa",
    "so",
    "ht",
    "hi",
)
"""The languages that the shipped profiles were built and measured for (ISO 639-1)."""
_SAME = {"fil": "tl"}
_STOCK_NAMES = {"zh": ("zh-cn", "zh-tw")}


class Identifier:
    """Names the language of short messages among a community's languages. Thread-safe after construction."""

    def __init__(self, languages: Sequence[str]) -> None:
        """`languages`: the community's codes (ISO 639-1 or "fil"). Raises ValueError when empty."""
        if not languages:
            raise ValueError("a community has at least one language")
        self._report = {_SAME.get(code.lower(), code.lower()): code for code in languages}
        self._languages = tuple(self._report)
        self._table = profiles.NgramTable([profiles.read(name) for name in self._profile_names()])
        self._second = SecondVoice([lang for lang in self._languages if scripts_of_language(lang) == ("latin",)])

    def _profile_names(self) -> list[str]:
        known = profiles.available()
        names = [n for n in sorted(known) if n in self._languages or n.split("-")[0] in self._languages]
        fillers = [n for n in ("en", "ru", "ar") if n not in names]
        return names + fillers[: max(0, 2 - len(names))]

    def identify(self, text: str, *, client_lang: str | None = None, history: History | None = None) -> Verdict:
        """The language of one message; `client_lang` is an IETF tag such as Telegram's `language_code`."""
        folded = fold(text)
        if is_silent(folded):
            return Verdict(lang=NONE, confidence=1.0, ranking=())
        scores = self._evidence(folded)
        if not scores:
            return Verdict(lang=NONE, confidence=0.5, ranking=())
        self._add_priors(scores, len(folded), client_lang, history)
        return self._verdict(scores)

    def _evidence(self, folded: str) -> dict[str, float]:
        script = script_of(folded)
        found: dict[str, float] = {}
        grams = max(1, len(folded))
        for name, score in zip(self._table.names, self._table.scores(folded.split()), strict=True):
            lang, _, variant = name.partition("-")
            fits = script == "latin" if variant in ("latn", "plain") else script in scripts_of_language(lang)
            if lang in self._report and fits:
                found[lang] = max(found.get(lang, 0.0), score * min(1.0, 12 / grams))
        if script == "latin" and len(folded) < 60:
            for lang, score in self._second.scores(folded, list(found)).items():
                found[lang] += score
        return found

    def _add_priors(self, scores: dict[str, float], length: int, client: str | None, history: History | None) -> None:
        hint = (client or "").lower().split("-")[0].split("_")[0]
        hint = _SAME.get(hint, hint)
        if hint in scores:
            scores[hint] += 1.5
        if history is not None and history.weights:
            for lang, weight in history.weights.items():
                lang = _SAME.get(lang, lang)
                if lang in scores:
                    scores[lang] += math.log1p(4 * weight)

    def _verdict(self, scores: dict[str, float]) -> Verdict:
        best = max(scores.values())
        weights = {lang: math.exp(score - best) for lang, score in scores.items()}
        total = sum(weights.values())
        ranking = sorted(((self._report[lang], w / total) for lang, w in weights.items()), key=lambda p: (-p[1], p[0]))
        return Verdict(lang=ranking[0][0], confidence=ranking[0][1], ranking=tuple(ranking))
