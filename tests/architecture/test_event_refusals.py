"""Every refusal of an event that code can raise has its words, with the placeholders that it is given."""

import ast
from collections.abc import Iterator

from tests.architecture.catalog_files import catalog
from tests.architecture.catalog_use import EVENT_REFUSALS, ROOT

ROOMS = ("domain", "broadcasts", "handlers")
THROUGH = {"capacity-number"}  # given as an argument


def raised() -> Iterator[tuple[str, frozenset[str], str]]:
    """(code, names of the values, where) of every EventRefused in the source."""
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "EventRefused" and node.args:
                    code = node.args[0]
                    if isinstance(code, ast.Constant) and all(keyword.arg for keyword in node.keywords):
                        yield str(code.value), frozenset(k.arg or "" for k in node.keywords), f"{path}:{node.lineno}"


def test_every_refusal_has_its_words_and_they_get_their_values() -> None:
    english, found = catalog("en"), list(raised())
    assert {code for code, _, _ in found} | THROUGH == EVENT_REFUSALS
    for code, values, where in found:
        if values or code in {"endless", "past", "untitled"}:
            assert english[f"desk-event-refuse-{code}"].placeholders <= values, where
