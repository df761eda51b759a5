"""What the department router is measured against: keywords alone, a plain online softmax, scikit-learn."""

import importlib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from math import exp, sqrt
from typing import Any, Protocol
from zlib import crc32

Department = Mapping[str, Any]  # as in departments.json
Row = tuple[str, str, str]  # text, language, department


class Contestant(Protocol):
    """Anything that ranks departments and may learn."""

    def rank(self, text: str, lang: str) -> list[tuple[str, float]]:
        """Departments with probabilities, best first."""

    def learn(self, text: str, lang: str, label: str) -> None:
        """One staff label."""


def softmax(scores: Mapping[str, float]) -> list[tuple[str, float]]:
    """Scores as probabilities, best first; ties by id."""
    top = max(scores.values())
    grown = {key: exp(score - top) for key, score in scores.items()}
    total = sum(grown.values())
    return sorted(((key, part / total) for key, part in grown.items()), key=lambda pair: (-pair[1], pair[0]))


def folded(text: str) -> str:
    """Lower case without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not "\u0300" <= c <= "\u036f")


class KeywordsAlone:
    """Count the configured keywords found at the beginning of a word (anywhere in scripts without spaces)."""

    def __init__(self, departments: Sequence[Department]) -> None:
        self._keywords = {
            d["id"]: [folded(word) for words in d["keywords"].values() for word in words] for d in departments
        }

    def scores(self, text: str) -> dict[str, float]:
        """Hits a department; a word of five letters or more may end differently."""
        said = " " + re.sub(r"[^\w\u0e00-\u0eff]+", " ", folded(text)) + " "
        return {key: float(sum(self._found(word, said) for word in words)) for key, words in self._keywords.items()}

    @staticmethod
    def _found(word: str, said: str) -> bool:
        if "\u0e00" <= word[:1] <= "\u0eff":
            return word in said
        return " " + (word[: max(4, len(word) - 2)] if len(word) >= 5 else word + " ") in said

    def rank(self, text: str, lang: str) -> list[tuple[str, float]]:
        """Softmax of the counts."""
        return softmax(self.scores(text))

    def learn(self, text: str, lang: str, label: str) -> None:
        """Keywords learn nothing."""


class PlainSoftmax(KeywordsAlone):
    """Online softmax regression over hashed words and character 3-5-grams (AdaGrad) on top of keyword counts."""

    def __init__(self, departments: Sequence[Department]) -> None:
        super().__init__(departments)
        self._words = {
            d["id"]: [
                word
                for texts in (d["name"], d["description"])
                for word in folded(" ".join(texts.values())).replace(",", " ").split()
                if len(word) > 3
            ]
            for d in departments
        }
        self._ids = sorted(self._keywords)
        self._weights: dict[int, list[float]] = {}
        self._spent: dict[int, float] = {}

    def scores(self, text: str) -> dict[str, float]:
        """Keyword hits, and a third of that for a word of the name or the description."""
        said = " " + re.sub(r"[^\w\u0e00-\u0eff]+", " ", folded(text)) + " "
        extra = {key: sum(self._found(word, said) for word in words) / 3 for key, words in self._words.items()}
        return {key: score + extra[key] for key, score in super().scores(text).items()}

    def _features(self, text: str) -> list[int]:
        said = folded(text)[:500]
        names = said.split() + [said[i : i + n] for n in (3, 4, 5) for i in range(len(said) - n + 1)]
        return sorted({crc32(name.encode()) & 0x3FFFF for name in names})

    def rank(self, text: str, lang: str) -> list[tuple[str, float]]:
        """Keyword counts plus learned weights."""
        return self._rank(text, self._features(text))

    def _rank(self, text: str, features: Sequence[int]) -> list[tuple[str, float]]:
        scores = {key: 1.5 * score for key, score in self.scores(text).items()}
        value = 1.0 / sqrt(len(features) or 1)
        for feature in features:
            for key, weight in zip(self._ids, self._weights.get(feature, ()), strict=False):
                scores[key] += value * weight
        return softmax(scores)

    def learn(self, text: str, lang: str, label: str) -> None:
        """One AdaGrad step."""
        features = self._features(text)
        slopes = dict(self._rank(text, features))
        slopes[label] -= 1.0
        value, power = 1.0 / sqrt(len(features) or 1), sum(slope * slope for slope in slopes.values())
        for feature in features:
            self._spent[feature] = self._spent.get(feature, 0.0) + value * value * power
            pace = 0.5 * value / sqrt(self._spent[feature] + 1e-8)
            row = self._weights.setdefault(feature, [0.0] * len(self._ids))
            for number, key in enumerate(self._ids):
                row[number] -= pace * slopes[key]


class ScikitLearn:
    """TF-IDF of words and character grams, trained anew on all labels plus the configured words as documents."""

    def __init__(self, departments: Sequence[Department], model: str) -> None:
        self._model_name = model
        self._rows: list[tuple[str, str]] = [
            (text, d["id"])
            for d in departments
            for text in [
                *d["name"].values(),
                *d["description"].values(),
                *(w for ws in d["keywords"].values() for w in ws),
            ]
        ]
        self._fitted: Any = None

    @staticmethod
    def installed() -> bool:
        """Whether scikit-learn is there; it is no dependency of this project."""
        try:
            importlib.import_module("sklearn")
        except ImportError:
            return False
        return True

    def _fit(self) -> Any:
        text = importlib.import_module("sklearn.feature_extraction.text")
        pipeline = importlib.import_module("sklearn.pipeline")
        features = pipeline.make_union(
            text.TfidfVectorizer(token_pattern=r"\S+", ngram_range=(1, 2), sublinear_tf=True, preprocessor=folded),
            text.TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, preprocessor=folded),
        )
        if self._model_name == "complement naive Bayes":
            model = importlib.import_module("sklearn.naive_bayes").ComplementNB(alpha=0.3)
        else:
            model = importlib.import_module("sklearn.linear_model").LogisticRegression(C=30, max_iter=300)
        return pipeline.make_pipeline(features, model).fit(*zip(*self._rows, strict=True))

    def rank(self, text: str, lang: str) -> list[tuple[str, float]]:
        """The pipeline's probabilities."""
        if self._fitted is None:
            self._fitted = self._fit()
        chances = self._fitted.predict_proba([text])[0]
        pairs = zip(self._fitted.classes_, (float(chance) for chance in chances), strict=True)
        return sorted(pairs, key=lambda pair: (-pair[1], pair[0]))

    def learn(self, text: str, lang: str, label: str) -> None:
        """Kept for the next training."""
        self._rows.append((text, label))
        self._fitted = None
