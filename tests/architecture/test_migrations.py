"""A migration leaves processes of the version before it in working order: it adds, and takes nothing away.

In a rolling upgrade old and new run on one database (docs/operate.md). What is not needed any more goes with the
version after the one that stopped using it, and then only by an entry in `AGREED` that says so.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

VERSIONS = Path(__file__).parents[2] / "storage" / "migrations" / "versions"
FIRST = "0015"  # earlier ones were made before anything was released
AGREED: frozenset[tuple[str, str]] = frozenset()  # (number, complaint)
GOES = frozenset(
    {"drop_table", "drop_column", "drop_constraint", "rename_table", "alter_column", "create_check_constraint",
     "create_unique_constraint", "create_foreign_key"}
)  # fmt: skip
IN_WORDS = ("DROP ", "RENAME ", "ALTER COLUMN", "SET NOT NULL")


def complaints(source: str) -> list[str]:
    """What a migration's `upgrade` does that an older process cannot live with."""
    upgrade = next(
        node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef) and node.name == "upgrade"
    )
    return [found for call in ast.walk(upgrade) if isinstance(call, ast.Call) for found in _of(call)]


def _of(call: ast.Call) -> Iterator[str]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    if name in GOES:
        yield name
    if name == "execute":
        said = ast.unparse(call).upper()
        yield from (words.strip() for words in IN_WORDS if words in said)
    if name == "add_column":
        column = next((one for one in call.args if isinstance(one, ast.Call)), None)
        given = {word.arg: word.value for word in column.keywords} if column is not None else {}
        nullable = given.get("nullable")
        if isinstance(nullable, ast.Constant) and nullable.value is False and "server_default" not in given:
            yield "add_column without a default"


@pytest.mark.parametrize("path", sorted(VERSIONS.glob("[0-9]*.py")), ids=lambda path: path.stem)
def test_a_migration_takes_nothing_away(path: Path) -> None:
    number = path.stem.split("_")[0]
    found = complaints(path.read_text("utf-8"))
    assert number < FIRST or [one for one in found if (number, one) not in AGREED] == []


@pytest.mark.parametrize(
    ("deed", "complaint"),
    [
        ("op.drop_column('cases', 'area')", "drop_column"),
        ("batch_op.alter_column('area', nullable=False)", "alter_column"),
        ("op.execute('ALTER TABLE cases RENAME COLUMN area TO place')", "RENAME"),
        ("op.execute('DROP TABLE labels')", "DROP"),
        ("op.add_column('cases', sa.Column('mood', sa.Text(), nullable=False))", "add_column without a default"),
    ],
)
def test_what_an_older_process_cannot_live_with_is_found(deed: str, complaint: str) -> None:
    assert complaints(f"def upgrade():\n    {deed}\n") == [complaint]


@pytest.mark.parametrize(
    "deed",
    [
        "op.create_table('moods', sa.Column('id', sa.Integer(), nullable=False))",
        "op.add_column('cases', sa.Column('mood', sa.Text(), nullable=True))",
        "op.add_column('cases', sa.Column('mood', sa.Integer(), nullable=False, server_default='0'))",
        "op.create_index('cases_by_mood', 'cases', ['mood'])",
    ],
)
def test_what_only_adds_is_fine(deed: str) -> None:
    assert complaints(f"def upgrade():\n    {deed}\n") == []


def test_the_checker_sees_what_was_renamed_before_the_first_release() -> None:
    (path,) = VERSIONS.glob("0003_*.py")
    assert "RENAME" in complaints(path.read_text("utf-8"))
