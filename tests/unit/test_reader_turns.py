"""Reading messages leaves the event loop its turns."""

import sys
from datetime import UTC, datetime

from bot.reader import TURN_SECONDS, Reader
from storage.engine import Database
from tests.dialogues.townhall import townhall


async def test_a_thread_that_reads_keeps_the_interpreter_for_short_turns_alone(db: Database) -> None:
    before = sys.getswitchinterval()
    reader = Reader(db, townhall(), lambda: datetime.now(UTC))
    try:
        sys.setswitchinterval(0.005)
        await reader.start()
        assert abs(sys.getswitchinterval() - TURN_SECONDS) < 1e-6
    finally:
        await reader.close()
        sys.setswitchinterval(before)
