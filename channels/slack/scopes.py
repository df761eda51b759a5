"""What the app is allowed and what it listens to: the source of the manifest, kept equal to it by a test.

Every Web API method that this room calls and every event that it reads stands here with the scopes it needs
(docs.slack.dev/reference/methods and /events).
"""

from collections.abc import Mapping

METHODS: Mapping[str, frozenset[str]] = {
    "auth.test": frozenset(),
    "chat.postMessage": frozenset({"chat:write"}),
    "chat.postEphemeral": frozenset({"chat:write"}),
    "chat.update": frozenset({"chat:write"}),
    "chat.delete": frozenset({"chat:write"}),
    "conversations.list": frozenset({"channels:read", "groups:read"}),
    "conversations.members": frozenset({"channels:read", "groups:read"}),
    "conversations.open": frozenset({"im:write"}),
    "files.getUploadURLExternal": frozenset({"files:write"}),
    "files.completeUploadExternal": frozenset({"files:write"}),
    "usergroups.list": frozenset({"usergroups:read"}),
    "usergroups.users.list": frozenset({"usergroups:read"}),
    "users.list": frozenset({"users:read"}),
    "views.open": frozenset(),
    "views.publish": frozenset(),
}

EVENTS: Mapping[str, frozenset[str]] = {
    "app_home_opened": frozenset(),
    "member_joined_channel": frozenset({"channels:read", "groups:read"}),
    "member_left_channel": frozenset({"channels:read", "groups:read"}),
    "message.channels": frozenset({"channels:history"}),
    "message.groups": frozenset({"groups:history"}),
    "message.im": frozenset({"im:history"}),
}

FILES = frozenset({"files:read"})  # to fetch url_private
COMMANDS = ("/alert", "/liaison", "/partner", "/programme", "/survey", "/volunteer", "/event")
COMMANDS_SCOPE = "commands"

BOT_SCOPES: frozenset[str] = frozenset.union(FILES, frozenset({COMMANDS_SCOPE}), *METHODS.values(), *EVENTS.values())
APP_SCOPES = frozenset({"connections:write"})  # of the app-level token that Socket Mode needs
