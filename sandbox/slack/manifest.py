"""The Slack app as its manifest describes it: scopes, events, commands, shortcuts, switches.

`AppManifest.read(path)` takes YAML or JSON; `AppManifest.parse(mapping)` takes the loaded document;
`AppManifest.permissive()` is an app that may do everything, for tests that are about something else.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

BOT_SCOPES = frozenset(
    [
        "app_mentions:read",
        "bookmarks:read",
        "bookmarks:write",
        "channels:history",
        "channels:join",
        "channels:manage",
        "channels:read",
        "chat:write",
        "chat:write.customize",
        "chat:write.public",
        "commands",
        "dnd:read",
        "emoji:read",
        "files:read",
        "files:write",
        "groups:history",
        "groups:read",
        "groups:write",
        "im:history",
        "im:read",
        "im:write",
        "metadata.message:read",
        "mpim:history",
        "mpim:read",
        "mpim:write",
        "pins:read",
        "pins:write",
        "reactions:read",
        "reactions:write",
        "team:read",
        "usergroups:read",
        "usergroups:write",
        "users.profile:read",
        "users:read",
        "users:read.email",
    ]
)
BOT_EVENTS = frozenset(
    [
        "app_home_opened",
        "app_mention",
        "channel_archive",
        "channel_created",
        "channel_rename",
        "channel_unarchive",
        "file_deleted",
        "file_shared",
        "group_archive",
        "group_rename",
        "group_unarchive",
        "member_joined_channel",
        "member_left_channel",
        "message.channels",
        "message.groups",
        "message.im",
        "pin_added",
        "reaction_added",
        "reaction_removed",
        "subteam_created",
        "subteam_members_changed",
        "subteam_updated",
        "team_join",
        "user_change",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SlashCommand:
    """One slash command; `should_escape` turns @name and #channel in its text into <@U…|name> and <#C…|name>."""

    command: str
    description: str = ""
    usage_hint: str = ""
    should_escape: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortcut:
    """A global or message shortcut, known by its callback_id."""

    name: str
    kind: str
    callback_id: str
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AppManifest:
    """What the app was installed with."""

    name: str = "Sandbox app"
    bot_name: str = "sandbox-app"
    scopes: frozenset[str] = BOT_SCOPES
    events: frozenset[str] = BOT_EVENTS
    commands: tuple[SlashCommand, ...] = ()
    shortcuts: tuple[Shortcut, ...] = ()
    any_command: bool = False
    home_tab: bool = True
    messages_tab: bool = True
    interactivity: bool = True
    socket_mode: bool = True
    raw: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def permissive(cls, name: str = "Sandbox app") -> "AppManifest":
        """All scopes and events that this server knows, and every slash command and shortcut."""
        return cls(name=name, bot_name=name.lower().replace(" ", "-"), any_command=True)

    @classmethod
    def read(cls, path: Path) -> "AppManifest":
        """Read a manifest file. Raises OSError, yaml.YAMLError, and ValueError for a document of another shape."""
        return cls.parse(yaml.safe_load(path.read_text(encoding="utf-8")))

    @classmethod
    def parse(cls, document: Any) -> "AppManifest":
        """Take a manifest as Slack defines it. Raises ValueError when it is not an object."""
        if not isinstance(document, Mapping):
            raise ValueError("a Slack app manifest is an object")
        features, settings = _section(document, "features"), _section(document, "settings")
        home = _section(features, "app_home")
        name = str(_section(document, "display_information").get("name", "Sandbox app"))
        return cls(
            name=name,
            bot_name=str(_section(features, "bot_user").get("display_name", name)),
            scopes=frozenset(_section(_section(document, "oauth_config"), "scopes").get("bot") or ()),
            events=frozenset(_section(settings, "event_subscriptions").get("bot_events") or ()),
            commands=tuple(_command(entry) for entry in features.get("slash_commands") or ()),
            shortcuts=tuple(_shortcut(entry) for entry in features.get("shortcuts") or ()),
            home_tab=bool(home.get("home_tab_enabled", False)),
            messages_tab=bool(home.get("messages_tab_enabled", True))
            and not home.get("messages_tab_read_only_enabled"),
            interactivity=bool(_section(settings, "interactivity").get("is_enabled", False)),
            socket_mode=bool(settings.get("socket_mode_enabled", False)),
            raw=document,
        )

    def command(self, name: str) -> SlashCommand | None:
        """The slash command of that name ("/liaison"), or None when the app has none such."""
        found = next((one for one in self.commands if one.command == name), None)
        return found or (SlashCommand(command=name) if self.any_command else None)

    def shortcut(self, callback_id: str, kind: str) -> Shortcut | None:
        """The shortcut with that callback_id and kind ("global" or "message")."""
        matches = (one for one in self.shortcuts if one.callback_id == callback_id and one.kind == kind)
        permissive = Shortcut(name=callback_id, kind=kind, callback_id=callback_id) if self.any_command else None
        return next(matches, permissive)


def _may_write(home: Mapping[str, Any]) -> bool:
    """May people write to the app in its Messages tab?"""
    return bool(home.get("messages_tab_enabled", True)) and not home.get("messages_tab_read_only_enabled", False)


def _section(document: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    section = document.get(name) or {}
    if not isinstance(section, Mapping):
        raise ValueError(f"{name} of a Slack app manifest is an object")
    return section


def _command(entry: Mapping[str, Any]) -> SlashCommand:
    return SlashCommand(
        command=str(entry["command"]),
        description=str(entry.get("description", "")),
        usage_hint=str(entry.get("usage_hint", "")),
        should_escape=bool(entry.get("should_escape", False)),
    )


def _shortcut(entry: Mapping[str, Any]) -> Shortcut:
    return Shortcut(
        name=str(entry["name"]),
        kind=str(entry["type"]),
        callback_id=str(entry["callback_id"]),
        description=str(entry.get("description", "")),
    )
