"""A refusal in Slack's form: HTTP 200 (429 for rate limits) and {"ok": false, "error": code, …}."""

from collections.abc import Iterable
from typing import Any


class SlackError(Exception):
    """A Web API call that Slack would answer with ok=false; `details` are further keys of that answer."""

    def __init__(
        self, code: str, *, status: int = 200, headers: dict[str, str] | None = None, **details: object
    ) -> None:
        super().__init__(code)
        self.code = code
        self.status = status
        self.headers = headers or {}
        self.details = details

    def body(self) -> dict[str, Any]:
        return {"ok": False, "error": self.code, **self.details}


def invalid_arguments(messages: Iterable[object]) -> SlackError:
    """`invalid_arguments` with the reasons where the SDKs look for them: response_metadata.messages."""
    return SlackError(
        "invalid_arguments", response_metadata={"messages": [f"[ERROR] {message}" for message in messages]}
    )


def missing_scope(needed: str, provided: Iterable[str]) -> SlackError:
    """`missing_scope`: the token lacks `needed`."""
    return SlackError("missing_scope", needed=needed, provided=",".join(sorted(provided)))


def rate_limited(retry_after: int) -> SlackError:
    """`ratelimited`: HTTP 429 with Retry-After in whole seconds."""
    return SlackError("ratelimited", status=429, headers={"Retry-After": str(max(1, retry_after))})
