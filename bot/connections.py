"""How to reach the two platforms and the database: plain values, from `.env` or from the sandbox."""

from dataclasses import dataclass

from delivery.rates import FREE_RATE


@dataclass(frozen=True, slots=True, kw_only=True)
class TelegramConnection:
    """`api_url` is the root of a Bot API server. With `webhook_url` updates are pushed there, else they are polled."""

    token: str
    api_url: str = "https://api.telegram.org"
    webhook_url: str = ""
    webhook_secret: str = ""
    rate: float = FREE_RATE  # messages a second to all chats together

    @property
    def paid(self) -> bool:
        """Whether so many messages a second need Telegram's paid broadcast."""
        return self.rate > FREE_RATE


@dataclass(frozen=True, slots=True, kw_only=True)
class SlackConnection:
    """With `app_token` payloads come over Socket Mode; without one Slack pushes them to our web server, signed."""

    bot_token: str
    app_token: str = ""
    signing_secret: str = ""
    api_url: str = "https://slack.com/api/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Connections:
    """Everything outside this process. `http_port` 0: no web server."""

    telegram: TelegramConnection
    slack: SlackConnection
    database_url: str
    http_host: str = "127.0.0.1"
    http_port: int = 0
