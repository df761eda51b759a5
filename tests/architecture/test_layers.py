"""The rooms import downwards only (the contracts are in pyproject.toml), and the lowest two import next to nothing."""

import ast
import sys
from collections.abc import Iterable, Iterator
from graphlib import CycleError, TopologicalSorter
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


def modules() -> dict[str, ast.Module]:
    """Every module of ours by its dotted name."""
    found = (
        (where.removesuffix(".py").replace("/", ".").removesuffix(".__init__"), module)
        for room in OURS
        for where, module in sources(room)
    )
    return dict(found)


def known_imports(module: ast.Module, names: Iterable[str]) -> set[str]:
    """Which of `names` the module imports, those under TYPE_CHECKING included."""
    wanted: set[str] = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            wanted |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            whole = {f"{node.module}.{alias.name}" for alias in node.names}
            wanted |= (whole & set(names)) or {node.module}
    return wanted & set(names)


def test_no_two_modules_need_each_other() -> None:
    """Not in a circle of several either, and not for their types alone."""
    known = modules()
    needs = {name: known_imports(module, known) - {name} for name, module in known.items()}
    assert len(needs) > 400
    try:
        list(TopologicalSorter(needs).static_order())
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))
