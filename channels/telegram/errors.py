"""Every answer of the Bot API as one of the closed set of send errors.

The sentences are those of the Bot API server (tdlib/telegram-bot-api); it has no machine-readable codes.
"""

import warnings
from datetime import timedelta
from typing import Any

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from channels.telegram.transport import NeverSent, NoAnswer, ServerFault, TooManyRequests
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

_GONE = (
    "message is not modified",
    "message to edit not found",
    "message to delete not found",
    "message can't be edited",
    "message_id_invalid",
    "query is too old",
    "query id is invalid",
)
_SHUT_OUT = (  # 400s that say what a 403 says: nothing will get through to this chat
    "chat_write_forbidden",
    "have no rights to send a message",
    "not enough rights to send",
    "user is deactivated",
    "bot was kicked",
    "bot was blocked",
    "chat_restricted",
    "need administrator rights in the channel chat",
)


def as_send_error(error: BaseException, address: str = "") -> SendError:
    """The send error behind `error`, for a call that concerned chat `address`."""
    if isinstance(error, SendError):
        return error
    if isinstance(error, RetryAfter | TooManyRequests):
        # Groups have their own limit of 20 messages a minute (Bot FAQ); it must not hold up everybody else.
        return RateLimited(seconds(error), "chat" if address.startswith("-") else "channel", "429")
    if isinstance(error, ChatMigrated):
        return Moved(str(error.new_chat_id), "group became a supergroup")
    if isinstance(error, NetworkError):
        return _from_network(error)
    if isinstance(error, TelegramError):
        return _from_answer(error)
    # The answer came and could not be read: whether the message is there is anybody's guess.
    return InDoubt(type(error).__name__)


def _from_network(error: NetworkError) -> SendError:
    if isinstance(error, BadRequest):
        return _from_bad_request(error.message)
    if isinstance(error, NeverSent):
        return NotSent(error.message)
    if isinstance(error, NoAnswer):
        return InDoubt(error.message)
    if isinstance(error, ServerFault):
        return PlatformDown(error.message)
    if isinstance(error, TimedOut):
        return _from_library_timeout(error)
    return PlatformDown(error.message[:300])


def _from_library_timeout(error: TimedOut) -> SendError:
    """The library's own transport: only the cause or the text tells a connect from a read time-out."""
    cause = type(error.__cause__).__name__
    if cause in ("ConnectTimeout", "PoolTimeout") or "pool timeout" in error.message.lower():
        return NotSent(cause)
    return InDoubt(cause)


def _from_answer(error: TelegramError) -> SendError:
    message = error.message
    if isinstance(error, Forbidden):
        return Blocked(message)
    if isinstance(error, InvalidToken):  # 401, and 404 for a malformed token
        return Refused(message) if "method not found" in message.lower() else Revoked(message)
    if isinstance(error, Conflict):
        return PlatformDown(message)
    return PlatformDown(message[:300])


def _from_bad_request(message: str) -> SendError:
    lower = message.lower()
    if any(sentence in lower for sentence in _GONE):
        return Gone(message)
    if any(sentence in lower for sentence in _SHUT_OUT):
        return Blocked(message)
    return Refused(message)


def seconds(error: RetryAfter | TooManyRequests) -> float:
    """Seconds that Telegram asks to wait, whichever type this version of the library gives them."""
    if isinstance(error, TooManyRequests):
        return error.seconds
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the library warns about the type, which is dealt with here
        value: Any = error.retry_after
    return value.total_seconds() if isinstance(value, timedelta) else float(value)
