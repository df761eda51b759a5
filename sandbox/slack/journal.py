"""What the app did, in order: the measure of tests that compare what was due with what arrived.

`posts` are messages accepted from the app (an answer may still have been lost on the way back), `updates` and
`deletions` likewise; `pings` are the people whom the app's words would have notified; `calls` count Web API calls.
"""

from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """An accepted chat.postMessage, .update, .delete, .postEphemeral, response_url message or shared file.

    `at` is monotonic seconds, `via` the method ("chat.postMessage", "response_url", …); `unfurls` says that Slack
    would expand links in it (unfurl_links set, or unfurl_media not switched off).
    """

    channel: str
    ts: str
    thread_ts: str = ""
    text: str = ""
    at: float
    via: str
    user: str = ""
    unfurls: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ping:
    """Somebody whom a message of the app would notify: `kind` is user, channel, here, everyone or usergroup."""

    kind: str
    target: str
    channel: str
    ts: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LostEvent:
    """An event that was given up after the last retry: Slack does not send it again."""

    event_id: str
    type: str
    attempts: int
    reason: str


@dataclass(slots=True, kw_only=True)
class Journal:
    """Everything worth counting; lists grow in order of acceptance."""

    posts: list[Post] = field(default_factory=list)
    updates: list[Post] = field(default_factory=list)
    deletions: list[Post] = field(default_factory=list)
    ephemerals: list[Post] = field(default_factory=list)
    pings: list[Ping] = field(default_factory=list)
    lost_events: list[LostEvent] = field(default_factory=list)
    calls: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    envelopes: Counter[str] = field(default_factory=Counter)

    def as_json(self) -> dict[str, Any]:
        """The whole journal as plain values."""
        lists = ("posts", "updates", "deletions", "ephemerals", "pings", "lost_events")
        counts = ("calls", "errors", "envelopes")
        return {name: [asdict(entry) for entry in getattr(self, name)] for name in lists} | {
            name: dict(getattr(self, name)) for name in counts
        }

    def clear(self) -> None:
        """Forget everything so far."""
        for entries in (self.posts, self.updates, self.deletions, self.ephemerals, self.pings, self.lost_events):
            entries.clear()
        for counts in (self.calls, self.errors, self.envelopes):
            counts.clear()
