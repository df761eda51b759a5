"""`liaison check` against the local platforms: what is wrong is named, and the exit code says how bad it is."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.check import check, run_check
from bot.sandbox_town import read_manifest
from bot.settings import NAMES
from sandbox.slack import SlackWorkspace
from sandbox.telegram.options import Options
from sandbox.telegram.server import TelegramServer

TOWN = Path(__file__).parents[2] / "config" / "community.toml"


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
async def platforms() -> AsyncIterator[tuple[TelegramServer, SlackWorkspace]]:
    telegram, slack = TelegramServer(Options()), SlackWorkspace.create(read_manifest(), team_name="Town hall")
    async with telegram.serving(), slack.serving():
        yield telegram, slack


def env(tmp_path: Path, platforms: tuple[TelegramServer, SlackWorkspace], **changes: str) -> Path:
    telegram, slack = platforms
    values = {
        "TELEGRAM_BOT_TOKEN": telegram.token,
        "TELEGRAM_API_URL": telegram.address,
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_APP_TOKEN": slack.app_token,
        "SLACK_API_URL": slack.api_url,
        **changes,
    }
    path = tmp_path / ".env"
    path.write_text("".join(f"{name}={value}\n" for name, value in values.items()), "utf-8")
    return path


async def findings(path: Path) -> tuple[int, list[str]]:
    code, lines = await run_check(path, TOWN, offline=False)
    return code, [f"{line.level} {line.text}" for line in lines]


async def test_channels_that_are_missing_are_named_one_by_one(
    tmp_path: Path, platforms: tuple[TelegramServer, SlackWorkspace]
) -> None:
    code, lines = await findings(env(tmp_path, platforms))
    assert code == 1
    assert any(line.startswith("ok Telegram knows the bot @") for line in lines)
    assert any(line.startswith("ok Slack knows the app as") for line in lines)
    assert "ok The app has every permission that it needs." in lines
    assert "ok Slack accepts the app-level token." in lines
    assert sum("there is no such channel" in line for line in lines) == 14
    assert lines[-1] == "error 14 things need mending."


async def test_refused_tokens_are_told_apart(tmp_path: Path, platforms: tuple[TelegramServer, SlackWorkspace]) -> None:
    wrong = {"TELEGRAM_BOT_TOKEN": "1:wrong", "SLACK_BOT_TOKEN": "xoxb-wrong"}
    code, lines = await findings(env(tmp_path, platforms, **wrong))
    assert code == 1
    assert any(line.startswith("error Telegram refuses the token.") for line in lines)
    assert any(line.startswith("error Slack refuses the token.") for line in lines)
    assert not any("wrong" in line for line in lines)


async def test_a_platform_out_of_reach_is_no_traceback(
    tmp_path: Path, platforms: tuple[TelegramServer, SlackWorkspace]
) -> None:
    nowhere = {"TELEGRAM_API_URL": "http://127.0.0.1:9", "SLACK_API_URL": "http://127.0.0.1:9/api/"}
    code, lines = await findings(env(tmp_path, platforms, **nowhere))
    assert code == 1
    assert any(line.startswith("error Telegram cannot be reached: no connection.") for line in lines)
    assert any(line.startswith("error Slack cannot be reached: no connection.") for line in lines)


async def test_half_the_tokens_name_the_other_half(
    tmp_path: Path, platforms: tuple[TelegramServer, SlackWorkspace]
) -> None:
    missing = {"SLACK_BOT_TOKEN": "", "SLACK_APP_TOKEN": ""}
    code, lines = await findings(env(tmp_path, platforms, **missing))
    assert code == 1
    assert [line.split()[1] for line in lines if "is not set" in line] == ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"]


def test_without_tokens_the_sandbox_is_announced(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("", "utf-8")
    result = CliRunner().invoke(check, ["--env", str(tmp_path / ".env"), "--config", str(TOWN)])
    assert result.exit_code == 0
    assert "✓ There are no tokens in .env" in result.output


def test_a_file_of_settings_that_is_not_there_is_no_empty_one(tmp_path: Path) -> None:
    result = CliRunner().invoke(check, ["--env", str(tmp_path / "none"), "--config", str(TOWN)])
    assert (result.exit_code, result.output) == (2, f"✗ There is no file {tmp_path / 'none'}.\n")


async def test_a_missing_permission_and_a_channel_without_the_app_are_named(tmp_path: Path) -> None:
    manifest = read_manifest()
    manifest = replace(manifest, scopes=manifest.scopes - {"files:read"})
    telegram, slack = TelegramServer(Options()), SlackWorkspace.create(manifest, team_name="Town hall")
    slack.add_channel("waste")
    slack.add_channel("health", with_bot=False)
    async with telegram.serving(), slack.serving():
        code, lines = await findings(env(tmp_path, (telegram, slack)))
    assert code == 1
    assert any(line.startswith("error The app lacks these permissions: files:read.") for line in lines)
    assert "ok #waste: the app is a member." in lines
    assert "error #health: the app is not a member. Write /invite @Liaison in that channel." in lines


def test_misspelt_settings_are_pointed_out(tmp_path: Path) -> None:
    path = tmp_path / ".env"
    path.write_text("TELEGRAM_TOKEN=123:abc\nHOME_OF_SOMETHING=1\n", "utf-8")
    result = CliRunner().invoke(check, ["--env", str(path), "--config", str(TOWN), "--offline"])
    assert result.exit_code == 0
    assert "! .env sets TELEGRAM_TOKEN, which is not one" in result.output
    assert "HOME_OF_SOMETHING" not in result.output
    assert "123:abc" not in result.output


def test_unusable_files_end_with_two_and_every_problem(tmp_path: Path) -> None:
    path, config = tmp_path / ".env", tmp_path / "town.toml"
    path.write_text("LOG_LEVEL=loud\n", "utf-8")
    config.write_text('[community]\ntime_zone = "Nowhere"\n', "utf-8")
    result = CliRunner().invoke(check, ["--env", str(path), "--config", str(config)])
    assert result.exit_code == 2
    assert "✗ LOG_LEVEL" in result.output
    assert f'✗ {config}:2: community.time_zone: "Nowhere" is not a time zone.' in result.output
    assert "Traceback" not in result.output


async def test_contingency_plans_are_checked_too(tmp_path: Path) -> None:
    config = Path(__file__).parents[2] / "config"
    (tmp_path / "community.toml").write_text((config / "community.toml").read_text())
    plans = tmp_path / "playbooks"
    plans.mkdir()
    flood = (config / "playbooks" / "flood.toml").read_text()
    (plans / "flood.toml").write_text(flood.replace("Place: {place}. The danger", "The danger", 1))
    code, lines = await run_check(None, tmp_path / "community.toml", offline=True)
    said = [line.text for line in lines]
    assert any("contingency plans lack something" in text and "playbooks check" in text for text in said)
    assert code == 0
    (plans / "flood.toml").write_text(flood.replace('urgency = "Immediate"', 'urgency = "Imediate"'))
    code, lines = await run_check(None, tmp_path / "community.toml", offline=True)
    assert code != 0
    assert any('"Imediate" is not known' in line.text and line.level == "error" for line in lines)
