"""Build the shipped language data: `python -m understanding.language.build --rows dev.csv ...`.

Needs `pip install wordfreq` and checkouts of the public repositories that sources.py names. The result depends on
the inputs alone, byte for byte. Five further builds, each
without a fifth of the rows, go to the work folder: the weights are fitted on what each left out, and
benchmarks/language.py measures there too.
"""

import gzip
from pathlib import Path

import click

from understanding.language.build import ngrams, sources, vocabulary, weights
from understanding.language.build.ngrams import Parts
from understanding.language.build.sources import Shares
from understanding.language.words import pack

_FOLDER = Path(__file__).parent.parent / "data"
_FOLDS = 5


@click.command()
@click.option(
    "--rows", type=click.Path(path_type=Path, exists=True), required=True, help="The development set, dev.csv."
)
@click.option("--frequencywords", type=click.Path(path_type=Path, exists=True), required=True)
@click.option("--sib200", type=click.Path(path_type=Path, exists=True), required=True)
@click.option(
    "--treebank", type=click.Path(path_type=Path, exists=True), required=True, help="Haitian Creole, CoNLL-U."
)
@click.option("--work", type=click.Path(path_type=Path), required=True, help="Folder for the cross-validation builds.")
@click.option("--data", type=click.Path(path_type=Path), default=_FOLDER, show_default=True, help="Where to write.")
def build(rows: Path, frequencywords: Path, sib200: Path, treebank: Path, work: Path, data: Path) -> None:
    """Write profiles, word lists and weights."""
    read = sources.read_rows(rows)
    words = vocabulary.vocabulary(vocabulary.Sources(frequencywords=frequencywords, sib200=sib200, treebank=treebank))
    bases = {name: ngrams.foundation(name, shares) for name, shares in words.items()}
    for leave_out in range(_FOLDS):
        write(work / str(leave_out), words, bases, vocabulary.row_shares(read, leave_out))
    write(data, words, bases, vocabulary.row_shares(read, None))
    fitted = weights.fit(read, [work / str(number) for number in range(_FOLDS)])
    for folder in (data, *(work / str(number) for number in range(_FOLDS))):
        (folder / "weights.json").write_text(fitted, encoding="utf-8")


def write(folder: Path, words: dict[str, Shares], bases: dict[str, Parts], rows: dict[str, Shares]) -> None:
    """Write every profile and word list into a folder."""
    (folder / "profiles").mkdir(parents=True, exist_ok=True)
    (folder / "words").mkdir(parents=True, exist_ok=True)
    for name in sorted(words):
        found = rows.get(name, {})
        document = ngrams.profile(name, bases[name], found, vocabulary.row_weight(name))
        (folder / "profiles" / f"{name}.json.gz").write_bytes(gzip.compress(document.encode(), mtime=0))
        (folder / "words" / f"{name}.bin.gz").write_bytes(pack(vocabulary.with_rows(name, words[name], found)))


if __name__ == "__main__":
    build()
