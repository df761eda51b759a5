"""Migrations are one line of numbers, each after the one before it: two that land at once must not fork it."""

import re
from pathlib import Path

VERSIONS = Path(__file__).parents[2] / "storage" / "migrations" / "versions"


def named(text: str, name: str) -> str:
    """The value that a migration file gives to `name`."""
    found = re.search(rf"^{name} = ['\"]?(\w+)", text, re.MULTILINE)
    assert found, name
    return found[1]


def test_migrations_follow_one_another() -> None:
    texts = {path.name[:4]: path.read_text("utf-8") for path in sorted(VERSIONS.glob("[0-9]*_*.py"))}
    assert len(texts) == len(list(VERSIONS.glob("[0-9]*_*.py"))), "two files have the same number"
    numbers = sorted(texts)
    assert numbers == [f"{i + 1:04}" for i in range(len(numbers))]
    assert [named(texts[number], "revision") for number in numbers] == numbers
    assert [named(texts[number], "down_revision") for number in numbers] == ["None", *numbers[:-1]]
