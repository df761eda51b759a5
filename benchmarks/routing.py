"""The department router on the development data, beside its baselines, in one run.

python -m benchmarks.routing [--organisations th_bangkok,bank_multi] [--labels 1000] [--no-trials]

The stream is the head of a file (at most 5,000 rows), the test fold its tail (at most 800 rows, at most 30 %).
Every contestant predicts the test fold after N staff labels; a message is always predicted before it is learned.
The data is found through LIAISON_SHARED or beside the repository; nothing of it is kept here.
"""

import argparse
import csv
import json
import os
import random
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from benchmarks.routing_baselines import Contestant, Department, KeywordsAlone, PlainSoftmax, Row, ScikitLearn
from understanding.routing import DepartmentProfile, Features, Router

STEPS = (0, 50, 200, 1000, 5000)
OURS = "Liaison"
TRANSLATED = {"disaster_multi_translated": "disaster_multi"}  # files that share another's departments


@dataclass(slots=True)
class Fold:
    """What a contestant made of the test fold after some labels."""

    first: float  # % right
    three: float  # % with the right one among the first three
    error: float  # expected calibration error, %, ten bins
    alone: float = 0.0  # % routed alone
    alone_right: float = 0.0  # % of these right


@dataclass(slots=True)
class Outcome:
    """One contestant on one organisation."""

    folds: dict[int, Fold] = field(default_factory=dict)
    predict_ms: list[float] = field(default_factory=list)
    learn_ms: list[float] = field(default_factory=list)
    peak_mib: float = 0.0


class Ours:
    """The router as a contestant; it also says what it would route alone."""

    def __init__(self, departments: Sequence[Department]) -> None:
        self.router = Router([profile(department) for department in departments])
        self.alone = False

    def rank(self, text: str, lang: str) -> list[tuple[str, float]]:
        """All departments, and whether it is sure."""
        decision = self.router.predict(Features(text=text, lang=lang))
        self.alone = decision.action == "auto"
        return list(decision.ranking)

    def learn(self, text: str, lang: str, label: str) -> None:
        """One staff label."""
        self.router.learn(Features(text=text, lang=lang), label)


def profile(department: Department) -> DepartmentProfile:
    """A department of departments.json."""
    return DepartmentProfile(
        id=department["id"],
        name=department["name"],
        description=department["description"],
        keywords=department["keywords"],
    )


CONTESTANTS: dict[str, Callable[[Sequence[Department]], Contestant]] = {
    "keywords alone": KeywordsAlone,
    "plain online softmax + keywords": PlainSoftmax,
    "scikit-learn complement NB": lambda departments: ScikitLearn(departments, "complement naive Bayes"),
    "scikit-learn logistic regression": lambda departments: ScikitLearn(departments, "logistic regression"),
    OURS: Ours,
}


def data_directory() -> Path | None:
    """The routing data, or None where there is none."""
    shared = Path(os.environ.get("LIAISON_SHARED", Path(__file__).resolve().parents[2] / "shared"))
    found = shared / "data" / "routing"
    return found if (found / "departments.json").is_file() else None


def organisations(data: Path) -> list[str]:
    """The files that have departments."""
    known = json.loads((data / "departments.json").read_text(encoding="utf-8"))
    return sorted(p.stem for p in data.glob("*.csv") if TRANSLATED.get(p.stem, p.stem) in known)


