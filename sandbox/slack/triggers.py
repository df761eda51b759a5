"""Short-lived permissions that an interaction hands to the app: trigger_id and response_url.

A trigger_id opens one view within 3 seconds. A response_url takes 5 messages within 30 minutes
(docs.slack.dev/interactivity/handling-user-interaction).
"""

from dataclasses import dataclass, field

from sandbox.slack.clock import Clock, Identifiers
from sandbox.slack.errors import SlackError

TRIGGER_SECONDS = 3.0
RESPONSE_SECONDS = 30 * 60.0
RESPONSE_USES = 5
_KEPT = 10_000


@dataclass(slots=True, kw_only=True)
class Trigger:
    """`view_id` is the modal in which the person acted, "" when it was somewhere else."""

    user: str
    view_id: str
    given_at: float
    used: bool = False


@dataclass(slots=True, kw_only=True)
class ResponseUrl:
    """Where its messages go; `message_ts` is the message that replace_original and delete_original mean."""

    path: str
    user: str
    channel: str
    thread_ts: str = ""
    message_ts: str = ""
    ephemeral: bool = False
    given_at: float
    uses: int = 0


@dataclass(slots=True, kw_only=True)
class Triggers:
    """All triggers and response URLs given out."""

    clock: Clock
    ids: Identifiers
    team_number: str = "4040404040"
    _triggers: dict[str, Trigger] = field(default_factory=dict)
    _responses: dict[str, ResponseUrl] = field(default_factory=dict)

    def give(self, user: str, view_id: str = "") -> str:
        """A fresh trigger_id for one interaction of `user`."""
        self._forget_old()
        secret = self.ids.mint("", 32).lower()
        trigger_id = f"{int(self.clock.now() * 1000)}.{self.team_number}.{secret}"
        self._triggers[trigger_id] = Trigger(user=user, view_id=view_id, given_at=self.clock.monotonic())
        return trigger_id

    def _forget_old(self) -> None:
        """Long exercises must not collect what nobody can use any more."""
        if len(self._triggers) > _KEPT:
            self._triggers = dict(list(self._triggers.items())[-_KEPT // 2 :])
        if len(self._responses) > _KEPT:
            self._responses = dict(list(self._responses.items())[-_KEPT // 2 :])

    def take(self, trigger_id: str) -> Trigger:
        """Use a trigger_id up. Raises SlackError: invalid_trigger_id, expired_trigger_id, exchanged_trigger_id."""
        trigger = self._triggers.get(trigger_id)
        if trigger is None:
            raise SlackError("invalid_trigger_id")
        if trigger.used:
            raise SlackError("exchanged_trigger_id")
        if self.clock.monotonic() - trigger.given_at > TRIGGER_SECONDS:
            raise SlackError("expired_trigger_id")
        trigger.used = True
        return trigger

    def response(
        self, user: str, channel: str, *, thread_ts: str = "", message_ts: str = "", ephemeral: bool = False
    ) -> str:
        """A fresh response URL's path: "/actions/T…/…/…"."""
        path = f"{self.team_number}/{self.ids.mint('', 24)}"
        self._responses[path] = ResponseUrl(
            path=path, user=user, channel=channel, thread_ts=thread_ts, message_ts=message_ts,
            ephemeral=ephemeral, given_at=self.clock.monotonic(),
        )  # fmt: skip
        return path

    def use_response(self, path: str) -> ResponseUrl:
        """Count one use. Raises SlackError: used_url after five uses, expired_url after 30 minutes, invalid_url."""
        response = self._responses.get(path)
        if response is None:
            raise SlackError("invalid_url", status=404)
        if self.clock.monotonic() - response.given_at > RESPONSE_SECONDS:
            raise SlackError("expired_url", status=404)
        if response.uses >= RESPONSE_USES:
            raise SlackError("used_url", status=404)
        response.uses += 1
        return response
