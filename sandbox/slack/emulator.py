"""`SlackWorkspace`: a Slack workspace of one's own, with one installed app. The package's docstring shows its use."""

import asyncio
from collections.abc import AsyncGenerator, Iterable
from contextlib import asynccontextmanager
from typing import Self

from sandbox.serving import serve
from sandbox.slack import channels, groups, messages
from sandbox.slack.app import SlackApp
from sandbox.slack.changes import Changes
from sandbox.slack.clock import Clock, Identifiers
from sandbox.slack.deliveries import Deliveries
from sandbox.slack.events import publish
from sandbox.slack.faults import Faults
from sandbox.slack.http_push import HttpPush
from sandbox.slack.journal import Journal
from sandbox.slack.limits import RateLimits
from sandbox.slack.manifest import AppManifest
from sandbox.slack.members import Member
from sandbox.slack.shapes import user_json
from sandbox.slack.sockets import SocketHub
from sandbox.slack.state import Channel, User, UserGroup, Workspace
from sandbox.slack.triggers import Triggers

BOT_TOKEN = "xoxb-sandbox"  # noqa: S105 - credentials of a stand-in on loopback: made to be known
APP_TOKEN = "xapp-sandbox"  # noqa: S105
SIGNING_SECRET = "sandbox-signing-secret"  # noqa: S105
SLACKBOT = "USLACKBOT"
"""Slack's own helper is in every workspace's user list, and is_bot is false for it."""


