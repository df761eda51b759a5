"""The catalogs as their files say: every message with its placeholders, variants and plain text."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fluent.syntax import FluentParser, ast

FOLDER = Path(__file__).parents[2] / "locales"
LANGUAGES = tuple(sorted(path.name for path in FOLDER.iterdir() if any(path.glob("*.ftl"))))
SUBJECTS = tuple(sorted(path.stem for path in (FOLDER / "en").glob("*.ftl")))


@dataclass(frozen=True, slots=True)
class Written:
    """One message of a file. `choices`: for each selection its placeholder and the names of its variants."""

    key: str
    text: str
    placeholders: frozenset[str]
    choices: tuple[tuple[str, frozenset[str]], ...]


@cache
def messages(language: str, subject: str) -> tuple[Written, ...]:
    """The messages of one file, in its order. Raises AssertionError for anything that Fluent cannot read."""
    body = FluentParser().parse((FOLDER / language / f"{subject}.ftl").read_text("utf-8")).body
    found = []
    for entry in body:
        assert not isinstance(entry, ast.Junk), f"{language}/{subject}: {entry.annotations[0].message}: {entry.content}"
        assert not isinstance(entry, ast.Term), f"{language}/{subject}: terms are not used, found -{entry.id.name}"
        if isinstance(entry, ast.Message):
            found.append(_read(entry))
    return tuple(found)


def catalog(language: str) -> dict[str, Written]:
    """All messages of a language by key."""
    return {message.key: message for subject in SUBJECTS for message in messages(language, subject)}


def _read(message: ast.Message) -> Written:
    nodes = list(_walk(message.value))
    selects = [node for node in nodes if isinstance(node, ast.SelectExpression)]
    return Written(
        message.id.name,
        "".join(node.value for node in nodes if isinstance(node, ast.TextElement)),
        frozenset(node.id.name for node in nodes if isinstance(node, ast.VariableReference)),
        tuple((_name(select), frozenset(_variant(v) for v in select.variants)) for select in selects),
    )


def _name(select: ast.SelectExpression) -> str:
    assert isinstance(select.selector, ast.VariableReference)
    return select.selector.id.name


def _variant(variant: ast.Variant) -> str:
    return variant.key.name if isinstance(variant.key, ast.Identifier) else str(variant.key.value)


def _walk(node: object) -> Iterator[object]:
    yield node
    if isinstance(node, ast.BaseNode):
        for value in vars(node).values():
            for item in value if isinstance(value, list) else [value]:
                if isinstance(item, ast.BaseNode):
                    yield from _walk(item)
