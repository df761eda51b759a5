"""What the platforms say, as one of the closed set of send errors."""

from datetime import timedelta
from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from telegram import error as tg

from channels.network import broken
from channels.slack.errors import as_send_error as slack_error
from channels.slack.errors import retry_after as slack_retry_after
from channels.telegram.errors import as_send_error as telegram_error
from channels.telegram.transport import (
    Answer,
    NeverSent,
    NoAnswer,
    ServerFault,
    TooManyRequests,
    description_of,
    retry_after,
)
from domain.errors import (
    Blocked,
    Gone,
    InDoubt,
    Moved,
    NotSent,
    PlatformDown,
    RateLimited,
    Refused,
    Revoked,
    SendError,
)

TELEGRAM: list[tuple[Exception, type[SendError]]] = [
    (tg.Forbidden("Forbidden: bot was blocked by the user"), Blocked),
    (tg.Forbidden("Forbidden: user is deactivated"), Blocked),
    (tg.Forbidden("Forbidden: bot was kicked from the supergroup chat"), Blocked),
    (tg.Forbidden("Forbidden: bot is not a member of the channel chat"), Blocked),
    (tg.Forbidden("Forbidden: the group chat was deleted"), Blocked),
    (tg.Forbidden("Forbidden: bot can't initiate conversation with a user"), Blocked),
    (tg.BadRequest("Bad Request: chat not found"), Refused),
    (tg.BadRequest("Bad Request: message is too long"), Refused),
    (tg.BadRequest("Bad Request: have no rights to send a message"), Blocked),
    (tg.BadRequest("Bad Request: not enough rights to send text messages to the chat"), Blocked),
    (tg.BadRequest("Bad Request: message is not modified: specified new message content and reply markup are …"), Gone),
    (tg.BadRequest("Bad Request: message to edit not found"), Gone),
    (tg.BadRequest("Bad Request: message to delete not found"), Gone),
    (tg.BadRequest("Bad Request: message can't be edited"), Gone),
    (tg.BadRequest("Bad Request: query is too old and response timeout expired or query ID is invalid"), Gone),
    (tg.BadRequest("Bad Request: file is too big"), Refused),
    (tg.BadRequest("Request Entity Too Large"), Refused),
    (tg.InvalidToken("Unauthorized"), Revoked),
    (tg.InvalidToken("Not Found"), Revoked),
    (tg.InvalidToken("Not Found: method not found"), Refused),
    (tg.Conflict("Conflict: terminated by other getUpdates request"), PlatformDown),
    (tg.ChatMigrated(-1002200000001), Moved),
    (tg.NetworkError("Internal Server Error (500)"), PlatformDown),
    (tg.TelegramError("Invalid server response"), PlatformDown),
    (ServerFault("HTTP 502"), PlatformDown),
    (NeverSent("ClientConnectorError"), NotSent),
    (NoAnswer("ServerDisconnectedError"), InDoubt),
    (tg.TimedOut("Pool timeout: All connections in the connection pool are occupied."), NotSent),
    (tg.TimedOut(), InDoubt),
    (TooManyRequests(3), RateLimited),
    (tg.RetryAfter(timedelta(seconds=3)), RateLimited),
    (KeyError("result"), InDoubt),
    (Gone("x"), Gone),
]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize(("error", "kind"), TELEGRAM, ids=lambda value: str(value)[:50])
def test_telegrams_answers(error: Exception, kind: type[SendError]) -> None:
    meaning = telegram_error(error, "5")
    assert type(meaning) is kind
    if isinstance(meaning, RateLimited):
        assert (meaning.retry_after, meaning.scope) == (3, "channel")
        limited = telegram_error(error, "-5")
        assert isinstance(limited, RateLimited)
        assert limited.scope == "chat"
    if isinstance(meaning, Moved):
        assert meaning.new_address == "-1002200000001"


def test_a_connect_timeout_of_the_librarys_own_transport_was_not_sent() -> None:
    class ConnectTimeout(Exception):
        pass

    timed_out = tg.TimedOut()
    timed_out.__cause__ = ConnectTimeout()
    assert isinstance(telegram_error(timed_out), NotSent)


