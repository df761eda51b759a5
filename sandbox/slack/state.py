"""What the workspace holds: people, conversations, messages, groups, files, views. Plain records, no behaviour.

`Workspace` is the one object that everything else works on. Use `sandbox.slack.SlackWorkspace`, which adds the staff's
side and the server, rather than this class itself.
"""

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Any

from sandbox.slack.changes import Changes
from sandbox.slack.clock import Clock, Identifiers
from sandbox.slack.deliveries import Deliveries
from sandbox.slack.errors import SlackError
from sandbox.slack.faults import Faults
from sandbox.slack.journal import Journal
from sandbox.slack.limits import RateLimits
from sandbox.slack.manifest import AppManifest
from sandbox.slack.triggers import Triggers

Json = dict[str, Any]


@dataclass(slots=True, kw_only=True)
class User:
    """A member, or the app's bot user (then `bot_id` is set)."""

    id: str
    name: str
    real_name: str
    email: str = ""
    title: str = ""
    tz: str = "Europe/Warsaw"
    locale: str = "en-GB"
    is_admin: bool = False
    deleted: bool = False
    bot_id: str = ""
    status_text: str = ""
    status_emoji: str = ""
    away: bool = False
    color: str = "9f69e7"
    updated: int = 0


@dataclass(slots=True, kw_only=True)
class Message:
    """`thread_ts` is "" outside threads; in a thread the root carries its own ts. `author` is a user id."""

    ts: str
    channel: str
    author: str
    text: str
    thread_ts: str = ""
    subtype: str = ""
    by_app: bool = False
    client_msg_id: str = ""
    blocks: list[Json] = field(default_factory=list)
    attachments: list[Json] = field(default_factory=list)
    metadata: Json | None = None
    files: list[str] = field(default_factory=list)
    reactions: dict[str, list[str]] = field(default_factory=dict)
    edited_ts: str = ""
    edited_by: str = ""
    broadcast: bool = False
    ephemeral_to: str = ""
    username: str = ""
    icons: Json = field(default_factory=dict)
    unfurls: bool = False
    details: Json = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Channel:
    """A public or private channel, or a direct message (`im_user` is then the member's id)."""

    id: str
    name: str
    creator: str
    created: int
    is_private: bool = False
    im_user: str = ""
    members: dict[str, None] = field(default_factory=dict)
    topic: Json = field(default_factory=dict)
    purpose: Json = field(default_factory=dict)
    archived: bool = False
    is_general: bool = False
    previous_names: list[str] = field(default_factory=list)
    updated: int = 0
    messages: OrderedDict[str, Message] = field(default_factory=OrderedDict)
    threads: dict[str, list[Message]] = field(default_factory=dict)
    ephemerals: list[Message] = field(default_factory=list)
    pins: list[Json] = field(default_factory=list)
    bookmarks: list[Json] = field(default_factory=list)
    last_read: str = "0000000000.000000"

    @property
    def kind(self) -> str:
        """ "im", "group" (private) or "channel": Slack's `channel_type` in events."""
        if self.im_user:
            return "im"
        return "group" if self.is_private else "channel"


@dataclass(slots=True, kw_only=True)
class UserGroup:
    """A user group (subteam), mentioned as <!subteam^S…>."""

    id: str
    handle: str
    name: str
    description: str = ""
    users: list[str] = field(default_factory=list)
    created_by: str
    created: int
    updated: int
    disabled: bool = False


@dataclass(slots=True, kw_only=True)
class StoredFile:
    """A file; `content` is None until its bytes have been uploaded. `shares` maps a channel to message timestamps."""

    id: str
    name: str
    title: str
    mimetype: str
    filetype: str
    owner: str
    created: int
    size: int
    content: bytes | None = None
    alt_text: str = ""
    completed: bool = False
    deleted: bool = False
    by_app: bool = False
    shares: dict[str, list[str]] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class View:
    """A modal on somebody's stack, or a published App Home. `values` is what has been filled in: block -> action."""

    id: str
    kind: str
    user: str
    content: Json
    hash: str
    root_id: str
    previous_id: str = ""
    values: dict[str, dict[str, Json]] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Scheduled:
    """A message that chat.scheduleMessage keeps for later."""

    id: str
    channel: str
    post_at: int
    content: Json
    created: int


@dataclass(kw_only=True)
class Workspace:
    """The whole workspace with its one installed app."""

    manifest: AppManifest
    clock: Clock
    ids: Identifiers
    faults: Faults
    changes: Changes
    journal: Journal
    limits: RateLimits
    triggers: Triggers
    deliveries: Deliveries
    team_id: str
    team_name: str
    domain: str
    app_id: str
    bot_user: User
    bot_token: str
    app_token: str
    signing_secret: str
    verification_token: str
    base_url: str = ""
    users: dict[str, User] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    groups: dict[str, UserGroup] = field(default_factory=dict)
    files: dict[str, StoredFile] = field(default_factory=dict)
    views: dict[str, View] = field(default_factory=dict)
    stacks: dict[str, list[str]] = field(default_factory=dict)
    homes: dict[str, str] = field(default_factory=dict)
    scheduled: dict[str, Scheduled] = field(default_factory=dict)
    revoked: str = ""

    def channel(self, wanted: str) -> Channel:
        """By id, "name" or "#name". Raises SlackError channel_not_found."""
        if wanted in self.channels:
            return self.channels[wanted]
        name = wanted.removeprefix("#")
        for channel in self.channels.values():
            if channel.name == name and not channel.im_user:
                return channel
        raise SlackError("channel_not_found")

    def user(self, wanted: str) -> User:
        """By id. Raises SlackError user_not_found."""
        if wanted not in self.users:
            raise SlackError("user_not_found")
        return self.users[wanted]

    def message(self, channel: str, ts: str) -> Message:
        """Raises SlackError channel_not_found or message_not_found."""
        found = self.channel(channel).messages.get(ts)
        if found is None:
            raise SlackError("message_not_found")
        return found

    def conversation_with(self, user: str) -> Channel:
        """The direct message between the app and a member, opened when there was none."""
        for channel in self.channels.values():
            if channel.im_user == user:
                return channel
        created = int(self.clock.now())
        channel = Channel(id=self.ids.mint("D"), name="", creator=user, created=created, im_user=user, is_private=True)
        channel.members = {user: None, self.bot_user.id: None}
        self.channels[channel.id] = channel
        return channel

    def replies(self, root: Message) -> list[Message]:
        """The replies of a thread, oldest first, without the root."""
        return self.channels[root.channel].threads.get(root.ts, [])
