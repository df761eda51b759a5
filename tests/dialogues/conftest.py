"""The town that dialogues take place in."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.dialogues.town import Town


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    """A town with an empty ledger."""
    async with Town.open(tmp_path) as town:
        yield town
