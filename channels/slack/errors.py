"""Every answer of Slack's Web API as one of the closed set of send errors."""

from collections.abc import Mapping
from typing import Any

from slack_sdk.errors import SlackApiError, SlackClientError

from channels.network import broken
from domain.errors import (
    Blocked,
    Gone,
    InDoubt,
    PlatformDown,
    RateLimited,
    Refused,
    Revoked,
    SendError,
)

_LIMITED = frozenset({"ratelimited", "rate_limited", "message_limit_exceeded"})
_REVOKED = frozenset(
    {"invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired", "team_access_not_granted"}
)
_BLOCKED = frozenset(
    {"user_disabled", "cannot_dm_bot", "user_not_found", "users_not_found", "user_not_visible", "is_inactive"}
)
_GONE = frozenset(
    {
        "message_not_found",
        "cant_update_message",
        "cant_delete_message",
        "edit_window_closed",
        "thread_not_found",
        "hash_conflict",
        "view_not_found",
        "expired_trigger_id",
        "trigger_exchanged",
        "trigger_expired",
        "exchanged_trigger_id",
        "invalid_trigger_id",
    }
)
_DOWN = frozenset({"service_unavailable", "request_timeout", "team_added_to_org", "ekm_access_denied"})
# Slack's documentation of these two: some part of the operation may have succeeded before the error was raised.
_DOUBT = frozenset({"internal_error", "fatal_error"})


def as_send_error(error: BaseException) -> SendError:
    """The send error behind `error`, whatever part of the SDK raised it."""
    if isinstance(error, SendError):
        return error
    if isinstance(error, SlackApiError):
        return _from_answer(error)
    if (meaning := broken(error)) is not None:
        return meaning
    if isinstance(error, AttributeError | ValueError | SlackClientError):
        # The SDK stumbles with these over answers that are no JSON object (an HTML page, plain text).
        return PlatformDown(type(error).__name__)
    return InDoubt(type(error).__name__)


def error_code(error: SlackApiError) -> str:
    """Slack's own code ("channel_not_found"), or an empty text."""
    data = getattr(error.response, "data", error.response)
    code = data.get("error") if isinstance(data, dict) else None
    return code if isinstance(code, str) else ""


def _from_answer(error: SlackApiError) -> SendError:
    status, headers, code = _status(error), _headers(error), error_code(error)
    if status == 429 or code in _LIMITED:
        return RateLimited(retry_after(headers), "channel", code or "429")
    if status >= 500 or not code:
        return PlatformDown(f"HTTP {status}")
    return meaning_of(code)


def meaning_of(code: str) -> SendError:
    """The send error of one of Slack's error codes. An unknown one concerns this very message: `Refused`."""
    for codes, kind in ((_REVOKED, Revoked), (_BLOCKED, Blocked), (_GONE, Gone), (_DOWN, PlatformDown)):
        if code in codes:
            return kind(code)
    return InDoubt(code) if code in _DOUBT else Refused(code)


def retry_after(headers: Mapping[str, Any]) -> float:
    """Seconds of the Retry-After header, 1 where there is none that can be read."""
    value = next((value for name, value in headers.items() if name.lower() == "retry-after"), None)
    try:
        return max(float(value[0] if isinstance(value, list) else value), 0.0)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return 1.0


def _status(error: SlackApiError) -> int:
    for name in ("status_code", "status"):  # the SDK's response, or aiohttp's where the body was no JSON
        status = getattr(error.response, name, None)
        if isinstance(status, int):
            return status
    return 0


def _headers(error: SlackApiError) -> Mapping[str, Any]:
    headers = getattr(error.response, "headers", None)
    return headers if isinstance(headers, Mapping) else {}