@pytest.mark.parametrize(
    ("body", "headers", "seconds"),
    [
        (b'{"parameters":{"retry_after":17}}', {}, 17),
        (b"<html>", {"Retry-After": "9"}, 9),
        (b"<html>", {}, 1),
        (b"[]", {"Retry-After": "soon"}, 1),
        (b'{"parameters":{"retry_after":0}}', {}, 1),
    ],
)
def test_telegrams_seconds(body: bytes, headers: dict[str, str], seconds: int) -> None:
    assert retry_after(Answer(status=429, body=body, headers=headers)) == seconds


def test_a_web_page_does_not_reach_the_log() -> None:
    assert description_of(Answer(status=502, body=b"<html>secret</html>", headers={})) == "HTTP 502"


class Response:
    def __init__(self, status: int, data: Any, headers: dict[str, Any] | None = None) -> None:
        self.status_code, self.data, self.headers = status, data, headers or {}

    def get(self, name: str) -> Any:
        return self.data.get(name)


def api_error(code: str | None, status: int = 200, headers: dict[str, Any] | None = None) -> SlackApiError:
    data = {"ok": False, "error": code} if code else {}
    return SlackApiError("failed", Response(status, data, headers))


SLACK: list[tuple[Exception, type[SendError]]] = [
    (api_error("ratelimited", 429, {"Retry-After": "30"}), RateLimited),
    (api_error(None, 429, {"retry-after": ["30"]}), RateLimited),
    (api_error("rate_limited", 200, {"Retry-After": "30"}), RateLimited),
    (api_error("channel_not_found"), Refused),
    (api_error("not_in_channel"), Refused),
    (api_error("is_archived"), Refused),
    (api_error("msg_too_long"), Refused),
    (api_error("msg_blocks_too_long"), Refused),
    (api_error("invalid_blocks"), Refused),
    (api_error("missing_scope"), Refused),
    (api_error("brand_new_error"), Refused),
    (api_error("invalid_auth"), Revoked),
    (api_error("account_inactive"), Revoked),
    (api_error("token_revoked"), Revoked),
    (api_error("user_disabled"), Blocked),
    (api_error("cannot_dm_bot"), Blocked),
    (api_error("message_not_found"), Gone),
    (api_error("cant_update_message"), Gone),
    (api_error("expired_trigger_id"), Gone),
    (api_error("internal_error"), InDoubt),
    (api_error("fatal_error"), InDoubt),
    (api_error("internal_error", 500), PlatformDown),
    (api_error(None, 503), PlatformDown),
    (api_error(None, 200), PlatformDown),
    (aiohttp.ServerDisconnectedError(), InDoubt),
    (aiohttp.ConnectionTimeoutError(), NotSent),
    (TimeoutError(), InDoubt),
    (AttributeError("'str' object has no attribute 'get'"), PlatformDown),
    (KeyError("ts"), InDoubt),
    (Refused("x"), Refused),
]


@pytest.mark.parametrize(("error", "kind"), SLACK, ids=lambda value: str(value)[:50])
def test_slacks_answers(error: Exception, kind: type[SendError]) -> None:
    meaning = slack_error(error)
    assert type(meaning) is kind
    if isinstance(meaning, RateLimited):
        assert meaning.retry_after == 30


def test_slacks_seconds() -> None:
    assert slack_retry_after({}) == 1
    assert slack_retry_after({"Retry-After": "soon"}) == 1
    assert slack_retry_after({"RETRY-AFTER": "2.5"}) == 2.5


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (aiohttp.ClientPayloadError(), InDoubt),
        (aiohttp.ClientOSError(104, "reset"), InDoubt),
        (aiohttp.SocketTimeoutError(), InDoubt),
        (aiohttp.InvalidURL("https://x"), NotSent),
        (ValueError("x"), None),
    ],
)
def test_broken_connections(error: Exception, kind: type[SendError] | None) -> None:
    meaning = broken(error)
    assert meaning is None if kind is None else type(meaning) is kind
