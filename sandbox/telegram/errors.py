"""Refusals in Telegram's own words: status code, description and parameters of an unsuccessful answer."""

from typing import Any


class ApiError(Exception):
    """A refused call. `code` is both the HTTP status and `error_code`; `parameters` is ResponseParameters."""

    def __init__(self, code: int, description: str, parameters: dict[str, Any] | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad_request(reason: str, **parameters: Any) -> ApiError:
    """400. The first letter becomes small, as on the server, unless the reason is a code like BUTTON_DATA_INVALID."""
    coded = len(reason) > 1 and (reason[1] == "_" or "A" <= reason[1] <= "Z")
    text = reason if coded else reason[:1].lower() + reason[1:]
    return ApiError(400, f"Bad Request: {text}", parameters or None)


def forbidden(reason: str) -> ApiError:
    """403: the bot may not write there, for good (blocked, kicked, never started)."""
    return ApiError(403, f"Forbidden: {reason}")


def conflict(reason: str) -> ApiError:
    """409: two receivers of the same bot's updates."""
    return ApiError(409, f"Conflict: {reason}")


def too_many_requests(seconds: int) -> ApiError:
    """429 with `parameters.retry_after`; the HTTP answer repeats the seconds in its Retry-After header."""
    return ApiError(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})
