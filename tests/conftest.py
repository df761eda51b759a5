"""What every room's tests share: a fresh, migrated database on the engine that is being tested."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from storage.engine import Database
from tests.databases import ON_POSTGRES, fresh_url
from tests.postgres_server import VARIABLE

# Property tests try the same examples at every run, at whatever speed the machine has: a red run speaks of the change.
# New examples are looked for with --hypothesis-profile=explore.
settings.register_profile("explore", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("same", settings.get_profile("explore"), derandomize=True)
settings.load_profile("same")

pytest.register_assert_rewrite("tests.crash.compare")  # what it asserts is said with its values, too


@pytest.fixture
async def database_url(tmp_path: Path) -> AsyncIterator[str]:
    """Where this test's database is; its tables are made."""
    async with fresh_url(tmp_path) as url:
        yield url


@pytest.fixture
async def db(database_url: str) -> AsyncIterator[Database]:
    """An open, migrated, empty database."""
    async with Database.open(database_url) as database:
        yield database


def pytest_report_header() -> str:
    """Which engine is tested, and what is left out."""
    if ON_POSTGRES:
        return f"database: PostgreSQL ({VARIABLE})"
    return "database: SQLite; left out: the same tests on PostgreSQL (make test-postgres)"
