"""Secrets and addresses, from the environment and from `.env` (the environment wins). A blank value counts as unset.

Everything that describes the organisation is in `config/community.toml` instead (`bot.configuration`).
"""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from dotenv import dotenv_values

from bot.connections import Connections, SlackConnection, TelegramConnection
from domain.errors import LiaisonError

ENV_FILE: Final = Path(".env")
LOG_LEVELS: Final = ("DEBUG", "INFO", "WARNING", "ERROR")
LOG_FORMATS: Final = ("auto", "console", "json")
_TELEGRAM_TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]+")
_WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")  # Bot API: secret_token of setWebhook
_WEBHOOK_PORTS: Final = frozenset({None, 443, 80, 88, 8443})  # Bot API: ports that Telegram's servers call
_MOST_A_SECOND: Final = 1000.0  # Bot API: the limit of paid broadcasts


class SettingsError(LiaisonError):
    """The environment holds values that cannot be used. `problems`: one sentence each, never with a secret in it."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Names in the environment are the fields' names in capitals. Secrets are not in its printed form."""

    telegram_bot_token: str | None = field(default=None, repr=False)
    telegram_api_url: str = "https://api.telegram.org"
    telegram_webhook_url: str = ""
    telegram_webhook_secret: str | None = field(default=None, repr=False)
    telegram_rate: float = 30.0  # messages a second
    slack_bot_token: str | None = field(default=None, repr=False)
    slack_app_token: str | None = field(default=None, repr=False)
    slack_signing_secret: str | None = field(default=None, repr=False)
    slack_api_url: str = "https://slack.com/api/"
    database_url: str = field(default="sqlite:///data/liaison.db", repr=False)  # may hold a password
    liaison_config: Path = Path("config/community.toml")
    liaison_http_host: str = "127.0.0.1"
    liaison_http_port: int = 8080
    log_level: str = "INFO"
    log_format: str = "auto"

    @property
    def live(self) -> bool:
        """Whether both platforms can be reached: a token of each, and a way for Slack's payloads to come."""
        arrives = self.slack_app_token or self.slack_signing_secret
        return bool(self.telegram_bot_token and self.slack_bot_token and arrives)

    @property
    def begun(self) -> bool:
        """Whether any token is there at all: then somebody means to go live and should hear what is missing."""
        return bool(self.telegram_bot_token or self.slack_bot_token or self.slack_app_token)

    def missing(self) -> list[str]:
        """Names of the settings without which Liaison cannot go live."""
        absent = [name for name in ("telegram_bot_token", "slack_bot_token") if not getattr(self, name)]
        if not (self.slack_app_token or self.slack_signing_secret):
            absent.append("slack_app_token")
        return [name.upper() for name in absent]

    def connections(self) -> Connections:
        """How to reach the platforms and the database. Raises SettingsError while something is `missing`."""
        if not self.live:
            raise SettingsError([f"{name} is not set." for name in self.missing()])
        return Connections(
            telegram=TelegramConnection(
                token=self.telegram_bot_token or "",
                api_url=self.telegram_api_url,
                webhook_url=self.telegram_webhook_url,
                webhook_secret=self.telegram_webhook_secret or "",
                rate=self.telegram_rate,
            ),
            slack=SlackConnection(
                bot_token=self.slack_bot_token or "",
                app_token=self.slack_app_token or "",
                signing_secret=self.slack_signing_secret or "",
                api_url=self.slack_api_url,
            ),
            database_url=self.database_url,
            http_host=self.liaison_http_host,
            http_port=self.liaison_http_port,
        )


def _token(value: str) -> str:
    if not _TELEGRAM_TOKEN.fullmatch(value):
        raise ValueError("does not look like a token of @BotFather (digits, a colon, letters)")
    return value


def _beginning(prefix: str, what: str) -> Callable[[str], str]:
    def read(value: str) -> str:
        if not value.startswith(prefix):
            raise ValueError(f"does not begin with {prefix}: it should be {what}")
        return value

    return read


def _webhook_secret(value: str) -> str:
    if not _WEBHOOK_SECRET.fullmatch(value):
        raise ValueError("may hold 1 to 256 letters A-Z a-z, digits, - and _ only")
    return value


