"""The rooms import downwards only (the contracts are in pyproject.toml), and the lowest two import next to nothing."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.api import read_configuration
from importlinter.application.use_cases import lint_imports

from tests.architecture.catalog_use import ROOT, sources

OURS = {
    "alerts",
    "bot",
    "broadcasts",
    "channels",
    "delivery",
    "domain",
    "handlers",
    "locales",
    "sandbox",
    "storage",
} | {"understanding"}


def test_the_contracts_hold(capsys: pytest.CaptureFixture[str]) -> None:
    kept = lint_imports(config_filename=str(ROOT / "pyproject.toml"), cache_dir=None)
    assert kept, capsys.readouterr().out


def test_every_room_is_under_contract() -> None:
    rooms = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests", "benchmarks"}
    assert rooms == OURS
    options = read_configuration(str(ROOT / "pyproject.toml"))
    assert set(options["session_options"]["root_packages"]) == OURS


def imported(module: ast.Module) -> Iterator[str]:
    """Top names of everything that a module imports."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0]


@pytest.mark.parametrize(("room", "allowed"), [("domain", {"domain"}), ("locales", {"locales", "babel", "fluent"})])
def test_the_lowest_rooms_stand_alone(room: str, allowed: set[str]) -> None:
    foreign = [
        f"{where}: {name}"
        for where, module in sources(room)
        for name in imported(module)
        if name not in allowed and name not in sys.stdlib_module_names
    ]
    assert foreign == []


def test_the_domain_has_no_clock() -> None:
    """Pure words of the trade: time comes in as an argument."""
    clocks = ("datetime.now(", "date.today(", "time.time(", "time.monotonic(")
    found = [
        f"{path.name}: {clock}"
        for path in sorted(Path(ROOT / "domain").glob("*.py"))
        for clock in clocks
        if clock in path.read_text("utf-8")
    ]
    assert found == []
