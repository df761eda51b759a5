"""The identifier: fold, script, candidates, the voices' evidence, priors, and a calibrated answer."""

from collections.abc import Sequence
from math import log
from pathlib import Path

from understanding.language import weighing
from understanding.language.evidence import Evidence, Witnesses
from understanding.language.fold import fold
from understanding.language.history import History
from understanding.language.inventory import OTHER_LANGUAGES, canonical, romanised
from understanding.language.priors import OUTSIDER, log_priors
from understanding.language.silence import is_silent
from understanding.language.verdict import NONE, Verdict
from understanding.language.weighing import probabilities

_OUTSIDE = log(OUTSIDER)
DATA = Path(__file__).parent / "data"
"""The shipped profiles, word lists and weights; built by understanding/language/build."""


class Identifier:
    """Names the language of short messages among a community's languages. Thread-safe after construction."""

    def __init__(self, languages: Sequence[str], *, data: Path = DATA) -> None:
        """`languages`: the community's codes (ISO 639-1 or "fil"), in order of importance.

        Raises ValueError when empty; OSError when the data folder is damaged. Takes up to half a second.
        """
        if not languages:
            raise ValueError("a community has at least one language")
        self._reported = {canonical(code): code for code in reversed(languages)}
        self._languages = tuple(dict.fromkeys(map(canonical, languages)))
        outsiders = [lang for lang in OTHER_LANGUAGES if lang not in self._languages]
        self._witnesses = Witnesses(self._languages, data, outsiders)
        self._romanised = romanised(self._languages)
        self._weights = weighing.read(data / "weights.json")

    def identify(self, text: str, *, client_lang: str | None = None, history: History | None = None) -> Verdict:
        """The language of one message; `client_lang` is an IETF tag such as Telegram's `language_code`.

        Never raises for any text. The answer depends on the arguments alone.
        """
        folded = fold(text)
        if is_silent(folded):
            return Verdict(lang=NONE, confidence=1.0, ranking=())
        evidence = self._witnesses.evidence(folded)
        if evidence is None:
            return Verdict(lang=NONE, confidence=0.5, ranking=())
        return self._verdict(evidence, client_lang, history)

    def _verdict(self, evidence: Evidence, client: str | None, history: History | None) -> Verdict:
        priors = log_priors(self._languages, client, history, evidence.word_count)
        prior_of = dict(zip(self._languages, priors, strict=True))
        languages = [self._language_of(name, prior_of) for name in evidence.names]
        logits = self._weights.logits(evidence)
        posterior = probabilities(
            [logit + (prior_of[lang] if lang else _OUTSIDE) for logit, lang in zip(logits, languages, strict=True)]
        )
        inside = [(lang, share) for lang, share in zip(languages, posterior, strict=True) if lang]
        total = sum(share for _, share in inside) or 1.0
        pairs = [(self._reported[lang], share / total) for lang, share in inside]
        ranking = tuple(sorted(pairs, key=lambda pair: (-pair[1], pair[0])))
        return Verdict(lang=ranking[0][0], confidence=ranking[0][1] * min(1.0, total), ranking=ranking)

    def _language_of(self, name: str, prior_of: dict[str, float]) -> str:
        """The community's language that a profile stands for, "" for an outsider.

        Hindi and Urdu share a profile in Latin letters: it stands for the one that is likelier here.
        """
        if name in prior_of:
            return name
        return max(self._romanised.get(name, ()), key=prior_of.__getitem__, default="")