class SlackWorkspace(Workspace):
    """The workspace, its server and its people."""

    sockets: SocketHub

    @classmethod
    def create(
        cls,
        manifest: AppManifest | None = None,
        *,
        team_name: str = "Riverside Town Hall",
        bot_token: str = BOT_TOKEN,
        app_token: str = APP_TOKEN,
        signing_secret: str = SIGNING_SECRET,
        clock: Clock | None = None,
        seed: int = 0,
    ) -> Self:
        """A new workspace with the channel #general. `seed` makes ids and the chance of faults repeat."""
        manifest = manifest or AppManifest.permissive()
        clock, ids, faults = clock or Clock(), Identifiers(seed), Faults(seed=seed)
        changes, journal = Changes(), Journal()
        app_id = ids.mint("A")
        hub = SocketHub(faults=faults, ids=ids, changes=changes, app_id=app_id)
        bot = User(id=ids.mint("U"), name=manifest.bot_name, real_name=manifest.name, bot_id=ids.mint("B"))
        bot.updated = int(clock.now())
        workspace = cls(
            manifest=manifest, clock=clock, ids=ids, faults=faults, changes=changes, journal=journal,
            limits=RateLimits(), triggers=Triggers(clock=clock, ids=ids),
            deliveries=Deliveries(carrier=hub, journal=journal),
            team_id=ids.mint("T"), team_name=team_name, domain="-".join(team_name.lower().split()),
            app_id=app_id, bot_user=bot, bot_token=bot_token, app_token=app_token,
            signing_secret=signing_secret, verification_token=ids.mint("", 24),
        )  # fmt: skip
        workspace.sockets = hub
        workspace.users[bot.id] = bot
        workspace.users[SLACKBOT] = User(id=SLACKBOT, name="slackbot", real_name="Slackbot")
        workspace.add_channel("general", with_bot=False).is_general = True
        return workspace

    # --- people and places (made ready quietly: no events) ----------------------------------------------------------

    def add_member(
        self,
        name: str,
        real_name: str = "",
        *,
        channels: Iterable[str] = (),
        email: str = "",
        tz: str = "Europe/Warsaw",
        user_id: str = "",
    ) -> Member:
        """A new person, in #general and the given channels; `user_id` where a configuration names them already."""
        user = User(
            id=user_id or self.ids.mint("U"),
            name=name,
            real_name=real_name or name.title(),
            email=email or f"{name}@example.org",
            tz=tz,
            updated=int(self.clock.now()),
        )
        self.users[user.id] = user
        for channel in ("general", *channels):
            self.channel(channel).members[user.id] = None
        self.changes.note("member", user=user.id)
        return Member(self, user)

    def member(self, name: str) -> Member:
        """A person by name or id. Raises LookupError."""
        for user in self.users.values():
            if name in {user.id, user.name} and not user.bot_id and user.id != SLACKBOT:
                return Member(self, user)
        raise LookupError(f"no member {name!r}")

    def members(self) -> list[Member]:
        """Everybody but the app and Slackbot."""
        return [Member(self, user) for user in self.users.values() if not user.bot_id and user.id != SLACKBOT]

    def deactivate(self, name: str) -> None:
        """Somebody leaves the organisation: out of all channels, and the app hears user_change."""
        user = self.member(name).user
        user.deleted, user.updated = True, int(self.clock.now())
        for channel in self.channels.values():
            channel.members.pop(user.id, None)
        publish(self, {"type": "user_change", "user": user_json(self, user)})
        self.changes.note("member", user=user.id)

    def add_channel(
        self,
        name: str,
        *,
        is_private: bool = False,
        members: Iterable[str] = (),
        with_bot: bool = True,
        channel_id: str = "",
    ) -> Channel:
        """A new channel; `members` are names or ids; `channel_id` where a configuration names it already."""
        creator = next((one.id for one in self.members()), self.bot_user.id)
        channel = Channel(
            id=channel_id or self.ids.mint("C"),
            name=channels.checked_name(self, name),
            creator=creator,
            created=int(self.clock.now()),
            is_private=is_private,
        )
        channel.members = {self.member(one).id: None for one in members}
        if with_bot:
            channel.members[self.bot_user.id] = None
        self.channels[channel.id] = channel
        self.changes.note("channel", channel=channel.id)
        return channel

    def add_group(self, handle: str, name: str = "", *, members: Iterable[str] = ()) -> UserGroup:
        """A new user group (@handle)."""
        now = int(self.clock.now())
        users = [self.member(one).id for one in members]
        group = UserGroup(
            id=self.ids.mint("S"),
            handle=handle,
            name=name or handle.title(),
            users=users,
            created_by=users[0] if users else self.bot_user.id,
            created=now,
            updated=now,
        )
        self.groups[group.id] = group
        return group

    def set_group_members(self, handle: str, members: Iterable[str]) -> None:
        """Replace a group's members and tell the app (subteam_members_changed)."""
        group = next(one for one in self.groups.values() if handle in {one.handle, one.id})
        groups.set_members(self, group, [self.member(one).id for one in members])

    # --- the server -------------------------------------------------------------------------------------------------

    def asgi(self) -> SlackApp:
        """The server as an ASGI application, for those who serve it themselves (and then set `base_url`)."""
        return SlackApp(self, self.sockets)

    @asynccontextmanager
    async def serving(self, host: str = "127.0.0.1", port: int = 0) -> AsyncGenerator[str]:
        """Serve while the block runs; yields the base URL for clients: "http://127.0.0.1:43127/api/"."""
        async with serve(self.asgi(), host=host, port=port) as address:
            self.base_url = address
            try:
                yield f"{address}/api/"
            finally:
                await self.stop()

    @property
    def api_url(self) -> str:
        """Where clients send their calls; known once the server runs."""
        return f"{self.base_url}/api/"

    async def use_http(self, request_url: str, *, verify: bool = True) -> None:
        """Send events and interactions to a request URL instead of Socket Mode.

        Raises ValueError when `verify` is set and the URL does not answer the url_verification challenge.
        """
        push = HttpPush(url=request_url, signing_secret=self.signing_secret, clock=self.clock)
        if verify:
            try:
                await push.verify(self.verification_token, self.ids.mint("", 52))
            except ValueError:
                await push.close()
                raise
        self.deliveries.carrier = push

    async def take_down(self) -> None:
        """The whole workspace is out of reach: 503 to every call, sockets cut and refused."""
        self.faults.down = True
        await self.sockets.close_all(abrupt=True)
        self.changes.note("fault")

    def bring_up(self) -> None:
        """The end of take_down()."""
        self.faults.down = False
        self.changes.note("fault")

    def revoke_token(self, code: str = "token_revoked") -> None:
        """Refuse every call with `code` (invalid_auth, account_inactive, token_revoked); "" restores the tokens."""
        self.revoked = code

    async def settled(self, within: float = 5.0) -> None:
        """Wait until every event so far has been acknowledged or given up. Raises TimeoutError."""
        async with asyncio.timeout(within):
            await self.deliveries.idle()

    def post_due(self) -> int:
        """Post what chat.scheduleMessage has kept and is due by now; returns how many."""
        due = [one for one in self.scheduled.values() if one.post_at <= self.clock.now()]
        for one in due:
            del self.scheduled[one.id]
            messages.post_scheduled(self, one)
        return len(due)

    async def stop(self) -> None:
        """Give up deliveries and close the HTTP client, if there is one."""
        self.sockets.stop()
        await self.deliveries.close()
        if isinstance(self.deliveries.carrier, HttpPush):
            await self.deliveries.carrier.close()
