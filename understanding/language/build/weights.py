"""Fit the voices' weights: multinomial logistic regression by length class, on rows that each build left out.

Only rows with an open licence are used, so the weights carry no other text's trace; the rest only measures.
Rprop (resilient back-propagation) on the whole batch: deterministic, no step size to choose, no dependency.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log
from pathlib import Path

from understanding.language.build.sources import OPEN_SOURCES, Row, profile_of
from understanding.language.evidence import Witnesses
from understanding.language.fold import fold
from understanding.language.inventory import CORE_LANGUAGES
from understanding.language.weighing import LENGTHS, length_class

_ROUNDS = 120
_BIAS_COST = 12.0
"""Penalty on squared biases: profiles are told apart by evidence, a bias only evens out word lists' sizes."""
_CLASSES = len(LENGTHS) + 1
_BY_HAND = {"hi-latn": 0.3, "ar-latn": 0.3}
"""Added to the fitted bias: the open rows hold no Hindustani and little Arabizi in Latin letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Example:
    place: int
    names: tuple[str, ...]
    voices: tuple[tuple[float, float, float], ...]
    right: int


def fit(rows: Sequence[Row], folders: Sequence[Path]) -> str:
    """The weights document; `folders[n]` holds the build without fold n."""
    examples: list[_Example] = []
    for number, folder in enumerate(folders):
        witnesses = Witnesses(CORE_LANGUAGES, folder)
        mine = [row for row in rows if row.fold == number and row.source in OPEN_SOURCES and row.lang in CORE_LANGUAGES]
        examples += filter(None, (_example(row, witnesses) for row in mine))
    return _document(_descend(examples))


def _example(row: Row, witnesses: Witnesses) -> _Example | None:
    found = witnesses.evidence(fold(row.text))
    name = profile_of(row)
    if found is None or name not in found.names or len(found.names) < 2:
        return None
    return _Example(
        place=length_class(found.word_count),
        names=found.names,
        voices=tuple(zip(found.ngrams, found.words, found.second, strict=True)),
        right=found.names.index(name),
    )


def _descend(examples: Sequence[_Example]) -> dict[str, float]:
    """Parameters: "0:1" is the logarithm of voice 1's weight in length class 0; other keys are profiles' biases."""
    values = {f"{place}:{voice}": log((0.1, 0.6, 0.3)[voice]) for place in range(_CLASSES) for voice in range(3)}
    values |= {name: 0.0 for example in examples for name in example.names}
    steps = dict.fromkeys(values, 0.1)
    before = dict.fromkeys(values, 0.0)
    for _ in range(_ROUNDS):
        slope = _slopes(examples, values)
        for key, gradient in slope.items():
            turn = gradient * before[key]
            steps[key] = (
                min(0.5, steps[key] * 1.2) if turn > 0 else max(1e-4, steps[key] * 0.5) if turn < 0 else steps[key]
            )
            before[key] = gradient if turn >= 0 else 0.0
            if turn >= 0 and gradient:
                values[key] = max(-6.0, values[key] - (steps[key] if gradient > 0 else -steps[key]))
    return values


def _slopes(examples: Sequence[_Example], values: dict[str, float]) -> dict[str, float]:
    slope = {key: (0.0 if ":" in key else 2 * _BIAS_COST * value) for key, value in values.items()}
    strength = [[exp(values[f"{place}:{voice}"]) for voice in range(3)] for place in range(_CLASSES)]
    for example in examples:
        a, b, c = strength[example.place]
        logits = [
            a * n + b * w + c * s + values[name] for name, (n, w, s) in zip(example.names, example.voices, strict=True)
        ]
        best = max(logits)
        raised = [exp(logit - best) for logit in logits]
        total = sum(raised)
        pull = [0.0, 0.0, 0.0]
        for place, value in enumerate(raised):
            error = value / total - (1.0 if place == example.right else 0.0)
            if abs(error) > 1e-9:
                slope[example.names[place]] += error
                for voice in range(3):
                    pull[voice] += error * example.voices[place][voice]
        for voice in range(3):
            slope[f"{example.place}:{voice}"] += pull[voice] * strength[example.place][voice]
    return slope


def _document(values: dict[str, float]) -> str:
    voices = [[round(exp(values[f"{place}:{voice}"]), 4) for place in range(_CLASSES)] for voice in range(3)]
    bias = {
        name: round(value + _BY_HAND.get(name, 0.0), 3) for name, value in sorted(values.items()) if ":" not in name
    }
    document = {"ngrams": voices[0], "words": voices[1], "second": voices[2], "bias": bias}
    return json.dumps(document, indent=1) + "\n"
