"""What was set aside is shown and put back; where there is no database that is one sentence, and none is made."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli import main
from storage import inbox
from storage.engine import Database
from storage.inbox import Arrival
from storage.migrate import migrate

NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)


async def one_set_aside(url: str) -> None:
    async with Database.open(url) as db:
        await migrate(db)
        async with db.write() as tx:
            await inbox.store(tx, [Arrival(channel="telegram", dedupe="1", conversation="7", payload="{}")], NOW)
            await inbox.set_aside(tx, 1, "KeyError: 'text'", NOW)


def run(*words: str) -> tuple[int, str]:
    answer = CliRunner().invoke(main, ["dead-letters", *words])
    return answer.exit_code, answer.output


def test_it_is_shown_with_what_to_do_and_can_be_put_back(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asyncio.run(one_set_aside(database_url))
    monkeypatch.setenv("DATABASE_URL", database_url)
    code, shown = run()
    assert code == 0
    assert shown.splitlines() == [
        "1\ttelegram\t2026-11-26 09:00\tKeyError: 'text'",
        "1 set aside. `liaison dead-letters --replay 1` tries one again.",
    ]
    assert run("--replay", "1") == (0, "1 is back in the queue.\n")
    assert run() == (0, "0 set aside.\n")
    assert run("--replay", "1") == (1, "There is no dead letter 1; nothing changed.\n")


def test_where_there_is_no_database_none_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/data/liaison.db")
    code, said = run()
    assert code == 2
    assert "There is no database at" in said
    assert list(tmp_path.iterdir()) == []


def test_a_setting_that_cannot_be_used_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "mongodb://x")
    code, said = run()
    assert (code, said.startswith("✗ DATABASE_URL")) == (2, True)
