"""What every room's tests share: a fresh, migrated database."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.engine import Database
from storage.migrate import migrate


@pytest.fixture
def database_url(tmp_path: Path) -> str:
    """Where this test's database is."""
    return f"sqlite:///{tmp_path / 'liaison.db'}"


@pytest.fixture
async def db(database_url: str) -> AsyncIterator[Database]:
    """An open, migrated, empty database."""
    async with Database.open(database_url) as database:
        await migrate(database)
        yield database
