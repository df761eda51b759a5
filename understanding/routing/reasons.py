"""Why a department came first: the words, cases and circumstances that spoke for it, as data for the catalogs."""

from understanding.routing.evidence import slot
from understanding.routing.fold import is_unspaced
from understanding.routing.model import Model, Reading
from understanding.routing.profile import Features, Reason

_SIMILAR = 0.5  # from this likeness a past case is named
_TELLING = 0.3  # from this learned weight, above the other departments' mean, a word or an area is named
_MOST_WORDS, _MOST_CASES = 3, 2


def reasons(model: Model, features: Features, reading: Reading, department: int) -> tuple[Reason, ...]:
    """Configured words first, then learned ones, then similar cases, then the area; at most seven."""
    matched = _matched(model, reading, department)[:_MOST_WORDS]
    learned = [word for word in _learned(model, reading, department) if word not in matched]
    found = [Reason(kind="keyword", text=word) for word in matched]
    found += [Reason(kind="learned", text=word) for word in learned[: _MOST_WORDS - len(matched)]]
    found += [Reason(kind="similar", text=reference) for reference in _similar(model, reading, department)]
    if features.area and _weight(model, f"area:{features.area}", department) > _TELLING:
        found.append(Reason(kind="area", text=features.area))
    return tuple(found)


def _matched(model: Model, reading: Reading, department: int) -> list[str]:
    own = [hit for hit in reading.hits if model.lexicon.keywords[hit.keyword].department == department]
    return list(dict.fromkeys(hit.place for hit in sorted(own, key=lambda hit: (-hit.strength, hit.place))))


def _learned(model: Model, reading: Reading, department: int) -> list[str]:
    """The message's own words (grams of four where there are no spaces) that past labels tie to the department."""
    names = {word: f"w:{word}" for word in reading.seen.words if not is_unspaced(word)}
    for run in reading.seen.words:
        if is_unspaced(run):
            names.update({run[at : at + 4]: f"g:{run[at : at + 4]}" for at in range(min(len(run), 200) - 3)})
    weighed = ((_weight(model, name, department), word) for word, name in names.items())
    return [word for weight, word in sorted(weighed, reverse=True)[:_MOST_WORDS] if weight > _TELLING]


def _weight(model: Model, name: str, department: int) -> float:
    at = slot(name) * len(model.ids)
    row = model.linear.weights[at : at + len(model.ids)]
    return row[department] - sum(row) / len(row)


def _similar(model: Model, reading: Reading, department: int) -> list[str]:
    found = [
        neighbour.past.reference
        for neighbour in reading.neighbours
        if neighbour.past.reference
        and neighbour.past.department == model.ids[department]
        and neighbour.likeness >= _SIMILAR
    ]
    return list(dict.fromkeys(found))[:_MOST_CASES]
