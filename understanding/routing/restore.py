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
    width = len(model.ids)
    counted, counts = used_rows(model.worth.labelled, width, model.worth.total)
    stepped, weights = used_rows(model.linear.weights, width, model.linear.spent)
    met = array("I", model.worth.seen)
    for number, times in model.worth.configured.items():
        met[number] -= times
    seen, times_seen = used_rows(met, 1, met)
    cases = list(model.memory.cases.values())
    arrays: _Arrays = {
        "counted": counted,
        "counts": counts,
        "stepped": stepped,
        "weights": weights,
        "spent": array("f", [model.linear.spent[number] for number in stepped]),
        "seen": seen,
        "times": times_seen,
        "sizes": array("I", [len(case.weighed[0]) for case in cases]),
        "slots": _joined("I", [case.weighed[0] for case in cases]),
        "values": _joined("f", [case.weighed[1] for case in cases]),
        "base": _joined("f", [case.base for case in cases]),
    }
    facts = {
        "ids": model.ids,
        "messages": model.worth.messages - model.worth.phrases,
        "labels": model.labels,
        "temperature": [model.temperature.factors, model.temperature.trust],
        "candour": [model.candour.line, model.candour.trust],
        "plain": {lang: list(cases) for lang, cases in sorted(model.gate.plain.items())},
        "newcomers": [model.newcomers.labels, model.newcomers.joined, list(model.newcomers.known)],
        "gate": {lang: [case[:2] for case in cases] for lang, cases in sorted(model.gate.cases.items())},
        "gate_turns": {lang: [case[2] for case in cases] for lang, cases in sorted(model.gate.cases.items())},
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
        _load_experience(model, facts, columns)
        for key, department, chance in facts["floors"]:
            right = model.places.get(merged.get(department, department))
            if right is not None:
                model.floors[key] = (right, chance)
    except (KeyError, IndexError, TypeError, ValueError) as fault:
        raise UnreadableState("not a router's state") from fault


def _load_experience(model: Model, facts: Mapping[str, Any], columns: Sequence[int | None]) -> None:
    model.labels = int(facts["labels"])
    model.temperature.factors, model.temperature.trust = ([float(n) for n in part] for part in facts["temperature"])
    model.candour.line, model.candour.trust = ([float(n) for n in part] for part in facts["candour"])
    labels, joined, known = facts["newcomers"]
    model.newcomers.joined = [model.labels] * len(model.ids)
    for count, since, column in zip(labels, joined, columns, strict=True):
        if column is not None:
            model.newcomers.labels[column] += int(count)
            model.newcomers.joined[column] = min(int(since), model.newcomers.joined[column])
    model.newcomers.known.extend(float(score) for score in known)
    turns = facts.get("gate_turns", {})  # not there in what a version before this one wrote
    for lang, cases in facts["gate"].items():
        numbered = zip(cases, turns.get(lang, [0] * len(cases)), strict=True)
        kept = ((float(chance), bool(right), int(turn)) for (chance, right), turn in numbered)
        model.gate.cases[lang] = deque(kept, maxlen=model.settings.window)
    model.gate.recorded = max((case[2] for cases in model.gate.cases.values() for case in cases), default=0)
    for lang, plain in facts["plain"].items():
        model.gate.plain[lang] = deque((bool(right) for right in plain), maxlen=model.settings.window)


def _load_counts(model: Model, facts: Mapping[str, Any], arrays: _Arrays, columns: Sequence[int | None]) -> None:
    worth, width = model.worth, len(model.ids)
    worth.messages += int(facts["messages"])
    for number, times in zip(arrays["seen"], arrays["times"], strict=True):
        worth.seen[number] += times
    add_rows(worth.labelled, width, arrays["counted"], arrays["counts"], columns)
    for number in arrays["counted"]:
        row = worth.labelled[number * width : number * width + width]
        worth.total[number] = sum(row)
        worth.squares[number] = sum(count * count for count in row)


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
            past = Past(
                department=department,
                reference=reference,
                weighed=weighed,
                base=tuple(base),
                weight=weight,
            )
            model.memory.add(past)
        at += size


def _joined(typecode: str, parts: Iterable[Iterable[Any]]) -> "array[Any]":
    whole = array(typecode)
    for part in parts:
        whole.extend(part)
    return whole
