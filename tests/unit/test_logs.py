"""What reaches a log: no words, no token, no second line; of an exception the place and not its text."""

import io
import json
import logging
from typing import Any

import pytest
import structlog

from bot.exception_logs import describe
from bot.logs import configure
from storage.engine import Database
from storage.tables import inbox

WORDS = "My neighbour Zofia is ill"


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Lines of the log, as objects."""
    stream = io.StringIO()
    monkeypatch.setattr("sys.stderr", stream)
    root = logging.getLogger()
    before = root.handlers[:], root.level
    configure("INFO", "json")

    def lines() -> list[dict[str, Any]]:
        return [json.loads(line) for line in stream.getvalue().splitlines()]

    yield lines
    root.handlers[:], level = before
    root.setLevel(level)
    structlog.reset_defaults()


def test_an_exceptions_words_stay_out_and_its_place_is_named(written: Any) -> None:
    try:
        raise ValueError(WORDS)
    except ValueError:
        structlog.get_logger("a").exception("it broke")
        logging.getLogger("library").exception("theirs too")
    ours, theirs = written()
    for line in (ours, theirs):
        assert WORDS not in str(line)
        assert line["exception"]["error"] == "ValueError"
        assert "test_logs.py" in line["exception"]["frames"][-1]


def test_what_the_system_and_our_own_refusals_say_is_kept() -> None:
    assert describe(OSError(28, "No space left on device"))["message"] == "[Errno 28] No space left on device"
    assert "message" not in describe(KeyError(WORDS))


async def test_a_statement_that_fails_does_not_print_its_values(db: Database) -> None:
    with pytest.raises(Exception, match="hidden") as caught:
        async with db.write() as tx:
            await tx.insert(inbox, channel="telegram", dedupe=None, conversation="", payload=WORDS)
    assert WORDS not in str(caught.value)


def test_a_library_is_heard_from_warning_on_and_of_its_warning_the_first_line(written: Any) -> None:
    logging.getLogger().setLevel("DEBUG")
    logging.getLogger("aiosqlite").debug("executing INSERT %s", WORDS)
    logging.getLogger("asyncio").error("Task exception was never retrieved\nfuture: ValueError(%r)", WORDS)
    structlog.get_logger("bot.test").debug("ours")
    assert [line["event"] for line in written()] == ["Task exception was never retrieved", "ours"]


def test_a_line_break_or_a_token_in_a_value_forges_nothing(written: Any) -> None:
    structlog.get_logger("bot.test").info(
        "login", user='x\n{"event": "forged"}', url="https://h/bot123456789:AAEabcdefgh_-ABCDEFGHIJKLMNOPQRSTUV/x"
    )
    (line,) = written()
    assert line["event"] == "login"
    assert "AAEabcdefgh" not in str(line)