def _address(value: str) -> str:
    try:
        parts = urlsplit(value)
        good = parts.scheme in {"http", "https"} and parts.netloc and parts.port != 0
    except ValueError:  # brackets without an end, a port of letters
        good = False
    if not good:
        raise ValueError("must be a web address that begins with https:// (or http:// for a local server)")
    return value


def _root(value: str) -> str:
    return _address(value).rstrip("/") + "/"


def _database(value: str) -> str:
    if not value.startswith(("sqlite:///", "postgresql://", "postgres://")):
        raise ValueError("must begin with sqlite:/// or postgresql://")
    return value


def _rate(value: str) -> float:
    try:
        rate = float(value)
    except ValueError:
        rate = 0.0
    if not 0 < rate <= _MOST_A_SECOND:
        raise ValueError(f"must be a number above 0 and at most {_MOST_A_SECOND:g}")
    return rate


def _port(value: str) -> int:
    if not (value.isascii() and value.isdigit() and int(value) <= 65_535):
        raise ValueError("must be a whole number from 0 to 65535")
    return int(value)


def _one_of(choices: tuple[str, ...], change: Callable[[str], str]) -> Callable[[str], str]:
    def read(value: str) -> str:
        if change(value) not in choices:
            raise ValueError(f"must be one of {', '.join(choices)}")
        return change(value)

    return read


_READ: Final[Mapping[str, Callable[[str], Any]]] = {  # how a text becomes a value; what is not here stays a text
    "telegram_bot_token": _token,
    "telegram_api_url": _address,
    "telegram_webhook_url": _address,
    "telegram_webhook_secret": _webhook_secret,
    "telegram_rate": _rate,
    "slack_bot_token": _beginning("xoxb-", "the Bot User OAuth Token of the app's page “OAuth & Permissions”"),
    "slack_app_token": _beginning("xapp-", "an App-Level Token of the app's page “Basic Information”"),
    "slack_api_url": _root,
    "database_url": _database,
    "liaison_config": Path,
    "liaison_http_port": _port,
    "log_level": _one_of(LOG_LEVELS, str.upper),
    "log_format": _one_of(LOG_FORMATS, str.lower),
}


NAMES: Final = tuple(one.name.upper() for one in fields(Settings))
"""Of all settings, as the environment has them."""


def read_settings(env_file: Path | None = ENV_FILE) -> Settings:
    """The settings. Raises SettingsError with every problem at once."""
    try:
        kept = dotenv_values(env_file, encoding="utf-8") if env_file else {}
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError([f"{env_file} cannot be read: {error}"]) from None
    given = {name.upper(): value for source in (kept, os.environ) for name, value in source.items()}
    values: dict[str, Any] = {}
    problems: list[str] = []
    for one in fields(Settings):
        text = (given.get(one.name.upper()) or "").strip()
        if text:
            try:
                values[one.name] = _READ.get(one.name, str)(text)
            except ValueError as problem:  # its words never hold the value: that may be a secret
                problems.append(f"{one.name.upper()} {problem}.")
    settings = Settings(**values)
    problems = problems or _at_odds(settings)
    if problems:
        raise SettingsError(problems)
    return settings


def _at_odds(settings: Settings) -> list[str]:
    """What cannot be together."""
    problems = []
    if settings.telegram_webhook_url and not settings.telegram_webhook_secret:
        problems.append("TELEGRAM_WEBHOOK_URL needs TELEGRAM_WEBHOOK_SECRET, or anyone could forge messages.")
    if settings.telegram_webhook_url and not settings.liaison_http_port:
        problems.append("TELEGRAM_WEBHOOK_URL needs LIAISON_HTTP_PORT, where Telegram's messages arrive.")
    if "api.telegram.org" in settings.telegram_api_url and not _callable(settings.telegram_webhook_url):
        problems.append("TELEGRAM_WEBHOOK_URL: Telegram calls https:// addresses on port 443, 80, 88 or 8443 only.")
    return problems


def _callable(webhook_url: str) -> bool:
    parts = urlsplit(webhook_url)
    return not webhook_url or (parts.scheme == "https" and parts.port in _WEBHOOK_PORTS)