def load(data: Path, name: str) -> tuple[list[Department], list[Row], list[Row]]:
    """Departments, stream and test fold of one file."""
    known = json.loads((data / "departments.json").read_text(encoding="utf-8"))
    with (data / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = [(row["text"], row["lang"], row["label"]) for row in csv.DictReader(file)]
    head = min(5000, len(rows) - min(800, int(len(rows) * 0.3)))
    return known[TRANSLATED.get(name, name)], rows[:head], rows[head : head + 800]


def measure(contestant: Contestant, fold: Sequence[Row], spent: list[float]) -> Fold:
    """Predict a test fold."""
    first = three = alone = alone_right = 0
    bins = [[0, 0.0, 0] for _ in range(10)]
    for text, lang, label in fold:
        began = time.thread_time()
        ranking = contestant.rank(text, lang)
        spent.append(1000 * (time.thread_time() - began))
        right = ranking[0][0] == label
        first += right
        three += label in [department for department, _ in ranking[:3]]
        if getattr(contestant, "alone", False):
            alone, alone_right = alone + 1, alone_right + right
        into = bins[min(9, int(10 * ranking[0][1]))]
        into[0], into[1], into[2] = into[0] + 1, into[1] + ranking[0][1], into[2] + right
    size = len(fold)
    error = sum(abs(chance - hits) for _, chance, hits in bins) / size
    return Fold(
        100 * first / size, 100 * three / size, 100 * error, 100 * alone / size, 100 * alone_right / max(1, alone)
    )


def run(data: Path, name: str, who: str, most: int) -> Outcome:
    """One contestant through one organisation's stream."""
    departments, stream, fold = load(data, name)
    contestant, outcome = CONTESTANTS[who](departments), Outcome()
    outcome.folds[0] = measure(contestant, fold, outcome.predict_ms)
    for number, (text, lang, label) in enumerate(stream[:most], start=1):
        began = time.thread_time()
        contestant.learn(text, lang, label)
        outcome.learn_ms.append(1000 * (time.thread_time() - began))
        if number in STEPS or number == min(most, len(stream)):
            outcome.folds[number] = measure(contestant, fold, outcome.predict_ms)
    outcome.peak_mib = peak_mib()
    return outcome


def peak_mib() -> float:
    """The most memory this process has held (Linux; elsewhere what getrusage knows, which a parent may inflate)."""
    status = Path("/proc/self/status")
    if status.exists():
        found = [line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmHWM")]
        return int(found[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def wrong_labels(data: Path, name: str) -> tuple[float, float]:
    """% right after 1,000 labels: all true, and every tenth replaced by a random department."""
    departments, stream, fold = load(data, name)
    ids = sorted(department["id"] for department in departments)
    results = []
    for share in (0.0, 0.1):
        chance, contestant = random.Random(7), Ours(departments)
        for text, lang, label in stream[:1000]:
            contestant.learn(text, lang, chance.choice(ids) if chance.random() < share else label)
        results.append(measure(contestant, fold, []).first)
    return results[0], results[1]


def vague(department: Department) -> Department:
    """The same department as a hurried clerk would add it: its English name and nothing else."""
    return {**department, "description": {}, "keywords": {}, "name": dict([min(department["name"].items())])}


def added_department(data: Path, name: str, joins: str) -> list[tuple[int, float, float]]:
    """A department joins after 1,000 labels of the others, with nothing but a name.

    Its own labels so far -> % of its test messages that it gets (recall), and % right of all others.
    """
    departments, stream, fold = load(data, name)
    before = [department for department in departments if department["id"] != joins]
    contestant = Ours(before)
    rows = iter(stream)
    learned = 0
    for text, lang, label in rows:
        if label != joins:
            contestant.learn(text, lang, label)
            learned += 1
        if learned == 1000:
            break
    now = [*before, *(vague(department) for department in departments if department["id"] == joins)]
    contestant.router = Router.load(contestant.router.dump(), [profile(department) for department in now])
    own = [row for row in fold if row[2] == joins]
    others = [row for row in fold if row[2] != joins]
    return list(_growth(contestant, rows, joins, own, others))


def _growth(
    contestant: Ours, rows: Iterator[Row], joins: str, own: Sequence[Row], others: Sequence[Row]
) -> Iterator[tuple[int, float, float]]:
    def now(labels: int) -> tuple[int, float, float]:
        return labels, measure(contestant, own, []).first, measure(contestant, others, []).first

    labels = 0
    yield now(labels)
    for text, lang, label in rows:
        contestant.learn(text, lang, label)
        labels += label == joins
        if label == joins and labels in (3, 10, 30):
            yield now(labels)
        if labels == 30:
            return


def across_languages(data: Path, name: str, learned: str, asked: str) -> tuple[float, float]:
    """% right on messages in one language: before any label, and after 1,000 labels in another language only."""
    departments, stream, fold = load(data, name)
    contestant, own = Ours(departments), [row for row in fold if row[1] == asked]
    before = measure(contestant, own, []).first
    for text, lang, label in [row for row in stream if row[1] == learned][:1000]:
        contestant.learn(text, lang, label)
    return before, measure(contestant, own, []).first


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which that share lies."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))] if values else 0.0


def print_tables(results: dict[tuple[str, str], Outcome], names: Sequence[str], contestants: Sequence[str]) -> None:
    """Macro averages, then each organisation."""
    steps = sorted({step for outcome in results.values() for step in outcome.folds if step in STEPS})
    print("\nMacro averages, % right: first / among the first three")
    print(f"{'after N labels (organisations)':34s}" + "".join(f"{who[:28]:>30s}" for who in contestants))
    for step in steps:
        having = [name for name in names if step in results[name, contestants[0]].folds]
        cells = []
        for who in contestants:
            folds = [results[name, who].folds[step] for name in having]
            cells.append(
                f"{statistics.mean(f.first for f in folds):.1f} / {statistics.mean(f.three for f in folds):.1f}"
            )
        print(f"{step:>6d} ({len(having)}){'':24s}" + "".join(f"{cell:>30s}" for cell in cells))
    print(f"\n{OURS} by organisation: first / three, calibration error, routed alone @ right")
    for name in names:
        outcome = results[name, OURS]
        parts = [
            f"N={n}: {f.first:.1f}/{f.three:.1f} ece {f.error:.1f} alone {f.alone:.0f}@{f.alone_right:.0f}"
            for n, f in outcome.folds.items()
        ]
        print(f"  {name:26s}" + " | ".join(parts))
    print(f"\n{OURS}: CPU ms a message (p50 / p95), peak memory of the process")
    for name in names:
        o = results[name, OURS]
        times = [percentile(ms, share) for ms in (o.predict_ms, o.learn_ms) for share in (0.5, 0.95)]
        spent = f"predict {times[0]:.1f} / {times[1]:.1f}, learn {times[2]:.1f} / {times[3]:.1f}"
        print(f"  {name:26s}{spent}, {o.peak_mib:.0f} MiB")


def print_trials(data: Path, names: Sequence[str], pool: Any) -> None:
    """Wrong labels, an added department, another language."""
    large = [name for name in names if len(load(data, name)[1]) >= 1000]
    print("\nEvery tenth label wrong, % right after 1,000 labels: without -> with")
    for name, (true, false) in zip(large, pool.map(wrong_labels, [data] * len(large), large), strict=True):
        print(f"  {name:26s}{true:.1f} -> {false:.1f}")
    print("\nA department that joins after 1,000 labels with only its name: own labels: % it gets (others still right)")
    joining = [(name, d["id"]) for name in large for d in load(data, name)[0][1::3]]
    grown = pool.map(added_department, [data] * len(joining), *zip(*joining, strict=True)) if joining else ()
    for (name, department), growth in zip(joining, grown, strict=True):
        print(
            f"  {name + ' ' + department:44s}" + " | ".join(f"{n}: {own:.0f} ({rest:.0f})" for n, own, rest in growth)
        )
    print("\nLabels in one language, messages in another, % right: before any label -> after 1,000")
    for name, learned, asked in (("bank_multi", "en", "ar"), ("bank_multi", "ar", "en"), ("sib_topics", "en", "pl")):
        if name in names:
            before, after = across_languages(data, name, learned, asked)
            print(f"  {name} {learned} -> {asked}: {before:.1f} -> {after:.1f}")


def main() -> int:
    """Run everything, print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--organisations", default="", help="comma-separated file names; all by default")
    parser.add_argument("--labels", type=int, default=1000, help="how much of each stream to learn (at most 5000)")
    parser.add_argument("--no-baselines", action="store_true")
    parser.add_argument("--no-trials", action="store_true")
    wanted = parser.parse_args()
    data = data_directory()
    if data is None:
        print("No development data: set LIAISON_SHARED to the folder that holds data/routing.")
        return 0
    names = wanted.organisations.split(",") if wanted.organisations else organisations(data)
    contestants = [OURS] if wanted.no_baselines else list(CONTESTANTS)
    if not ScikitLearn.installed():
        contestants = [who for who in contestants if not who.startswith("scikit")]
        print("scikit-learn is not installed here: its two columns are left out.")
    jobs = [(name, who) for who in contestants for name in names]
    with ProcessPoolExecutor(2, mp_context=get_context("spawn"), max_tasks_per_child=1) as pool:
        outcomes = pool.map(run, *zip(*[(data, name, who, wanted.labels) for name, who in jobs], strict=True))
        print_tables(dict(zip(jobs, outcomes, strict=True)), names, contestants)
        if not wanted.no_trials:
            print_trials(data, names, pool)
    return 0


if __name__ == "__main__":
    sys.exit(main())
