"""Settings: blank is unset, every bad value gets its sentence, no secret in any of them, `.env.example` tells all."""

import itertools
import re
from pathlib import Path

import pytest

from bot.settings import NAMES, SettingsError, read_settings

EXAMPLE = Path(__file__).parents[2] / ".env.example"
SECRET = "S3CRET-that-must-not-show"


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)


def problems(monkeypatch: pytest.MonkeyPatch, **values: str) -> list[str]:
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as raised:
        read_settings(None)
    return raised.value.problems


def test_the_example_names_every_setting_and_no_other() -> None:
    named = re.findall(r"^([A-Z_]+)=", EXAMPLE.read_text("utf-8"), re.MULTILINE)
    assert sorted(named) == sorted(NAMES)


def test_the_example_as_it_stands_is_the_default() -> None:
    assert read_settings(EXAMPLE) == read_settings(None)


def test_every_setting_of_the_example_is_explained_above_it() -> None:
    lines = EXAMPLE.read_text("utf-8").splitlines()
    for before, line in itertools.pairwise(lines):
        if re.match(r"[A-Z_]+=", line):
            assert before.startswith("# ") or before.startswith("LIAISON_HTTP_HOST"), line


def test_blank_is_unset_and_the_environment_wins(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    env = tmp_path / ".env"
    env.write_text("LOG_LEVEL=warning\nTELEGRAM_BOT_TOKEN=\nTELEGRAM_RATE=\nLOG_FORMAT=json\nSOMETHING_ELSE=1\n")
    monkeypatch.setenv("LOG_FORMAT", "console")
    settings = read_settings(env)
    assert (settings.log_level, settings.log_format, settings.telegram_rate) == ("WARNING", "console", 30.0)
    assert settings.telegram_bot_token is None
    assert not settings.begun


def test_a_missing_file_is_no_problem(tmp_path: Path) -> None:
    assert not read_settings(tmp_path / "none").live


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"TELEGRAM_BOT_TOKEN": SECRET}, "TELEGRAM_BOT_TOKEN does not look like"),
        ({"SLACK_BOT_TOKEN": SECRET}, "SLACK_BOT_TOKEN does not begin with xoxb-"),
        ({"SLACK_APP_TOKEN": SECRET}, "SLACK_APP_TOKEN does not begin with xapp-"),
        ({"TELEGRAM_WEBHOOK_SECRET": SECRET + " blank"}, "TELEGRAM_WEBHOOK_SECRET may hold"),
        ({"DATABASE_URL": f"mysql://root:{SECRET}@host/db"}, "DATABASE_URL must begin with"),
        ({"TELEGRAM_API_URL": f"api.telegram.org/{SECRET}"}, "TELEGRAM_API_URL must be a web address"),
        ({"LIAISON_HTTP_PORT": "99999"}, "LIAISON_HTTP_PORT must be a whole number from 0 to 65535"),
        ({"LIAISON_HTTP_PORT": "-1"}, "LIAISON_HTTP_PORT must be a whole number from 0 to 65535"),
        ({"TELEGRAM_RATE": "0"}, "TELEGRAM_RATE must be a number above 0 and at most 1000"),
        ({"TELEGRAM_RATE": "nan"}, "TELEGRAM_RATE must be a number above 0 and at most 1000"),
        ({"TELEGRAM_API_URL": f"https://[{SECRET}"}, "TELEGRAM_API_URL must be a web address"),
        ({"TELEGRAM_WEBHOOK_URL": f"https://town:{SECRET}/", "TELEGRAM_WEBHOOK_SECRET": "a"}, "must be a web address"),
        ({"TELEGRAM_RATE": "fast"}, "TELEGRAM_RATE must be a number above 0 and at most 1000"),
        ({"LOG_LEVEL": "loud"}, "LOG_LEVEL must be one of DEBUG, INFO, WARNING, ERROR"),
        ({"TELEGRAM_WEBHOOK_URL": "https://town.example/telegram"}, "needs TELEGRAM_WEBHOOK_SECRET"),
        ({"TELEGRAM_WEBHOOK_URL": "http://town.example", "TELEGRAM_WEBHOOK_SECRET": "a"}, "Telegram calls https://"),
        ({"TELEGRAM_WEBHOOK_URL": "https://t.example:99", "TELEGRAM_WEBHOOK_SECRET": "a"}, "port 443, 80, 88 or 8443"),
    ],
)
def test_a_bad_value_gets_a_sentence_without_the_secret(
    monkeypatch: pytest.MonkeyPatch, values: dict[str, str], said: str
) -> None:
    found = problems(monkeypatch, **values)
    assert len(found) == 1
    assert said in found[0]
    assert found[0].endswith(".")
    assert SECRET not in found[0]


def test_all_problems_come_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(problems(monkeypatch, LOG_LEVEL="loud", DATABASE_URL="x", SLACK_BOT_TOKEN="y")) == 3


def test_live_needs_both_platforms_and_a_way_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", " 123:abc ")
    settings = read_settings(None)
    assert settings.begun
    assert settings.missing() == ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"]
    with pytest.raises(SettingsError):
        settings.connections()
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-1")
    monkeypatch.setenv("SLACK_SIGNING_SECRET", "s")
    live = read_settings(None)
    assert live.live
    assert live.missing() == []
    connections = live.connections()
    assert connections.telegram.token == "123:abc"
    assert connections.slack.signing_secret == "s"


def test_no_secret_in_a_printed_form(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLACK_SIGNING_SECRET", SECRET)
    monkeypatch.setenv("DATABASE_URL", f"postgresql://liaison:{SECRET}@localhost/town")
    settings = read_settings(None)
    assert settings.slack_signing_secret == SECRET
    assert SECRET not in repr(settings)
    assert SECRET not in str(settings)
