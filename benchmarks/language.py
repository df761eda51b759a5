"""Language identification measured beside its peers on the development rows, in one run.

    python benchmarks/language.py                  # shipped data; peers that are installed
    python benchmarks/language.py --folds DIR      # honest figures: every row judged by a build that left it out

DIR is the work folder of `python -m understanding.language.build` (five builds, each without a fifth of the rows).
Without it the openly licensed rows were seen by the shipped profiles; the column "unseen" then counts only rows
that no build ever reads (no open licence).

Simulations, all with a fixed seed: the client's language is right for 70 % of messages, else drawn evenly from the
other core languages; a conversation draws messages of one language at random from all kinds, three in a row for
"third message"; for "second after a change" three in one language, then two in another. 3,000 conversations each.
"""

import argparse
import csv
import importlib
import importlib.util
import os
import random
import statistics
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from understanding.language import CORE_LANGUAGES, History, Identifier
from understanding.language.build.sources import OPEN_SOURCES, Row, read_rows

KINDS = ("word", "pair", "sentence", "chat", "no-diacritics", "code-switch", "romanized", "none")
CLIENT_RIGHT = 0.7
CONVERSATIONS = 3000
SPEED_MESSAGES = 1500
Answer = Callable[[str], str]


def development_set() -> Path | None:
    """dev.csv in $LIAISON_SHARED or in ../shared beside the repository; None when absent."""
    shared = os.environ.get("LIAISON_SHARED")
    base = Path(shared) if shared else Path(__file__).resolve().parent.parent.parent / "shared"
    path = base / "data" / "langid" / "dev.csv"
    return path if path.is_file() else None


def is_right(row: Row, answer: str) -> bool:
    return answer == row.lang or (row.also != "" and answer == row.also)


def table(rows: Sequence[Row], answers: Sequence[str], name: str) -> None:
    by_kind: defaultdict[str, list[bool]] = defaultdict(list)
    by_lang: defaultdict[str, list[bool]] = defaultdict(list)
    for row, answer in zip(rows, answers, strict=True):
        right = is_right(row, answer)
        by_kind[row.kind].append(right)
        by_lang[row.lang].append(right)
    cells = [f"{100 * statistics.mean(by_kind[kind]):6.1f}" if by_kind[kind] else "     -" for kind in KINDS]
    everything = 100 * statistics.mean(right for found in by_kind.values() for right in found)
    worst = min((100 * statistics.mean(found), lang) for lang, found in by_lang.items() if lang != "und")
    print(f"{name:34s}{' '.join(cells)} {everything:6.2f}  {worst[0]:5.1f} {worst[1]}")


def header(title: str) -> None:
    print(f"\n{title}\n{'':34s}{' '.join(f'{kind[:6]:>6s}' for kind in KINDS)}    all  worst language")


class Ours:
    """The shipped identifier, or the five builds that each left a fold out."""

    def __init__(self, folds: Path | None) -> None:
        self._folds = [Identifier(CORE_LANGUAGES, data=folds / str(n)) for n in range(5)] if folds else []
        self._shipped = Identifier(CORE_LANGUAGES)

    def of(self, row: Row) -> Identifier:
        return self._folds[row.fold] if self._folds else self._shipped


def clients(rows: Sequence[Row]) -> list[str]:
    draw = random.Random(70)
    return [_client(row.lang, draw) for row in rows]


def _client(lang: str, draw: random.Random) -> str:
    others = [code for code in CORE_LANGUAGES if code != lang]
    return lang if draw.random() < CLIENT_RIGHT and lang != "und" else draw.choice(others)


def peers() -> dict[str, Answer]:
    """Packages to compare with, restricted to the core languages where they can be; absent ones are named."""
    found: dict[str, Answer] = {}
    for name, package, make in (
        ("langdetect, unseeded", "langdetect", lambda: langdetect_answer(None)),
        ("langdetect, seeded", "langdetect", lambda: langdetect_answer(0)),
        ("lingua, low accuracy", "lingua", lingua_answer),
        ("py3langid", "py3langid", py3langid_answer),
    ):
        if importlib.util.find_spec(package) is None:
            print(f"({name}: not installed, left out)")
        else:
            found[name] = make()
    return found


def langdetect_answer(seed: int | None) -> Answer:
    module = importlib.import_module("langdetect")

    def answer(text: str) -> str:
        module.DetectorFactory.seed = seed
        try:
            return str(module.detect(text)).split("-")[0]
        except module.LangDetectException:
            return "und"

    return answer


def lingua_answer() -> Answer:
    lingua = importlib.import_module("lingua")
    codes = [
        getattr(lingua.IsoCode639_1, code.upper())
        for code in CORE_LANGUAGES
        if hasattr(lingua.IsoCode639_1, code.upper())
    ]
    detector = lingua.LanguageDetectorBuilder.from_iso_codes_639_1(*codes).with_low_accuracy_mode().build()

    def answer(text: str) -> str:
        found = detector.detect_language_of(text)
        return "und" if found is None else found.iso_code_639_1.name.lower()

    return answer


