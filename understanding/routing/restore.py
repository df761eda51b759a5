"""A model to bytes and back, also when the departments have changed in between."""

from array import array
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from understanding.routing.model import Model
from understanding.routing.neighbours import Past
from understanding.routing.state import UnreadableState, add_rows, pack, unpack, used_rows

_Numbers: TypeAlias = "array[int]"
_Arrays: TypeAlias = "dict[str, array[Any]]"


def dump(model: Model) -> bytes:
    """Everything that was learned beyond the configuration; what the configuration says is counted anew on loading."""
    fresh = Model(model.profiles, model.settings)
    width = len(model.ids)
    counted, counts = used_rows(_without(model.bayes.counts, fresh.bayes.counts), width)
    stepped, weights = used_rows(model.linear.weights, width)
    seen, times = used_rows(_without(model.rarity.counts, fresh.rarity.counts), 1)
    cases = list(model.memory.cases.values())
    arrays: _Arrays = {
        "counted": counted,
        "counts": counts,
        "totals": _without(model.bayes.totals, fresh.bayes.totals),
        "stepped": stepped,
        "weights": weights,
        "spent": array("f", [model.linear.spent[number] for number in stepped]),
        "seen": seen,
        "times": times,
        "sizes": array("I", [len(case.weighed[0]) for case in cases]),
        "slots": _joined("I", [case.weighed[0] for case in cases]),
        "values": _joined("f", [case.weighed[1] for case in cases]),
        "base": _joined("f", [case.base for case in cases]),
    }
    facts = {
        "ids": model.ids,
        "messages": model.rarity.messages - fresh.rarity.messages,
        "labels": model.blend.labels,
        "moved": model.blend.moved,
        "gate": {lang: list(cases) for lang, cases in sorted(model.gate.cases.items())},
        "floors": [[key, model.ids[right], chance] for key, (right, chance) in sorted(model.floors.items())],
        "cases": [[case.department, case.reference, case.weight] for case in cases],
    }
    return pack(facts, arrays)


def load(model: Model, state: bytes, merged: Mapping[str, str]) -> None:
    """Fill a fresh model. `merged` maps the ids of departments that are gone to those that took over."""
    found, arrays = unpack(state)
    facts: dict[str, Any] = dict(found)
    try:
        columns = [model.places.get(merged.get(old, old)) for old in facts["ids"]]
        _load_counts(model, facts, arrays, columns)
        _load_linear(model, arrays, columns)
        _load_cases(model, facts, arrays, columns, merged)
        model.blend.labels = int(facts["labels"])
        model.blend.moved = [float(moved) for moved in facts["moved"]]
        for lang, cases in facts["gate"].items():
            model.gate.cases[lang] = deque(
                ((float(chance), bool(right)) for chance, right in cases), maxlen=model.settings.window
            )
        for key, department, chance in facts["floors"]:
            right = model.places.get(merged.get(department, department))
            if right is not None:
                model.floors[key] = (right, chance)
    except (KeyError, IndexError, TypeError, ValueError) as fault:
        raise UnreadableState("not a router's state") from fault


def _load_counts(model: Model, facts: Mapping[str, Any], arrays: _Arrays, columns: Sequence[int | None]) -> None:
    model.rarity.messages += int(facts["messages"])
    for number, times in zip(arrays["seen"], arrays["times"], strict=True):
        model.rarity.counts[number] += times
    width = len(model.ids)
    add_rows(model.bayes.counts, width, arrays["counted"], arrays["counts"], columns)
    for total, column in zip(arrays["totals"], columns, strict=True):
        if column is not None:
            model.bayes.totals[column] += total
    model.bayes.known = len(used_rows(model.bayes.counts, width)[0])


def _load_linear(model: Model, arrays: _Arrays, columns: Sequence[int | None]) -> None:
    add_rows(model.linear.weights, len(model.ids), arrays["stepped"], arrays["weights"], columns)
    for number, spent in zip(arrays["stepped"], arrays["spent"], strict=True):
        model.linear.spent[number] = spent


def _load_cases(
    model: Model,
    facts: Mapping[str, Any],
    arrays: _Arrays,
    columns: Sequence[int | None],
    merged: Mapping[str, str],
) -> None:
    at, width = 0, len(columns)
    for number, (old, reference, weight) in enumerate(facts["cases"]):
        size = arrays["sizes"][number]
        department = merged.get(old, old)
        base = [0.0] * len(model.ids)
        for column, value in zip(columns, arrays["base"][number * width : (number + 1) * width], strict=True):
            if column is not None:
                base[column] = max(base[column], value)
        if department in model.places:
            weighed = (arrays["slots"][at : at + size], arrays["values"][at : at + size])
            model.memory.add(
                Past(department=department, reference=reference, weighed=weighed, base=tuple(base), weight=weight)
            )
        at += size


def _without(all_of_it: "array[Any]", configured: "array[Any]") -> "array[Any]":
    """The difference; what is nothing but rounding becomes zero."""
    differences = (a - b if b else a for a, b in zip(all_of_it, configured, strict=True))
    return array(all_of_it.typecode, (d if d > 1e-5 or d < -1e-5 else 0 for d in differences))


def _joined(typecode: str, parts: Iterable[Iterable[Any]]) -> "array[Any]":
    whole = array(typecode)
    for part in parts:
        whole.extend(part)
    return whole
