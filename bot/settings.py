"""Secrets and addresses, from the environment and from `.env` (the environment wins). A blank value counts as unset.

Everything that describes the organisation is in `config/community.toml` instead (`bot.configuration`).
"""

import re
from pathlib import Path
from typing import Any, Final, Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.connections import Connections, SlackConnection, TelegramConnection
from domain.errors import LiaisonError

ENV_FILE: Final = Path(".env")
_TELEGRAM_TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]+")
_WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")  # Bot API: secret_token of setWebhook
_WEBHOOK_PORTS: Final = frozenset({None, 443, 80, 88, 8443})  # Bot API: ports that Telegram's servers call


class SettingsError(LiaisonError):
    """The environment holds values that cannot be used. `problems`: one sentence each, never with a secret in it."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


class Settings(BaseSettings):
    """Names in the environment are the fields' names in capitals."""

    model_config = SettingsConfigDict(
        env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore", frozen=True, hide_input_in_errors=True
    )

    telegram_bot_token: SecretStr | None = None
    telegram_api_url: str = "https://api.telegram.org"
    telegram_webhook_url: str = ""
    telegram_webhook_secret: SecretStr | None = None
    telegram_rate: float = Field(default=30.0, gt=0, le=1000)  # messages a second; 1000 is the paid limit
    slack_bot_token: SecretStr | None = None
    slack_app_token: SecretStr | None = None
    slack_signing_secret: SecretStr | None = None
    slack_api_url: str = "https://slack.com/api/"
    database_url: str = "sqlite:///data/liaison.db"
    liaison_config: Path = Path("config/community.toml")
    liaison_http_host: str = "127.0.0.1"
    liaison_http_port: int = Field(default=8080, ge=0, le=65535)
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["auto", "console", "json"] = "auto"

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
                token=_secret(self.telegram_bot_token),
                api_url=self.telegram_api_url,
                webhook_url=self.telegram_webhook_url,
                webhook_secret=_secret(self.telegram_webhook_secret),
                rate=self.telegram_rate,
            ),
            slack=SlackConnection(
                bot_token=_secret(self.slack_bot_token),
                app_token=_secret(self.slack_app_token),
                signing_secret=_secret(self.slack_signing_secret),
                api_url=self.slack_api_url,
            ),
            database_url=self.database_url,
            http_host=self.liaison_http_host,
            http_port=self.liaison_http_port,
        )

    @field_validator("log_level", mode="before")
    @classmethod
    def _capitals(cls, value: Any) -> Any:
        return value.upper() if isinstance(value, str) else value

    @field_validator("log_format", mode="before")
    @classmethod
    def _lower(cls, value: Any) -> Any:
        return value.lower() if isinstance(value, str) else value

    @field_validator("telegram_bot_token")
    @classmethod
    def _telegram_token(cls, value: SecretStr | None) -> SecretStr | None:
        if value and not _TELEGRAM_TOKEN.fullmatch(value.get_secret_value().strip()):
            raise ValueError("does not look like a token of @BotFather (digits, a colon, letters)")
        return _stripped(value)

    @field_validator("slack_bot_token")
    @classmethod
    def _bot_token(cls, value: SecretStr | None) -> SecretStr | None:
        return _prefixed(value, "xoxb-", "the Bot User OAuth Token of the app's page “OAuth & Permissions”")

    @field_validator("slack_app_token")
    @classmethod
    def _app_token(cls, value: SecretStr | None) -> SecretStr | None:
        return _prefixed(value, "xapp-", "an App-Level Token of the app's page “Basic Information”")

    @field_validator("telegram_webhook_secret")
    @classmethod
    def _webhook_secret(cls, value: SecretStr | None) -> SecretStr | None:
        if value and not _WEBHOOK_SECRET.fullmatch(value.get_secret_value()):
            raise ValueError("may hold 1 to 256 letters A-Z a-z, digits, - and _ only")
        return value

    @field_validator("telegram_api_url", "slack_api_url", "telegram_webhook_url")
    @classmethod
    def _address(cls, value: str) -> str:
        parts = urlsplit(value)
        if value and (parts.scheme not in {"http", "https"} or not parts.netloc):
            raise ValueError("must be a web address that begins with https:// (or http:// for a local server)")
        return value

    @field_validator("slack_api_url")
    @classmethod
    def _slack_root(cls, value: str) -> str:
        return value if value.endswith("/") else value + "/"

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: str) -> str:
        if not value.startswith(("sqlite:///", "postgresql://", "postgres://")):
            raise ValueError("must begin with sqlite:/// or postgresql://")
        return value

    @model_validator(mode="after")
    def _webhook(self) -> "Settings":
        if self.telegram_webhook_url and not self.telegram_webhook_secret:
            raise ValueError("TELEGRAM_WEBHOOK_URL needs TELEGRAM_WEBHOOK_SECRET, or anyone could forge messages.")
        if self.telegram_webhook_url and not self.liaison_http_port:
            raise ValueError("TELEGRAM_WEBHOOK_URL needs LIAISON_HTTP_PORT, where Telegram's messages arrive.")
        if "api.telegram.org" in self.telegram_api_url and not _callable(self.telegram_webhook_url):
            raise ValueError(
                "TELEGRAM_WEBHOOK_URL: Telegram calls https:// addresses on port 443, 80, 88 or 8443 only."
            )
        return self


def read_settings(env_file: Path | None = ENV_FILE) -> Settings:
    """The settings. Raises SettingsError with every problem at once."""
    source: dict[str, Any] = {"_env_file": env_file}
    try:
        return Settings(**source)
    except ValidationError as error:
        raise SettingsError([_sentence(dict(problem)) for problem in error.errors()]) from None
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError([f"{env_file} cannot be read: {error}"]) from None


def _callable(webhook_url: str) -> bool:
    parts = urlsplit(webhook_url)
    return not webhook_url or (parts.scheme == "https" and parts.port in _WEBHOOK_PORTS)


def _sentence(problem: dict[str, Any]) -> str:
    """One problem in words. The value itself is left out: it may be a secret."""
    name = ".".join(str(part) for part in problem["loc"]).upper()
    words = str(problem["msg"]).removeprefix("Value error, ").rstrip(".")
    return f"{name} {words[:1].lower()}{words[1:]}." if name else f"{words}."


def _secret(value: SecretStr | None) -> str:
    return value.get_secret_value() if value else ""


def _stripped(value: SecretStr | None) -> SecretStr | None:
    return SecretStr(value.get_secret_value().strip()) if value else None


def _prefixed(value: SecretStr | None, prefix: str, what: str) -> SecretStr | None:
    if value and not value.get_secret_value().strip().startswith(prefix):
        raise ValueError(f"does not begin with {prefix}: it should be {what}")
    return _stripped(value)