def py3langid_answer() -> Answer:
    module = importlib.import_module("py3langid")
    known = [code for code in CORE_LANGUAGES if code != "so"]  # py3langid has no Somali model
    module.set_languages(known)
    return lambda text: str(module.classify(text)[0])


def conversations(rows: Sequence[Row], ours: Ours, *, with_client: bool) -> None:
    of_lang: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.kind != "none":
            of_lang[row.lang].append(row)
    third, second = Counter[bool](), Counter[bool]()
    draw = random.Random(3)
    for _ in range(CONVERSATIONS):
        before, after = draw.sample(CORE_LANGUAGES, 2)
        messages = [draw.choice(of_lang[before]) for _ in range(3)] + [draw.choice(of_lang[after]) for _ in range(2)]
        client = _client(before, draw) if with_client else None
        right = _converse(messages, ours, client)
        third[right[2]] += 1
        second[right[4]] += 1
    hint = "client language right 70 %" if with_client else "no client language"
    share = 100 / CONVERSATIONS
    print(f"  {hint}: third message {third[True] * share:.2f} %, second after a change {second[True] * share:.2f} %")


def _converse(messages: Sequence[Row], ours: Ours, client: str | None) -> list[bool]:
    history, right = History(), []
    for row in messages:
        verdict = ours.of(row).identify(row.text, client_lang=client, history=history)
        history = history.updated(verdict)
        right.append(is_right(row, verdict.lang))
    return right


def calibration(rows: Sequence[Row], ours: Ours) -> None:
    bins: defaultdict[int, list[tuple[float, bool]]] = defaultdict(list)
    for row in rows:
        verdict = ours.of(row).identify(row.text)
        if verdict.lang != "und":
            bins[min(9, int(verdict.confidence * 10))].append((verdict.confidence, is_right(row, verdict.lang)))
    print("\nConfidence: of the answers given with a confidence of ..., so many were right")
    error, count = 0.0, sum(map(len, bins.values()))
    for place in sorted(bins):
        said, was = (statistics.mean(column) for column in zip(*bins[place], strict=True))
        error += abs(said - was) * len(bins[place]) / count
        print(f"  {said:.2f} -> {was:.2f}  ({len(bins[place])} messages)")
    print(f"  expected calibration error {error:.4f}")


def speed(rows: Sequence[Row], found: dict[str, Answer]) -> None:
    texts = [row.text for row in random.Random(1).sample(list(rows), SPEED_MESSAGES)]
    identifier = Identifier(CORE_LANGUAGES)
    found = {"this identifier": lambda text: identifier.identify(text).lang, **found}
    print(f"\nSpeed, {SPEED_MESSAGES} messages, one thread, after 50 to warm up")
    for name, answer in found.items():
        for text in texts[:50]:
            answer(text)
        took = []
        for text in texts:
            start = time.perf_counter()
            answer(text)
            took.append(time.perf_counter() - start)
        took.sort()
        p95 = took[int(len(took) * 0.95)]
        print(f"  {name:24s}{len(took) / sum(took):9.0f} messages/s   p95 {1e6 * p95:8.0f} us")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=Path, help="work folder of the build, for cross-validated figures")
    parser.add_argument("--errors", type=Path, help="write wrong answers to this file")
    parser.add_argument("--alone", action="store_true", help="leave the peers out")
    arguments = parser.parse_args()
    path = development_set()
    if path is None:
        print("no development set (LIAISON_SHARED or ../shared): nothing to measure")
        return
    rows = [row for row in read_rows(path) if row.lang in (*CORE_LANGUAGES, "und")]
    start = time.perf_counter()
    Identifier(CORE_LANGUAGES)
    print(f"ready in {time.perf_counter() - start:.2f} s; {len(rows)} rows")
    ours, found = Ours(arguments.folds), {} if arguments.alone else peers()
    how = "left-out rows" if arguments.folds else "shipped data"
    header("% right, text only")
    for name, answer in found.items():
        table(rows, [answer(row.text) for row in rows], name)
    answers = [ours.of(row).identify(row.text).lang for row in rows]
    table(rows, answers, f"this identifier, {how}")
    unseen = [(row, answer) for row, answer in zip(rows, answers, strict=True) if row.source not in OPEN_SOURCES]
    table([row for row, _ in unseen], [answer for _, answer in unseen], "  rows of sources never built from")
    hints = clients(rows)
    header("% right, with a client language that is right for 70 %")
    hinted = [ours.of(row).identify(row.text, client_lang=hint).lang for row, hint in zip(rows, hints, strict=True)]
    table(rows, hinted, f"this identifier, {how}")
    print("\nConversations")
    conversations(rows, ours, with_client=False)
    conversations(rows, ours, with_client=True)
    calibration(rows, ours)
    if found:
        speed(rows, found)
    if arguments.errors:
        write_errors(arguments.errors, rows, answers)


def write_errors(path: Path, rows: Sequence[Row], answers: Sequence[str]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        for row, answer in zip(rows, answers, strict=True):
            if not is_right(row, answer):
                writer.writerow([row.kind, row.lang, answer, row.text, row.source])


if __name__ == "__main__":
    main()
