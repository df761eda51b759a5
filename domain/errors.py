"""What can go wrong, in the words of the trade.

`SendError` is a closed set: every sender turns whatever its platform says into one of these, and the delivery
engine knows nothing else. Each class answers three questions: may it be tried again, is it certain that nothing
went out, and whom does the trouble concern (this message, this chat, or the whole channel)?
"""

from typing import ClassVar, Literal

Scope = Literal["message", "chat", "channel"]


class LiaisonError(Exception):
    """Base of all errors that Liaison raises on purpose."""


class NotAllowed(LiaisonError):
    """The person may not do this; nothing was changed."""


class NotFound(LiaisonError):
    """No such case, resident or department; nothing was changed."""


class ForbiddenTransition(LiaisonError):
    """The table of allowed transitions has no such step; nothing was changed."""


class SendError(LiaisonError):
    """A send did not succeed. `reason` is a short code for the ledger and the catalogs, `detail` is for the log."""

    retry: ClassVar[bool] = False
    certain: ClassVar[bool] = True  # certain that nothing went out
    scope: Scope = "message"
    reason: ClassVar[str] = "refused"

    def __init__(self, detail: str = "") -> None:
        super().__init__(detail)
        self.detail = detail


class RateLimited(SendError):
    """The platform asks to wait `retry_after` seconds; to be obeyed exactly, for the scope that it concerns."""

    retry = True
    reason = "rate-limited"

    def __init__(self, retry_after: float, scope: Scope = "channel", detail: str = "") -> None:
        super().__init__(detail)
        self.retry_after = retry_after
        self.scope = scope


class NotSent(SendError):
    """The request never left (no connection, connect time-out, full pool): safe to try again."""

    retry = True
    reason = "network"
    scope: Scope = "channel"


class PlatformDown(SendError):
    """The platform answered 5xx or nonsense: try again with back-off; never counted as sent."""

    retry = True
    reason = "platform-down"
    scope: Scope = "channel"


class InDoubt(SendError):
    """The request left and no answer came: it may or may not have arrived. The lane's policy decides."""

    retry = True
    certain = False
    reason = "no-answer"


class Refused(SendError):
    """The platform refuses this very message (too long, chat not found, bad markup): final."""

    reason = "refused"


class Blocked(SendError):
    """The recipient blocked the bot or is gone: final, and the address is unreachable from now on."""

    reason = "blocked"
    scope: Scope = "chat"


class Moved(SendError):
    """The chat has a new address (a group became a supergroup): follow it and send there."""

    retry = True
    reason = "moved"
    scope: Scope = "chat"

    def __init__(self, new_address: str, detail: str = "") -> None:
        super().__init__(detail)
        self.new_address = new_address


class Revoked(SendError):
    """The token is no longer valid: stop this channel, alarm on the other one, keep everything queued."""

    retry = True
    reason = "token-revoked"
    scope: Scope = "channel"


class Gone(SendError):
    """The message to edit or delete is not there any more, or already looks like this: nothing left to do."""

    reason = "gone"
